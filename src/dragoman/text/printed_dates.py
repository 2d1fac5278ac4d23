"""Dates as news prints them, found in any text; no guess of what is not printed."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dragoman.model.time import Interval, Precision

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTH_NAMES = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_WEEKDAY = r"(?:(?P<weekday>Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b[.,]?\s+(?:the\s+)?(?:\()?)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![:.]\d|,\d{3}|\d)"
_YEAR = r"(?P<year>(?:19|20)\d{2})(?!\d)"
_FORMS = tuple(
    re.compile(form)
    for form in (
        r"(?<![\d/-])(?P<year>(?:19|20)\d{2})-(?P<number>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?!\d)",
        rf"{_WEEKDAY}\b{_MONTH}\s+{_DAY}(?:,?\s+{_YEAR})?",
        rf"{_WEEKDAY}(?<![\d.:])\b{_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?",
        rf"\b(?P<part>[Ee]arly|[Mm]id|[Ll]ate)?[ -]?{_MONTH},?\s+(?:of\s+)?{_YEAR}",
        rf"\b(?P<part>early|mid|late)[ -]{_MONTH}\b",
        rf"\b(?:[Ii]n|[Ss]ince|last|[Uu]ntil|[Dd]uring)\s+{_MONTH}\b(?!\s+\d)",
    )
)
# Most sentences name no month: one look tells, before six forms are tried.
_MAYBE = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|\d{4}-\d")
_PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """What is printed at `[start, end)`: year, day and weekday (0 is Monday) are None and part is "" when left out."""

    start: int
    end: int
    year: int | None
    month: int
    day: int | None
    weekday: int | None = None
    part: str = ""

    def interval(self, year: int | None = None) -> Interval | None:
        """The days meant, in the year printed or else in the year given; None without a year or for no such day."""
        year = self.year or year
        if year is None:
            return None
        length = monthrange(year, self.month)[1]
        if self.day is not None:
            if not 1 <= self.day <= length:
                return None
            day = date(year, self.month, self.day).isoformat()
            return Interval(day, day, Precision.DAY)
        first, last = _PARTS.get(self.part, (1, length))
        precision = Precision.PART_OF_MONTH if self.part else Precision.MONTH
        return Interval(
            date(year, self.month, first).isoformat(), date(year, self.month, min(last, length)).isoformat(), precision
        )


def printed_dates(text: str) -> Iterator[PrintedDate]:
    """Every date printed in a text, the longest reading of each, in order."""
    if not _MAYBE.search(text):
        return
    found: list[PrintedDate] = []
    taken = bytearray(len(text))
    for form in _FORMS:
        for match in form.finditer(text):
            printed = _read(match)
            if printed is not None and not any(taken[printed.start : printed.end]):
                taken[printed.start : printed.end] = b"\x01" * (printed.end - printed.start)
                found.append(printed)
    yield from sorted(found, key=lambda printed: printed.start)


def in_mixed_case(line: str) -> str:
    """A line set in capitals as it would stand in a sentence (`OCT 5, 2031`), every character in its place."""
    return re.sub(r"\b[A-Z]{3,}\b", lambda word: word[0].capitalize(), line)


def weekday_number(word: str) -> int | None:
    """0 for Monday or Mon, 6 for Sunday, None for any other word."""
    return next((n for n, name in enumerate(WEEKDAYS) if name[:3].casefold() == word[:3].casefold()), None)


def month_number(word: str) -> int | None:
    """1 for January or Jan, 12 for December, None for any other word."""
    folded = word.casefold().rstrip(".")
    return next(
        (n for n, name in enumerate(_MONTH_NAMES, start=1) if len(folded) > 2 and name.startswith(folded)), None
    )


def year_interval(year: int) -> Interval:
    """The whole of a year."""
    return Interval(f"{year}-01-01", f"{year}-12-31", Precision.YEAR)


def _read(match: re.Match[str]) -> PrintedDate | None:
    groups = match.groupdict()
    name = groups.get("month")
    month = month_number(name[:3]) if name else int(groups["number"])
    day = int(groups["day"]) if groups.get("day") else None
    if month is None or (day is not None and not 1 <= day <= 31):
        return None
    return PrintedDate(
        start=match.start(),
        end=match.end(),
        year=int(groups["year"]) if groups.get("year") else None,
        month=month,
        day=day,
        weekday=weekday_number(groups["weekday"]) if groups.get("weekday") else None,
        part=(groups.get("part") or "").casefold(),
    )
