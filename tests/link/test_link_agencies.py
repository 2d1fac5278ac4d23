"""Who supplied a report's text: its byline, dateline, credit and copyright lines, and no other mention."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.link.agencies import agency_of, credit_of, credited_passages, named_in
from dragoman.model.report import Report
from dragoman.text.outlets import Outlet, Outlets
from dragoman.text.sections import byline, sections

HEAD = "Rebels free 30 prisoners in Ardana\n\n"
LEAD = "The Northern Front freed 30 prisoners on Tuesday near the town of Ardana, the group said in a statement.\n\n"
MORE = "Talks go on in the capital, where envoys of both sides met for a third day without any sign of a deal.\n\n"


def made(text: str, outlet: str = "Ardana Post", signed: str = "", credit: str = "", owner: str = "") -> Report:
    parts = sections(HEAD + text)
    return Report(
        id="r-1",
        path_or_url="a.txt",
        text=HEAD + text,
        text_sha256="",
        outlet=outlet,
        owner=owner,
        byline=signed or byline(HEAD + text, parts),
        sections=parts,
        credit=credit,
    )


@pytest.mark.parametrize(
    ("above", "below", "agency"),
    [
        ("By Reuters\n\n", "", "Reuters"),
        ("By MATTHEW ROE, Associated Press\n\n", "", "Associated Press"),
        ("ARDANA (AP) — ", "", "Associated Press"),
        ("ARDANA, June 3 (Xinhua) -- ", "", "Xinhua"),
        ("Dec 29 (Reuters) - ", "", "Reuters"),
        ("(CNN) — ", "", "CNN"),
        ("ARDANA - (IPS) - ", "", "Inter Press Service"),
        ("", "Source: AFP", "Agence France-Presse"),
        ("", "(Reuters)", "Reuters"),
        ("", "(Reporting by Jane Doe; Editing by John Roe)", ""),
        ("", "Copyright 2025 The Associated Press. All rights reserved.", "Associated Press"),
        ("", "©2025 Los Angeles Times. Distributed by Tribune Content Agency, LLC.", "Los Angeles Times"),
        ("", "This article was originally published on ProPublica.", "ProPublica"),
        ("", "This report by The Canadian Press was first published June 3, 2025.", "Canadian Press"),
        (
            "",
            "(This story has not been edited by our staff and comes from a syndicated feed - PTI)",
            "Press Trust of India",
        ),
        ("Ardana (AFP) – ", "", "Agence France-Presse"),
        ("Port Sul, Ardana, June 3 (AP) - ", "", "Associated Press"),
        ("Ardana (Florida) - ", "", ""),
        ("The Ardana council (PA) – which met on Monday – said so. ", "", ""),
        ("Port Authority (PA) - ", "", ""),
        ("North Relief Council (NRC) – ", "", ""),
        ("", "With inputs from ANI", ""),
        ("", "The Associated Press contributed to this report.", ""),
        ("", "Jane Doe is a former Reuters correspondent.", ""),
        ("", "This article was produced with support of the Thomson Reuters Foundation.", ""),
        ("", "(This article was updated with a statement provided by AP.)", ""),
        ("", "Our report was published after an inquiry by AFP.", ""),
        ("", "Source: Ardana Post, AFP", ""),
        ("", "© 2025 Ardana Post. All rights reserved.", ""),
        ("", "This story was first published in June 2020.", ""),
        ("© AFP\n\n", "", ""),
        ("Jane Doe/Reuters\n\n", "", ""),
        ("Photo: Reuters\n\n", "", ""),
    ],
)
def test_the_lines_of_a_report_name_its_supplier_or_nobody(above: str, below: str, agency: str) -> None:
    assert agency_of(made(above + LEAD + MORE + below)) == agency


@pytest.mark.parametrize("sign", [" (Reuters)", " — Reuters", " [Reuters]"])
def test_the_last_words_may_be_the_agencys_sign(sign: str) -> None:
    assert agency_of(made(LEAD + MORE.strip() + sign)) == "Reuters"
    assert agency_of(made(LEAD.strip() + sign + "\n\n" + MORE)) == ""


@pytest.mark.parametrize(
    ("signed", "agency"),
    [
        ("Jane Doe AP", "Associated Press"),
        ("Jane Doe, The Guardian", "The Guardian"),
        ("Bloomberg", "Bloomberg"),
        ("AFP and Jane Doe", ""),
        ("Jane Doe and agencies", ""),
        ("AFP, Reuters", ""),
        ("Ardana Post with AP", ""),
        ("Michael Bloomberg", ""),
        ("Petra Novak", ""),
        ("Reuters:", ""),
    ],
)
def test_a_byline_of_an_agency_alone_makes_the_whole_its_text(signed: str, agency: str) -> None:
    assert agency_of(made(LEAD + MORE, signed=signed)) == agency


def test_what_the_page_states_outside_its_text_counts_and_has_no_span() -> None:
    credit = credit_of(made(LEAD + MORE, credit="AFP"))
    assert credit is not None
    assert (credit.name, credit.span) == ("Agence France-Presse", None)


def test_a_credit_says_through_which_words_it_was_known() -> None:
    credit = credit_of(made("CAPE ARDANA (AP) — " + LEAD + MORE))
    assert credit is not None
    assert credit.span is not None
    assert (credit.by, credit.span.exact, credit.span.start) == ("dateline", "AP", len(HEAD) + len("CAPE ARDANA ("))


def test_no_house_is_supplied_by_itself_or_by_its_own_family() -> None:
    assert agency_of(made("ARDANA (AP) — " + LEAD, outlet="Associated Press")) == ""
    assert agency_of(made("ARDANA (AP) — " + LEAD, outlet="AP News")) == ""
    assert agency_of(made(LEAD, outlet="Daily Mirror", signed="Jane Doe, Daily Express")) == ""


def test_a_picture_credit_between_paragraphs_is_no_credit_of_the_text() -> None:
    assert agency_of(made(LEAD + "ASSOCIATED PRESS.\n\n" + MORE)) == ""


def test_a_users_agency_is_known_like_the_others() -> None:
    table = Outlets((Outlet("Corsair Wire", agency=True, aliases=("Corsair",)),))
    assert agency_of(made(LEAD + MORE, signed="By Corsair"), table) == "Corsair Wire"
    assert agency_of(made(LEAD + MORE, signed="By Reuters"), table) == ""


def test_single_paragraphs_of_an_agency_are_told_from_the_rest() -> None:
    report = made(LEAD + MORE.strip() + " (AFP)\n\nVELM (Reuters) - Two bridges fell into the river.\n\n" + MORE)
    assert agency_of(report) == ""
    found = [(name, span.exact[:12]) for name, span in credited_passages(report)]
    assert found == [("Agence France-Presse", "Talks go on "), ("Reuters", "VELM (Reuter")]
    assert credited_passages(made(LEAD + MORE + "The Port Authority (PA) – a body of the city – said so.")) == ()
    assert credited_passages(made(LEAD + MORE + "Port Authority (PA) – Nobody else has a say.")) == ()


def test_a_report_that_is_an_agencys_as_a_whole_has_no_single_passages() -> None:
    assert credited_passages(made("ARDANA (AP) — " + LEAD + MORE.strip() + " (AFP)\n\n" + MORE)) == ()


def test_an_agency_is_named_by_its_first_name_in_a_line() -> None:
    assert named_in("AFP via Getty Images") == "Agence France-Presse"
    assert named_in("our correspondent") == ""


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="AB ab.,()[]—-/©\n", max_size=300), st.text(alphabet="AP ,()/-—by", max_size=60))
def test_any_lines_are_read_in_no_time(text: str, signed: str) -> None:
    credit = credit_of(made(text, signed=signed))
    assert credit is None or credit.name


@pytest.mark.parametrize("line", ["A" * 5000, "A " * 2500, "(A" * 2500, "By " + "A, " * 2000, "© " + "A of " * 1000])
def test_long_lines_of_capitals_and_marks_take_no_longer_than_others(line: str) -> None:
    began = time.process_time()
    agency_of(made(f"{line}\n\n{LEAD}{line}", signed=line))
    assert time.process_time() - began < 5
