"""Decades, centuries and fiscal years, and years of two digits ("since '82")."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache

from dragoman.extract.numerals import either, pairs
from dragoman.extract.spans_of_time import century_of, years_of
from dragoman.extract.time_drafts import TimeDraft, is_free
from dragoman.model.time import Interval, Precision

_Read = Callable[[re.Match[str], date | None], Interval]


@cache
def _patterns() -> tuple[tuple[tuple[str, ...], re.Pattern[str], _Read], ...]:
    """Each with words one of which stands in what it matches: they are quick to look for."""
    nth = either(pairs("numerals", "ordinals"))
    year, part = r"(?P<year>(?:1[5-9]|20)\d\d)(?!\d)", r"(?:the )?(?:(?:early|mid|late)[- ])?"
    table: tuple[tuple[str, str, _Read], ...] = (
        (
            "fiscal|financial|fy",
            rf"(?:the )?(?:(?:fiscal|financial)(?: year)?|FY)[ -]?{year}"
            r"|(?:the )?(?P<y2>(?:19|20)\d\d) (?:fiscal|financial) year",
            _fiscal,
        ),
        ("century", rf"{part}(?:(?P<word>{nth})|(?P<n>\d\d?)(?:st|nd|rd|th))[- ]century", _century),
        ("0s", rf"{part}'(?P<d2>\d0)s|(?:(?<=\bthe )|(?<=0s and ))(?P<d>[6-9]0)s", _decade),
        ("'", r"(?:(?<=\bin )|(?<=\bsince )|(?<=\bof ))'(?P<yy>\d\d)", _short_year),
    )
    return tuple(
        (tuple(hints.split("|")), re.compile(rf"(?<![\w-])(?:{source})(?![\w-])", re.IGNORECASE), read)
        for hints, source, read in table
    )


def long_times(text: str, found: list[TimeDraft], today: date | None) -> Iterator[TimeDraft]:
    """Each such time in a paragraph, where no time was read yet."""
    plain = text.casefold()
    for hints, pattern, read in _patterns():
        for match in pattern.finditer(text) if any(hint in plain for hint in hints) else ():
            if is_free(found, *match.span()):
                yield TimeDraft(*match.span(), interval=read(match, today))


def _fiscal(match: re.Match[str], today: date | None) -> Interval:  # noqa: ARG001
    """A fiscal year begins somewhere in the year before or in its own."""
    year = int(match["year"] or match["y2"])
    return Interval(f"{year - 1}-01-01", f"{year}-12-31", Precision.RANGE)


def _century(match: re.Match[str], today: date | None) -> Interval:  # noqa: ARG001
    number = int(match["n"] or pairs("numerals", "ordinals")[match["word"].casefold()])
    return century_of(number) if 0 < number <= 21 else Interval()


def _decade(match: re.Match[str], today: date | None) -> Interval:  # noqa: ARG001
    short = int(match["d2"] or match["d"])
    return years_of((1900 if short > 20 else 2000) + short, 10)


def _short_year(match: re.Match[str], today: date | None) -> Interval:
    """'82 is the last such year before the report."""
    short = int(match["yy"])
    if today is None:
        return Interval()
    century = today.year // 100 * 100
    return years_of(century + short - (100 if century + short > today.year else 0), 1)
