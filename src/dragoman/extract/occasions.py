"""Multiples said in one word: "twice", "thrice", "rose tenfold"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from dragoman.extract.changes import change, change_noun
from dragoman.extract.counted import Counted, per_after
from dragoman.extract.drafts import Draft
from dragoman.extract.hedges import hedged
from dragoman.extract.numerals import Kind, Numeral, either, numerals, pairs
from dragoman.model.quantity import Measure
from dragoman.text.lexicon import load
from dragoman.text.parse import Doc

# Not "once or twice", "think twice" or "twice as many", "twice the size".
_TWICE = re.compile(
    r"(?<!once or )(?<!think )(?<!thinking )\b(?:twice|thrice)\b"
    r"(?! (?:as|the|that|this|what|its|their|his|her|about)\b)(?!-)",
    re.IGNORECASE,
)


@cache
def _fold() -> re.Pattern[str]:
    number = (
        rf"(?P<figure>\d+)[- ]?|(?P<word>{either([*load('numerals')['from_zero'][2:13], 'twenty', 'hundred'])})[- ]?"
    )
    return re.compile(rf"(?<![\w-])(?:{number})fold\b(?P<noun> [a-z]+)?", re.IGNORECASE)


def folds(doc: Doc) -> Iterator[Draft]:
    """Each "tenfold" by which something is said to rise or fall."""
    for match in _fold().finditer(doc.text):
        numeral = next(iter(numerals(match["figure"] or match["word"])), None)
        anchor = doc.at(match.start())
        if numeral is None or anchor is None:
            continue
        start, end = match.start(), match.end() - len(match["noun"] or "")
        hedge, start, _ = hedged(doc, start, end, None)
        way = change(doc, start, anchor) or change_noun((match["noun"] or "").strip())
        if way:
            numeral = replace(numeral, start=match.start(), end=end)
            counted = Counted(None, end, end, "times", "time")
            yield Draft(numeral, start, end, Measure.COUNT, "time", counted, hedge, change=way)


def occasions(doc: Doc) -> Iterator[Draft]:
    """Each "twice" and "thrice" that counts times, with by what it is counted ("a day")."""
    if not any(word in doc.text.casefold() for word in pairs("numerals", "multiples")):
        return
    for match in _TWICE.finditer(doc.text):
        value = pairs("numerals", "multiples")[match.group().casefold()]
        numeral = Numeral(match.start(), match.end(), Kind.POINT, value, value, value)
        counted = Counted(None, match.end(), match.end(), "times", "time")
        per, end = per_after(doc.text, match.end())
        yield Draft(numeral, match.start(), end, Measure.COUNT, "time", counted, per=per)
