"""Marks of hand-marked texts come out as exact ranges; a slip of the hand is named, not guessed at."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import InputError
from dragoman.train.marked import read_marked, unmark


def test_ranges_say_the_marked_words_also_when_nested_and_in_pieces() -> None:
    text = unmark("{K1 “Nothing moves,”} {S1 the envoy} {C1 said}. {K1 “{S2 The guards} {C2 say} {K2 so} too.”}")
    assert text.text == "“Nothing moves,” the envoy said. “The guards say so too.”"
    first, second = text.attributions
    assert [text.text[a:b] for a, b in first.content] == ["“Nothing moves,”", "“The guards say so too.”"]
    assert [text.text[a:b] for a, b in (*second.source, *second.cue, *second.content)] == ["The guards", "say", "so"]


@pytest.mark.parametrize(
    ("marked", "fault"),
    [
        ("{S1 He {C1 said} {K1 no}", "not closed"),
        ("He said} no", "not opened"),
        ("{S1 He} {C1 said} no", "needs a cue and a content"),
        ("{S1 He} {C1 said } {K1 no}", "blank"),
        ("{S1 He} {C1 said} {K1 no} {ha", "no mark"),
    ],
)
def test_slips_are_named(marked: str, fault: str) -> None:
    with pytest.raises(InputError, match=fault):
        unmark(marked)


@given(st.text(alphabet=st.characters(exclude_characters="{}"), max_size=80))
def test_a_text_without_marks_stays_as_it_is(text: str) -> None:
    assert unmark(text).text == text


def test_texts_of_a_file_are_parted_by_lines(tmp_path: Path) -> None:
    path = tmp_path / "two.txt"
    path.write_text("{S1 A} {C1 says} {K1 no}.\n---\nNothing here.\n", encoding="utf-8")
    assert [(t.name, len(t.attributions)) for t in read_marked(path)] == [("two.txt#0", 1), ("two.txt#1", 0)]
