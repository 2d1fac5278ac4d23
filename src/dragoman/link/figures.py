"""Quantity claims that count one thing of one event, and those that a reader would only put side by side."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from dragoman.link.clusters import LinkScore, clusters, pair
from dragoman.link.counted import Counted, kind_of
from dragoman.link.similarity import Similarity
from dragoman.link.words import content, overlap
from dragoman.model.claim import Claim
from dragoman.model.quantity import Measure
from dragoman.model.verdict import Verdict

Agree = Callable[[Claim, Claim], bool]
"""Whether two amounts leave room for one another."""
_CONTEXT, _SHARED = 0.6, 0.4
_UNTOLD = frozenset({Measure.ORDINAL, Measure.AGE})


@dataclass(frozen=True, slots=True)
class NearPair:
    """Two claims that only look alike, with what sets them apart: a verdict and the field that differs."""

    a: str
    b: str
    verdict: Verdict
    differs: str


@dataclass(frozen=True, slots=True)
class FigureLinks:
    """Groups of claim ids, each one figure; near pairs across groups; the scores behind the groups."""

    groups: tuple[tuple[str, ...], ...]
    near: tuple[NearPair, ...]
    scores: tuple[LinkScore, ...]


def link_figures(counted: Sequence[Counted], similarity: Similarity, agree: Agree) -> FigureLinks:
    """Group claims into figures; claims of two events join only where `agree` lets both amounts hold."""
    scores, near = [], []
    for a, b in _candidates(counted):
        if reason := _one(a, b, similarity, agree=agree):
            scores.append(LinkScore(*pair(a.id, b.id), 1.0, (reason,)))
        elif found := _near(a, b):
            near.append(found)
    groups = clusters((c.id for c in counted), scores, join=1.0, hold=0.5)
    return FigureLinks(groups, tuple(_one_a_pair(near, groups)), tuple(scores))


def _candidates(counted: Sequence[Counted]) -> Iterator[tuple[Counted, Counted]]:
    """Pairs of one measure that count related things, or are lengths of one thing."""
    blocks: dict[tuple[str, str], list[Counted]] = defaultdict(list)
    for c in sorted(counted, key=lambda c: c.id):
        keys = c.done if c.length else c.things | kind_of(c.things)
        for key in sorted(keys):
            blocks["length" if c.length else c.measure.value, key].append(c)
    seen = set()
    for block in blocks.values():
        for a, b in combinations(block, 2):
            if (a.id, b.id) not in seen:
                seen.add((a.id, b.id))
                yield a, b


def _one(a: Counted, b: Counted, similarity: Similarity, *, agree: Agree) -> str:
    """Why two claims count one thing, or ""."""
    if not (_same_thing(a, b) and _same_deed(a, b) and _same_terms(a, b)):
        return ""
    name = ", ".join(sorted(a.things or a.done))
    if a.event is not None and a.event == b.event:
        return f"both give {name} of one event"
    if a.claim.report == b.claim.report:
        return ""
    if matters := a.matters & b.matters:
        return f"both give {name} of one position: {min(matters)}"
    if a.done & b.done and a.near & b.near:
        return f"both give {name}, in sentences that tell of one event"
    if not (a.done & b.done) or not agree(a.claim, b.claim) or _apart(a, b):
        return ""
    alike = similarity(a.context, b.context) >= _CONTEXT or overlap(a.words, b.words) >= _SHARED
    return f"both give {name} in sentences that are alike" if alike else ""


def _apart(a: Counted, b: Counted) -> bool:
    """Whether the times or sides of their events keep two claims apart."""
    first, second = a.told, b.told
    if first is None or second is None:
        return False
    ends = ((first.actors, second.actors), (first.recipients, second.recipients))
    sides = any(mine and theirs and not mine & theirs for mine, theirs in ends)
    return sides or not first.time.meets(second.time)


def _same_thing(a: Counted, b: Counted) -> bool:
    if a.length or b.length:
        return a.length and b.length and bool(a.done & b.done)
    if a.measure in _UNTOLD and not content(a.claim.what) & content(b.claim.what):
        return False
    return a.measure == b.measure and bool(a.things & b.things)


def _same_deed(a: Counted, b: Counted) -> bool:
    if a.length:
        return bool(a.done & b.done)
    # A claim that does not say what was done to the things of an event counts those that the event is about.
    return bool(a.done & b.done) or not a.done or not b.done


def _same_terms(a: Counted, b: Counted) -> bool:
    one, other = a.claim, b.claim
    sides = not one.side or not other.side or one.side == other.side
    return sides and one.per == other.per


def _near(a: Counted, b: Counted) -> NearPair | None:
    """What a reader would put side by side although it is not one figure."""
    if a.measure != Measure.COUNT or b.measure != Measure.COUNT or a.claim.report == b.claim.report:
        return None
    if not (a.told and b.told and _same_terms(a, b) and _same_relation(a, b)):
        return None
    same, kin = bool(a.things & b.things), bool(a.done & b.done)
    first, second = pair(a.id, b.id)
    if a.event == b.event:
        differs = "deed" if same else "thing"
        return NearPair(first, second, Verdict.DIFFERENT_SCOPE, differs) if same != kin else None
    if not (same and kin) or a.told.mention.type != b.told.mention.type:
        return None
    if not (a.told.dated and b.told.dated) or not a.told.time.meets(b.told.time):
        return NearPair(first, second, Verdict.DIFFERENT_TIME, "time")
    return NearPair(first, second, Verdict.DIFFERENT_SCOPE, "event")


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
