"""Promises: who to whom, what, by when, and what became of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from dragoman.link.clusters import LinkScore, clusters, pair
from dragoman.link.marks import marks
from dragoman.link.words import content, overlap
from dragoman.model.claim import Claim
from dragoman.model.entity import Actor
from dragoman.model.position import Commitment, CommitmentMention, Status
from dragoman.reconcile.events import time_of
from dragoman.reconcile.linked import Linked
from dragoman.reconcile.positions import party_of

_ALIKE, _SHARED = 0.6, 0.5
_OPEN = (Status.DUE, Status.OPEN)
_CLOSED = frozenset({Status.KEPT, Status.PARTLY_KEPT, Status.BROKEN})


@dataclass(frozen=True, slots=True)
class CommitmentLinks:
    """Groups of mention ids, each one promise, and the scores behind them."""

    groups: tuple[tuple[str, ...], ...]
    scores: tuple[LinkScore, ...]


def group_commitments(linked: Linked) -> CommitmentLinks:
    """Mentions of one promise: one promiser, the same matter, no mark that sets them apart."""
    mentions = {m.id: m for m in linked.material.commitments}
    scores = []
    for a, b in combinations(mentions.values(), 2):
        if reason := _one(a, b, linked):
            scores.append(LinkScore(*pair(a.id, b.id), 1.0, (reason,)))
    return CommitmentLinks(clusters(mentions, scores, join=1.0, hold=0.5), tuple(scores))


def commitments(
    linked: Linked, groups: Sequence[Sequence[str]], claims: Mapping[str, Sequence[Claim]]
) -> tuple[Commitment, ...]:
    """All promises sorted by id; `claims` are the claims about each."""
    mentions = {m.id: m for m in linked.material.commitments}
    made = [_commitment(linked, [mentions[m] for m in group], claims.get(group[0], ())) for group in groups]
    return tuple(sorted(made, key=lambda c: c.id))


def _one(a: CommitmentMention, b: CommitmentMention, linked: Linked) -> str:
    mine, theirs = linked.sides.of_actors(a.by), linked.sides.of_actors(b.by)
    if not mine or mine != theirs or not a.due.meets(b.due) or a.span.overlaps(b.span):
        return ""
    if a.to and b.to and linked.sides.of_actor(a.to) != linked.sides.of_actor(b.to):
        return ""
    first, second = (marks(m.span.exact, max(0, m.what.start - m.span.start)) for m in (a, b))
    if first.exclude(second) or first.further != second.further:
        return ""
    shared = overlap(content(a.what.exact), content(b.what.exact)) >= _SHARED
    alike = linked.similarity(a.what.exact, b.what.exact) >= _ALIKE
    return "the same promiser and the same matter" if shared or alike else ""


def _commitment(linked: Linked, mentions: Sequence[CommitmentMention], claims: Sequence[Claim]) -> Commitment:
    fullest = max(mentions, key=lambda m: (len(m.what.exact), m.id))
    parties = dict.fromkeys(party_of(actor, linked.sides) for actor in fullest.by)
    to = next((m.to for m in sorted(mentions, key=lambda m: m.id) if m.to), None)
    return Commitment(
        id=min(m.id for m in mentions),
        by=_by(tuple(parties)),
        to=party_of(to, linked.sides) if to else None,
        what=" ".join(fullest.what.exact.split()),
        due=time_of([m.due for m in mentions]),
        status=_status(linked, mentions),
        claims=tuple(sorted(claim.id for claim in claims)),
    )


def _by(parties: tuple[Actor, ...]) -> tuple[Actor, ...]:
    return tuple(sorted(parties, key=lambda a: (a.name, a.entity or "")))


def _status(linked: Linked, mentions: Sequence[CommitmentMention]) -> Status:
    """What the latest reports say became of it; kept and broken in reports of one day is disputed."""
    told = sorted((linked.order.get(m.span.report, "").split("#")[0], m.status) for m in mentions)
    closed = [(day, status) for day, status in told if status in _CLOSED or status == Status.OVERTAKEN]
    if not closed:
        said = {status for _, status in told}
        return Status.DISPUTED if Status.DISPUTED in said else next(s for s in _OPEN if s in said)
    last = {status for day, status in closed if day == closed[-1][0]}
    if Status.BROKEN in last and last & {Status.KEPT, Status.PARTLY_KEPT}:
        return Status.DISPUTED
    return min(last)
