"""Numbers that count nothing: dates, clock times, names, votes, addresses and idioms."""

import re
from collections.abc import Iterator
from functools import cache

from dragoman.extract.dates import calendar_ranges
from dragoman.extract.numerals import FRACTION, Numeral, either
from dragoman.text.lexicon import load, words
from dragoman.text.parse import Doc, Token

_NAMING_LABELS = frozenset({"PRODUCT", "LAW", "WORK_OF_ART", "EVENT", "FAC", "ORG"})


@cache
def _idioms() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w$€£])(?:{'|'.join(load('idioms')['idioms'])})", re.IGNORECASE)


@cache
def _shapes() -> re.Pattern[str]:
    streets, scores = either(load("idioms")["streets"]), either(load("idioms")["scores"])
    return re.compile(
        rf"\b\d+[A-Za-z]? (?:[A-Z][\w.]* ){{1,3}}(?i:{streets})\b"  # addresses
        rf"|\b\d{{1,3}}[-–]\d{{1,3}}(?:[-–]\d{{1,3}})?(?= (?:\w+ )?(?i:{scores})\b)"  # votes and scores
        r"|\+?\b\d{2,4}[-. ]\d{3}[-. ]\d{3,4}\b|\(\d{3}\) ?\d{3}-\d{4}"  # telephones
        r"|\d{1,3}(?:\.\d+)?[°º][\d′″'\"’.\s]*[NSEW]\b|\b-?\d{1,3}\.\d{4,}[;,] ?-?\d{1,3}\.\d{4,}"  # coordinates
        r"|(?:https?://|www\.)\S+|\S+@\S+|[@#]\w+"
        r"|(?m:^)\(?\d{1,2}[.)] |\[\d{1,3}\]"  # list numbers and notes
        r"|(?<=[a-z], )\d{1,3}(?=, |\.$|\. |; )"  # ages after a name
        rf"|(?!{FRACTION})\b\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?\b"
        r"|\b(?:19|20)\d\d[-/](?:\d{4}|\d{2})\b"
        r"|\b\d+(?:\.\d+){2,}\b|(?<!\$)\b(?!(?:USD|EUR|GBP|RMB?|CAD|AUD|CHF|INR|RS)\d)[A-Z]{1,4}\.?\d+\w*\b|\b\d+[A-Z]{1,3}\d*\b(?<!\d[KMBT])(?<!\d[KMGT][BW])|'\d\ds?\b|\b\d{2,4}s\b"
    )


def passed_over(doc: Doc) -> tuple[tuple[int, int], ...]:
    """Character ranges of a paragraph in which no number counts anything."""
    text = doc.text
    idioms = {m.span() for m in _idioms().finditer(text)}
    if not doc.has_digit:
        return tuple(sorted(idioms))
    shapes = (m.span() for m in _shapes().finditer(text))
    scores = (m.span() for m in _SCORE.finditer(text) if int(m[1]) >= int(m[2]))
    return tuple(sorted({*calendar_ranges(text), *shapes, *idioms, *scores}))


_SCORE = re.compile(r"(?<![\w.$£€,-])(\d{1,2})[-–](\d{1,2})(?![\w%,-]|\.\d)")


def names_something(doc: Doc, numeral: Numeral) -> bool:
    """Whether the number is part of a name ("Flight 370", "Resolution 1701", "the Visegrad Four")."""
    first, last = doc.at(numeral.start), doc.at(numeral.end - 1)
    if first is None or last is None:
        return True
    before = doc[first.i - 1] if first.i > first.sent.start else None
    after = doc[last.i + 1] if last.i + 1 < len(doc) else None
    if before is None:
        return False
    capital = (
        before.text[:1].isupper() and before.pos_ in ("PROPN", "NOUN") and before.ent_type_ not in ("DATE", "TIME")
    )
    name = before.lower_.rstrip(".")
    if (capital and name in words("idioms", "designators")) or (numeral.figures and name in words("idioms", "small")):
        return not _counts(after)
    if capital and numeral.figures and after is not None and after.tag_ == "NNP" and after.text[0].isupper():
        return not _plural_ahead(doc, last.i + 1)
    if not numeral.figures:
        return capital and doc.text[numeral.start].isupper() and before.pos_ == "PROPN"
    if capital and before.pos_ == "PROPN" and before.ent_type_ not in ("PERSON", "GPE", "NORP", "LOC"):
        return not _plural_ahead(doc, last.i + 1)
    return capital and _within_name(first, before) and not _counts(after)


def _plural_ahead(doc: Doc, index: int) -> bool:
    """Whether a plural noun or a unit stands near enough to be what the number counts."""
    for token in doc[index : index + 5]:
        if token.pos_ in ("VERB", "AUX", "PUNCT", "ADP") and token.text not in ("-", "%"):
            return False
        if _counts(token) or token.ent_type_ in ("QUANTITY", "MONEY", "PERCENT"):
            return True
    return False


def _within_name(token: Token, before: Token) -> bool:
    """Whether spaCy sees one name that holds the word before and the number, or the two touch as in "S-300"."""
    touches = before.idx + len(before.text) == token.idx
    same = token.ent_type_ in _NAMING_LABELS and before.ent_type_ == token.ent_type_ and token.ent_iob_ == "I"
    return same or touches or (before.dep_ != "nsubj" and token.dep_ in ("nummod", "npadvmod") and token.head == before)


def _counts(token: Token | None) -> bool:
    return token is not None and (
        token.tag_ == "NNS" or token.lower_ in ("people", "percent", "%", "million", "billion")
    )


def blocked(ranges: tuple[tuple[int, int], ...], numeral: Numeral) -> bool:
    """Whether the number touches one of the ranges."""
    return any(start < numeral.end and numeral.start < end for start, end in ranges)


def lone_years(doc: Doc, found: tuple[Numeral, ...]) -> Iterator[Numeral]:
    """The numbers that are not years: four figures without a comma need a plural noun right after them."""
    for numeral in found:
        digits = doc.text[numeral.start : numeral.end]
        if re.fullmatch(r"1[89]\d\d|20\d\d", digits):
            span = doc.touched(numeral.start, numeral.end)
            following = doc[span.end] if span.end < len(doc) else None
            before = doc[span.start - 1] if span.start else None
            if (before is not None and before.text in "$€£¥") or (
                _counts(following) and not (before is not None and before.lower_ in ("the", "in", "'s", "of", "since"))
            ):
                yield numeral
            continue
        yield numeral
