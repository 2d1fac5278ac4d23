"""Times said from the day of the report: weekdays, "last week", "overnight", "three days ago", "in the past year"."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.extract.dates import weekdays
from dragoman.extract.lengths_of_time import length_of, shifted
from dragoman.extract.spans_of_time import (
    century_of,
    interval,
    month_of,
    months_before,
    one_day,
    season_of,
    week_of,
    weekend_of,
    year_of,
    years_of,
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


def weekday(told: Told) -> Interval:
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


def overnight(told: Told) -> Interval:
    """A night: the one into the weekday named, that of the weekday named, or the one before the report."""
    if told.day is None:
        return Interval()
    into, of = told.match["into"], told.match["of"]
    morning = told.day
    if into or of:
        back = (told.day.weekday() - weekdays()[(into or of).casefold()]) % _MONDAYS
        morning = told.day - timedelta(days=back) + (timedelta() if into else _DAY)
    return interval(morning - _DAY, morning, Precision.NIGHT)


def near_day(told: Told) -> Interval:
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


def period(told: Told) -> Interval:
    """This, last or next week, weekend, month, year or season."""
    which, unit = told.match["which"].casefold(), told.match["unit"].casefold()
    shift = (
        -1
        if which in ("last", "the previous", "this past", "past")
        else 1
        if which in ("next", "the coming", "coming")
        else 0
    )
    if unit == "year" and told.latest:
        return year_of(told.latest.year + shift, _part(told.match))
    if unit == "decade" and told.latest:
        return years_of(told.latest.year // 10 * 10 + 10 * shift, 10)
    if unit == "century" and told.latest:
        return century_of((told.latest.year + 99) // 100 + shift)
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


def lone_season(told: Told) -> Interval:
    """A season without a year: the last that has begun, or the one to come."""
    if told.day is None:
        return Interval()
    unit, iso = (told.match["unit"] or told.match["unit2"]).casefold(), told.day.isoformat()
    seasons = [season_of(unit, told.day.year + n) for n in (-1, 0, 1)]
    if told.ahead:
        return next((s for s in seasons if str(s.end) >= iso), seasons[-1])
    return next((s for s in reversed(seasons) if str(s.start) <= iso), seasons[0])


def _part(match: re.Match[str]) -> str:
    part = (match.groupdict().get("part") or "").casefold()
    return next((name for name in ("early", "mid", "late") if part in load("calendar")[name]), "")


def the_weekend(told: Told) -> Interval:
    """The weekend that runs, the last one, or in clauses that look ahead the one to come."""
    return weekend_of(told.day, ahead=told.ahead) if told.day else Interval()


def ago(told: Told) -> Interval:
    """A time so long before the report; months and years are as coarse as they are said."""
    length = length_of(told.match)
    count, unit = length.number, length.unit
    if told.latest is None or (told.day is None and unit not in ("year", "decade")):
        return Interval()
    day = told.day or told.latest
    if count is None or count > _LONGEST_AGO:
        return Interval(None, day.isoformat(), Precision.OPEN)
    then = shifted(day, count, unit)
    if length.hedge == "more":
        return Interval(None, then.isoformat(), Precision.OPEN)
    if length.hedge == "less":
        return interval(then, day, Precision.RANGE)
    if unit in ("year", "decade"):
        return year_of(then.year) if count == int(count) else month_of(then.year, then.month)
    if unit == "month":
        return month_of(then.year, then.month)
    if unit in ("week", "fortnight") and (length.hedged or count > 1):
        return interval(then - 3 * _DAY, then + 3 * _DAY, Precision.WEEK)
    return one_day(then)


_LONGEST_AGO = 900


def recent(told: Told) -> Interval:
    """The length of time that ends with the report, or that begins with it ("the next three days")."""
    length = length_of(told.match)
    if told.day is None:
        return Interval()
    ahead = told.match["way"].casefold() in ("next", "coming")
    if length.number is None:
        return Interval() if ahead else Interval(None, told.day.isoformat(), Precision.OPEN)
    then = shifted(told.day, -length.number if ahead else length.number, length.unit)
    return interval(told.day, then, Precision.RANGE) if ahead else interval(then, told.day, Precision.RANGE)


def from_now(told: Told) -> Interval:
    """A time so long after the report."""
    length = length_of(told.match)
    if told.day is None or length.number is None:
        return Interval()
    then = shifted(told.day, -length.number, length.unit)
    if length.unit in ("year", "decade"):
        return year_of(then.year)
    return month_of(then.year, then.month) if length.unit == "month" else one_day(then)


def within(told: Told) -> Interval:
    """A due time counted from the report where the clause looks ahead; else nobody knows from when it counts."""
    length = length_of(told.match)
    if told.day is None or length.number is None or not told.ahead:
        return Interval()
    return interval(told.day, shifted(told.day, -length.number, length.unit), Precision.RANGE)
