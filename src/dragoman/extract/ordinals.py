"""Ordinals that number meetings, rounds, attacks and other happenings in a row."""

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc

from dragoman.extract.counted import Counted, noun_after
from dragoman.extract.numerals import Kind, Numeral, either, pairs
from dragoman.text.lexicon import words


@cache
def _ordinal() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])(?:(?P<word>{either(pairs('numerals', 'ordinals'))})|(?P<figure>\d+)(?:st|nd|rd|th))(?![\w-])",
        re.I,
    )


def ordinals(doc: Doc) -> Iterator[tuple[Numeral, Counted]]:
    """Each ordinal of a paragraph with the happening that it numbers."""
    for match in _ordinal().finditer(doc.text):
        span = doc.char_span(*match.span(), alignment_mode="expand")
        if span is None or span.end >= len(doc) or _is_name(doc, span.start):
            continue
        counted = noun_after(doc, span.end, of=False)
        if counted is None or counted.head is None or counted.head.lemma_.lower() not in words("counted", "ordinals"):
            continue
        # "first talks" numbers talks; a plural after a higher ordinal is no single happening.
        value = float(match["figure"] or pairs("numerals", "ordinals")[match["word"].casefold()])
        numeral = Numeral(match.start(), match.end(), Kind.POINT, value, value, value, bool(match["figure"]))
        yield numeral, counted


def _is_name(doc: Doc, index: int) -> bool:
    """Whether the ordinal is written with a capital inside a sentence, as in names of wars and bodies."""
    token = doc[index]
    following = doc[index + 1]
    return token.text[0].isupper() and following.text[0].isupper() and following.pos_ == "PROPN"
