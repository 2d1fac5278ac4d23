"""Persons: full names with their offices, then surnames alone, as one entity each."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from dragoman.extract.cue_words import is_strict
from dragoman.extract.datelines import dateline_end
from dragoman.extract.inversions import inverted_office
from dragoman.extract.leaders import leader
from dragoman.extract.missed_names import (
    MOST_PARTS,
    holds_office,
    is_apposed_name,
    is_name_part,
    joins_names,
    run_of_names,
)
from dragoman.extract.naming import Ledger, Naming
from dragoman.extract.offices import Office, offices
from dragoman.extract.title_words import title_before, titles
from dragoman.model.entity import Entity, EntityKind, Form
from dragoman.model.report import SectionKind
from dragoman.text.folding import loose
from dragoman.text.gazetteer import entity_id
from dragoman.text.lexicon import words
from dragoman.text.page import Page, Paragraph
from dragoman.text.parse import Doc, Token

_KEPT = 4096
"""Names whose keys are kept."""
_NAMED_AS = ("", "PERSON", "ORG", "GPE", "NORP", "WORK_OF_ART", "FAC", "PRODUCT")


@dataclass
class Person:
    """What a report tells of one person while it is read."""

    names: Counter[str] = field(default_factory=Counter)
    places: list[tuple[Paragraph, int, int]] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The fullest name; of several as full, the commonest, then the first in the alphabet."""
        return min(self.names, key=lambda n: (-min(len(n.split()), 3), -self.names[n], n))


def enter_people(page: Page, ledger: Ledger) -> list[Person]:
    """Enter every person into the ledger, with side, country and role as the report tells them."""
    people = _gather(page, ledger)
    for person in people:
        for paragraph, start, end in person.places:
            ledger.add(Naming(paragraph, start, end, _plain(person), Form.NAME))
    settle_people(page, people, ledger)
    return people


def settle_people(page: Page, people: Sequence[Person], ledger: Ledger) -> None:
    """Read the offices of every person and put side, country and role in the ledger; again once more is named."""
    for person in people:
        told = [o for place in person.places for o in offices(*place, ledger)]
        person.offices = [*told, *_inverted(person, ledger)]
    known: dict[str, Entity] = {}
    year = int(page.report.published.start[:4]) if page.report.published.start else None
    plain = [(person, _plain(person)) for person in people]
    for _ in range(2):  # an owner may itself be a person whose side is known only after the first round
        known = {entity.id: _entity(person, entity, known, ledger, year) for person, entity in plain}
    ledger.refine(known)


def _inverted(person: Person, ledger: Ledger) -> list[Office]:
    found = (inverted_office(paragraph, start, ledger) for paragraph, start, _ in person.places)
    return [office for office in found if office]


def _gather(page: Page, ledger: Ledger) -> list[Person]:
    people: list[Person] = []
    singles: list[tuple[Paragraph, int, int]] = []
    for paragraph in page.paragraphs:
        for start, end in _candidates(paragraph, ledger):
            if _is_town(page, paragraph.doc, start, end):
                continue
            if _parts(paragraph.doc, start, end) > 1 and not _shouted(paragraph):
                _join(people, (paragraph, start, end))
            else:
                singles.append((paragraph, start, end))
    for paragraph, start, end in singles:
        titled = title_before(paragraph.doc, start) is not None
        known = _acts(paragraph.doc[end - 1]) and page.gazetteer.place(paragraph.doc[start:end].text) is None
        again = any(same_person(paragraph.doc[start:end].text, n) for p in people for n in p.names)
        if (titled or known or again) and not _shouted(paragraph):
            _join(people, (paragraph, _left(paragraph.doc, start, people), end))
    taken = {(p.index, i) for person in people for p, s, e in person.places for i in range(s, e)}
    for paragraph in page.paragraphs:
        for start, end in list(_repeats(paragraph, people, taken, ledger)):
            _join(people, (paragraph, start, end))
    return people


