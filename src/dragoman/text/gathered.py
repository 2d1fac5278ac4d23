"""All clues to the day of one report, gathered from its text and from what is said beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from dragoman.model.report import Section
from dragoman.model.time import Interval
from dragoman.text.address_dates import archived
from dragoman.text.anniversaries import anniversary_days
from dragoman.text.date_clues import (
    LEAD,
    Clue,
    address_clue,
    copyright_clue,
    copyright_year,
    dateline_dates,
    day_of,
    figured_dates,
    image_days,
    last_day_told,
    past_dates,
    shown,
    stated_clue,
    today_dates,
    visible_dates,
    weekday_dates,
)
from dragoman.text.printed_dates import PrintedDate
from dragoman.text.stated_dates import stated_interval
from dragoman.text.week import news_weekday
from dragoman.text.weigh import GIVEN, NEAR_DAYS, Limits, one_day, weigh

Printed = tuple[str, PrintedDate]


@dataclass(frozen=True, slots=True)
class Beside:
    """What is said of a report's date beside its text, each as stated and "" for unsaid.

    `given` is the user's word and stands above all; `stated` the page's own metadata, `hinted` the feed's or archive's
    around it; `modified` the time of the latest version, `seen` that of the capture, by which it was published;
    `rights` a copyright line that stands outside the text.
    """

    given: str = ""
    stated: str = ""
    hinted: str = ""
    modified: str = ""
    address: str = ""
    rights: str = ""
    seen: str = ""


@dataclass(frozen=True, slots=True)
class Gathered:
    """Clues that may be believed (`firm`, best first), in words those that may not, and what stands beside them.

    `past` are dates on which the text looks back, `told` is the last day of which it tells as past;
    `bound` is the last possible day, told by the capture or by the time of a page's latest version (`bounded_by`).
    """

    firm: tuple[Clue, ...]
    yearless: tuple[Printed, ...] = ()
    images: tuple[date, ...] = ()
    year: int | None = None
    past: tuple[PrintedDate, ...] = ()
    told: date | None = None
    weekday: int | None = None
    anniversaries: tuple[date, ...] = ()
    against: tuple[str, ...] = ()
    bound: date | None = None
    bounded_by: str = ""

    @property
    def given(self) -> Interval:
        """What the user says, unknown where that is nothing."""
        return self.firm[0].interval if self.firm and self.firm[0].kind == GIVEN else Interval()

    @property
    def coarse(self) -> tuple[Clue, ...]:
        """The firm clues and the copyright's year."""
        return (*self.firm, copyright_clue(self.year)) if self.year is not None else self.firm

    def allows(self, day: date) -> bool:
        """Whether a day is one of those that the user gives, if any are given."""
        if not self.given.known:
            return True
        return any(reading.meets(one_day(day)) for reading in self.firm[0].others or (self.given,))

    def possible(self, day: date) -> bool:
        """Whether a day is not after the last possible one."""
        return self.bound is None or day <= self.bound + timedelta(days=NEAR_DAYS)


def gather(text: str, parts: Sequence[Section], beside: Beside) -> Gathered:
    """Every clue, weighed against the others."""
    year = copyright_year(text, parts, rights=beside.rights)
    sure, yearless = _printed(text, parts, year)
    stated = [
        stated_clue(beside.given, GIVEN),
        stated_clue(beside.stated, "metadata"),
        stated_clue(beside.hinted, "feed"),
    ]
    past, weekday = tuple(past_dates(text, parts)), news_weekday(text, parts)
    captured = _last_day(beside.seen or archived(beside.address)[1])
    back = max((day for p in past if p.year is not None and (day := _first_day(p))), default=None)
    back = back if captured is None or back is None or back <= captured else None
    firm = [clue for clue in (*stated, address_clue(beside.address)) if clue is not None]
    weighed = weigh([*firm, *sure], Limits(captured, back, weekday))
    bound, name = min(_bounds(captured, _last_day(beside.modified)), default=(None, ""))
    return Gathered(
        firm=weighed.clues,
        yearless=tuple(yearless),
        images=image_days(text, parts),
        year=year,
        past=past,
        told=last_day_told(text, parts),
        weekday=weekday,
        anniversaries=anniversary_days(text, parts),
        against=weighed.refuted,
        bound=bound,
        bounded_by=f"{name} {shown(one_day(bound))}" if bound is not None else "",
    )


def _printed(text: str, parts: Sequence[Section], year: int | None) -> tuple[list[Clue], list[Printed]]:
    """Days printed with their year, or in that of the copyright; and those that remain without one."""
    firm = [*figured_dates(text, parts)]
    yearless: list[Printed] = []
    dates = (clue(text, parts) for clue in (visible_dates, dateline_dates, today_dates, weekday_dates))
    for kind, printed in chain.from_iterable(dates):
        interval = printed.interval(year)
        if interval is None or (printed.year is None and _misnamed(printed, interval)):
            yearless.append((kind, printed))
        else:
            # News gives the year of a day gone by, seldom that of its own.
            sure = kind != LEAD or printed.year is None or printed.year == year
            firm.append(Clue(kind, interval, f"{kind} {shown(interval)}", sure=sure))
    return firm, yearless


def _misnamed(printed: PrintedDate, interval: Interval) -> bool:
    """Whether the calendar gives the date another weekday than the one printed beside it."""
    day = day_of(interval)
    return day is not None and printed.weekday is not None and day.weekday() != printed.weekday


def _bounds(captured: date | None, modified: date | None) -> list[tuple[date, str]]:
    return [(day, name) for day, name in ((captured, "captured"), (modified, "modified")) if day is not None]


def _last_day(stated: str) -> date | None:
    interval = stated_interval(stated)
    return date.fromisoformat(interval.end) if interval is not None and interval.end else None


def _first_day(printed: PrintedDate) -> date | None:
    interval = printed.interval()
    return date.fromisoformat(interval.start) if interval is not None and interval.start else None
