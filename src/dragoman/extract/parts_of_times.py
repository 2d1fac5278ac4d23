"""Parts of named times: quarters, halves, the first or last week of a month, fiscal years, centuries, two-digit years."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache

from dragoman.extract.dates import months
from dragoman.extract.numerals import either, pairs
from dragoman.extract.spans_of_time import Anchor, century_of, interval, month_of, quarter_of, week_of, years_of
from dragoman.extract.time_drafts import TimeDraft, is_free
from dragoman.model.time import Interval, Precision

_Ahead = Callable[[int], bool]
_DAY = timedelta(days=1)
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)(?!\d)"
_THIS = r"(?:the )?(?P<which>this|last|next|the (?:current|coming|previous)|the same|the|that) (?:fiscal |financial )?year"


@cache
def _quarter() -> re.Pattern[str]:
    nth = either(pairs("calendar", "quarters"))
    of = rf"(?:(?: of|,)? {_YEAR}|(?: of)? {_THIS})"
    return re.compile(
        rf"(?<![\w-])(?:(?:the )?(?:very )?(?P<nth>{nth})[- ](?P<unit>quarter|half)(?:{of})?(?! (?:final|time)|s\b|finals?\b)"
        rf"|(?:the )?(?P<way>last|this|next|previous|current|coming|latest|past) quarter"
        rf"|(?P<letter>[QH])(?P<number>[1-4])(?:(?: of|,)? (?P<year2>(?:19|20)\d\d))?"
        rf"|(?P<year3>(?:19|20)\d\d) (?P<letter2>[QH])(?P<number2>[1-4]))(?![\w-])",
        re.IGNORECASE,
    )


@cache
def _others() -> tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Anchor, bool], Interval]], ...]:
    month = either(m.capitalize() for m in months() if len(m) > 3 or m == "may")
    nth = either(pairs("numerals", "ordinals"))
    table = (
        (
            rf"(?:the )?(?P<nth>(?i:first|second|third|fourth|last|final)) (?P<unit>week|days|weekend) (?:of|in) "
            rf"(?P<month>{month})(?:,? (?:of )?{_YEAR})?",
            _week_of_month,
        ),
        (rf"(?P<month>{month}) (?:of )?(?P<which>this|last|next) year", _month_of_year),
        (rf"(?i:(?:the )?(?:fiscal|financial)(?: year)?|FY)[ -]?{_YEAR}|(?P<y2>(?:19|20)\d\d) (?:fiscal|financial) year", _fiscal),
        (rf"(?i:(?:the )?(?:(?:early|mid|late)[- ])?(?:(?P<word>{nth})|(?P<n>\d\d?)(?:st|nd|rd|th))[- ]century)", _century),
        (r"(?:the )?(?:(?:early|mid|late)[- ])?(?:'(?P<d2>\d0)s|(?P<d4>(?:1[5-9]|20)\d0)s)|(?<=\bthe )(?P<d>[6-9]0)s", _decade),
        (r"(?<=\bin )'(?P<yy>\d\d)|(?<=\bsince )'(?P<yy2>\d\d)|(?<=\bof )'(?P<yy3>\d\d)", _short_year),
    )
    return tuple((re.compile(rf"(?<![\w-])(?:{source})(?![\w-])"), read) for source, read in table)


def parts_of_times(text: str, found: list[TimeDraft], told: Anchor, ahead: _Ahead) -> Iterator[TimeDraft]:
    """Each such part in a paragraph, where no time was read yet; `ahead` says whether the clause at a place looks on."""
    for match in _quarter().finditer(text):
        if is_free(found, *match.span()) and (when := _read_quarter(match, told, ahead=ahead(match.start()))):
            yield TimeDraft(*match.span(), interval=when)
    for pattern, read in _others():
        for match in pattern.finditer(text):
            if is_free(found, *match.span()):
                yield TimeDraft(*match.span(), interval=read(match, told, ahead(match.start())))


def _read_quarter(match: re.Match[str], told: Anchor, *, ahead: bool) -> Interval | None:
    """A quarter or half of the year named, else the last that began, or the one to come; None where none is meant."""
    said = match["number"] or match["number2"]
    half = (match["unit"] or "").casefold() == "half" or (match["letter"] or match["letter2"] or "").upper() == "H"
    year = next((int(y) for y in (match["year"], match["year2"], match["year3"]) if y), None)
    if match["way"]:
        return _running_quarter(match["way"].casefold(), told)
    number = int(said or pairs("calendar", "quarters")[match["nth"].casefold()])
    if half and ((year is None and not match["which"]) or (match["nth"] or "").casefold() in ("third", "3rd", "4th")):
        return None
    if match["nth"] and half:
        number = min(number, 2)
    if year is None and match["which"] and told.latest:
        year = told.latest.year + {"last": -1, "next": 1, "the previous": -1}.get(match["which"].casefold(), 0)
    if year is not None:
        return quarter_of(year, number, half=half)
    if told.latest is None:
        return Interval()
    years = (told.latest.year, told.latest.year + 1) if ahead else (told.latest.year, told.latest.year - 1)
    day = told.latest.isoformat()
    fits = (q for q in (quarter_of(y, number, half=half) for y in years) if (str(q.end) >= day if ahead else str(q.start) <= day))
    return next(fits, Interval())


def _running_quarter(way: str, told: Anchor) -> Interval:
    if told.latest is None:
        return Interval()
    shift = {"this": 0, "current": 0, "next": 1, "coming": 1}.get(way, -1)
    year, index = divmod(told.latest.year * 4 + (told.latest.month - 1) // 3 + shift, 4)
    return quarter_of(year, index + 1)


def _year_near(month: int, told: Anchor, *, ahead: bool) -> int | None:
    """The year of a month without one: of the last that began, or of the first to come."""
    if told.latest is None:
        return None
    if ahead:
        return told.latest.year + (month < told.latest.month)
    return told.latest.year - (month > told.latest.month)


def _week_of_month(match: re.Match[str], told: Anchor, ahead: bool) -> Interval:
    month = months()[match["month"].casefold()]
    year = int(match["year"]) if match["year"] else _year_near(month, told, ahead=ahead)
    if year is None:
        return Interval()
    nth, unit = match["nth"].casefold(), match["unit"]
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


def _month_of_year(match: re.Match[str], told: Anchor, ahead: bool) -> Interval:  # noqa: ARG001
    if told.latest is None:
        return Interval()
    year = told.latest.year + {"last": -1, "next": 1}.get(match["which"], 0)
    return month_of(year, months()[match["month"].casefold()])


def _fiscal(match: re.Match[str], told: Anchor, ahead: bool) -> Interval:  # noqa: ARG001
    """A fiscal year begins somewhere in the year before or in its own."""
    year = int(match["year"] or match["y2"])
    return Interval(f"{year - 1}-01-01", f"{year}-12-31", Precision.RANGE)


def _century(match: re.Match[str], told: Anchor, ahead: bool) -> Interval:  # noqa: ARG001
    number = int(match["n"] or pairs("numerals", "ordinals")[match["word"].casefold()])
    return century_of(number) if 0 < number <= 21 else Interval()


def _decade(match: re.Match[str], told: Anchor, ahead: bool) -> Interval:  # noqa: ARG001
    if match["d4"]:
        return years_of(int(match["d4"]), 10)
    short = int(match["d2"] or match["d"])
    return years_of((1900 if short > 20 else 2000) + short, 10)


def _short_year(match: re.Match[str], told: Anchor, ahead: bool) -> Interval:  # noqa: ARG001
    """'82 is the last such year before the report."""
    short = int(match["yy"] or match["yy2"] or match["yy3"])
    if told.latest is None:
        return Interval()
    century = told.latest.year // 100 * 100
    return years_of(century + short - (100 if century + short > told.latest.year else 0), 1)
