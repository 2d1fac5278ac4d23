"""Where: each name of a place, where it stands for the place and not for its government or people."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.extract.dates import calendar_dates
from dragoman.extract.found import Extractor, Found
from dragoman.extract.provinces import units
from dragoman.extract.setting import says_where
from dragoman.extract.venues import with_venues
from dragoman.extract.whereabouts import Whereabouts
from dragoman.model.entity import EntityKind
from dragoman.model.event import Place, PlaceMention
from dragoman.text.dateline import dateline
from dragoman.text.folding import fold
from dragoman.text.lexicon import words
from dragoman.text.page import Page, Paragraph
from dragoman.text.parse import Doc, Words

_LABELS = frozenset({"GPE", "LOC", "FAC"})
_LONGEST = 5


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What a report knows about its places: how to resolve a name, surnames, and what is taken by other names."""

    where: Whereabouts
    surnames: frozenset[str]
    taken: frozenset[int]


def run(page: Page, found: Found) -> tuple[PlaceMention, ...]:
    """All places of a report that can be told apart, in order of the text."""
    around = _surroundings(page, found)
    mentions: list[PlaceMention] = []
    for paragraph in page.paragraphs:
        places: list[PlaceMention] = []
        filled = set[int]()
        for start, end, place in _in_paragraph(page, paragraph, around):
            if filled.isdisjoint(range(start, end)):
                filled.update(range(start, end))
                places.append(PlaceMention(page.cut(paragraph.start + start, paragraph.start + end), place))
        mentions.extend(with_venues(page, paragraph, places))
    return tuple(sorted(mentions, key=lambda mention: mention.span.start))


def _surroundings(page: Page, found: Found) -> _Surroundings:
    kinds = {entity.id: entity.kind for entity in found.names.entities}
    surnames, taken = set[str](), set[int]()
    for mention in found.names.mentions:
        kind = kinds[mention.entity]
        if kind is EntityKind.PERSON:
            surnames.add(mention.span.exact.split()[-1].casefold())
        if kind in (EntityKind.PERSON, EntityKind.ORGANISATION):
            taken.update(range(mention.span.start, mention.span.end))
    for paragraph in page.paragraphs:
        taken.update(paragraph.start + i for d in calendar_dates(paragraph.doc.text) for i in range(d.start, d.end))
        surnames.update(n[-1].lower_ for n in paragraph.doc.ents if n.label_ == "PERSON" and len(n) > 1)
    return _Surroundings(Whereabouts(page, found.names), frozenset(surnames), frozenset(taken))


def _in_paragraph(page: Page, paragraph: Paragraph, around: _Surroundings) -> Iterator[tuple[int, int, Place]]:
    """Character ranges of a paragraph with their places, the surest readings first."""
    opening = dateline(page.report.text[paragraph.start : paragraph.end])
    if opening and opening.place:
        yield from _of_dateline(page, paragraph, opening.place, around)
    for start, end, place in units(page, paragraph.doc.text, around.where):
        if paragraph.start + start not in around.taken:
            yield start, end, place
    names = [*paragraph.doc.ents, *_unseen(paragraph.doc)]
    for name in sorted(names, key=lambda n: (n.label_ not in _LABELS, n.start)):
        trimmed = bare_words(name)
        if trimmed is None or paragraph.start + trimmed.start_char in around.taken:
            continue
        if name.label_ in _LABELS or _set_by_words(trimmed):
            yield from _of_name(page, paragraph, trimmed, around)


def _of_dateline(
    page: Page, paragraph: Paragraph, text: str, around: _Surroundings
) -> Iterator[tuple[int, int, Place]]:
    offset = page.report.text.find(text, paragraph.start) - paragraph.start
    city = text.partition(", ")[0]
    place = around.where.place(city, paragraph, offset + len(city))
    if place:
        yield offset, offset + len(city), place


def _unseen(doc: Doc) -> Iterator[Words]:
    """Runs of proper nouns outside any name that spaCy sees, after a preposition of place."""
    for token in doc:
        if token.lower_ in ("in", "near", "at", "of", "from", "around", "outside") and token.i + 1 < len(doc):
            end = token.i + 1
            while end < len(doc) and end - token.i <= _LONGEST and doc[end].pos_ == "PROPN" and not doc[end].ent_type_:
                end += 1
            if end > token.i + 1:
                yield doc[token.i + 1 : end]


