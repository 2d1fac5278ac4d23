"""Scoring of PLOVER records: older names of roots and modes, counts of dead and injured."""

import json

import pytest

from dragoman.errors import InputError
from dragoman.evaluate.plover import evaluate
from reading import reader

HEADER = {"id": "x", "event": "DOCUMENT"}
RECORDS = [
    {"id": "1", "event": "FIGHT", "mode": "", "eventText": "shelled", "dead": "8", "injured": "3",
     "text": "Kenya shelled Uganda, killing eight people and wounding three others."},
    {"id": "2", "event": "DISAPPROVE", "eventText": "condemned", "text": "Kenya met Ambrel and Ambrel condemned Uganda."},
    {"id": "3", "event": "AID", "eventText": "slept", "dead": "2", "text": "The night in Vell was quiet."},
    {"id": "4", "event": "COERCE", "mode": "detain", "eventText": "arrested", "text": "Kenya arrested two Ugandan traders."},
]  # fmt: skip


def write(folder, items):
    (folder / "PLOVER_GSR_CAMEO.txt").write_text(json.dumps([HEADER, *items]), encoding="utf-8")
    return folder


def test_roots_modes_and_counts(tmp_path):
    score = evaluate(write(tmp_path, RECORDS), reader())
    assert score["found"].value == 0.75
    assert score["type"].value == 0.75
    # ACCUSE is taken by its own word although the meeting is told first.
    assert not any(line.startswith("2 ") for line in score["type"].misses)
    assert (score["mode"].value, score["mode"].of) == (1.0, 1)
    assert (score["dead"].value, score["dead"].of) == (0.5, 2)
    assert score["injured"].value == 1.0


def test_a_broken_file_is_named(tmp_path):
    (tmp_path / "PLOVER_GSR_CAMEO.txt").write_text("[{", encoding="utf-8")
    with pytest.raises(InputError, match="PLOVER_GSR_CAMEO"):
        evaluate(tmp_path, reader())
