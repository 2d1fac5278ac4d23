"""Judgements are rows of a log that only grows: what is in force does not depend on the order of its rows."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.judgement import Anchor, Answer, Effect, Judgement, Kind, fault, in_force, judgement, standing

FIRST = Anchor(Kind.EVENT, "r-1", 4, 10, "shells", "The ", " fell")
SECOND = Anchor(Kind.EVENT, "r-2", 0, 6, "strike", "", " on the port")
THIRD = Anchor(Kind.EVENT, "r-3", 0, 6, "attack", "", " of Sunday")


def row(verdict: Answer = Answer.SAME, by: str = "Ann", when: str = "2031-03-09T10:00:00.000+00:00") -> Judgement:
    return judgement(verdict, (FIRST, SECOND), by=by, when=when)


def taken_back(other: Judgement, when: str = "2031-03-10T10:00:00.000+00:00") -> Judgement:
    return judgement(Answer.WITHDRAWN, (), by="Ben", when=when, withdraws=other.id)


def test_the_order_of_two_anchors_says_nothing_and_what_became_of_a_row_does_not_count() -> None:
    assert judgement(Answer.SAME, (SECOND, FIRST), by="Ann", when=row().when) == row()
    assert fault(replace(row(), effect=Effect.LOST, note="gone", things=("em-1",))) == ""


def test_of_different_things_the_first_is_the_one_that_is_set_apart() -> None:
    said = judgement(Answer.DIFFERENT, (THIRD, SECOND, FIRST), by="Ann", when="2031-03-09")
    assert said.anchors == (THIRD, FIRST, SECOND)
    assert said.id != judgement(Answer.DIFFERENT, (FIRST, SECOND, THIRD), by="Ann", when="2031-03-09").id


def test_what_is_taken_back_is_out_until_that_is_taken_back_too() -> None:
    said = row()
    undone = taken_back(said)
    again = taken_back(undone, "2031-03-11T10:00:00.000+00:00")
    assert in_force((said,)) == (said,)
    assert in_force((said, undone)) == ()
    assert in_force((said, undone, again)) == (said,)
    assert standing((said, undone, again)) == {said.id, again.id}


@given(st.lists(st.integers(-1, 9), min_size=1, max_size=9), st.randoms())
def test_any_order_and_any_repetition_of_the_log_gives_the_same(targets: list[int], random) -> None:
    """Each number is the earlier row that this one takes back, or none: then it is a judgement of its own."""
    log: list[Judgement] = []
    for number, target in enumerate(targets):
        earlier = log[target] if 0 <= target < number else None
        log.append(taken_back(earlier, f"w{number}") if earlier else row(when=f"j{number}"))
    shuffled = [*random.sample(log, len(log)), *random.sample(log, len(log) // 2)]
    assert in_force(shuffled) == in_force(log)
    left = standing(log)
    for one in log:
        assert (one.id in left) != any(other.id in left and other.withdraws == one.id for other in log)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (judgement(Answer.SAME, (FIRST, SECOND), by=" ", when="w"), "who judged"),
        (judgement(Answer.SAME, (FIRST,), by="Ann", when="w"), "two anchors"),
        (judgement(Answer.SAME, (FIRST, replace(SECOND, kind=Kind.FIGURE)), by="Ann", when="w"), "different kinds"),
        (judgement(Answer.SAME, (FIRST, replace(SECOND, end=9)), by="Ann", when="w"), "hold its words"),
        (judgement(Answer.WITHDRAWN, (), by="Ann", when="w"), "takes back"),
        (replace(row(), why="made up later"), "id is not"),
    ],
)
def test_a_row_that_cannot_be_used_says_why(wrong: Judgement, said: str) -> None:
    assert said in fault(wrong)
