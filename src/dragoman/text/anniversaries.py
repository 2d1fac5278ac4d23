"""Days told by an anniversary: `Thursday was four years to the day since ... on 15 April 2023`."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from dragoman.model.report import Section
from dragoman.text.lexicon import load
from dragoman.text.opening import body_blocks
from dragoman.text.printed_dates import printed_dates
from dragoman.text.week import sentences, weekdays_in

_TO_COME = re.compile(r"\b(?:will|would|shall|is to|are to|due to)\s+(?:\w+\s+)?(?:be|mark|enter)\b")


def anniversary_days(text: str, parts: Sequence[Section]) -> tuple[date, ...]:
    """The past days that the body names by weekday and anniversary of a full date it prints, each once."""
    body = [sentence for block in body_blocks(text, parts) for sentence in sentences(block.words)]
    full = [day for sentence in body for day in _full_dates(sentence)]
    days: dict[date, None] = {}
    for sentence in body:
        if _TO_COME.search(sentence):
            continue
        for found in _mark().finditer(sentence):
            named = {day.weekday for day in weekdays_in(sentence) if day.ahead is False}
            own = list(_full_dates(sentence)) or full
            for first in own:
                day = _later(first, _years(found))
                if day is not None and day.weekday() in named:
                    days[day] = None
    return tuple(days)


def _full_dates(sentence: str) -> Iterator[date]:
    for printed in printed_dates(sentence):
        interval = printed.interval()
        if interval is not None and interval.start is not None and interval.start == interval.end:
            yield date.fromisoformat(interval.start)


@cache
def _mark() -> re.Pattern[str]:
    """An anniversary with its number, counted, or of a year that begins."""
    numbers, ordinals = "|".join(_numbers()[1:]), "|".join(_ordinals())
    count = rf"(?:\d{{1,2}}|an?|{numbers})"
    nth = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{ordinals})"
    return re.compile(
        rf"\b(?P<count>{count}) years? (?:to the (?:very )?day|ago (?:on|this) )"
        rf"|\bmark(?:s|ed|ing)? (?P<marked>{count}) years? (?:since|of)\b"
        rf"|\b(?P<ordinal>{nth}) anniversary\b"
        rf"|\benter(?:s|ed|ing)? (?:its|their|the|a|his|her) (?P<running>{nth}) year\b",
        re.IGNORECASE,
    )


@cache
def _numbers() -> tuple[str, ...]:
    return load("numerals")["from_zero"]


@cache
def _ordinals() -> dict[str, int]:
    return {word: int(value) for word, value in (entry.split() for entry in load("numerals")["ordinals"])}


def _years(found: re.Match[str]) -> int:
    """The years gone by: a fifth year begins after four."""
    count = (found["count"] or found["marked"] or "").casefold()
    if count:
        return int(count) if count.isdigit() else _numbers().index(count) if count in _numbers() else 1
    told = (found["ordinal"] or found["running"]).casefold()
    number = int(told[:-2]) if told[0].isdigit() else _ordinals()[told]
    return number - 1 if found["running"] else number


def _later(day: date, years: int) -> date | None:
    try:
        return day.replace(year=day.year + years) if years else None
    except ValueError:
        return None
