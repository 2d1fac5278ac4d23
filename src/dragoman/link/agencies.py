"""News agencies that a report credits with the whole of itself."""

import re
from functools import cache

from dragoman.model.report import Report, SectionKind
from dragoman.text.lexicon import load

_HELPED = re.compile(r"contribut|additional|with (?:files|reporting|input)|reporting by|assist", re.IGNORECASE)
_DATELINE = re.compile(r"^[^\n]{0,60}?\(([^()\n]{2,40})\)\s*[—–-]")


@cache
def _agencies() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = (row.split("|") for row in load("agencies")["agencies"])
    return tuple((names[0], re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")) for names in rows)


def agency_of(report: Report) -> str:
    """The agency of which this report is a copy, by its byline, dateline or credit line, or ""."""
    outlet = named_in(report.outlet)
    for line in _lines(report):
        name = "" if _HELPED.search(line) else named_in(line)
        if name:
            return "" if name == outlet else name
    return ""


def named_in(line: str) -> str:
    """The first agency that a short line names, or ""."""
    found = [(match.start(), name) for name, pattern in _agencies() if (match := pattern.search(line))]
    return min(found)[1] if found else ""


def _lines(report: Report) -> list[str]:
    body = next((report.text[s.start : s.end] for s in report.sections if s.kind == SectionKind.BODY), "")
    dateline = _DATELINE.match(body.lstrip())
    credits = [report.text[s.start : s.end] for s in report.sections if s.kind == SectionKind.CREDIT]
    # A credit line names its agency briefly; a long one thanks many.
    short = [line for text in credits for line in text.splitlines() if 0 < len(line) <= 120]
    return [line for line in (report.byline, dateline.group(1) if dateline else "", *short) if line]
