"""Entities across reports: one person, body or group under several names."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from dragoman.link.clusters import LinkScore, Pair, clusters, pair, roots
from dragoman.link.material import join, united
from dragoman.link.names import body_words, initials, parts, same_person, spelling
from dragoman.link.ruling import NOTHING, Ruling
from dragoman.link.words import fold
from dragoman.model.entity import Entity, EntityKind, Mention

_BODIES = frozenset({EntityKind.ORGANISATION, EntityKind.GROUP})
_LONGEST_NAME = 4
_SHORTEST_ACRONYM = 2


@dataclass(frozen=True, slots=True)
class ActorLinks:
    """Each entity's id to its canonical id, the merged entities sorted by id, and why they were merged."""

    canonical: Mapping[str, str]
    entities: tuple[Entity, ...]
    scores: tuple[LinkScore, ...]


def link_actors(
    entities: Sequence[Entity], mentions: Sequence[Mention] = (), *, ruling: Ruling = NOTHING
) -> ActorLinks:
    """Merge what is one actor; never two sides, never two first names, but where a person says so (`ruling`)."""
    ordered = united(entities)
    surnames = _surnames(ordered)
    scores, cannot = [], set(ruling.cannot)
    for a, b in _candidates(ordered):
        if _apart(a, b):
            cannot.add(pair(a.id, b.id))
        elif reason := _reason(a, b, surnames):
            scores.append(LinkScore(*pair(a.id, b.id), 1.0, (reason,)))
    # A chain of links must never bring two sides or two persons together, so one average is not enough: see `cannot`.
    groups = ruling.settled(clusters((e.id for e in ordered), scores, join=1.0, hold=0.01, cannot=cannot))
    by_id = {entity.id: entity for entity in ordered}
    said = Counter(mention.entity for mention in mentions)
    merged = tuple(_merged([by_id[member] for member in group], said) for group in groups)
    return ActorLinks(roots(groups), tuple(sorted(merged, key=lambda e: e.id)), tuple(scores))


def _candidates(entities: Sequence[Entity]) -> Iterator[tuple[Entity, Entity]]:
    """Pairs of one kind that share a key: a spelling of a word, an initial run, or an alias."""
    keyed: dict[tuple[str, str], set[str]] = defaultdict(set)
    by_id = {entity.id: entity for entity in entities}
    for entity in entities:
        kind = "body" if entity.kind in _BODIES else entity.kind.value
        for name in (entity.name, *entity.aliases):
            keys = {fold(name), initials(name), *(spelling(word)[:3] for word in parts(name))}
            for key in keys - {""}:
                keyed[kind, key].add(entity.id)
    pairs: set[Pair] = {pair(a, b) for ids in keyed.values() for a, b in combinations(sorted(ids), 2)}
    for a, b in sorted(pairs):
        yield by_id[a], by_id[b]


def _apart(a: Entity, b: Entity) -> bool:
    if a.side and b.side and a.side != b.side:
        return True
    if EntityKind.PERSON in (a.kind, b.kind):
        full = min(len(parts(a.name)), len(parts(b.name))) > 1
        return a.kind != b.kind or (full and not same_person(a.name, b.name))
    return a.kind in (EntityKind.COUNTRY, EntityKind.PLACE) and fold(a.name) != fold(b.name)


def _reason(a: Entity, b: Entity, surnames: Mapping[str, frozenset[str]]) -> str:
    """Why the two are one, or "" when nothing says so."""
    if fold(a.name) == fold(b.name) and (a.kind == b.kind or a.kind in _BODIES):
        return f"same name: {a.name} / {b.name}"
    if a.kind == EntityKind.PERSON:
        return _same_person(a, b, surnames)
    if a.kind in _BODIES:
        return _same_body(a, b)
    return ""


def _same_person(a: Entity, b: Entity, surnames: Mapping[str, frozenset[str]]) -> str:
    if same_person(a.name, b.name):
        return f"spellings of one name: {a.name} / {b.name}"
    short, full = sorted((a, b), key=lambda entity: (len(parts(entity.name)), entity.id))
    if len(parts(short.name)) != 1 or len(parts(full.name)) == 1:
        both_short = len(parts(a.name)) == len(parts(b.name)) == 1
        same = both_short and a.side == b.side and spelling(a.name) == spelling(b.name)
        return f"spellings of one name: {a.name} / {b.name}" if same else ""
    word = spelling(parts(short.name)[0])
    unique = len(surnames.get(word, frozenset())) == 1
    last = spelling(parts(full.name)[-1]) == word
    first = spelling(parts(full.name)[0]) == word and bool(a.side) and a.side == b.side
    return f"{short.name} is the only name of {full.name}'s that fits" if unique and (last or first) else ""


def _same_body(a: Entity, b: Entity) -> str:
    if {fold(n) for n in (a.name, *a.aliases)} & {fold(n) for n in (b.name, *b.aliases)}:
        return f"a name in common: {a.name} / {b.name}"
    if a.side != b.side:
        return ""
    if body_words(a.name, a.side) and body_words(a.name, a.side) == body_words(b.name, b.side):
        return f"same words: {a.name} / {b.name}"
    short, full = sorted((a.name, b.name), key=lambda name: (len(name), name))
    acronym = short.replace(".", "")
    fits = acronym.isupper() and len(acronym) > _SHORTEST_ACRONYM and acronym.casefold() == initials(full)
    return f"{short} abbreviates {full}" if fits else ""


def _surnames(entities: Iterable[Entity]) -> dict[str, frozenset[str]]:
    """Spelling of each word of a full name to the distinct persons who bear it (spellings of one person are one)."""
    bearers: dict[str, list[str]] = defaultdict(list)
    for entity in entities:
        if entity.kind == EntityKind.PERSON and len(parts(entity.name)) > 1:
            for word in parts(entity.name):
                known = bearers[spelling(word)]
                if not any(same_person(entity.name, name) for name in known):
                    known.append(entity.name)
    return {word: frozenset(names) for word, names in bearers.items()}


def _merged(group: Sequence[Entity], said: Mapping[str, int]) -> Entity:
    """The group under its smallest id and the fullest of its names; of names as full, the one said most."""
    best = min(group, key=lambda e: (*_fullness(e), -said.get(e.id, 0), e.name))
    first = sorted(group, key=lambda entity: entity.id)
    whole = join(tuple(first))
    names = {name for entity in group for name in (entity.name, *entity.aliases)} - {best.name}
    return replace(whole, name=best.name, kind=best.kind, aliases=tuple(sorted(names)))


def _fullness(entity: Entity) -> tuple[bool, bool, int]:
    """Smaller is fuller: a name cut across marks comes last, an acronym after a long form, more words before fewer."""
    many = len(parts(entity.name)) if entity.kind == EntityKind.PERSON else len(entity.name.split())
    broken = any(mark in entity.name for mark in '":;“”()')
    return broken, entity.name.isupper(), -min(many, _LONGEST_NAME)
