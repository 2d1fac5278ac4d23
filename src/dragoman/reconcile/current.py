"""Which claims are compared where a report has versions: what is repeated once, what is corrected as it reads now."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.link.clusters import Pair
from dragoman.link.wording import tokens
from dragoman.model.attribution import VoiceKind
from dragoman.model.claim import Claim, Field
from dragoman.model.report import Report
from dragoman.reconcile.aligned import align
from dragoman.reconcile.bounds import base_unit, equal
from dragoman.reconcile.voices import opposed, voice_key

_Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Overtaken:
    """Ids of claims that are compared through another version of their report, and the corrections among them.

    A claim that a later version repeats keeps the day on which it was first made: the repetition is overtaken. One
    that a later version corrects is overtaken itself; each of `corrections` is the earlier claim and the later one.
    """

    claims: frozenset[str] = frozenset()
    corrections: frozenset[Pair] = frozenset()


@dataclass(slots=True)
class _Found:
    """The claim that each repetition repeats, and the corrections, as they are found."""

    first: dict[str, str] = field(default_factory=dict)
    corrected: set[Pair] = field(default_factory=set)

    def origin(self, claim: str) -> str:
        """The first claim in a row of repetitions."""
        return self.first.get(claim, claim)


def overtaken(claims: Iterable[Claim], reports: Iterable[Report], figures: Iterable[Sequence[str]] = ()) -> Overtaken:
    """What the versions of reports repeat and correct; `figures` are groups of claim ids, each one thing counted.

    A named voice's word is overtaken by its own later word alone; the outlet's own word, and that of someone not
    named, by whoever is given as its source later.
    """
    by_report: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_report[claim.report].append(claim)
    figure = {claim: min(group) for group in figures for claim in group}
    found = _Found()
    for earlier, later in _in_order(reports):
        _compare(earlier, later, by_report, figure, found)
    old = frozenset(found.first) | {a for a, _ in found.corrected}
    return Overtaken(old, frozenset(found.corrected))


def _in_order(reports: Iterable[Report]) -> list[tuple[Report, Report]]:
    """Each version with the one before it, earlier pairs first; a circle ends where it began."""
    known = {report.id: report for report in reports}

    def depth(report: Report) -> int:
        seen = {report.id}
        while report.supersedes in known and report.supersedes not in seen:
            report = known[report.supersedes]
            seen.add(report.id)
        return len(seen)

    pairs = [(known[r.supersedes], r) for r in known.values() if r.supersedes in known and r.supersedes != r.id]
    return sorted(pairs, key=lambda pair: (depth(pair[1]), pair[1].id))


def _compare(
    earlier: Report, later: Report, claims: Mapping[str, Sequence[Claim]], figure: Mapping[str, str], found: _Found
) -> None:
    places = _places(earlier, later)
    before, after = (_keyed(claims.get(report.id, ()), figure, places) for report in (earlier, later))
    for claim in sorted(claims.get(earlier.id, ()), key=lambda c: (c.span, c.id)):
        keys = list(_keys(claim, figure, places))
        matches = {new.id: new for key in keys for new in after.get(key, ()) if _replaces(claim, new)}
        repeated = [new for new in matches.values() if _alike(claim, new)]
        for new in repeated:
            found.first.setdefault(new.id, found.origin(claim.id))
        if not repeated:
            own = [old for key in keys for old in before.get(key, ())]
            fresh = (new for new in matches.values() if not any(_alike(old, new) for old in own))
            found.corrected.update((found.origin(claim.id), new.id) for new in fresh)


def _keyed(
    claims: Iterable[Claim], figure: Mapping[str, str], places: Sequence[tuple[str, int, int, int]]
) -> dict[_Key, list[Claim]]:
    keyed: dict[_Key, list[Claim]] = defaultdict(list)
    for claim in claims:
        for key in _keys(claim, figure, places):
            keyed[key].append(claim)
    return keyed


def _places(earlier: Report, later: Report) -> list[tuple[str, int, int, int]]:
    """Report, range and number of each sentence that stands in other words in the other version."""
    aligned = align(earlier, later)
    pairs = enumerate((*aligned.reworded, aligned.headlines))
    return [(s.span.report, s.span.start, s.span.end, number) for number, pair in pairs for s in pair if s]


def _keys(claim: Claim, figure: Mapping[str, str], places: Sequence[tuple[str, int, int, int]]) -> Iterator[_Key]:
    """What a claim speaks of: claims that share a key speak of one thing."""
    if claim.field == Field.QUANTITY:
        yield "figure", figure.get(claim.id, (base_unit(claim), claim.what, claim.scope))
    elif claim.field == Field.STANCE:
        yield "stance", claim.what, claim.value
    else:
        kind = claim.field, claim.polarity
        if claim.event:
            yield *kind, "event", claim.event
        yield *kind, "words", tokens(claim.span.exact)
        for report, start, end, number in places:
            if report == claim.report and start <= claim.span.start < end:
                yield *kind, "sentence", number, claim.about.kind


def _alike(old: Claim, new: Claim) -> bool:
    """Whether the later version says it again, by the same voice."""
    if voice_key(old) != voice_key(new):
        return False
    if old.field == Field.QUANTITY:
        return equal(old, new)
    return (old.value, old.modality) == (new.value, new.modality) and tokens(old.span.exact) == tokens(new.span.exact)


def _replaces(old: Claim, new: Claim) -> bool:
    """Whether the later word may take the place of the earlier one."""
    if voice_key(old) == voice_key(new):
        return True
    return old.voice.kind != VoiceKind.NAMED and not opposed(old, new)
