"""Tokens of a range are found by place, whatever the range."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.report import Report, Section, SectionKind
from dragoman.text.annotate import annotate
from dragoman.text.gazetteer import Gazetteer
from dragoman.text.page import Page
from dragoman.text.world import world

_TEXT = "  The envoy’s boat — a ferry — sank.\n\nNobody drowned  there.\n\n“So?” he asked."


def _page() -> Page:
    report = Report("r", "p", _TEXT, "", "O", sections=(Section(SectionKind.BODY, 0, len(_TEXT)),))
    return next(annotate([report], Gazetteer(world())))


_PAGE = _page()


@given(st.integers(0, len(_TEXT)), st.integers(0, len(_TEXT)))
def test_tokens_of_a_range_are_those_that_touch_it(a: int, b: int) -> None:
    start, end = min(a, b, len(_TEXT) - 1), max(a, b, 1)
    end = max(end, start + 1)
    span = _PAGE.cut(start, end)
    holding = [p for p in _PAGE.paragraphs if p.start <= start < p.end]
    assert _PAGE.paragraph_of(span) == (holding[0] if holding else None)
    touched = [t for p in holding for t in p.doc if p.at(t) < end and p.until(t) > start]
    assert list(_PAGE.tokens(span)) == touched
