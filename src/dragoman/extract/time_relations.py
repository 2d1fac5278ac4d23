"""How a preposition relates to a time: since, until, before, after; and what interval that leaves open."""

import re
from datetime import date, timedelta
from functools import cache

from dragoman.extract.numerals import either
from dragoman.extract.time_drafts import TimeDraft
from dragoman.model.time import Interval, Precision
from dragoman.text.lexicon import load
from dragoman.text.parse import Doc

_RELATIONS = ("since", "until", "before", "after")
_WITHIN = re.compile(r"within\b|in (?:under|less)", re.IGNORECASE)
_EARLIER, _LATER = re.compile(r"\b(?:earlier|before)$"), re.compile(r"\b(?:later|after|afterwards)$")


@cache
def _preposition() -> re.Pattern[str]:
    groups = "|".join(rf"(?P<{name}>{either(load('calendar')[name])})" for name in _RELATIONS)
    return re.compile(rf"(?<![\w-])(?:{groups})(?: the)?\s+$", re.IGNORECASE)


def relation_of(doc: Doc, text: str, draft: TimeDraft) -> str:
    """How the preposition right before a time relates to it; "after Monday's attack" says nothing of Monday itself."""
    start, end = draft.start, draft.end
    found = _preposition().search(text, max(0, start - 25), start)
    words = text[start:end]
    if _WITHIN.match(words):
        return "until"
    if not draft.counted and (_EARLIER.search(words) or _LATER.search(words)):
        return "before" if _EARLIER.search(words) else "after"
    if not found or _qualifies(doc, text, end):
        return "at"
    relation = next(name for name in _RELATIONS if found[name])
    word = found[relation].casefold()
    # "from" and "to" give bounds only to days and dates, not to "from last week's talks" or "to this day".
    bare = text[max(0, start - 8) : start].casefold().endswith(("from ", "to ", "through "))
    return "at" if word in ("from", "to", "through") and not bare else relation


def _qualifies(doc: Doc, text: str, end: int) -> bool:
    """Whether the time only tells which thing is meant ("Monday's talks", "the June 2 meeting")."""
    if text.startswith(("'s ", "' "), end):
        return True
    following = doc.at(end + 1) if end + 1 < len(text) else None
    return (
        following is not None
        and following.idx == end + 1
        and following.pos_ in ("NOUN", "PROPN")
        and (following.dep_ not in ("npadvmod", "nsubj"))
    )


def opened(when: Interval, relation: str) -> Interval:
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
    return when


def _moved(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
