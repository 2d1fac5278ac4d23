"""The two sides of a report: to whom "both sides", "the two governments" and "each country" point."""

import re
from collections import Counter
from functools import lru_cache

from dragoman.extract.found import Names
from dragoman.extract.warfare import home_war
from dragoman.model.entity import Entity, EntityKind
from dragoman.text.lexicon import words
from dragoman.text.parse import Token

_JOINED = re.compile(r"['’]?s?\s*(?:,|-|–|/|&|and|with|against|or)\s*(?:the\s+)?", re.IGNORECASE)
_SURE = 2
_OFTEN = 5
_AT_WAR = frozenset({"warring", "rival", "opposing"})
_NEVER = frozenset({"neither", "other", "third"})


@lru_cache(maxsize=8)
def two_sides(names: Names, text: str) -> tuple[Entity, ...]:
    """The two countries or groups most often named side by side ("X and Y", "X-Y"), in their order; or none.

    In a war at home they are the army and the armed group, unless the group stands beside a foreign state.
    """
    by_id = {entity.id: entity for entity in names.entities}
    by_name = {e.name: e for e in names.entities if e.kind in (EntityKind.COUNTRY, EntityKind.GROUP)}
    counted: Counter[frozenset[str]] = Counter()
    order: dict[str, Entity] = {}
    told: Counter[str] = Counter()
    before = None
    for mention in sorted(names.mentions, key=lambda m: (m.span.start, m.span.end)):
        entity = by_id[mention.entity]
        side = by_name.get(entity.side or entity.name)
        if side is None:
            continue
        order.setdefault(side.id, side)
        told[side.id] += 1
        if before is not None and side.id != before[0] and _JOINED.fullmatch(text[before[1] : mention.span.start]):
            counted[frozenset((side.id, before[0]))] += 1
        before = (side.id, mention.span.end)
    states = {side.id for side in order.values() if side.kind is EntityKind.COUNTRY}
    home = home_war(names, text)
    pair, most = counted.most_common(1)[0] if counted else (frozenset[str](), 0)
    others = counted.most_common(2)[1:]
    if home is not None and (most < _SURE or pair == {home.country.id, home.group.id}):
        return home.army, home.group
    if most < _SURE:
        pair = _foremost(Counter({k: n for k, n in told.items() if k in states})) or pair
    elif others and others[0][1] == most:
        return ()
    return tuple(side for key, side in order.items() if key in pair)


def _foremost(told: Counter[str]) -> frozenset[str]:
    """The two states told of far more often than any third; or none."""
    first = told.most_common(3)
    if len(first) < 2 or first[1][1] < _OFTEN or (len(first) > 2 and first[1][1] < 3 * first[2][1]):
        return frozenset()
    return frozenset(key for key, _ in first[:2])


def names_both(token: Token, *, owned: bool = False) -> bool:
    """Whether a noun names the two sides at once: "both sides", "the two countries", "each government", "the sides".

    With `owned` only those of one country's war ("X's warring forces", "X's rival armies").
    """
    lemma = token.lemma_.lower()
    marks = {c.lower_ for c in token.children if c.dep_ in ("det", "nummod", "amod", "predet", "compound")}
    if marks & _NEVER or lemma not in words("event_frames", "both_sides"):
        return False
    of_country = any(c.dep_ in ("poss", "nmod", "amod") and c.ent_type_ in ("GPE", "NORP") for c in token.children)
    if owned:
        return of_country and bool(marks & _AT_WAR)
    if any(c.dep_ in ("poss", "nmod") for c in token.children) or lemma in words("event_frames", "both_persons"):
        return False
    if marks & words("event_frames", "both_marks"):
        return True
    plural = token.tag_ in ("NNS", "NNPS") and not any(c.dep_ in ("prep", "relcl", "acl") for c in token.children)
    return plural and "the" in marks and lemma in words("event_frames", "plainly_both")
