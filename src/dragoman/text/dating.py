"""The day on which a report was published: stated, printed or agreed on by clues; never more precise than they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from dragoman.model.report import Published, Section
from dragoman.model.time import Interval, Precision
from dragoman.text.anniversaries import anniversary_days
from dragoman.text.corrections import corrected_day
from dragoman.text.date_clues import (
    Clue,
    address_clue,
    copyright_clue,
    copyright_year,
    dateline_dates,
    day_of,
    image_days,
    next_weekday,
    past_dates,
    shown,
    stated_clue,
    visible_dates,
    weekday_dates,
)
from dragoman.text.printed_dates import WEEKDAYS, PrintedDate
from dragoman.text.settle import settle_together
from dragoman.text.week import NEWS_LAG_DAYS, news_days, news_weekday

__all__ = ["date_report", "settle_together"]

NEAR_DAYS = 1
IMAGE_LAG_DAYS = 3
# A bare month of the year's second part is often that of the year before; the first seven rarely are.
LAST_CERTAIN_MONTH = 7
Printed = tuple[str, PrintedDate]


@dataclass(frozen=True, slots=True)
class _Clues:
    firm: tuple[Clue, ...]
    yearless: tuple[Printed, ...]
    images: tuple[date, ...]
    year: int | None
    past: tuple[PrintedDate, ...]
    weekday: int | None
    anniversaries: tuple[date, ...]


def date_report(
    text: str, parts: Sequence[Section], *, stated: str = "", modified: str = "", address: str = "", rights: str = ""
) -> Published:
    """Date a report from what is stated (metadata), its address and its text; `parts` are the text's sections.

    `modified` is the time of the page's latest version, `rights` a copyright line that stands outside the text.
    """
    firm = [clue for clue in (stated_clue(stated), address_clue(address)) if clue is not None]
    clues = _collect(text, parts, firm, year=copyright_year(text, parts, rights=rights))
    days = [clue for clue in clues.firm if day_of(clue.interval) is not None]
    if days:
        return _corrected(_told(days[0], clues), modified, text, parts)
    window = _window(clues)
    return _image(clues, window) or _anniversary(clues, window) or _bounded(clues, window)


def _collect(text: str, parts: Sequence[Section], stated: Sequence[Clue], *, year: int | None) -> _Clues:
    firm = [*stated]
    yearless: list[Printed] = []
    for kind, printed in chain(visible_dates(text, parts), dateline_dates(text, parts), weekday_dates(text, parts)):
        interval = printed.interval(year)
        if interval is None or (printed.year is None and _misnamed(printed, interval)):
            yearless.append((kind, printed))
        else:
            firm.append(Clue(kind, interval, f"{kind} {shown(interval)}"))
    return _Clues(
        firm=tuple(firm),
        yearless=tuple(yearless),
        images=image_days(text, parts),
        year=year,
        past=tuple(past_dates(text, parts)),
        weekday=news_weekday(text, parts),
        anniversaries=anniversary_days(text, parts),
    )


def _told(chosen: Clue, clues: _Clues) -> Published:
    """A day that is stated or printed, with the clues that agree and those that do not."""
    day = day_of(chosen.interval)
    assert day is not None
    others = [clue for clue in clues.firm if clue.kind != chosen.kind]
    if clues.year is not None:
        others.append(copyright_clue(clues.year))
    for kind, printed in clues.yearless:
        interval = printed.interval(day.year)
        if interval is not None:
            others.append(Clue(kind, interval, f"{kind} {_bare(printed)}"))
    agree = [clue.words for clue in others if _meets(clue.interval, day)]
    against = [clue.words for clue in others if not _meets(clue.interval, day)]
    looked = [i.start for p in clues.past if p.year is not None and (i := p.interval()) is not None and i.start]
    later = max((d for d in map(date.fromisoformat, looked) if (d - day).days > NEAR_DAYS), default=None)
    if later is not None:
        against.append(f"a look back on {shown(_one(later))}")
    if clues.weekday is not None and (day.weekday() - clues.weekday) % 7 <= NEAR_DAYS:
        agree.append(f"weekday {WEEKDAYS[clues.weekday]}")
    return _published(chosen.interval, chosen.words, agree, against)


def _misnamed(printed: PrintedDate, interval: Interval) -> bool:
    """Whether the calendar gives the date another weekday than the one printed beside it."""
    day = day_of(interval)
    return day is not None and printed.weekday is not None and day.weekday() != printed.weekday


def _window(clues: _Clues) -> Interval | None:
    """The months or the year within which coarse clues put the report."""
    coarse = [clue.interval for clue in clues.firm]
    if clues.year is not None:
        coarse.append(copyright_clue(clues.year).interval)
    return coarse[0] if coarse else None


def _image(clues: _Clues, window: Interval | None) -> Published | None:
    """The day in an image's name, when the year or the weekday of the news bears it out and no other reading does."""
    fits = [day for day in clues.images if window is None or _meets(window, day)]
    agree = [clue.words for clue in clues.firm] + ([copyright_clue(clues.year).words] if clues.year else [])
    weekday = clues.weekday
    if weekday is None:
        alone = window is not None and len(fits) == 1
        return _published(_one(fits[0]), f"image name {shown(_one(fits[0]))}", agree) if alone else None
    lag = 0 if window is None else IMAGE_LAG_DAYS
    told = {day: later for day in fits if ((later := next_weekday(day, weekday)) - day).days <= lag}
    exact = [day for day, later in told.items() if day == later]
    # mmddyy comes first and is by far the commonest; where the news is of its very weekday, no other is looked for.
    if len(told) != 1 and not (len(exact) == 1 and exact[0] == fits[0]):
        return None
    day, later = (exact[0], exact[0]) if exact else next(iter(told.items()))
    name = f"image name {shown(_one(day))}"
    if day == later:
        return _published(_one(day), name, [*agree, f"weekday {WEEKDAYS[weekday]}"])
    return _published(_one(later), f"{name}, news of the {WEEKDAYS[weekday]} after", agree)


