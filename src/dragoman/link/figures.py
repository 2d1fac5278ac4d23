"""Quantity claims that count one thing of one event, and those that a reader would only put side by side."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.link.closeness import AGREEING, DIFFERING, closeness
from dragoman.link.clusters import LinkScore, Pair, clusters, pair, roots
from dragoman.link.counted import Counted, kind_of
from dragoman.link.refusals import Agree, anchored, close, doubtful, one_thing, refusal, repeated
from dragoman.link.similarity import Similarity
from dragoman.link.ties import days_between, revises
from dragoman.model.claim import Claim
from dragoman.model.quantity import Measure
from dragoman.model.verdict import Verdict

_HOLD = 2.0
_WINDOW = 21
"""Days between reports beyond which two numbers are not compared."""
_BELOW = AGREEING - 0.5
"""The most that two numbers score which contradict each other and that nothing ties together."""


@dataclass(frozen=True, slots=True)
class NearPair:
    """Two claims that only look alike, with what sets them apart: a verdict and the field that differs."""

    a: str
    b: str
    verdict: Verdict
    differs: str


@dataclass(frozen=True, slots=True)
class FigureLinks:
    """Groups of claim ids, each one figure; near pairs across groups; the scores behind the groups; deeds by claim.

    `sure` are the pairs that are plainly of one thing, whatever their amounts; of the `revised` a report says that the
    one number became the other.
    """

    groups: tuple[tuple[str, ...], ...]
    near: tuple[NearPair, ...]
    scores: tuple[LinkScore, ...]
    done: Mapping[str, frozenset[str]]
    sure: frozenset[Pair] = frozenset()
    revised: frozenset[Pair] = frozenset()


def link_figures(counted: Sequence[Counted], similarity: Similarity, agree: Agree) -> FigureLinks:
    """Group claims into figures; `agree` says whether two amounts leave room for one another."""
    scores, near, cannot = [], [], set[Pair]()
    known: dict[Pair, bool] = {}

    def agreed(one: Claim, other: Claim) -> bool:
        ids = pair(one.id, other.id)
        if ids not in known:
            known[ids] = agree(one, other)
        return known[ids]

    again: list[LinkScore] = []
    tied, revised = set[Pair](), set[Pair]()
    for a, b in _candidates(counted):
        if differs := refusal(a, b, agreed):
            cannot.add(pair(a.id, b.id))
            near += [found] if (found := _near(a, b, differs)) else []
            continue
        scored = closeness(a, b, similarity, agree=agreed)
        sure = scored.score >= DIFFERING and anchored(a, b, similarity) and not doubtful(a, b)
        starts = (sure or close(a, b, agreed)) and one_thing(a, b)
        scores.append(scored if starts else replace(scored, score=min(scored.score, _BELOW)))
        tied |= {pair(a.id, b.id)} if sure else set()
        revised |= {pair(a.id, b.id)} if revises(a, b) else set()
        if starts and repeated(a, b) and scored.score >= AGREEING:
            again.append(scored)
    groups = _grouped([c.id for c in counted], scores, again, cannot)
    joined = tuple(s for s in scores if s.score >= AGREEING)
    done = {c.id: c.done for c in counted}
    return FigureLinks(groups, tuple(_one_a_pair(near, groups)), joined, done, frozenset(tied), frozenset(revised))


def _grouped(
    ids: Sequence[str], scores: Iterable[LinkScore], again: Iterable[LinkScore], cannot: Iterable[Pair]
) -> tuple[tuple[str, ...], ...]:
    """Clusters of claims, those that repeat a number in one report first made one, as near as their best pair."""
    units = clusters(ids, again, join=AGREEING, hold=0.0)
    unit = roots(units)
    best: dict[Pair, LinkScore] = {}
    for found in scores:
        ends = pair(unit[found.a], unit[found.b])
        if ends[0] != ends[1] and (ends not in best or found.score > best[ends].score):
            best[ends] = replace(found, a=ends[0], b=ends[1])
    apart = {pair(unit[a], unit[b]) for a, b in cannot if unit[a] != unit[b]}
    groups = clusters(unit.values(), best.values(), join=AGREEING, hold=_HOLD, cannot=apart)
    members = {min(members): members for members in units}
    return tuple(sorted(tuple(sorted(m for u in group for m in members[u])) for group in groups))


def _candidates(counted: Sequence[Counted]) -> Iterator[tuple[Counted, Counted]]:
    """Pairs of one measure that count related things, or are lengths of one kind, in reports near in time."""
    blocks: dict[tuple[str, str], list[Counted]] = defaultdict(list)
    for c in sorted(counted, key=lambda c: (c.published, c.id)):
        keys = c.done if c.length else c.things | kind_of(c.things)
        for key in sorted(keys):
            blocks["length" if c.length else c.measure.value, key].append(c)
    seen: set[Pair] = set()
    for block in blocks.values():
        for at, a in enumerate(block):
            for b in block[at + 1 :]:
                # Blocks are sorted by day, those without one first: past the window there is nothing but later ones.
                if a.published and days_between(a.published, b.published) > _WINDOW:
                    break
                ids = pair(a.id, b.id)
                if ids not in seen:
                    seen.add(ids)
                    yield (a, b) if a.id == ids[0] else (b, a)


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
