"""When a corrected report came out again: by the time that its page gives, where the text says that it was changed."""

from collections.abc import Sequence
from datetime import date, timedelta

from dragoman.model.report import Section, SectionKind
from dragoman.text.date_clues import day_of
from dragoman.text.furniture import is_note
from dragoman.text.opening import blocks_of
from dragoman.text.stated_dates import stated_interval
from dragoman.text.week import weekdays

# A week later its weekdays would mean other days than those on which it was written.
LATEST = timedelta(days=6)


def corrected_day(first: date, modified: str, text: str, parts: Sequence[Section]) -> date | None:
    """The day of the corrected version, at most six days after the first; None where the first day stands.

    Pages are saved anew for many reasons: only a newsroom's own note tells of another version, and a weekday of the
    text that falls between the two days would change its meaning.
    """
    interval = stated_interval(modified)
    later = day_of(interval) if interval is not None else None
    if later is None or not first < later <= first + LATEST or not _noted(text, parts):
        return None
    between = {(first + timedelta(days=step)).weekday() for step in range(1, (later - first).days + 1)}
    return None if any(day.weekday in between and day.ahead is not True for day in weekdays(text, parts)) else later


def _noted(text: str, parts: Sequence[Section]) -> bool:
    return any(is_note(block) for part in parts if part.kind is SectionKind.OTHER for block in blocks_of(text, part))
