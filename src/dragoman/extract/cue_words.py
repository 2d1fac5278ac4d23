"""What a word that ascribes is, and what it does."""

from dataclasses import dataclass

from dragoman.model.attribution import Manner
from dragoman.text.lexicon import words
from dragoman.text.parse import Token


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue with the head of its source, its content as runs of tokens `[start, end)`, and what it does."""

    token: Token
    source: Token | None
    content: tuple[tuple[int, int], ...]
    manner: Manner
    strict: bool
    addressee: Token | None = None


def is_cue(token: Token) -> bool:
    """Whether a verb can ascribe content at all."""
    known = words("cues", "speech", "denial", "attitude", "forecast", "demand", "offering")
    return token.lemma_.lower() in known and token.dep_ not in ("amod", "compound")


def can_label(token: Token) -> bool:
    """Whether a verb can bring a quoted word or phrase."""
    return token.pos_ == "VERB" and (token.lemma_.lower() in words("cues", "labels") or is_cue(token))


def manner_of(token: Token) -> Manner:
    """What a cue does; speech where nothing narrower fits."""
    lemma = token.lemma_.lower()
    for manner in (Manner.DENIAL, Manner.FORECAST, Manner.PLAN, Manner.DEMAND, Manner.ATTITUDE):
        if lemma in words("cues", manner.value):
            return manner
    return Manner.SPEECH


def is_strict(token: Token) -> bool:
    """Whether only a speaker can be the subject of this verb."""
    return token.lemma_.lower() in words("cues", "strict")
