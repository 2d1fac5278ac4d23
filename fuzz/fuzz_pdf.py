"""Any bytes as a PDF."""

import atheris

with atheris.instrument_imports(include=["dragoman", "pypdf"]):
    from harness import document, fuzz

    from dragoman.reading.document import Format
    from dragoman.reading.pdf import read_pdf

fuzz(lambda content: read_pdf(document(content, Format.PDF)))
