"""Any bytes as a WACZ."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["dragoman"]):
    from harness import fuzz

    from dragoman.reading.wacz import read_wacz


def read(content: bytes) -> Iterator[object]:
    """The captures of a file with these bytes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "input.wacz"
        path.write_bytes(content)
        yield from read_wacz(path, "input")


fuzz(read)
