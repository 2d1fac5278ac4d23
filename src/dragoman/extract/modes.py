"""How an event was done, where the words say it plainly: drone, missile, phone and the like."""

from spacy.tokens import Token

from dragoman.extract.senses import word_class
from dragoman.extract.triggers import Trigger

_PHONE = frozenset({"phone", "telephone", "call", "video", "videoconference", "teleconference"})
_AIR = frozenset({"airstrike", "air-strike", "bomber", "jet", "warplane", "aerial", "air", "helicopter"})
_COERCION = {"arrest": "arrest", "detention": "arrest", "deportation": "deport"}


def mode_of(trigger: Trigger) -> str:
    """The mode of an event by its sense and the words around it; "" where they do not say."""
    mode = trigger.sense.mode
    if mode == "@phone":
        near = {t.lemma_.lower() for t in trigger.clause_head.subtree} | {trigger.token.head.lemma_.lower()}
        return "phone" if near & (_PHONE - {"call"}) or "by phone" in trigger.clause_head.sent.text else ""
    if mode == "@coerce":
        return _COERCION.get(trigger.token.lemma_.lower(), "restrict")
    return _weapon(trigger.token) if mode == "@weapon" else mode


def _weapon(token: Token) -> str:
    near = _near(token)
    for mode, listed in (("drone", "drones"), ("missile", "missiles")):
        if near & word_class(listed):
            return mode
    if near & _AIR or token.lemma_.lower() in _AIR:
        return "aerial"
    if token.lemma_.lower() in ("shell", "shelling", "bombard", "bombardment") or "artillery" in near:
        return "heavy-weapons"
    return ""


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
