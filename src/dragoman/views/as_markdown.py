"""The brief as Markdown: headings, nested lists, the cited words behind each label at the end."""

from collections.abc import Iterator

from dragoman.views.layout import Brief, Cite, Row
from dragoman.views.phrases import in_marks, on_one_line

_SPECIAL = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_{}[]<>#|~"})


def as_markdown(brief: Brief) -> str:
    """One list item a row; citations are reference links to the list of cited words."""
    lines = [f"# {_plain(brief.title)}", "", _plain(brief.subtitle), ""]
    cited: dict[Cite, str] = {}
    for section in brief.sections:
        lines += [f"## {_plain(section.title)}", ""]
        lines += [line for row in section.rows for line in _row(row, 0, cited)] or [_plain(section.empty)]
        lines.append("")
    lines += [f"*{_plain(closing)}*  " for closing in brief.closing]
    lines += ["", "## Cited words", ""]
    for cite, anchor in cited.items():
        lines.append(f'- <a id="{anchor}"></a>{cite.label}: {in_marks(_plain(on_one_line(cite.span.exact)))}')
    return "\n".join(lines)


def _row(row: Row, depth: int, cited: dict[Cite, str]) -> Iterator[str]:
    links = " ".join(f"[{cite.label}](#{cited.setdefault(cite, f'c{len(cited) + 1}')})" for cite in row.cites)
    parts = (
        row.lead and f"**{_plain(row.lead)}**",
        row.tag and f"*{_plain(row.tag)}*",
        _plain(row.text),
        row.words and in_marks(_plain(row.words)),
        row.note and f"— {_plain(row.note)}",
        links and f"({links})",
    )
    yield "  " * depth + "- " + " ".join(part for part in parts if part)
    for below in row.rows:
        yield from _row(below, depth + 1, cited)


def _plain(text: str) -> str:
    """Text of a report must not become markup."""
    return " ".join(text.split()).translate(_SPECIAL)
