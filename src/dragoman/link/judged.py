"""Judgements on the material at hand: what their anchors speak of, which of them hold, and what they ask for."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from dragoman.link.anchors import locate
from dragoman.link.clusters import Pair, pair
from dragoman.link.components import components
from dragoman.link.contradictions import contradictions
from dragoman.link.judgeable import places
from dragoman.link.material import Material
from dragoman.link.ruling import NOTHING, Ruling
from dragoman.model.judgement import Anchor, Answer, Effect, Judgement, Kind
from dragoman.model.report import Report

_NO_REPORT = "the report is not in the record"
_NOTHING_READ = "no {kind} is read at these words"
_ONE = "all its anchors are of one and the same {kind}"
_LOST = "“{words}” in {report}: {reason}"
_CONTRADICTED = "by {id} ({verdict}, {by}, {when})"
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Judged:
    """What judgements ask of each kind of link, and the judgements with what became of each, sorted by id."""

    rulings: Mapping[Kind, Ruling] = field(default_factory=dict)
    judgements: tuple[Judgement, ...] = ()

    def of(self, kind: Kind) -> Ruling:
        """What is asked of one kind of link."""
        return self.rulings.get(kind, NOTHING)


@dataclass(frozen=True, slots=True)
class _Found:
    """A judgement with the things of each anchor that is found, in order, and notes on the others."""

    row: Judgement
    things: tuple[tuple[str, ...], ...]
    lost: tuple[str, ...]

    @property
    def every(self) -> tuple[str, ...]:
        return tuple(sorted({thing for of_one in self.things for thing in of_one}))

    @property
    def pairs(self) -> set[Pair]:
        """The pairs that a `different` judgement tells apart."""
        if self.row.verdict != Answer.DIFFERENT or not self.things:
            return set()
        return {pair(a, b) for other in self.things[1:] for b in other for a in self.things[0]}

    @property
    def speaks(self) -> bool:
        """Whether at least two things are left to speak of, the first among them where it is set apart."""
        if self.row.verdict == Answer.DIFFERENT:
            return len(self.things) > 1 and all(a != b for a, b in self.pairs) and self.things[0] != ()
        return len(self.every) > 1


def judge_links(judgements: Iterable[Judgement], material: Material) -> Judged:
    """Find what judgements speak of; two that contradict each other have no effect, nor has one that is lost.

    The order of neither makes a difference.
    """
    rows = sorted(judgements, key=lambda row: row.id)
    if not rows:
        return Judged()
    finder = _Finder(material)
    found = [finder.find(row) for row in rows]
    speaking = [one for one in found if one.speaks]
    same = {one.row.id: one.every for one in speaking if one.row.verdict == Answer.SAME}
    different = [(one.row.id, ends) for one in speaking for ends in sorted(one.pairs)]
    against = contradictions(same, different)
    holding = [one for one in speaking if one.row.id not in against and one.row.verdict != Answer.UNSURE]
    by_id = {row.id: row for row in rows}
    return Judged(
        {kind: _ruling(one for one in holding if one.row.anchors[0].kind == kind) for kind in Kind},
        tuple(_told(one, [by_id[other] for other in sorted(against.get(one.row.id, ()))]) for one in found),
    )


def _ruling(holding: Iterable[_Found]) -> Ruling:
    """The groups of what is one, and every pair of what is not, spread over the groups."""
    held = tuple(holding)
    links = [ends for one in held if one.row.verdict == Answer.SAME for ends in combinations(one.every, 2)]
    must = [group for group in components({m for ends in links for m in ends}, links) if len(group) > 1]
    group_of = {member: group for group in must for member in group}
    ends = {ends for one in held for ends in one.pairs}
    cannot = {pair(x, y) for a, b in ends for x in group_of.get(a, (a,)) for y in group_of.get(b, (b,))}
    return Ruling(tuple(must), frozenset(cannot))


def _told(found: _Found, against: Sequence[Judgement]) -> Judgement:
    """The judgement with what became of it."""
    row = found.row
    notes = [*found.lost]
    notes += [
        _CONTRADICTED.format(id=other.id, verdict=other.verdict.value, by=other.by, when=other.when[:10])
        for other in against
    ]
    if against:
        effect = Effect.CONTRADICTED
    elif not found.speaks:
        effect = Effect.LOST
        notes += [] if found.lost else [_ONE.format(kind=row.anchors[0].kind.value)]
    elif row.verdict == Answer.UNSURE:
        effect = Effect.NOTED
    else:
        effect = Effect.PARTLY if found.lost else Effect.HOLDS
    return replace(row, effect=effect, note="; ".join(notes), things=found.every)


class _Finder:
    """Looks anchors up in a record's reports, and in the later versions of a report."""

    def __init__(self, material: Material) -> None:
        self._reports = {report.id: report for report in material.reports}
        self._later = _later(material.reports)
        self._places = places(material)

    def find(self, row: Judgement) -> _Found:
        """What a judgement's anchors speak of; where the first of `different` is lost, so is the judgement."""
        things: list[tuple[str, ...]] = []
        lost: list[str] = []
        for anchor in row.anchors:
            found, reason = self._look(anchor)
            if reason:
                lost.append(_LOST.format(words=_short(anchor.exact), report=anchor.report, reason=reason))
            if found or (row.verdict == Answer.DIFFERENT and not things):
                things.append(found)
        return _Found(row, tuple(things), tuple(lost))

    def _look(self, anchor: Anchor) -> tuple[tuple[str, ...], str]:
        """The ids of what stands at an anchor in its report and in later versions of it, or why nothing does."""
        known = [r for r in (anchor.report, *self._later.get(anchor.report, ())) if r in self._reports]
        found: set[str] = set()
        reasons = []
        for report in known:
            span, reason = locate(anchor, report, self._reports[report].text)
            here = self._places.at(anchor.kind, span) if span else ()
            found.update(here)
            reasons += [] if here else [reason or _NOTHING_READ.format(kind=anchor.kind.value)]
        return tuple(sorted(found)), "" if found else next(iter(reasons), _NO_REPORT)


def _later(reports: Iterable[Report]) -> dict[str, tuple[str, ...]]:
    """Each report's later versions, in any depth, sorted; also of a report that is not at hand."""
    next_of: dict[str, list[str]] = defaultdict(list)
    for report in reports:
        if report.supersedes:
            next_of[report.supersedes].append(report.id)

    def after(report: str) -> Iterator[str]:
        seen, work = {report}, list(next_of.get(report, ()))
        while work:
            one = work.pop()
            if one not in seen:
                seen.add(one)
                yield one
                work.extend(next_of.get(one, ()))

    return {report: tuple(sorted(after(report))) for report in next_of}


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _SHOWN else flat[:_SHOWN].rsplit(" ", 1)[0] + " [...]"
