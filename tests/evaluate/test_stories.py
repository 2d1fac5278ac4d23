"""Scoring of stories: halves by event, own pool and all articles, and what stands with strangers."""

import json
from pathlib import Path

import pytest

from dragoman.errors import InputError
from dragoman.evaluate.stories import evaluate, half_of

FERRY = (
    "The ferry Saltmarsh sank off Port Ennis with forty sailors, and divers searched the wreck in the harbour mouth."
)
HARVEST = "Farmers in the Corrin valley lost their barley to hail, and the growers' union asked for seed and credit."
VOTE = "Voters in Ludmark chose a new mayor, a retired bus driver who had promised cheaper trams and longer libraries."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    names = ("a", "b", "c", "d", "e", "f")
    ids = [next(n for n in names if half_of(n) == half) for half in ("tune", "test")]
    ids.append(next(n for n in names if half_of(n) == "test" and n not in ids))
    events = [
        {
            "_id": {"$oid": key},
            "articles": [
                {"title": f"{text[:20]} {number}", "ext_url": f"https://{key}{number}.example/", "text": text}
                for number in range(2)
            ],
        }
        for key, text in zip(ids, (FERRY, HARVEST, VOTE), strict=True)
    ]
    (tmp_path / "events.json").write_text(json.dumps(events), encoding="utf-8")
    return tmp_path


def test_a_half_is_scored_alone_and_among_all(folder: Path) -> None:
    score = evaluate(folder)
    counted = {one.name: (one.value, one.of) for one in score.measures}
    assert counted["B-cubed, tune"] == (1.0, 2)
    assert counted["B-cubed, test"] == (1.0, 4)
    assert counted["B-cubed, test, among all 6"] == (1.0, 4)


def test_one_story_for_all_costs_precision(folder: Path) -> None:
    everything, apart = evaluate(folder, join=-1.0), evaluate(folder, join=2.0)
    assert everything["B-cubed, test, among all 6"].recall == 1.0
    assert apart["B-cubed, test"].precision == 1.0
    assert apart["B-cubed, test"].recall == 0.5
    assert len(apart["B-cubed, test"].misses) == 4


def test_a_folder_without_events_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no JSON file"):
        evaluate(tmp_path)
