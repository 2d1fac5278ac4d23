"""When: each time that a report gives, as an interval of days."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache, partial

from spacy.tokens import Doc

from dragoman.extract.back_times import back_times, gaps
from dragoman.extract.clock_days import with_clocks
from dragoman.extract.dates import CalendarDate, calendar_dates
from dragoman.extract.found import Extractor, Found
from dragoman.extract.lengths_of_time import length_of
from dragoman.extract.long_times import long_times
from dragoman.extract.loose_times import loose_times
from dragoman.extract.numerals import either
from dragoman.extract.outlook import is_next, looks_ahead
from dragoman.extract.parts_of_times import parts_of_times
from dragoman.extract.periods import iso_period
from dragoman.extract.relative import Relative, Told, relatives
from dragoman.extract.spans_of_time import Anchor, anchor, calendar_interval, hull
from dragoman.extract.time_drafts import TimeDraft, is_free
from dragoman.model.event import TimeMention, TimeSort
from dragoman.model.time import Interval, Precision
from dragoman.text.lexicon import load
from dragoman.text.page import Page, Paragraph

_WEEKDAY_GROUPS = ("weekday", "into", "of")
_RELATIONS = ("since", "until", "before", "after")


def run(page: Page, found: Found) -> tuple[TimeMention, ...]:  # noqa: ARG001
    """All times of a report, in order of the text; relative ones are counted from its publication."""
    told = anchor(page.report.published)
    mentions: list[TimeMention] = []
    before: Sequence[TimeDraft] = ()
    for paragraph in page.paragraphs:
        before = _drafts(paragraph.doc, before, told)
        mentions += (_mention(page, paragraph, draft) for draft in before)
    return tuple(mentions)


def _mention(page: Page, paragraph: Paragraph, draft: TimeDraft) -> TimeMention:
    doc = paragraph.doc
    relation = "at" if draft.counted or draft.sort is not TimeSort.NAMED else _relation(doc, draft.start, draft.end)
    if draft.interval.precision is Precision.RANGE and doc.text[: draft.start].casefold().endswith("from "):
        relation = "at"
    return TimeMention(
        span=page.cut(paragraph.start + draft.start, paragraph.start + draft.end),
        interval=_open(draft.interval, relation),
        relation=relation,
        named=draft.interval,
        clock=draft.clock,
        sort=draft.sort,
        period=draft.period,
    )


def _drafts(doc: Doc, before: Sequence[TimeDraft], told: Anchor) -> list[TimeDraft]:
    """The times of a paragraph in order, none overlapping another; earlier kinds win. `before`: the one before it."""
    text = doc.text
    found = list(parts_of_times(text, [], told, partial(is_next, doc)))
    found += long_times(text, found, told.latest)
    for named in calendar_dates(text):
        if is_free(found, named.start, named.end):
            found.append(TimeDraft(named.start, named.end, _of_calendar(doc, named, told)))
    for relative in relatives():
        for match in relative.pattern.finditer(text):
            if is_free(found, *match.span()) and not _is_other(doc, match):
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


def _is_other(doc: Doc, match: re.Match[str]) -> bool:
    """Whether the words name something else ("Black Friday", the "Good Friday Agreement"), or a day that recurs."""
    before = doc.text[: match.start()].rsplit(None, 1)
    named = match.groupdict().get("weekday")
    if not named:
        if _NAME.search(doc.text[: match.start()]) and match.group()[0].isupper():
            return True
        return not re.search(r"[a-z]", match.group()) or _SAME.search(doc.text, 0, match.start()) is not None
    previous = before[-1] if before else ""
    return (
        previous in ("Black", "Good", "Bloody", "Holy", "Easter", "Super", "Cyber", "Palm", "Ash")
        or previous.casefold() in ("every", "each")
        or bool(re.match(r" [A-Z][a-z]+ (?:Agreement|Accord|Times|Night Live)", doc.text[match.end() :]))
    )


# "USA Today" and "This Morning" are names; a sentence may begin with "Today".
_NAME = re.compile(r"[A-Z]\w* $")
_SAME = re.compile(r"\bsame (?:period|month|quarter|week|time|day)(?: of| in)?(?: the)? $", re.IGNORECASE)


@cache
def _preposition() -> re.Pattern[str]:
    groups = "|".join(rf"(?P<{name}>{either(load('calendar')[name])})" for name in _RELATIONS)
    return re.compile(rf"(?<![\w-])(?:{groups})(?: the)?\s+$", re.IGNORECASE)


def _relation(doc: Doc, start: int, end: int) -> str:
    """How the preposition right before a time relates to it; "after Monday's attack" says nothing of Monday itself."""
    found = _preposition().search(doc.text, max(0, start - 25), start)
    if re.match(r"within\b|in (?:under|less)", doc.text[start:end], re.IGNORECASE):
        return "until"
    if re.search(r"\b(?:earlier|before)$", doc.text[start:end]) and not re.search(r"\bago$", doc.text[start:end]):
        return "before"
    if re.search(r"\b(?:later|after|afterwards)$", doc.text[start:end]):
        return "after"
    if not found or _qualifies(doc, end):
        return "at"
    relation = next(name for name in _RELATIONS if found[name])
    word = found[relation].casefold()
    # "from" and "to" give bounds only to days and dates, not to "from last week's talks" or "to this day".
    if (
        word in ("from", "to", "through")
        and re.search(r"(?:from|to|through) $", doc.text[:start], re.IGNORECASE) is None
    ):
        return "at"
    return relation


def _qualifies(doc: Doc, end: int) -> bool:
    """Whether the time only tells which thing is meant ("Monday's talks", "the June 2 meeting")."""
    if doc.text.startswith(("'s ", "' "), end):
        return True
    following = next((t for t in doc if t.idx >= end), None)
    return (
        following is not None
        and following.idx == end + 1
        and following.pos_ in ("NOUN", "PROPN")
        and (following.dep_ not in ("npadvmod", "nsubj"))
    )


def _open(when: Interval, relation: str) -> Interval:
    """The interval that lies since, until, before or after the time."""
    if not when.known or when.precision is Precision.OPEN:
        return when
    if relation == "since" and when.start:
        return Interval(when.start, None, Precision.OPEN)
    if relation == "until" and when.end:
        return Interval(when.start if when.precision is Precision.RANGE else None, when.end, Precision.OPEN)
    if relation == "before" and when.start:
        return Interval(None, _moved(when.start, -1), Precision.OPEN)
    if relation == "after" and when.end:
        return Interval(_moved(when.end, 1), None, Precision.OPEN)
    return replace(when)


def _moved(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


TIMES = Extractor("times", "2", needs=(), yields="times", run=run)
