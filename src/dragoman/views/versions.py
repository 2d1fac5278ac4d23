"""What changed between the versions of a report: lines below it in the brief, and rows for a table or JSON lines."""

from collections.abc import Iterator, Mapping
from typing import Any

from dragoman.model.codec import to_plain
from dragoman.model.record import RecordData
from dragoman.model.report import Report
from dragoman.reconcile.change import Change, ChangeKind
from dragoman.reconcile.versions import VersionChange, version_changes
from dragoman.views.citations import Citations
from dragoman.views.layout import Row, Section
from dragoman.views.phrases import UNDATED, on_one_line, when

MOST = 6
"""Changes shown below one report of the brief; the rest stands in `dragoman show versions`."""
COLUMNS = ("report", "supersedes", "published", "kind", "text", "before.exact", "after.exact")
"""The main columns of the rows, as a table shows them."""
NOTHING = "no claim, quote or headline that is read changed"
_UNCHANGED = "unchanged"
_OLD_WORDS = frozenset({ChangeKind.HEADLINE_CHANGED, ChangeKind.HEADLINE_SOFTENED, ChangeKind.HEADLINE_HARDENED})
"""Kinds of which the later words stand on the report's own line, so that the earlier ones are shown."""
_IN_TEXT = frozenset(
    {
        ChangeKind.FIGURE_UP,
        ChangeKind.FIGURE_DOWN,
        ChangeKind.FIGURE_HEDGE_CHANGED,
        ChangeKind.FIGURE_DROPPED,
        ChangeKind.FIGURE_ADDED,
    }
)
"""Kinds of which the text holds the words already."""
_LONGEST = 200


def version_rows(record: RecordData) -> list[dict[str, Any]]:
    """One row a change, and one of kind `unchanged` for a version without any; spans as the record writes them."""
    reports = {report.id: report for report in record.reports}
    return [row for version in version_changes(record) for row in _rows(version, reports[version.report])]


def versions(record: RecordData, citations: Citations) -> Section:
    """All later versions with all their changes."""
    rows = tuple(_version(version, citations) for version in version_changes(record))
    return Section("versions", "What changed between versions", rows, "No report is a later version of another one.")


def below(record: RecordData, citations: Citations) -> Mapping[str, tuple[Row, ...]]:
    """By report id, the lines that stand below a later version in the list of reports."""
    return {version.report: tuple(_few(version, citations)) for version in version_changes(record)}


def change_row(change: Change, citations: Citations) -> Row:
    """A change as a line, with the words that are not in its text, and both places cited."""
    span = change.before if change.kind in _OLD_WORDS or change.after is None else change.after
    words = "" if span is None or change.kind in _IN_TEXT else on_one_line(span.exact, _LONGEST)
    text = on_one_line(change.text) + ("; before:" if change.kind in _OLD_WORDS else "")
    cites = tuple(citations.cite(one) for one in (change.before, change.after) if one)
    return Row(text=text, words=words, cites=cites)


def extent(version: VersionChange) -> str:
    """How much of the text changed ("sentences: 2 gone, 1 new"); "" where the whole body is printed alike."""
    counts = (
        (version.sentences_gone, "gone"),
        (version.sentences_new, "new"),
        (version.sentences_reworded, "reworded"),
    )
    told = [f"{count} {word}" for count, word in counts if count]
    return f"sentences: {', '.join(told)}" if told else ""


def _few(version: VersionChange, citations: Citations) -> Iterator[Row]:
    if not version.changes:
        yield Row(text=NOTHING, note=extent(version))
    yield from (change_row(change, citations) for change in version.changes[:MOST])
    if (more := len(version.changes) - MOST) > 0:
        yield Row(text=f"and {more} more change{'s' * (more != 1)}: dragoman show versions")


def _version(version: VersionChange, citations: Citations) -> Row:
    report = next(report for report in citations.reports if report.id == version.report)
    dated = when(report.published.interval) if report.published.interval.known else UNDATED
    changes = tuple(change_row(change, citations) for change in version.changes) or (Row(text=NOTHING),)
    notes = (f"a later version of {citations.letters[version.supersedes]}", extent(version))
    return Row(
        lead=citations.letters[report.id],
        text="  ".join(part for part in (report.outlet, dated) if part),
        note="; ".join(note for note in notes if note),
        words=on_one_line(report.title, _LONGEST),
        rows=changes,
    )


def _rows(version: VersionChange, report: Report) -> Iterator[dict[str, Any]]:
    head = {
        "report": version.report,
        "supersedes": version.supersedes,
        "outlet": report.outlet,
        "published": report.published.end or "",
        "sentences_gone": version.sentences_gone,
        "sentences_new": version.sentences_new,
        "sentences_reworded": version.sentences_reworded,
    }
    for change in version.changes:
        fields: dict[str, Any] = to_plain(change)
        yield {**head, **fields}
    if not version.changes:
        nothing = Change(ChangeKind.REWORDED, NOTHING)
        yield {**head, **to_plain(nothing), "kind": _UNCHANGED}
