"""A war at home: the state and the armed group that fight in a report, and "the army", "the rebels" that mean them.

While names are being found `home_army` tells whose "the army" is; once they are, `home_war` who fights whom and
`meant_by` whom a noun without an owner means.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from dragoman.extract.found import Names
from dragoman.extract.grammar import after
from dragoman.extract.naming import Ledger
from dragoman.model.entity import Actor, Entity, EntityKind
from dragoman.text.lexicon import words
from dragoman.text.page import Page
from dragoman.text.parse import Token

_COUNTRY_CODE = 3
_ARMED = "REB"
_ARMY = re.compile(r"\barmy\b", re.IGNORECASE)
_OPEN = ("poss", "amod", "compound", "nmod", "nummod")
_FILLING = frozenset({"own", "main", "whole", "entire", "regular"})
_ARMING = frozenset({"paramilitary", "rebel", "armed", "insurgent", "guerrilla", "separatist"})
_TIMES = 2
"""How often the groups of a country must be named before the report is of its war."""
_FORCES = frozenset(("army", "military"))
_WAR = frozenset(("war", "fight", "battle", "clash", "conflict", "rebel", "rebellion", "mutiny", "revolt", "uprising"))
_FIXED = frozenset({"air", "armed", "government", "state", "military", "national"})


@dataclass(frozen=True, slots=True)
class Home:
    """The two who fight: the army (or the country where the report speaks of no army) and the armed group."""

    country: Entity
    army: Entity
    group: Entity


def home_army(page: Page, ledger: Ledger) -> Entity | None:
    """The state whose army fights a group of its own country; None where another state's army is named as well."""
    groups = [n.entity for n in ledger.all() if _fights_at_home(n.entity)]
    counts = Counter(entity.country for entity in groups)
    if len(counts) != 1 or len(groups) < _TIMES:
        return None
    code = next(iter(counts))
    armies = {n.entity.country for n in ledger.all() if _is_army(n.entity)}
    if armies - {code} or not (armies or _at_war(page, ledger, code)):
        return None
    return ledger.state(code)


def is_plain_army(said: str) -> bool:
    """Whether these words, without an owner, are those of a state's whole army."""
    return said.casefold() in words("bodies", "whole_armies")


def _fights_at_home(entity: Entity) -> bool:
    return _is_armed(entity) and bool(entity.country) and entity.name not in words("bodies", "fight_abroad")


def _is_army(entity: Entity) -> bool:
    return entity.kind is EntityKind.ORGANISATION and entity.code[3:] == "MIL" and entity.side != ""


def _at_war(page: Page, ledger: Ledger, code: str) -> bool:
    """Whether a group of that country and an army without an owner are told to fight in one sentence."""
    for naming in ledger.all():
        if naming.entity.country == code and _fights_at_home(naming.entity):
            sentence = page.paragraphs[naming.paragraph.index].doc[naming.start].sent
            plain = any(
                t.lower_ in _FORCES and t.i and t.nbor(-1).lower_ == "the" and t.dep_ != "compound" for t in sentence
            )
            if plain and any(t.lemma_.lower() in _WAR for t in sentence):
                return True
    return False


@lru_cache(maxsize=8)
def home_war(names: Names, text: str) -> Home | None:
    """The country and the armed group of that country, if the report tells of one such group above all others."""
    by_id = {entity.id: entity for entity in names.entities}
    told = Counter(m.entity for m in names.mentions if _is_armed(by_id[m.entity]))
    if not told or not names.entities:
        return None
    (first, most), *others = told.most_common(2)
    group = by_id[first]
    if most < 2 or (others and 2 * others[0][1] > most):
        return None
    code = group.code[:_COUNTRY_CODE]
    countries = (e for e in names.entities if e.kind is EntityKind.COUNTRY and code in (e.code, e.country))
    country = next(countries, None)
    return Home(country, _army_of(country, names, text), group) if country is not None else None


def _is_armed(entity: Entity) -> bool:
    return entity.kind is EntityKind.GROUP and entity.code[_COUNTRY_CODE:].startswith(_ARMED)


def _army_of(country: Entity, names: Names, text: str) -> Entity:
    """The army as the report names it; where it only says "the army", one without an id; else the country."""
    code = f"{country.code}MIL"
    named = (e for e in names.entities if e.code == code and e.kind is EntityKind.ORGANISATION)
    army = next((e for e in named if e.name.lower().endswith((" army", " military", " armed forces"))), None)
    if army is not None or len(_ARMY.findall(text)) < 2:
        return army or country
    return Entity("", f"{country.name}'s army", EntityKind.ORGANISATION, code, side=country.name)


def meant_by(token: Token, names: Names, text: str) -> Entity | None:
    """Whom "the army", "the government" or "the rebels" means where no owner is named; None if more than one may be."""
    if token.pos_ not in ("NOUN", "PROPN") or not _stands_bare(token):
        return None
    head = _head(token)
    if head not in words("event_frames", "state_bodies", "state_rule", "armed_groups"):
        return None
    named = [e for e in names.entities if e.side and e.kind is EntityKind.ORGANISATION and _ends_in(e.name, head)]
    if len({e.side for e in named}) > 1:
        return None
    home = home_war(names, text)
    if head in words("event_frames", "armed_groups"):
        return home.group if home is not None else None
    if named:
        return named[0]
    if home is None:
        return None
    return home.army if head in words("event_frames", "state_bodies") else home.country


def _head(token: Token) -> str:
    fixed = next((c.lower_ for c in token.children if c.dep_ in ("compound", "amod") and c.lower_ in _FIXED), "")
    lemma = token.lower_ if token.lower_ in ("forces", "generals", "authorities") else token.lemma_.lower()
    return f"{fixed} {lemma}" if fixed else lemma


def _ends_in(name: str, head: str) -> bool:
    return name.lower().endswith(f" {head}")


def _stands_bare(token: Token) -> bool:
    """Whether the noun is definite, or without article as in headlines and compounds, and nothing says whose it is."""
    articles = [c.lower_ for c in token.children if c.dep_ == "det"]
    both = "both" in articles and not any(c.dep_ == "conj" for c in token.children)
    if both or any(word not in ("the", "both") for word in articles):
        return False
    apart = _FILLING | _FIXED | _ARMING
    owned = any(c.dep_ in _OPEN and c.lower_ not in apart for c in token.children)
    return not owned and not any(
        head.pos_ == "PROPN" or any(c.dep_ in ("det", "poss") for c in head.children)
        for head in after(token, "of", "from")
    )


def actor_of(entity: Entity) -> Actor:
    """The entity as it stands in an event; without an id where only its kind is known."""
    return entity.actor if entity.id else Actor(None, entity.name, entity.code)
