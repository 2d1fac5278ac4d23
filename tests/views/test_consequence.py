"""Comparisons stand in the order of consequence, in the table as in the brief, and conflicts say between whom."""

from itertools import pairwise

import pytest

from dragoman.model.record import RecordData
from dragoman.model.verdict import Verdict
from dragoman.reading.reports import read_inputs
from dragoman.run.pipeline import Settings, read_once
from dragoman.views.citations import Citations
from dragoman.views.comparisons import comparison_rows
from dragoman.views.consequence import VERDICTS, Consequence, Stake
from dragoman.views.differences import differences

TOLLS = """Shelling in Tacna

TACNA, Peru - Chilean forces shelled a hospital in Tacna on Tuesday, killing nine people, the Peruvian army said.

Chile's Defense Ministry said four people were killed in the shelling of the hospital on Tuesday.

Peruvian drones struck two air bases on Tuesday, destroying 41 warplanes, the Peruvian army said. The Chilean army said 12 warplanes were destroyed at the air bases on Tuesday.

The two delegations met for two hours in Quito on Monday.
"""
OTHER = """Talks in Quito

QUITO - The two delegations met for 90 minutes in Quito on Monday.

Peruvian drones struck two air bases on Tuesday, destroying 41 warplanes, the Peruvian army said.
"""


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> RecordData:
    folder = tmp_path_factory.mktemp("tolls")
    for name, text in (("north", TOLLS), ("south", OTHER)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        told = f'{{"outlet": "{name} post", "published": "2031-03-05"}}'
        (folder / f"{name}.meta.json").write_text(told, encoding="utf-8")
    names = [str(folder / f"{name}.txt") for name in ("north", "south")]
    return read_once(read_inputs(names), Settings(workers=1)).record


def test_every_verdict_of_a_pair_has_its_place() -> None:
    assert set(VERDICTS) == set(Verdict) - {Verdict.SINGLE}


def test_harm_between_the_sides_comes_first(record: RecordData) -> None:
    order = Consequence(record)
    ranked = sorted(record.comparisons, key=order.rank)
    conflicts = [c for c in ranked if c.verdict == Verdict.CONFLICT]
    assert [order.stake(c) for c in conflicts[:2]] == [Stake.HARM, Stake.NUMBER]
    assert order.ends(conflicts[0]).phrase in ("between Peru and Chile", "between Chile and Peru")
    assert order.ends(conflicts[-1]).phrase.startswith("between the outlets")


def test_the_table_and_the_brief_keep_one_order(record: RecordData) -> None:
    rows = comparison_rows(record)
    places = [VERDICTS.index(Verdict(row["verdict"])) for row in rows]
    assert places == sorted(places)
    assert all(bool(row["between"]) == (row["verdict"] == "conflict") for row in rows)
    tags = [row.tag for row in differences(record, Citations.of(record)).rows]
    order = [VERDICTS.index(Verdict(tag.casefold().replace(" ", "_"))) for tag in tags]
    assert all(one <= other for one, other in pairwise(order))


def test_a_conflict_says_between_whom_and_why(record: RecordData) -> None:
    lines = [row.text for shown in differences(record, Citations.of(record)).rows for row in shown.rows]
    assert any(line.startswith("conflict between Peru and Chile: ") for line in lines) or any(
        line.startswith("conflict between Chile and Peru: ") for line in lines
    )
