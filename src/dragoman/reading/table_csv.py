"""Delimited text: CSV, TSV and the like, of any size, with quoted newlines, ragged rows and cells of other encodings.

Not with DuckDB: its reader knows few code pages and drops ragged rows without their number.
"""

import csv
import io
import re
from collections.abc import Iterator
from typing import BinaryIO, TypeVar

from dragoman.errors import SkippedInput
from dragoman.reading.table_rows import DAMAGED, LONGEST_CELL, LONGEST_ROW, LOST, Row, Rows, told
from dragoman.reading.tally import Tally

T = TypeVar("T")

_DELIMITERS = "\t,;|"
_QUOTED = re.compile(r'"[^"]*"')
_STAMP = re.compile(r"20\d{12}")
# GDELT publishes its tables without a line of names: GKG 2, Events 2.0 and Events 1.0.
_GKG = ("GKGRECORDID", "DATE", "SourceCollectionIdentifier", "SourceCommonName", "DocumentIdentifier")
_GDELT = {27: _GKG, 61: (*("",) * 59, "DATEADDED", "SOURCEURL"), 58: (*("",) * 56, "DATEADDED", "SOURCEURL")}


def csv_rows(file: BinaryIO, name: str, tally: Tally) -> Rows:
    """The rows of delimited text; the line of names is row 1. Raises SkippedInput where there is none."""
    # The limit is the process's own; it is only ever raised.
    csv.field_size_limit(max(LONGEST_CELL, csv.field_size_limit()))
    lines = _lines(file, tally)
    first = next((line for line in lines if line.strip()), "")
    if not first:
        raise SkippedInput(name, "the table is empty", "Give a table with a line of names and a row for each report")
    delimiter = max(_DELIMITERS, key=_QUOTED.sub("", first).count)
    reader = _records(_after(first, lines), delimiter, tally)
    number, header = next(reader, (1, []))
    if len(header) in _GDELT and any(_STAMP.fullmatch(cell) for cell in header):
        names = [*_GDELT[len(header)], *[""] * len(header)][: len(header)]
        return Rows(names, _rows(name, _after((number, header), reader), names, tally))
    names = [cell.strip() for cell in told(name, header)]
    return Rows(names, _rows(name, reader, names, tally))


def _lines(file: BinaryIO, tally: Tally) -> Iterator[str]:
    """Lines with their ends; bytes that are no UTF-8 stay as escapes. What a line holds beyond the limit is lost."""
    start = file.read(3)
    file.seek(0)
    wide = start.startswith((b"\xff\xfe", b"\xfe\xff"))
    encoding, errors = ("utf-16", "strict") if wide else ("utf-8-sig", "surrogateescape")
    text = io.TextIOWrapper(file, encoding, errors, newline="\n")
    number = 0
    try:
        while line := text.readline(LONGEST_ROW):
            number += 1
            if not line.endswith("\n") and len(line) >= LONGEST_ROW:
                tally.fault(f"lines of more than {LONGEST_ROW:,} characters", DAMAGED, f"line {number:,}")
                while (line := text.readline(LONGEST_ROW)) and not line.endswith("\n"):
                    continue
                line = "\n"
            yield line
    except UnicodeError:
        tally.fault("its UTF-16 is broken: the rows after are lost", LOST, f"line {number + 1:,}")


def _after(first: T, others: Iterator[T]) -> Iterator[T]:
    yield first
    yield from others


def _records(lines: Iterator[str], delimiter: str, tally: Tally) -> Iterator[tuple[int, list[str]]]:
    """Each record with its number; a cell that never ends costs what it swallowed."""
    reader = csv.reader(lines, delimiter=delimiter)
    number = 0
    while True:
        number += 1
        try:
            record = next(reader, None)
        except csv.Error as error:
            large = "field larger" in str(error)
            reason = f"cells of more than {LONGEST_CELL:,} characters, or a quotation mark that is never closed"
            reason = reason if large else "rows with stray carriage returns"
            tally.fault(reason, DAMAGED, f"row {number:,}, to line {reader.line_num:,} of the file")
            continue
        if record is None:
            return
        yield number, record


def _rows(name: str, records: Iterator[tuple[int, list[str]]], names: list[str], tally: Tally) -> Iterator[Row]:
    """Each record by its names; one with cells beyond them is misread, in one with fewer the last are empty."""
    for number, record in records:
        if any(record[len(names) :]):
            reason = f"rows with more cells than the {len(names)} names, so that cells are in wrong columns"
            tally.fault(reason, DAMAGED, f"row {number:,}")
            continue
        try:
            cells = told(name, record[: len(names)])
        except SkippedInput:
            reason = "rows with bytes that are neither UTF-8 nor surely of one code page"
            tally.fault(reason, "Convert the table to UTF-8", f"row {number:,}")
            continue
        cells += [""] * (len(names) - len(cells))
        # Of two columns with one name the first counts.
        yield Row(number, dict(zip(reversed(names), reversed(cells), strict=True)))
