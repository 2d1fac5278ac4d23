"""A report is dated by what is stated or printed, else by clues that agree, and never more finely than they allow."""

import pytest

from dragoman.model.report import Published
from dragoman.model.time import Precision
from dragoman.text.dating import Beside, date_report
from dragoman.text.printed_dates import printed_dates
from dragoman.text.sections import sections
from dragoman.text.stated_dates import stated_interval

HEAD = "Rebels free 30 prisoners in Ardana\n\n"
LEAD = "The Northern Front freed 30 prisoners on Tuesday, the group said in a statement from Ardana.\n\n"
REST = (
    "The army confirmed that the men had been handed over to the Red Cross near the river Sul, and said that it would"
    " free 50 fighters next Thursday if the Front kept its word and held its fire along the road to the south.\n\n"
)
COPYRIGHT = "Copyright 1999-2025 The Daily Example. All rights reserved.\n"


def dated(text: str, *, stated: str = "", address: str = "") -> Published:
    return date_report(text, sections(text), Beside(stated=stated, address=address))


@pytest.mark.parametrize(
    ("text", "stated", "address", "day", "basis"),
    [
        (HEAD + LEAD, "2025-06-03T08:00:00Z", "", "2025-06-03", "metadata"),
        (HEAD + LEAD, "", "https://example.org/2025/06/03/prisoners", "2025-06-03", "address"),
        (HEAD + LEAD, "", "https://example.org/world/2025/jun/03/prisoners", "2025-06-03", "address"),
        (HEAD + "Published June 3, 2025\n\n" + LEAD, "", "", "2025-06-03", "printed date"),
        (HEAD + "Tue 3 Jun 2025 10.15 BST\n\n" + LEAD, "", "", "2025-06-03", "printed date"),
        (HEAD + "PUBLISHED: JUNE 3, 2025\n\n" + LEAD, "", "", "2025-06-03", "printed date"),
        (HEAD + "Published 03/06/2025 14:30\n\n" + LEAD, "", "", "2025-06-03", "printed date"),
        (HEAD + "2025.06.03 14:30\n\n" + LEAD, "", "", "2025-06-03", "printed date"),
        (HEAD + "By Ann Lee | June 3, 2025\n\n" + LEAD, "", "", "2025-06-03", "printed date"),
        (HEAD + "By Ann Lee, June 3, 2025\n\n" + LEAD, "", "", "2025-06-03", "printed date"),
        (HEAD + "Posted by Ann Lee on June 3, 2025 at 8:15 pm\n\n" + LEAD, "", "", "2025-06-03", "printed date"),
        (HEAD + "ARDANA, June 3, 2025 (Reuters) - " + LEAD, "", "", "2025-06-03", "dateline"),
        (HEAD + "ARDANA, June 3 (Reuters) - " + LEAD + REST + COPYRIGHT, "", "", "2025-06-03", "dateline"),
        (
            HEAD + LEAD.replace("Tuesday", "Tuesday, June 3,") + REST + COPYRIGHT,
            "",
            "",
            "2025-06-03",
            "day in the lead",
        ),
        (HEAD + "getty_camp_060325112233\n\n" + LEAD + REST + COPYRIGHT, "", "", "2025-06-03", "image name"),
        (HEAD + "20250603_ardana_bridge.jpg\n\n" + LEAD, "", "", "2025-06-03", "image name"),
        (HEAD + "Image: ardana_bridge_20250603.jpg\n\n" + LEAD, "", "", "2025-06-03", "image name"),
    ],
)
def test_days(text: str, stated: str, address: str, day: str, basis: str) -> None:
    published = dated(text, stated=stated, address=address)
    assert (published.start, published.end, published.precision) == (day, day, Precision.DAY)
    assert published.basis.startswith(basis)


def test_the_basis_names_the_clues_that_agree() -> None:
    published = dated(HEAD + "getty_camp_060325112233\n\n" + LEAD + REST + COPYRIGHT)
    assert published.basis == "image name 3 Jun 2025; copyright year 2025 and weekday Tuesday agree"


def test_the_basis_names_the_clues_that_do_not_agree() -> None:
    basis = dated(HEAD + LEAD + REST + COPYRIGHT, stated="2023-01-05", address="https://example.org/2025/06/03/a").basis
    assert "but address 3 Jun 2025 and copyright year 2025 do not agree" in basis


