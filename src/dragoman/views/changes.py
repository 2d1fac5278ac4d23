"""What changed in a record between two looks at it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dragoman.model.claim import Claim, Field
from dragoman.model.event import Modality, Polarity
from dragoman.model.figure import Figure
from dragoman.model.issues import ISSUE_BY_ID
from dragoman.model.position import Commitment, Position, Status
from dragoman.model.quantity import Hedge
from dragoman.model.record import RecordData
from dragoman.model.report import Report, SectionKind
from dragoman.model.span import Span
from dragoman.model.units import convert
from dragoman.model.verdict import Comparison, Verdict
from dragoman.reconcile.versions import version_changes
from dragoman.views.matched import matched, successors
from dragoman.views.news import News, NewsKind, told
from dragoman.views.phrases import UNDATED, names, number, plain, subject_of, when
from dragoman.views.versions import NOTHING

_RANK = {kind: rank for rank, kind in enumerate(NewsKind)}
_WAITING = frozenset({Status.OPEN, Status.DUE})
_REAL = frozenset({Modality.HAPPENED, Modality.ONGOING})
_CITED = 4
"""Spans cited for one thing at most."""


@dataclass(frozen=True)
class _Looks:
    """The record at the last look and now, with look-ups."""

    before: RecordData
    after: RecordData

    @cached_property
    def then(self) -> Mapping[str, Claim]:
        """The claims of the last look."""
        return {claim.id: claim for claim in self.before.claims}

    @cached_property
    def now(self) -> Mapping[str, Claim]:
        """The claims as they are now."""
        return {claim.id: claim for claim in self.after.claims}

    @cached_property
    def order(self) -> Mapping[str, tuple[str, str]]:
        return {report.id: (report.published.end or "", report.id) for report in self.after.reports}

    def spans(self, claims: Iterable[str]) -> tuple[Span, ...]:
        """Where claims stand, those that are new first, then by publication."""
        found = [self.now.get(claim) or self.then[claim] for claim in claims]
        found.sort(key=lambda c: (c.id in self.then, self.order.get(c.report, ("", "")), c.span))
        return tuple(claim.span for claim in found[:_CITED])

    def new(self, claims: Iterable[str]) -> list[str]:
        """The claims that were not there at the last look."""
        return [claim for claim in claims if claim not in self.then]


def changes(before: RecordData, after: RecordData, *, since: str, today: str) -> tuple[News, ...]:
    """What is new between two looks at one record, the gravest first.

    `since` and `today` are ISO days: a promise that fell due after the one and not after the other is told.
    """
    looks = _Looks(before, after)
    found = [
        *_conflicts(looks),
        *_positions(looks),
        *_happened(looks),
        *_commitments(looks, since, today),
        *_ranges(looks),
        *_accounts(looks),
        *_reports(looks),
    ]
    return tuple(sorted(found, key=lambda news: _order(news, looks)))


def _order(news: News, looks: _Looks) -> tuple[object, ...]:
    span = next(iter((*news.after, *news.before)), None)
    place = (*looks.order.get(span.report, ("", "")), span.start) if span else ("", "", 0)
    return _RANK[news.kind], *place, news.text, news.id


def _conflicts(looks: _Looks) -> Iterator[News]:
    """Matters in conflict now and not before, and the other way round; one line a matter."""
    now = _matters(looks.after, {})
    were = _matters(looks.before, successors(looks.before, looks.after))
    for matter in sorted(now.keys() - were.keys(), key=repr):
        shown = min(now[matter], key=lambda c: (not looks.new((c.a, c.b)), c.id))
        subject, words = _subject(shown, looks.now)
        text = told("conflict", subject=subject, reason=shown.reason)
        yield News(NewsKind.NEW_CONFLICT, shown.id, text, words, after=looks.spans((shown.a, shown.b)))
    verdicts = {frozenset((c.a, c.b)): c for c in looks.after.comparisons}
    for matter in sorted(were.keys() - now.keys(), key=repr):
        shown = min(were[matter], key=lambda c: c.id)
        settled = next((c for old in were[matter] if (c := verdicts.get(frozenset((old.a, old.b))))), None)
        subject, words = _subject(shown, looks.then)
        text = told("gone", subject=subject, reason=shown.reason)
        if settled:
            text = told("settled", subject=subject, verdict=plain(settled.verdict), reason=settled.reason)
        yield News(NewsKind.CONFLICT_GONE, shown.id, text, words, before=looks.spans((shown.a, shown.b)))


def _matters(record: RecordData, renamed: Mapping[str, str]) -> dict[tuple[str, ...], list[Comparison]]:
    """Conflicts by what they are over: a figure, a party's stance on an issue, or a field of one thing."""
    figure = {claim: figure.id for figure in record.figures for claim in figure.claims}
    party = {claim: _party(position) for position in record.positions for claim in position.claims}
    what = {claim.id: claim.what for claim in record.claims}
    found: dict[tuple[str, ...], list[Comparison]] = defaultdict(list)
    for comparison in record.comparisons:
        if comparison.verdict != Verdict.CONFLICT:
            continue
        mine, theirs = figure.get(comparison.a), figure.get(comparison.b)
        if mine is not None and mine == theirs:
            key: tuple[str, ...] = "figure", renamed.get(mine, mine)
        elif comparison.field == Field.STANCE:
            key = "stance", party.get(comparison.a, ""), what[comparison.a]
        else:
            key = comparison.field.value, renamed.get(comparison.subject.id, comparison.subject.id)
        found[key].append(comparison)
    return dict(found)