def _set_by_words(name: Words) -> bool:
    """Whether "in X" or "the town of X" shows a place even where spaCy sees a person or a body."""
    if name.label_ in (
        "DATE",
        "TIME",
        "NORP",
        "CARDINAL",
        "MONEY",
        "PERCENT",
        "ORDINAL",
        "QUANTITY",
        "WORK_OF_ART",
        "EVENT",
        "LAW",
    ):
        return False
    before = name.doc[max(0, name.start - 2) : name.start]
    if not before or len(name) > 2:
        return False
    if before[-1].lower_ == "of" and len(before) > 1:
        return not words("places", "settlements", "strikes", "sieges").isdisjoint(
            (before[0].lemma_.lower(), before[0].lower_)
        )
    if before[-1].lemma_.lower() in words("places", "taking") and name.label_ in ("", "PERSON", "ORG", "PRODUCT"):
        return True
    if before[-1].lower_ in ("and", "or") and before[0].ent_type_ == "GPE":
        return name.end == len(name.doc) or name.doc[name.end].pos_ != "PROPN"
    return before[-1].lower_ in ("in", "near") and name.label_ in ("", "PERSON", "ORG", "PRODUCT")


def bare_words(name: Words) -> Words | None:
    """The name without article, possessive ending and stray marks; None when nothing of a name is left."""
    start, end = name.start, name.end
    while start < end and (name.doc[start].lower_ in ("the", "a", "an") or not name.doc[start].text[0].isalnum()):
        start += 1
    if end - start > 1 and name.doc[start].is_lower and name.doc[start].text in words("places", "directions"):
        start += 1  # "east London" is a part of London
    while end > start and (name.doc[end - 1].tag_ == "POS" or not name.doc[end - 1].text[-1].isalnum()):
        end -= 1
    kept = name.doc[start:end]
    if not len(kept) or not any(t.text[0].isupper() for t in kept) or kept.text in words("places", "none"):
        return None
    return kept


def _of_name(page: Page, paragraph: Paragraph, name: Words, around: _Surroundings) -> Iterator[tuple[int, int, Place]]:
    """The place of one name in its sentence, with its direction ("eastern X") where one is said."""
    text, gazetteer = name.text, page.gazetteer
    known = gazetteer.actor(text)
    if gazetteer.world.by_demonym(text) and not gazetteer.world.country(text):
        return
    if (name[-1].lower_ in around.surnames and not _after_in(name)) or _begins_a_name(name, around):
        return
    if is_saint(name):
        return
    if text in words("places", "vast"):
        yield name.start_char, name.end_char, Place(text, precision="region")
        return
    direction = name.doc[name.start - 1] if name.start else None
    if direction is not None and direction.lower_ in words("places", "directions") and direction.dep_ != "dobj":
        whole = around.where.place(text, paragraph, name.end_char, sure=True)
        if whole:
            yield (
                direction.idx,
                name.end_char,
                replace(whole, name=f"{direction.lower_} {whole.name}", precision="region"),
            )
        return
    place = around.where.place(text, paragraph, name.end_char, sure=True)
    if place is None or not says_where(name, actor=known is not None):
        return
    if name[-1].lower_ in words("places", "units") and place.precision == "city" and fold(place.name) != fold(text):
        return
    if place.precision == "country" and name.root.dep_ in ("compound", "nmod", "amod", "poss"):
        return
    yield name.start_char, name.end_char, place


def _begins_a_name(name: Words, around: _Surroundings) -> bool:
    """Whether the words go on to a surname or a street ("Victoria Street")."""
    if name.end >= len(name.doc):
        return False
    following = name.doc[name.end].lower_
    return following in around.surnames or following.rstrip(".") in words("idioms", "streets")


def is_saint(name: Words) -> bool:
    """Whether a saint owns what follows ("St. Patrick's Day")."""
    return name[0].lower_ in ("st", "st.", "saint") and name.end < len(name.doc) and name.doc[name.end].tag_ == "POS"


def _after_in(name: Words) -> bool:
    return name.start > 0 and name.doc[name.start - 1].lower_ in ("in", "near", "at")


PLACES = Extractor("places", "2", needs=("names",), yields="places", run=run)
