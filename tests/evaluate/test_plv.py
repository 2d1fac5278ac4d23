"""Scoring of marked pairs: end to end and with the pair given, on invented rows in the published format."""

from pathlib import Path

import pytest

from dragoman.errors import InputError
from dragoman.evaluate.pair_material import Remembered, material
from dragoman.evaluate.pair_trained import shown_by_shipped
from dragoman.evaluate.plv import evaluate, quad_of
from dragoman.evaluate.plv_format import read_pairs
from dragoman.evaluate.score import macro_f1
from dragoman.extract.pair_roots import shipped
from dragoman.train.events import own_pairs
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


def test_the_trained_part_is_asked_for_the_pair_itself_as_it_ships_and_across_folds(tmp_path):
    deeds = (("bombed", "4", "ASSAULT"), ("accused", "3", "ACCUSE"))
    towns = ("Vey", "Holm", "Brod", "Orsk", "Sey", "Lune", "Karsk", "Ilmar", "Tarn", "Kesh")
    rows = [
        (f"<s>The guild of {town}</s> {verb} <t>a mill owner</t>, the mayor said.", quad, root, "")
        for town in towns
        for verb, quad, root in deeds
    ]
    score = evaluate(table(tmp_path, *rows), reader())
    assert score["pair given, trained, root"].value == 1.0
    # Each fold learns both verbs from the others, though no sentence stands on both sides.
    assert score["pair given, learned in folds, root"].value == 1.0
    assert score["pair given, learned in folds, root"].of == 20


def test_floor_of_the_shipped_part_on_invented_pairs_that_it_never_saw():
    held_out = Path(__file__).parents[2] / "training" / "events" / "texts" / "pairs-heldout.tsv"
    pairs = own_pairs([held_out])
    assert {pair.root for pair in pairs} == set(shipped().roots)
    shown = shown_by_shipped(material(pairs), Remembered())
    roots = macro_f1("root", [(pair.root, root) for pair, root in zip(pairs, shown, strict=True)])
    quads = macro_f1("quad", [(pair.quad, quad_of(root)) for pair, root in zip(pairs, shown, strict=True)])
    assert (roots.value or 0) >= 0.90
    assert (quads.value or 0) >= 0.94
