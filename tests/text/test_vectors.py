"""Sentence vectors: likeness of meaning, and the same numbers every time."""

import numpy as np
import pytest

from dragoman.text.vectors import DIMENSIONS, embed

PARAPHRASES = [
    ("At least nine people died when the ferry sank.", "The sinking of the ferry killed nine or more people."),
    ("Both delegations agreed to exchange prisoners.", "The two sides reached a deal on swapping captives."),
    ("The minister rejected the proposal outright.", "The offer was turned down flatly by the minister."),
]
UNRELATED = ["The grape harvest was the best in ten years.", "Her new novel is set in a lighthouse."]


def test_vectors_have_unit_length_and_their_own_order() -> None:
    sentences = ["A long sentence about the weather in the hills, which was bad.", "Rain.", "Rain fell."]
    vectors = embed(sentences)
    assert vectors.shape == (3, DIMENSIONS)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert np.array_equal(vectors[1], embed(["Rain."])[0])


@pytest.mark.parametrize(("one", "other"), PARAPHRASES)
def test_a_paraphrase_is_nearer_than_anything_unrelated(one: str, other: str) -> None:
    first, second, *rest = embed([one, other, *UNRELATED])
    assert first @ second > 0.5
    assert all(first @ vector < 0.3 for vector in rest)


def test_likeness_says_nothing_about_agreement() -> None:
    """Contradictions lie as near as paraphrases: agreement has to come from comparing fields."""
    accepted, rejected = embed(["The rebels accepted the truce.", "The rebels rejected the truce."])
    assert accepted @ rejected > 0.7


def test_a_vector_does_not_depend_on_what_else_is_embedded() -> None:
    """A record that grows must give the same scores as one built at once."""
    sentences = [sentence for pair in PARAPHRASES for sentence in pair] + UNRELATED * 3
    together = embed(sentences)
    alone = np.vstack([embed([sentence]) for sentence in sentences])
    assert np.allclose(together, alone, atol=1e-6)
    assert np.array_equal(together, embed(sentences))


def test_no_sentences_give_no_rows_and_an_empty_one_does_not_fail() -> None:
    assert embed([]).shape == (0, DIMENSIONS)
    assert np.isfinite(embed([""])).all()


def test_a_very_long_sentence_is_cut_not_refused() -> None:
    assert embed(["word " * 5_000]).shape == (1, DIMENSIONS)
