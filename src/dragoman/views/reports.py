"""The reports of a brief: outlet, date and how it was found, lineage, what was left out."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from dragoman.model.lineage import WHOLE, Reason
from dragoman.model.record import RecordData
from dragoman.model.report import Report, SectionKind
from dragoman.views.citations import Citations
from dragoman.views.layout import Row, Section
from dragoman.views.phrases import UNDATED, when
from dragoman.views.versions import below

_PASSAGES = "has passages from {}: {}"
_HOW: Mapping[Reason | None, str] = {
    None: "of one lineage with {}",
    Reason.RELAY: "names {} as the source of a passage",
    **dict.fromkeys(WHOLE, "descends from {}: {}"),
}


def reports(record: RecordData, citations: Citations) -> Section:
    """One row a report; below a later version, what changed in it."""
    reasons, changes = _lineages(record, citations), below(record, citations)
    newer = {r.supersedes: citations.letters[r.id] for r in citations.reports if r.supersedes}
    rows = (_row(report, citations, reasons.get(report.id, ()), newer) for report in citations.reports)
    whole = (replace(row, rows=changes.get(report.id, ())) for row, report in zip(rows, citations.reports, strict=True))
    return Section("reports", "Reports", tuple(whole))


def _row(report: Report, citations: Citations, reasons: Iterable[str], newer: Mapping[str, str]) -> Row:
    published = report.published
    dated = when(published.interval) if published.interval.known else UNDATED
    notes = [f"date from {published.basis}" if published.interval.known else f"no date: {published.basis}"]
    if report.supersedes and report.supersedes in citations.letters:
        notes.append(f"a later version of {citations.letters[report.supersedes]}")
    if report.id in newer:
        notes.append(f"a later version is {newer[report.id]}")
    notes.extend(reasons)
    if any(section.kind == SectionKind.RELATED for section in report.sections):
        notes.append("matter that is not the report left out")
    if report.skipped_reason:
        notes.append(f"kept, not read: {report.skipped_reason}")
    text = "  ".join(part for part in (report.outlet, report.dateline, dated) if part)
    return Row(lead=citations.letters[report.id], text=text, note="; ".join(notes), words=report.title)


def _lineages(record: RecordData, citations: Citations) -> dict[str, tuple[str, ...]]:
    """Why a report descends from another one; that a version descends from its earlier ones needs no word."""
    found: dict[str, tuple[str, ...]] = {}
    earlier = _earlier(citations.reports)
    for lineage in record.lineages:
        for member in lineage.members:
            original = citations.letters.get(lineage.original, lineage.original)
            if lineage.original not in (member.report, *earlier[member.report]):
                note = _HOW.get(member.reason, _PASSAGES).format(original, member.reason)
                found[member.report] = (*found.get(member.report, ()), note)
    return found


def _earlier(reports: Iterable[Report]) -> dict[str, tuple[str, ...]]:
    """Each report's earlier versions; a circle ends where it began."""
    before = {report.id: report.supersedes for report in reports}
    found: dict[str, tuple[str, ...]] = {}
    for report in before:
        chain = [report]
        while (last := before.get(chain[-1])) and last in before and last not in chain:
            chain.append(last)
        found[report] = tuple(chain[1:])
    return found
