"""What stands at the edges of a PDF's pages: page numbers, running heads, and the date of the issue in them."""

import re
from collections import Counter
from collections.abc import Sequence

from dragoman.reading.pdf_lines import Line
from dragoman.text.printed_dates import printed_dates

_PAGE_NUMBER = re.compile(r"(?:page |p\. ?)?[-–—|]? ?\d{1,4}(?: ?(?:of|/) ?\d{1,4})? ?[-–—|]?", re.IGNORECASE)
_BEFORE = re.compile(r"(?:^|[,|•·–—/])\s*(?:[A-Z][a-z]+day,?\s*)?$")
_AFTER = re.compile(r"\s*(?:$|[,|•·–—/])")
_CLOCK = re.compile(r"\d{1,2}:\d\d")
# What browsers print above and below a page: the time of printing with the title, the address with the page's number.
_TIME_OF_PRINT = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},? \d{1,2}[:.]\d\d\b")
_ADDRESS = re.compile(r"(https?://[^/\s…]+/[^\s…]{4,}) \d{1,4}/\d{1,4}")
_MARGIN_LINES = 3
_LONGEST_HEAD = 300


def without_running_heads(lines: Sequence[Line]) -> tuple[list[Line], list[str]]:
    """The lines of the text, and those at a page's edge that are page numbers or that other pages have there too."""
    pages: dict[int, list[Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    edges: dict[tuple[int, bool], list[Line]] = {}
    for page, on_page in pages.items():
        ordered = sorted((line for line in on_page if len(line.text) <= _LONGEST_HEAD), key=lambda line: line.y)
        edges[page, False], edges[page, True] = ordered[:_MARGIN_LINES], ordered[-_MARGIN_LINES:]
    seen = Counter(key for (_, top), at_edge in edges.items() for key in {_running(line, top) for line in at_edge})
    dropped = {
        id(line)
        for (_, top), at_edge in edges.items()
        for line in at_edge
        if seen[_running(line, top)] >= max(2, 0.3 * len(pages))
    }
    for on_edge in edges.values():
        dropped |= {id(line) for line in (on_edge[:1] + on_edge[-1:]) if _by_browser_or_number(line.text)}
    return [line for line in lines if id(line) not in dropped], [line.text for line in lines if id(line) in dropped]


def issue_date(running: Sequence[str]) -> str:
    """The date that running heads print by itself, as newspapers do ("The Courier, 7 October 2031"); "" where there is
    none, where there are two, or where it is part of a phrase or beside a clock time, as browsers print.
    """
    dates = set()
    for line in running:
        for printed in printed_dates(line):
            apart = _BEFORE.search(line[: printed.start]) and _AFTER.match(line[printed.end :])
            if printed.year and printed.day and apart and not _CLOCK.search(line):
                dates.add(f"{printed.year}-{printed.month:02}-{printed.day:02}")
    return dates.pop() if len(dates) == 1 else ""


def page_address(running: Sequence[str]) -> str:
    """The address that a browser printed with the number of each page; "" where it is cut short or there are two."""
    found = {match[1] for line in running if (match := _ADDRESS.fullmatch(line)) and "..." not in line}
    return found.pop() if len(found) == 1 else ""


def _by_browser_or_number(text: str) -> bool:
    return bool(_PAGE_NUMBER.fullmatch(text) or _TIME_OF_PRINT.match(text) or _ADDRESS.fullmatch(text))


def _running(line: Line, top: bool) -> tuple[str, int, int, bool]:
    """What makes a line the same on another page: its words but for numbers, its size, its height on the page."""
    return re.sub(r"\d+", "0", line.text.casefold()), round(line.size), round(line.y / 4), top
