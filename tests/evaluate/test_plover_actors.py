"""Scoring of PLOVER actor codes on invented records in the published format."""

import json
from functools import partial
from pathlib import Path

import pytest

from dragoman.errors import InputError
from dragoman.evaluate.plover_actors import evaluate
from dragoman.evaluate.plover_codes import coded_actors
from dragoman.run.pipeline import Settings, read_pages

RECORDS = [
    {"id": "header", "event": "DOCUMENT", "eventText": "what the file is"},
    {
        "id": "one",
        "text": "Kenyan troops  arrested Peruvian journalists.",
        "source": [{"actorText": "Kenyan troops", "code": "KEN", "sector": "MIL"}],
        "target": [{"actorText": "Peruvian journalists", "code": "PER", "sector": "JRN"}],
    },
    {
        "id": "two",
        "text": "Japan praised Italy.",
        "source": [{"actorText": "Japan", "code": "JAP"}],
        "target": [{"actorText": "Italy", "code": "ITL", "sector": "***"}],
    },
    {
        "id": "three",
        "text": "Chadian rebels met envoys.",
        "source": [{"actorText": "Chadian ... rebels", "code": "TCD", "sector": "REBxyz"}],
        "target": "",
    },
    {"id": "four", "text": "Ghana signed.", "source": [{"actorText": "Togo", "code": "GHA", "sector": "GOV"}]},
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "PLOVER_GSR_CAMEO.txt").write_text(json.dumps(RECORDS), encoding="utf-8")
    return tmp_path


def test_country_and_sector_are_scored_apart_and_together(folder: Path) -> None:
    score = evaluate(folder, partial(read_pages, settings=Settings()))
    assert (score["country and sector"].value, score["country and sector"].of) == (5 / 6, 6)
    assert score["country"].value == 5 / 6
    assert score["sector where one is given"].of == 4
    assert score["sector where one is given"].value == 3 / 4
    assert score["country and sector"].misses == ("four: [Togo] GHAGOV, shown TGO: Ghana signed.",)
    assert score.confusions[1].pairs == (("GHA", "TGO", 1),)


def test_codes_are_brought_to_one_spelling_and_actors_found_in_their_text(folder: Path) -> None:
    actors = coded_actors(folder)
    assert [(a.country, a.sector) for a in actors[:5]] == [
        ("KEN", "MIL"),
        ("PER", "MED"),
        ("JPN", ""),
        ("ITA", ""),
        ("TCD", "REB"),
    ]
    assert [a.start for a in actors] == [0, 24, 0, 14, 0, None]


def test_the_file_may_be_named_itself(folder: Path) -> None:
    assert coded_actors(folder / "PLOVER_GSR_CAMEO.txt") == coded_actors(folder)


@pytest.mark.parametrize("text", [None, "[]x", '[{}, {"id": "one"}]'])
def test_a_wrong_folder_or_broken_file_says_so(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / "PLOVER_GSR_CAMEO.txt").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="PLOVER_GSR_CAMEO"):
        coded_actors(tmp_path)
