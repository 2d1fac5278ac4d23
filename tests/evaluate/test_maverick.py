"""The score of coded rows: held out by country, beside plain rules, on an invented table."""

import csv
from pathlib import Path

import pytest

from coded_table import table
from dragoman.errors import InputError
from dragoman.evaluate.maverick import evaluate
from dragoman.train.coded_rows import learn, train_coded_rows


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    rows = table(7)
    path = tmp_path_factory.mktemp("coded")
    with (path / "reports.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def test_held_out_rows_are_put_together_better_than_by_plain_rules(folder: Path) -> None:
    score = evaluate(folder, learn)
    held_out, shipped, plain = (
        score[f"pairs, {name}"].value for name in ("held out", "as shipped", "same day, place and actor")
    )
    assert held_out > 0.88
    assert shipped > 0.70
    assert plain < shipped < held_out


def test_the_rows_that_are_scored_teach_nothing(folder: Path) -> None:
    seen = []

    def learner(rows):
        seen.append({row["country"] for row in rows})
        return learn(rows)

    evaluate(folder, learner)
    assert seen == [{"Keshtar"}, {"Ardania"}]


def test_learning_again_gives_the_same(folder: Path) -> None:
    assert train_coded_rows(folder) == train_coded_rows(folder)


def test_a_folder_without_the_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"reports\.csv"):
        evaluate(tmp_path, learn)
    (tmp_path / "reports.csv").write_text("id,country\n1,Ardania\n")
    with pytest.raises(InputError, match="event_id"):
        evaluate(tmp_path, learn)
