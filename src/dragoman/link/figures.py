"""Quantity claims that count one thing of one event, and those that a reader would only put side by side."""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations, product

from dragoman.link.clusters import LinkScore, Pair, clusters, pair, roots
from dragoman.link.copies import Bundles, Row, across, bundled, kinds, rows, stars
from dragoman.link.counted import Counted
from dragoman.link.figure_pairs import FigurePairs
from dragoman.link.refusals import Agree, close, doubtful, refusal, repeated
from dragoman.link.ruling import NOTHING, Ruling
from dragoman.link.similarity import Similarity
from dragoman.link.ties import revises
from dragoman.model.claim import Claim
from dragoman.model.quantity import Measure
from dragoman.model.report import Report
from dragoman.model.verdict import Verdict

_BELOW = 0.5
"""So far below what joins are held two readings that contradict each other and are not plainly of one thing."""
_HELD = "held back: the amounts exclude each other, and too little else shows one thing"


@dataclass(frozen=True, slots=True)
class NearPair:
    """Two claims that only look alike, with what sets them apart: a verdict and the field that differs."""

    a: str
    b: str
    verdict: Verdict
    differs: str


@dataclass(frozen=True, slots=True)
class FigureLinks:
    """Groups of claim ids, each one figure; near pairs across groups; scores of what is one or nearly; deeds by claim.

    `sure` are the pairs that are plainly of one thing, whatever their amounts; of the `revised` a report says that the
    one number became the other.
    """

    groups: tuple[tuple[str, ...], ...]
    near: tuple[NearPair, ...]
    scores: tuple[LinkScore, ...]
    done: Mapping[str, frozenset[str]]
    sure: frozenset[Pair] = frozenset()
    revised: frozenset[Pair] = frozenset()


def link_figures(
    counted: Sequence[Counted],
    reports: Iterable[Report],
    similarity: Similarity,
    agree: Agree,
    *,
    ruling: Ruling = NOTHING,
) -> FigureLinks:
    """Group claims into figures; `agree` says whether two amounts leave room for one another.

    What persons have made one thing (`ruling`) is plainly so.

    Claims of one report are compared each with each; those of two reports that print the same in the same words are
    put together first, and compared as one.
    """
    equal = kinds(counted, _looked_at)
    judge = _Judge(FigurePairs(equal, reports, similarity), _remembered(agree))
    linkage = judge.pairs.linkage
    known = {c.id for c in counted}
    judge.cannot.update(ends for ends in ruling.cannot if known.issuperset(ends))
    for a, b in _within(counted):
        judge.compare(a, b)
    again = clusters([c.id for c in counted], judge.again, join=linkage.join, hold=linkage.join, cannot=ruling.cannot)
    units = roots(again)
    strong = {kind: found for kind, same in equal.items() if (found := judge.repeated(same))}
    made = _bundles(equal, units, strong, judge)
    unit = {claim: made.of[own] for claim, own in units.items()}
    for a, b in _across(equal, unit, judge.pairs):
        judge.compare(a, b)
    stars_of = (replace(strong[kind], a=a, b=b) for kind in strong for a, b in stars(equal[kind], unit))
    groups = ruling.settled(_grouped(units, made, unit, judge))
    return FigureLinks(
        groups=groups,
        near=tuple(_one_a_pair(judge.near, groups)),
        scores=(*judge.joined, *stars_of),
        done={c.id: c.done for c in counted},
        sure=frozenset(judge.sure.union(*(combinations(one, 2) for one in ruling.must))),
        revised=frozenset(judge.revised),
    )


def _remembered(agree: Agree) -> Agree:
    known: dict[Pair, bool] = {}

    def agreed(one: Claim, other: Claim) -> bool:
        ids = pair(one.id, other.id)
        if ids not in known:
            known[ids] = agree(one, other)
        return known[ids]

    return agreed


class _Judge:
    """Compares claims two by two, and keeps what it found: points by pair, and what the fields of the links hold."""

    def __init__(self, pairs: FigurePairs, agree: Agree) -> None:
        self.pairs, self._agree = pairs, agree
        self._join = pairs.linkage.join
        self.points: dict[Pair, float] = {}
        self.joined: list[LinkScore] = []
        self.again: list[LinkScore] = []
        self.near: list[NearPair] = []
        self.cannot: set[Pair] = set()
        self.sure: set[Pair] = set()
        self.revised: set[Pair] = set()

    def compare(self, a: Counted, b: Counted) -> None:
        """Compare two claims and keep what comes of it."""
        ids = pair(a.id, b.id)
        if differs := refusal(a, b, self._agree):
            self.cannot.add(ids)
            self.near += [apart] if (apart := _near(a, b, differs)) else []
            return
        found = self.pairs.weigh(a, b)
        if found is None:
            return
        sure, starts = self._judged(a, b, found.weight)
        weight = found.weight if starts else min(found.weight, self._join - _BELOW)
        self.points[ids] = weight
        if weight >= self.pairs.linkage.hold:
            scored = self.pairs.explained(found, a, b)
            held = (_HELD,) if weight < found.weight else ()
            self.joined.append(replace(scored, score=weight, reasons=(*scored.reasons, *held)))
            if starts and repeated(a, b) and weight >= self._join:
                self.again.append(scored)
        self.sure |= {ids} if sure else set()
        self.revised |= {ids} if revises(a, b) else set()

    def repeated(self, same: Sequence[Counted]) -> LinkScore | None:
        """The score of equal claims of two reports, where it joins them by itself."""
        for a, b in across(same, same):
            found = self.pairs.weigh(a, b)
            fits = found and self._judged(a, b, found.weight)[1] and not self.refuses((a,), (b,))
            return self.pairs.explained(found, a, b) if found and fits and found.weight >= self._join else None
        return None

    def refuses(self, same: Sequence[Counted], other: Sequence[Counted]) -> bool:
        """Whether claims of two kinds cannot count one thing when they stand in two reports."""
        return any(refusal(a, b, self._agree) for a, b in across(same, other))

    def _judged(self, a: Counted, b: Counted, weight: float) -> tuple[bool, bool]:
        """Whether both are plainly of one thing, and whether they may start a figure."""
        sure = weight >= self._join and not doubtful(a, b, self._agree(a.claim, b.claim))
        return sure, sure or close(a, b, self._agree)


