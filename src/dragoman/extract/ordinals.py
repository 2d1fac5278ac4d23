"""Ordinals that number meetings, rounds, attacks and other happenings in a row."""

import re
from collections.abc import Iterator
from functools import cache

from dragoman.extract.counted import Counted, noun_after
from dragoman.extract.measures import time_units
from dragoman.extract.numerals import Kind, Numeral, either, pairs
from dragoman.text.lexicon import words
from dragoman.text.parse import Doc

_BE = frozenset({"be", "become", "mark", "make"})
_AMOUNT = r"(?:an?|the|one|two|three|four|five|six|seven|eight|nine|ten|\d+|as many|less|more|under)"
_SPAN = rf"in {_AMOUNT}\b[\w -]*?{time_units()}"
_NOW = r"(?:this|last) (?:week|month|year|spring|summer|autumn|winter)"
# What tells of a row: "since May", "in two weeks", "this year", "that they had broken", "to be hit".
_ROW = re.compile(rf"(?:[ ,][\w’'-]+){{0,7}}?,? (?:since|{_SPAN}|{_NOW}|so far)\b")
_DONE = re.compile(
    r" (?:that|which|to (?:be|have|fall|die|hit)|ha[ds]|have|was|were|announced|agreed|held|signed|reached)\b"
)


@cache
def _ordinal() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])(?:(?P<word>{either(pairs('numerals', 'ordinals'))})|(?P<figure>\d+)(?:st|nd|rd|th))(?![\w-])",
        re.I,
    )


def ordinals(doc: Doc) -> Iterator[tuple[Numeral, Counted]]:
    """Each ordinal of a paragraph with the happening that it numbers."""
    for match in _ordinal().finditer(doc.text):
        span = doc.touched(*match.span())
        if span.end >= len(doc) or _is_name(doc, span.start):
            continue
        value = float(match["figure"] or pairs("numerals", "ordinals")[match["word"].casefold()])
        counted = _numbered(doc, span.end, value)
        if counted is not None:
            numeral = Numeral(match.start(), match.end(), Kind.POINT, value, value, value, bool(match["figure"]))
            yield numeral, counted


def _numbered(doc: Doc, index: int, value: float) -> Counted | None:
    """The happening at token `index`, a thing said to stand in a row, or the subject of "would be the second"."""
    text, first = doc.text, doc[index]
    if first.lower_ in ("year", "month", "week", "day", "night"):
        return Counted(first, first.idx, first.idx + len(first.text), first.text, first.lower_)
    counted = noun_after(doc, index, of=False)
    if counted is None or counted.head is None:
        return _subject(doc, index)
    lemma = counted.head.lemma_.lower()
    if lemma in words("counted", "ordinals"):
        return counted
    if counted.head.tag_ not in ("NN", "VB", "VBP") or counted.head.pos_ != "NOUN":
        return None
    if lemma == "time":
        return counted if value > 1 or _ROW.match(text, counted.end) else None
    in_row = _ROW.match(text, counted.end) or (_DONE.match(text, counted.end) and _is_predicate(doc, index))
    return counted if in_row and value <= _HIGHEST else None


_HIGHEST = 500


def _is_predicate(doc: Doc, index: int) -> bool:
    """Whether "be the Nth ..." stands here: only there a plain noun is surely numbered in a row."""
    return any(t.lemma_ in _BE for t in doc[max(0, index - 5) : index])


def _subject(doc: Doc, index: int) -> Counted | None:
    """The subject of "X would be the second signed": an ordinal as predicate without a noun of its own."""
    token = doc[index - 1]
    if doc.text[: token.idx].endswith((", the ", ", its ", ", their ")) and _ROW.match(
        doc.text, token.idx + len(token)
    ):
        before = next((t for t in doc[token.sent.start : token.i] if t.dep_ in ("nsubj", "nsubjpass")), None)
        end = token.idx + len(token)
        return Counted(None, end, end, before.text, before.lemma_.lower()) if before is not None else None
    verb = doc[token.i - 2] if token.i > 1 and doc[token.i - 1].lower_ in ("the", "its", "their") else token
    if verb.lemma_ not in _BE or token.lower_ == "first":
        return None
    above = next((c for v in (verb, verb.head) for c in v.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    subject = above if above is not None and above.pos_ == "NOUN" and above.i < verb.i else None
    if subject is None:
        return None
    end = token.idx + len(token.text)
    return Counted(None, end, end, subject.text, subject.lemma_.lower())


def _is_name(doc: Doc, index: int) -> bool:
    """Whether the ordinal is written with a capital inside a sentence, as in names of wars and bodies."""
    token = doc[index]
    following = doc[index + 1]
    return not token.text[0].islower() and following.text[0].isupper() and following.pos_ == "PROPN"
