"""When: each time that a report gives, as an interval of days."""

import re
from collections.abc import Sequence
from functools import partial

from dragoman.extract.back_times import back_times, gaps
from dragoman.extract.clock_days import with_clocks
from dragoman.extract.dates import CalendarDate, calendar_dates
from dragoman.extract.found import Extractor, Found
from dragoman.extract.lengths_of_time import length_of
from dragoman.extract.long_times import long_times
from dragoman.extract.loose_times import loose_times
from dragoman.extract.outlook import is_next, looks_ahead
from dragoman.extract.parts_of_times import parts_of_times
from dragoman.extract.periods import iso_period
from dragoman.extract.relative import Told
from dragoman.extract.relative_words import Relative, relatives
from dragoman.extract.spans_of_time import Anchor, anchor, calendar_interval, hull
from dragoman.extract.time_drafts import TimeDraft, is_free
from dragoman.extract.time_relations import opened, relation_of
from dragoman.model.event import TimeMention, TimeSort
from dragoman.model.time import Interval, Precision
from dragoman.text.lexicon import load
from dragoman.text.page import Page, Paragraph
from dragoman.text.parse import Doc

# Hyphens of print ("mid‑April") as the plain one, one character for one.
_HYPHENS = str.maketrans("‐‑", "--")
_WEEKDAY_GROUPS = ("weekday", "into", "of")


def run(page: Page, found: Found) -> tuple[TimeMention, ...]:  # noqa: ARG001
    """All times of a report, in order of the text; relative ones are counted from its publication."""
    told = anchor(page.report.published)
    mentions: list[TimeMention] = []
    before: Sequence[TimeDraft] = ()
    for paragraph in page.paragraphs:
        text = paragraph.doc.text.translate(_HYPHENS)
        before = _drafts(paragraph.doc, text, before, told)
        mentions += (_mention(page, paragraph, text, draft) for draft in before)
    return tuple(mentions)


def _mention(page: Page, paragraph: Paragraph, text: str, draft: TimeDraft) -> TimeMention:
    named = draft.sort is TimeSort.NAMED
    relation = relation_of(paragraph.doc, text, draft) if named else "at"
    if draft.interval.precision is Precision.RANGE and text[: draft.start].casefold().endswith("from "):
        relation = "at"
    return TimeMention(
        span=page.cut(paragraph.start + draft.start, paragraph.start + draft.end),
        interval=opened(draft.interval, relation),
        relation=relation,
        named=draft.interval,
        clock=draft.clock,
        sort=draft.sort,
        period=draft.period,
    )


def _drafts(doc: Doc, text: str, before: Sequence[TimeDraft], told: Anchor) -> list[TimeDraft]:
    """The times of a paragraph in order, none overlapping another; earlier kinds win. `before`: the one before it."""
    found = list(parts_of_times(text, [], told, partial(is_next, doc)))
    found += long_times(text, found, told.latest)
    for named in calendar_dates(text):
        if is_free(found, named.start, named.end):
            found.append(TimeDraft(named.start, named.end, _of_calendar(doc, named, told)))
    plain = text.casefold()
    for relative in relatives():
        if not any(hint in plain for hint in relative.hints):
            continue
        for match in relative.pattern.finditer(text):
            if is_free(found, *match.span()) and not _is_other(match):
                found.append(_relative(doc, relative, match, told))
    found += back_times(text, found, before, told)
    found += gaps(text, found)
    found = with_clocks(text, found, before, told)
    found += loose_times(text, found)
    return sorted(found, key=lambda draft: draft.start)


def _of_calendar(doc: Doc, named: CalendarDate, told: Anchor) -> Interval:
    """The interval of a date; without a year, of the next one where the clause looks ahead or it is far nearer."""
    if named.year or told.latest is None:
        return calendar_interval(named, told.latest, ahead=False)
    coming = calendar_interval(named, told.latest, ahead=True)
    if is_next(doc, named.start, coming, told.day):
        return coming
    return calendar_interval(named, told.latest, ahead=False)


def _relative(doc: Doc, relative: Relative, match: re.Match[str], told: Anchor) -> TimeDraft:
    when = _counted(relative, match, told, ahead=looks_ahead(doc, match.start()))
    period = ""
    if relative.lasts:
        length = length_of(match)
        period = iso_period(length.number, length.unit)
    clock = _part_of_day(match) if when.precision is Precision.DAY else ""
    return TimeDraft(*match.span(), interval=when, period=period, clock=clock)


def _part_of_day(match: re.Match[str]) -> str:
    last = match.group().split()[-1].casefold()
    if " hours of " in match.group():
        return "morning"
    return last if last in load("calendar")["day_parts"] else ""


def _counted(relative: Relative, match: re.Match[str], told: Anchor, *, ahead: bool) -> Interval:
    """A time counted from the report's day, or from each of a few such days.

    A past weekday is the last such day, one to come the first; other times ("yesterday") span all they may mean.
    """
    last = relative.read(Told(match, told.day, told.latest, ahead))
    if told.first is None or told.first == told.day:
        return last
    first = relative.read(Told(match, told.first, told.latest, ahead))
    if any(match.groupdict().get(group) for group in _WEEKDAY_GROUPS):
        return first if ahead else last
    return hull(first, last)


def _is_other(match: re.Match[str]) -> bool:
    """Whether the words name something else ("Black Friday", the "Good Friday Agreement"), or a day that recurs."""
    text = match.string
    before = text[max(0, match.start() - 40) : match.start()].rsplit(None, 1)
    named = match.groupdict().get("weekday")
    if not named:
        if _NAME.search(text, 0, match.start()) and match.group()[0].isupper():
            return True
        return not re.search(r"[a-z]", match.group()) or _SAME.search(text, 0, match.start()) is not None
    previous = before[-1] if before else ""
    return (
        previous in ("Black", "Good", "Bloody", "Holy", "Easter", "Super", "Cyber", "Palm", "Ash")
        or previous.casefold() in ("every", "each")
        or bool(re.match(r" [A-Z][a-z]+ (?:Agreement|Accord|Times|Night Live)", text[match.end() :]))
    )


# "USA Today" and "This Morning" are names; a sentence may begin with "Today".
_NAME = re.compile(r"[A-Z]\w* $")
_SAME = re.compile(r"\bsame (?:period|month|quarter|week|time|day)(?: of| in)?(?: the)? $", re.IGNORECASE)


TIMES = Extractor("times", "2", needs=(), yields="times", run=run)
