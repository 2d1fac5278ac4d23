"""Calendar dates in running text: which characters say a day, month, season or year, whatever the report's date."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from dragoman.extract.numerals import either
from dragoman.text.lexicon import load


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """Characters `[start, end)` that name a date; absent parts are None, `part` is early, mid, late or ""."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    season: str = ""
    part: str = ""
    decade: bool = False
    last_month: int | None = None


@cache
def months() -> dict[str, int]:
    """Month names and abbreviations in lower case to their numbers."""
    return {form: number for number, forms in enumerate(load("calendar")["months"], 1) for form in forms.split()}


@cache
def weekdays() -> dict[str, int]:
    """Weekday names and abbreviations in lower case to Monday-based numbers."""
    return {form: number for number, forms in enumerate(load("calendar")["weekdays"]) for form in forms.split()}


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Month names count only with a capital, so that "may" and "march" stay verbs; other words go either way."""
    names = [m for m in months() if not m.endswith(".")]
    upper = [m.upper() for m in names if m not in ("may", "mar", "march")]
    full = either([*(m.capitalize() for m in names if len(m) > 4 or m in ("may", "june", "july")), *upper])
    short = either(m.capitalize() for m in names if len(m) <= 4 and m not in ("may", "june", "july"))
    month, other = rf"(?P<month>(?:{full})\b|(?:{short})\b\.?)", rf"(?P<month2>(?:{full})\b|(?:{short})\b\.?)"
    weekday = rf"(?i:(?:(?:{either(weekdays())})\b\.?,? (?:the )?)?)"
    year = r"(?P<year>(?:1[5-9]|20)\d\d)(?!\d|[-/]\d{2}\b|,\d{3})"
    day, last = r"(?P<day>[12]\d|3[01]|0?[1-9])(?!\d)", r"(?P<last>[12]\d|3[01]|0?[1-9])(?!\d)"
    nth, dash = r"(?:st|nd|rd|th)?\b", r"\s?(?:-|–|to|and|through|until)\s?"
    part = rf"(?i:(?P<part>{either(_parts())})[-– ](?:in |of )?(?:the month of )?)"
    season = rf"(?i:(?P<season>{either(load('calendar')['seasons_named'])}))"
    sources = (
        r"(?<![\d-])(?P<year>(?:19|20)\d\d)-(?P<mm>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?!\d)",
        rf"\b{weekday}{month} {day}{nth}(?:{dash}(?:{other} )?{last}{nth}(?!,\d{{3}}|\s(?:people|percent)))?"
        rf"(?:,? ?{year})?(?![\d%:])",
        rf"\b{weekday}{day}{nth}(?:{dash}{last}{nth})? (?:of )?{month}(?:,? {year})?",
        rf"\b{part}?{month}(?:{dash}{other})?,? (?:of )?{year}",
        rf"\b{part}?{month}",
        rf"\b(?:the )?{part}?{season} (?:of )?{year}",
        r"\b(?:the )?(?:(?:early|late|mid)[- ])?(?P<decade>(?:1[5-9]|20)\d0)s\b",
        r"(?<![\d/])(?P<year>(?:19|20)\d\d)/(?P<mm>0[1-9]|1[0-2])/(?P<day>0[1-9]|[12]\d|3[01])(?![\d/])",
        r"(?<![\d/])(?P<day>1[3-9]|2\d|3[01])/(?P<mm>0?[1-9]|1[0-2])/(?P<year>(?:19|20)\d\d)(?!\d)",
        r"(?<![\d/])(?P<mm>0?[1-9]|1[0-2])/(?P<day>1[3-9]|2\d|3[01])/(?P<year>(?:19|20)\d\d)(?!\d)",
        r"(?<![\d.])(?P<day>0?[1-9]|[12]\d|3[01])\.(?P<mm>0?[1-9]|1[0-2])\.(?P<year>(?:19|20)\d\d)(?!\d)",
        rf"\b{part}?{year}(?!\s?(?:%|percent|km|-))(?![\w'])",
    )
    return tuple(re.compile(source) for source in sources)


@cache
def _parts() -> dict[str, str]:
    return {form: name for name in ("early", "mid", "late") for form in load("calendar")[name]}


@cache
def _context(heading: str) -> re.Pattern[str]:
    """What may stand right before a lone year, or before a month name that is also another word."""
    return re.compile(rf"(?<![\w-])(?:{either(load('calendar')[heading])})[- ]$|\w's $|[(,–-]\s?$", re.IGNORECASE)


# Most paragraphs hold neither a month nor a figure, and every date has one of them.
_MONTH = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEP|OCT|NOV|DEC)"
)
_DIGIT = re.compile(r"\d")


# Several extractors ask for the dates of one paragraph.
@lru_cache(maxsize=512)
def calendar_dates(text: str) -> tuple[CalendarDate, ...]:
    """All calendar dates of a text in order, none overlapping another."""
    found: list[CalendarDate] = []
    months_in, digits_in = _MONTH.search(text) is not None, _DIGIT.search(text) is not None
    for pattern in _patterns():
        named = "<month>" in pattern.pattern
        if not (months_in if named else digits_in):
            continue
        for match in pattern.finditer(text):
            if any(match.start() < f.end and f.start < match.end() for f in found) or not _is_date(text, match):
                continue
            found.append(_date(match))
    return tuple(sorted(found, key=lambda f: f.start))


def _is_date(text: str, match: re.Match[str]) -> bool:
    """Whether a lone year or an ambiguous month name is used as a date."""
    part = match.groupdict()
    before, after = text[: match.start()], text[match.end() :]
    alone = not any(part.get(k) for k in ("month", "mm", "season", "decade"))
    if alone:
        if part.get("part"):
            return True
        if re.match(
            r"[ ](?:[a-z]+ )?(?:people|troops|soldiers|civilians|men|women|children|dollars|euros|miles|[a-z]+ers)\b",
            after,
        ):
            return bool(re.search(r"\b(?:in|since|by|of) $", before, re.IGNORECASE))
        return bool(_context("before_year").search(before)) or not before.strip()
    if part.get("month") and not part.get("day") and not part.get("year") and not part.get("part"):
        plain = part["month"].casefold().rstrip(".")
        if plain in ("may", "march", "mar", "sun", "sat", "august", "jun", "dec", "apr", "jan"):
            return bool(_context("before_month").search(before)) and not re.match(r" [A-Z][a-z]+", after)
        return plain != "sept" or bool(_context("before_month").search(before))
    return True


def _date(match: re.Match[str]) -> CalendarDate:
    part = {k: v for k, v in match.groupdict().items() if v}
    month = months().get(part.get("month", "").casefold()) or (int(part["mm"]) if "mm" in part else None)
    year = part.get("year") or part.get("decade")
    return CalendarDate(
        start=match.start(),
        end=match.end(),
        year=int(year) if year else None,
        month=month,
        day=int(part["day"]) if "day" in part else None,
        last_day=int(part["last"]) if "last" in part else None,
        season=part.get("season", "").casefold(),
        part=_parts().get(part.get("part", "").casefold().rstrip("-"), ""),
        decade="decade" in part,
        last_month=months().get(part.get("month2", "").casefold()),
    )


def calendar_ranges(text: str) -> Iterator[tuple[int, int]]:
    """The characters of dates and of clock times, which count nothing."""
    yield from ((d.start, d.end) for d in calendar_dates(text))
    for match in _clock().finditer(text):
        yield match.span()


@cache
def _clock() -> re.Pattern[str]:
    zone = r"(?:local time|gmt|utc|et|est|edt|bst|cet|msk|pt|o'?clock)\b"
    return re.compile(
        rf"\b\d{{1,2}}(?:[:.]\d{{2}}){{0,2}} ?(?:[ap]\.m\.|[ap]m\b|hrs\b|{zone})(?: {zone})?"
        rf"|\b\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?!\d)|\b\d{{4}}(?: hours)? {zone}",
        re.IGNORECASE,
    )
