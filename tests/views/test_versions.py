"""Versions in the brief and as rows: what changed stands below the later version, cited."""

import json
from dataclasses import replace

import pytest

from dragoman.model.record import RecordData
from dragoman.reading.reports import read_inputs
from dragoman.reconcile.versions import VersionChange
from dragoman.run.pipeline import Settings, read_once
from dragoman.views.citations import Citations
from dragoman.views.render import render
from dragoman.views.reports import reports
from dragoman.views.versions import COLUMNS, MOST, extent, version_rows, versions

EARLIER = """Raid destroys depot near Muscat, killing 12

MUSCAT, March 4 (Harbour Post) - At least 12 people were killed on Tuesday when Saudi forces shelled a depot near Muscat.

"We want the guns to fall silent," Omani Foreign Minister Said Harthy said. "The world must act," he added.
"""

LATER = """Raid hits depot near Muscat, killing 15, officials say

MUSCAT, March 4 (Harbour Post) - At least 15 people were killed on Tuesday when Saudi forces shelled a depot near Muscat, Oman's Health Ministry said.

"We want the guns to fall silent," Omani Foreign Minister Said Harthy said.
"""

SAME = LATER + "\nWeather in Muscat was mild.\n"


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> RecordData:
    folder = tmp_path_factory.mktemp("versions")
    for day, (name, text) in enumerate({"a": EARLIER, "b": LATER, "c": SAME}.items(), start=4):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        said = {"outlet": "Harbour Post", "published": f"2031-03-0{day}", "url": "https://harbour.example/depot"}
        (folder / f"{name}.meta.json").write_text(json.dumps(said), encoding="utf-8")
    return read_once(read_inputs([str(folder)]), Settings(workers=1)).record


def test_a_later_version_says_so_and_what_changed_with_both_places_cited(record: RecordData) -> None:
    earlier, later, _ = reports(record, Citations.of(record)).rows
    assert "a later version is B" in earlier.note
    assert earlier.rows == ()
    assert "a later version of A" in later.note
    assert "descends from" not in later.note
    figure = later.rows[0]
    assert figure.text == "figure up by 3 (killed): “At least 12 people” to “At least 15 people”"
    assert [cite.label for cite in figure.cites] == ["A1", "B1"]
    assert len(later.rows) <= MOST + 1


def test_a_headline_is_shown_with_what_it_was(record: RecordData) -> None:
    _, later, _ = reports(record, Citations.of(record)).rows
    (headline,) = [row for row in later.rows if row.text.startswith("headline")]
    assert headline.text == (
        "headline softened: attribution added (“say”), a weaker word (“destroys” became “hits”); before:"
    )
    assert headline.words == "Raid destroys depot near Muscat, killing 12"


def test_a_version_in_which_no_claim_changed_says_how_much_of_the_text_did(record: RecordData) -> None:
    _, rows = versions(record, Citations.of(record)).rows
    assert [row.text for row in rows.rows] == ["no claim, quote or headline that is read changed"]
    assert "sentences: 1 new" in rows.note


def test_rows_are_plain_json_one_a_change(record: RecordData) -> None:
    rows = version_rows(record)
    assert json.loads(json.dumps(rows)) == rows
    assert [row["kind"] for row in rows] == [
        "figure_up",
        "attribution_added",
        "quote_gone",
        "headline_softened",
        "unchanged",
    ]
    texts = {report.id: report.text for report in record.reports}
    for row in rows:
        assert {column.split(".")[0] for column in COLUMNS} <= row.keys()
        for span in (row["before"], row["after"]):
            assert span is None or texts[span["report"]][span["start"] : span["end"]] == span["exact"]


def test_every_format_of_the_brief_holds_the_changes(record: RecordData) -> None:
    for form in ("text", "md", "html"):
        assert "figure up by 3" in render(record, form)
    assert max(len(line) for line in render(record).splitlines()) <= 100


def test_the_order_of_reports_makes_no_difference(record: RecordData) -> None:
    turned = replace(record, reports=record.reports[::-1])
    assert version_rows(turned) == version_rows(record)


def test_extent_says_nothing_of_a_body_printed_alike() -> None:
    assert extent(VersionChange("r-2", "r-1", ())) == ""
