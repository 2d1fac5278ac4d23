"""What changed between the versions of a report, at the level of claims."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.link.wording import differences, tokens
from dragoman.model.claim import Claim, Field
from dragoman.model.event import Polarity
from dragoman.model.record import RecordData
from dragoman.model.report import Report, SectionKind
from dragoman.model.span import Span
from dragoman.reconcile.aligned import Sentence
from dragoman.reconcile.change import Change, ChangeKind, said, whose
from dragoman.reconcile.figure_changes import figure_changes
from dragoman.reconcile.headline_changes import headline_changes
from dragoman.reconcile.quote_changes import quote_changes
from dragoman.reconcile.told_changes import told_changes
from dragoman.reconcile.two_versions import Held, TwoVersions, inside
from dragoman.text.furniture import is_note
from dragoman.text.opening import blocks_of

_NEGATIONS = frozenset({"not", "no", "never", "nor", "neither", "none", "nobody", "nothing"})
_RANK = {kind: rank for rank, kind in enumerate(ChangeKind)}


@dataclass(frozen=True, slots=True)
class VersionChange:
    """A later version (`report`), the report that it supersedes, and what changed, the gravest first.

    The counts are of all sentences of the body, also of those that hold nothing that is read as a claim.
    """

    report: str
    supersedes: str
    changes: tuple[Change, ...]
    sentences_gone: int = 0
    sentences_new: int = 0
    sentences_reworded: int = 0


def version_changes(record: RecordData) -> tuple[VersionChange, ...]:
    """One entry a report that supersedes another one of the record, by publication; empty `changes` where only words
    around the claims, or nothing, changed."""
    reports = {report.id: report for report in record.reports}
    held = _held(record)
    later = [r for r in record.reports if r.supersedes in reports]
    ordered = sorted(later, key=lambda r: (r.published.end or "", _depth(r, reports), r.id))
    return tuple(_version(TwoVersions(reports[r.supersedes or ""], r, held)) for r in ordered)


def _version(two: TwoVersions) -> VersionChange:
    found = [
        *_notes(two),
        *headline_changes(two),
        *figure_changes(two),
        *told_changes(two),
        *quote_changes(two),
    ]
    found += _passages(two, found)
    found += _reworded(two, found)
    return VersionChange(
        report=two.later.id,
        supersedes=two.earlier.id,
        changes=tuple(sorted(found, key=_order)),
        sentences_gone=len(two.aligned.gone),
        sentences_new=len(two.aligned.new),
        sentences_reworded=len(two.aligned.reworded),
    )


def _order(change: Change) -> tuple[int, int, int, str]:
    """The gravest kinds first, then the order of the later version's text, then that of the earlier one's."""
    after = change.after.start if change.after else -1
    before = change.before.start if change.before else -1
    return _RANK[change.kind], after, before, change.text


def _held(record: RecordData) -> Held:
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(record.claims, key=lambda c: (c.span.start, c.span.end, c.field, c.id)):
        claims[claim.report].append(claim)
    spoken = defaultdict(list)
    for utterance in record.utterances:
        for variant in utterance.variants:
            spoken[variant.report].append((utterance, variant))
    names = {e.id: (e.name, *e.aliases, *((e.side,) if e.side else ())) for e in record.entities}
    return Held(
        reports={report.id: report for report in record.reports},
        claims={report: tuple(some) for report, some in claims.items()},
        spoken={report: tuple(sorted(some, key=lambda s: (s[1].span, s[0].id))) for report, some in spoken.items()},
        figures={claim: figure.id for figure in record.figures for claim in figure.claims},
        actors={
            event.id: tuple((actor.name, *names.get(actor.entity or "", ())) for actor in event.actors)
            for event in record.events
        },
    )


def _depth(report: Report, reports: dict[str, Report]) -> int:
    """How many earlier versions a report has; a circle of versions ends where it began."""
    seen = {report.id}
    while report.supersedes in reports and report.supersedes not in seen:
        report = reports[report.supersedes]
        seen.add(report.id)
    return len(seen) - 1


def _notes(two: TwoVersions) -> Iterator[Change]:
    """Notes of the newsroom on its own text that the earlier version does not print."""
    known = {tokens(span.exact) for span in _notes_of(two.earlier)}
    for span in _notes_of(two.later):
        if tokens(span.exact) not in known:
            yield Change(ChangeKind.CORRECTION_NOTE, said("note"), after=span)


def _notes_of(report: Report) -> Iterator[Span]:
    for section in report.sections:
        if section.kind == SectionKind.OTHER:
            for block in blocks_of(report.text, section):
                if is_note(block):
                    yield Span.cut(report.id, report.text, block.start, block.end)


def _passages(two: TwoVersions, found: Iterable[Change]) -> list[Change]:
    """Sentences with claims that stand in one version only, where no other change speaks of them already."""
    shown = [span for change in found for span in (change.before, change.after) if span]
    events = tuple({claim.event for claim in some if claim.event} for some in (two.before, two.after))
    changes = []
    for sentence in two.aligned.gone:
        if claim := _told_in(sentence, two.before, shown, events[1]):
            text = said("told-no-longer", voice=whose(claim))
            changes.append(Change(ChangeKind.TOLD_NO_LONGER, text, before=claim.span, claim_before=claim.id))
    for sentence in two.aligned.new:
        if claim := _told_in(sentence, two.after, shown, events[0]):
            text = said("told-newly", voice2=whose(claim))
            changes.append(Change(ChangeKind.TOLD_NEWLY, text, after=claim.span, claim_after=claim.id))
    return changes


def _reworded(two: TwoVersions, found: Iterable[Change]) -> list[Change]:
    """Sentences with claims of which the words changed, where no other change speaks of them."""
    shown = [span for change in found for span in (change.before, change.after) if span]
    changes = []
    for first, second in two.aligned.reworded:
        told = any(inside(two.before, [first])) or any(inside(two.after, [second]))
        if told and not any(first.holds(span) or second.holds(span) for span in shown):
            differs = "; ".join(" ".join(one.split()) for one in differences(first.span.exact, second.span.exact))
            negated = _negations(first) != _negations(second)
            kind, template = (ChangeKind.NEGATION_CHANGED, "negation") if negated else (ChangeKind.REWORDED, "reworded")
            changes.append(Change(kind, said(template, differs=differs), first.span, second.span))
    return changes


def _negations(sentence: Sentence) -> int:
    """How often a sentence says no."""
    return sum(word in _NEGATIONS or word.endswith(("n't", "n’t")) for word in tokens(sentence.span.exact))


def _told_in(sentence: Sentence, claims: Iterable[Claim], shown: Iterable[Span], known: set[str]) -> Claim | None:
    """The fullest claim of a sentence, unless it is shown already or the other version tells of its event too."""
    told = [c for c in inside(claims, [sentence]) if c.field in (Field.OCCURRENCE, Field.STANCE)]
    told = [c for c in told if c.polarity == Polarity.ASSERTED]
    if any(sentence.holds(span) for span in shown) or not told or any(c.event in known for c in told):
        return None
    return max(told, key=lambda c: (len(c.span.exact), c.field == Field.OCCURRENCE, c.id))
