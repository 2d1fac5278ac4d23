"""Scoring of marked pairs: end to end and with the pair given, on invented rows in the published format."""

from pathlib import Path

import pytest

from dragoman.errors import InputError
from dragoman.evaluate.plv import evaluate
from dragoman.evaluate.plv_format import read_pairs
from reading import reader

GOLD = Path(__file__).parent / "pairs"
COLUMNS = ("", "sentence_id", "sentence", "marked_sentence", "source", "target", "gold_penta", "gold_root", "root_L2")


def table(folder, *rows):
    lines = [
        COLUMNS,
        *(("", str(n), "", marked, "", "", quad, root, other) for n, (marked, quad, root, other) in enumerate(rows)),
    ]
    (folder / "PLV_train.tsv").write_text("\n".join("\t".join(line) for line in lines) + "\n", encoding="utf-8")
    return folder


def test_marks_become_ranges_of_the_plain_sentence(tmp_path):
    table(tmp_path, ('<s>Talveth </s>hit <t>a depot</t> and "<t>a mill</t>.', "4", "ASSAULT", "AID"))
    name, (pair,) = read_pairs(tmp_path)
    assert (name, pair.text) == ("PLV_train.tsv", 'Talveth hit a depot and "a mill.')
    assert [pair.text[a:b] for a, b in (*pair.sources, *pair.targets)] == ["Talveth ", "a depot", "a mill"]


def test_a_pair_without_its_event_and_one_of_another_root_are_wrong(tmp_path):
    table(
        tmp_path,
        ("<s>Kenya</s> shelled <t>Uganda</t> on Monday.", "4", "ASSAULT", "ASSAULT"),
        ("Kenya shelled <t>Uganda</t>, and <s>Ambrel</s> slept.", "4", "ASSAULT", "AID"),
        ("<s>Kenya</s> shelled <t>Uganda</t> on Sunday.", "2", "AID", "AID"),
    )
    score = evaluate(tmp_path, reader())
    # ASSAULT: one right, two shown, two in the gold; AID: none of one. With the pair given the second is right too.
    assert score["end to end, root"].value == pytest.approx((2 * 1 / (2 + 2) + 0) / 2)
    assert score["pair given, root"].value == pytest.approx((2 * 2 / (2 + 3) + 0) / 2)
    assert score["other system, pair given, root"].value == pytest.approx((2 / 3 + 2 / 3) / 2)
    assert any("shown nothing" in line and "[S Ambrel]" in line for line in score["end to end, root"].misses)


def test_release_and_reform_are_yield_and_an_end_without_a_mark_is_not_asked_for(tmp_path):
    table(tmp_path, ("<s>Quessara</s> freed nine Talvethi engineers.", "2", "YIELD", ""))
    score = evaluate(tmp_path, reader())
    assert score["end to end, root"].value == 1.0
    assert score["end to end, quad"].value == 1.0


def test_a_folder_without_the_file_and_a_file_without_its_columns_are_named(tmp_path):
    with pytest.raises(InputError, match=r"PLV_train\.tsv"):
        read_pairs(tmp_path)
    (tmp_path / "PLV_test.tsv").write_text("a\tb\n1\t2\n", encoding="utf-8")
    with pytest.raises(InputError, match="marked_sentence"):
        read_pairs(tmp_path)


def test_floor_on_the_invented_pairs_of_all_fifteen_roots():
    _, pairs = read_pairs(GOLD)
    assert len(pairs) >= 60
    assert len({pair.root for pair in pairs}) == 15
    score = evaluate(GOLD, reader())
    assert (score["end to end, root"].value or 0) >= 0.96
    assert (score["pair given, root"].value or 0) >= 0.96
