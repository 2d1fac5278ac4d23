"""Numbers told for each side, for one side, and in all: put side by side and reckoned, not mistaken for each other."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from dragoman.link.counted import Counted, kind_of
from dragoman.link.ties import days_between, kin, one_time, tied
from dragoman.model.claim import Claim
from dragoman.model.verdict import Comparison, Verdict
from dragoman.reconcile.bounds import amount_of
from dragoman.reconcile.figures import comparison
from dragoman.reconcile.linked import Linked
from dragoman.reconcile.reasons import amount, because, number
from dragoman.reconcile.voices import comparable, teller

_SIDES = 2
_WINDOW = 21
"""Days between reports beyond which two numbers are not compared."""
_IN_ALL = "in all"


def compare_totals(linked: Linked, counted: Sequence[Counted]) -> tuple[Comparison, ...]:
    """One comparison for each number of a side, or of each side, and each number in all, sorted by id."""
    by_time = sorted(counted, key=lambda c: (linked.order.get(c.report, ""), c.claim.span, c.id))
    totals = _distinct(c for c in by_time if _IN_ALL in c.claim.scope and amount_of(c.claim))
    shares = _distinct(c for c in by_time if _share(c.claim))
    found: dict[tuple[object, ...], Comparison] = {}
    of_thing: dict[str, set[int]] = defaultdict(set)
    for place, total in enumerate(totals):
        for thing in total.things | kind_of(total.things):
            of_thing[thing].add(place)
    for share in shares:
        near = {n for thing in share.things | kind_of(share.things) for n in of_thing.get(thing, ())}
        for total in (totals[n] for n in sorted(near) if _one_matter(share, totals[n])):
            key = share.claim.per, share.claim.side, amount_of(share.claim), amount_of(total.claim), share.things
            found.setdefault(key, _reckoned(share.claim, total.claim, linked))
    return tuple(sorted(found.values(), key=lambda c: c.id))


def _distinct(counted: Iterable[Counted]) -> list[Counted]:
    """The first of all that one voice tells of one event in copies."""
    first: dict[tuple[object, ...], Counted] = {}
    for c in counted:
        claim = c.claim
        key = teller(claim), claim.account, amount_of(claim), claim.per, claim.side, c.things, c.done, c.event, c.near
        first.setdefault(key, c)
    return list(first.values())


def _share(claim: Claim) -> bool:
    return bool(amount_of(claim)) and _IN_ALL not in claim.scope and (claim.per == "side" or bool(claim.side))


def _one_matter(a: Counted, b: Counted) -> bool:
    """Whether both count one thing to which one thing is done, in reports near in time that tell of one event."""
    if a.measure != b.measure or not kin(a, b) or not a.done & b.done or a.part or b.part:
        return False
    if days_between(a.published, b.published) > _WINDOW or not comparable(a.claim, b.claim):
        return False
    return tied(a, b) or (one_time(a, b) and a.claim.per == "side")


def _reckoned(share: Claim, total: Claim, linked: Linked) -> Comparison:
    """Each side's number times two against the number in all; one side's number is only a part of it."""
    said = {"a": amount(share), "b": amount(total)}
    if share.per != "side":
        reason = because("one-side", **said, side=share.side)
        return comparison(share, total, Verdict.DIFFERENT_SCOPE, reason, order=linked.order)
    both = _SIDES * (amount_of(share) or 0.0)
    if both == amount_of(total) and share.hedge == total.hedge:
        return comparison(share, total, Verdict.SAME, because("each", **said), order=linked.order)
    reason = because("each-not", **said, sum=number(both))
    return comparison(share, total, Verdict.DIFFERENT_SCOPE, reason, order=linked.order)
