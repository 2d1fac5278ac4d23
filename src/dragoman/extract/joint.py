"""Whom a plural without names stands for: "the mediators", after two countries said what others agreed."""

from collections.abc import Iterator
from dataclasses import replace

from dragoman.extract.cue_words import is_strict
from dragoman.extract.reference import entities_at, entity_of, mention_at
from dragoman.extract.scene import Scene
from dragoman.extract.subjects import subject_of
from dragoman.model.attribution import Voice, VoiceKind
from dragoman.model.entity import Entity, EntityKind
from dragoman.text.lexicon import words
from dragoman.text.parse import Token


def joint(scene: Scene, token: Token) -> Voice | None:
    """The voice of "the mediators" as those who last spoke together of others; None where nobody did."""
    plain = [c for c in token.children if c.i < token.i]
    if token.lower_ not in words("unnamed", "joint") or [c.lower_ for c in plain] not in (["the"], ["the", "two"]):
        return None
    for above, verb in _speaking(scene, token):
        source = subject_of(verb)
        members = entities_at(scene.page, scene.found, above.paragraph, source) if source is not None else ()
        if len(members) > 1:
            told = all(e.kind in (EntityKind.COUNTRY, EntityKind.ORGANISATION) for e in members)
            name = " and ".join(e.name for e in members)
            return Voice(VoiceKind.NAMED, None, name) if told and _of_others(above, verb, members) else None
    return None


def _speaking(scene: Scene, token: Token) -> Iterator[tuple[Scene, Token]]:
    """Verbs that only a speaker can have, back from the sentence before to the start of the paragraph before."""
    for word in reversed(scene.paragraph.doc[: token.sent.start]):
        if is_strict(word):
            yield scene, word
    if scene.paragraph.index:
        above = replace(scene, paragraph=scene.page.paragraphs[scene.paragraph.index - 1])
        yield from ((above, word) for word in reversed(above.paragraph.doc) if is_strict(word))


def _of_others(scene: Scene, verb: Token, members: tuple[Entity, ...]) -> bool:
    """Whether what is said has a subject that is none of the speakers, nor a pronoun for them."""
    source = subject_of(verb)
    own = set(source.subtree) if source is not None else set[Token]()
    clause = next((c for c in verb.children if c.dep_ == "ccomp"), None)
    subject = subject_of(clause) if clause is not None else None
    if subject is None or subject in own or subject.pos_ == "PRON":
        return False
    mention = mention_at(scene.found, scene.paragraph, subject)
    return mention is not None and entity_of(scene.found, mention) not in members