def _subject(comparison: Comparison, claims: Mapping[str, Claim]) -> tuple[str, Span | None]:
    """What two claims differ over, in the record's words, and the words of the one that asserts it."""
    both = [claims[comparison.a], claims[comparison.b]]
    if comparison.field == Field.QUANTITY:
        thing = (" ".join(part for part in (c.what or c.unit, c.scope) if part) for c in both)
        return max(thing, key=len) or "number", None
    asserting = min(both, key=lambda c: (c.polarity == Polarity.DENIED, c.span))
    if comparison.field == Field.STANCE:
        return f"stance on {_issue(asserting.what)}", asserting.span
    return subject_of(comparison), asserting.span


def _positions(looks: _Looks) -> Iterator[News]:
    """A party's stance on an issue that it did not hold at the last look."""
    held: dict[tuple[str, str], list[Position]] = defaultdict(list)
    for position in looks.before.positions:
        held[_party(position), position.issue].append(position)
    ended = {(_party(p), p.issue, p.until) for p in looks.after.positions if p.until}
    for position in sorted(looks.after.positions, key=lambda p: p.id):
        olds = held.get((_party(position), position.issue), [])
        if not looks.new(position.claims) or any(old.stance == position.stance for old in olds):
            continue
        fields = {"party": position.party.name, "issue": _issue(position.issue), "b": plain(position.stance)}
        spans = looks.spans(position.claims)
        if not olds:
            yield News(NewsKind.NEW_POSITION, position.id, told("position", **fields), spans[0], after=spans)
            continue
        replaced = (_party(position), position.issue, position.since) in ended
        stances = dict.fromkeys(plain(old.stance) for old in sorted(olds, key=lambda p: (p.since or "", p.id)))
        text = told("position-changed" if replaced else "position-also", a=", ".join(stances), **fields)
        cited = looks.spans(claim for old in olds for claim in old.claims)[:2]
        yield News(NewsKind.POSITION_CHANGED, position.id, text, spans[0], cited, spans)


def _commitments(looks: _Looks, since: str, today: str) -> Iterator[News]:
    """Promises that are new, of which more became known, or that fell due."""
    for promise, olds in matched(looks.before.commitments, looks.after.commitments):
        spans = looks.spans(promise.claims)
        due, party = when(promise.due), _parties(promise)
        words = spans[0] if spans else None
        if not olds:
            text = told("commitment" if due != UNDATED else "commitment-undated", party=party, when=due)
            yield News(NewsKind.NEW_COMMITMENT, promise.id, text, words, after=spans)
        elif {old.status for old in olds} != {promise.status}:
            was = ", ".join(sorted({plain(old.status) for old in olds}))
            text = told("status", party=party, a=was, b=plain(promise.status))
            yield News(NewsKind.STATUS_CHANGED, promise.id, text, words, after=spans)
        end = promise.due.end or promise.due.start
        if end and since < end <= today and promise.status in _WAITING:
            text = told("due", party=party, when=due, a=plain(promise.status))
            yield News(NewsKind.COMMITMENT_DUE, promise.id, text, words, after=spans)


def _ranges(looks: _Looks) -> Iterator[News]:
    """Figures of which the readings reach from and to other numbers than before."""
    for figure, olds in matched(looks.before.figures, looks.after.figures):
        if not olds or any(old.unit != figure.unit for old in olds) or not looks.new(figure.claims):
            continue
        printed = all(_printed(old, looks.then) for old in olds) and _printed(figure, looks.now)
        if printed and _range(olds) != _range([figure]):
            what = " ".join(part for part in (figure.what or figure.unit, figure.scope) if part)
            text = told("range", what=what, a=_range(olds), b=_range([figure]))
            spans = looks.spans(looks.new(figure.claims))
            old = looks.spans(claim for one in olds for claim in one.claims)[:2]
            yield News(NewsKind.FIGURE_RANGE, figure.id, text, before=old, after=spans)


