"""Best, low and high of the readings of one number: the one place in which the rule stands (codebook, section 17)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.model.claim import Claim
from dragoman.model.event import Polarity
from dragoman.model.quantity import Hedge
from dragoman.model.verdict import Comparison, Verdict
from dragoman.reconcile.bounds import amount_of, size, stated


@dataclass(frozen=True, slots=True)
class End:
    """The lowest or highest number given, in the best reading's unit; `open` where no reading closes that end."""

    number: float
    open: bool


@dataclass(frozen=True, slots=True)
class Extent:
    """The reading taken as the best, and the ends of all; None where no reading gives a number."""

    best: Claim
    low: End | None
    high: End | None

    @property
    def value(self) -> float | None:
        """The number that the best reading prints."""
        return self.best.value if isinstance(self.best.value, int | float) else None


def extent(claims: Sequence[Claim], comparisons: Iterable[Comparison], *, order: Mapping[str, str]) -> Extent:
    """The extent of readings; `order` says when each report came out.

    Left out is what is denied, what its own voice has replaced since, and, of the ends, what is counted in another
    scope than the best reading.
    """
    known = {claim.id: claim for claim in claims}
    pairs = [c for c in comparisons if c.a in known and c.b in known]
    old = {c.a for c in pairs if c.verdict == Verdict.REVISED and _before(known[c.a], known[c.b], order)}
    claims = [c for c in claims if c.id not in old] or claims
    claims = [c for c in claims if c.polarity != Polarity.DENIED or c.value == 0] or claims
    best = _best(claims, order)
    same = {c.id for c in claims if _number(c) == _number(best)}
    other = {i for c in pairs if c.verdict == Verdict.DIFFERENT_SCOPE and same & {c.a, c.b} for i in (c.a, c.b)} - same
    ends = [c for c in claims if c.id not in other]
    return Extent(best, _low(ends, size(best)), _high(ends, size(best)))


def _before(a: Claim, b: Claim, order: Mapping[str, str]) -> bool:
    return order.get(a.report, "") < order.get(b.report, "")


def _best(claims: Sequence[Claim], order: Mapping[str, str]) -> Claim:
    """The number that most accounts give; among equals an exact reading, the newest, the lowest."""
    accounts = Counter(number for _, number in {(c.account, _number(c)) for c in claims})

    def rank(claim: Claim) -> tuple[bool, int, bool]:
        return claim.value is None, -accounts[_number(claim)], claim.hedge != Hedge.EXACT

    first = min(map(rank, claims))
    top = [c for c in claims if rank(c) == first]
    last = max(order.get(c.report, "") for c in top)
    newest = [c for c in top if order.get(c.report, "") == last]
    lowest = min(newest, key=lambda c: (amount_of(c) or stated(c).low or 0.0, c.id))
    alike = (c for c in top if _number(c) == _number(lowest))
    return min(alike, key=lambda c: (order.get(c.report, ""), c.id))


def _number(claim: Claim) -> tuple[float | None, bool, bool]:
    """The number printed, in the base unit (None for words such as "several"), and whether it is not reached itself."""
    value = amount_of(claim)
    return (None if value is None else round(value, 6)), claim.low_strict, claim.high_strict


def _low(claims: Sequence[Claim], unit: float) -> End | None:
    """The lowest number; a reading that lies wholly below its own number leaves the end open.

    The least that a vague word can mean ("dozens") is no lowest number where another reading prints one.
    """
    ends = []
    for claim in [c for c in claims if c.hedge != Hedge.VAGUE] or claims:
        given, value = stated(claim), amount_of(claim)
        number = next((n for n in (given.low, value, given.high) if n is not None), None)
        if number is not None:
            ends.append((number, not (given.low is None and given.high_strict), given.low is None))
    return _end(ends, min(ends)[:2] if ends else None, unit)


def _high(claims: Sequence[Claim], unit: float) -> End | None:
    """The highest number; a reading that lies wholly above its own number leaves the end open."""
    ends = []
    for claim in claims:
        given, value = stated(claim), amount_of(claim)
        number = next((n for n in (given.high, value, given.low) if n is not None), None)
        if number is not None:
            ends.append((number, given.high is None and given.low_strict, given.high is None))
    return _end(ends, max(ends)[:2] if ends else None, unit)


def _end(ends: Iterable[tuple[float, bool, bool]], outermost: tuple[float, bool] | None, unit: float) -> End | None:
    """The outermost number, closed where one of the readings that give it closes it."""
    if outermost is None:
        return None
    return End(round(outermost[0] / unit, 6), all(is_open for *end, is_open in ends if tuple(end) == outermost))
