"""Rows of coded reports put together to events: the linkage beside plain rules, against the events of the coders.

**What is compared.** Two clusterings of all rows, by the F of pairs and by B-cubed; rows that stand alone count.
**Held out.** The rows of each country are linked by numbers that were learned from the other countries' rows alone:
no event, actor or report is seen before, and none of the rows among which an event can be mistaken is taken out, as it
would be if events were drawn into halves. "As shipped" are the numbers that come with dragoman; on the rows that they
were learned from they score too well.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from dragoman.evaluate.coreference import Labels, Parts, b_cubed, pairs
from dragoman.evaluate.maverick_format import events_of, read_rows
from dragoman.evaluate.score import Measure, TaskScore
from dragoman.link.clusters import roots
from dragoman.link.coded_rows import Row, columns, link_rows
from dragoman.link.linkage import Linkage, load_linkage

Learner = Callable[[Sequence[Row]], Linkage]
"""From rows with their events to a linkage."""

_ANCHORS = {"pairs": "average link on a pair model .63", "B-cubed": "average link on a pair model .87"}


def evaluate(folder: Path, learn: Learner) -> TaskScore:
    """Pair F and B-cubed F of plain rules, of numbers learned elsewhere, and of the shipped ones."""
    rows = read_rows(folder)
    gold = events_of(rows)
    measures: list[Measure] = []
    countries = sorted({row.get("country") or "" for row in rows})
    if len(countries) > 1:
        held_out: dict[str, str] = {}
        apart: list[Measure] = []
        for country in countries:
            own = [row for row in rows if (row.get("country") or "") == country]
            shown = _shown(own, learn([row for row in rows if (row.get("country") or "") != country]))
            apart += _measures(f"held out, {country}", {item: gold[item] for item in shown}, shown)
            held_out |= shown
        measures = [*_measures("held out", gold, held_out, anchors=True, misses=_misses(rows, held_out)), *apart]
    measures += _measures("as shipped", gold, _shown(rows, load_linkage("coded_rows")))
    measures += _measures("same day and place", gold, {row["id"]: _plain(row) for row in rows})
    measures += _measures("same day, place and actor", gold, {r["id"]: (*_plain(r), r.get("actor1_id")) for r in rows})
    return TaskScore("maverick", tuple(measures))


def _shown(rows: Sequence[Row], linkage: Linkage) -> dict[str, str]:
    return roots(link_rows(columns(rows), linkage))


def _plain(row: Row) -> tuple[str, ...]:
    return tuple(row.get(name) or "" for name in ("country", "date_start", "latitude", "longitude"))


def _measures(
    name: str, gold: Labels, shown: Labels, *, anchors: bool = False, misses: tuple[str, ...] = ()
) -> Iterator[Measure]:
    for kind, parts in (("pairs", pairs(gold, shown)), ("B-cubed", b_cubed(gold, shown))):
        anchor = _ANCHORS[kind] if anchors else ""
        yield _measure(f"{kind}, {name}", parts, len(gold), anchor, misses if kind == "pairs" else ())


def _measure(name: str, parts: Parts, of: int, anchor: str, misses: tuple[str, ...]) -> Measure:
    return Measure(name, parts.f1, of, parts.precision, parts.recall, anchor=anchor, misses=misses)


def _misses(rows: Sequence[Row], shown: Labels) -> tuple[str, ...]:
    """Events that are not found whole and alone, each with its rows by the cluster they were put in."""
    events: dict[str, list[Row]] = {}
    for row in rows:
        events.setdefault(row["event_id"], []).append(row)
    lines = []
    for event, own in sorted(events.items()):
        put = {shown[row["id"]] for row in own}
        strangers = sum(shown[row["id"]] in put for row in rows) - len(own)
        if len(put) > 1 or strangers:
            told = "; ".join(f"{r['date_start']} {r.get('city')}: {r['source']}" for r in own)
            lines.append(f"{event}: {len(own)} rows in {len(put)} clusters, {strangers} of others. {told}")
    return tuple(lines)