def test_a_year_alone_gives_a_year_not_a_day() -> None:
    published = dated(HEAD + LEAD + REST + COPYRIGHT)
    assert (published.start, published.end) == ("2025-01-01", "2025-12-31")
    assert published.precision is Precision.YEAR


def test_looking_back_cuts_the_year() -> None:
    published = dated(HEAD + LEAD + "The town has been under siege since March 11.\n\n" + REST + COPYRIGHT)
    assert (published.start, published.end, published.precision) == ("2025-03-11", "2025-12-31", Precision.RANGE)


def test_an_old_picture_does_not_date_a_report() -> None:
    published = dated(HEAD + "getty_camp_060319112233\n\n" + LEAD + REST + COPYRIGHT)
    assert published.precision is Precision.YEAR
    assert "image name 3 Jun 2019 does not agree" in published.basis


def test_a_picture_of_sunday_under_news_of_monday_means_monday() -> None:
    text = HEAD + "getty_camp_060825112233\n\n" + LEAD.replace("Tuesday", "Monday") + REST + COPYRIGHT
    assert dated(text).start == "2025-06-09"


def test_digits_that_may_mean_two_days_give_none() -> None:
    text = HEAD + "getty_camp_060125112233\n\n" + LEAD.replace("Tuesday", "Monday") + REST + COPYRIGHT
    assert dated(text).precision is Precision.YEAR


def test_numbers_in_image_names_are_not_always_dates() -> None:
    assert dated(HEAD + "getty_camp_993377112233\n\n" + LEAD).precision is Precision.UNKNOWN


def test_dates_in_lists_of_other_reports_say_nothing() -> None:
    tail = "\nLatest News from The Daily Example\n\nPublished June 28, 2025\n\nStorm kills nine\nStorm kills nine\n"
    assert dated(HEAD + LEAD + REST + COPYRIGHT + tail).precision is Precision.YEAR


@pytest.mark.parametrize(
    "sentence",
    [
        "Tuesday was four years to the day since the war began in Ardana on 3 June 2021.",
        "The war, which began on June 3, 2021, entered its fifth year on Tuesday.",
        "Tuesday marked four years since the first shots were fired on 3 June 2021.",
    ],
)
def test_an_anniversary_told_as_news_dates_a_report_to_a_few_days(sentence: str) -> None:
    published = dated(HEAD + LEAD + sentence + "\n\n" + REST)
    assert (published.start, published.end, published.precision) == ("2025-06-03", "2025-06-05", Precision.RANGE)
    assert "an anniversary on Tuesday 3 Jun 2025" in published.basis


@pytest.mark.parametrize(
    "sentence",
    [
        "Friday was four years to the day since the war began in Ardana on 3 June 2021.",
        "Tuesday will be four years to the day since the war began in Ardana on 3 June 2021.",
        "The war began four years ago, on 3 June 2021, and the army spoke of it on Tuesday.",
    ],
)
def test_an_anniversary_that_does_not_fit_or_is_to_come_dates_nothing(sentence: str) -> None:
    assert dated(HEAD + LEAD + sentence + "\n\n" + REST).precision in (Precision.OPEN, Precision.UNKNOWN)


def test_nothing_known_is_said_to_be_unknown() -> None:
    assert dated(HEAD + LEAD) == Published()


@pytest.mark.parametrize(
    ("stated", "start", "end"),
    [
        ("2025-06", "2025-06-01", "2025-06-30"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("20250603", "2025-06-03", "2025-06-03"),
        ("Tue, 03 Jun 2025 10:00:00 GMT", "2025-06-03", "2025-06-03"),
        ("13/06/2025", "2025-06-13", "2025-06-13"),
        ("6/13/2025", "2025-06-13", "2025-06-13"),
    ],
)
def test_stated_dates(stated: str, start: str, end: str) -> None:
    interval = stated_interval(stated)
    assert interval is not None
    assert (interval.start, interval.end) == (start, end)


@pytest.mark.parametrize("stated", ["", "soon", "2025-13-01", "2025-02-30", "03/06/2025", "3 June"])
def test_what_is_no_date_or_not_one_date_is_not_guessed(stated: str) -> None:
    assert stated_interval(stated) is None


def test_printed_dates_are_found_whole() -> None:
    text = "On Tuesday, June 3, 2025, and since 11 March, in mid-May and in May, but in March 2,000 and he May 2."
    found = [text[date.start : date.end] for date in printed_dates(text)]
    assert found[:4] == ["Tuesday, June 3, 2025", "11 March", "mid-May", "in May"]
    assert "March 2" not in found
