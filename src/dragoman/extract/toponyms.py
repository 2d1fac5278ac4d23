"""Every name of a place in a report, told apart: the place itself, its government, its people, or a part of a name.

Only the first are places of the record; the others are names of places that stand for something else.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from dragoman.extract.found import Found
from dragoman.extract.places import bare_words, is_saint
from dragoman.extract.whereabouts import Whereabouts
from dragoman.model.entity import EntityKind, Form
from dragoman.model.event import Place, PlaceMention
from dragoman.model.span import Span
from dragoman.text.lexicon import words
from dragoman.text.page import Page, Paragraph
from dragoman.text.parse import Doc, Words

_NAMING = (Form.NAME, Form.ACRONYM, Form.METONYM, Form.DEMONYM)
_LONGEST = 3
_BODIES = ("ORG", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW")
_COUNTIES = frozenset({"county", "parish", "borough"})
_OFFICES = frozenset({"State", "Department", "Division", "City", "District", "Town", "Township"})
_MEMBER = re.compile(r"\b[A-Z]-(?P<name>[A-Z][\w'’]+(?: [A-Z][\w'’]+)?)")

_DATELINE = re.compile(
    r"(?:^|[.?!\d] )(?P<name>[A-Z][A-Z'’.]+(?: [A-Z][A-Z'’.]+){0,3})(?:, [A-Z][\w. ]{1,20})? (?:—|–|-{1,3}) "
)


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
    every = [_plain(page, m, where) for m in found.places if m.place.precision != "venue"]
    every += _of_names(found, where)
    persons = _persons(found)
    for paragraph in page.paragraphs:
        for rule in (_short_forms, _before_nouns, _after_words, _inside_names, _members, _in_capitals):
            every += (one for one in rule(page, paragraph, where) if one.span.start not in persons)
    kept: list[Toponym] = []
    taken = set[int]()
    for one in every:
        if taken.isdisjoint(range(one.span.start, one.span.end)):
            kept.append(one)
            taken.update(range(one.span.start, one.span.end))
    return tuple(sorted(kept, key=lambda one: one.span.start))


def _plain(page: Page, mention: PlaceMention, where: Whereabouts) -> Toponym:
    """A place of the record by its name alone: no direction before it, no word for the unit that is no part of it."""
    span, place = mention.span, mention.place
    first, _, rest = span.exact.partition(" ")
    if rest and first in words("places", "directions"):
        span = page.cut(span.end - len(rest), span.end)
        place = where.at(span) or place
    name, _, unit = span.exact.rpartition(" ")
    following = page.report.text[span.end : span.end + 4]
    body = unit in _OFFICES and (following.startswith(" of") or following[1:2].isupper())
    if (
        name
        and unit.removesuffix("s") in words("places", "units", "settlements") | _OFFICES
        and (unit.islower() or body)
    ):
        span = page.cut(span.start, span.start + len(name))
    return Toponym(span, Role.PLACE, place)


def _of_names(found: Found, where: Whereabouts) -> Iterator[Toponym]:
    """Countries and capitals that stand for governments, and words for peoples; not the houses of governments."""
    entities = {entity.id: entity for entity in found.names.entities}
    for mention in found.names.mentions:
        if entities[mention.entity].kind is not EntityKind.COUNTRY or mention.form not in _NAMING:
            continue
        place = where.at(mention.span)
        if mention.form is Form.METONYM and (place is None or where.is_house(mention.span.exact)):
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
        if kept is None or _is_street(kept) or is_saint(kept):
            continue
        once = where.times(kept.text) < 2 and len(kept) == 1
        place = where.place(kept.text, paragraph, kept.end_char, sure=once and kept.start == kept.sent.start)
        if place:
            yield _plain(page, PlaceMention(page.words(paragraph, kept), place), where)
            continue
        for part in _parts(kept):
            place = where.place(part.text, sure=True) if where.names(part.text) else None
            if place:
                yield Toponym(page.words(paragraph, part), Role.PART, place)
                break


def _after_words(page: Page, paragraph: Paragraph, where: Whereabouts) -> Iterator[Toponym]:
    """Names that spaCy takes for persons and bodies, or misses, where the words around set them among places."""
    doc = paragraph.doc
    for name in (*doc.ents, *_loose_names(doc)):
        kept = bare_words(name) if name.label_ in ("PERSON", "ORG", "FAC", "PRODUCT", "") else None
        if kept is None or len(kept) > _LONGEST or _is_street(kept) or is_saint(kept):
            continue
        before, after = doc[max(0, kept.start - 2) : kept.start].text, doc[kept.end : kept.end + 1].text
        local = after in words("places", "locals", "sited")
        if not local and after[:1].isupper():
            continue
        if not (
            local or before.endswith((", of", " in", " near", "In")) or (name.label_ == "" and where.knows(kept.text))
        ):
            continue
        place = where.place(kept.text, paragraph, kept.end_char, sure=True)
        if place:
            yield Toponym(page.words(paragraph, kept), Role.PART if local else Role.PLACE, place)


def _loose_names(doc: Doc) -> Iterator[Words]:
    """Runs of proper nouns outside any name that spaCy sees."""
    start = None
    for token in (*doc, None):
        inside = token is not None and token.pos_ == "PROPN" and not token.ent_type_
        if inside and start is None:
            start = token.i
        elif not inside and start is not None:
            yield doc[start : token.i if token is not None else len(doc)]
            start = None


def _is_street(name: Words) -> bool:
    following = name.doc[name.end].lower_.rstrip(".") if name.end < len(name.doc) else ""
    return following in words("idioms", "streets")


def _inside_names(page: Page, paragraph: Paragraph, where: Whereabouts) -> Iterator[Toponym]:
    """The town or country in the name of a body, at its front or after "of", that the report names or that runs it."""
    for name in paragraph.doc.ents:
        kept = bare_words(name) if name.label_ in _BODIES else None
        for part in _parts(kept) if kept is not None else ():
            rest = name.doc[part.end].lower_ if part.end < len(name.doc) else ""
            run = (
                kept is not None
                and part.start == kept.start
                and (rest in words("places", "locals") or part[-1].lower_ in _COUNTIES)
            )
            place = where.place(part.text, sure=True) if run or where.names(part.text) else None
            if place and not _is_street(part) and not is_saint(part) and part.text not in words("places", "none"):
                yield Toponym(page.words(paragraph, part), Role.PART, place)
                break


def _parts(name: Words) -> Iterator[Words]:
    doc = name.doc
    inner = ("of", "at", "in", "north", "south", "east", "west", "northern", "southern", "eastern", "western")
    of = [token.i + 1 for token in name[:-1] if token.lower_ in inner]
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


def _in_capitals(page: Page, paragraph: Paragraph, where: Whereabouts) -> Iterator[Toponym]:
    """The place before a dash in a dateline that does not open its paragraph ("... dead. ACCRA -- Police say")."""
    for match in _DATELINE.finditer(paragraph.doc.text):
        place = where.place(match["name"], paragraph, match.end("name"), sure=True)
        if place:
            start = paragraph.start + match.start("name")
            yield Toponym(page.cut(start, start + len(match["name"])), Role.PLACE, place)
