"""Countries, governments, listed actors and well-known institutions, found by the words that name them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from dragoman.extract.datelines import dateline_end
from dragoman.extract.metonyms import speaks_as_government
from dragoman.extract.naming import Ledger, Naming
from dragoman.model.entity import Entity, EntityKind, Form
from dragoman.text.gazetteer import Gazetteer, entity_id
from dragoman.text.lexicon import load, words
from dragoman.text.page import Page, Paragraph
from dragoman.text.parse import Doc

_LONGEST = 8
_INITIALS = 4
"""Most letters of initials in capitals."""


def enter_nations(page: Page, ledger: Ledger) -> None:
    """Enter every listed actor, institution, country, demonym and government into the ledger."""
    for paragraph in page.paragraphs:
        doc, index = paragraph.doc, dateline_end(paragraph)
        while index < len(doc):
            naming = _longest(page.gazetteer, paragraph, index)
            if naming is None:
                index += 1
                continue
            ledger.add(naming)
            index = naming.end


def _longest(gazetteer: Gazetteer, paragraph: Paragraph, start: int) -> Naming | None:
    doc = paragraph.doc
    opening = doc.tokens[start].text
    named = opening[0].isupper() or opening[:3] in ("al-", "al")
    country = named and doc.lower[start] != "the" and gazetteer.opens_actor(opening)
    institution = named and opening in _openings()
    if not (country or institution or gazetteer.opens_listed(opening)):
        return None
    reach, last = start + 1, min(len(doc), start + _LONGEST)
    while reach < last and _goes_on(gazetteer, doc.cut(start, reach), country=country):
        reach += 1
    for end in range(reach, start, -1):
        text = doc.cut(start, end)
        if text.casefold() in gazetteer.listed:
            found = gazetteer.actor(text)
        elif named:
            found = _institution_of(gazetteer, text) or (_country(gazetteer, doc, start, end) if country else None)
        else:
            found = None
        if found:
            entity, form = found
            return Naming(paragraph, start, _with_possessive(doc, end), entity, form)
    return None


def _goes_on(gazetteer: Gazetteer, text: str, *, country: bool) -> bool:
    """Whether a longer name that is known can begin with these words."""
    return text in _openings() or (gazetteer.opens_actor(text) if country else gazetteer.opens_listed(text))


def _institution_of(gazetteer: Gazetteer, text: str) -> tuple[Entity, Form] | None:
    known = institutions().get(text)
    if known is None:
        return None
    state = gazetteer.world.country(known.country) if known.country and not known.side else None
    listed = gazetteer.actor(state.name) if state else None
    entity = replace(known, side=listed[0].side) if listed else known
    return entity, Form.NAME if text == known.name or not text.isupper() else Form.ACRONYM


def _with_possessive(doc: Doc, end: int) -> int:
    return end + 1 if end < len(doc) and doc[end].tag_ == "POS" else end


def _country(gazetteer: Gazetteer, doc: Doc, start: int, end: int) -> tuple[Entity, Form] | None:
    first, last = doc[start], doc[end - 1]
    if (last.is_lower and end - start > 1) or last.is_punct or last.tag_ == "POS" or last.is_digit:
        return None
    text = doc.cut(start, end)
    if text.isupper() and "." not in text and len(text) <= _INITIALS and text not in words("forms", "country_initials"):
        return None
    found = gazetteer.actor(text)
    if found is None or _part_of_a_name(doc, start, end) or _names_part_of_another(gazetteer, doc, start, end):
        return None
    if found[1] is Form.METONYM and _is_city(gazetteer, text) and not speaks_as_government(doc[end - 1], first):
        return None
    return found


def _is_city(gazetteer: Gazetteer, text: str) -> bool:
    return gazetteer.world.by_metonym(text) is None


def _part_of_a_name(doc: Doc, start: int, end: int) -> bool:
    """Whether a person's name goes on beyond these words ("Jordan Smith", "Paris Hilton")."""
    last = doc[end - 1]
    if last.ent_type_ != "PERSON":
        return False
    around = [doc[i] for i in (start - 1, end) if 0 <= i < len(doc)]
    return any(t.ent_type_ == "PERSON" and t.pos_ == "PROPN" and t.text[0].isupper() for t in around)


def _names_part_of_another(gazetteer: Gazetteer, doc: Doc, start: int, end: int) -> bool:
    """'Northern Ireland', 'New Mexico': with the word before, the name is that of another country's province."""
    if start == 0 or doc[start - 1].lower_ not in words("forms", "before_provinces") or not doc[start - 1].is_title:
        return False
    whole, own = gazetteer.place(doc[start - 1 : end].text), gazetteer.world.country(doc[start:end].text)
    return whole is not None and whole.precision == "province" and own is not None and whole.country != own.iso3


@cache
def institutions() -> Mapping[str, Entity]:
    """Well-known institutions by each of their names, as printed."""
    return {name: entity for entity in _institutions() for name in (entity.name, *entity.aliases)}


@cache
def _openings() -> frozenset[str]:
    """Everything with which the name of a well-known institution can begin."""
    return frozenset(name[:i] for name in institutions() for i in range(1, len(name) + 1))


def _institutions() -> Iterator[Entity]:
    for heading, entries in load("institutions").items():
        for entry in entries:
            code, _, rest = entry.partition(" ") if heading == "GROUP" else ("", "", entry)
            name, *aliases = rest.split("|")
            yield _institution(heading, code, name, tuple(aliases))


def _institution(heading: str, code: str, name: str, aliases: tuple[str, ...]) -> Entity:
    kind = EntityKind.GROUP if heading == "GROUP" else EntityKind.ORGANISATION
    return Entity(
        id=entity_id(name, kind),
        name=name,
        kind=kind,
        code=f"{code}REB" if heading == "GROUP" and code else {"GROUP": "REB"}.get(heading, heading),
        aliases=aliases,
        side=name if heading in ("IGO", "GROUP") else "",
        country=code or (heading[:3] if len(heading) > 3 and heading != "GROUP" else ""),
    )
