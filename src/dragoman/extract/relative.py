"""Times said from the day of the report: weekdays, "last week", "overnight", "three days ago", "in the past year"."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from dragoman.extract.dates import weekdays
from dragoman.extract.numerals import either, numerals, pairs
from dragoman.extract.spans_of_time import (
    interval,
    month_of,
    months_before,
    one_day,
    season_of,
    week_of,
    weekend_of,
    year_of,
)
from dragoman.model.time import Interval, Precision
from dragoman.text.lexicon import load

_DAY = timedelta(days=1)
_FORTNIGHT = 13
_MONDAYS = 7


@dataclass(frozen=True, slots=True)
class Told:
    """A relative time as it is told: its words, the report's day or latest day, whether the clause looks ahead."""

    match: re.Match[str]
    day: date | None
    latest: date | None
    ahead: bool


Reader = Callable[[Told], Interval]


def _weekday(told: Told) -> Interval:
    """Today under its own name; else the past weekday by default, and the coming one in clauses that look ahead."""
    if told.day is None:
        return Interval()
    wanted, which = weekdays()[told.match["weekday"].casefold()], (told.match["which"] or "").casefold()
    back = (told.day.weekday() - wanted) % _MONDAYS
    if which in ("next", "coming", "this coming", "the coming"):
        day = told.day + timedelta(days=_MONDAYS - back)
    elif which in ("last", "this past", "the previous", "past"):
        day = told.day - timedelta(days=back or _MONDAYS)
    else:
        day = told.day - timedelta(days=back) + timedelta(days=_MONDAYS if told.ahead and back else 0)
    if (told.match["part"] or "").casefold() in ("night", "overnight"):
        return interval(day, day + _DAY, Precision.NIGHT)
    return one_day(day)


def _overnight(told: Told) -> Interval:
    """A night: the one into the weekday named, that of the weekday named, or the one before the report."""
    if told.day is None:
        return Interval()
    into, of = told.match["into"], told.match["of"]
    morning = told.day
    if into or of:
        back = (told.day.weekday() - weekdays()[(into or of).casefold()]) % _MONDAYS
        morning = told.day - timedelta(days=back) + (timedelta() if into else _DAY)
    return interval(morning - _DAY, morning, Precision.NIGHT)


def _near_day(told: Told) -> Interval:
    """Today, yesterday, tomorrow and their mornings and nights."""
    if told.day is None:
        return Interval()
    words = told.match.group().casefold()
    if "tonight" in words:
        return interval(told.day, told.day + _DAY, Precision.NIGHT)
    if "last night" in words or "yesterday night" in words:
        return interval(told.day - _DAY, told.day, Precision.NIGHT)
    shifts = (("day before yesterday", -2), ("day after tomorrow", 2), ("yesterday", -1), ("tomorrow", 1))
    return one_day(told.day + _DAY * next((shift for word, shift in shifts if word in words), 0))


def _period(told: Told) -> Interval:
    """This, last or next week, weekend, month, year or season."""
    which, unit = told.match["which"].casefold(), told.match["unit"].casefold()
    shift = (
        -1 if which in ("last", "the previous", "this past") else 1 if which in ("next", "the coming", "coming") else 0
    )
    if unit == "year" and told.latest:
        return year_of(told.latest.year + shift, _part(told.match))
    if told.day is None:
        return Interval()
    if unit == "week":
        return week_of(told.day + _DAY * 7 * shift)
    if unit == "weekend":
        running = told.day.weekday() >= _MONDAYS - 2
        moved = told.day - _DAY * 7 if shift < 0 and running else told.day
        return weekend_of(moved, ahead=shift > 0 or (told.ahead and shift == 0) or (which == "this" and not running))
    if unit == "month":
        first = months_before(told.day, -shift)
        return month_of(first.year, first.month, _part(told.match))
    return _season(unit, told.day, shift)


def _season(unit: str, day: date, shift: int) -> Interval:
    """This season is the one that runs or lies nearest in this year; last and next are counted from today."""
    seasons = [season_of(unit, day.year + n) for n in (-2, -1, 0, 1)]
    iso = day.isoformat()
    if shift < 0:
        return next(s for s in reversed(seasons) if str(s.end) < iso)
    if shift > 0:
        return next(s for s in seasons if str(s.start) > iso)
    running = next((s for s in seasons if str(s.start) <= iso <= str(s.end)), None)
    return running or seasons[2]


def _part(match: re.Match[str]) -> str:
    part = (match.groupdict().get("part") or "").casefold()
    return next((name for name in ("early", "mid", "late") if part in load("calendar")[name]), "")


def _the_weekend(told: Told) -> Interval:
    return weekend_of(told.day, ahead=told.ahead) if told.day else Interval()


def _length(match: re.Match[str]) -> tuple[float | None, str]:
    """The number and the unit of a length of time; no number for bare plurals ("days ago") and vague words."""
    unit = match["unit"].casefold().removesuffix("s").replace("centurie", "century")
    said = (match["number"] or "").strip().casefold()
    if said in ("a", "an", "one", ""):
        return (1.0 if said or not match["unit"].casefold().endswith("s") else None), unit
    found = numerals(said)
    return (found[0].value if found else None), unit


_DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14, "weekend": 7}
_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}


def _shift(day: date, count: float, unit: str) -> date:
    """The day so many units earlier; hours and minutes stay on the day before or the same day."""
    if unit in _MONTHS:
        return months_before(day, round(count * _MONTHS[unit]))
    days = count * _DAYS[unit] if unit in _DAYS else count / 24 if unit == "hour" else 0
    return day - _DAY * round(days)


