"""Pages as sites save them: headline, body and captions come apart, and what surrounds the report is never read."""

from pathlib import Path

import pytest

from dragoman.model.report import READ_SECTIONS, Report, SectionKind
from dragoman.model.time import Precision
from dragoman.reading.reports import read_inputs

PAGES = Path(__file__).parent / "pages"
NEVER_READ = (
    "cookie",
    "subscri",
    "newsletter",
    "inbox",
    "Getty",
    "Photo",
    "Mine kills two",
    "burned the ferries itself",
    "Cape Sul",
    "gunboats",
    "Corland recalls",
    "Drought",
    "Strike halts",
    "grain terminal",
    "Sarn bridge",
    "Fishermen",
    "interest rate",
    "Read also",
    "Also read",
    "Gunmen",
    "You might also",
    "Storm leaves",
    "three days at least",
    "Live updates",
    "DVERTISEMENT",
    "Advertisement",
)


def page(name: str) -> Report:
    reading = read_inputs([str(PAGES / f"{name}.html")])
    assert not reading.skipped
    return reading.reports[0]


def read(report: Report, *kinds: SectionKind) -> str:
    return "\n".join(report.text[p.start : p.end] for p in report.sections if p.kind in (kinds or READ_SECTIONS))


@pytest.mark.parametrize(
    ("name", "outlet", "headline", "day", "first", "last"),
    [
        (
            "wordpress",
            "Letters from Port Sul",
            "Ferry talks end without a deal",
            "2025-06-03",
            "Delegates of Velmora",
            "on the steps of the office.",
        ),
        (
            "newspaper",
            "The Daily Example",
            "Army shells Ostrel as envoys meet",
            "2025-06-03",
            "Shells fell on the market",
            "two officials in Port Sul said.",
        ),
        (
            "agency",
            "Ardana News Agency",
            "Front frees crew of seized tanker",
            "2025-06-03",
            "ARDANA, June 3 (ANA) --",
            "under the mediation of Corland.",
        ),
        (
            "amp",
            "Example News",
            "Islands run out of flour as ferries stay in port",
            "2025-06-04",
            "The bakers of Outer Sul",
            "said on state radio.",
        ),
        (
            "breaks",
            "Radio Sul",
            "Bridge at Sarn reopened for aid",
            "2025-06-05",
            "The bridge at Sarn was reopened",
            "drivers told Radio Sul.",
        ),
        (
            "plain_divs",
            "Ostrel Tribune",
            "Northern Front halts talks over arrest of envoy",
            "2025-06-06",
            "The Northern Front broke off",
            "to take place on Saturday.",
        ),
    ],
)
def test_page(name: str, outlet: str, headline: str, day: str, first: str, last: str) -> None:
    report = page(name)
    body = read(report, SectionKind.BODY)
    assert report.outlet == outlet
    assert read(report, SectionKind.HEADLINE) == headline
    assert (report.published.start, report.published.precision) == (day, Precision.DAY)
    assert body.startswith(first)
    assert body.endswith(last)
    assert [words for words in NEVER_READ if words in read(report)] == []


def test_the_paragraphs_between_boxes_are_all_there() -> None:
    body = read(page("newspaper"), SectionKind.BODY)
    assert [
        word for word in ("launcher behind", "pause of ten days", "by a side door", "search of ships") if word in body
    ]
    assert body.count("\n\n") >= 3


def test_a_standfirst_under_the_headline_is_no_body() -> None:
    assert read(page("plain_divs"), SectionKind.STANDFIRST).startswith("Army says the man carried maps")


CORRECTED = (
    "<html><head><meta property='og:title' content='Front frees 30 prisoners in Ardana'>"
    "<meta property='article:published_time' content='2025-06-03T08:00:00Z'>"
    "<meta property='article:modified_time' content='{modified}'></head><body><article>"
    "<h1>Front frees 30 prisoners in Ardana</h1>"
    "<p>The Northern Front freed 30 prisoners in Ardana on Tuesday, the group said in a statement to reporters.</p>"
    "<p>The army confirmed that the men had been handed over to the Red Cross near the river and taken home{more}.</p>"
    "<p>{note}</p></article></body></html>"
)
NOTE = "Correction, 4 June 2025: An earlier version of this report gave the number of prisoners as 40."


@pytest.mark.parametrize(
    ("modified", "more", "note", "day"),
    [
        ("2025-06-04T10:00:00Z", "", NOTE, "2025-06-04"),
        (
            "2025-06-04T10:00:00Z",
            "",
            "The talks will go on in the harbour office at the end of the month, she said.",
            "2025-06-03",
        ),
        ("2025-06-24T10:00:00Z", "", NOTE, "2025-06-03"),
        ("2025-06-05T10:00:00Z", " last Wednesday and on Wednesday", NOTE, "2025-06-03"),
    ],
)
def test_a_corrected_page_is_of_the_day_of_its_correction(
    tmp_path: Path, modified: str, more: str, note: str, day: str
) -> None:
    file = tmp_path / "page.html"
    file.write_text(CORRECTED.format(modified=modified, more=more, note=note))
    report = read_inputs([str(file)]).reports[0]
    assert report.published.start == day
    assert "Correction" not in read(report)


def test_the_year_in_a_footer_counts_only_where_the_weekday_bears_it_out(tmp_path: Path) -> None:
    text = (PAGES / "agency.html").read_text()
    file = tmp_path / "agency.html"
    file.write_text(text.replace("Copyright 2025", "Copyright 2026"))
    assert read_inputs([str(file)]).reports[0].published.start is None
