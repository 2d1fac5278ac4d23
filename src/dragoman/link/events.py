"""Event mentions across and within reports that tell of one happening."""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain, combinations, product

from dragoman.link.clusters import LinkScore, Pair, clusters, pair
from dragoman.link.components import components
from dragoman.link.copies import Bundles, Row, across, bundled, kinds, rows, stars, within
from dragoman.link.event_pairs import EventPairs
from dragoman.link.event_refusals import refusal, thin
from dragoman.link.probabilistic import Scored
from dragoman.link.similarity import Similarity
from dragoman.link.told import Told
from dragoman.model.report import Report


@dataclass(frozen=True, slots=True)
class EventLinks:
    """Clusters of mention ids, each sorted, and the scored pairs that speak for or nearly for one happening."""

    groups: tuple[tuple[str, ...], ...]
    scores: tuple[LinkScore, ...]


def link_events(
    told: Iterable[Told], reports: Iterable[Report], similarity: Similarity, *, cannot: frozenset[Pair] = frozenset()
) -> EventLinks:
    """Cluster the chains of all reports into happenings; `cannot` are pairs of mentions that a person has refused.

    Two chains are as near as their best pair; one pair that cannot be one happening keeps them apart. Chains that tell
    the same in the same words are put together first, and compared as one.
    """
    ordered = sorted(told, key=lambda t: t.id)
    pairs = EventPairs(ordered, reports, similarity)
    chains, equal = _units(ordered, cannot), kinds(ordered, _looked_at)
    twins = {kind: twin.id for kind, same in equal.items() if (twin := _twin(same, chains, similarity))}
    weighed = list(pairs.scored(sorted({*equal, *twins.values()})))
    strong = _strong(twins, weighed, pairs)
    refused = [(a, b) for a, b in cannot if a in chains and b in chains]
    made = _bundles(equal, chains, strong, similarity=similarity, refused=refused)
    unit = {mention: made.of[own] for mention, own in chains.items()}
    scores = [_again(t, chains[t.id], pairs.linkage.join) for t in ordered if chains[t.id] != t.id]
    scores += [replace(strong[kind], a=a, b=b) for kind in strong for a, b in stars(equal[kind], unit)]
    lines: dict[str, list[Row[Told]]] = defaultdict(list)
    kind_of = {t.id: kind for kind, same in equal.items() for t in same}
    for row in rows(equal, unit):
        lines[kind_of[row.items[0].id]].append(row)
    near: dict[Pair, float] = {}
    for found, x, y in _compared(weighed, lines, kind_of):
        ends = pair(x.unit, y.unit)
        mentions = list(_pairs(x.items, y.items))
        if any(refusal(a, b, similarity) for a, b in mentions) or all(thin(a, b, similarity) for a, b in mentions):
            continue
        near[ends] = max(near.get(ends, found.weight), found.weight)
        if found.weight >= pairs.linkage.hold:
            a, b = pair(x.items[0].id, y.items[0].id)
            scores.append(replace(pairs.explained(found), a=a, b=b))
    apart = {pair(unit[a], unit[b]) for a, b in refused} | _apart(near, chain.from_iterable(lines.values()), pairs)
    groups = made.spread(_clusters(made.ids, near, apart, pairs))
    members: dict[str, list[str]] = defaultdict(list)
    for mention, own in chains.items():
        members[own].append(mention)
    whole = (tuple(sorted(m for member in group for m in members[member])) for group in groups)
    return EventLinks(tuple(sorted(whole)), tuple(scores))


def _compared(
    weighed: Iterable[Scored], lines: Mapping[str, Sequence[Row[Told]]], kind_of: Mapping[str, str]
) -> Iterator[tuple[Scored, Row[Told], Row[Told]]]:
    """Each weighed pair with all rows of two units for which it stands: what is equal weighs the same."""
    for found in weighed:
        first, second = kind_of[found.a], kind_of[found.b]
        if first == second:
            likely: Iterable[tuple[Row[Told], Row[Told]]] = combinations(lines[first], 2)
        elif found.a in lines and found.b in lines:
            likely = product(lines[first], lines[second])
        else:
            continue
        yield from ((found, x, y) for x, y in likely if x.unit != y.unit)


def _clusters(
    ids: Iterable[str], near: Mapping[Pair, float], apart: Collection[Pair], pairs: EventPairs
) -> tuple[tuple[str, ...], ...]:
    """Average link over weights, counted from that of a pair which no blocking rule brings together."""
    floor = pairs.linkage.unseen
    scores = (LinkScore(*ends, weight - floor, ()) for ends, weight in near.items())
    return clusters(ids, scores, join=pairs.linkage.join - floor, hold=pairs.linkage.hold - floor, cannot=apart)


def _apart(near: Mapping[Pair, float], lines: Iterable[Row[Told]], pairs: EventPairs) -> set[Pair]:
    """Pairs of units that may come into one cluster and hold mentions that can not be one happening."""
    held: dict[str, list[Row[Told]]] = defaultdict(list)
    for row in lines:
        held[row.unit].append(row)
    edges = [ends for ends, weight in near.items() if weight >= pairs.linkage.join]
    found: set[Pair] = set()
    for group in components(sorted({end for edge in edges for end in edge}), edges):
        for one, other in combinations(sorted(group), 2):
            told = chain.from_iterable(_pairs(x.items, y.items) for x in held[one] for y in held[other])
            if any(refusal(a, b, pairs.similarity) for a, b in told):
                found.add((one, other))
    return found


def _looked_at(told: Told) -> Hashable:
    """All that is compared of a mention but its report."""
    mention = told.mention
    words = mention.clause.exact, mention.trigger.exact, mention.trigger.start - mention.clause.start
    what = mention.type, mention.mode, mention.modality, mention.polarity
    return what, words, told.actors, told.recipients, told.persons, told.time, told.place


def _twin(same: Sequence[Told], chains: Mapping[str, str], similarity: Similarity) -> Told | None:
    """Another of some equal mentions, in a chain of its own, that may be one happening with the first."""
    first = same[0]
    others = [t for t in same if chains[t.id] != chains[first.id]]
    if not others:
        return None
    twin = next((t for t in others if t.report != first.report), others[0])
    return None if refusal(first, twin, similarity) or thin(first, twin, similarity) else twin


def _strong(twins: Mapping[str, str], weighed: Iterable[Scored], pairs: EventPairs) -> dict[str, LinkScore]:
    """The kinds of which equal mentions are joined by what they share, each with the link of the first two."""
    found = {(one.a, one.b): one for one in weighed if one.weight >= pairs.linkage.join}
    ends = {kind: pair(kind, twin) for kind, twin in twins.items()}
    return {kind: pairs.explained(found[two]) for kind, two in ends.items() if two in found}


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


def _again(told: Told, chain: str, join: float) -> LinkScore:
    return LinkScore(*pair(told.id, chain), join, ("again: the report takes up one event in both",))


def _pairs(x: Sequence[Told], y: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """Of two rows of equal mentions one pair of two reports and one of one report: these may be judged otherwise."""
    if len(x) == len(y) == 1:
        return iter(((x[0], y[0]) if x[0].id < y[0].id else (y[0], x[0]),))
    return chain(across(x, y), within(x, y))
