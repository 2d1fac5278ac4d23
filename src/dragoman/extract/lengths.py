"""Lengths said with an article ("took a year"), what lasts so long, and whether a number says how far a thing moved."""

import re
from functools import cache

from spacy.tokens import Doc, Token

from dragoman.extract.counted import Counted
from dragoman.extract.measures import Unit, time_units
from dragoman.extract.numerals import Kind, Numeral
from dragoman.model.quantity import Measure
from dragoman.text.lexicon import words

GAP = re.compile(r"(?: or (?:so|more))? (?:after|before|later|earlier|ago|prior to|ahead of|since|apart|from now)\b")


@cache
def _article_length() -> re.Pattern[str]:
    unit = time_units().replace("|night|", "|").replace("second|", "").removesuffix("s?")
    return re.compile(
        rf"(?<![\w-])(?P<half>half )?(?P<article>an?) (?P<full>full |whole |further )?(?P<unit>{unit})\b"
        r"(?P<more> and (?:an? )?(?:half|quarter)\b)?(?P<long>[- ]?long\b)?",
        re.IGNORECASE,
    )


def article_lengths(text: str) -> list[tuple[Numeral, Unit]]:
    """Where "a year" or "half an hour" measures a length: 1 and 0.5; not "twice a year" or "a day of shame"."""
    found = []
    for match in _article_length().finditer(text):
        before = re.search(r"(\w+)\s*$", text[: match.start()])
        word = before[1].casefold() if before else ""
        measuring = any(match[k] for k in ("half", "full", "more", "long")) or GAP.match(text, match.end())
        takes = any(word in (v, f"{v}s", f"{v}ed", f"{v}ing") for v in words("counted", "lasting")) or word in (
            "took",
            "spent",
            "ran",
        )
        if word in ("times", "twice", "once") or word.isdigit() or not (measuring or takes):
            continue
        more = match["more"] or ""
        value = 0.5 if match["half"] else 1.0 + (0.5 if "half" in more else 0.25 if more else 0.0)
        numeral = Numeral(match.start(), match.end("article"), Kind.POINT, value, value, value)
        unit = Unit(match.start("unit"), match.end(), Measure.DURATION, match["unit"].casefold(), bool(match["long"]))
        found.append((numeral, unit))
    return found


def what_lasts(doc: Doc, unit: Unit) -> Counted | None:
    """The subject of a verb of lasting, or the noun that a length stands beside."""
    token = token_at(doc, unit.start)
    if token is None:
        return None
    governor = token.head
    if _IN_THE_MAKING.match(doc.text, unit.end):
        before = next((t for t in reversed(doc[token.sent.start : token.i]) if t.pos_ == "NOUN"), None)
        return (
            Counted(before, before.idx, before.idx, before.text, before.lemma_.lower()) if before is not None else None
        )
    if (
        governor.pos_ == "VERB"
        and token.dep_ in ("dobj", "npadvmod", "attr")
        and governor.lemma_ in words("hedges", "during_verbs")
    ):
        governor = next((c for c in governor.children if c.dep_ in ("nsubj", "nsubjpass")), governor)
        if governor.lower_ in ("which", "that") and governor.head.dep_ == "relcl":
            governor = governor.head.head
    elif token.dep_ == "pobj" or governor.i > token.i:
        return None
    if governor.pos_ not in ("NOUN", "PROPN") or governor == token:
        return None
    return Counted(governor, governor.idx, governor.idx, governor.text, governor.lemma_.lower())


_IN_THE_MAKING = re.compile(r" in (?:the )?(?:making|planning|preparation|works)\b")


def change(doc: Doc, start: int, anchor: Token | None) -> str:
    """Whether the number tells how far something rose ("up") or fell ("down")."""
    if re.search(r"\b(?:to|at|from|than|of)\s+(?:[A-Z]{2,3} ?)?$", doc.text[:start]):
        return ""
    near = re.search(r"\b(up|down|higher|lower)(?: by)? $", doc.text[:start])
    if near:
        return "up" if near[1] in ("up", "higher") else "down"
    if anchor is None:
        return ""
    token = anchor
    while token.dep_ in ("nummod", "quantmod", "compound", "nmod", "conj") and token.head != token:
        token = token.head
    if token.dep_ == "pobj" and token.head.lower_ == "by":
        token = token.head
    if token.dep_ not in ("dobj", "npadvmod", "prep", "attr", "dep", "advmod", "oprd") or token.lower_ in (
        "to",
        "from",
    ):
        return ""
    if token.dep_ == "prep" and token.lower_ != "by":
        return ""
    lemma = token.head.lemma_.lower()
    return next((way for way in ("up", "down") if lemma in words("counted", way)), "")


def token_at(doc: Doc, char: int) -> Token | None:
    """The token over a character of the paragraph."""
    return next((t for t in doc if t.idx <= char < t.idx + len(t.text)), None)


def index_after(doc: Doc, char: int) -> int:
    """The index of the first token that begins at or after a character."""
    return next((t.i for t in doc if t.idx >= char), len(doc))
