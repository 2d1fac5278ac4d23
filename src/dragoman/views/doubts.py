"""The links most worth a person's judgement: uncertain ones on which much depends, the most worth first."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dragoman.link.clusters import LinkScore, pair
from dragoman.link.linkage import load_linkage
from dragoman.link.sentences import sentence_of
from dragoman.link.weak_links import Parts, holding, missing
from dragoman.model.claim import Claim, Field
from dragoman.model.codec import to_plain
from dragoman.model.judgement import Kind
from dragoman.model.record import RecordData
from dragoman.model.span import Span
from dragoman.model.verdict import Verdict
from dragoman.reconcile.compare import allow
from dragoman.views.phrases import in_marks, on_one_line
from dragoman.views.why import Ground, grounds

_WINDOW = 0.25
"""The score of a figure is uncertain within this share of the points that join; an event's within those that hold."""
CONFLICT = 10
"""A conflict that stands or falls with a link counts as so many claims."""
_FLOOR = 0.25
"""The least that the uncertainty of a link counts, where nothing but other links keeps two things apart."""
_HEAD = "{number}  {kind}, {state}; score {score:.2f}, joins at {join:.2f}; {claims} and {conflicts} depend on it"
NO_DOUBTS = "no link is uncertain"


@dataclass(frozen=True, slots=True)
class Doubt:
    """One link: the ids of its ends, whether they are together now, and what depends on it.

    `claims` would move to another item or would come together, `conflicts` would go or come; `worth` is the uncertainty
    (1 at the threshold) times the claims and ten times the conflicts; `sentences` are those in which the ends stand.
    """

    kind: Kind
    a: str
    b: str
    together: bool
    score: float
    join: float
    claims: int
    conflicts: int
    worth: float
    ends: tuple[Ground, Ground]
    sentences: tuple[Span, Span]
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class _Matter:
    """All of a record that one kind of link puts together."""

    kind: Kind
    join: float
    window: float
    items: Mapping[str, tuple[str, ...]]
    claims: Mapping[str, tuple[Claim, ...]]

    @cached_property
    def item_of(self) -> dict[str, str]:
        """Each member to its item."""
        return {member: item for item, members in self.items.items() for member in members}


def doubts(record: RecordData, links: Iterable[LinkScore]) -> tuple[Doubt, ...]:
    """The links of events and figures in order of worth; what somebody has judged already is left out."""
    scores, judged = tuple(links), [frozenset(row.things) for row in record.judgements]
    weigher = _Weigher(record)
    found = (
        weigher.weigh(matter, link, parts)
        for matter in _matters(record)
        for link, parts in _links(matter, scores)
        if not any(parts[0] & things and parts[1] & things for things in judged)
    )
    return tuple(sorted(found, key=lambda d: (-d.worth, d.kind, d.a, d.b)))


def doubts_text(found: Sequence[Doubt]) -> str:
    """Doubts as lines: both ends in their words, with outlet and voice, and the reasons of the score."""
    return "\n".join(line for number, one in enumerate(found, 1) for line in _lines(one, number)) or NO_DOUBTS


def doubts_rows(found: Iterable[Doubt]) -> list[dict[str, Any]]:
    """One JSON object a doubt."""
    return [to_plain(one) for one in found]


def _lines(doubt: Doubt, number: int) -> Iterator[str]:
    yield _HEAD.format(
        number=number,
        kind=doubt.kind.value,
        state="together now" if doubt.together else "apart now",
        score=doubt.score,
        join=doubt.join,
        claims=_many(doubt.claims, "claim"),
        conflicts=_many(doubt.conflicts, "conflict"),
    )
    for identity, ground, sentence in zip((doubt.a, doubt.b), doubt.ends, doubt.sentences, strict=True):
        yield f"    {identity}  {ground.outlet}  {ground.voice}"
        words = in_marks(on_one_line(ground.span.exact))
        around = in_marks(on_one_line(sentence.exact))
        yield f"        {words}" + (f" in {around}" if not ground.span.covers(sentence) else "")
    yield from (f"      {reason}" for reason in doubt.reasons)


def _many(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def _matters(record: RecordData) -> Iterator[_Matter]:
    """Events by their mentions, figures by their claims; only what a claim tells can be shown."""
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(record.claims, key=lambda c: (c.field != Field.OCCURRENCE, c.id)):
        if claim.event_mention:
            told[claim.event_mention].append(claim)
    of_mentions = {mention: tuple(claims) for mention, claims in told.items()}
    linkage, numbers = load_linkage("events"), load_linkage("figures")
    events = {event.id: event.aliases for event in record.events}
    yield _Matter(Kind.EVENT, linkage.join, linkage.join - linkage.hold, events, of_mentions)
    of_claims = {claim.id: (claim,) for claim in record.claims}
    figures = {figure.id: figure.aliases for figure in record.figures}
    yield _Matter(Kind.FIGURE, numbers.join, numbers.join - numbers.hold, figures, of_claims)


def _links(matter: _Matter, scores: Iterable[LinkScore]) -> Iterator[tuple[LinkScore, Parts]]:
    """The links that decide and are uncertain, with what is on either end."""
    held = matter.item_of.keys() & matter.claims.keys()
    known = [link for link in scores if link.a in held and link.b in held]
    yield from holding(matter.items, known, most=matter.join + matter.window)
    yield from missing(matter.items, known, least=matter.join - matter.window)


class _Weigher:
    """What depends on a link of a record."""

    def __init__(self, record: RecordData) -> None:
        self._record = record
        self._reports = {report.id: report for report in record.reports}
        self._conflicts = {pair(c.a, c.b) for c in record.comparisons if c.verdict == Verdict.CONFLICT}

    def weigh(self, matter: _Matter, link: LinkScore, parts: Parts) -> Doubt:
        """The doubt over a link that has these members on either end."""
        together = matter.item_of[link.a] == matter.item_of[link.b]
        claims = [[c for member in sorted(part) for c in matter.claims.get(member, ())] for part in parts]
        hanging = self._between(claims) if together else int(_would_conflict(matter, link))
        moving = min(len(side) for side in claims)
        away = min(1.0, abs(link.score - matter.join) / matter.window)
        first, second = (next(grounds(matter.claims[end][:1], self._record)) for end in (link.a, link.b))
        return Doubt(
            kind=matter.kind,
            a=link.a,
            b=link.b,
            together=together,
            score=link.score,
            join=matter.join,
            claims=moving,
            conflicts=hanging,
            worth=round((1 - (1 - _FLOOR) * away) * (moving + CONFLICT * hanging), 3),
            ends=(first, second),
            sentences=(self._sentence(first), self._sentence(second)),
            reasons=link.reasons,
        )

    def _between(self, claims: Sequence[Sequence[Claim]]) -> int:
        """How many conflicts stand between the claims of two parts."""
        one, other = ({claim.id for claim in side} for side in claims)
        return sum((a in one and b in other) or (a in other and b in one) for a, b in self._conflicts)

    def _sentence(self, ground: Ground) -> Span:
        return sentence_of(ground.span, self._reports[ground.span.report])


def _would_conflict(matter: _Matter, link: LinkScore) -> bool:
    """Whether two numbers would contradict each other if they were one figure."""
    (a, *_), (b, *_) = matter.claims[link.a], matter.claims[link.b]
    return matter.kind == Kind.FIGURE and not allow(a, b)
