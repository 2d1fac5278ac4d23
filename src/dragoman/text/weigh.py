"""Clues weighed against each other and against what cannot be: which to believe, which to report as contradicted."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dragoman.model.time import Interval, Precision
from dragoman.text.date_clues import UPDATED, Clue, day_of, shown
from dragoman.text.stated_dates import exchanged

NEAR_DAYS = 1
# A page's metadata may be of a template or of its site, years before the text; news looks back on the last days too.
LONG_DAYS = 30
# Beyond these hours of the day in UTC it is another day somewhere people live.
EAST_FROM, WEST_UNTIL = 10, 12
GIVEN = "your word"
STATED = ("metadata", "feed")
PLACED = (*STATED, "address")


@dataclass(frozen=True, slots=True)
class Limits:
    """What bounds a date: when the page was captured, the latest day on which the text looks back, its weekday."""

    seen: date | None = None
    looks_back: date | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Weighed:
    """The clues that may be believed, the first one first, and in words those that may not."""

    clues: tuple[Clue, ...]
    refuted: tuple[str, ...] = ()


def weigh(clues: Sequence[Clue], limits: Limits) -> Weighed:
    """Drop what cannot be, read what can be read in two ways, and put first what is borne out.

    The user's word (`given`) is never dropped, and stays first.
    """
    refuted: list[str] = []
    kept: list[Clue] = []
    for clue in clues:
        reason = None if clue.kind == GIVEN else _refuted(clue, clues, limits)
        if reason:
            refuted.append(f"{clue.words}, {reason},")
        else:
            kept.append(clue)
    kept = [_read(clue, kept, limits) for clue in kept]
    kept = [_local(clue, kept) for clue in kept]
    doubted = _doubted(kept, limits)
    if doubted is not None:
        kept = [clue for clue in kept if clue is not doubted] + [doubted]
    return Weighed(tuple(clue for clue in kept if clue.sure or _borne_out(clue, kept)), tuple(refuted))


def meets(interval: Interval, day: date) -> bool:
    """Whether an interval holds a day; a single day also its neighbours."""
    if interval.start != interval.end:
        return interval.meets(one_day(day))
    start, end = (date.fromordinal(day.toordinal() + step).isoformat() for step in (-NEAR_DAYS, NEAR_DAYS))
    return interval.meets(Interval(start, end))


def one_day(day: date) -> Interval:
    """The interval of a single day."""
    return Interval(day.isoformat(), day.isoformat(), Precision.DAY)


def _refuted(clue: Clue, clues: Sequence[Clue], limits: Limits) -> str | None:
    """Why a clue cannot be, in words that follow the clue's own after a comma; None where it can."""
    readings = clue.others or (clue.interval,)
    starts = [date.fromisoformat(reading.start) for reading in readings if reading.start]
    if limits.seen and starts and min(starts) > limits.seen + timedelta(days=NEAR_DAYS):
        return f"after the capture on {shown(one_day(limits.seen))}"
    ends = [date.fromisoformat(reading.end) for reading in readings if reading.end]
    back = limits.looks_back
    long_before = back is not None and ends and max(ends) + timedelta(days=LONG_DAYS) < back
    # A page may be added to for months: two clues that agree are of its first day.
    if back and long_before and clue.kind in PLACED and not _borne_out(clue, [c for c in clues if c.kind != clue.kind]):
        return f"long before {shown(one_day(back))}, on which the text looks back"
    return None


def _read(clue: Clue, clues: Sequence[Clue], limits: Limits) -> Clue:
    """A clue whose figures allow several days, read as other clues tell; exchanged where only that meets them."""
    days = [day for other in clues if other is not clue and not other.others and (day := day_of(other.interval))]
    if clue.others:
        readings = [r for r in clue.others if _possible(r, limits)]
        fit = [r for r in readings if any(meets(r, day) for day in days)] or [
            r for r in readings if len(readings) > 1 and _on_weekday(r, limits.weekday)
        ]
        fit = fit if len(fit) == 1 else readings
        return replace(clue, interval=fit[0], others=()) if len(fit) == 1 else clue
    other_way = exchanged(clue.interval) if clue.kind in STATED else None
    if other_way is None or not days or any(meets(clue.interval, day) for day in days):
        return clue
    if not any(day == day_of(other_way) for day in days) or not _possible(other_way, limits):
        return clue
    return replace(clue, interval=other_way, words=f"{clue.words} with day and month exchanged", hour=None)


def _possible(reading: Interval, limits: Limits) -> bool:
    start = date.fromisoformat(reading.start) if reading.start else None
    return start is None or limits.seen is None or start <= limits.seen + timedelta(days=NEAR_DAYS)


def _on_weekday(reading: Interval, weekday: int | None) -> bool:
    day = day_of(reading)
    return weekday is not None and day is not None and (day.weekday() - weekday) % 7 <= NEAR_DAYS


def _local(clue: Clue, clues: Sequence[Clue]) -> Clue:
    """A time in UTC on the publisher's own day, where an address or a printed date tells it."""
    day = day_of(clue.interval)
    if clue.hour is None or day is None or clue.kind == GIVEN:
        return clue
    steps = ([-1] if clue.hour < WEST_UNTIL else []) + ([1] if clue.hour >= EAST_FROM else [])
    told = [d for other in clues if other.hour is None and other is not clue and (d := day_of(other.interval))]
    if not told or told[0] not in [day + timedelta(days=step) for step in steps]:
        return clue
    return replace(clue, interval=one_day(told[0]))


def _doubted(clues: Sequence[Clue], limits: Limits) -> Clue | None:
    """The first clue, where others agree against it, or where the page seems to state the day of its capture."""
    days = [(clue, day) for clue in clues if clue.sure and (day := day_of(clue.interval))]
    if len(days) < 2 or days[0][0].kind == GIVEN:
        return None
    (first, day), *rest = days
    others = [other for clue, other in rest if clue.kind not in (first.kind, UPDATED)]
    if not others or any(abs((other - day).days) <= NEAR_DAYS for other in others):
        return None
    agreed = len(others) > 1 and all(abs((other - others[0]).days) <= NEAR_DAYS for other in others)
    of_capture = limits.seen is not None and abs((limits.seen - day).days) <= NEAR_DAYS and others[0] < day
    return first if agreed or (of_capture and first.kind in STATED) else None


def _borne_out(clue: Clue, clues: Sequence[Clue]) -> bool:
    day = day_of(clue.interval)
    return day is not None and any(other.sure and other is not clue and meets(other.interval, day) for other in clues)
