"""How an event was done, where the words say it plainly: drone, missile, phone and the like."""

from dragoman.extract.grammar import complement
from dragoman.extract.senses import word_class
from dragoman.extract.triggers import Trigger
from dragoman.model.plover import EventType
from dragoman.text.lexicon import words
from dragoman.text.parse import Token

_PHONE = frozenset({"phone", "telephone", "call", "video", "videoconference", "teleconference"})
_AIR = frozenset({"airstrike", "air-strike", "bomber", "jet", "warplane", "aerial", "air", "helicopter"})
_BLASTS = frozenset({"bomb", "explosive", "ied", "mine", "landmine", "explosion", "blast", "grenade", "dynamite"})
_GUNS = frozenset({"rifle", "gunfire", "shot", "bullet", "sniper", "gunman", "shoot", "shooting", "gunbattle"})
_HEAVY = frozenset({"shell", "shelling", "bombard", "bombardment", "artillery", "mortar", "tank", "howitzer"})
_ASKED = ("meet", "yield", "assist", "change")
_CONTENTS = {
    EventType.THREATEN: ("threat", ("violence", "restrict", "expel", "territory", "arrest", "ban", "relations")),
    EventType.REQUEST: ("asked", _ASKED),
    EventType.REJECT: ("asked", _ASKED),
}
_COERCION = {"arrest": "arrest", "detention": "arrest", "deportation": "deport"}


def mode_of(trigger: Trigger) -> str:
    """The mode of an event by its sense and the words around it; "" where they do not say."""
    mode = trigger.sense.mode
    if mode == "@phone":
        near = {t.lemma_.lower() for t in trigger.clause_head.subtree} | {trigger.token.head.lemma_.lower()}
        return "phone" if near & (_PHONE - {"call"}) or "by phone" in trigger.clause_head.sent.text else ""
    if mode == "@coerce":
        return _COERCION.get(trigger.token.lemma_.lower(), "restrict")
    if mode == "@weapon":
        return _weapon(trigger.token)
    return mode or _of_content(trigger)


def _of_content(trigger: Trigger) -> str:
    """The mode of a threat, request or refusal by the first word after the trigger that tells what it is about."""
    told = _CONTENTS.get(trigger.sense.type)
    if told is None:
        return ""
    heading, modes = told
    for token in trigger.clause_head.subtree:
        if token.i <= trigger.token.i:
            continue
        named = (_listed(word, heading, modes) for word in (_to_do(token, trigger.token), token) if word is not None)
        mode = next((mode for mode in named if mode), "")
        if mode:
            return mode
    return ""


def _listed(token: Token, heading: str, modes: tuple[str, ...]) -> str:
    lemma = token.lemma_.lower()
    return next((mode for mode in modes if lemma in words("event_modes", f"{heading}_{mode}")), "")


def _to_do(token: Token, asked: Token) -> Token | None:
    """What someone is to do, where the word names him: that tells the mode ("that troops leave" asks for no troops)."""
    if token.dep_ in ("nsubj", "nsubjpass"):
        return token.head if token.head != asked else None
    return complement(asked) if token.dep_ == "dobj" and token.head == asked else None


def _weapon(token: Token) -> str:
    near = _near(token)
    for mode, listed in (("drone", "drones"), ("missile", "missiles")):
        if near & word_class(listed):
            return mode
    if near & _AIR or token.lemma_.lower() in _AIR:
        return "aerial"
    if "suicide" in near:
        return "suicide-attack"
    kinds = (("heavy-weapons", _HEAVY), ("explosives", _BLASTS), ("firearms", _GUNS))
    return next((mode for mode, listed in kinds if near & listed), "")


def _near(token: Token) -> frozenset[str]:
    """Lemmas of the word's own arguments, not of other clauses."""
    own = {token.lemma_.lower()}
    for child in token.children:
        if child.dep_ in ("dobj", "nsubj", "nsubjpass", "compound", "amod", "pobj", "agent", "prep"):
            for inner in (child, *child.children):
                own.add(inner.lemma_.lower())
                own |= {c.lemma_.lower() for c in inner.children if c.dep_ in ("compound", "amod", "conj", "dobj")}
        if child.dep_ == "advcl" and child.lemma_ in ("use", "fire", "launch"):
            own |= {c.lemma_.lower() for c in child.subtree}
    return frozenset(own)
