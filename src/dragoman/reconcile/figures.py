"""Figures: the readings of one number side by side, with a verdict for each pair and for the whole."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations

from dragoman.link.clusters import Pair, pair
from dragoman.link.figures import FigureLinks, NearPair
from dragoman.model.attribution import VoiceKind
from dragoman.model.claim import About, Claim
from dragoman.model.figure import Figure
from dragoman.model.ids import content_id
from dragoman.model.quantity import Hedge
from dragoman.model.verdict import Comparison, Verdict, weakest
from dragoman.reconcile.accounts import count_accounts
from dragoman.reconcile.bounds import amount_of, equal, stated
from dragoman.reconcile.compare import compare_amounts
from dragoman.reconcile.current import overtaken
from dragoman.reconcile.extent import extent
from dragoman.reconcile.linked import Linked
from dragoman.reconcile.reasons import amount, because, between_days, voice_name, written
from dragoman.reconcile.standing import standing
from dragoman.reconcile.voices import comparable, voice_key

_OWN = frozenset({VoiceKind.OUTLET, VoiceKind.HEARSAY})
_Amount = tuple[object, ...]
_MANY = 12
"""Reports above which readings are no longer compared one by one."""


@dataclass(frozen=True, slots=True)
class _Pair:
    comparison: Comparison
    between_sides: bool


def figures(linked: Linked, links: FigureLinks) -> tuple[tuple[Figure, ...], tuple[Comparison, ...]]:
    """All figures and the comparisons of their readings, each sorted by id."""
    made: list[Figure] = []
    compared: list[Comparison] = []
    old = overtaken(linked.material.claims, linked.material.reports, links.groups)
    for group in links.groups:
        claims = [linked.claims[member] for member in group]
        done = frozenset[str]().union(*(links.done.get(member, frozenset()) for member in group))
        pairs = _tied(_pairs(linked, claims, done, revised=links.revised), claims, links.sure)
        pairs = _corrected(linked, pairs, claims, old.corrections)
        made.append(_figure(linked, [c for c in claims if c.id not in old.claims] or claims, claims, pairs))
        compared.extend(found.comparison for found in pairs)
    compared.extend(_near(linked, near) for near in links.near if _worth(linked, near))
    return tuple(sorted(made, key=lambda f: f.id)), tuple(sorted(compared, key=lambda c: c.id))


def comparison(a: Claim, b: Claim, verdict: Verdict, reason: str, *, order: Mapping[str, str]) -> Comparison:
    """A comparison of two claims, the earlier published first; its subject is what the first is about."""
    first, second = sorted((a, b), key=lambda c: (order.get(c.report, ""), c.id))
    event = first.event or second.event
    subject = About("event", event) if event else first.about
    identity = content_id("x", subject.kind, subject.id, first.field, *sorted((a.id, b.id)))
    return Comparison(identity, subject, first.field, first.id, second.id, verdict, reason)


def _pairs(linked: Linked, claims: Sequence[Claim], done: frozenset[str], *, revised: Collection[Pair]) -> list[_Pair]:
    """Compare readings of different accounts or voices, each claim with each.

    In a figure that very many reports give, one claim stands for all that one account has of one voice.
    """
    sides = _sides(claims)
    many = len({claim.report for claim in claims}) > _MANY
    distinct: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        told = (voice_key(claim), claim.account, stated(claim), amount_of(claim), claim.scope)
        distinct.setdefault(told if many else (claim.id,), claim)
    found = []
    for a, b in combinations(distinct.values(), 2):
        if pair(a.id, b.id) in revised:
            reason = because("raised", a=amount(a), b=amount(b), voice=voice_name(a))
            found.append(_Pair(comparison(a, b, Verdict.REVISED, reason, order=linked.order), False))
        elif comparable(a, b) or _restated(a, b, linked) or _reprinted(a, b, linked):
            against = bool(sides[a.id] and sides[b.id] and sides[a.id] != sides[b.id])
            verdict, reason = compare_amounts(a, b, order=linked.order, against=against, done=done)
            if verdict == Verdict.CONFLICT and not against and _withdrawn(a, b, claims, linked):
                verdict, reason = Verdict.REVISED, because("corrected", a=amount(a), b=amount(b), voice=a.outlet)
            found.append(_Pair(comparison(a, b, verdict, reason, order=linked.order), against))
    return found


def _withdrawn(a: Claim, b: Claim, claims: Sequence[Claim], linked: Linked) -> bool:
    """Whether the later of two versions of one report no longer gives the earlier one's reading."""
    if not linked.versions_of_one(a.report, b.report):
        return False
    early, late = sorted((a, b), key=lambda c: linked.order.get(c.report, ""))
    return not any(
        c.report == late.report and voice_key(c) == voice_key(early) and amount_of(c) == amount_of(early)
        for c in claims
    )


def _tied(pairs: Sequence[_Pair], claims: Sequence[Claim], sure: Collection[Pair]) -> list[_Pair]:
    """The pairs without contradictions between readings of which none is tied to the other by itself.

    A figure may hold numbers that only a third one joins; these contradict each other only where a reading of the one
    number is plainly of one thing with a reading of the other.
    """
    numbers: dict[object, int] = {}
    amounts = {c.id: numbers.setdefault((stated(c), amount_of(c)), len(numbers)) for c in claims}
    held = {frozenset((amounts[a], amounts[b])) for a, b in sure if a in amounts and b in amounts}
    apart = (Verdict.CONFLICT, Verdict.REVISED, Verdict.DIFFERENT_TIME)

    def kept(found: _Pair) -> bool:
        ends = frozenset((amounts[found.comparison.a], amounts[found.comparison.b]))
        return found.comparison.verdict not in apart or ends in held

    return [found for found in pairs if kept(found)]


