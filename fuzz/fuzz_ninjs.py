"""Any bytes as an IPTC JSON item."""

import atheris

with atheris.instrument_imports(include=["dragoman"]):
    from harness import document, fuzz

    from dragoman.reading.document import Format
    from dragoman.reading.ninjs import read_ninjs

fuzz(lambda content: read_ninjs(document(content, Format.NINJS)))
