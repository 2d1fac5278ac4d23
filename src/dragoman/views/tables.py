"""Arrays of the record as rows to filter, and as a table to read."""

from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Any

from rich.console import Console
from rich.table import Table

from dragoman.errors import InputError
from dragoman.model.cameo import cameo_root
from dragoman.model.plover import EventType
from dragoman.views import comparisons, versions

_COLUMNS = {
    "reports": ("id", "story", "outlet", "published.start", "published.precision", "title"),
    "claims": ("id", "field", "value", "hedge", "unit", "voice.kind", "voice.name", "outlet", "span.exact"),
    "events": (
        "id",
        "type",
        "mode",
        "cameo",
        "time.start",
        "place.name",
        "modality",
        "standing",
        "accounts",
        "corroboration",
        "summary",
    ),
    "figures": ("id", "what", "unit", "verdict", "standing", "corroboration", "best", "low", "high"),
    "comparisons": comparisons.COLUMNS,
    "utterances": ("id", "speaker.name", "date", "variants.0.span.exact"),
    "positions": ("id", "party.name", "issue", "stance", "content"),
    "proposals": ("id", "author.name", "to.name", "content"),
    "commitments": ("id", "by.0.name", "status", "due.start", "due.end", "what"),
    "rounds": ("process", "event", "place", "venue", "length"),
    "lineages": ("id", "original", "reason", "members.0.report", "members.1.report"),
    "versions": versions.COLUMNS,
}


def rows_of(record: dict[str, Any], what: str) -> list[dict[str, Any]]:
    """The rows of one array; rounds are taken out of their processes, events have their CAMEO root beside them."""
    if what == "events":
        return [{**one, "cameo": cameo_root(EventType(one["type"]), one["mode"])} for one in record[what]]
    if what != "rounds":
        found: list[dict[str, Any]] = record[what]
        return found
    return [{"process": process["name"], **one} for process in record["processes"] for one in process["rounds"]]


def filtered(rows: Iterable[dict[str, Any]], conditions: Sequence[str]) -> list[dict[str, Any]]:
    """Rows that meet every `field=value`; a nested field is written with dots. Raises InputError for other forms."""
    kept = list(rows)
    for condition in conditions:
        path, mark, value = condition.partition("=")
        if not mark:
            raise InputError(f"--where {condition!r}: write FIELD=VALUE, for example --where voice.kind=named")
        kept = [row for row in kept if value.casefold() == str(_at(row, path)).casefold()]
    return kept


def table(what: str, rows: Iterable[dict[str, Any]], *, width: int = 160) -> str:
    """The rows as a table of the array's main columns."""
    shown = Table(box=None, pad_edge=False, header_style="bold")
    for column in _COLUMNS[what]:
        shown.add_column(column, no_wrap=column == "id")
    for row in rows:
        shown.add_row(*(_cell(_at(row, column)) for column in _COLUMNS[what]))
    out = StringIO()
    Console(file=out, width=width, markup=False, highlight=False).print(shown)
    return out.getvalue()


def _at(row: Any, path: str) -> Any:
    for step in path.split("."):
        if isinstance(row, list):
            row = row[int(step)] if step.isdigit() and int(step) < len(row) else None
        elif isinstance(row, dict):
            row = row.get(step)
        else:
            return None
    return row


def _cell(value: Any) -> str:
    if isinstance(value, list):
        value = "; ".join(map(str, value))
    return "" if value is None else " ".join(str(value).split())[:120]