def _corrected(
    linked: Linked, pairs: Sequence[_Pair], claims: Sequence[Claim], corrections: Collection[Pair]
) -> list[_Pair]:
    """The pairs, a number and the one that a later version of its report has for it as a revision, told once."""
    found: dict[object, _Pair] = {frozenset((p.comparison.a, p.comparison.b)): p for p in pairs}
    told: dict[object, frozenset[str]] = {}
    for a, b in permutations(claims, 2):
        if (a.id, b.id) in corrections and amount_of(a) != amount_of(b):
            ends = frozenset((a.id, b.id))
            found.pop(ends, None)
            if told.setdefault((a.report, b.report, _reading(a), _reading(b)), ends) == ends:
                reason = because("corrected", a=amount(a), b=amount(b), voice=a.outlet)
                found[ends] = _Pair(comparison(a, b, Verdict.REVISED, reason, order=linked.order), False)
    return list(found.values())


def _restated(a: Claim, b: Claim, linked: Linked) -> bool:
    """Whether one voice gives one account another number in a later report, or in a later version of one."""
    return linked.order.get(a.report) != linked.order.get(b.report) and not equal(a, b)


def _reprinted(a: Claim, b: Claim, linked: Linked) -> bool:
    """Whether two outlets print one account with two numbers."""
    return a.outlet != b.outlet and not linked.versions_of_one(a.report, b.report) and not equal(a, b)


def _sides(claims: Sequence[Claim]) -> dict[str, str]:
    """Whose count each reading is: its voice's side, and for an outlet's own the one side that gives the same."""
    spoken = {(_amount(c), c.voice.side): c for c in claims if c.voice.kind not in _OWN and c.voice.side}
    inherited: dict[_Amount, str] = {}
    for claim in claims:
        if claim.voice.kind in _OWN and not claim.voice.side and _amount(claim) not in inherited:
            same = {c.voice.side for c in spoken.values() if equal(c, claim)}
            inherited[_amount(claim)] = min(same) if len(same) == 1 else ""
    own = {claim.id: inherited.get(_amount(claim), "") if claim.voice.kind in _OWN else "" for claim in claims}
    return {claim.id: claim.voice.side or own[claim.id] for claim in claims}


def _amount(claim: Claim) -> _Amount:
    """All that makes two amounts equal."""
    return claim.unit, claim.value, claim.low, claim.high, claim.low_strict, claim.high_strict, claim.hedge


def _figure(linked: Linked, claims: Sequence[Claim], members: Sequence[Claim], pairs: Sequence[_Pair]) -> Figure:
    """The figure of `members`; what it amounts to is read from `claims`, those of them that no version overtook."""
    verdict = weakest(tuple(found.comparison.verdict for found in pairs))
    if count_accounts(claims) == 1 and verdict != Verdict.CONFLICT:
        verdict = Verdict.SINGLE
    conflict = any(found.between_sides and found.comparison.verdict == Verdict.CONFLICT for found in pairs)
    ends = extent(claims, [found.comparison for found in pairs], order=linked.order)
    best, low, high = ends.best, ends.low, ends.high
    return Figure(
        id=min(c.id for c in members),
        aliases=tuple(sorted(c.id for c in members)),
        event=best.event or next((c.event for c in claims if c.event), None),
        what=best.what or best.unit,
        unit=best.unit,
        side=best.side or next((c.side for c in claims if c.side), ""),
        scope=best.scope,
        verdict=verdict,
        standing=standing(claims, _parties(linked, claims), disputed=conflict),
        best=ends.value,
        low=None if low is None or low.open else low.number,
        high=None if high is None or high.open else high.number,
        claims=tuple(sorted(c.id for c in members)),
    )


def _parties(linked: Linked, claims: Iterable[Claim]) -> frozenset[str]:
    return frozenset(side for claim in claims for side in linked.parties_of(claim.event))


def _reading(claim: Claim) -> tuple[float | None, Hedge | None]:
    value = amount_of(claim)
    return (None if value is None else round(value, 6)), claim.hedge


def _worth(linked: Linked, near: NearPair) -> bool:
    a, b = linked.claims[near.a], linked.claims[near.b]
    return comparable(a, b) and not equal(a, b) and a.hedge != Hedge.VAGUE != b.hedge


def _near(linked: Linked, near: NearPair) -> Comparison:
    a, b = linked.claims[near.a], linked.claims[near.b]
    first, second = sorted((a, b), key=lambda c: (linked.order.get(c.report, ""), c.id))
    times = {"date": _when(linked, first), "date2": _when(linked, second)}
    reason = because(near.differs, a=amount(first), b=amount(second), **times)
    return comparison(a, b, near.verdict, reason, order=linked.order)


def _when(linked: Linked, claim: Claim) -> str:
    mention = linked.mentions.get(claim.event_mention or "")
    return between_days(mention.time.start, mention.time.end) if mention else written(None)