def _range(figures: Sequence[Figure]) -> str:
    """From the lowest to the highest reading of figures that are one; an open end is said."""
    lows, highs = [f.low for f in figures], [f.high for f in figures]
    low = None if None in lows else min(one for one in lows if one is not None)
    high = None if None in highs else max(one for one in highs if one is not None)
    if low is not None and high is not None:
        return number(low) if low == high else f"{number(low)} to {number(high)}"
    if low is not None:
        return f"{number(low)} or more"
    return f"{number(high)} or less" if high is not None else "not counted"


def _printed(figure: Figure, claims: Mapping[str, Claim]) -> bool:
    """Whether reports give the ends of a range as numbers; the least that "dozens" may mean is printed nowhere."""
    ends = {end for end in (figure.low, figure.high) if end is not None}
    readings = (claims[claim] for claim in figure.claims)
    factor = convert(1.0, figure.unit)[0]
    given = {
        round(convert(end, claim.unit)[0] / factor, 6)
        for claim in readings
        if claim.hedge != Hedge.VAGUE
        for end in (claim.low, claim.high)
        if end is not None
    }
    return bool(ends) and ends <= given


def _happened(looks: _Looks) -> Iterator[News]:
    """What was planned, demanded or foreseen at the last look and is now told as happened."""
    for event, olds in matched(looks.before.events, looks.after.events):
        were = sorted({old.modality for old in olds})
        if event.modality in _REAL and were and not _REAL & set(were):
            new = [c for c in event.claims if looks.now[c].modality in _REAL]
            spans = looks.spans(new or event.claims)
            text = told("happened", a=", ".join(plain(one) for one in were), b=plain(event.modality))
            yield News(NewsKind.NOW_HAPPENED, event.id, text, spans[0], after=spans)


def _accounts(looks: _Looks) -> Iterator[News]:
    """Happenings that stood on one account and now stand on several; then numbers of which that is true."""
    shown: set[str] = set()
    for event, olds in matched(looks.before.events, looks.after.events):
        were = max((old.accounts for old in olds), default=0)
        real = event.modality in _REAL and all(old.modality in _REAL for old in olds)
        if were == 1 and event.accounts > 1 and real:
            shown.update(event.claims)
            spans = looks.spans(event.claims)
            text = told("accounts", a="1", b=str(event.accounts))
            yield News(NewsKind.MORE_ACCOUNTS, event.id, text, spans[0] if spans else None, after=spans)
    for figure, numbers in matched(looks.before.figures, looks.after.figures):
        were = max((_count(old.claims, looks.then) for old in numbers), default=0)
        now = _count(figure.claims, looks.now)
        if were == 1 and now > 1 and figure.verdict != Verdict.CONFLICT and not shown & set(figure.claims):
            spans = looks.spans(figure.claims)
            yield News(NewsKind.MORE_ACCOUNTS, figure.id, told("accounts", a="1", b=str(now)), spans[0], after=spans)


def _count(ids: Iterable[str], claims: Mapping[str, Claim]) -> int:
    return len({claims[claim].account for claim in ids})


def _reports(looks: _Looks) -> Iterator[News]:
    """Reports and versions that were not there."""
    known = {report.id for report in looks.before.reports}
    versions = {version.report: version for version in version_changes(looks.after)}
    for report in looks.after.reports:
        if report.id in known:
            continue
        headline = _headline(report)
        after: tuple[Span, ...] = (headline,) if headline else ()
        dated = when(report.published.interval) if report.published.interval.known else UNDATED
        fields = {"outlet": report.outlet, "when": dated}
        if version := versions.get(report.id):
            said = "; ".join(change.text for change in version.changes[:_CITED])
            before = tuple(change.before for change in version.changes[:_CITED] if change.before)
            after += tuple(change.after for change in version.changes[:_CITED] if change.after)
            text = told("version", changes=said or NOTHING, **fields)
            yield News(NewsKind.NEW_VERSION, report.id, text, headline, before, after)
        else:
            yield News(NewsKind.NEW_REPORT, report.id, told("report", **fields), headline, after=after)


def _headline(report: Report) -> Span | None:
    for section in report.sections:
        words = report.text[section.start : section.end]
        if section.kind == SectionKind.HEADLINE and words.strip():
            start = section.start + len(words) - len(words.lstrip())
            return Span.cut(report.id, report.text, start, start + len(words.strip()))
    return None


def _party(position: Position) -> str:
    return position.party.entity or position.party.name.casefold()


def _parties(promise: Commitment) -> str:
    return names(promise.by) + (f" to {promise.to.name}" if promise.to else "")


def _issue(issue: str) -> str:
    return ISSUE_BY_ID[issue].name if issue in ISSUE_BY_ID else plain(issue)
