"""Learning roots from marked sentences: which files are read, what is kept out, what is said of a slip."""

from pathlib import Path

import pytest

from dragoman.errors import InputError
from dragoman.train.events import held_out_score, train_events

TAUGHT = [
    ("ASSAULT", "<s>Lune</s> bombed <t>a Dovrian depot</t>."),
    ("ASSAULT", "<s>Ilmar</s> bombed <t>the ford</t>."),
    ("ASSAULT", "<t>A mill</t> was bombed by <s>Karsk</s>."),
    ("AID", "<s>Lune</s> fed <t>the refugees</t>."),
    ("AID", "<s>A charity</s> fed <t>the pilgrims</t>."),
    ("AID", "<t>The herders</t> were fed by <s>the monks</s>."),
]


def write(path: Path, *rows: tuple[str, str]) -> None:
    path.write_text("root\tmarked_sentence\n" + "".join(f"{a}\t{b}\n" for a, b in rows), encoding="utf-8")


def test_pairs_of_our_own_files_are_learned_and_the_held_out_ones_only_scored(tmp_path):
    write(tmp_path / "a-01.tsv", *TAUGHT[:3])
    write(tmp_path / "a-02.tsv", *TAUGHT[3:])
    write(
        tmp_path / "a-heldout.tsv",
        ("ASSAULT", "<s>Veresk</s> bombed <t>a bridge</t>."),
        ("AID", "<s>Ostrin</s> fed <t>the orphans</t>."),
        ("AID", "<s>Sey</s> bombed <t>the weir</t>."),
    )
    model, learned = train_events(tmp_path)
    assert learned == 6
    score = held_out_score(tmp_path, model)
    assert score is not None
    # ASSAULT: one right, two shown, one in the gold; AID: one right, one shown, two in the gold.
    assert score["root"].value == pytest.approx((2 / 3 + 2 / 3) / 2)


def test_a_copy_of_the_published_set_is_learned_too(tmp_path):
    rows = ["\tsentence_id\tmarked_sentence\tgold_root\tgold_penta"]
    rows += [f"\t{at}\t{marked}\t{root}\t4" for at, (root, marked) in enumerate(TAUGHT)]
    (tmp_path / "PLV_train.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    model, learned = train_events(tmp_path)
    assert (model.roots, learned) == (("AID", "ASSAULT"), 6)
    assert held_out_score(tmp_path, model) is None


def test_a_folder_without_pairs_and_a_line_without_marks_are_named(tmp_path):
    with pytest.raises(InputError, match="PLV_train"):
        train_events(tmp_path)
    write(tmp_path / "a.tsv", TAUGHT[0], ("AID", "Lune fed the refugees."))
    with pytest.raises(InputError, match=r"a\.tsv, line 3"):
        train_events(tmp_path)
    write(tmp_path / "a.tsv", ("HELP", TAUGHT[3][1]))
    with pytest.raises(InputError, match=r"a\.tsv, line 2"):
        train_events(tmp_path)
