"""When: each time that a report gives, as an interval of days."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from spacy.tokens import Doc, Token

from dragoman.extract.dates import calendar_dates
from dragoman.extract.found import Extractor, Found
from dragoman.extract.numerals import either
from dragoman.extract.relative import Reader, Told, readers
from dragoman.extract.spans_of_time import Anchor, anchor, calendar_interval, hull
from dragoman.model.event import TimeMention
from dragoman.model.time import Interval, Precision
from dragoman.text.lexicon import load, words
from dragoman.text.page import Page, Paragraph

_WEEKDAY_GROUPS = ("weekday", "into", "of")
_RELATIONS = ("since", "until", "before", "after")


def run(page: Page, found: Found) -> tuple[TimeMention, ...]:  # noqa: ARG001
    """All times of a report, in order of the text; relative ones are counted from its publication."""
    told = anchor(page.report.published)
    return tuple(m for paragraph in page.paragraphs for m in _read(page, paragraph, told))


def _read(page: Page, paragraph: Paragraph, told: Anchor) -> Iterator[TimeMention]:
    doc = paragraph.doc
    for start, end, when in sorted(_times(doc, told), key=lambda found: found[0]):
        relation = _relation(doc, start, end)
        if when.precision is Precision.RANGE and doc.text[:start].casefold().endswith("from "):
            relation = "at"
        span = page.cut(paragraph.start + start, paragraph.start + end)
        yield TimeMention(span, _open(when, relation), relation, named=when)


def _times(doc: Doc, told: Anchor) -> list[tuple[int, int, Interval]]:
    """Character ranges with their intervals, none overlapping another; earlier kinds win."""
    found: list[tuple[int, int, Interval]] = []
    for named in calendar_dates(doc.text):
        ahead = _looks_ahead(doc, named.start)
        found.append((named.start, named.end, calendar_interval(named, told.latest, ahead=ahead)))
    for pattern, read in readers():
        for match in pattern.finditer(doc.text):
            start, end = match.span()
            if any(start < e and s < end for s, e, _ in found) or _is_other(doc, match):
                continue
            found.append((start, end, _counted(read, match, told, ahead=_looks_ahead(doc, start))))
    return found


def _counted(read: Reader, match: re.Match[str], told: Anchor, *, ahead: bool) -> Interval:
    """A time counted from the report's day, or from each of a few such days.

    A past weekday is the last such day, one to come the first; other times ("yesterday") span all they may mean.
    """
    last = read(Told(match, told.day, told.latest, ahead))
    if told.first is None or told.first == told.day:
        return last
    first = read(Told(match, told.first, told.latest, ahead))
    if any(match.groupdict().get(group) for group in _WEEKDAY_GROUPS):
        return first if ahead else last
    return hull(first, last)


def _is_other(doc: Doc, match: re.Match[str]) -> bool:
    """Whether the words name something else ("Black Friday", the "Good Friday Agreement")."""
    before = doc.text[: match.start()].rsplit(None, 1)
    named = match.groupdict().get("weekday")
    if not named:
        return not re.search(r"[a-z]", match.group())
    previous = before[-1] if before else ""
    return previous in ("Black", "Good", "Bloody", "Holy", "Easter", "Super", "Cyber", "Palm", "Ash") or (
        bool(re.match(r" [A-Z][a-z]+ (?:Agreement|Accord|Times|Night Live)", doc.text[match.end() :]))
    )


def _looks_ahead(doc: Doc, start: int) -> bool:
    """Whether the clause around a time speaks of what is still to come, or the time is said to be a limit."""
    if re.search(r"\b(?:until|till|by|no later than)(?: the)? $", doc.text[:start], re.IGNORECASE):
        return not _told_as_past(doc, start)
    token = next((t for t in doc if t.idx + len(t.text) > start), None)
    if token is None:
        return False
    verb, steps = token, 0
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb and steps < _DEPTH:
        if verb.lemma_.lower() in ("planned", "scheduled", "upcoming", "expected", "forthcoming"):
            return True
        if any(
            c.lower_ in ("planned", "scheduled", "upcoming", "expected", "forthcoming", "due") for c in verb.children
        ):
            return True
        verb, steps = verb.head, steps + 1
    if verb.pos_ not in ("VERB", "AUX"):
        return False
    return _verb_looks_ahead(verb)


_DEPTH = 6


def _told_as_past(doc: Doc, start: int) -> bool:
    """Whether the verb before the time is in a past tense: "by Monday, twelve had died"."""
    verbs = [t for t in doc if t.sent.start_char <= start < t.sent.end_char and t.pos_ in ("VERB", "AUX")]
    return any(t.lower_ == "had" for t in verbs)


def _verb_looks_ahead(verb: Token) -> bool:
    modals = words("calendar", "modals")
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if any(c.lemma_.lower() in ("have",) for c in helpers):
        return False
    if any(c.lower_ in modals and c.lower_ != "to" for c in helpers):
        return True
    ahead = words("calendar", "ahead")
    if any(c.lower_ == "to" for c in helpers):
        # "agreed to meet on Thursday" and the headline "X to meet on Thursday" look ahead; "met to discuss" does not.
        if any(c.lemma_ == "have" for c in verb.head.children if c.dep_ == "aux"):
            return False
        return verb.dep_ in ("ROOT", "acl", "relcl") or verb.head.lemma_.lower() in ahead or verb.head.lemma_ == "be"
    if verb.tag_ in ("VBZ", "VBP") and verb.lemma_.lower() in words("calendar", "timetable"):
        return True
    planned = verb.lemma_.lower() in ("schedule", "plan", "slate", "expect", "due", "set", "await") and verb.tag_ in (
        "VBN",
        "VBG",
    )
    adjective = verb.lemma_ == "be" and any(c.lower_ in ("due", "scheduled", "set", "planned") for c in verb.children)
    progressive = verb.tag_ == "VBG" and any(c.lemma_ == "be" and c.tag_ in ("VBZ", "VBP") for c in helpers)
    return planned or adjective or progressive


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


TIMES = Extractor("times", "1", needs=(), yields="times", run=run)
