"""What a report lets one know of the day on which it was published, clue by clue."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.model.report import Section, SectionKind
from dragoman.model.time import Interval, Precision
from dragoman.text.furniture import is_date_line
from dragoman.text.opening import blocks_of, body_blocks, lead, report_dateline
from dragoman.text.printed_dates import PrintedDate, printed_dates, stated_interval, year_interval
from dragoman.text.week import AHEAD, news_weekday, sentences

_ADDRESS_DAY = re.compile(r"(?<!\d)((?:19|20)\d{2})([/_-])(\d{1,2}|[a-z]{3})\2(\d{1,2})(?=[/_.-]|$)", re.IGNORECASE)
_ADDRESS_COMPACT = re.compile(r"(?<!\d)(20\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")
_ADDRESS_MONTH = re.compile(r"/((?:19|20)\d{2})/(\d{1,2}|[a-z]{3})/", re.IGNORECASE)
_COPYRIGHT_YEARS = re.compile(
    r"(?:copyright|©|\(c\)).{0,80}?((?:19|20)\d{2})(?:\s*[-–—]\s*((?:19|20)\d{2}))?", re.IGNORECASE
)
_DIGITS = re.compile(r"(?<!\d)(?:(20\d{2})[-_]?(\d{2})[-_]?(\d{2})|(\d{2})(\d{2})(\d{2})(?:\d{4}|\d{6,8})?)(?!\d)")
# Looked at on dated news: a past verb before a bare month is no proof (elections and deadlines to come), these are.
_PAST = re.compile(
    r"(?:\b[Ss]ince|\b(?:[Ff]ollowing|[Pp]revious|[Pp]rior|[Ee]arlier)\b(?:[^,;:()]|,(?=\d)){0,70}\b(?:in|on|of))\s+$"
)


LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Clue:
    """A hint at the publication day: where it stands, the days it allows, and how it shows itself in a basis."""

    kind: str
    interval: Interval
    words: str


def stated_clue(stated: str) -> Clue | None:
    """What a sidecar, a table or a page's metadata says."""
    interval = stated_interval(stated)
    return None if interval is None else Clue("metadata", interval, f"metadata {shown(interval)}")


def address_clue(address: str) -> Clue | None:
    """The day or month in the path of an address."""
    for pattern in (_ADDRESS_DAY, _ADDRESS_COMPACT, _ADDRESS_MONTH):
        found = pattern.search(address)
        if found:
            parts = [part for part in found.groups() if part not in ("/", "-", "_")]
            month = parts[1] if parts[1].isdigit() else _month_number(parts[1])
            interval = stated_interval("-".join([parts[0], month.zfill(2), *(p.zfill(2) for p in parts[2:])]))
            if interval is not None:
                return Clue("address", interval, f"address {shown(interval)}")
    return None


def visible_dates(text: str, parts: Sequence[Section]) -> Iterator[tuple[str, PrintedDate]]:
    """Dates on date lines above the first paragraph, or after `Published` anywhere outside lists of other reports."""
    body = next((part.start for part in parts if part.kind is SectionKind.BODY), len(text))
    lines = [b for part in parts if part.kind is SectionKind.OTHER for b in blocks_of(text, part)]
    for block in sorted(lines, key=lambda b: not re.match(r"(?:first |originally )?(?:published|posted)", b.folded)):
        told = re.match(r"(?:first |originally |last )?(?:published|posted|updated|issued)\b", block.folded)
        if is_date_line(block) and (told or block.start < body):
            for printed in printed_dates(block.words):
                if printed.day is not None:
                    yield "printed date", printed


def dateline_dates(text: str, parts: Sequence[Section]) -> Iterator[tuple[str, PrintedDate]]:
    """The day in the dateline."""
    found = report_dateline(text, parts)
    yield from (("dateline", printed) for printed in printed_dates(found.day if found else ""))


def weekday_dates(text: str, parts: Sequence[Section]) -> Iterator[tuple[str, PrintedDate]]:
    """Days printed beside their weekday in the first paragraphs: `Monday, June 2`."""
    for block in lead(text, parts):
        for printed in printed_dates(block.words):
            named = printed.weekday is not None and printed.day is not None
            before = block.words[: printed.start]
            if named and not AHEAD.search(before) and not re.search(r"\bby (?:the )?$", before):
                yield "day in the lead", printed


