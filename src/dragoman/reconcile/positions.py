"""What each party wants of each issue, over all claims and over time; what was put to the other side."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from dragoman.link.clusters import LinkScore, clusters, pair
from dragoman.link.sides import Sides
from dragoman.link.words import content, overlap
from dragoman.model.attribution import VoiceKind
from dragoman.model.claim import Claim
from dragoman.model.entity import Actor
from dragoman.model.position import Position, PositionMention, Proposal, Stance, Step
from dragoman.reconcile.linked import Linked

_ANSWERS = frozenset(
    {Stance.ACCEPTS, Stance.ACCEPTS_WITH_CONDITIONS, Stance.REJECTS, Stance.UNDECIDED, Stance.CONCEDES}
)
"""Stances of which a later one takes the place of an earlier one."""
_NEAR, _ALIKE, _SHARED = 400, 0.6, 0.5
"""Characters within which one report's terms belong together; likeness by which two reports' terms are the same."""


def group_positions(mentions: Iterable[PositionMention], sides: Sides) -> tuple[tuple[str, ...], ...]:
    """Mentions of one party's one stance on one issue, each group sorted."""
    groups: dict[tuple[str, str, Stance], list[str]] = defaultdict(list)
    for mention in mentions:
        party = sides.of_actor(mention.party) or f"={mention.party.name}"
        groups[party, mention.issue, mention.stance].append(mention.id)
    return tuple(sorted(tuple(sorted(group)) for group in groups.values()))


def positions(
    linked: Linked, groups: Iterable[Sequence[str]], claims: Mapping[str, Sequence[Claim]]
) -> tuple[Position, ...]:
    """All positions sorted by id; `claims` are the claims about each merged position."""
    mentions = {mention.id: mention for mention in linked.material.positions}
    made = [_position(linked, [mentions[m] for m in group], claims.get(group[0], ())) for group in groups]
    return tuple(sorted((_until(p, made) for p in made), key=lambda p: p.id))


def _position(linked: Linked, mentions: Sequence[PositionMention], claims: Sequence[Claim]) -> Position:
    best = min(mentions, key=lambda m: (*_rank(m, linked), m.id))
    conditioned = [m for m in sorted(mentions, key=lambda m: (*_rank(m, linked), m.id)) if m.conditions]
    days = [day for claim in claims if (day := claim.as_of or linked.published(claim.report))]
    return Position(
        id=min(m.id for m in mentions),
        party=party_of(best.party, linked.sides),
        issue=best.issue,
        stance=best.stance,
        content=" ".join(best.content.exact.split()),
        conditions=conditioned[0].conditions.exact if conditioned and conditioned[0].conditions else "",
        spoken_by=_speaker(mentions, linked.sides),
        since=min(days, default=None),
        until=None,
        claims=tuple(sorted(claim.id for claim in claims)),
    )


def party_of(actor: Actor, sides: Sides) -> Actor:
    """The side for which an actor stands, where the record names it, else the actor."""
    return sides.actor_of(sides.of_actor(actor)) or actor


def _rank(mention: PositionMention, linked: Linked) -> tuple[bool, int]:
    """The party's own word first, then the fullest words."""
    own = mention.voice.kind == VoiceKind.NAMED and mention.voice.side == linked.sides.of_actor(mention.party)
    return not own, -len(mention.content.exact)


def _speaker(mentions: Sequence[PositionMention], sides: Sides) -> Actor | None:
    """Who of the party speaks for it most often, or None when only others do."""
    said = Counter(
        Actor(m.voice.entity, m.voice.name)
        for m in mentions
        if m.voice.kind == VoiceKind.NAMED and m.voice.side and m.voice.side == sides.of_actor(m.party)
    )
    return min(said, key=lambda a: (-said[a], a.name, a.entity or "")) if said else None


def _until(position: Position, others: Iterable[Position]) -> Position:
    """An answer holds until the day on which the party is first reported to give another answer."""
    if position.stance not in _ANSWERS or position.since is None:
        return position
    later = [
        other.since
        for other in others
        if (other.party, other.issue) == (position.party, position.issue)
        and other.stance in _ANSWERS - {position.stance}
        and other.since is not None
        and other.since > position.since
    ]
    fields = {name: getattr(position, name) for name in Position.__slots__}
    return Position(**{**fields, "until": min(later, default=None)})


def proposals(linked: Linked, claims: Mapping[str, Sequence[Claim]]) -> tuple[Proposal, ...]:
    """All that was put to another side, sorted by id; `claims` are the claims that cite each position mention."""
    put = {m.id: m for m in linked.material.positions if m.proposal}
    scores = []
    for a, b in combinations(put.values(), 2):
        if reason := _one_proposal(a, b, linked):
            scores.append(LinkScore(*pair(a.id, b.id), 1.0, (reason,)))
    groups = clusters(put, scores, join=1.0, hold=0.3)
    return tuple(_proposal([put[m] for m in group], linked, claims) for group in groups)


def _one_proposal(a: PositionMention, b: PositionMention, linked: Linked) -> str:
    if linked.sides.of_actor(a.party) != linked.sides.of_actor(b.party):
        return ""
    if a.span.report == b.span.report and abs(a.span.start - b.span.start) <= _NEAR:
        return "terms told together"
    same = a.issue == b.issue and a.span.report != b.span.report
    shared = overlap(content(a.content.exact), content(b.content.exact)) >= _SHARED
    alike = linked.similarity(a.content.exact, b.content.exact) >= _ALIKE
    return "the same terms" if same and (shared or alike) else ""


def _proposal(mentions: Sequence[PositionMention], linked: Linked, claims: Mapping[str, Sequence[Claim]]) -> Proposal:
    best = max(mentions, key=lambda m: (len(m.content.exact), m.id))
    by_issue: dict[str, list[PositionMention]] = defaultdict(list)
    for mention in sorted(mentions, key=lambda m: (m.content, m.id)):
        by_issue[mention.issue].append(mention)
    steps = tuple(_step(same, claims) for same in by_issue.values()) if len(by_issue) > 1 else ()
    return Proposal(
        id=min(m.id for m in mentions),
        author=party_of(best.party, linked.sides),
        to=next((party_of(m.to, linked.sides) for m in sorted(mentions, key=lambda m: m.id) if m.to), None),
        content=" ".join(best.content.exact.split()),
        steps=steps,
        claims=_cited(mentions, claims),
    )


def _step(mentions: Sequence[PositionMention], claims: Mapping[str, Sequence[Claim]]) -> Step:
    fullest = max(mentions, key=lambda m: (len(m.content.exact), m.id))
    return Step(" ".join(fullest.content.exact.split()), fullest.to, None, _cited(mentions, claims))


def _cited(mentions: Iterable[PositionMention], claims: Mapping[str, Sequence[Claim]]) -> tuple[str, ...]:
    return tuple(sorted({claim.id for mention in mentions for claim in claims.get(mention.id, ())}))
