"""Passages, and by them reports, that descend from one original; versions of one report."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.link.agencies import agency_of
from dragoman.link.clusters import LinkScore, clusters, pair
from dragoman.link.passages import Running, long_runs, running, sharing
from dragoman.model.ids import content_id
from dragoman.model.lineage import Lineage, LineageMember
from dragoman.model.report import Report
from dragoman.model.span import Span

NEAR_COPY = 0.6
"""Share of the shorter report's five-word runs that makes it a near copy as a whole."""
_RUN = "25 words or more are the same"
_BYTES = "the same bytes"
_COPY = "most runs of five words are the same"
_CREDIT = "credited to the agency"


@dataclass(frozen=True, slots=True)
class _Copy:
    """Two reports' passages that descend from one original, and why."""

    a: Running
    b: Running
    spans: tuple[Span, ...]
    reason: str
    whole: bool


def link_lineages(reports: Iterable[Report]) -> tuple[Lineage, ...]:
    """Lineages sorted by id: whole reports first joined, then single passages of the others."""
    texts = [running(report) for report in sorted(reports, key=lambda r: r.id)]
    copies = [copy for a, b, share in sharing(texts) if (copy := _copy(a, b, share))]
    copies += _same_bytes(texts)
    credited = {text.report.id: agency for text in texts if (agency := agency_of(text.report))}
    wholes = _whole(texts, [copy for copy in copies if copy.whole], credited)
    joined = {member.report: lineage.id for lineage in wholes for member in lineage.members}
    parts = [
        copy
        for copy in copies
        if not copy.whole
        and not (copy.a.report.id in joined and joined[copy.a.report.id] == joined.get(copy.b.report.id))
    ]
    return tuple(sorted((*wholes, *_parts(parts, credited)), key=lambda lineage: lineage.id))


def root_of(lineages: Iterable[Lineage], span: Span) -> str | None:
    """The original (a report's id or an agency's name) from which a span's words descend, or None."""
    held = [
        (-(passage.end - passage.start), lineage.id, lineage.original)
        for lineage in lineages
        for member in lineage.members
        if member.report == span.report
        for passage in member.spans
        if 2 * (min(passage.end, span.end) - max(passage.start, span.start)) > len(span.exact)
    ]
    return min(held)[2] if held else None


def versions(reports: Iterable[Report]) -> dict[str, str]:
    """Later version to the one it supersedes: one outlet, and one address or a near copy at a later time."""
    by_outlet: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        by_outlet[report.outlet].append(report)
    found: dict[str, str] = {}
    for same in by_outlet.values():
        ordered = sorted(same, key=_when)
        shares = {pair(a.report.id, b.report.id): s for a, b, s in sharing([running(r) for r in ordered])}
        for index, later in enumerate(ordered):
            for earlier in reversed(ordered[:index]):
                address = bool(later.address) and later.address == earlier.address
                near = shares.get(pair(earlier.id, later.id), 0.0) >= NEAR_COPY
                if address or (near and _when(earlier)[:2] < _when(later)[:2]):
                    found[later.id] = earlier.id
                    break
    return found


def placed(reports: Iterable[Report], lineages: Sequence[Lineage]) -> tuple[Report, ...]:
    """Reports with the lineage of which they are a whole member, and with the version they supersede."""
    later = versions(reports := tuple(reports))
    whole: Mapping[str, str] = {
        member.report: lineage.id
        for lineage in reversed(lineages)
        for member in lineage.members
        if lineage.reason != _RUN
    }
    return tuple(
        replace(r, lineage=r.lineage or whole.get(r.id), supersedes=r.supersedes or later.get(r.id)) for r in reports
    )


def _when(report: Report) -> tuple[str, str, str]:
    return report.published.end or "", report.added, report.id


def _copy(a: Running, b: Running, share: float) -> _Copy | None:
    if share >= NEAR_COPY:
        return _Copy(a, b, (_body(a), _body(b)), _COPY, whole=True)
    runs = long_runs(a, b)
    return _Copy(a, b, tuple(span for run in runs for span in run), _RUN, whole=False) if runs else None


def _same_bytes(texts: Sequence[Running]) -> list[_Copy]:
    by_hash: dict[str, list[Running]] = defaultdict(list)
    for text in texts:
        if text.report.text_sha256 and text.words:
            by_hash[text.report.text_sha256].append(text)
    pairs = [(same[0], other) for same in by_hash.values() for other in same[1:]]
    return [_Copy(a, b, (_body(a), _body(b)), _BYTES, whole=True) for a, b in pairs]


def _body(text: Running) -> Span:
    return text.span(0, len(text.words))


def _whole(texts: Sequence[Running], copies: Sequence[_Copy], credited: Mapping[str, str]) -> list[Lineage]:
    """Lineages of whole reports: near copies of one another, and all that credit one agency and copy each other."""
    by_id = {text.report.id: text for text in texts if text.words}
    scores = [LinkScore(*pair(c.a.report.id, c.b.report.id), 1.0, (c.reason,)) for c in copies]
    made = []
    for group in clusters(by_id, scores, join=1.0, hold=0.01):
        agencies = sorted({credited[r] for r in group if r in credited})
        if len(group) == 1 and not agencies:
            continue
        first = _first([by_id[r].report for r in group])
        reasons = {c.reason for c in copies if c.a.report.id in group}
        reason = min(reasons) if reasons else _CREDIT
        members = tuple(LineageMember(r, (_body(by_id[r]),)) for r in group)
        original = agencies[0] if agencies else first
        made.append(Lineage(content_id("l", original, *group), members, original, reason))
    return made


def _first(reports: Sequence[Report]) -> str:
    """The id of the report that came first; of one day's, the one whose outlet the others name most."""

    def key(report: Report) -> tuple[str, int, str, str]:
        named = sum(bool(report.outlet) and report.outlet in other.text for other in reports if other.id != report.id)
        return report.published.end or "9999", -named, report.added, report.id

    return min(reports, key=key).id


def _parts(copies: Sequence[_Copy], credited: Mapping[str, str]) -> list[Lineage]:
    """One lineage a chain of reports that share long runs of words."""
    scores = [LinkScore(*pair(c.a.report.id, c.b.report.id), 1.0, (c.reason,)) for c in copies]
    reports = {text.report.id: text.report for copy in copies for text in (copy.a, copy.b)}
    made = []
    for group in clusters(reports, scores, join=1.0, hold=0.01):
        spans = sorted({span for copy in copies if copy.a.report.id in group for span in copy.spans})
        members = tuple(LineageMember(r, tuple(span for span in spans if span.report == r)) for r in group)
        first = _first([reports[r] for r in group])
        original = min((credited[r] for r in group if r in credited), default=first)
        made.append(Lineage(content_id("l", original, *group, "parts"), members, original, _RUN))
    return made
