"""Any bytes as a table; the first byte chooses its kind."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["dragoman"]):
    from harness import fuzz

    from dragoman.reading.table import read_table

KINDS = (".csv", ".tsv", ".jsonl", ".parquet")


def read(content: bytes) -> Iterator[object]:
    """The rows of a file with these bytes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"input{KINDS[content[0] % len(KINDS) if content else 0]}"
        path.write_bytes(content[1:])
        yield from read_table(path, "input", None)


fuzz(read)
