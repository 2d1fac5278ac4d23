"""Parts of named times: quarters and halves of a year, the first or last week of a month, "last March"."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache

from dragoman.extract.dates import months
from dragoman.extract.numerals import either, pairs
from dragoman.extract.spans_of_time import Anchor, interval, month_of, quarter_of, week_of
from dragoman.extract.time_drafts import TimeDraft, is_free
from dragoman.model.time import Interval, Precision

_IsNext = Callable[[int, Interval, date | None], bool]
_DAY = timedelta(days=1)
_HALVES = 2
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)(?!\d)"
_THIS = (
    r"(?:the )?(?P<which>this|last|next|the (?:current|coming|previous)|the same|the|that) (?:fiscal |financial )?year"
)


@cache
def _quarter() -> re.Pattern[str]:
    nth = either(pairs("calendar", "quarters"))
    of, not_more = rf"(?:(?: of|,)? {_YEAR}|(?: of)? {_THIS})", r"(?! (?:final|time)|s\b|finals?\b)"
    return re.compile(
        rf"(?<![\w-])(?:(?:the )?(?:very )?(?P<nth>{nth})[- ](?P<unit>quarter|half)(?:{of})?{not_more}"
        rf"|(?:the )?(?P<way>last|this|next|previous|current|coming|latest|past) quarter"
        rf"|(?P<letter>[QH])(?P<number>[1-4])(?:(?: of|,)? (?P<year2>(?:19|20)\d\d))?"
        rf"|(?P<year3>(?:19|20)\d\d) (?P<letter2>[QH])(?P<number2>[1-4]))(?![\w-])",
        re.IGNORECASE,
    )


@cache
def _others() -> tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Anchor, _IsNext], Interval]], ...]:
    month = either(m.capitalize() for m in months() if len(m) > 3 or m == "may")
    table = (
        (
            rf"(?:the )?(?P<nth>(?i:first|second|third|fourth|last|final)) (?P<unit>week|days|weekend) (?:of|in) "
            rf"(?P<month>{month})(?:,? (?:of )?{_YEAR})?",
            _week_of_month,
        ),
        (rf"(?P<month>{month}) (?:of )?(?P<which>this|last|next) year", _month_of_year),
        (rf"(?i:(?P<which>last|next|this)) (?P<month>{month})(?!,? \d)", _last_month),
    )
    return tuple((re.compile(rf"(?<![\w-])(?:{source})(?![\w-])"), read) for source, read in table)


def parts_of_times(text: str, found: list[TimeDraft], told: Anchor, is_next: _IsNext) -> Iterator[TimeDraft]:
    """Each such part in a paragraph, where no time was read yet; `is_next` tells a place's next time from its last."""
    for match in _quarter().finditer(text):
        if is_free(found, *match.span()) and (when := _read_quarter(match, told, is_next)):
            yield TimeDraft(*match.span(), interval=when)
    for pattern, read in _others():
        for match in pattern.finditer(text):
            if is_free(found, *match.span()):
                yield TimeDraft(*match.span(), interval=read(match, told, is_next))


def _read_quarter(match: re.Match[str], told: Anchor, is_next: _IsNext) -> Interval | None:
    """A quarter or half of the year named, else the last that began, or the one to come; None where none is meant."""
    said = match["number"] or match["number2"]
    half = (match["unit"] or "").casefold() == "half" or (match["letter"] or match["letter2"] or "").upper() == "H"
    year = next((int(y) for y in (match["year"], match["year2"], match["year3"]) if y), None)
    if match["way"]:
        return _running_quarter(match["way"].casefold(), told)
    number = int(said or pairs("calendar", "quarters")[match["nth"].casefold()])
    if half and (number > _HALVES or (year is None and not match["which"])):
        return None
    if year is None and match["which"] and told.latest:
        year = told.latest.year + {"last": -1, "next": 1, "the previous": -1}.get(match["which"].casefold(), 0)
    if year is not None:
        return quarter_of(year, number, half=half)
    return _nearest(match, told, is_next, lambda year: quarter_of(year, number, half=half))


def _running_quarter(way: str, told: Anchor) -> Interval:
    if told.latest is None:
        return Interval()
    shift = {"this": 0, "current": 0, "next": 1, "coming": 1}.get(way, -1)
    year, index = divmod(told.latest.year * 4 + (told.latest.month - 1) // 3 + shift, 4)
    return quarter_of(year, index + 1)


def _nearest(match: re.Match[str], told: Anchor, is_next: _IsNext, of_year: Callable[[int], Interval]) -> Interval:
    """What has no year of its own: of the year of the last that began, or of the first to come."""
    if told.latest is None:
        return Interval()
    day, year = told.latest.isoformat(), told.latest.year
    coming = next(w for n in (0, 1) if str((w := of_year(year + n)).end) >= day)
    if is_next(match.start(), coming, told.day):
        return coming
    return next(w for n in (0, -1) if str((w := of_year(year + n)).start) <= day)


def _week_of_month(match: re.Match[str], told: Anchor, is_next: _IsNext) -> Interval:
    if match["year"]:
        return _week_in(int(match["year"]), match)
    return _nearest(match, told, is_next, lambda year: _week_in(year, match))


def _week_in(year: int, match: re.Match[str]) -> Interval:
    """The first or last week, weekend or days of a month, or the second to fourth week."""
    month, nth, unit = months()[match["month"].casefold()], match["nth"].casefold(), match["unit"]
    following = date(year + (month == 12), month % 12 + 1, 1)
    if unit == "days":
        first = date(year, month, 1)
        start, end = (following - 7 * _DAY, following - _DAY) if nth in ("last", "final") else (first, first + 6 * _DAY)
        return interval(start, end, Precision.PART_OF_MONTH)
    if nth in ("last", "final"):
        week = week_of(following - 4 * _DAY)
    else:
        week = week_of(date(year, month, 4) + 7 * _DAY * ("first", "second", "third", "fourth").index(nth))
    if unit == "week":
        return week
    saturday = date.fromisoformat(str(week.start)) + 5 * _DAY
    return interval(saturday, saturday + _DAY, Precision.RANGE)


def _month_of_year(match: re.Match[str], told: Anchor, is_next: _IsNext) -> Interval:  # noqa: ARG001
    if told.latest is None:
        return Interval()
    year = told.latest.year + {"last": -1, "next": 1}.get(match["which"], 0)
    return month_of(year, months()[match["month"].casefold()])


def _last_month(match: re.Match[str], told: Anchor, is_next: _IsNext) -> Interval:  # noqa: ARG001
    """ "Last March" is the last that is over, "next March" the first to begin, "this March" that of the year."""
    if told.latest is None:
        return Interval()
    which, day = match["which"].casefold(), told.latest.isoformat()
    near = [month_of(told.latest.year + n, months()[match["month"].casefold()]) for n in (-1, 0, 1)]
    if which == "this":
        return near[1]
    if which == "next":
        return next(m for m in near if str(m.start) > day)
    return next(m for m in reversed(near) if str(m.end) < day)
