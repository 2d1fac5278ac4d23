"""What every harness shares: any bytes give parts, or a line that says why not; anything else is a finding."""

import sys
from collections.abc import Callable, Iterator

import atheris

from dragoman.errors import SkippedInput
from dragoman.reading.document import Document, Format


def fuzz(read: Callable[[bytes], object]) -> None:
    """Give any bytes to a reader, as libFuzzer asks; options and folders of examples come from the command line."""

    def one(content: bytes) -> None:
        try:
            given = read(content)
            problems = [part for part in given if isinstance(part, SkippedInput)] if isinstance(given, Iterator) else []
        except SkippedInput as problem:
            problems = [problem]
        if not all(str(problem).isprintable() for problem in problems):
            raise AssertionError(f"a line that cannot be printed: {problems}")

    atheris.Setup(sys.argv, one)
    atheris.Fuzz()


def document(content: bytes, format: Format) -> Document:
    """Bytes as the one report of an input."""
    return Document("input", content, format)
