"""Whose own line each report is: publisher families, known by the table, by the site and by the name."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from dragoman.link.words import fold
from dragoman.model.report import Report
from dragoman.text.outlets import Outlets
from dragoman.text.outlets import outlets as listed
from dragoman.text.sites import site_of


def home(report: Report, outlets: Outlets | None = None) -> str:
    """Whose own line a report is: its owner's publisher family, else its outlet's, else the report itself."""
    table = outlets or listed()
    return table.family(report.owner) or table.family(report.outlet) or report.id


def homes(reports: Iterable[Report], outlets: Outlets | None = None) -> Mapping[str, str]:
    """The home of each report by its id; reports of one site are of one house, whatever their pages call themselves.

    A report without an address belongs with the others of its outlet's name, unless two sites go by that name.
    """
    table = outlets or listed()
    ordered = sorted(reports, key=lambda report: report.id)
    own = {report.id: home(report, table) for report in ordered}
    site = {report.id: "" if table.at(report.address) else site_of(report.address) for report in ordered}
    on_site = _commonest((site[report.id], own[report.id]) for report in ordered)
    sited = {report.id: on_site.get(site[report.id], own[report.id]) for report in ordered}
    without = [report for report in ordered if not report.address]
    named = _commonest((fold(report.outlet), own[report.id]) for report in without)
    houses: dict[str, set[str]] = defaultdict(set)
    for report in ordered:
        if report.address:
            houses[fold(report.outlet)].add(sited[report.id])
    for report in without:
        known = houses[fold(report.outlet)]
        sited[report.id] = min(known) if len(known) == 1 else named.get(fold(report.outlet), own[report.id])
    return sited


def _commonest(pairs: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """The commonest value of each key that is not empty, of equally common ones the first in order."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for key, value in pairs:
        if key:
            counts[key][value] += 1
    return {key: min(values, key=lambda v: (-values[v], v)) for key, values in counts.items()}
