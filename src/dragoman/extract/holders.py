"""Who holds an office or bears a body's word: "the Ugandan president", "the head of the delegation", "the fund"."""

from collections.abc import Sequence

from dragoman.extract.naming import Ledger, Naming
from dragoman.extract.title_words import title_before
from dragoman.model.entity import Entity, EntityKind
from dragoman.text.lexicon import words
from dragoman.text.page import Paragraph

_ABOVE = 2
"""Adjectives that may stand between a land and its office ("Uganda's new foreign minister")."""
_LEADERS = ("president", "prime minister", "premier", "chancellor", "king", "queen", "emir", "sultan", "supreme leader")
_MEANT = {"leader": _LEADERS, "diplomat": ("foreign minister", "secretary of state", "foreign secretary")}
_DELEGATIONS = frozenset(("delegation", "team", "mission", "group"))
_BODIES = (EntityKind.ORGANISATION, EntityKind.GROUP)
_REACH = 3
"""How many paragraphs back "the fund" may look."""


def holder_at_home(
    paragraph: Paragraph, index: int, seen: Sequence[Naming], ledger: Ledger
) -> tuple[Entity | None, int]:
    """The one person known to hold for the land before it the office that ends at a token; where its words begin."""
    doc = paragraph.doc
    title = title_before(doc, index + 1)
    if title is None or doc[index].tag_ not in ("NN", "NNP"):
        return None, index
    land = _land_before(paragraph, title[0], ledger)
    if land is None or (index + 1 < len(doc) and doc[index + 1].pos_ == "PROPN") or not _stands_whole(paragraph, land):
        return None, index
    top = title[1] != "diplomat" or doc[title[0] - 1].lower_ in ("top", "chief")
    roles = _MEANT.get(title[1], (title[1],)) if top else ()
    fitting = {n.entity.id: n.entity for n in seen if n.entity.country == land.entity.country and _has(n.entity, roles)}
    start = land.start - 1 if land.start and doc[land.start - 1].lower_ == "the" else land.start
    return (next(iter(fitting.values())), start) if len(fitting) == 1 else (None, index)


def _has(entity: Entity, roles: Sequence[str]) -> bool:
    """Whether a person holds one of the offices now."""
    held = entity.kind is EntityKind.PERSON and not entity.code.endswith("ELI") and bool(entity.role)
    return held and any(entity.role == role or entity.role.endswith(f" {role}") for role in roles)


def _land_before(paragraph: Paragraph, start: int, ledger: Ledger) -> Naming | None:
    for edge in range(start, max(0, start - _ABOVE) - 1, -1):
        naming = ledger.ending_at(paragraph, edge)
        if naming is not None:
            return naming if naming.is_nation and naming.owns else None
        if not edge or paragraph.doc[edge - 1].pos_ != "ADJ":
            return None
    return None


def _stands_whole(paragraph: Paragraph, land: Naming) -> bool:
    """Whether nothing before the land makes it one of several or one of the past ("a former Ugandan")."""
    before = paragraph.doc[land.start - 1].lower_ if land.start else ""
    return (
        before not in ("a", "an", "former", "ex", "-", "next", "another", "any", "and", "new") and not before.isdigit()
    )


def head_of_delegation(paragraph: Paragraph, index: int, seen: Sequence[Naming]) -> Entity | None:
    """The one person known as head, for "the head of the delegation"."""
    doc = paragraph.doc
    behind = [token.lower_ for token in doc[index + 1 : index + 4]]
    if doc[index].lower_ not in ("head", "leader", "chief") or len(behind) < 3 or behind[:2] != ["of", "the"]:
        return None
    heads = {n.entity.id: n.entity for n in seen if n.entity.kind is EntityKind.PERSON and "head" in n.entity.role}
    return next(iter(heads.values())) if behind[2] in _DELEGATIONS and len(heads) == 1 else None


def bearer_of_word(paragraph: Paragraph, index: int, seen: Sequence[Naming]) -> Entity | None:
    """The one body near whose name holds the noun at a token, for "the fund" or "the front"."""
    word = paragraph.doc[index].lower_
    if word not in words("bodies", "own_words"):
        return None
    near = (n.entity for n in seen if paragraph.index - n.paragraph.index <= _REACH and n.entity.kind in _BODIES)
    fitting = {e.id: e for e in near if word in e.name.casefold().replace("(", " ").split()}
    return next(iter(fitting.values())) if len(fitting) == 1 else None
