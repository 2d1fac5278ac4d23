"""Words that open or blur a number, and the bounds that follow from them."""

import re
from functools import cache

from dragoman.extract.numerals import Kind, Numeral, either
from dragoman.model.quantity import Amount, Hedge
from dragoman.text.lexicon import load, words
from dragoman.text.parse import Doc, Token

_BEFORE = ("more_than", "at_least", "at_most", "less_than", "nearly", "about")
_TIME_WORDS = frozenset({"second", "minute", "hour", "day", "night", "week", "month", "year", "decade", "weekend"})


@cache
def _before() -> re.Pattern[str]:
    forms = either(form for heading in _BEFORE for form in load("hedges")[heading])
    return re.compile(
        rf"(?<![\w-])(?P<form>{forms})(?:\s+(?:the|a|an|another|about|around|only))?\s*(?:an? )?$", re.IGNORECASE
    )


@cache
def _after() -> re.Pattern[str]:
    forms = either(form for h in ("at_least_after", "at_most_after", "about_after") for form in load("hedges")[h])
    return re.compile(rf"[ -]?(?P<form>{forms})(?![A-Za-z0-9])", re.IGNORECASE)


@cache
def _hedge_of() -> dict[str, Hedge]:
    before = {form: Hedge(h) for h in reversed(_BEFORE) for form in load("hedges")[h]}
    after = {
        f: Hedge(h.removesuffix("_after")) for h in load("hedges") if h.endswith("_after") for f in load("hedges")[h]
    }
    return before | {f: h for f, h in after.items() if f not in before}


def hedge_before(doc: Doc, start: int, noun: Token | None) -> tuple[Hedge, int]:
    """The hedge before character `start` and where its words begin; `exact` and `start` when there is none.

    `noun` is what the number counts: "over nine regions" is no hedge where things fly over regions.
    """
    text = doc.text[:start]
    found = _before().search(text, max(0, start - 45))
    if not found:
        return Hedge.EXACT, start
    form = found["form"].casefold()
    if form in words("hedges", "spatial") and _is_preposition(doc, found.start("form"), form, noun):
        return Hedge.EXACT, start
    return _hedge_of()[form], found.start("form")


def hedge_after(text: str, end: int) -> tuple[Hedge, int]:
    """The hedge right after character `end` ("or more") and where its words end; `exact` when there is none."""
    found = _after().match(text, end)
    if not found:
        return Hedge.EXACT, end
    form = found["form"].casefold()
    if form in ("at least", "at most") and re.match(r" (?:\d|one|two|three|four|five|a )", text[found.end() :]):
        return Hedge.EXACT, end
    headings = ("at_least_after", "at_most_after", "about_after")
    heading = next(h for h in headings if form in load("hedges")[h])
    if form == "plus" and text[found.start()] == " ":
        return Hedge.EXACT, end
    return Hedge(heading.removesuffix("_after")), found.end()


def _is_preposition(doc: Doc, start: int, form: str, noun: Token | None) -> bool:
    """Whether "over", "about" and their like say where or on what, not how many."""
    word = doc.at(start)
    if word is None or form == "some" or form.startswith(("approach", "near", "topp", "exceed")):
        return False
    if word.dep_ == "prt" or (form == "over" and word.i and word.nbor(-1).lemma_.lower() in _TAKES_OVER):
        return True
    before = [t.lemma_.lower() for t in doc[max(word.sent.start, word.i - 3) : word.i]]
    if form == "about":
        return any(lemma in words("hedges", "topic_words") for lemma in before)
    lemma = noun.lemma_.lower() if noun is not None else ""
    moving = word.head.lemma_.lower() in words("hedges", "motion_verbs") or any(
        t.lemma_.lower() in words("hedges", "motion_verbs") for t in doc[word.sent.start : word.i] if t.pos_ == "VERB"
    )
    if lemma in words("hedges", "spatial_nouns"):
        return moving or word.dep_ == "prep" or word.head.pos_ == "NOUN" or form in ("close to", "beyond", "around")
    if lemma in _TIME_WORDS and word.dep_ == "prep":
        return form == "over" and word.head.lemma_.lower() not in words("hedges", "during_verbs")
    return (
        form in ("under", "over") and word.dep_ == "prep" and word.head.lemma_.lower() in words("hedges", "topic_words")
    )


_TAKES_OVER = frozenset({"hand", "turn", "take", "sign", "give", "roll", "knock"})


def amount(numeral: Numeral, hedge: Hedge) -> Amount:
    """Value and bounds as the words print them; never an outer bound that no word gives."""
    value, low, high = numeral.value, numeral.low, numeral.high
    if numeral.kind is Kind.VAGUE:
        return Amount(value, low, high, hedge=Hedge.VAGUE)
    if numeral.kind is Kind.RANGE:
        return Amount(None, low, high, hedge=Hedge.RANGE)
    bounds = {
        Hedge.EXACT: (value, value, False, False),
        Hedge.AT_LEAST: (value, None, False, False),
        Hedge.MORE_THAN: (value, None, True, False),
        Hedge.AT_MOST: (None, value, False, False),
        Hedge.LESS_THAN: (None, value, False, True),
        Hedge.NEARLY: (None, value, False, True),
        Hedge.ABOUT: (None, None, False, False),
    }
    low, high, low_strict, high_strict = bounds[hedge]
    return Amount(value, low, high, low_strict, high_strict, hedge)


def hedged(doc: Doc, start: int, end: int, noun: Token | None) -> tuple[Hedge, int, int]:
    """The hedge on either side of `[start, end)`, and the range with its words."""
    opener = re.search(r"\bbetween $", doc.text[:start], re.IGNORECASE)
    if opener:
        return Hedge.EXACT, opener.start(), end
    before, start = hedge_before(doc, start, noun)
    after, end = hedge_after(doc.text, end) if before is Hedge.EXACT else (before, end)
    return after, start, end
