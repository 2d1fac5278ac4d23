"""Where and on which days the harm around a count is told to have been done."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.link.deeds import CLAUSE_BREAK, JOINT
from dragoman.link.material import Material
from dragoman.link.words import fold
from dragoman.model.entity import EntityKind
from dragoman.model.span import Span
from dragoman.model.time import Precision
from dragoman.text.lexicon import load

_FINE = frozenset({"venue", "city"})
_AT = re.compile(r"\b(?:in|at|near|outside|of|on the|hit the|struck the) ((?:[A-Z][\w’'-]+)(?: [A-Z][\w’'-]+){0,2})")
"""Names of towns and sites that no gazetteer has."""
_DAY_AFTER = re.compile(r"\b(?:a|one) day after\b")
_SAID = re.compile(r",? and (?:said|added|told|declared)\b")
_BACK = 700
"""Characters back from a sentence in which the attack of which it goes on to speak was told."""


@dataclass(frozen=True, slots=True)
class Scene:
    """Folded names of towns and sites, and ISO days, that are told with a count or shortly before it."""

    places: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()

    def meets(self, other: "Scene") -> bool:
        """Whether both are told of one place and of one day."""
        return bool(self.places & other.places and self.days & other.days)


NOWHERE = Scene()
"""The scene of a count of which nothing near tells."""


class Scenes:
    """The towns, sites and days of each report, for look-up by place in the text."""

    def __init__(self, material: Material) -> None:
        self._places: dict[str, list[tuple[int, str]]] = defaultdict(list)
        self._days: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for mention in material.places:
            if mention.place.precision in _FINE:
                self._places[mention.span.report].append((mention.span.start, fold(mention.place.name)))
        wide = {fold(n) for e in material.entities if e.kind != EntityKind.PLACE for n in (e.name, *e.aliases)}
        empty = frozenset(load("counted")["empty"])
        for report in material.reports:
            named = ((m.start(1), fold(m.group(1))) for m in _AT.finditer(report.text))
            self._places[report.id] += [n for n in named if n[1] not in wide and n[1].split()[0] not in empty]
        for time in material.times:
            if time.interval.precision == Precision.DAY and time.interval.start == time.interval.end:
                self._days[time.span.report].append((time.span.start, time.interval.start or ""))
        for found in (*self._places.values(), *self._days.values()):
            found.sort()

    def of(self, span: Span, sentence: Span) -> Scene:
        """The places and days of a count's clause, else those of its sentence and of what stands before it."""
        first, last = _clause(span, sentence)
        back = max(0, sentence.start - _BACK)
        places, days = self._places[span.report], self._days[span.report]
        on = _between(days, first, last) or _between(days, back, sentence.end)
        if _DAY_AFTER.search(sentence.exact):
            on |= frozenset(_before(day) for day in _between(days, sentence.start, sentence.end))
        return Scene(_between(places, first, last) or _between(places, back, sentence.end), on)


def _before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def _between(found: list[tuple[int, str]], start: int, end: int) -> frozenset[str]:
    first, last = bisect_left(found, (start, "")), bisect_right(found, (end, ""))
    return frozenset(name for _, name in found[first:last])


def _clause(span: Span, sentence: Span) -> tuple[int, int]:
    """Start and end of the clause in which a count stands; "and" and commas do not end it."""
    at = span.start - sentence.start, span.end - sentence.start
    breaks = [m for m in CLAUSE_BREAK.finditer(sentence.exact) if not JOINT.match(m.group())]
    start = max((m.end() for m in breaks if m.end() <= at[0]), default=0)
    said = _SAID.search(sentence.exact, max(0, at[1]))
    ends = [m.start() for m in breaks if m.start() >= at[1]] + ([said.start()] if said else [])
    end = min(ends, default=len(sentence.exact))
    return sentence.start + start, sentence.start + end