def _looked_at(c: Counted) -> Hashable:
    """All that is compared of a claim with one of another report."""
    claim, voice = c.claim, c.claim.voice
    amount = claim.value, claim.low, claim.high, claim.low_strict, claim.high_strict, claim.hedge
    what = claim.unit, claim.what, claim.scope, claim.side, claim.per, claim.span.exact
    who = (voice.kind, voice.entity, voice.name) if voice.entity else None
    told = (c.told.actors, c.told.recipients) if c.told else None
    done = c.measure, c.things, c.done, c.moods, c.of, told, c.event, c.near, c.here, c.matters
    return amount, what, who, done, c.when, c.places, c.published, c.scene, c.context, c.ahead, c.after


def _bundles(
    equal: Mapping[str, Sequence[Counted]], units: Mapping[str, str], strong: Collection[str], judge: _Judge
) -> Bundles:
    """Units of claims, each the repetitions of a number in its report, by what they print alike."""

    @cache
    def refuses(kind: str, other: str) -> bool:
        return judge.refuses(equal[kind], equal[other])

    held: dict[str, set[str]] = defaultdict(set)
    for kind, same in equal.items():
        for c in same:
            held[units[c.id]].add(kind)
    apart = [(units[a], units[b]) for a, b in judge.cannot if units[a] != units[b]]
    return bundled(held, strong, refuses, apart)


def _grouped(
    units: Mapping[str, str], made: Bundles, unit: Mapping[str, str], judge: _Judge
) -> tuple[tuple[str, ...], ...]:
    """Clusters of claims, those put together before as near as their best pair."""
    best: dict[Pair, float] = {}
    for (a, b), points in judge.points.items():
        ends = pair(unit[a], unit[b])
        if ends[0] != ends[1]:
            best[ends] = max(points, best.get(ends, points))
    apart = {pair(unit[a], unit[b]) for a, b in judge.cannot if unit[a] != unit[b]}
    linkage = judge.pairs.linkage
    floor = linkage.unseen
    scores = (LinkScore(*ends, points - floor, ()) for ends, points in best.items())
    members: dict[str, list[str]] = defaultdict(list)
    for claim, own in units.items():
        members[own].append(claim)
    groups = made.spread(clusters(made.ids, scores, join=linkage.join - floor, hold=linkage.hold - floor, cannot=apart))
    return tuple(sorted(tuple(sorted(m for own in group for m in members[own])) for group in groups))


def _within(counted: Iterable[Counted]) -> Iterator[tuple[Counted, Counted]]:
    """Pairs of one report."""
    by_report: dict[str, list[Counted]] = defaultdict(list)
    for c in sorted(counted, key=lambda c: c.id):
        by_report[c.report].append(c)
    for told in by_report.values():
        yield from combinations(told, 2)


def _across(
    equal: Mapping[str, Sequence[Counted]], unit: Mapping[str, str], pairs: FigurePairs
) -> Iterator[tuple[Counted, Counted]]:
    """Pairs of two reports that may count one thing, one for all readings that are equal."""
    lines: dict[str, list[Row[Counted]]] = defaultdict(list)
    kind_of = {c.id: kind for kind, same in equal.items() for c in same}
    for row in rows(equal, unit):
        lines[kind_of[row.items[0].id]].append(row)
    for first, second in pairs.likely:
        two = combinations(lines[first], 2) if first == second else product(lines[first], lines[second])
        for x, y in two:
            if x.unit != y.unit:
                yield from across(x.items, y.items)


def _near(a: Counted, b: Counted, differs: str) -> NearPair | None:
    """What a reader would put side by side although it is not one figure."""
    if a.measure != Measure.COUNT or b.measure != Measure.COUNT or a.claim.report == b.claim.report:
        return None
    same, kin = bool(a.things & b.things), bool(a.done & b.done)
    if a.event is not None and a.event == b.event and _same_relation(a, b):
        first, second = pair(a.id, b.id)
        word = "deed" if same else "thing"
        return NearPair(first, second, Verdict.DIFFERENT_SCOPE, word) if same != kin else None
    if differs != "time" or not (same and kin and _same_relation(a, b)):
        return None
    return NearPair(*pair(a.id, b.id), Verdict.DIFFERENT_TIME, "time")


def _same_relation(a: Counted, b: Counted) -> bool:
    """Whether the same side acts on the same side, as far as both tell, and one of the two is told by both."""
    first, second = a.told, b.told
    if first is None or second is None:
        return False
    ends = ((first.actors, second.actors), (first.recipients, second.recipients))
    fits = all(not (mine and theirs) or mine & theirs for mine, theirs in ends)
    return fits and bool(first.actors & second.actors)


def _one_a_pair(near: Iterable[NearPair], groups: Iterable[tuple[str, ...]]) -> Iterator[NearPair]:
    """The first near pair of any two groups, and none within a group."""
    group_of = {member: group[0] for group in groups for member in group}
    seen = set()
    for found in sorted(near, key=lambda n: (n.a, n.b)):
        key = pair(group_of[found.a], group_of[found.b])
        if key[0] != key[1] and key not in seen:
            seen.add(key)
            yield found
