"""The way between two marked parties in the parse, and the short clause that tells it."""

import pytest

from dragoman.extract.pair_clause import masked, short_clause
from dragoman.extract.pair_features import pair_features
from dragoman.extract.pair_path import PairPath, pair_path
from dragoman.text.annotate import pipeline
from dragoman.text.parse import Doc


def between(text: str, source: str, target: str) -> tuple[Doc, PairPath | None, str]:
    doc = Doc.of(pipeline()(text))
    ends = [[t for t in doc if text.find(end) <= t.idx < text.find(end) + len(end)] for end in (source, target)]
    path = pair_path(*ends)
    return doc, path, short_clause(doc, path, *ends) if path is not None else ""


@pytest.mark.parametrize(
    ("text", "source", "target", "top", "nearest"),
    [
        ("The monks accused the water board of theft.", "The monks", "the water board", "accused", "accused"),
        ("The water board was sued by the monks.", "the monks", "The water board", "sued", "sued"),
        ("The queen promised to send the pilots home.", "The queen", "the pilots", "promised", "send"),
        ("Lune and Dovria signed a pact.", "Lune", "Dovria", "signed", "signed"),
    ],
)
def test_the_verbs_between_the_two_are_found(text, source, target, top, nearest):
    _, path, _ = between(text, source, target)
    assert path is not None
    assert (path.top.text, path.nearest.text) == (top, nearest)


def test_two_that_stand_side_by_side_are_told_as_such_and_two_that_do_not_are_not():
    assert between("Lune and Dovria signed a pact.", "Lune", "Dovria")[1].side_by_side
    assert not between("Lune shelled Dovria.", "Lune", "Dovria")[1].side_by_side


def test_the_short_clause_keeps_what_is_done_and_leaves_out_who_and_the_rest():
    text = "The harbour guild, whose hall burned down, turned down the regent's plan on Monday, and farmers cheered."
    clause = between(text, "The harbour guild", "the regent")[2]
    assert clause.startswith("Alpha turned down Bravo")
    assert "farmers" not in clause
    assert "burned" not in clause


def test_masks_stand_in_the_place_of_the_marks():
    assert masked("Lune hit Dovria and Sey.", [(0, 4)], [(9, 15), (20, 23)]) == "Alpha hit Bravo and Bravo."


def test_an_end_that_is_not_marked_leaves_the_way_of_the_other():
    doc = Doc.of(pipeline()("The junta freed nine engineers."))
    path = pair_path(list(doc[0:2]), [])
    assert path is not None
    assert path.target is None
    assert path.top.text == "freed"
    assert pair_path([], []) is None


def test_features_do_not_hang_on_who_the_parties_are():
    texts = ("Kenya shelled Uganda on Monday.", "Chile shelled Norway on Monday.")
    one, other = (pair_features(Doc.of(pipeline()(t)), [(0, 5)], [(14, 14 + len(t.split()[2]))]) for t in texts)
    assert one.rules == other.rules
    assert (one.sentence, one.clause) == (other.sentence, other.clause)
    assert "any is ASSAULT" in one.rules
