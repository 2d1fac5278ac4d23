"""A report of which no day is stated or printed: told by an image's name, an anniversary, or only within bounds."""

from datetime import date, timedelta

from dragoman.model.report import Published
from dragoman.model.time import Interval, Precision
from dragoman.text.basis import published
from dragoman.text.date_clues import day_of, next_weekday, shown
from dragoman.text.gathered import Gathered
from dragoman.text.printed_dates import WEEKDAYS, PrintedDate
from dragoman.text.week import NEWS_LAG_DAYS, news_days
from dragoman.text.weigh import meets, one_day

IMAGE_LAG_DAYS = 3
# A bare month of the year's second part is often that of the year before; the first seven rarely are.
LAST_CERTAIN_MONTH = 7


def date_without_day(clues: Gathered) -> Published:
    """The finest date that the clues allow, unknown where they tell nothing."""
    window = _window(clues)
    return _image(clues, window) or _anniversary(clues, window) or _bounded(clues, window)


def _window(clues: Gathered) -> Interval | None:
    """The months or the year within which coarse clues put the report: the first one, or a finer one within it."""
    window: Interval | None = None
    for clue in clues.coarse:
        if window is None or (clue.interval.within(window) and day_of(clue.interval) is None):
            window = clue.interval
    return window


def _agree(clues: Gathered, window: Interval | None) -> tuple[list[str], list[str]]:
    """In words the coarse clues that hold with the window, and those that do not."""
    held = [clue for clue in clues.coarse if window is None or clue.interval.meets(window)]
    return [clue.words for clue in held], [clue.words for clue in clues.coarse if clue not in held]


def _image(clues: Gathered, window: Interval | None) -> Published | None:
    """The day in an image's name, when the year or the weekday of the news bears it out and no other reading does."""
    fits = [day for day in clues.images if clues.possible(day) and (window is None or meets(window, day))]
    agree, against = _agree(clues, window)
    against += clues.against
    weekday = clues.weekday
    if weekday is None:
        alone = window is not None and len(fits) == 1
        return published(one_day(fits[0]), f"image name {shown(one_day(fits[0]))}", agree, against) if alone else None
    lag = 0 if window is None else IMAGE_LAG_DAYS
    told = {day: later for day in fits if ((later := next_weekday(day, weekday)) - day).days <= lag}
    exact = [day for day, later in told.items() if day == later]
    # mmddyy comes first and is by far the commonest; where the news is of its very weekday, no other is looked for.
    if len(told) != 1 and not (len(exact) == 1 and exact[0] == fits[0]):
        return None
    day, later = (exact[0], exact[0]) if exact else next(iter(told.items()))
    if not clues.allows(later):
        return None
    name = f"image name {shown(one_day(day))}"
    if day == later:
        return published(one_day(day), name, [*agree, f"weekday {WEEKDAYS[weekday]}"], against)
    return published(one_day(later), f"{name}, news of the {WEEKDAYS[weekday]} after", agree, against)


def _anniversary(clues: Gathered, window: Interval | None) -> Published | None:
    """The days right after an anniversary of which the report tells as news."""
    if len(clues.anniversaries) != 1 or (window is not None and not meets(window, clues.anniversaries[0])):
        return None
    day = clues.anniversaries[0]
    gap = (clues.weekday - day.weekday()) % 7 if clues.weekday is not None else 0
    days = news_days(day + timedelta(days=gap if gap <= NEWS_LAG_DAYS else 0))
    if clues.given.known and not days.within(clues.given):
        return None
    if not clues.possible(date.fromisoformat(days.start or "")):
        return None
    agree, against = _agree(clues, window)
    told = f"an anniversary on {WEEKDAYS[day.weekday()]} {shown(one_day(day))}"
    return published(days, told, agree, [*against, *clues.against])


def _bounded(clues: Gathered, window: Interval | None) -> Published:
    """No day: the window, cut at the last date on which the text looks back and at the last possible day."""
    told, against = _agree(clues, window)
    told += [f"{kind} {bare(printed)} without a year" for kind, printed in clues.yearless]
    against += [f"image name {shown(one_day(day))}" for day in clues.images if window and not meets(window, day)][:1]
    whole = window or Interval()
    start, end = whole.start, whole.end
    year = int(whole.start[:4]) if whole.start else None
    last = clues.bound.isoformat() if clues.bound is not None and not clues.given.known else None
    if last is not None and (start or "") <= last < (end or "~"):
        end = last
        told.append(clues.bounded_by)
    looked = [d for p in clues.past if (d := _past_start(p, year))]
    # A page may be added to, and births are dated too: a day told as past narrows a date, it makes none.
    told_of = [clues.told.isoformat()] if clues.told and (window is not None or clues.bound is not None) else []
    latest = max([*looked, *told_of], default=None)
    if latest is not None and (start or "") < latest <= (end or "~") and not clues.given.known:
        start = latest
        told.append(f"looks back on {shown(one_day(date.fromisoformat(latest)))}")
    interval = _cut(whole, start, end)
    return published(interval, "; ".join(told) or "no clue found", [], [*against, *clues.against])


def _cut(whole: Interval, start: str | None, end: str | None) -> Interval:
    if (start, end) == (whole.start, whole.end):
        return whole
    if start is not None and start == end:
        # The text looks back on the day of its capture: of that very day, by two clues that bound it on both sides.
        return Interval(start, end, Precision.DAY)
    return Interval(start, end, Precision.OPEN if None in (start, end) else Precision.RANGE)


def bare(printed: PrintedDate) -> str:
    """A printed day without its year."""
    return f"{printed.day} {date(2000, printed.month, 1):%b}"


def _past_start(printed: PrintedDate, year: int | None) -> str | None:
    """The first day of a past date; a bare one counts for the window's year only when that is clear."""
    if printed.year is None and (year is None or printed.month > LAST_CERTAIN_MONTH):
        return None
    interval = printed.interval(year)
    return interval.start if interval else None
