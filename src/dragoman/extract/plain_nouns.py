"""People, bodies and places told without a known name: "three commanders", "the attackers", "we", "the old bridge"."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.extract.found import Found
from dragoman.extract.sectors import is_one_person, noun_form, sector_of, tells_of_people
from dragoman.model.entity import EntityKind
from dragoman.text.lexicon import words
from dragoman.text.page import Page, Paragraph
from dragoman.text.parse import Token

_OPENING = ("det", "amod", "compound", "nmod", "nummod", "poss", "predet", "quantmod")
_ONE = frozenset(("i", "me", "myself", "he", "him", "she", "himself", "herself"))
_MANY = frozenset(("we", "us", "they", "them", "ourselves", "themselves"))
_SITES = frozenset(("GPE", "LOC", "FAC"))


@dataclass(frozen=True, slots=True)
class Plain:
    """The characters `[start, end)` of a report that tell of a person, a group or a place; sector "" for none."""

    start: int
    end: int
    kind: EntityKind
    sector: str = ""


def plain_nouns(page: Page, found: Found) -> Iterator[Plain]:
    """Every noun phrase, pronoun and unknown place-name that no mention or place of the report stands for."""
    named = {i for m in found.names.mentions for i in range(m.span.start, m.span.end)}
    named |= {i for place in found.places for i in range(place.span.start, place.span.end)}
    for paragraph in page.paragraphs:
        for token in paragraph.doc:
            if paragraph.at(token) not in named:
                plain = _pronoun(paragraph, token) or _noun(paragraph, token)
                if plain:
                    yield plain
        for name in paragraph.doc.ents:
            if name.label_ in _SITES and paragraph.start + name.start_char not in named:
                yield Plain(paragraph.start + name.start_char, paragraph.start + name.end_char, EntityKind.PLACE)


def _pronoun(paragraph: Paragraph, token: Token) -> Plain | None:
    if token.pos_ != "PRON" or token.lower_ not in _ONE | _MANY:
        return None
    kind = EntityKind.PERSON if token.lower_ in _ONE else EntityKind.GROUP
    return Plain(paragraph.at(token), paragraph.until(token), kind)


def _noun(paragraph: Paragraph, token: Token) -> Plain | None:
    """A noun phrase up to its head, where the head is no part of a longer noun phrase."""
    if token.lower_ in ("here", "there") and token.pos_ == "ADV":
        return Plain(paragraph.at(token), paragraph.until(token), EntityKind.PLACE)
    if token.pos_ not in ("NOUN", "PROPN", "ADJ") or token.dep_ in ("compound", "amod", "nmod"):
        return None
    if token.ent_type_ in ("DATE", "TIME") or noun_form(token) in words("sectors", "machines"):
        return None
    if noun_form(token) in words("sectors", "places"):
        idiom = token.head.lemma_ in ("take", "make") and token.dep_ == "dobj" and token.tag_ == "NN"
        return None if idiom else Plain(*extent(paragraph, token), EntityKind.PLACE)
    if tells_of_people(token):
        kind = EntityKind.PERSON if is_one_person(token) else EntityKind.GROUP
        return Plain(*extent(paragraph, token), kind, sector_of(token))
    return None


def extent(paragraph: Paragraph, noun: Token) -> tuple[int, int]:
    """The characters of a noun phrase from its article up to the noun, with the name that 'of' joins to it."""
    opening = [c for c in noun.children if c.i < noun.i and c.dep_ in _OPENING]
    first = min((t.i for c in opening for t in c.subtree), default=noun.i)
    return paragraph.at(noun.doc[first]), paragraph.until(_joined_name(noun))


def _joined_name(noun: Token) -> Token:
    """The last word of 'of NAME' straight after a noun, else the noun."""
    link = noun.nbor(1) if noun.i + 1 < len(noun.doc) else noun
    if link.lower_ != "of" or link.head != noun:
        return noun
    name = next((c for c in link.children if c.dep_ == "pobj"), None)
    plain = name is not None and name.pos_ == "PROPN" and all(c.dep_ in ("compound", "det") for c in name.children)
    return name if name is not None and plain else noun
