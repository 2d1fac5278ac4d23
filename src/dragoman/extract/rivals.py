"""Whose "the army" is in a report of a civil war: the state's that the named armed groups are of."""

from collections import Counter

from dragoman.extract.naming import Ledger
from dragoman.model.entity import Entity, EntityKind
from dragoman.text.lexicon import words
from dragoman.text.page import Page

_TIMES = 2
"""How often the groups of a country must be named before the report is of its war."""
_FORCES = frozenset(("army", "military"))
_WAR = frozenset(("war", "fight", "battle", "clash", "conflict", "rebel", "rebellion", "mutiny", "revolt", "uprising"))


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
    armed = entity.kind is EntityKind.GROUP and entity.code.endswith("REB") and bool(entity.country)
    return armed and entity.name not in words("bodies", "fight_abroad")


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
