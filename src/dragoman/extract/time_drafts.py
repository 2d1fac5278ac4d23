"""A time read in a paragraph, before it becomes a time of the report."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from dragoman.model.event import TimeSort
from dragoman.model.time import Interval


@dataclass(frozen=True, slots=True)
class TimeDraft:
    """A time at characters `[start, end)` of a paragraph; `counted` where it is counted from another time told."""

    start: int
    end: int
    interval: Interval = field(default_factory=Interval)
    clock: str = ""
    sort: TimeSort = TimeSort.NAMED
    period: str = ""
    counted: bool = False


def is_free(found: Iterable[TimeDraft], start: int, end: int) -> bool:
    """Whether no time was read yet in a range of characters."""
    return not any(start < draft.end and draft.start < end for draft in found)
