"""The reports of a brief: outlet, date and how it was found, lineage, what was left out."""

from collections.abc import Mapping

from dragoman.model.record import RecordData
from dragoman.model.report import Report, SectionKind
from dragoman.views.citations import Citations
from dragoman.views.layout import Row, Section
from dragoman.views.phrases import UNDATED, plain, when


def reports(record: RecordData, citations: Citations) -> Section:
    """One row a report."""
    reasons = _lineages(record, citations)
    return Section("reports", "Reports", tuple(_row(report, citations, reasons) for report in citations.reports))


def _row(report: Report, citations: Citations, reasons: Mapping[str, tuple[str, ...]]) -> Row:
    published = report.published
    dated = when(published.interval) if published.interval.known else UNDATED
    notes = [f"date from {published.basis}" if published.interval.known else f"no date: {published.basis}"]
    if report.supersedes and report.supersedes in citations.letters:
        notes.append(f"a later version of {citations.letters[report.supersedes]}")
    notes.extend(reasons.get(report.id, ()))
    if any(section.kind == SectionKind.RELATED for section in report.sections):
        notes.append("matter that is not the report left out")
    if report.skipped_reason:
        notes.append(f"kept, not read: {report.skipped_reason}")
    text = "  ".join(part for part in (report.outlet, report.dateline, dated) if part)
    return Row(lead=citations.letters[report.id], text=text, note="; ".join(notes), words=report.title)


def _lineages(record: RecordData, citations: Citations) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for lineage in record.lineages:
        for member in lineage.members:
            original = citations.letters.get(lineage.original, lineage.original)
            if lineage.original != member.report:
                note = f"descends from {original}: {plain(lineage.reason)}"
                found[member.report] = (*found.get(member.report, ()), note)
    return found
