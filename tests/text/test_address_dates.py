"""Addresses give the day or month that their site puts there, and numbers that only look like dates give none."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.time import Precision
from dragoman.text.address_dates import archived, read_address

SITE = "https://news.example.org"


@pytest.mark.parametrize(
    "path",
    [
        "/2031/10/05/talks-resume",
        "/world/2031/10/5/talks-resume.html",
        "/world/2031/oct/05/talks-resume",
        "/world/2031/October/5/talks-resume",
        "/News/2031/Oct-05/248567-talks.ashx",
        "/news/2031-10-05/talks-resume.html",
        "/news/2031-10/05/c_1310218.htm",
        "/a/203110/05/WS5f7a.html",
        "/news/2031/1005/506786-talks/",
        "/20311005/talks-resume",
        "/news/talks-resume-20311005.html",
        "/news/talks-resume-20311005093043.html",
        "/article/us-talks-idKBN20311005",
        "/2031/10/311005-talks-resume/",
        "/releases/2031/10/311005095539.htm",
        "/news/talks-resume-october-5-2031",
        "/news/talks-resume-5-october-2031.html",
        "/news/talks-resume-5oct2031",
        "/2031_10_05/talks",
        "/news/2031.10.05/talks",
        "/talks-resume-2031-10-05?page=2#top",
        "/world%2F2031/10/05/talks",
    ],
)
def test_days(path: str) -> None:
    told = read_address(SITE + path)
    assert told is not None
    assert (told.interval.start, told.interval.end, told.others) == ("2031-10-05", "2031-10-05", ())


@pytest.mark.parametrize("path", ["/talks-13-10-2031", "/10/13/2031/talks", "/talks_13.10.2031.html"])
def test_figures_whose_order_is_clear(path: str) -> None:
    told = read_address(SITE + path)
    assert told is not None
    assert [reading.start for reading in told.readings] == ["2031-10-13"]


def test_figures_whose_order_is_not_clear_have_two_readings() -> None:
    told = read_address(SITE + "/talks-resume-05-10-2031")
    assert told is not None
    assert {reading.start for reading in told.readings} == {"2031-10-05", "2031-05-10"}


@pytest.mark.parametrize(
    "path", ["/2031/10/talks-resume", "/world/2031/oct/talks", "/news/2031-10-talks-resume.html", "/10/2031/talks"]
)
def test_months(path: str) -> None:
    told = read_address(SITE + path)
    assert told is not None
    assert (told.interval.start, told.interval.precision) == ("2031-10-01", Precision.MONTH)


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/news/talks-26366332",
        "/story/20311005",
        "/story/20311305/talks",
        "/id/201910051234567/talks",
        "/talks-agenda-2031",
        "/elections/2031/",
        "/plan-2030-for-peace",
        "/what-happened-on-october-7-2023",
        "/since-the-attack-of-7-october-2023",
        "/talks?date=2031-10-05",
        "/talks#2031-10-05",
        "/1404/07/13/talks",
        "/2574/10/05/talks",
        "/2031/13/45/talks",
    ],
)
def test_numbers_that_are_no_day_of_publication(path: str) -> None:
    assert read_address(SITE + path) is None


@pytest.mark.parametrize(
    "address",
    [
        "https://web.archive.org/web/20311009101500/https://news.example.org/2031/10/05/talks",
        "https://web.archive.org/web/20311009101500id_/https://news.example.org/2031/10/05/talks",
    ],
)
def test_an_archives_own_stamp_is_the_time_of_capture(address: str) -> None:
    told = read_address(address)
    assert told is not None
    assert told.interval.start == "2031-10-05"
    assert archived(address) == ("https://news.example.org/2031/10/05/talks", "20311009101500")


def test_broken_addresses_are_left_alone() -> None:
    for address in ("http://[::1/2031/10/05/", "not an address", "//", "http://", "\x00/%zz"):
        assert read_address(address) is None or read_address(address) is not None


@given(
    st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["/{:%Y/%m/%d}/x", "/x-{:%Y%m%d}", "/{:%Y-%m-%d}-x", "/{:%Y/%b/%d}/x"]),
)
def test_what_is_written_into_an_address_is_read_from_it(day: date, form: str) -> None:
    told = read_address(SITE + form.format(day))
    assert told is not None
    assert told.interval.start == told.interval.end == day.isoformat()


@given(st.text(max_size=200))
def test_no_address_is_too_strange(address: str) -> None:
    told = read_address(f"https://a.example/{address}")
    assert told is None or told.interval.known


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_an_article_number_that_is_a_date_is_not_believed(day: date) -> None:
    assert read_address(f"{SITE}/story/{day:%Y%m%d}") is None
