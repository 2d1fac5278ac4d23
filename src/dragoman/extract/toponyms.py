"""Every name of a place in a report, told apart: the place itself, its government, its people, or a part of a name.

Only the first are places of the record; the others are names of places that stand for something else.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Span as Words

from dragoman.extract.found import Found
from dragoman.extract.places import bare_words
from dragoman.extract.whereabouts import Whereabouts
from dragoman.model.entity import EntityKind, Form
from dragoman.model.event import Place
from dragoman.model.span import Span
from dragoman.text.lexicon import words
from dragoman.text.page import Page, Paragraph

_NAMING = (Form.NAME, Form.ACRONYM, Form.METONYM, Form.DEMONYM)
_LONGEST = 3
_BODIES = ("ORG", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW")
_MEMBER = re.compile(r"\b[A-Z]-(?P<name>[A-Z][\w'’]+(?: [A-Z][\w'’]+)?)")


class Role(StrEnum):
    """What a name of a place stands for: the place, its government, its people, or a part of another name."""

    PLACE = "place"
    GOVERNMENT = "government"
    PEOPLE = "people"
    PART = "part"


@dataclass(frozen=True, slots=True)
class Toponym:
    """Words that name a place, what they stand for, and the place (None where the tables hold none)."""

    span: Span
    role: Role
    place: Place | None


def toponyms(page: Page, found: Found) -> tuple[Toponym, ...]:
    """All names of places of a report that has been read, in order, none over another.

    Venues are left out: the town in "the hospital of a town" is the toponym, not the hospital.
    """
    where = Whereabouts(page, found.names)
    every = [Toponym(m.span, Role.PLACE, m.place) for m in found.places if m.place.precision != "venue"]
    every += _of_names(found, where)
    persons = _persons(found)
    for paragraph in page.paragraphs:
        every += (
            one
            for one in (*_short_forms(page, paragraph, where), *_before_nouns(page, paragraph, where),
                        *_inside_names(page, paragraph, where), *_members(page, paragraph, where))
            if one.span.start not in persons
        )
    kept: list[Toponym] = []
    for one in every:
        if not any(one.span.overlaps(other.span) for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: one.span.start))


def _of_names(found: Found, where: Whereabouts) -> Iterator[Toponym]:
    """Countries and capitals that stand for governments, and words for peoples; not the houses of governments."""
    entities = {entity.id: entity for entity in found.names.entities}
    for mention in found.names.mentions:
        if entities[mention.entity].kind is not EntityKind.COUNTRY or mention.form not in _NAMING:
            continue
        place = where.at(mention.span)
        if mention.form is Form.METONYM and (place is None or place.precision == "country"):
            continue
        yield Toponym(mention.span, Role.PEOPLE if mention.form is Form.DEMONYM else Role.GOVERNMENT, place)


def _persons(found: Found) -> frozenset[int]:
    kinds = {entity.id: entity.kind for entity in found.names.entities}
    spans = [mention.span for mention in found.names.mentions if kinds[mention.entity] is EntityKind.PERSON]
    return frozenset(index for span in spans for index in range(span.start, span.end))


def _short_forms(page: Page, paragraph: Paragraph, where: Whereabouts) -> Iterator[Toponym]:
    """The state of "a town, Ky.", and states printed short before a noun."""
    for start, end in where.short_forms(paragraph):
        span = page.cut(paragraph.start + start, paragraph.start + end)
        yield Toponym(span, Role.PLACE, where.at(span))


def _before_nouns(page: Page, paragraph: Paragraph, where: Whereabouts) -> Iterator[Toponym]:
    """Names of places that qualify a noun ("an Accra court"), which are no place of anything by themselves."""
    for name in paragraph.doc.ents:
        kept = bare_words(name) if name.label_ in ("GPE", "LOC") else None
        if kept is None:
            continue
        place = where.place(kept.text, paragraph, kept.end_char, sure=True)
        if place:
            yield Toponym(page.words(paragraph, kept), Role.PART, place)


def _inside_names(page: Page, paragraph: Paragraph, where: Whereabouts) -> Iterator[Toponym]:
    """The town or country in the name of a body, at its front or after "of", where the report names it elsewhere."""
    for name in paragraph.doc.ents:
        if name.label_ not in _BODIES:
            continue
        kept = bare_words(name)
        for part in _parts(kept) if kept is not None else ():
            place = where.place(part.text, sure=True) if where.names(part.text) else None
            if place:
                yield Toponym(page.words(paragraph, part), Role.PART, place)
                break


def _parts(name: Words) -> Iterator[Words]:
    doc = name.doc
    of = [token.i + 1 for token in name[:-1] if token.lower_ in ("of", "at", "in")]
    for start in (name.start, *of):
        for end in range(min(start + _LONGEST, name.end), start, -1):
            if doc[start].text[0].isupper() and doc[end - 1].text[0].isupper():
                yield doc[start:end]


def _members(page: Page, paragraph: Paragraph, where: Whereabouts) -> Iterator[Toponym]:
    """The constituency behind the letter of a party ("D-Springfield")."""
    for match in _MEMBER.finditer(paragraph.doc.text):
        parts = match["name"].split()
        for count in range(len(parts), 0, -1):
            text = " ".join(parts[:count])
            place = where.place(text, sure=True)
            if place and text not in words("places", "none"):
                start = paragraph.start + match.start("name")
                yield Toponym(page.cut(start, start + len(text)), Role.PART, place)
                break
