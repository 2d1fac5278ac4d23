"""Any bytes as a sitemap."""

import atheris

with atheris.instrument_imports(include=["dragoman"]):
    from harness import fuzz

    from dragoman.reading.sitemap import read_sitemap

fuzz(lambda content: read_sitemap("input", content))
