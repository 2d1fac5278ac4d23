"""A date as it is stated by a page, a feed, a table or a capture: its days, and the clock on which it was given."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from dragoman.model.time import Interval, Precision
from dragoman.text.printed_dates import PrintedDate, in_mixed_case, month_number, printed_dates, year_interval

_ISO = re.compile(
    r"(?P<year>\d{4})(?:-?(?P<month>\d{2})(?:-?(?P<day>\d{2}))?)?(?!\d)(?=$|[T ,Z+-])"
    r"(?:[T ]\s*(?P<hour>\d{1,2}):?\d{2}(?::?\d{2}(?:[.,]\d+)?)?\s*(?P<zone>\S+)?)?"
)
_COMPACT = re.compile(r"(20\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])T?([01]\d|2[0-3])(?:[0-5]\d){0,2}Z?")
_EPOCH = re.compile(r"(\d{9,10})(?:\.\d+)?|(\d{10})\d{3}|(\d{10})\d{6}")
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)")
_FIGURES = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
_MAIL = re.compile(
    r"(?:[A-Za-z]{3,9},?\s+)?(?P<day>\d{1,2})[ -](?P<month>[A-Za-z]{3,9})[ -](?P<year>\d{4}|\d{2})(?!\d|:)"
    r"(?:\s+(?P<hour>\d{1,2}):\d{2}(?::\d{2})?\s*(?P<zone>\S+)?)?"
)
_UTC = re.compile(r"(?:Z|UTC|GMT|UT|[+-]00:?(?:00)?)$", re.IGNORECASE)
# As mail does: 49 and below are of this century.
LAST_OF_CENTURY = 49
FIRST_YEAR, LAST_YEAR = 1800, 2200
LONGEST = 200


@dataclass(frozen=True, slots=True)
class StatedDate:
    """The days that a stated date means; `others` are the further readings of figures whose order is not told.

    `hour` is that of a time given in UTC: then the day where the publisher sits may be the one before or after.
    """

    interval: Interval
    others: tuple[Interval, ...] = ()
    hour: int | None = None

    @property
    def readings(self) -> tuple[Interval, ...]:
        """Every reading, the likeliest first."""
        return self.interval, *self.others


def read_stated(stated: str) -> StatedDate | None:
    """Read ISO, feed and mail dates, compact stamps, epoch seconds or milliseconds, figures, or a date as printed.

    None for what is no date, has no year or is not of the Gregorian calendar.
    """
    stated = stated[:LONGEST].strip()
    for form in (_epoch, _compact, _iso, _year_first, _figures, _mail):
        told, matched = form(stated)
        if matched:
            return told
    found = next((printed for printed in printed_dates(in_mixed_case(stated)) if printed.year), None)
    interval = found.interval() if found and _of_our_calendar(found.year or 0) else None
    return StatedDate(interval) if interval else None


def stated_interval(stated: str) -> Interval | None:
    """The days that a stated date means; None also where its figures allow two readings."""
    told = read_stated(stated)
    return told.interval if told is not None and not told.others else None


def exchanged(interval: Interval) -> Interval | None:
    """The same day with day and month exchanged, as careless software writes it; None where that is no other day."""
    if interval.start is None or interval.start != interval.end:
        return None
    day = date.fromisoformat(interval.start)
    return _of(day.year, day.day, day.month) if day.day != day.month and day.day <= 12 else None


Form = tuple[StatedDate | None, bool]


def _epoch(stated: str) -> Form:
    found = _EPOCH.fullmatch(stated)
    if found is None or _COMPACT.fullmatch(stated):
        return None, False
    moment = datetime.fromtimestamp(int(found[1] or found[2] or found[3]), UTC)
    return _at(_of(moment.year, moment.month, moment.day), moment.hour), True


def _compact(stated: str) -> Form:
    """`20250603101500`, as archives write it: in UTC."""
    found = _COMPACT.fullmatch(stated)
    if found is None:
        return None, False
    year, month, day, hour = (int(part) for part in found.groups())
    return _at(_of(year, month, day), hour), True


def _iso(stated: str) -> Form:
    found = _ISO.match(stated)
    if found is None:
        return None, False
    interval = _of(*(int(found[part]) if found[part] else None for part in ("year", "month", "day")))
    return _at(interval, _hour(found)), True


def _year_first(stated: str) -> Form:
    found = _YEAR_FIRST.match(stated)
    return (_at(_of(*(int(part) for part in found.groups()))), True) if found else (None, False)


def _figures(stated: str) -> Form:
    """`13/06/2025`, `03.06.25`: points put the day first; else every order that gives a day is a reading."""
    found = _FIGURES.match(stated)
    if found is None:
        return None, False
    first, second, last = int(found[1]), int(found[3]), int(found[4])
    orders = [(_full(found[4]), second, first)]
    if found[2] != ".":
        orders.append((_full(found[4]), first, second))
        orders += [(_full(found[1]), second, last)] if found[2] == "-" and len(found[1]) == len(found[4]) == 2 else []
    days = list(dict.fromkeys(day for order in orders if (day := _of(*order)) is not None))
    return (StatedDate(days[0], tuple(days[1:])), True) if days else (None, True)


def _mail(stated: str) -> Form:
    found = _MAIL.match(stated)
    month = month_number(found["month"]) if found else None
    if found is None or month is None:
        return None, False
    return _at(_of(_full(found["year"]), month, int(found["day"])), _hour(found)), True


def _hour(found: re.Match[str]) -> int | None:
    """The hour of a time in UTC; None for any other clock, on which the day stated is the local one."""
    return int(found["hour"]) % 24 if found["hour"] and _UTC.match(found["zone"] or "") else None


def _full(year: str) -> int:
    if len(year) == 4:
        return int(year)
    return int(year) + (2000 if int(year) <= LAST_OF_CENTURY else 1900)


def _at(interval: Interval | None, hour: int | None = None) -> StatedDate | None:
    return StatedDate(interval, hour=hour) if interval is not None else None


def _of(year: int | None, month: int | None = None, day: int | None = None) -> Interval | None:
    if year is None or not _of_our_calendar(year) or not 1 <= (month or 1) <= 12 or day == 0 or month == 0:
        return None
    return year_interval(year) if month is None else PrintedDate(0, 0, year, month, day).interval()


def _of_our_calendar(year: int) -> bool:
    return FIRST_YEAR <= year <= LAST_YEAR


def hull(readings: Iterable[Interval]) -> Interval | None:
    """The interval from the first to the last reading, where all lie within a year."""
    days = sorted(day for reading in readings for day in (reading.start, reading.end) if day is not None)
    if not days or (date.fromisoformat(days[-1]) - date.fromisoformat(days[0])).days > 366:
        return None
    return Interval(days[0], days[-1], Precision.DAY if days[0] == days[-1] else Precision.RANGE)
