"""Times that name no day: "now", "recently", "weekly", "every Monday", "for years"."""

import re
from collections.abc import Iterator
from functools import cache

from dragoman.extract.dates import weekdays
from dragoman.extract.measures import time_units
from dragoman.extract.numerals import either, numerals
from dragoman.extract.periods import iso_period
from dragoman.extract.time_drafts import TimeDraft, is_free
from dragoman.model.event import TimeSort
from dragoman.text.lexicon import load

_VAGUE = (TimeSort.PAST, TimeSort.PRESENT, TimeSort.FUTURE)
_TOLD_BY_ADJECTIVES = (TimeSort.PAST, TimeSort.PRESENT)


@cache
def _vague() -> re.Pattern[str]:
    groups = "|".join(rf"(?P<{sort}>{either(load('calendar')[f'{sort}_words'])})" for sort in _VAGUE)
    return re.compile(rf"(?<![\w'-])(?<!\bas )(?:{groups})(?![\w-]| after\b)", re.IGNORECASE)


@cache
def _adjective() -> re.Pattern[str]:
    """Adjectives right before what they tell of ("the current talks"); "most recent" compares."""
    groups = "|".join(rf"(?P<{sort}>{either(load('calendar')[f'{sort}_adjectives'])})" for sort in _TOLD_BY_ADJECTIVES)
    return re.compile(rf"(?<![\w'-])(?<!most )(?<!more )(?:{groups})(?= (?!(?:of|is|was)\b)[\w'-]+)", re.IGNORECASE)


@cache
def _repeated() -> re.Pattern[str]:
    day, unit = f"(?i:{either(n for n in weekdays() if len(n) > 5)})", time_units()
    parts = either(load("calendar")["day_parts"])
    adverbs = {**_adverbs(), **{form.capitalize(): period for form, period in _adverbs().items()}}
    count = r"(?:other|second|third|few|couple of|[a-z]+|\d+)"
    often = r"(?:once|twice|(?:[a-z]+|\d+) times)"
    return re.compile(
        rf"(?<![\w-])(?:(?i:every|each) (?:(?P<count>{count}) )?(?:(?P<unit>{unit})|(?P<weekday>{day})(?: (?:{parts}))?"
        rf"|(?P<part>{parts}))"
        rf"|(?<=\bon )(?P<days>(?:{day})s)(?: and (?:{day})s)?"
        rf"|(?i:{often}) (?:an?|each|every|per) (?P<unit2>{unit})|(?<=\d )(?:an?|per) (?P<unit3>{unit})"
        rf"|(?P<adverb>{either(adverbs)})(?! [A-Z]))(?![\w-])",
    )


@cache
def _adverbs() -> dict[str, str]:
    """Adverbs of repetition with the period after which it comes again."""
    return dict(entry.split(" ") for entry in load("calendar")["repeated_words"])


# "Veldan Daily" is a name; so is a day of the week in it.
_IN_NAME = re.compile(r"[A-Z]\w* [A-Z][a-z]+$")
_BARE = re.compile(
    r"(?<![\w-])(?P<through>(?:over|through|down) the )?(?P<unit>minute|hour|day|week|month|year|decade|centurie)s"
    r"(?P<long>[- ]long)?(?![\w-]|'? (?:ago|earlier|later|old))",
    re.IGNORECASE,
)
_LASTING = re.compile(
    r"\b(?:for|in|after|over|within|despite|amid|with|through|from|just|only|takes?|took|lasts?|lasted|spent) $", re.I
)

_MAKING = re.compile(r" in the making\b")
_GAP = re.compile(r" (?:before|after)\b")
_CLAUSE = re.compile(r"(?:^|[,;:.(]\s|[—–-]\s?)$")


def loose_times(text: str, found: list[TimeDraft]) -> Iterator[TimeDraft]:
    """Times of a paragraph that have no interval of their own, where none was read yet."""
    for match in _repeated().finditer(text):
        period = _period(match)
        if period and is_free(found, *match.span()) and not (match["adverb"] and _IN_NAME.search(text, 0, match.end())):
            yield TimeDraft(*match.span(), sort=TimeSort.REPEATED, period=period)
    for pattern in (_vague(), _adjective()):
        for match in pattern.finditer(text):
            if is_free(found, *match.span()) and not _goes_on(text, match):
                sort = next(sort for sort in _VAGUE if match.groupdict().get(sort))
                yield TimeDraft(*match.span(), sort=sort)
    for match in _BARE.finditer(text):
        measured = match["long"] or match["through"] or _LASTING.search(text, max(0, match.start() - 10), match.start())
        gap = _GAP.match(text, match.end()) and _CLAUSE.search(text, max(0, match.start() - 2), match.start())
        measured = measured or gap or _MAKING.match(text, match.end())
        if measured and is_free(found, *match.span()):
            unit = match["unit"].casefold().replace("centurie", "century")
            yield TimeDraft(*match.span(), sort=TimeSort.LENGTH, period=iso_period(None, unit))


def _goes_on(text: str, match: re.Match[str]) -> bool:
    """Whether "the past" only begins to say what is past ("the past nine votes")."""
    return match.group().casefold().endswith(" past") and _WHAT_IS_PAST.match(text, match.end()) is not None


_WHAT_IS_PAST = re.compile(r" (?!(?:and|is|was|has|had|to|but|or|in|with|that|which|as)\b)\w")


def _period(match: re.Match[str]) -> str:
    """After how long it comes again: "every two weeks", "each morning", "twice a day"; "" for what is none."""
    if match["adverb"]:
        return _adverbs()[match["adverb"].casefold()]
    if match["part"]:
        return "P1D"
    if match["weekday"] or match["days"]:
        named = (match["weekday"] or match["days"]).casefold().removesuffix("s")
        return f"XXXX-WXX-{weekdays()[named] + 1}"
    said = (match["count"] or "").casefold()
    unit = (match["unit"] or match["unit2"] or match["unit3"]).casefold().removesuffix("s")
    number = _number(said)
    return iso_period(number, unit) if number or said in ("few", "several") else ""


def _number(said: str) -> float | None:
    if said in ("", "single"):
        return 1.0
    if said in ("other", "second", "couple of"):
        return 2.0
    found = numerals(said)
    return 3.0 if said == "third" else found[0].value if found else None
