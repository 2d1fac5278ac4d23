"""Files, folders and standard input read into reports; what cannot be read is named, the rest is read."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from dragoman.errors import SkippedInput
from dragoman.model.report import Report
from dragoman.reading.html import looks_like_html, read_html
from dragoman.reading.plain import read_plain
from dragoman.reading.report import make_report
from dragoman.reading.sidecar import Table, read_table, sidecar
from dragoman.reading.stated import Stated
from dragoman.reading.walk import Source, sources

LARGEST = 20_000_000


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read, in the order given.

    `originals` holds each report's bytes by report id; `skipped` the inputs left out or not understood, each with
    a reason and a remedy; `duplicates` the names of inputs that were the same report once more.
    """

    reports: tuple[Report, ...]
    originals: Mapping[str, bytes]
    skipped: tuple[SkippedInput, ...] = ()
    duplicates: tuple[str, ...] = ()


def read_inputs(
    inputs: Sequence[str], *, table: Path | None = None, outlet: str | None = None, stdin: BinaryIO | None = None
) -> Reading:
    """Read files, folders and `-` (standard input) into reports.

    `table` is a CSV with a column `file` (or `path`) and any of outlet, title, published, url, language; `outlet`
    names the outlet of reports for which neither a sidecar nor the table does. A report in an unsupported language
    is in `reports`, with a reason and without sections, and in `skipped`. Raises InputError for an unusable table.
    """
    rows = read_table(table) if table is not None else None
    reports: dict[str, Report] = {}
    originals: dict[str, bytes] = {}
    skipped: list[SkippedInput] = []
    duplicates: list[str] = []
    for source in sources(inputs, table=table):
        if isinstance(source, SkippedInput):
            skipped.append(source)
            continue
        try:
            content = _content(source, stdin)
            report = _report(source, content, rows, outlet or "")
        except SkippedInput as problem:
            skipped.append(problem)
            continue
        if report.id in reports:
            duplicates.append(source.name)
            continue
        reports[report.id], originals[report.id] = report, content
        if report.skipped_reason:
            skipped.append(SkippedInput(source.name, report.skipped_reason, "Give an English version of the report"))
    return Reading(tuple(reports.values()), MappingProxyType(originals), tuple(skipped), tuple(duplicates))


def _content(source: Source, stdin: BinaryIO | None) -> bytes:
    remedy = f"Give files of at most {LARGEST // 1_000_000} MB, one report each"
    try:
        if source.path is None:
            content = (stdin or sys.stdin.buffer).read(LARGEST + 1)
        else:
            with source.path.open("rb") as file:
                content = file.read(LARGEST + 1)
    except OSError as error:
        raise SkippedInput(source.name, f"it cannot be read ({error.strerror})", "Check the permissions") from error
    if len(content) > LARGEST:
        raise SkippedInput(source.name, f"it is larger than {LARGEST // 1_000_000} MB", remedy)
    return content


def _report(source: Source, content: bytes, rows: Table | None, outlet: str) -> Report:
    """Sidecar before table before the outlet given before what the page or its header says."""
    said = Stated()
    if source.path is not None:
        said = sidecar(source.path, source.name)
        said = said.over(rows.row(source.path)) if rows is not None else said
    suffix = source.path.suffix.casefold() if source.path is not None else ""
    is_page = suffix in (".html", ".htm", ".xhtml") or looks_like_html(content)
    text, own = (read_html if is_page else read_plain)(source.name, content)
    stated = said.over(Stated(outlet=outlet)).over(own)
    stem = source.name if source.path is None else Path(source.name).stem
    return make_report(source.name, content, text, stated, stem=stem)