def _ago(told: Told) -> Interval:
    """A time so long before the report; months and years are as coarse as they are said."""
    count, unit = _length(told.match)
    if told.latest is None or (told.day is None and unit not in ("year", "decade")):
        return Interval()
    day = told.day or told.latest
    if count is None or count > _LONGEST_AGO:
        return Interval(None, day.isoformat(), Precision.OPEN)
    then = _shift(day, count, unit)
    if (told.match["hedge"] or "").casefold().startswith(("more", "over", "at least")):
        return Interval(None, then.isoformat(), Precision.OPEN)
    if (told.match["hedge"] or "").casefold().startswith(("less", "under", "fewer")):
        return interval(then, day, Precision.RANGE)
    if unit in ("year", "decade"):
        return year_of(then.year) if count == int(count) else month_of(then.year, then.month)
    if unit == "month":
        return month_of(then.year, then.month)
    if unit in ("week", "fortnight") and (told.match["hedge"] or count > 1):
        return interval(then - 3 * _DAY, then + 3 * _DAY, Precision.WEEK)
    return one_day(then)


_LONGEST_AGO = 900


def _recent(told: Told) -> Interval:
    """The length of time that ends with the report, or that begins with it ("the next three days")."""
    count, unit = _length(told.match)
    if told.day is None:
        return Interval()
    if count is None:
        return Interval(None, told.day.isoformat(), Precision.OPEN)
    if told.match["way"].casefold() in ("next", "coming", "following"):
        return interval(told.day, _shift(told.day, -count, unit), Precision.RANGE)
    return interval(_shift(told.day, count, unit), told.day, Precision.RANGE)


def _within(told: Told) -> Interval:
    """A due time counted from the report where the clause looks ahead; else nobody knows from when it counts."""
    count, unit = _length(told.match)
    if told.day is None or count is None or not told.ahead:
        return Interval()
    return interval(told.day, _shift(told.day, -count, unit), Precision.RANGE)


def _vague(told: Told) -> Interval:
    """Before or after something else said: only that it lies before the report is known, and only for "earlier"."""
    if told.latest is None or not told.match["way"].casefold().startswith(("earlier", "before", "prior")):
        return Interval()
    return Interval(None, told.latest.isoformat(), Precision.OPEN)


@cache
def readers() -> tuple[tuple[re.Pattern[str], Reader], ...]:
    """The patterns of relative times with their readers, more specific ones first."""
    names = sorted(weekdays(), key=len, reverse=True)
    day = f"(?:{either(n for n in names if len(n) > _ABBREVIATION)})"
    parts = either(load("calendar")["day_parts"])
    unit = r"(?P<unit>(?:minute|hour|day|night|week|fortnight|month|year|decade)s?)"
    which = r"(?P<which>last|next|this past|this coming|this|the coming|coming|the previous|past)"
    ones, tens = either(load("numerals")["from_zero"]), either(pairs("numerals", "tens"))
    count = rf"\d[\d.,]*|(?:{tens})(?:[- ](?:{ones}))?|(?:{ones})(?: and a half| hundred)?|(?:a|two) (?:dozen|hundred)"
    number = rf"(?P<number>(?:{count}|an?|several|many|a few|few|a couple of|couple of) )?"
    hedges = either(
        form for h in ("more_than", "less_than", "at_least", "nearly", "about") for form in load("hedges")[h]
    )
    hedge = rf"(?P<hedge>(?:{hedges}|just|only|barely) )?"
    seasons = either(load("calendar")["seasons_named"])
    part = rf"(?:(?P<part>{either(w for n in ('early', 'mid', 'late') for w in load('calendar')[n])})[- ])?"
    table: tuple[tuple[str, Reader], ...] = (
        (
            rf"overnight (?:(?:from \w+ )?(?:into|to|through)|on into)(?: early| late)? (?P<into>{day})"
            rf"(?: {parts})?(?P<of>)",
            _overnight,
        ),
        (rf"(?:overnight (?:on )?|(?:the )?night of )(?P<of>{day})(?P<into>)", _overnight),
        (rf"(?P<of>{day})[- ](?:night )?(?:into|to)[- ](?P<into>{day})(?= night| overnight)", _overnight),
        (r"overnight(?P<of>)(?P<into>)(?! (?:stay|bag|train|success|flight|bus|camp|sensation))", _overnight),
        (
            rf"(?:{which} )?(?:early |late )?(?P<weekday>{day})(?:[- ](?P<part>{parts}|overnight))?",
            _weekday,
        ),
        (
            rf"(?:the )?day (?:before yesterday|after tomorrow)|(?:yesterday|tomorrow)(?: (?:{parts}))?"
            rf"|tonight|last night|today|(?:earlier )?this (?:{parts})",
            _near_day,
        ),
        (rf"{part}(?:(?:earlier|later) )?{which} (?P<unit>weekend|week|month|year|{seasons})", _period),
        (r"(?<=\bthe )weekend|(?<=\bat )weekend", _the_weekend),
        (rf"{hedge}{number}{unit} ago", _ago),
        (rf"(?:the )?(?P<way>past|last|previous|recent|next|coming|following) {number}{unit}", _recent),
        (rf"(?:within|in under|in less than) (?:the next )?{number}{unit}", _within),
        (rf"{hedge}{number}{unit} (?P<way>earlier|before(?=[.,;]|$)|prior(?! to)|later)", _vague),
        (r"(?P<way>earlier|later)(?= on| that day)(?P<number>)(?P<unit>)(?: that day)", _vague),
    )
    return tuple((re.compile(rf"(?<![\w-])(?:{source})(?![\w-])", re.IGNORECASE), read) for source, read in table)


_ABBREVIATION = 5