def _anniversary(clues: _Clues, window: Interval | None) -> Published | None:
    """The days right after an anniversary of which the report tells as news."""
    if len(clues.anniversaries) != 1 or (window is not None and not _meets(window, clues.anniversaries[0])):
        return None
    day = clues.anniversaries[0]
    gap = (clues.weekday - day.weekday()) % 7 if clues.weekday is not None else 0
    news = day + timedelta(days=gap if gap <= NEWS_LAG_DAYS else 0)
    agree = [clue.words for clue in clues.firm] + ([copyright_clue(clues.year).words] if clues.year else [])
    return _published(news_days(news), f"an anniversary on {WEEKDAYS[day.weekday()]} {shown(_one(day))}", agree)


def _corrected(told: Published, modified: str, text: str, parts: Sequence[Section]) -> Published:
    """The day of a corrected version instead of the first one."""
    if not modified or told.start is None:
        return told
    later = corrected_day(date.fromisoformat(told.start), modified, text, parts)
    if later is None:
        return told
    return _published(_one(later), f"modified {shown(_one(later))} with a note of the newsroom; first {told.basis}", [])


def _bounded(clues: _Clues, window: Interval | None) -> Published:
    """No day: the window, cut at the last date on which the text looks back."""
    told = [clue.words for clue in clues.firm] + ([copyright_clue(clues.year).words] if clues.year else [])
    told += [f"{kind} {_bare(printed)} without a year" for kind, printed in clues.yearless]
    against = [f"image name {shown(_one(day))}" for day in clues.images if window and not _meets(window, day)][:1]
    year = int(window.start[:4]) if window and window.start else None
    latest = max((start for p in clues.past if (start := _past_start(p, year))), default=None)
    if window is None:
        told += [f"looks back on {shown(_one(date.fromisoformat(latest)))}"] if latest else []
        interval = Interval(latest, None, Precision.OPEN) if latest else Interval()
        return _published(interval, "; ".join(told) or "no clue found", [], against)
    if latest is not None and (window.start or "") < latest <= (window.end or ""):
        told.append(f"looks back on {shown(_one(date.fromisoformat(latest)))}")
        window = Interval(latest, window.end, Precision.RANGE)
    return _published(window, "; ".join(told), [], against)


def _past_start(printed: PrintedDate, year: int | None) -> str | None:
    """The first day of a past date; a bare one counts for the window's year only when that is clear."""
    if printed.year is None and (year is None or printed.month > LAST_CERTAIN_MONTH):
        return None
    interval = printed.interval(year)
    return interval.start if interval else None


def _meets(interval: Interval, day: date) -> bool:
    if interval.start != interval.end:
        return interval.meets(_one(day))
    start, end = (date.fromordinal(day.toordinal() + step).isoformat() for step in (-NEAR_DAYS, NEAR_DAYS))
    return interval.meets(Interval(start, end))


def _one(day: date) -> Interval:
    return Interval(day.isoformat(), day.isoformat(), Precision.DAY)


def _bare(printed: PrintedDate) -> str:
    return f"{printed.day} {date(2000, printed.month, 1):%b}"


def _published(interval: Interval, told: str, agree: Sequence[str], against: Sequence[str] = ()) -> Published:
    basis = told
    if agree:
        basis += f"; {' and '.join(dict.fromkeys(agree))} {'agrees' if len(set(agree)) == 1 else 'agree'}"
    if against:
        basis += f"; but {' and '.join(dict.fromkeys(against))} {'does' if len(set(against)) == 1 else 'do'} not agree"
    return Published(interval.start, interval.end, interval.precision, basis)
