"""One row for each scored link: how well two things match, why, and whether they were put together."""

from collections.abc import Iterable, Iterator

from dragoman.export.table import Cell, Kind, Table, table_of
from dragoman.link.clusters import LinkScore
from dragoman.model.record import RecordData

COLUMNS: dict[str, Kind] = {
    "a": Kind.TEXT,
    "b": Kind.TEXT,
    "score": Kind.NUMBER,
    "joined": Kind.FLAG,
    "kind": Kind.TEXT,
    "item": Kind.TEXT,
    "a_item": Kind.TEXT,
    "b_item": Kind.TEXT,
    "reasons": Kind.TEXT,
}
"""`item` is what both belong to, of `kind`, else each has its own; empty where a record does not keep the members."""
_ITEMS = ("events", "figures", "utterances", "commitments")


def links(record: RecordData, scored: Iterable[LinkScore]) -> Table:
    """Every scored link; `a` and `b` are ids of mentions, claims, quotes or entities, and each pair stands in order."""
    ordered = sorted(scored, key=lambda link: (link.a, link.b, link.score, link.reasons))
    return table_of(COLUMNS, _rows(ordered, _members(record)))


def _rows(scored: Iterable[LinkScore], items: dict[str, tuple[str, str]]) -> Iterator[dict[str, Cell]]:
    nothing = ("", "")
    for link in scored:
        (kind, a), (_, b) = items.get(link.a, nothing), items.get(link.b, nothing)
        known, same = bool(a and b), bool(a) and a == b
        yield {
            "a": link.a,
            "b": link.b,
            "score": link.score,
            "joined": same if known else None,
            "kind": kind or None,
            "item": a if same else None,
            "a_item": a or None,
            "b_item": b or None,
            "reasons": "; ".join(link.reasons),
        }


def _members(record: RecordData) -> dict[str, tuple[str, str]]:
    """Each member of an item to what the item is and its id."""
    found: dict[str, tuple[str, str]] = {}
    for table in _ITEMS:
        for item in getattr(record, table):
            for member in (item.id, *getattr(item, "aliases", ())):
                found[member] = (table.removesuffix("s"), item.id)
    return found
