"""For whom a source without a name speaks: the owners before and behind its noun."""

from dragoman.extract.reference import entities_at, owners_at
from dragoman.extract.scene import Scene
from dragoman.model.entity import Entity, EntityKind
from dragoman.text.lexicon import words
from dragoman.text.parse import Token

_PUBLIC = frozenset(("senior", "top", "local", "state", "government", "military", "security", "police", "army"))


def qualifiers(scene: Scene, token: Token) -> tuple[Entity, ...]:
    """Owners before the word and after it: 'of', 'for', 'in', 'from', 'at', 'with' and 'published by'."""
    owners = list(owners_at(scene.page, scene.found, scene.paragraph, token))
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in (
            "of",
            "for",
            "in",
            "from",
            "at",
            "with",
            "by",
            "within",
            "inside",
            "on",
        ):
            for thing in child.children:
                if thing.dep_ == "pobj" and not _stays_in(scene, token, child, thing):
                    owners += entities_at(scene.page, scene.found, scene.paragraph, thing)
                    owners += owners_at(scene.page, scene.found, scene.paragraph, thing)
        elif child.dep_ in ("acl", "relcl"):
            owners += [
                e for agent in agents(child) for e in entities_at(scene.page, scene.found, scene.paragraph, agent)
            ]
        elif child.dep_ == "conj" and child.lower_ in words("unnamed", "people"):
            continue
    return tuple(dict.fromkeys(owners))


def _stays_in(scene: Scene, token: Token, preposition: Token, thing: Token) -> bool:
    """Whether somebody is only in or at a country, and not of it: 'an aid official in X', 'a diplomat in X'."""
    if preposition.lower_ not in ("in", "at", "on", "inside", "within"):
        return False
    things = entities_at(scene.page, scene.found, scene.paragraph, thing)
    if not any(e.kind is EntityKind.COUNTRY for e in things):
        return thing.lemma_.lower() in words("unnamed", "civil_bodies")
    public = token.lemma_.lower() in ("official", "authority", "minister", "police", "government", "military", "army")
    plain = all(c.lower_ in _PUBLIC for c in token.children if c.dep_ in ("amod", "compound", "nmod"))
    return not (public and plain)


def agents(verb: Token) -> list[Token]:
    """The nouns after 'by' or 'from' of a participle ('published by X')."""
    preps = [c for c in verb.children if c.dep_ in ("agent", "prep") and c.lower_ in ("by", "from")]
    return [obj for prep in preps for obj in prep.children if obj.dep_ == "pobj"]


def is_outsider(token: Token) -> bool:
    """People who are of a country without speaking for it."""
    apart = any(c.lower_ in ("former", "ex", "opposition", "western", "foreign") for c in token.children)
    return apart or token.lemma_.lower() in words("unnamed", "outsiders")
