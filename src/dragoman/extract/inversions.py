"""Offices told before a comma: "a spokesman for the X ministry, A B," and "X's army spokeswoman, Gen. A B,"."""

from dragoman.extract.naming import Ledger, Naming
from dragoman.extract.offices import Office
from dragoman.extract.title_words import title_before, titles
from dragoman.model.entity import Entity, EntityKind
from dragoman.text.lexicon import words
from dragoman.text.page import Paragraph

_REACH = 14
"""How many words before the comma the title may stand."""
_LINKS = frozenset(("for", "of", "in", "at", "with", "to"))
_OPENING = frozenset(("the", "a", "an", "its", "their", "one", "another"))


def inverted_office(paragraph: Paragraph, start: int, ledger: Ledger) -> Office | None:
    """The office told before the comma that stands ahead of a name, with or without a rank at its side; else None."""
    doc = paragraph.doc
    rank = title_before(doc, start)
    comma = (rank[0] if rank else start) - 1
    if comma < 2 or doc[comma].text != ",":
        return None
    if doc[comma - 1].lower_ == "counterpart" and doc[start].dep_ in ("appos", "compound"):
        naming = ledger.ending_at(paragraph, comma - 1)
        return Office("", _code("negotiator", naming.entity), naming.entity) if naming and naming.owns else None
    title = title_before(doc, comma)
    if title and rank:
        owner = _owner(paragraph, title[0], ledger)
        return Office(title[1], titles()[title[1]], owner) if owner else None
    return _linked(paragraph, comma, ledger)


def _owner(paragraph: Paragraph, at: int, ledger: Ledger) -> Entity | None:
    owned = at > 0 and paragraph.doc[at - 1].tag_ == "POS"
    naming = ledger.ending_at(paragraph, at) or ledger.ending_at(paragraph, at - owned) or ledger.at(paragraph, at)
    return naming.entity if naming and naming.entity.kind is not EntityKind.PERSON else None


def _linked(paragraph: Paragraph, comma: int, ledger: Ledger) -> Office | None:
    """'a spokesman for X,': a title, a small word, and one named body up to the comma."""
    doc = paragraph.doc
    naming = ledger.ending_at(paragraph, comma) or _sender(paragraph, comma, ledger)
    if naming is None or naming.entity.kind is EntityKind.PERSON:
        return None
    for link in range(naming.start - 1, max(0, comma - _REACH), -1):
        if doc[link].lower_ in _LINKS:
            title = title_before(doc, link)
            opens = title is not None and title[0] and doc[title[0] - 1].lower_ in _OPENING
            return Office(title[1], _code(title[1], naming.entity), naming.entity) if title and opens else None
        if doc[link].pos_ not in ("DET", "ADJ", "NOUN", "PROPN"):
            return None
    return None


def _sender(paragraph: Paragraph, comma: int, ledger: Ledger) -> Naming | None:
    """'the head of the Ruritanian delegation,': the land whose people these are."""
    naming = ledger.ending_at(paragraph, comma - 1)
    people = paragraph.doc[comma - 1].lower_ in words("bodies", "stand_ins")
    return naming if people and naming is not None and naming.owns else None


def _code(role: str, owner: Entity) -> str:
    whole = 6
    return owner.code[3:] if len(owner.code) == whole else titles()[role]
