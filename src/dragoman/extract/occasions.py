"""Occasions counted in one word: "twice", "thrice"."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from dragoman.extract.counted import Counted, per_after
from dragoman.extract.drafts import Draft
from dragoman.extract.numerals import Kind, Numeral, pairs
from dragoman.extract.wording import text_of
from dragoman.model.quantity import Measure

# Not "once or twice", "think twice" or "twice as many", "twice the size".
_TWICE = re.compile(
    r"(?<!once or )(?<!think )(?<!thinking )\b(?:twice|thrice)\b"
    r"(?! (?:as|the|that|this|what|its|their|his|her|about)\b)(?!-)",
    re.IGNORECASE,
)


def occasions(doc: Doc) -> Iterator[Draft]:
    """Each "twice" and "thrice" that counts times, with by what it is counted ("a day")."""
    for match in _TWICE.finditer(text_of(doc)):
        value = pairs("numerals", "multiples")[match.group().casefold()]
        numeral = Numeral(match.start(), match.end(), Kind.POINT, value, value, value)
        counted = Counted(None, match.end(), match.end(), "times", "time")
        per, end = per_after(text_of(doc), match.end())
        yield Draft(numeral, match.start(), end, Measure.COUNT, "time", counted, per=per)
