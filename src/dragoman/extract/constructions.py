"""Acts told by the build of a sentence and not by one word: "there will be no truce", "it was X that fired"."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dragoman.extract.grammar import after, complement, subject
from dragoman.extract.pairs import names_both
from dragoman.extract.senses import DECLARATION, Sense
from dragoman.model.plover import EventType
from dragoman.text.lexicon import words
from dragoman.text.parse import Token

_TOGETHER = frozenset({"jointly", "together", "alongside"})
_SAYS = frozenset({"say", "claim", "insist", "maintain", "allege", "contend"})


@dataclass(frozen=True, slots=True)
class Built:
    """A verb with the act that its sentence tells: who acts (None: who speaks these words) and to whom."""

    verb: Token
    sense: Sense
    actor: Token | None
    target: Token | None = None


def built(sentence: Iterable[Token]) -> Iterator[Built]:
    """The acts told by the constructions of a sentence's words, in order."""
    for token in sentence:
        lower = token.lower_
        if lower in _TOGETHER:
            beside = _together(token)
            if beside is not None:
                yield beside
            continue
        if not (token.lemma_ == "be" or token.lemma_ in _SAYS or lower in words("event_frames", "indignant")):
            continue
        for reading in (_none_to_come, _dismayed, _by_the_other, _cleft, _blamed, _disposed):
            found = reading(token)
            if found is not None:
                yield found
                break


def _sense(event_type: EventType, mode: str = "") -> Sense:
    return replace(DECLARATION, type=event_type, mode=mode, lemmas=frozenset({event_type.value}))


def _none_to_come(token: Token) -> Built | None:
    """ "There will be no truce", "there can be no talks with ...": a refusal by who says it."""
    if token.lemma_ != "be" or not any(c.dep_ == "expl" for c in token.children):
        return None
    held = next((c for c in token.children if c.dep_ in ("attr", "nsubj", "dobj")), None)
    if held is None or held.lemma_.lower() not in words("event_frames", "grantable"):
        return None
    told = token.tag_ == "VBD" or any(c.dep_ == "aux" and c.lower_ in ("have", "has", "had") for c in token.children)
    if told or not any(c.lower_ == "no" for c in held.children):
        return None
    return Built(token, _sense(EventType.REJECT), _speaker(token))


def _speaker(verb: Token) -> Token | None:
    """The subject of the verb of speech right above, if the words are reported without quotation marks."""
    above = verb.head
    return subject(above) if verb.dep_ == "ccomp" and above.lemma_ in _SAYS else None


def _dismayed(token: Token) -> Built | None:
    """ "Said it was appalled by ...": the one of whom it is said disapproves."""
    if token.lower_ not in words("event_frames", "indignant"):
        return None
    adjective = token.dep_ in ("acomp", "attr", "oprd") and token.head.lemma_ == "be"
    passive = any(c.dep_ == "auxpass" for c in token.children)
    if not (adjective or passive):
        return None
    verb = token.head if adjective else token
    return Built(token, _sense(EventType.ACCUSE, "disapprove"), subject(verb))


def _by_the_other(token: Token) -> Built | None:
    """ "Each side said the other had fired first": both accuse."""
    said = complement(token) if token.lemma_ in _SAYS else None
    who = subject(token) if said is not None else None
    if said is None or who is None or not names_both(who):
        return None
    doer = subject(said)
    return (
        Built(token, _sense(EventType.ACCUSE, "allege"), who) if doer is not None and doer.lower_ == "other" else None
    )


def _cleft(token: Token) -> Built | None:
    """ "Said it was X that had broken the truce": an accusation of X."""
    named = complement(token) if token.lemma_ in _SAYS else None
    if named is None or named.lemma_ != "be" or not any(c.lower_ == "it" and c.dep_ == "nsubj" for c in named.children):
        return None
    held = next((c for c in named.children if c.dep_ == "attr" and c.i > named.i), None)
    blamed = held is not None and any(
        c.dep_ in ("relcl", "ccomp", "advcl") and c.i > held.i for w in (held, named) for c in w.children
    )
    return Built(token, _sense(EventType.ACCUSE, "allege"), subject(token), held) if blamed else None


def _blamed(token: Token) -> Built | None:
    """ "Said X was responsible", "said X was to blame", "said X was behind it": an accusation of X."""
    named = complement(token) if token.lemma_ in _SAYS else None
    if named is None or named.lemma_ != "be" or any(c.dep_ in ("neg", "aux") for c in named.children):
        return None
    told = {c.lower_ for c in named.children if c.dep_ in ("acomp", "prep")}
    told |= {c.lower_ for c in named.children if c.dep_ == "xcomp" and c.lower_ == "blame"}
    whom = subject(named)
    if not told & {"responsible", "guilty", "culpable", "behind", "blame"} or whom is None or whom.pos_ == "PRON":
        return None
    return Built(token, _sense(EventType.ACCUSE, "allege"), subject(token), whom)


def _together(token: Token) -> Built | None:
    """ "Cleared mines together with ...", "patrolled jointly": what two do side by side."""
    verb = token.head
    who = subject(verb) if verb.pos_ == "VERB" else None
    if who is None or verb.tag_ == "VB" or verb.lemma_ in words("event_frames", "hardly_shared"):
        return None
    beside = next((one for word in (verb, token) for one in after(word, "with", "alongside")), None)
    other = beside or next((one for one in who.conjuncts if one.i > who.i), None)
    return Built(verb, replace(_sense(EventType.COOPERATE), both=True, least=2), who, other) if other else None


def _disposed(token: Token) -> Built | None:
    """ "Was scathing about ...", "is grateful to ...": what someone thinks of another, said with an adjective."""
    told = next((c for c in token.children if c.dep_ == "acomp"), None)
    if told is None or any(c.dep_ in ("neg", "aux") for c in token.children):
        return None
    lower = told.lower_
    kinds = (("scathing", EventType.ACCUSE), ("grateful", EventType.SUPPORT), ("opposed", EventType.REJECT))
    kind = next((kind for heading, kind in kinds if lower in words("event_frames", heading)), None)
    whom = next(after(told, "of", "about", "to", "with", "towards", "toward", "at"), None)
    return Built(token, replace(_sense(kind), least=2), subject(token), whom) if kind is not None and whom else None


def said_above(verb: Token) -> Token | None:
    """The verb of speech above the clause to which a verb is joined, or None."""
    above = verb.head.head
    return above if above.lemma_ in _SAYS else None
