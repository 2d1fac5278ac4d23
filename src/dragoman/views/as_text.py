"""The brief as plain text, 100 columns."""

from collections.abc import Iterator
from textwrap import wrap

from dragoman.views.layout import Brief, Row, Section
from dragoman.views.phrases import in_marks

WIDTH = 100
_MARGIN = 14


def as_text(brief: Brief) -> str:
    """Title, sections with their rows, closing lines."""
    lines = [brief.title.upper().ljust(WIDTH - len(brief.subtitle)) + brief.subtitle, ""]
    for section in brief.sections:
        lines.extend(_section(section))
    for closing in brief.closing:
        lines.extend(wrap(closing, WIDTH))
    return "\n".join(line.rstrip() for line in lines)


def _section(section: Section) -> Iterator[str]:
    yield section.title.upper()
    if not section.rows:
        yield f" {section.empty}"
    for row in section.rows:
        yield from _row(row, 1)
    yield ""


def _row(row: Row, depth: int) -> Iterator[str]:
    cites = f"[{' '.join(cite.label for cite in row.cites)}]" if row.cites else ""
    quoted = in_marks(row.words) if row.words else ""
    head = "  ".join(part for part in (row.tag and f"[{row.tag}]", row.text) if part)
    body = "  ".join(part for part in (head, quoted, row.note and f"— {row.note}", cites) if part)
    margin = " " * depth
    if row.lead:
        lead = row.lead if len(row.lead) >= _MARGIN else row.lead.ljust(_MARGIN)
        first, rest = f"{margin}{lead} ", margin + " " * (_MARGIN + 1)
    else:
        first, rest = margin, margin + "  "
    yield from wrap(body, WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False) or [first]
    for below in row.rows:
        yield from _row(below, depth + 3)
