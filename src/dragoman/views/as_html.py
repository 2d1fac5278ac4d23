"""The brief as one self-contained page: no script, no outside resource, everything escaped."""

from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from dragoman.export.json import CONTEXT, Texts
from dragoman.model.record import RecordData
from dragoman.model.report import Report
from dragoman.views.layout import Brief, Cite, Row
from dragoman.views.phrases import in_marks
from dragoman.views.strip import strip


@dataclass(frozen=True, slots=True)
class Opened:
    """A citation with the words around it, for the list that its link opens."""

    anchor: str
    label: str
    before: str
    exact: str
    after: str
    outlet: str


def as_html(brief: Brief, record: RecordData, texts: Texts) -> str:
    """The page; `texts` says how much of the reports goes along with each citation."""
    reports = {report.id: report for report in record.reports}
    anchors: dict[Cite, str] = {}
    for section in brief.sections:
        for row in section.rows:
            for cite in _cites(row):
                anchors.setdefault(cite, f"c{len(anchors) + 1}")
    environment = Environment(
        loader=PackageLoader("dragoman.views"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["in_marks"] = in_marks
    environment.filters["strip"] = strip
    return environment.get_template("brief.html.j2").render(
        brief=brief,
        anchors=anchors,
        opened=[_open(cite, anchor, reports[cite.span.report], texts) for cite, anchor in anchors.items()],
        reports=record.reports if texts == Texts.FULL else (),
        generator=record.generator,
    )


def _cites(row: Row) -> Iterator[Cite]:
    yield from row.cites
    for below in row.rows:
        yield from _cites(below)


def _open(cite: Cite, anchor: str, report: Report, texts: Texts) -> Opened:
    around = 0 if texts == Texts.NONE else CONTEXT
    start, end = cite.span.start, cite.span.end
    before, after = report.text[max(0, start - around) : start], report.text[end : end + around]
    cut_before, cut_after = around and start > around, around and end + around < len(report.text)
    return Opened(
        anchor=anchor,
        label=cite.label,
        before=("… " + before.split(" ", 1)[-1]) if cut_before else before,
        exact=cite.span.exact,
        after=(after.rsplit(" ", 1)[0] + " …") if cut_after else after,
        outlet=report.outlet,
    )
