"""The trained part: what it learns, that it learns the same again, and what it says of a broken file."""

from pathlib import Path

import numpy as np
import pytest

from dragoman.errors import ModelError
from dragoman.extract.pair_features import PairFeatures
from dragoman.extract.pair_roots import Mix, PairRoots, learn
from dragoman.extract.softmax import fit, probabilities

ROWS = np.array([[1, 0, 1], [0.9, 0.1, 1], [0, 1, 1], [0.1, 0.9, 1], [0.2, 1, 1], [0, 0.8, 1]], dtype=np.float32)
CLASSES = [0, 0, 1, 1, 1, 1]


def no_sentences(texts):
    raise AssertionError("nothing asked for sentence vectors")


def pair(*words: str) -> PairFeatures:
    return PairFeatures({}, dict.fromkeys(words, 1.0), np.zeros(4, np.float32), "", "")


def test_the_weights_tell_the_classes_apart_and_are_where_the_slope_is_flat():
    weights = fit(ROWS, CLASSES, strength=10)
    shares = probabilities(ROWS @ weights)
    assert shares.argmax(axis=1).tolist() == CLASSES
    assert shares.sum(axis=1) == pytest.approx(1)
    gold = np.eye(2)[CLASSES]
    weight = 10 * np.array([6 / (2 * 2)] * 2 + [6 / (2 * 4)] * 4)[:, None]
    assert np.abs(ROWS.T @ (weight * (shares - gold)) + weights).max() < 0.05


def test_a_rare_class_counts_as_much_as_a_frequent_one():
    rows = np.ones((10, 1), dtype=np.float32)
    shares = probabilities(rows @ fit(rows, [0] * 9 + [1]))
    assert shares[0] == pytest.approx([0.5, 0.5], abs=1e-3)


def test_the_same_pairs_give_the_same_bytes_and_a_part_that_is_read_back_says_the_same(tmp_path: Path):
    pairs = [pair("hit"), pair("hit", "hard"), pair("fed"), pair("fed", "well"), pair("fed", "hard")]
    roots = ["ASSAULT", "ASSAULT", "AID", "AID", "AID"]
    for name in ("one", "two"):
        learn(pairs, roots, no_sentences, (Mix(words=1.0),)).save(tmp_path / f"{name}.npz")
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()
    model = PairRoots.load(tmp_path / "one.npz")
    assert model.best(pairs, no_sentences) == tuple(roots)
    assert model.names["words"] == ("fed", "hard", "hit")  # "well" stands in one pair only
    assert model.best([], no_sentences) == ()


def test_a_file_that_is_no_trained_part_is_named(tmp_path: Path):
    (tmp_path / "bad.npz").write_bytes(b"nothing")
    with pytest.raises(ModelError, match=r"bad\.npz"):
        PairRoots.load(tmp_path / "bad.npz")
    np.savez(tmp_path / "pickled.npz", mixes=np.array([{}], dtype=object))
    with pytest.raises(ModelError, match=r"pickled\.npz"):
        PairRoots.load(tmp_path / "pickled.npz")
