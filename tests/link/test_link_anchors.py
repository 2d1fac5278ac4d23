"""Anchors find their words again in a changed text, and say so where they cannot."""

from dataclasses import replace

import pytest
from builders import at, report
from hypothesis import given
from hypothesis import strategies as st

from dragoman.link.anchors import ELSEWHERE, GONE, SEVERAL, anchor_at, locate
from dragoman.model.judgement import Kind
from dragoman.model.span import Span

TEXT = "Norvania shelled Orsk port on Sunday, the army said. The ministry said that shells hit the mill."
TOLD = report(TEXT)


def anchor(words: str, text: str = TEXT):
    start = text.index(words)
    return anchor_at(Kind.EVENT, Span.cut("r-1", text, start, start + len(words)), text)


def test_words_are_found_where_they_stood():
    span = at(TOLD, "shelled")
    assert locate(anchor_at(Kind.EVENT, span, TOLD.text), TOLD.id, TOLD.text) == (span, "")


@pytest.mark.parametrize(
    "changed",
    [
        "CORRECTED: the day was wrong.\n\n" + TEXT,
        TEXT.replace("Sunday", "Saturday").replace("The ministry", "The Sudrian ministry"),
        TEXT.replace(" ", "\n", 4),
    ],
)
def test_words_are_found_again_after_an_edit_elsewhere(changed):
    found, reason = locate(anchor("shells"), "r-2", changed)
    assert reason == ""
    assert found.start == changed.index("shells")


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        (TEXT.replace("shelled", "bombed"), GONE),
        ("Years ago it was Sudria that shelled a town in the far north of the country.", ELSEWHERE),
        (f"{TEXT} {TEXT}", SEVERAL),
    ],
)
def test_what_is_not_found_for_sure_is_not_guessed(changed, reason):
    assert locate(anchor("shelled"), "r-2", changed) == (None, reason)


def test_the_old_place_decides_between_places_that_are_alike_only_in_the_report_itself():
    twice = "Shells fell. " * 9
    made = replace(anchor("fell", twice), start=twice.index("fell", 50), prefix="Shells ", suffix=". Shells")
    assert locate(made, "r-1", twice)[0].start == made.start
    assert locate(made, "r-2", twice) == (None, SEVERAL)


@given(st.text(alphabet="ab .\n", min_size=1, max_size=60), st.data())
def test_every_span_of_a_text_is_found_by_its_anchor(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span.cut("r-1", text, start, data.draw(st.integers(start + 1, len(text))))
    assert locate(anchor_at(Kind.FIGURE, span, text), "r-1", text) == (span, "")
