"""Two numbers that differ only in how their digits are set: ten times the other, or two digits changed round."""

from dragoman.model.claim import Claim
from dragoman.reconcile.bounds import amount_of, size

_TIMES = (10, 100, 1000)
_FEWEST = 2
"""Digits that a number must have for their order to say something."""


def slip(a: Claim, b: Claim) -> tuple[str, int]:
    """ "times" with how many, "order" with 0, or ("", 0) where nothing shows that one may be the other misprinted."""
    first, second = amount_of(a), amount_of(b)
    if not first or not second or size(a) != size(b):
        return "", 0
    large, small = max(first, second), min(first, second)
    if (times := large / small) in _TIMES and small >= 1:
        return "times", int(times)
    return ("order", 0) if _changed_round(large / size(a), small / size(a)) else ("", 0)


def _changed_round(one: float, other: float) -> bool:
    """Whether two neighbouring digits stand in the other order (1,324 and 1,234)."""
    if not (one.is_integer() and other.is_integer()):
        return False
    first, second = str(int(one)), str(int(other))
    if len(first) != len(second) or len(first) < _FEWEST:
        return False
    apart = [i for i, (x, y) in enumerate(zip(first, second, strict=True)) if x != y]
    if len(apart) != 2 or apart[1] - apart[0] != 1:
        return False
    i, j = apart
    return (first[i], first[j]) == (second[j], second[i])
