"""What is new in a record since the last look: kinds by consequence, listed templates, and how they are shown."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from dragoman.model.codec import to_plain
from dragoman.model.record import RecordData
from dragoman.model.span import Span
from dragoman.views.as_text import as_text
from dragoman.views.citations import Citations
from dragoman.views.layout import Brief, Row, Section
from dragoman.views.phrases import day, on_one_line, plain


class NewsKind(StrEnum):
    """What is new; the gravest kinds come first, and news is listed in this order."""

    NEW_CONFLICT = "new_conflict"
    CONFLICT_GONE = "conflict_gone"
    POSITION_CHANGED = "position_changed"
    NOW_HAPPENED = "now_happened"
    STATUS_CHANGED = "status_changed"
    COMMITMENT_DUE = "commitment_due"
    NEW_COMMITMENT = "new_commitment"
    FIGURE_RANGE = "figure_range"
    MORE_ACCOUNTS = "more_accounts"
    NEW_POSITION = "new_position"
    NEW_VERSION = "new_version"
    NEW_REPORT = "new_report"


NEWS: Mapping[str, str] = MappingProxyType(
    {
        "conflict": "{subject}: {reason}",
        "gone": "{subject}: {reason}",
        "settled": "{subject}: {verdict} now: {reason}",
        "position-changed": "{party} on {issue}: {a} before, now {b}",
        "position-also": "{party} on {issue}: {a} before, now also {b}",
        "position": "{party} on {issue}: {b}",
        "happened": "told as {a} before, now as {b}",
        "status": "{party}: {a} before, now {b}",
        "due": "{party}: due {when}, {a}",
        "commitment": "{party}: due {when}",
        "commitment-undated": "{party}: no due time given",
        "range": "{what}: {a} before, now {b}",
        "accounts": "{a} account before, now {b} accounts",
        "version": "{outlet}, {when}: {changes}",
        "report": "{outlet}, {when}",
    }
)
"""Every phrase of the news that is not a report's own word or the record's own reason for a verdict."""
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class News:
    """One thing that is new; `id` is that of the conflict, position, figure, event or report that it is about.

    `words` is the span of which the words are shown; `before` and `after` are all the places cited: in reports of the
    earlier look, and in those of the later one.
    """

    kind: NewsKind
    id: str
    text: str
    words: Span | None = None
    before: tuple[Span, ...] = ()
    after: tuple[Span, ...] = ()


def told(template: str, **fields: str) -> str:
    """A listed template, filled."""
    return NEWS[template].format(**fields)


def news_rows(news: Iterable[News]) -> list[dict[str, Any]]:
    """One JSON object a thing, in the order of the news."""
    return [to_plain(one) for one in news]


def news_section(news: Iterable[News], after: RecordData) -> Section:
    """The news as lines with citations of the later look's reports."""
    citations = Citations.of(after)
    return Section("news", "New since the last look", tuple(_row(one, citations) for one in news), "Nothing new.")


def news_text(news: Iterable[News], after: RecordData, *, since: str, today: str) -> str:
    """The news as plain text, 100 columns; `since` and `today` are ISO days."""
    section = news_section(news, after)
    return as_text(Brief("What changed", f"{day(since)} to {day(today)}", (section,)))


def _row(news: News, citations: Citations) -> Row:
    known = [span for span in (*news.before, *news.after) if span.report in citations.letters]
    return Row(
        tag=plain(news.kind.value).upper() if news.kind == NewsKind.NEW_CONFLICT else plain(news.kind.value),
        text=on_one_line(news.text),
        words=on_one_line(news.words.exact, _LONGEST) if news.words else "",
        cites=citations.of_spans(known),
    )
