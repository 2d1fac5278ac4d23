"""The formats in which a record leaves, listed by hand; one file a format."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from dragoman.errors import InputError
from dragoman.export.eventreport import eventreport
from dragoman.export.json import Texts, dumps, record_json
from dragoman.export.links import links
from dragoman.export.table import Table, as_csv, write_parquet
from dragoman.export.ucdp import ucdp
from dragoman.link.clusters import LinkScore
from dragoman.model.record import RecordData

JSON = "json"
TABLES: Mapping[str, Callable[[RecordData, Iterable[LinkScore]], Table]] = {
    "eventreport": eventreport,
    "ucdp": ucdp,
    "links": links,
}
"""Tables by the name of their format; beside them there is the record as JSON."""
_PARQUET = ".parquet"


def written(record: RecordData, scored: Iterable[LinkScore], form: str, *, texts: Texts = Texts.FULL) -> str:
    """The record in a format, as text: JSON, or a table as CSV. Raises InputError for a format that there is not."""
    if form == JSON:
        return dumps(record_json(record, texts=texts)) + "\n"
    return as_csv(_table(record, scored, form))


def write(record: RecordData, scored: Iterable[LinkScore], form: str, path: Path, *, texts: Texts = Texts.FULL) -> None:
    """Write the record to a file; one whose name ends in .parquet holds the table as Parquet.

    Raises InputError where the format is unknown or is no table, or the file cannot be written.
    """
    parquet = path.suffix.lower() == _PARQUET
    if parquet and form == JSON:
        raise InputError(f"{path}: json is no table. Write it to a file that ends in .json")
    try:
        if parquet:
            write_parquet(_table(record, scored, form), path)
        else:
            path.write_text(written(record, scored, form, texts=texts), encoding="utf-8", newline="")
    except OSError as error:
        raise InputError(f"{path}: this cannot be written: {error}") from error


def _table(record: RecordData, scored: Iterable[LinkScore], form: str) -> Table:
    if form not in TABLES:
        raise InputError(f"no format {form!r}: it is one of {', '.join((JSON, *TABLES))}")
    return TABLES[form](record, scored)
