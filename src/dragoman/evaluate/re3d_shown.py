"""What dragoman finds in a text, under the labels of re3d."""

from collections.abc import Iterator

from dragoman.evaluate.re3d_format import Marked
from dragoman.extract.found import Found
from dragoman.extract.plain_nouns import extent, plain_nouns
from dragoman.extract.reference import entity_of
from dragoman.model.entity import EntityKind, Form, Mention
from dragoman.text.lexicon import words
from dragoman.text.page import Page
from dragoman.text.parse import Token

_BODIES = (EntityKind.ORGANISATION, EntityKind.GROUP)
_WHERE = words("places", "inside") | {"to", "from", "on", "for", "of"}
_PLAIN = {EntityKind.PERSON: "Person", EntityKind.GROUP: "Organisation", EntityKind.PLACE: "Location"}


def shown_in(page: Page, found: Found) -> Iterator[Marked]:
    """Every mention, place, pronoun and plain noun, with the label that the set would give it."""
    for mention in found.names.mentions:
        label = _label(page, found, mention)
        start, end = (
            _whole(page, mention) if mention.form is not Form.PRONOUN else (mention.span.start, mention.span.end)
        )
        yield Marked(start, end, label)
    taken = {i for m in found.names.mentions for i in range(m.span.start, m.span.end)}
    for place in found.places:
        if place.span.start not in taken:
            yield Marked(place.span.start, place.span.end, "Location")
    for plain in plain_nouns(page, found):
        yield Marked(plain.start, plain.end, _PLAIN[plain.kind])


def _whole(page: Page, mention: Mention) -> tuple[int, int]:
    """The mention with the title, article and adjectives before it: the set marks whole noun phrases."""
    tokens, span = page.tokens(mention.span), mention.span
    paragraph = page.paragraph_of(span)
    root = next((t for t in tokens if t.head not in tokens), None)
    if root is None or paragraph is None:
        return span.start, span.end
    return min(span.start, extent(paragraph, root)[0]), span.end


def _label(page: Page, found: Found, mention: Mention) -> str:
    entity = entity_of(found, mention)
    if entity.kind is EntityKind.PERSON:
        return "Person"
    if entity.kind in _BODIES:
        return "Organisation"
    if entity.kind is EntityKind.PLACE:
        return "Location"
    tokens = page.tokens(mention.span)
    if mention.form in (Form.METONYM, Form.PRONOUN, Form.NOUN, Form.ACRONYM):
        return "Organisation"
    root = next((t for t in tokens if t.head not in tokens), tokens[-1])
    if mention.form is Form.DEMONYM:
        return "Organisation" if root.dep_ not in ("amod", "compound", "nmod") and root.pos_ != "ADJ" else "Nationality"
    return "Location" if _is_where(root) else "Organisation"


def _is_where(token: Token) -> bool:
    """Whether a country's name tells where, after a preposition of place or behind the name of a place in it."""
    if token.dep_ == "conj" and token.head != token:
        return _is_where(token.head)
    behind = token.dep_ in ("appos", "npadvmod") and token.i > 0 and token.nbor(-1).text == ","
    alone = token.dep_ == "ROOT" and not any(c.text == ":" for c in token.children)
    return behind or alone or (token.dep_ == "pobj" and token.head.lower_ in _WHERE)
