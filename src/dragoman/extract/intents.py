"""Intent declared: "would not release" is a refusal and "is willing to release" an agreement, whatever the verb."""

from dataclasses import replace

from spacy.tokens import Token

from dragoman.extract.grammar import subject
from dragoman.extract.senses import Sense
from dragoman.model.plover import EventType
from dragoman.text.lexicon import words

_GRANTING = frozenset(
    {
        EventType.AGREE,
        EventType.CONCEDE,
        EventType.RETREAT,
        EventType.AID,
        EventType.COOPERATE,
        EventType.CONSULT,
    }
)
_WILL = frozenset({"will", "wo", "would", "can", "ca", "could", "cannot"})
_WILLING = frozenset({"willing", "ready", "prepared"})


def intent(token: Token, event_type: EventType) -> EventType | None:
    """REJECT or AGREE where the words declare whether something will be granted; None where they tell of a deed."""
    if token.pos_ != "VERB" or event_type not in _GRANTING:
        return None
    below = list(token.children)
    if any(
        c.dep_ == "advcl" and any(m.dep_ == "mark" and m.lower_ in ("if", "unless") for m in c.children) for c in below
    ):
        return None
    will = {child.lower_ for child in below if child.dep_ == "aux"} & _WILL
    if any(child.dep_ == "neg" for child in below):
        return EventType.REJECT if will else None
    willing = token.dep_ == "xcomp" and token.head.lower_ in _WILLING
    if willing and not any(child.dep_ == "neg" for child in token.head.head.children):
        return EventType.AGREE
    return EventType.AGREE if will & {"will", "would"} and _promised(token) else None


def _promised(verb: Token) -> bool:
    """Whether the clause stands under a verb of speech whose subject speaks of its own side ("said it would")."""
    said, who = verb.head, subject(verb)
    if verb.dep_ != "ccomp" or said.lemma_.lower() not in words("commitments", "says") or who is None:
        return False
    speaker = subject(said)
    return speaker is not None and (who.lower_ in ("it", "they", "we", "i") or who.lower_ == speaker.lower_)


def declared(sense: Sense, event_type: EventType) -> Sense:
    """The same frame as a declaration of that type."""
    return replace(sense, type=event_type, mode="", both=False, least=1)
