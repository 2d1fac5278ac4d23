"""Work over processes keeps its order, and numeric libraries there take one thread unless the user says otherwise."""

import os

import pytest

from dragoman.engine.local import each, single_threaded


def threads_said(_: int) -> str:
    return os.environ.get("OMP_NUM_THREADS", "")


def squared(number: int) -> int:
    return number * number


def test_results_come_in_the_order_of_the_items() -> None:
    assert list(each(squared, range(50), workers=2)) == [n * n for n in range(50)]


def test_processes_take_one_thread_and_the_caller_is_left_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    assert set(each(threads_said, range(4), workers=2)) == {"1"}
    assert "OMP_NUM_THREADS" not in os.environ


def test_what_the_user_says_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OMP_NUM_THREADS", "3")
    with single_threaded():
        assert os.environ["OMP_NUM_THREADS"] == "3"
    assert os.environ["OMP_NUM_THREADS"] == "3"
