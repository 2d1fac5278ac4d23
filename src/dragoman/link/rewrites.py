"""Reports that name another as their source and tell nothing that it has not: rewrites of it in other words."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from dragoman.link.relays import Relay
from dragoman.link.words import fold
from dragoman.model.report import READ_SECTIONS, Report, SectionKind
from dragoman.text.lexicon import load

FEWEST = 6
"""Names and numbers that a report must hold before their being another's shows anything."""
STEM = 6
_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
_NAME = re.compile(r"(?<=[\w,;:’'\")”] )[A-Z][\w’'-]{2,}")
"""A word with a capital that does not begin a sentence."""


def rewrites(reports: Mapping[str, Report], relays: Iterable[Relay]) -> dict[str, str]:
    """Each rewrite to the report that it retells, by id; of several that hold it all, the first published.

    The names and numbers of its body, without those of days and of the source itself, all stand in the other's text.
    """
    by_outlet: dict[str, list[Report]] = {}
    for report in sorted(reports.values(), key=lambda r: (r.published.end or "9999", r.id)):
        by_outlet.setdefault(fold(report.outlet), []).append(report)
    found: dict[str, str] = {}
    for relay in relays:
        told = reports[relay.report]
        sources = [reports[relay.source]] if relay.source in reports else by_outlet.get(fold(relay.source), [])
        origin = next((source for source in sources if _retells(told, source)), None)
        if origin is not None and relay.report not in found and found.get(origin.id) != relay.report:
            found[relay.report] = origin.id
    return found


def _retells(report: Report, source: Report) -> bool:
    if fold(source.outlet) == fold(report.outlet) or (source.published.start or "") > (report.published.end or "~"):
        return False
    matter = _matter(report) - {fold(part) for part in source.outlet.split()}
    return len(matter) >= FEWEST and {_stem(word) for word in matter} <= {_stem(word) for word in _words(source)}


def _stem(word: str) -> str:
    """The beginning of a name, which a people shares with its country."""
    return word[:STEM]


def _matter(report: Report) -> frozenset[str]:
    """The names and numbers of a report's body."""
    body = [report.text[part.start : part.end] for part in report.sections if part.kind is SectionKind.BODY]
    named = {fold(match.group()) for text in body for form in (_NUMBER, _NAME) for match in form.finditer(text)}
    counted = {fold(word) for text in body for word in re.findall(r"[a-zA-Z]+", text)} & _numerals()
    return frozenset(named | counted) - _days()


@cache
def _numerals() -> frozenset[str]:
    """Number words, without those that are seldom numbers."""
    told = load("numerals")
    entries = (*told["from_zero"], *told["tens"], *told["scales"], *told["plural"])
    return frozenset(entry.split()[0] for entry in entries) - {"zero", "one"}


@cache
def _days() -> frozenset[str]:
    calendar = load("calendar")
    return frozenset(form for entry in (*calendar["weekdays"], *calendar["months"]) for form in entry.split())


def _words(report: Report) -> frozenset[str]:
    text = " ".join(report.text[part.start : part.end] for part in report.sections if part.kind in READ_SECTIONS)
    return frozenset(fold(word) for word in re.findall(r"[\w’'-]+|\d[\d.,]*\d", text))
