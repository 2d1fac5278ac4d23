"""Lengths of time as they stand in phrases that count from a day: hedge, number and unit."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from dragoman.extract.numerals import either, numerals, pairs
from dragoman.extract.spans_of_time import months_before
from dragoman.text.lexicon import load

_DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14, "weekend": 7}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
EARLIEST, LATEST = date(1000, 1, 1), date(2999, 12, 31)
"""Days beyond which nothing is counted: far from the ends of the calendar, so that a step more never fails."""
_LESS = ("less", "under", "fewer", "within", "barely", "up to")
_MORE = ("more", "over", "at least", "upwards")


@dataclass(frozen=True, slots=True)
class Length:
    """So many units; no number for bare plurals ("days") and vague words. `hedge` is "less", "more" or ""."""

    number: float | None
    unit: str
    hedge: str = ""
    hedged: bool = False


@cache
def number_and_unit() -> str:
    """The pattern of a hedge, a number and a unit, read by `length_of`: "less than two weeks", "a year", "days"."""
    ones, tens = either(load("numerals")["from_zero"]), either(pairs("numerals", "tens"))
    count = rf"\d[\d.,]*|(?:{tens})(?:[- ](?:{ones}))?|(?:{ones})(?: and a half| hundred)?|(?:a|two) (?:dozen|hundred)"
    filler = "(?:full|long|straight|consecutive|whole|entire|trading|working|calendar|more)"
    number = rf"(?P<number>(?:{count}|an?|several|many|a few|few|a couple of|couple of|some) )?"
    hedges = either(
        form for h in ("more_than", "less_than", "at_least", "nearly", "about") for form in load("hedges")[h]
    )
    units = "(?P<units>(?:minute|hour|day|night|week|fortnight|month|quarter|year|decade)s?|centur(?:y|ies))"
    return rf"(?P<hedge>(?:{hedges}|just|only|barely|within) )?{number}(?:{filler} )?{units}"


def length_of(match: re.Match[str]) -> Length:
    """The length that a match of `number_and_unit` says."""
    units = match["units"].casefold()
    unit = "century" if units.startswith("centur") else units.removesuffix("s")
    said = (match["number"] or "").strip().casefold()
    words = (match["hedge"] or "").strip().casefold()
    hedge = "less" if words.startswith(_LESS) else "more" if words.startswith(_MORE) else ""
    if said in ("a", "an", "one", ""):
        return Length(1.0 if said or not units.endswith("s") else None, unit, hedge, bool(words))
    found = numerals(said)
    return Length(found[0].value if found else None, unit, hedge, bool(words))


def shifted(day: date, count: float, unit: str) -> date:
    """The day so many units earlier (later when negative), as far as the calendar goes; hours may stay on the day."""
    try:
        if unit in _MONTHS:
            moved = months_before(day, round(count * _MONTHS[unit]))
        else:
            days = count * _DAYS[unit] if unit in _DAYS else count / 24 if unit == "hour" else 0
            moved = day - timedelta(days=round(days))
    except (ValueError, OverflowError):
        return EARLIEST if count > 0 else LATEST
    return min(max(moved, EARLIEST), LATEST)
