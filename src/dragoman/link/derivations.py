"""What reports say outside their text of the texts they were made from."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from dragoman.model.report import Report

_BEFORE = re.compile(r"^(?:[a-z][a-z0-9+.-]*://)?(?:www\.)?", re.IGNORECASE)


def made_from(reports: Iterable[Report]) -> dict[str, str]:
    """Each report that names one source to that source: a report's id, or the name as given when no report has it.

    A report that names several is a compilation: no one of them is the origin of the whole.
    """
    reports = tuple(reports)
    known = _names(reports)
    found: dict[str, str] = {}
    for report in reports:
        sources = {known.get(_plain(name), _plain(name)) for name in report.derived if _plain(name)} - {report.id}
        if len(sources) == 1:
            found[report.id] = sources.pop()
    return {report: source for report, source in found.items() if found.get(source) != report or report > source}


def _names(reports: Iterable[Report]) -> Mapping[str, str]:
    """Identifiers, addresses and places read from, of one report each."""
    holders: dict[str, set[str]] = defaultdict(set)
    for report in reports:
        for name in (report.identifier, report.address, report.path_or_url):
            if name:
                holders[_plain(name)].add(report.id)
    return {name: min(ids) for name, ids in holders.items() if len(ids) == 1}


def _plain(name: str) -> str:
    """An address or identifier without what varies in writing it down."""
    return _BEFORE.sub("", name.strip()).partition("#")[0].rstrip("/")
