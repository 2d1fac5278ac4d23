"""The brief in its formats: cited, escaped, self-contained, within its columns."""

import json
import re
from pathlib import Path

import jsonschema
import pytest

from dragoman.reading.reports import read_inputs
from dragoman.run.pipeline import Built, Settings, read_once
from dragoman.views.citations import letters
from dragoman.views.render import render

HOSTILE = """Officials <script>alert(1)</script> meet in Muscat

MUSCAT, March 4 (Northern Post) - Yemen's foreign minister said on Tuesday that "<img src=x onerror=alert(2)> 40 prisoners" were freed & returned.

[Click](javascript:alert(3)) said the ministry, according to `rm -rf` and *stars*.
"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Built:
    path = tmp_path_factory.mktemp("hostile") / "report.txt"
    path.write_text(HOSTILE, encoding="utf-8")
    return read_once(read_inputs([str(path)]), Settings(workers=1))


def test_text_keeps_to_a_hundred_columns(built: Built) -> None:
    assert max(len(line) for line in render(built.record).splitlines()) <= 100


def test_text_holds_its_parts_in_reading_order(built: Built) -> None:
    text = render(built.record)
    titles = ["REPORTS", "WHAT HAPPENED", "WHERE THE ACCOUNTS DIFFER", "SAID ON ONE SIDE ONLY", "WHAT WAS SAID"]
    places = [text.index(f"\n{title}\n") for title in titles]
    assert places == sorted(places)


def test_every_citation_of_the_page_opens_its_words(built: Built) -> None:
    page = render(built.record, "html")
    opened = set(re.findall(r'<li id="(c\d+)">', page))
    linked = set(re.findall(r'class="cite" href="#(c\d+)"', page))
    assert linked
    assert linked == opened


def test_the_page_loads_nothing_and_runs_nothing(hostile: Built) -> None:
    page = render(hostile.record, "html", texts="full")
    assert "<script" not in page
    assert "<img" not in page
    assert not re.search(r'(src|href)\s*=\s*"(?!#)', page)
    assert "default-src 'none'" in page


def test_text_of_a_report_does_not_become_markdown(hostile: Built) -> None:
    page = render(hostile.record, "md")
    assert "<script>" not in page
    assert "](javascript:" not in page


def test_json_follows_its_schema(built: Built) -> None:
    schema = json.loads((Path(__file__).parents[2] / "docs" / "record.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(json.loads(render(built.record, "json")), schema)


@pytest.mark.parametrize("texts", ["full", "context", "none"])
def test_passing_on_keeps_the_cited_words(built: Built, texts: str) -> None:
    record = json.loads(render(built.record, "json", texts=texts))
    by_id = {report["id"]: report["text"] for report in record["reports"]}
    for claim in record["claims"]:
        span = claim["span"]
        if texts == "none":
            assert by_id[span["report"]] == ""
        else:
            assert by_id[span["report"]][span["start"] : span["end"]] == span["exact"]


@pytest.mark.parametrize(("number", "label"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (702, "AAA")])
def test_letters_of_reports(number: int, label: str) -> None:
    assert letters(number) == label