def _candidates(paragraph: Paragraph, ledger: Ledger) -> Iterator[tuple[int, int]]:
    doc, done = paragraph.doc, dateline_end(paragraph)
    starts = {ent.start: ent.end for ent in doc.ents if ent.label_ == "PERSON"}
    starts |= {ent.start: ent.end for ent in doc.ents if holds_office(doc, ent.start, ent.end, ent.label_)}
    for index in range(len(doc)):
        if index < done or not (index in starts or doc.tokens[index].text[0].isupper()):
            continue
        end = starts.get(index, 0)
        if not end and (_is_titled(doc, index) or is_apposed_name(doc, index)):
            end = run_of_names(doc, index)
        if end and joins_names(doc, end):
            end = run_of_names(doc, end)
        span = _trim(doc, index, end) if end else None
        if span and ledger.free(paragraph, *span):
            yield span
            done = span[1]


def _is_titled(doc: Doc, index: int) -> bool:
    titled = is_name_part(doc[index]) and title_before(doc, index) is not None
    return titled and doc[index].ent_type_ in _NAMED_AS


def _trim(doc: Doc, start: int, end: int) -> tuple[int, int] | None:
    """Cut titles, possessives and marks off a candidate; None when no name is left."""
    while start < end and not (
        doc[start].text[0].isupper() or doc[start].lower_ in ("al", "bin", "abu", "de", "von", "van")
    ):
        start += 1
    while (cut := _title_end(doc, start, end)) is not None:
        start = cut
    while end > start and (
        doc[end - 1].tag_ == "POS" or not doc[end - 1].text[0].isalpha() or doc[end - 1].lower_ == "'s"
    ):
        end -= 1
    if start >= end or end - start > MOST_PARTS + 2 or "\n" in doc[start:end].text:
        return None
    inner = all(_fits(token) for token in doc[start:end])
    return (start, end) if inner and doc[end - 1].text[0].isupper() and len(doc[end - 1].text) > 1 else None


def _title_end(doc: Doc, start: int, end: int) -> int | None:
    """Where a title that opens `[start, end)` ends, the longest one; None where none does."""
    for index in range(end - 1, start, -1):
        title = title_before(doc, index)
        if title and title[0] <= start:
            return index
    return None


def _fits(token: Token) -> bool:
    return token.text[0].isupper() or token.lower_ in words("forms", "particles")


def _parts(doc: Doc, start: int, end: int) -> int:
    return len(doc[start:end].text.split())


def _is_town(page: Page, doc: Doc, start: int, end: int) -> bool:
    """Whether a name of several words, with no title and no speech of its own, is that of a known place."""
    if end - start < 2 or title_before(doc, start) is not None:
        return False
    speaks = doc[end - 1].dep_ == "nsubj" and is_strict(doc[end - 1].head)
    return not speaks and page.gazetteer.place(doc[start:end].text) is not None


def _shouted(paragraph: Paragraph) -> bool:
    """A headline, or a line in capitals: every word looks like a name there."""
    return paragraph.kind is SectionKind.HEADLINE or paragraph.doc.text.isupper()


def _acts(token: Token) -> bool:
    return token.dep_ in ("nsubj", "nsubjpass", "poss", "pobj", "dobj", "agent", "conj") and token.pos_ == "PROPN"


def _repeats(
    paragraph: Paragraph, people: Sequence[Person], taken: set[tuple[int, int]], ledger: Ledger
) -> Iterator[tuple[int, int]]:
    """Surnames, and whole names that the tagger missed, of persons already known."""
    doc = paragraph.doc
    surnames = {key for person in people for name in person.names for key in keys(name)}
    for token in doc:
        if (
            not token.text[0].isupper()
            or (paragraph.index, token.i) in taken
            or not ledger.free(paragraph, token.i, token.i + 1)
        ):
            continue
        if sound(token.text) in surnames and len(token.text) > 1 and token.pos_ not in ("VERB", "AUX", "ADP", "PRON"):
            yield _left(doc, token.i, people), token.i + 1


def _left(doc: Doc, at: int, people: Sequence[Person]) -> int:
    """Where the name that ends at a surname begins."""
    start = at
    if start > 1 and doc[start - 1].text == "-" and doc[start - 2].lower_ in words("forms", "particles"):
        start -= 2
    while start and at - start < MOST_PARTS and _first_name(doc[start - 1], people, doc[at]):
        start -= 1
    return start


