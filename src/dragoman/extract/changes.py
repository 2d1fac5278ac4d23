"""Whether a number says how far something rose or fell, not where it stands."""

import re

from dragoman.text.lexicon import words
from dragoman.text.parse import Doc, Token

_LEVEL = re.compile(r"\b(?:to|at|from|than|of)\s+(?:[A-Z]{2,3} ?)?$")
_NEAR = re.compile(r"\b(up|down|higher|lower)(?: by)? $")
_VERB = re.compile(r"\b(?P<verb>[A-Za-z]+)(?: back)?(?P<by> by)?(?: (?:another|an? (?:further|extra)|some))? $")
_WAYS = ("up", "down")


def change(doc: Doc, start: int, anchor: Token | None) -> str:
    """ "up" or "down" where the words from `start` tell how far; `anchor` is the number's unit or last word."""
    before = doc.text[:start]
    if _LEVEL.search(before):
        return ""
    return _beside(doc, before) or _by_verb(doc, before) or (_by_parse(anchor) if anchor is not None else "")


def _beside(doc: Doc, before: str) -> str:
    """By "up" or "lower" right before, not as part of another verb ("make up half")."""
    near = _NEAR.search(before)
    token = doc.at(near.start(1)) if near else None
    if near is None or token is None:
        return ""
    if token.dep_ == "prt" and token.head.lemma_.lower() not in words("counted", "moving"):
        return ""
    return "up" if near[1] in ("up", "higher") else "down"


def _by_verb(doc: Doc, before: str) -> str:
    """By the verb that stands right before ("fell 3 per cent"), or any such word before "by"."""
    found = _VERB.search(before)
    token = doc.at(found.start("verb")) if found else None
    if found is None or token is None or not (found["by"] or token.pos_ == "VERB"):
        return ""
    return _way(token.lemma_.lower())


def _by_parse(anchor: Token) -> str:
    """By the verb whose measure the number is."""
    token = anchor
    while token.dep_ in ("nummod", "quantmod", "compound", "nmod", "conj") and token.head != token:
        token = token.head
    if token.dep_ == "pobj" and token.head.lower_ == "by":
        token = token.head
    measures = token.dep_ in ("dobj", "npadvmod", "prep", "attr", "dep", "advmod", "oprd")
    if not measures or token.lower_ in ("to", "from") or (token.dep_ == "prep" and token.lower_ != "by"):
        return ""
    return _way(token.head.lemma_.lower())


def _way(lemma: str) -> str:
    return next((way for way in _WAYS if lemma in words("counted", way)), "")


def change_noun(noun: str) -> str:
    """ "up" or "down" by a noun that is written as a verb of change: "a tenfold rise"."""
    return _way(noun.casefold())


def moves_by(doc: Doc, start: int) -> str:
    """ "up" or "down" where a number of things from `start` is said to be added or gone: "by 40 trucks", "up 40"."""
    before = doc.text[:start]
    return _beside(doc, before) or (_by_verb(doc, before) if before.endswith(" by ") else "")
