"""Any bytes as a feed."""

import atheris

with atheris.instrument_imports(include=["dragoman"]):
    from harness import fuzz

    from dragoman.reading.feed import read_feed

fuzz(lambda content: read_feed("input", content))
