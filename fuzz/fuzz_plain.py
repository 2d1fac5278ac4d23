"""Any bytes as a text."""

import atheris

with atheris.instrument_imports(include=["dragoman"]):
    from harness import document, fuzz

    from dragoman.reading.document import Format
    from dragoman.reading.plain import read_plain

fuzz(lambda content: read_plain(document(content, Format.TEXT)))
