"""Event mentions across and within reports that tell of one happening."""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain, combinations, product

from dragoman.link.clusters import Feature, LinkScore, Pair, clusters, pair, score
from dragoman.link.copies import Bundles, Row, across, between, bundled, kinds, rows, stars, within
from dragoman.link.ruling import NOTHING, Ruling
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


def link_events(told: Iterable[Told], similarity: Similarity, *, ruling: Ruling = NOTHING) -> EventLinks:
    """Cluster the chains of all reports into happenings; `ruling` is what persons have said of mentions.

    Two chains are as near as their best pair; one pair that cannot be one happening keeps them apart. Chains that tell
    the same in the same words are put together first, and compared as one.
    """
    ordered, features, cannot = sorted(told, key=lambda t: t.id), _features(similarity), ruling.cannot
    chains, equal = _units(ordered, cannot), kinds(ordered, _looked_at)
    strong = {kind: found for kind, same in equal.items() if (found := _repeated(same, chains, similarity, features))}
    refused = [(a, b) for a, b in cannot if a in chains and b in chains]
    made = _bundles(equal, chains, strong, similarity=similarity, refused=refused)
    unit = {mention: made.of[own] for mention, own in chains.items()}
    scores = [_again(t, chains[t.id]) for t in ordered if chains[t.id] != t.id]
    scores += [replace(strong[kind], a=a, b=b) for kind in strong for a, b in stars(equal[kind], unit)]
    apart, near = {pair(unit[a], unit[b]) for a, b in refused}, dict[Pair, LinkScore]()
    for a, b in _candidates(equal, unit):
        units = pair(unit[a.id], unit[b.id])
        if refusal(a, b, similarity):
            apart.add(units)
        elif not _thin(a, b, similarity):
            found = score((a.id, b.id), (a, b), features)
            scores.append(found)
            near[units] = max(near.get(units, found), found, key=lambda s: (s.score, s.a, s.b))
    nearest = (LinkScore(*units, found.score, found.reasons) for units, found in near.items())
    groups = made.spread(clusters(made.ids, nearest, join=JOIN, hold=HOLD, cannot=apart))
    members: dict[str, list[str]] = defaultdict(list)
    for mention, own in chains.items():
        members[own].append(mention)
    whole = (tuple(sorted(m for member in group for m in members[member])) for group in groups)
    return EventLinks(ruling.settled(whole), tuple(scores))


def _looked_at(told: Told) -> Hashable:
    """All that is compared of a mention but its report."""
    mention = told.mention
    words = mention.clause.exact, mention.trigger.exact, mention.trigger.start - mention.clause.start
    what = mention.type, mention.mode, mention.modality, mention.polarity
    return what, words, told.actors, told.recipients, told.persons, told.time, told.place


def _repeated(
    same: Sequence[Told], chains: Mapping[str, str], similarity: Similarity, features: Iterable[Feature[Told]]
) -> LinkScore | None:
    """The score of equal mentions of two chains, where it joins them by itself."""
    first = same[0]
    others = [t for t in same if chains[t.id] != chains[first.id]]
    if not others:
        return None
    other = next((t for t in others if t.report != first.report), others[0])
    if refusal(first, other, similarity) or _thin(first, other, similarity):
        return None
    found = score((first.id, other.id), (first, other), features)
    return found if found.score >= JOIN else None


def _bundles(
    equal: Mapping[str, Sequence[Told]],
    chains: Mapping[str, str],
    strong: Collection[str],
    *,
    similarity: Similarity,
    refused: Iterable[Pair],
) -> Bundles:
    """The chains by what they tell alike."""

    def refuses(kind: str, other: str) -> bool:
        return any(refusal(a, b, similarity) for a, b in _pairs(equal[kind], equal[other]))

    held: dict[str, set[str]] = defaultdict(set)
    for kind, same in equal.items():
        for told in same:
            held[chains[told.id]].add(kind)
    return bundled(held, strong, cache(refuses), [(chains[a], chains[b]) for a, b in refused])


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


def _candidates(equal: Mapping[str, Sequence[Told]], unit: Mapping[str, str]) -> Iterator[tuple[Told, Told]]:
    """Pairs worth a look: a type in common or near, and a side in common or no side at all, by blocks of these."""
    blocks: dict[tuple[str, str], list[Row[Told]]] = defaultdict(list)
    sideless: dict[str, list[Row[Told]]] = defaultdict(list)
    by_type: dict[str, list[Row[Told]]] = defaultdict(list)
    for line in rows(equal, unit):
        told = line.items[0]
        kind = told.mention.type
        for row in (kind.value, *(str(i) for i, near in enumerate(_NEAR_TYPES) if kind in near)):
            by_type[row].append(line)
            if not told.parties:
                sideless[row].append(line)
            for side in told.parties:
                blocks[row, side].append(line)
    likely = chain(
        (p for block in blocks.values() for p in combinations(block, 2)),
        (p for row, loose in sideless.items() for p in product(loose, by_type[row])),
    )
    return (found for x, y in between(likely) for found in _pairs(x.items, y.items))


def _pairs(x: Sequence[Told], y: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """Of two rows of equal mentions one pair of two reports and one of one report: these may be judged otherwise."""
    if len(x) == len(y) == 1:
        return iter(((x[0], y[0]) if x[0].id < y[0].id else (y[0], x[0]),))
    return chain(across(x, y), within(x, y))
