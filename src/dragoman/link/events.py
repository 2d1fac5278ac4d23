"""Event mentions across and within reports that tell of one happening."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from dragoman.link.clusters import Feature, LinkScore, Pair, clusters, pair, score
from dragoman.link.similarity import Similarity
from dragoman.link.told import Told, days, same_spot
from dragoman.link.words import overlap
from dragoman.model.event import Polarity
from dragoman.model.plover import EventType
from dragoman.model.time import Precision

JOIN, HOLD = 4.0, 2.5
"""Points at which two mentions start a cluster, and that a merger must keep on average."""
_NEAR_TYPES = (
    frozenset({EventType.CONCEDE, EventType.RETREAT, EventType.COOPERATE}),
    frozenset({EventType.COERCE, EventType.ASSAULT}),
    frozenset({EventType.AGREE, EventType.COOPERATE, EventType.CONCEDE}),
    frozenset({EventType.AID, EventType.SUPPORT}),
)
_LIKE, _SHARED = 0.6, 0.34
_FEW_DAYS = 4


@dataclass(frozen=True, slots=True)
class EventLinks:
    """Clusters of mention ids, each sorted, and every scored pair."""

    groups: tuple[tuple[str, ...], ...]
    scores: tuple[LinkScore, ...]


def link_events(told: Iterable[Told], similarity: Similarity, *, cannot: frozenset[Pair] = frozenset()) -> EventLinks:
    """Cluster the chains of all reports into happenings; `cannot` are pairs of mentions that a person has refused.

    Two chains are as near as their best pair; one pair that cannot be one happening keeps them apart.
    """
    ordered = sorted(told, key=lambda t: t.id)
    unit = _units(ordered, cannot)
    features = _features(similarity)
    scores = [_again(t, unit[t.id]) for t in ordered if unit[t.id] != t.id]
    apart, near = {pair(unit[a], unit[b]) for a, b in cannot if a in unit and b in unit}, dict[Pair, LinkScore]()
    for a, b in _candidates(ordered):
        units = pair(unit[a.id], unit[b.id])
        if units[0] == units[1]:
            continue
        if refusal(a, b, similarity):
            apart.add(units)
        elif not _thin(a, b, similarity):
            found = score((a.id, b.id), (a, b), features)
            scores.append(found)
            near[units] = max(near.get(units, found), found, key=lambda s: (s.score, s.a, s.b))
    between = (LinkScore(*units, found.score, found.reasons) for units, found in near.items())
    groups = clusters(set(unit.values()), between, join=JOIN, hold=HOLD, cannot=apart)
    members: dict[str, list[str]] = defaultdict(list)
    for mention, chain in unit.items():
        members[chain].append(mention)
    whole = (tuple(sorted(m for chain in group for m in members[chain])) for group in groups)
    return EventLinks(tuple(sorted(whole)), tuple(scores))


def _units(told: Iterable[Told], cannot: frozenset[Pair]) -> dict[str, str]:
    """Each mention to its chain, or to itself where a person has taken it out of the chain."""
    chains = {t.id: t.chain or t.id for t in told}
    alone = {m for a, b in cannot if a in chains and chains[a] == chains.get(b) for m in (a, b)}
    return {mention: mention if mention in alone else chain for mention, chain in chains.items()}


def _again(told: Told, chain: str) -> LinkScore:
    return LinkScore(*pair(told.id, chain), JOIN, ("again: the report takes up one event in both",))


def refusal(a: Told, b: Told, similarity: Similarity) -> str:
    """Why two mentions can not be one happening, or "" when they may be."""
    for reason in (_types(a, b), _reality(a, b), _parties_apart(a, b), _times_apart(a, b, similarity)):
        if reason:
            return reason
    if mark := _marked_apart(a, b):
        return mark
    first, second = a.place, b.place
    if first and second and same_spot(first, second) is False and a.mention.type != EventType.CONSULT:
        return f"{first.name} is not {second.name}"
    if not (a.dated and b.dated) and a.marks.counts_differ(b.marks):
        return "undated, and other numbers of the same thing"
    return ""


def _types(a: Told, b: Told) -> str:
    first, second = a.mention.type, b.mention.type
    near = first == second or any(first in row and second in row for row in _NEAR_TYPES)
    return "" if near else "different types"


def _reality(a: Told, b: Told) -> str:
    first, second = a.mention.modality, b.mention.modality
    if first == second or (a.real and b.real):
        return ""
    return f"{first} is not {second}"


def _parties_apart(a: Told, b: Told) -> str:
    if a.symmetric and b.symmetric:
        shared = a.parties & b.parties
        fits = not (a.parties and b.parties) or shared in (a.parties, b.parties) or len(shared) > 1
        return "" if fits else "different parties"
    for mine, theirs in ((a.actors, b.actors), (a.recipients, b.recipients)):
        if mine and theirs and not mine & theirs:
            return "different sides"
    return "the other way round" if a.turned(b) else ""


def _times_apart(a: Told, b: Told, similarity: Similarity) -> str:
    if a.time.meets(b.time):
        return ""
    # Two days for one happening are a difference worth showing only where it is beyond doubt the same one.
    place, other = a.place, b.place
    venue = bool(place and other and place.precision == "venue" and same_spot(place, other))
    close = min(days(a.time), days(b.time)) == 1 and _gap_is_short(a, b)
    alike = similarity(a.mention.clause.exact, b.mention.clause.exact) >= _LIKE
    sure = a.report != b.report and close and alike and (venue or bool(a.persons & b.persons))
    return "" if sure else "different times"


def _gap_is_short(a: Told, b: Told) -> bool:
    first, second = sorted((a.time.start or "", b.time.start or ""))
    return bool(first) and first[:7] == second[:7] and int(second[8:]) - int(first[8:]) == 1


def _marked_apart(a: Told, b: Told) -> str:
    """A mark that parts them; "the last round" is no undated one, and "last" and "next" may mean one dated round."""
    mark = a.marks.exclude(b.marks)
    if a.dated and b.dated:
        return "" if mark.startswith("one is") else mark
    earlier = a.marks.earlier != b.marks.earlier and a.report != b.report
    return mark or ("one is told as an earlier one" if earlier else "")


def _thin(a: Told, b: Told, similarity: Similarity) -> bool:
    """Whether an undated mention has too little in common with another to be joined to it."""
    if a.dated and b.dated:
        return False
    place, other = a.place, b.place
    if place and other and place.precision in ("venue", "city") and same_spot(place, other):
        return False
    if a.marks.ordinals & b.marks.ordinals and a.parties & b.parties:
        return False
    shared = overlap(a.words - a.trigger, b.words - b.trigger) >= _SHARED
    return not shared and similarity(a.mention.clause.exact, b.mention.clause.exact) < _LIKE


def _features(similarity: Similarity) -> tuple[Feature[Told], ...]:
    def meaning(a: Told, b: Told) -> tuple[float, str]:
        value = similarity(a.mention.clause.exact, b.mention.clause.exact)
        return max(-0.2, (value - 0.5) * 2), f"clauses are alike to {value:.2f}"

    return (
        Feature("type", 1.0, _type),
        Feature("mode", 1.0, _mode),
        Feature("parties", 1.0, _parties),
        Feature("time", 1.0, _time),
        Feature("place", 1.0, _place),
        Feature("trigger", 1.2, _trigger),
        Feature("words", 3.0, _words),
        Feature("ordinal", 1.5, _ordinal),
        Feature("meaning", 1.0, meaning),
        Feature("assertion", 1.0, _assertion),
    )


def _type(a: Told, b: Told) -> tuple[float, str]:
    same = a.mention.type == b.mention.type
    return (0.0, f"both {a.mention.type}") if same else (-0.8, f"{a.mention.type} is near {b.mention.type}")


def _mode(a: Told, b: Told) -> tuple[float, str]:
    first, second = a.mention.mode, b.mention.mode
    if not first or not second:
        return 0.0, ""
    return (0.8, f"both {first}") if first == second else (-1.2, f"{first} is not {second}")


def _parties(a: Told, b: Told) -> tuple[float, str]:
    if a.symmetric and b.symmetric:
        shared = a.parties & b.parties
        return (min(2, len(shared)) * 0.9, f"both of {', '.join(sorted(shared))}") if shared else (0.0, "")
    actors, recipients = a.actors & b.actors, a.recipients & b.recipients
    words = [f"both by {', '.join(sorted(actors))}"] if actors else []
    words += [f"both on {', '.join(sorted(recipients))}"] if recipients else []
    return 0.9 * len(words) + (0.8 if a.persons & b.persons else 0.0), " and ".join(words)


def _time(a: Told, b: Told) -> tuple[float, str]:
    first, second = a.time, b.time
    if not (first.known and second.known):
        return -0.5, "a date is missing"
    if not first.meets(second):
        return -1.5, f"{first.start} is not {second.start}"
    said = f"{first.start or '..'} to {first.end or '..'} meets {second.start or '..'} to {second.end or '..'}"
    if Precision.NIGHT in (first.precision, second.precision) and first != second:
        return 0.2, said
    if (first.start, first.end) == (second.start, second.end):
        return (2.0 if days(first) <= _FEW_DAYS else 1.0), said
    return (1.2 if max(days(first), days(second)) <= _FEW_DAYS else 0.4), said


def _place(a: Told, b: Told) -> tuple[float, str]:
    first, second = a.place, b.place
    if first is None or second is None:
        return 0.0, ""
    same = same_spot(first, second)
    if same:
        return (0.4 if first.precision in ("country", "region", "") else 1.4), f"both in {first.name}"
    return (-1.5 if same is False else 0.2), f"{first.name} and {second.name}"


def _trigger(a: Told, b: Told) -> tuple[float, str]:
    if shared := a.trigger & b.trigger:
        return 1.0, f"both say {', '.join(sorted(shared))}"
    if shared := a.families & b.families:
        return 0.5, f"both of the family {', '.join(sorted(shared))}"
    return (-0.7 if a.families and b.families else -0.3), ""


def _words(a: Told, b: Told) -> tuple[float, str]:
    shared = (a.words & b.words) - a.trigger - b.trigger
    value = overlap(a.words - a.trigger - b.trigger, b.words - a.trigger - b.trigger)
    return value, f"words in common: {', '.join(sorted(shared))}" if shared else ""


def _ordinal(a: Told, b: Told) -> tuple[float, str]:
    shared = a.marks.ordinals & b.marks.ordinals
    return (1.0, f"both the {', '.join(sorted(shared))}") if shared else (0.0, "")


def _assertion(a: Told, b: Told) -> tuple[float, str]:
    # A denial joins what it denies only on strong ground: "did not attack" may speak of any attack.
    differ = (a.mention.polarity == Polarity.DENIED) != (b.mention.polarity == Polarity.DENIED)
    return (-0.5, "one denies it") if differ else (0.0, "")


def _candidates(told: list[Told]) -> Iterator[tuple[Told, Told]]:
    """Pairs worth a look: a type in common or near, and a side in common or no side at all, by blocks of these."""
    blocks: dict[tuple[str, str], list[Told]] = defaultdict(list)
    sideless: dict[str, list[Told]] = defaultdict(list)
    by_type: dict[str, list[Told]] = defaultdict(list)
    for t in told:
        for row in (t.mention.type.value, *(str(i) for i, near in enumerate(_NEAR_TYPES) if t.mention.type in near)):
            by_type[row].append(t)
            if not t.parties:
                sideless[row].append(t)
            for side in t.parties:
                blocks[row, side].append(t)
    seen: set[Pair] = set()
    pairs = [p for block in blocks.values() for p in combinations(block, 2)]
    pairs += [(a, b) for row, loose in sideless.items() for a in loose for b in by_type[row] if a.id != b.id]
    for a, b in sorted(pairs, key=lambda p: pair(p[0].id, p[1].id)):
        if (key := pair(a.id, b.id)) not in seen:
            seen.add(key)
            yield (a, b) if a.id < b.id else (b, a)