def image_days(text: str, parts: Sequence[Section]) -> tuple[date, ...]:
    """Every day that the digits in an image's name may mean (yyyymmdd, mmddyy, ddmmyy, yymmdd), each once."""
    days: dict[date, None] = {}
    for part in parts:
        if part.kind is not SectionKind.CAPTION:
            continue
        for block in blocks_of(text, part):
            # `Image: NAME.jpg`: what follows the label is a name only where nothing else does.
            if " " not in block.words.rpartition(": ")[2]:
                days |= dict.fromkeys(day for found in _DIGITS.finditer(block.words) for day in _readings(found))
    return tuple(days)


def copyright_year(text: str, parts: Sequence[Section], *, rights: str = "") -> int | None:
    """The latest year of the copyright lines of the text.

    That of the page (`rights`) may be the year in which the page was saved: it counts only where a dateline's day
    falls in it on the weekday of the news; a year later it falls on the next one.
    """
    lines = [text[part.start : part.end] for part in parts if part.kind is SectionKind.COPYRIGHT]
    year = max((year for line in lines for year in _years(line)), default=None)
    weekday = news_weekday(text, parts)
    if year is not None or weekday is None:
        return year
    printed = [p for _, p in dateline_dates(text, parts) if p.year is None and p.day is not None]
    days = [day for year in _years(rights) for p in printed if (i := p.interval(year)) and (day := day_of(i))]
    return next((day.year for day in days if day.weekday() == weekday), None)


def _years(line: str) -> list[int]:
    """The later year of every copyright that a line claims."""
    return [max(int(year) for year in found if year) for found in _COPYRIGHT_YEARS.findall(line)]


def copyright_clue(year: int) -> Clue:
    """The copyright year as a clue."""
    return Clue("copyright year", year_interval(year), f"copyright year {year}")


def past_dates(text: str, parts: Sequence[Section]) -> Iterator[PrintedDate]:
    """Dates on which the body looks back: after `since` or `the previous ... in`, with no word of the future."""
    for block in body_blocks(text, parts):
        for sentence in sentences(block.words):
            if len(sentence) > LONGEST or AHEAD.search(sentence):
                continue
            for printed in printed_dates(sentence):
                opening = re.match(r"(?:in|since|last|until|during)\s+", sentence[printed.start :], re.IGNORECASE)
                if _PAST.search(sentence[: printed.start + (opening.end() if opening else 0)]):
                    yield printed


def shown(interval: Interval) -> str:
    """`2 Jun 2025`, `May 2025`, `2025`, or two ends."""
    start = date.fromisoformat(interval.start) if interval.start else None
    if start is None:
        return "unknown"
    if interval.precision is Precision.YEAR:
        return str(start.year)
    if interval.precision is Precision.MONTH:
        return f"{start:%b} {start.year}"
    end = date.fromisoformat(interval.end) if interval.end else None
    if end == start:
        return f"{start.day} {start:%b} {start.year}"
    return f"{start.day} {start:%b} {start.year} to " + (f"{end.day} {end:%b} {end.year}" if end else "open")


def day_of(interval: Interval) -> date | None:
    """The one day of an interval, None when it spans more."""
    single = interval.start is not None and interval.start == interval.end
    return date.fromisoformat(interval.start) if single and interval.start else None


def _month_number(word: str) -> str:
    names = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
    return str(names.index(word.casefold()) + 1) if word.casefold() in names else "0"


def _readings(found: re.Match[str]) -> Iterator[date]:
    if found[1]:
        orders = [(int(found[1]), int(found[2]), int(found[3]))]
    else:
        one, two, three = (int(found[n]) for n in (4, 5, 6))
        orders = [(2000 + three, one, two), (2000 + three, two, one), (2000 + one, two, three)]
    for year, month, day in orders:
        try:
            yield date(year, month, day)
        except ValueError:
            continue


def next_weekday(day: date, weekday: int) -> date:
    """The first day with this weekday on or after a day."""
    return day + timedelta(days=(weekday - day.weekday()) % 7)
