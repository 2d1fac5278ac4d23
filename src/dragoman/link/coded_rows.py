"""Rows of a table in which coders tell what each report says of an event, as columns that a linkage compares.

The table is of the pattern of MAVERICK and of the R package eventreport: one row for each event of each report, with
dates, place, up to six actors, deaths and injuries in bounds, and the report.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from itertools import combinations
from math import cos, floor, radians, sin

import pyarrow as pa

from dragoman.link.clusters import Pair, pair
from dragoman.link.grouping import groups
from dragoman.link.linkage import Linkage
from dragoman.link.probabilistic import score
from dragoman.link.words import content, fold, words

Row = Mapping[str, str]
"""A row by the names of its columns; what is not told is "" or left out."""

_ACTORS = range(1, 7)
_DAYS = 31
"""Of a range of more days so many first ones bring rows together: it says next to nothing of when."""
_CELL = 0.5
"""Degrees on each side of a cell of the grid by which rows are brought together."""
_EARTH = 6371.0
"""Kilometres from the middle of the earth to its surface."""
_SHORTEST = 4
_SOURCE = re.compile(r"\s*(?P<outlet>.*?)\s*\((?P<day>\d{4}-\d\d-\d\d)\)\s*(?P<title>.*)", re.DOTALL)
_NAMELESS = ("unknown", "other")
_folded = lru_cache(maxsize=1 << 14)(fold)
"""A table says the same few hundred names again and again."""
_COLUMNS = pa.schema(
    [
        ("id", pa.string()),
        ("country", pa.string()),
        ("first", pa.int32()),
        ("last", pa.int32()),
        ("days", pa.list_(pa.int32())),
        ("point", pa.list_(pa.float64())),
        ("cells", pa.list_(pa.string())),
        ("exact", pa.int32()),
        ("city", pa.string()),
        ("places", pa.list_(pa.string())),
        ("named", pa.list_(pa.string())),
        ("nameless", pa.list_(pa.string())),
        ("kinds", pa.list_(pa.string())),
        ("deeds", pa.list_(pa.string())),
        ("context", pa.string()),
        ("target", pa.string()),
        *((f"{what}_{bound}", pa.int64()) for what in ("deaths", "injuries") for bound in ("low", "best", "high")),
        ("damage", pa.bool_()),
        ("displacement", pa.bool_()),
        ("report", pa.string()),
        ("published", pa.int32()),
        ("press", pa.bool_()),
        ("headline", pa.list_(pa.string())),
        ("crowd", pa.int32()),
    ]
)


def link_rows(table: pa.Table, linkage: Linkage) -> tuple[tuple[str, ...], ...]:
    """The ids of rows of one event, as clusters, from the columns of the rows."""
    scored = score(linkage, table, least=linkage.unseen)
    return groups(linkage, table["id"].to_pylist(), scored, cannot=apart(table))


def apart(table: pa.Table) -> frozenset[Pair]:
    """Pairs of rows of one report: a coder gives each event of a report one row, so they are never one event."""
    reports: dict[str, list[str]] = defaultdict(list)
    for row, report in zip(table["id"].to_pylist(), table["report"].to_pylist(), strict=True):
        reports[report].append(row)
    return frozenset(pair(a, b) for rows in reports.values() for a, b in combinations(rows, 2))


def columns(rows: Iterable[Row]) -> pa.Table:
    """The rows as a table for `link_rows`; days are counted from the year 1, points are kilometres."""
    made = [_columns(row) for row in rows]
    crowds = Counter(_spot(one) for one in made)
    return pa.Table.from_pylist([one | {"crowd": crowds[_spot(one)]} for one in made], schema=_COLUMNS)


def _spot(one: Mapping[str, object]) -> tuple[object, ...]:
    """Report, day and town: a report that tells much of one spot leaves it open which of it another means."""
    return one["report"], one["first"], one["city"]


def _columns(row: Row) -> dict[str, object]:
    return {
        "id": row["id"],
        "country": row.get("country") or "",
        **_when(row),
        **_where(row),
        **_who(row),
        "deeds": _several(row.get(f"actor{n}_violence") or "" for n in _ACTORS),
        "context": _known(row.get("event_context")),
        "target": _known(row.get("target")),
        **_harm(row),
        **_report(row),
    }


def _when(row: Row) -> dict[str, object]:
    days = [day for key in ("date_start", "date_end") if (day := _day(row.get(key)))]
    if not days:
        return {"first": None, "last": None, "days": []}
    first, last = min(days), max(days)
    covered = range(first, min(last, first + _DAYS) + 2)
    return {"first": first, "last": last, "days": list(covered)}


def _where(row: Row) -> dict[str, object]:
    city, location = row.get("city") or "", row.get("location") or ""
    places = {word for word in words(location) if len(word) >= _SHORTEST} - set(words(city))
    exact = int(float(row.get("geo_precision") or 0))
    try:
        north, east = float(row.get("latitude") or ""), float(row.get("longitude") or "")
    except ValueError:
        return {"point": None, "cells": [], "exact": exact, "city": _folded(city) or None, "places": sorted(places)}
    return {
        "point": _point(north, east),
        "cells": list(_cells(north, east)),
        "exact": exact,
        "city": _folded(city) or None,
        "places": sorted(places),
    }


def _point(north: float, east: float) -> list[float]:
    """A point on the earth in kilometres along three axes: near points lie as far apart there as on the ground."""
    up, round_ = radians(north), radians(east)
    return [_EARTH * cos(up) * cos(round_), _EARTH * cos(up) * sin(round_), _EARTH * sin(up)]


def _cells(north: float, east: float) -> Iterator[str]:
    """The four cells around the nearest corner of the grid: points that lie half a cell apart or less share one."""
    up, right = floor(north / _CELL + 0.5), floor(east / _CELL + 0.5)
    around = round(360 / _CELL)
    yield from (f"{row}:{column % around}" for row in (up - 1, up) for column in (right - 1, right))


def _who(row: Row) -> dict[str, object]:
    named: set[str] = set()
    nameless: set[str] = set()
    kinds: set[str] = set()
    for number in _ACTORS:
        name, code = row.get(f"actor{number}") or "", row.get(f"actor{number}_id") or ""
        if name or code:
            known = not _folded(name).startswith(_NAMELESS)
            (named if known else nameless).add(code or _folded(name))
            kinds.add(row.get(f"actor{number}_type") or "")
    return {"named": sorted(named), "nameless": sorted(nameless), "kinds": sorted(kinds - {""})}


def _harm(row: Row) -> dict[str, object]:
    told: dict[str, object] = {what: (_number(row.get(what)) or 0) > 0 for what in ("damage", "displacement")}
    for what in ("deaths", "injuries"):
        low, best, high = (_number(row.get(f"{what}_{bound}")) for bound in ("low", "best", "high"))
        known = [number for number in (best, low, high) if number is not None]
        if known:
            low, best, high = (known[0] if number is None else number for number in (low, best, high))
        told |= {f"{what}_low": low, f"{what}_best": best, f"{what}_high": high}
    return told


def _report(row: Row) -> dict[str, object]:
    source = row.get("source") or ""
    found = _SOURCE.fullmatch(source)
    title = _folded(found["title"] if found else source)
    outlet = _folded(found["outlet"]) if found else ""
    return {
        "report": f"{outlet}: {title}" if title else row["id"],
        "published": _day(found["day"]) if found else None,
        "press": any(word in _folded(row.get("source_type") or "") for word in ("news", "press", "media")),
        "headline": sorted(word for word in content(title) if len(word) >= _SHORTEST),
    }


def _several(cells: Iterable[str]) -> list[str]:
    found = {_folded(part.strip()) for cell in cells for part in cell.split(";")}
    return sorted(part for part in found if part and not part.startswith(_NAMELESS))


def _known(cell: str | None) -> str | None:
    told = _folded(cell or "")
    return None if not told or told.startswith(_NAMELESS) else told


def _number(cell: str | None) -> int | None:
    try:
        return int(float(cell or ""))
    except ValueError:
        return None


def _day(cell: str | None) -> int | None:
    try:
        return date.fromisoformat(cell or "").toordinal()
    except ValueError:
        return None