def _first_name(before: Token, people: Sequence[Person], surname: Token) -> bool:
    if before.pos_ == "PROPN" and before.head == surname and before.text[0].isupper() and before.lower_ not in titles():
        return title_before(before.doc, before.i + 1) is None and before.ent_type_ not in ("ORG", "NORP", "FAC")
    tails = (name.split() for person in people for name in person.names)
    return any(before.text in parts[:-1] and bool(set(keys(parts[-1])) & {sound(surname.text)}) for parts in tails)


@lru_cache(maxsize=_KEPT)
def keys(name: str) -> tuple[str, ...]:
    """Folded forms under which a person goes by surname alone."""
    parts = name.split()
    last = parts[-1]
    bare = re.sub(r"^(al|el|ul|as|ad|ar|an|at|az|ash)[-’']", "", last, flags=re.IGNORECASE)
    return tuple(sorted({sound(last), sound(bare)}))


@lru_cache(maxsize=_KEPT)
def sound(word: str) -> str:
    """A key for one part of a name that romanisations of it share."""
    return re.sub(r"i([aeou])", r"\1", loose(word))


def _join(people: list[Person], place: tuple[Paragraph, int, int]) -> None:
    """Put a name beside the person it fits, the latest mentioned first, or make a new one."""
    paragraph, start, end = place
    name = paragraph.doc[start:end].text
    person = next(
        (p for p in sorted(people, key=_latest, reverse=True) if any(same_person(name, n) for n in p.names)), None
    )
    if person is None:
        person = Person()
        people.append(person)
    person.names[name] += 1
    person.places.append(place)


def _latest(person: Person) -> tuple[int, int]:
    return max((p.index, s) for p, s, _ in person.places)


def same_person(one: str, other: str) -> bool:
    """Whether two names in one report are of one person: the same surname and no clashing first name."""
    if not set(keys(one)) & set(keys(other)):
        return _family_first(one, other) or _family_first(other, one)
    first, second = one.split(), other.split()
    if len(first) == 1 or len(second) == 1:
        return True
    a, b = first[0].strip("."), second[0].strip(".")
    return sound(a) == sound(b) or (min(len(a), len(b)) == 1 and a[0] == b[0]) or a in second[:-1] or b in first[:-1]


def _family_first(short: str, full: str) -> bool:
    """'Kim' for 'Kim Il', where the family name stands first."""
    parts = full.split()
    return len(short.split()) == 1 and len(parts) > 1 and sound(short) == sound(parts[0])


def _plain(person: Person) -> Entity:
    name = " ".join(person.name.split())
    return Entity(
        id=entity_id(name, EntityKind.PERSON),
        name=name,
        kind=EntityKind.PERSON,
        aliases=tuple(sorted(n for n in person.names if n != name)),
    )


def _entity(person: Person, plain: Entity, known: dict[str, Entity], ledger: Ledger, year: int | None) -> Entity:
    office = _main_office(person.offices)
    if office is None or ((office.owner is None or office.guessed) and office.code in ("GOV", "")):
        office = _known_office(plain.name, ledger, year) or office
    if office is None:
        return plain
    owner = known.get(office.owner.id, office.owner) if office.owner else None
    country = owner.country if owner else ""
    public = office.code not in ("CVL", "REL", "MED", "JUD") or office.role == "pope"
    side = owner.side if owner and public and not office.former else ""
    body = owner.code if owner and owner.code in ("IGO", "NGO") else ""
    sector = "ELI" if office.former else office.code if office.code != body else ""
    code = f"{country or body}{sector}" if country or body else ""
    return Entity(plain.id, plain.name, plain.kind, code, plain.aliases, side, country, office.role)


def _known_office(name: str, ledger: Ledger, year: int | None) -> Office | None:
    term = leader(name, year)
    return Office(term.role, "GOV", ledger.state(term.country)) if term else None


def _main_office(found: Sequence[Office]) -> Office | None:
    """The office that tells most: one with an owner, public before civil, then the first one."""
    if not found:
        return None
    best = max(
        found,
        key=lambda o: (o.owner is not None, not o.guessed, o.code not in ("CVL", "REL", "MED", ""), -found.index(o)),
    )
    if best.code:
        return best
    titled = next((o for o in found if o.code), None)
    return Office(titled.role, titled.code, best.owner, titled.former) if titled else best
