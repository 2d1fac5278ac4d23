"""What a report lets one know of the day on which it was published, clue by clue."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.model.report import Section, SectionKind
from dragoman.model.time import Interval, Precision
from dragoman.text.address_dates import read_address
from dragoman.text.blocks import Block
from dragoman.text.furniture import is_date_line
from dragoman.text.opening import blocks_of, body_blocks, lead, report_dateline
from dragoman.text.printed_dates import PrintedDate, in_mixed_case, printed_dates, year_interval
from dragoman.text.stated_dates import StatedDate, hull, read_stated
from dragoman.text.week import AHEAD, news_weekday, sentences

_COPYRIGHT_YEARS = re.compile(
    r"(?:copyright|©|\(c\)).{0,80}?((?:19|20)\d{2})(?:\s*[-–—]\s*((?:19|20)\d{2}))?", re.IGNORECASE
)
_DIGITS = re.compile(r"(?<!\d)(?:(20\d{2})[-_]?(\d{2})[-_]?(\d{2})|(\d{2})(\d{2})(\d{2})(?:\d{4}|\d{6,8})?)(?!\d)")
# Looked at on dated news: a past verb before a bare month is no proof (elections and deadlines to come), these are.
_PAST = re.compile(
    r"(?:\b[Ss]ince|\b(?:[Ff]ollowing|[Pp]revious|[Pp]rior|[Ee]arlier)\b(?:[^,;:()]|,(?=\d)){0,70}\b(?:in|on|of))\s+$"
)
_TODAY = re.compile(r"\b(?:today|this (?:morning|afternoon|evening)) \($")
_UNTIL = re.compile(r"\b(?:by|until|till|through|for|before|on or about)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_HAPPENED = re.compile(r"\b(?:was|were|had|has been|have been|did|said|began|[a-z]{3,}ed)\b")
_NOTED = re.compile(r"\b(?:amended|corrected|edited|revised|updated|clarified|published|posted)\b", re.IGNORECASE)
_FIGURES = re.compile(r"(?<![\d/.-])\d{1,4}([/.-])\d{1,2}\1\d{2,4}(?![\d/-])")
_PUBLISHED = re.compile(r"(?:first |originally |last )?(?:published|posted|updated|issued)\b")
_SIGNED = re.compile(r"(?:By|From|Posted|Published|Updated|Written by)\b")
_ABOVE = (SectionKind.CREDIT, SectionKind.STANDFIRST)
_UPDATED = re.compile(r"(?:last )?updated\b(?!.*\bpublished\b)")
PRINTED, UPDATED = "printed date", "date of an update"
LEAD = "day in the lead"
TODAY = "today in the text"
LONGEST = 2000
SHORT_LINE, NEAR_LETTERS = 14, 40


@dataclass(frozen=True, slots=True)
class Clue:
    """A hint at the publication day: where it stands, the days it allows, and how it shows itself in a basis.

    `others` are all readings of figures whose order is not told, `hour` that of a time in UTC; a clue that is
    not `sure` counts only where another one agrees.
    """

    kind: str
    interval: Interval
    words: str
    others: tuple[Interval, ...] = ()
    hour: int | None = None
    sure: bool = True


def stated_clue(stated: str, kind: str) -> Clue | None:
    """What a user, a page's metadata or a feed states."""
    return _clue(read_stated(stated), kind, stated)


def address_clue(address: str) -> Clue | None:
    """The day or month in the path of an address."""
    return _clue(read_address(address), "address", "")


def _clue(told: StatedDate | None, kind: str, stated: str) -> Clue | None:
    if told is None:
        return None
    whole = hull(told.readings)
    if whole is None:
        return None
    clock = " UTC" if told.hour is not None else ""
    if told.others:
        either = " or ".join(shown(reading) for reading in told.readings)
        words = f"{kind} {' '.join(stated.split())[:40]} ({either})" if stated else f"{kind} {either}"
        return Clue(kind, whole, words, told.readings)
    return Clue(kind, told.interval, f"{kind} {shown(told.interval)}{clock}", hour=told.hour)


def visible_dates(text: str, parts: Sequence[Section]) -> Iterator[tuple[str, PrintedDate]]:
    """Dates on date lines above the first paragraph or behind a byline, or after `Published` outside other lists."""
    for block in date_lines(text, parts):
        for printed in printed_dates(in_mixed_case(block.words)):
            if printed.day is not None:
                yield UPDATED if _UPDATED.match(block.folded) else PRINTED, printed
    for block in _byline_lines(text, parts):
        yield from ((PRINTED, p) for p in printed_dates(in_mixed_case(block.words)) if p.day and p.year)


def _byline_lines(text: str, parts: Sequence[Section]) -> Iterator[Block]:
    """Short lines about the first paragraph that begin as bylines do."""
    top = [b for part in parts if part.kind in _ABOVE for b in blocks_of(text, part)]
    first = next((part.start for part in parts if part.kind is SectionKind.BODY), len(text))
    for block in [*(b for b in top if b.start < first), *lead(text, parts)]:
        if block.count <= SHORT_LINE and not block.ends_sentence and _SIGNED.match(in_mixed_case(block.words)):
            yield block


def figured_dates(text: str, parts: Sequence[Section]) -> Iterator[Clue]:
    """Dates in figures on date lines: `05/10/2031 14:30`."""
    for block in date_lines(text, parts):
        for found in _FIGURES.finditer(block.words):
            clue = _clue(read_stated(found.group()), PRINTED, found.group())
            if clue is not None:
                yield clue


def date_lines(text: str, parts: Sequence[Section]) -> list[Block]:
    """The report's own date lines, those that say `Published` first."""
    body = next((part.start for part in parts if part.kind is SectionKind.BODY), len(text))
    lines = [b for part in parts if part.kind is SectionKind.OTHER for b in blocks_of(text, part)]
    told = [b for b in lines if is_date_line(b) and (b.start < body or _PUBLISHED.match(b.folded))]
    return sorted(told, key=lambda b: not re.match(r"(?:first |originally )?(?:published|posted)", b.folded))


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
                yield LEAD, printed


def today_dates(text: str, parts: Sequence[Section]) -> Iterator[tuple[str, PrintedDate]]:
    """Days printed behind their `today`, as sites with readers everywhere write: `said today (June 2)`."""
    for block in body_blocks(text, parts):
        for printed in printed_dates(block.words):
            if printed.day is not None and _TODAY.search(
                block.words[max(0, printed.start - NEAR_LETTERS) : printed.start]
            ):
                yield TODAY, printed


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


def last_day_told(text: str, parts: Sequence[Section]) -> date | None:
    """The latest day printed with its year of which the body tells as past; None without one.

    A day in an article's own notes is that of a later version.
    """
    told = [s for b in body_blocks(text, parts) for s in sentences(b.words) if len(s) <= LONGEST]
    past = [s for s in told if not AHEAD.search(s) and not _NOTED.search(s) and _HAPPENED.search(s)]
    days = [
        day
        for sentence in past
        for printed in printed_dates(sentence)
        if printed.year and (interval := printed.interval()) and (day := day_of(interval))
        if not _UNTIL.search(sentence[: printed.start])
    ]
    return max(days, default=None)


def shown(interval: Interval) -> str:
    """`2 Jun 2025`, `May 2025`, `2025`, two ends, or `by 2 Jun 2025` where only the end is known."""
    start = date.fromisoformat(interval.start) if interval.start else None
    if start is None:
        last = date.fromisoformat(interval.end) if interval.end else None
        return f"by {last.day} {last:%b} {last.year}" if last else "unknown"
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
