"""A span must say its words, in code points, whatever the script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import SpanError
from dragoman.model.span import Span

TEXTS = st.text(min_size=1, max_size=60)


@given(TEXTS, st.data())
def test_a_cut_span_says_the_words_at_its_offsets(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = Span.cut("r-1", text, start, end)
    assert span.exact == text[start:end]
    span.check(text)


def test_offsets_count_code_points_not_bytes() -> None:
    text = "Şırnak — 🕊 “yes”"
    span = Span.cut("r-1", text, text.index("yes"), text.index("yes") + 3)
    assert (span.start, span.exact) == (12, "yes")


@pytest.mark.parametrize(("start", "end", "exact"), [(-1, 2, "abc"), (3, 3, ""), (5, 2, "abc"), (0, 4, "abc")])
def test_a_span_that_cannot_hold_its_words_is_refused(start: int, end: int, exact: str) -> None:
    with pytest.raises(SpanError):
        Span("r-1", start, end, exact)


def test_a_changed_text_is_noticed() -> None:
    span = Span.cut("r-1", "nine were hurt", 0, 4)
    with pytest.raises(SpanError, match="says 'ten ', not 'nine'"):
        span.check("ten were hurt")


def test_overlap_and_cover_stay_within_one_report() -> None:
    a, b = Span.cut("r-1", "abcdef", 0, 4), Span.cut("r-1", "abcdef", 2, 4)
    other = Span.cut("r-2", "abcdef", 2, 4)
    assert a.overlaps(b)
    assert a.covers(b)
    assert not b.covers(a)
    assert not a.overlaps(other)
    assert not a.covers(other)
