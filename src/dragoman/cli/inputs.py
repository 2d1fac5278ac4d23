"""From the arguments of a command to reports."""

from collections.abc import Sequence
from pathlib import Path

from dragoman.errors import InputError
from dragoman.reading.files import Reading, read_inputs
from dragoman.run.pipeline import require_reports


def reading(inputs: Sequence[str] | None, *, table: Path | None = None, outlet: str | None = None) -> Reading:
    """The reports of the inputs; raises InputError when none is given or nothing at all could be read."""
    if not inputs:
        raise InputError("no input is given. Name files or folders, or - for standard input")
    return require_reports(read_inputs(inputs, table=table, outlet=outlet))
