"""Training the tagger: its gradient, its examples, and that the same texts give the same weights."""

from pathlib import Path

import numpy as np
import pytest

from dragoman.errors import InputError
from dragoman.extract.sheet import sheet
from dragoman.extract.tagger import save_tagger
from dragoman.model.marked import MarkedText
from dragoman.train.attribution import pages, score, taught, train
from dragoman.train.attribution_examples import Lesson
from dragoman.train.chains import chain_loss
from dragoman.train.marked import unmark

VERBS = ("said", "warned", "claimed", "admitted")
WHO = ("The envoy", "Mirel Aduna", "The two ministers", "A spokesman for the guild")
WHAT = ("the bridge would open", "the talks had failed", "nobody had been paid")


def _lessons() -> list[MarkedText]:
    marked = [f"{{S1 {who}}} {{C1 {verb}}} {{K1 that {what}}}." for who in WHO for verb in VERBS for what in WHAT]
    plain = ["The lorries crossed the river.", "Snow fell on the pass and the road was shut."] * 6
    return [unmark(text, name=f"t{place}") for place, text in enumerate([*marked, *plain])]


def test_the_slope_of_a_chain_is_that_of_its_loss() -> None:
    draw = np.random.default_rng(1)
    lengths, labels = np.array([3, 5, 1]), draw.integers(0, 4, 9)
    scores, steps = draw.normal(size=(9, 4)), draw.normal(size=(4, 4))
    value, slope, by_steps = chain_loss(scores, labels, lengths, steps)
    for row, label in ((0, 1), (4, 2), (8, 0)):
        moved = scores.copy()
        moved[row, label] += 1e-5
        assert slope[row, label] == pytest.approx(
            (chain_loss(moved, labels, lengths, steps)[0] - value) / 1e-5, abs=1e-3
        )
    for one, other in ((0, 1), (2, 2), (3, 0)):
        moved = steps.copy()
        moved[one, other] += 1e-5
        expected = (chain_loss(scores, labels, lengths, moved)[0] - value) / 1e-5
        assert by_steps[one, other] == pytest.approx(expected, abs=1e-3)


def test_the_same_texts_give_the_same_weights_and_are_learned(tmp_path: Path) -> None:
    texts = _lessons()
    first, second = (train(texts, seed=3) for _ in range(2))
    for place, tagger in enumerate((first, second)):
        save_tagger(tagger, tmp_path / f"{place}.npz")
    assert (tmp_path / "0.npz").read_bytes() == (tmp_path / "1.npz").read_bytes()
    found = score(first, texts)
    assert found["cue"].value is not None
    assert found["cue"].value > 0.9
    assert found["content"].value is not None
    assert found["content"].value > 0.8


@pytest.mark.parametrize(
    ("marked", "cue"),
    [
        ("{S1 He} {C1 told reporters} {K1 that it rained}.", "told"),
        ("{S1 He} {C1 said on Monday} {K1 that it rained}.", "said"),
        ("{K1 “It rained,”} {S1 he} {C1 said in a statement}.", "said"),
        ("{S1 She} {C1 called for} {K1 a truce}.", "called for"),
        ("{S1 She} {C1 has expressed deep concern about} {K1 the truce}.", "has expressed deep concern about"),
        ("{S1 They} {C1 did not rule out} {K1 a truce}.", "did not rule out"),
    ],
)
def test_a_cue_is_learned_without_those_spoken_to_and_its_setting(marked: str, cue: str) -> None:
    text = unmark(marked)
    (page,) = pages([text])
    (one,) = Lesson.of(text, sheet(page), lean_cues=True).marked.values()
    assert " ".join(text.text[start:end] for start, end in one.cue) == cue


def test_texts_held_out_are_not_learned_from(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("{S1 He} {C1 said} {K1 no}.\n---\nNothing.", encoding="utf-8")
    (tmp_path / "b-heldout.txt").write_text("{S1 She} {C1 said} {K1 yes}.", encoding="utf-8")
    found = taught(tmp_path)
    assert [one.name for one in found.learn] == ["a.txt#0", "a.txt#1"]
    assert [one.name for one in found.score] == ["b-heldout.txt#0"]
    with pytest.raises(InputError, match="no marked texts"):
        taught(tmp_path / "nowhere")
