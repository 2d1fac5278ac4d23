"""Where and when something was said, in the exact words around a quote."""

import re
from datetime import date, timedelta
from functools import cache

from dragoman.link.lexicon import phrases_of
from dragoman.model.report import Report
from dragoman.model.span import Span
from dragoman.model.time import Precision

_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY = re.compile(rf"\b({'|'.join(_DAYS)})\b", re.IGNORECASE)
_REACH = 220


@cache
def _setting() -> re.Pattern[str]:
    kinds = "|".join(re.escape(kind) for kind in phrases_of("settings"))
    lead = r"(?:in|at|during|on) (?:an?|the|his|her|their) "
    rest = r"(?: (?:of|in|with|on|to) [^,.;:“”\"—–]+)?"
    return re.compile(rf"\b{lead}(?:[\w’'-]+ ){{0,4}}?(?:{kinds})\b{rest}", re.IGNORECASE)


def setting_of(span: Span, report: Report) -> str:
    """The words that name the occasion ("at a summit of ..."), or ""."""
    found = _setting().search(around_of(span, report))
    return found.group().strip() if found else ""


def day_of(span: Span, report: Report) -> str | None:
    """The ISO day that a weekday in the words around a quote means: the last such day when the report came out."""
    published = report.published
    found = _DAY.findall(around_of(span, report))
    if not published.end or published.precision != Precision.DAY or len({d.casefold() for d in found}) != 1:
        return None
    out = date.fromisoformat(published.end)
    back = (out.weekday() - _DAYS.index(found[0].casefold())) % 7
    return (out - timedelta(days=back)).isoformat()


def around_of(span: Span, report: Report) -> str:
    """The unquoted words of the paragraph before and just after a quote."""
    start = report.text.rfind("\n", 0, span.start) + 1
    end = report.text.find("\n", span.end)
    before = report.text[max(start, span.start - _REACH) : span.start]
    after = report.text[span.end : min(end if end >= 0 else len(report.text), span.end + _REACH // 2)]
    return _QUOTED.sub(" ", before).rstrip('“" ') + " " + _QUOTED.sub(" ", after.lstrip('”" '))
