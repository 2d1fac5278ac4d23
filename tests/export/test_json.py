"""What is passed on holds no more of a text than was asked for."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.export.json import CONTEXT, keep_around


@given(st.text(max_size=900), st.lists(st.tuples(st.integers(0, 900), st.integers(1, 50)), max_size=4))
def test_kept_text_has_the_same_offsets_and_nothing_far_from_a_span(text: str, raw: list[tuple[int, int]]) -> None:
    spans = [(start, start + length) for start, length in raw if start + length <= len(text)]
    kept = keep_around(text, spans)
    assert len(kept) == len(text)
    for start, end in spans:
        assert kept[start:end] == text[start:end]
    for at, character in enumerate(kept):
        near = any(start - CONTEXT <= at < end + CONTEXT for start, end in spans)
        assert character == text[at] if near else character in (" ", "\n")
