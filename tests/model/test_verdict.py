"""A figure's verdict is derived from its pairs."""

from dragoman.model.verdict import AGREEMENT_ORDER, Verdict, weakest


def test_no_pair_is_single() -> None:
    assert weakest(()) is Verdict.SINGLE


def test_one_conflict_makes_a_conflict() -> None:
    assert weakest((Verdict.SAME, Verdict.CONFLICT, Verdict.FINER)) is Verdict.CONFLICT


def test_else_the_pair_that_agrees_least_decides() -> None:
    assert weakest((Verdict.SAME, Verdict.COMPATIBLE)) is Verdict.COMPATIBLE


def test_every_verdict_of_a_pair_has_its_place() -> None:
    assert set(AGREEMENT_ORDER) == set(Verdict) - {Verdict.SINGLE}
