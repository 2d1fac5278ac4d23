"""The day of a clock time: that right beside it, else that told last, else the report's own."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.extract.clocks import clocks
from dragoman.extract.spans_of_time import Anchor, one_day
from dragoman.extract.time_drafts import TimeDraft, is_free
from dragoman.model.time import Interval, Precision

_NEAR = 24
_FINE = frozenset({Precision.DAY, Precision.NIGHT})


def with_clocks(text: str, found: Sequence[TimeDraft], before: Sequence[TimeDraft], told: Anchor) -> list[TimeDraft]:
    """The times of a paragraph with its clock times; one that stands right beside its day is one time with it."""
    kept = sorted(found, key=lambda draft: draft.start)
    for start, end, clock in clocks(text):
        if not is_free(kept, start, end):
            continue
        beside = next((d for d in kept if _beside(text, d, start, end)), None)
        if beside is not None and not beside.clock[:1].isdigit():
            kept.remove(beside)
            hour = _in_part(clock, beside.clock)
            kept.append(replace(beside, start=min(start, beside.start), end=max(end, beside.end), clock=hour))
        else:
            kept.append(TimeDraft(start, end, _day(start, kept, before, told), clock=clock))
    return kept


def _in_part(clock: str, part: str) -> str:
    """The hour in the part of the day that is said beside it: "6 o'clock this evening" is 18:00."""
    hour = int(clock[:2])
    return f"{hour + 12}{clock[2:]}" if part in ("afternoon", "evening", "night") and hour < 12 else clock


def _beside(text: str, day: TimeDraft, start: int, end: int) -> bool:
    """Whether a day stands right after the clock time or right before it ("6pm Friday", "Monday, 09:00 GMT")."""
    if day.interval.precision is not Precision.DAY:
        return False
    between = text[end : day.start] if day.start >= end else text[day.end : start]
    return between == " " if day.start >= end else between in (" ", " at ")


def _day(start: int, found: Sequence[TimeDraft], before: Sequence[TimeDraft], told: Anchor) -> Interval:
    """The day right after a clock time or told last before it, here or in the paragraph before; else the report's."""
    after = next((d for d in found if 0 <= d.start - start < _NEAR and d.interval.precision is Precision.DAY), None)
    if after is not None:
        return after.interval
    here = [d for d in found if d.start <= start and d.interval.precision in _FINE]
    earlier = here or [d for d in before if d.interval.precision in _FINE]
    if earlier:
        return max(earlier, key=lambda draft: draft.start).interval
    return one_day(told.day) if told.day and told.first in (None, told.day) else Interval()
