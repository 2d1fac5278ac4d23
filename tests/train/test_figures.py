"""The linkage of figures is learned from episodes with gold; what ships is what the texts in the repository teach."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman.cli.main import app
from dragoman.link.linkage import load_linkage, parse

ROOT = Path(__file__).parents[2]
VERDICTS, SAMPLE = ROOT / "benchmarks" / "verdicts", ROOT / "src" / "dragoman" / "sample"
TAUGHT = (VERDICTS / "e1-offensive", VERDICTS / "e2-exchange", VERDICTS / "e3-maritime", SAMPLE)
LISTS = (VERDICTS / "actors.toml", SAMPLE / "actors.toml")


def test_what_ships_is_what_its_texts_teach(tmp_path):
    out = tmp_path / "figures.toml"
    folders = [word for folder in TAUGHT for word in ("--data", str(folder))]
    lists = [word for path in LISTS for word in ("--actors", str(path))]
    result = CliRunner().invoke(app, ["train", "linking", "--set", "episodes", *folders, *lists, "--out", str(out)])
    assert result.exit_code == 0, result.output
    made, shipped = parse(out.read_text(encoding="utf-8")), load_linkage("figures")
    weights = ([level.weight for c in linkage.comparisons for level in c.levels] for linkage in (made, shipped))
    # The signs of vectors may differ in a bit between processors, and with them a pair here and there.
    assert next(weights) == pytest.approx(next(weights), abs=150)
    assert made.prior == pytest.approx(shipped.prior, abs=0.15)


def test_a_set_in_one_folder_is_not_given_as_two(tmp_path):
    words = ["train", "linking", "--set", "ecbplus", "--data", "a", "--data", "b", "--out", str(tmp_path / "x.toml")]
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 2
    assert "this set lies in one folder" in result.output
