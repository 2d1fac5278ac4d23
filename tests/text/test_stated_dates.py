"""Stated dates are read in every form in which they come, on their own clock, and never in two ways at once."""

from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.time import Precision
from dragoman.text.stated_dates import exchanged, read_stated, stated_interval


@pytest.mark.parametrize(
    ("stated", "day", "hour"),
    [
        ("2031-10-05", "2031-10-05", None),
        ("2031-10-05T23:30:00Z", "2031-10-05", 23),
        ("2031-10-05T23:30:00+00:00", "2031-10-05", 23),
        ("2031-10-05 23:30:00.123 UTC", "2031-10-05", 23),
        ("2031-10-05T23:30:00-05:00", "2031-10-05", None),
        ("2031-10-05T01:30:00+0900", "2031-10-05", None),
        ("20311005T013000Z", "2031-10-05", 1),
        ("20311005", "2031-10-05", None),
        ("20311005013000", "2031-10-05", 1),
        ("2031/10/5", "2031-10-05", None),
        ("5.10.2031", "2031-10-05", None),
        ("05.10.31", "2031-10-05", None),
        ("13/10/2031", "2031-10-13", None),
        ("10/13/31", "2031-10-13", None),
        ("Sun, 05 Oct 2031 23:30:00 GMT", "2031-10-05", 23),
        ("Sun, 05 Oct 31 23:30 EST", "2031-10-05", None),
        ("05 Oct 2031 01:30:00 +0300", "2031-10-05", None),
        ("5-Oct-31", "2031-10-05", None),
        ("Sunday, October 5th, 2031 at 8:15 pm EDT", "2031-10-05", None),
        ("Published on 5 October 2031", "2031-10-05", None),
        ("1948930200", "2031-10-05", 1),
        ("1948930200.5", "2031-10-05", 1),
        ("1948930200000", "2031-10-05", 1),
        ("1948930200000000", "2031-10-05", 1),
    ],
)
def test_forms(stated: str, day: str, hour: int | None) -> None:
    told = read_stated(stated)
    assert told is not None
    assert (told.interval.start, told.interval.end, told.others, told.hour) == (day, day, (), hour)


@pytest.mark.parametrize(
    "stated",
    [
        "1453-03-20",
        "13/07/1410",
        "2574-10-05",
        "1410/07/13",
        "12 Rabi al-Awwal 1453",
        "Reiwa 13",
        "today",
        "2 hours ago",
        "",
        "5 October",
        "31/31/2031",
        "2031-02-30",
        "0000-00-00",
        "00/00/0000",
        "2031-00-10",
        "-62135596800",
        "1e9",
        "0",
    ],
)
def test_other_calendars_and_no_dates_are_left_alone(stated: str) -> None:
    assert read_stated(stated) is None


@pytest.mark.parametrize(
    ("stated", "days"),
    [
        ("05/10/2031", {"2031-10-05", "2031-05-10"}),
        ("05-10-2031", {"2031-10-05", "2031-05-10"}),
        ("05/10/31", {"2031-10-05", "2031-05-10"}),
    ],
)
def test_figures_that_may_mean_two_days_mean_neither_yet(stated: str, days: set[str]) -> None:
    told = read_stated(stated)
    assert told is not None
    assert {reading.start for reading in told.readings} == days
    assert stated_interval(stated) is None


def test_day_and_month_are_exchanged_only_where_that_gives_another_day() -> None:
    swapped = exchanged(read_stated("2031-10-05").interval)  # type: ignore[union-attr]
    assert swapped is not None
    assert swapped.start == "2031-05-10"
    assert exchanged(read_stated("2031-10-13").interval) is None  # type: ignore[union-attr]
    assert exchanged(read_stated("2031-10-10").interval) is None  # type: ignore[union-attr]


MOMENTS = st.datetimes(datetime(1975, 1, 1), datetime(2099, 12, 30))


@given(MOMENTS, st.integers(-12, 14))
def test_a_stamps_own_local_day_is_its_day(moment: datetime, offset: int) -> None:
    local = moment.replace(tzinfo=timezone(timedelta(hours=offset)))
    for stamp in (local.isoformat(), format_datetime(local.replace(microsecond=0))):
        told = read_stated(stamp)
        assert told is not None
        assert told.interval.start == moment.date().isoformat()
        assert (told.hour is None) == (offset != 0)


@given(st.datetimes(datetime(2002, 1, 1), datetime(2099, 12, 30), timezones=st.just(UTC)))
def test_epochs_are_read_in_utc(moment: datetime) -> None:
    for stamp in (str(int(moment.timestamp())), str(int(moment.timestamp()) * 1000)):
        told = read_stated(stamp)
        assert told is not None
        assert told.hour is not None


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_a_printed_date_round_trips(day: date) -> None:
    for printed in (f"{day.day} {day:%B %Y}", f"{day:%A, %B} {day.day}, {day.year}", f"{day:%b} {day.day}, {day.year}"):
        interval = stated_interval(printed)
        assert interval is not None
        assert (interval.start, interval.precision) == (day.isoformat(), Precision.DAY)


@given(st.text(max_size=60))
def test_nothing_stated_is_too_strange(stated: str) -> None:
    told = read_stated(stated)
    assert told is None or told.interval.known
