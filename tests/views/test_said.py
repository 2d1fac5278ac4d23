"""What was said: wordings beside each other with their reports, parts of fuller quotes, limits left out."""

import json

import pytest

from dragoman.model.record import RecordData
from dragoman.reading.reports import read_inputs
from dragoman.run.pipeline import Settings, read_once
from dragoman.views.citations import Citations
from dragoman.views.layout import Row
from dragoman.views.said import said

MINISTER = "Peruvian Foreign Minister Ana Quispe"
TEXTS = (
    f"LIMA - “We will open the crossing on Friday if the guns on the river fall silent,” {MINISTER} said on Tuesday.\n",
    f"LIMA - “We will open the crossing on Friday,” {MINISTER} said on Tuesday.\n",
    f"LIMA - “We will open the crossing on Friday,” {MINISTER} told reporters on Tuesday.\n",
    f"LIMA - “Chile must feel what its losses mean. That will bring it to the table,” {MINISTER} said on Tuesday.\n",
    f"LIMA - “Chile must grasp how heavy losses are. That will bring it to the table,” {MINISTER} said on Tuesday.\n",
)


@pytest.fixture(scope="module")
def utterances(tmp_path_factory: pytest.TempPathFactory) -> list[Row]:
    folder = tmp_path_factory.mktemp("said")
    for letter, text in zip("ABCDE", TEXTS, strict=True):
        (folder / f"{letter}.txt").write_text(text, encoding="utf-8")
        told = {"outlet": f"Outlet {letter}", "published": f"2031-03-0{5 + 'ABCDE'.index(letter) // 3}"}
        (folder / f"{letter}.meta.json").write_text(json.dumps(told), encoding="utf-8")
    record: RecordData = read_once(read_inputs([str(folder)]), Settings(workers=1)).record
    return [row for by in said(record, Citations.of(record)).rows for row in by.rows]


def lines(row: Row) -> list[str]:
    return [" ".join(filter(None, (r.text, r.words, r.note))) for r in row.rows]


def test_a_limit_left_out_names_the_reports_and_those_printed_alike_stand_once(utterances: list[Row]) -> None:
    row = next(r for r in utterances if any("Friday" in line for line in lines(r)))
    assert row.tag == "one utterance, 3 reports"
    assert lines(row).count("We will open the crossing on Friday a part of the fuller quote") == 1
    assert "the limit “if the guns on the river fall silent” is left out by B C" in lines(row)


def test_wordings_stand_with_the_reports_that_have_them(utterances: list[Row]) -> None:
    row = next(r for r in utterances if any("losses" in line for line in lines(r)))
    differ = [line for line in lines(row) if line.startswith("wording differs: ")]
    assert differ == ["wording differs: D [feel what its losses mean] / E [grasp how heavy losses are]"]
