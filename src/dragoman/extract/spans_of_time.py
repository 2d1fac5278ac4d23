"""Arithmetic on closed day intervals: weeks, months, seasons, parts and the nearest year for a date without one."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.extract.dates import CalendarDate
from dragoman.model.report import Published
from dragoman.model.time import Interval, Precision
from dragoman.text.lexicon import load

_SUNDAY = 6
_DECEMBER = 12


# Among seven days each weekday comes once: what a report calls Thursday is still one day.
_SHORT = timedelta(days=6)
# A month without a year may be any of several in a longer time.
_YEAR = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A report's date: `day` where known to a week, `first` the earliest such day, `latest` the interval's end."""

    day: date | None
    latest: date | None
    first: date | None = None


def anchor(published: Published) -> Anchor:
    """The anchor for the relative times of a report; where it may be of several days, `day` is the last of them.

    A report that only came out by some day, or within more than a year, anchors nothing.
    """
    if not (published.start and published.end):
        return Anchor(None, None)
    first, latest = date.fromisoformat(published.start), date.fromisoformat(published.end)
    if latest - first > _SHORT:
        return Anchor(None, latest if latest - first < _YEAR else None)
    return Anchor(latest, latest, first)


def hull(first: Interval, last: Interval) -> Interval:
    """The days from one interval to another; unknown where either is."""
    if first == last or not (first.known and last.known):
        return first if first == last else Interval()
    precision = Precision.OPEN if None in (first.start, last.end) else Precision.RANGE
    return Interval(first.start, last.end, precision)


def interval(start: date, end: date, precision: Precision) -> Interval:
    """A closed interval of days."""
    return Interval(start.isoformat(), end.isoformat(), precision)


def one_day(day: date) -> Interval:
    """The interval of a single day."""
    return interval(day, day, Precision.DAY)


def week_of(day: date) -> Interval:
    """Monday to Sunday around a day."""
    start = day - timedelta(days=day.weekday())
    return interval(start, start + timedelta(days=6), Precision.WEEK)


def month_of(year: int, month: int, part: str = "") -> Interval:
    """A month, or its early (1-10), mid (11-20) or late (21-end) part."""
    last = monthrange(year, month)[1]
    first, final = {"early": (1, 10), "mid": (11, 20), "late": (21, last)}.get(part, (1, last))
    precision = Precision.PART_OF_MONTH if part else Precision.MONTH
    return interval(date(year, month, first), date(year, month, final), precision)


def year_of(year: int, part: str = "") -> Interval:
    """A year, or its early (to April), mid (to August) or late part."""
    first, final = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}.get(part, (1, 12))
    end = date(year, final, monthrange(year, final)[1])
    return interval(date(year, first, 1), end, Precision.RANGE if part else Precision.YEAR)


def quarter_of(year: int, number: int, *, half: bool = False) -> Interval:
    """A three-month or six-month part of a year."""
    length = 6 if half else 3
    last = number * length
    end = date(year, last, monthrange(year, last)[1])
    return interval(date(year, last - length + 1, 1), end, Precision.RANGE)


def years_of(first: int, count: int) -> Interval:
    """So many whole years from one on."""
    precision = Precision.YEAR if count == 1 else Precision.RANGE
    return interval(date(first, 1, 1), date(first + count - 1, 12, 31), precision)


def century_of(number: int) -> Interval:
    """A century as it is counted: the nineteenth is 1801 to 1900."""
    return years_of(100 * number - 99, 100)


def season_of(name: str, year: int) -> Interval:
    """A season of the northern half of the globe; winter belongs to the year in which it begins."""
    first, last = next((int(a), int(b)) for n, a, b in (e.split() for e in load("calendar")["seasons"]) if n == name)
    end_year = year if first <= last else year + 1
    return interval(date(year, first, 1), date(end_year, last, monthrange(end_year, last)[1]), Precision.SEASON)


def months_before(day: date, count: int) -> date:
    """The same day of the month `count` months earlier (later when negative), or that month's last day."""
    index = day.year * 12 + day.month - 1 - count
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def weekend_of(day: date, *, ahead: bool) -> Interval:
    """The Saturday and Sunday of the running weekend, else the last, or the coming one."""
    saturday = day - timedelta(days=(day.weekday() - 5) % 7)
    if ahead and day.weekday() < _SUNDAY - 1:
        saturday += timedelta(days=7)
    return interval(saturday, saturday + timedelta(days=1), Precision.RANGE)


def calendar_interval(found: CalendarDate, latest: date | None, *, ahead: bool) -> Interval:
    """The interval of a calendar date; a missing year is that of the nearest past date, or the nearest coming one."""
    if found.decade and found.year:
        return years_of(found.year, 10)
    years = (found.year,) if found.year else _years(latest, ahead=ahead)
    candidates = [made for year in years if (made := _of_year(found, year))]
    if not candidates:
        return Interval()
    if found.year or latest is None:
        return candidates[0]
    bound = latest.isoformat()
    if ahead:
        return next((c for c in candidates if str(c.end) >= bound), candidates[-1])
    return next((c for c in reversed(candidates) if str(c.start) <= bound), candidates[0])


def _years(latest: date | None, *, ahead: bool) -> tuple[int, ...]:
    if latest is None:
        return ()
    return (latest.year, latest.year + 1) if ahead else (latest.year - 1, latest.year)


def _of_year(found: CalendarDate, year: int) -> Interval | None:
    """The interval in a given year, or None for a day that it does not have."""
    if found.season:
        return season_of(found.season, year)
    if not found.month:
        return year_of(year, found.part)
    try:
        if found.day:
            start = date(year, found.month, found.day)
            last_month = found.last_month or found.month
            later = year + 1 if last_month < found.month else year
            end = date(later, last_month, found.last_day) if found.last_day else start
            return interval(start, end, Precision.RANGE) if end > start else one_day(start)
    except ValueError:
        return None
    if found.last_month:
        end_of = month_of(year + (found.last_month < found.month), found.last_month)
        return Interval(month_of(year, found.month).start, end_of.end, Precision.RANGE)
    return month_of(year, found.month, found.part)
