"""Any bytes as a saved page."""

import atheris

with atheris.instrument_imports(include=["dragoman"]):
    from harness import document, fuzz

    from dragoman.reading.document import Format
    from dragoman.reading.html import read_html

fuzz(lambda content: read_html(document(content, Format.HTML)))
