"""Any bytes as a WARC."""

import io

import atheris

with atheris.instrument_imports(include=["dragoman"]):
    from harness import fuzz

    from dragoman.reading.warc import read_warc

fuzz(lambda content: read_warc(io.BytesIO(content), "input"))
