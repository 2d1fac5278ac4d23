"""From words in a sentence to the entities they stand for."""

from functools import lru_cache

from dragoman.extract.found import Found, Names
from dragoman.model.entity import Entity, EntityKind, Form, Mention
from dragoman.text.lexicon import words
from dragoman.text.page import Page, Paragraph
from dragoman.text.parse import Token

_OWNING = (EntityKind.COUNTRY, EntityKind.ORGANISATION, EntityKind.GROUP, EntityKind.PERSON)


@lru_cache(maxsize=4)
def _index(names: Names) -> "_Index":
    return _Index(names)


class _Index:
    """Mentions of a report by character, shortest first, and entities by id."""

    def __init__(self, names: Names) -> None:
        self.entities = {entity.id: entity for entity in names.entities}
        self._at: dict[int, Mention] = {}
        for mention in sorted(names.mentions, key=lambda m: m.span.start - m.span.end):
            for offset in range(mention.span.start, mention.span.end):
                self._at[offset] = mention

    def mention(self, paragraph: Paragraph, token: Token) -> Mention | None:
        """The shortest mention that holds the token's first character."""
        return self._at.get(paragraph.at(token))


def mention_at(found: Found, paragraph: Paragraph, token: Token) -> Mention | None:
    """The shortest mention over a token, or None."""
    return _index(found.names).mention(paragraph, token)


def entity_of(found: Found, mention: Mention) -> Entity:
    """The entity of a mention of the same report."""
    return _index(found.names).entities[mention.entity]


def entities_at(page: Page, found: Found, paragraph: Paragraph, token: Token) -> tuple[Entity, ...]:
    """The entities for which a noun phrase headed by this token stands (several for 'X and Y'), or none."""
    entities = dict.fromkeys(_single(found, paragraph, token))
    for child in token.children:
        if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN", "ADJ", "PRON"):
            entities.update(dict.fromkeys(entities_at(page, found, paragraph, child)))
    return tuple(entities)


def _single(found: Found, paragraph: Paragraph, token: Token) -> tuple[Entity, ...]:
    mention = mention_at(found, paragraph, token)
    if mention:
        return (entity_of(found, mention),)
    if token.lower_ in words("bodies", "stand_ins"):
        return _owners(found, paragraph, token)
    return ()


def owners_at(page: Page, found: Found, paragraph: Paragraph, token: Token) -> tuple[Entity, ...]:  # noqa: ARG001
    """The entities that own or qualify it: possessives and adjectives ("Russia's bombers", "a Ukrainian strike")."""
    return _owners(found, paragraph, token)


def _owners(found: Found, paragraph: Paragraph, token: Token) -> tuple[Entity, ...]:
    owners: dict[Entity, None] = {}
    for child in token.children:
        if child.dep_ in ("poss", "amod", "compound", "nmod"):
            owners.update(dict.fromkeys(_qualifiers(found, paragraph, child)))
        elif child.dep_ == "prep" and child.lower_ in ("of", "from") and token.lower_ in words("bodies", "stand_ins"):
            owners.update(
                (e, None) for obj in child.children if obj.dep_ == "pobj" for e in _qualifiers(found, paragraph, obj)
            )
    return tuple(owners)


def _qualifiers(found: Found, paragraph: Paragraph, token: Token) -> tuple[Entity, ...]:
    """The token's own entity and those joined to it; a plain adjective or noun passes on its own."""
    mention = mention_at(found, paragraph, token)
    own: tuple[Entity, ...] = ()
    if mention:
        entity = entity_of(found, mention)
        own = (
            (entity,) if entity.kind in _OWNING and (token.dep_ != "compound" or mention.form is not Form.NOUN) else ()
        )
    elif token.dep_ in ("compound", "nmod", "amod"):
        own = tuple(
            e
            for c in token.children
            if c.dep_ in ("poss", "amod", "compound", "nmod")
            for e in _qualifiers(found, paragraph, c)
        )
    joined = tuple(e for c in token.children if c.dep_ == "conj" for e in _qualifiers(found, paragraph, c))
    return own + joined
