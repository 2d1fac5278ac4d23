"""A saved web page: its main text with its parts told apart, and what it says of itself."""

import re
from dataclasses import replace
from typing import Any

import trafilatura

from dragoman.errors import SkippedInput
from dragoman.model.report import SectionKind
from dragoman.reading.boxes import MARK, Boxes, unmarked
from dragoman.reading.decode import bounded, decode
from dragoman.reading.document import Document
from dragoman.reading.page_meta import declared_encoding, page_meta
from dragoman.reading.stated import Stated
from dragoman.reading.tree import REMEDY, parse

_HTML = re.compile(
    rb"^\s*(?:<\?xml[^>]{0,300}>\s*)?(?:<!--(?:(?!-->).){0,500}-->\s*){0,9}<(?:!doctype html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
FEWEST_WORDS, FEWEST_OF_FLASH = 25, 6
"""Words of text that make any page a report, and one with a title that holds nothing but a sentence: a flash."""
# Above this the second opinion of the extractor takes more time than it is worth.
MANY_TAGS, MOST_KEPT = 2_500, 40_000
TOP = 3

Part = tuple[str, SectionKind | None]


def looks_like_html(content: bytes) -> bool:
    """Whether bytes begin as a web page does."""
    return bool(_HTML.match(content[:2048].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")))


def read_html(document: Document) -> tuple[str, Stated]:
    """The main text with its headline first and blank lines between paragraphs, and what the page states.

    The kinds of captions, posts of others, pull quotes, bylines and notes are in `Stated.kinds` by paragraph. Raises
    SkippedInput where no article is found, and for a page that only a machine would write.
    """
    name, content = document.name, document.content
    page = decode(name, content, declared=document.charset, own=declared_encoding(content), lenient=True)
    tree = parse(name, page.replace(MARK, ""))
    stated, given = page_meta(tree, origin=document.said.url or document.hinted.url)
    parts = _parts(name, tree, stated.title)
    if given and _words(parts) < max(FEWEST_WORDS, len(given.split()) / 2):
        parts = [(line, None) for line in given.split("\n") if line]
    if _words(parts) < FEWEST_WORDS and not _is_flash(parts, stated.title):
        raise SkippedInput(name, "the page holds no article text", REMEDY)
    parts = _headed(parts, stated.title)
    marked = "\n".join(f"{index} {kind}" for index, (_, kind) in enumerate(parts) if kind is not None)
    return bounded(name, "\n\n".join(line for line, _ in parts)), replace(stated, marked=marked)


def _is_flash(parts: list[Part], title: str) -> bool:
    """Whether all the text of a page with a title is a sentence or two."""
    told = [line for line, kind in parts if kind is None and line.casefold() != title.casefold()]
    whole = bool(told) and all(line.rstrip("\"'”’)").endswith((".", "!", "?")) for line in told)
    return bool(title) and whole and sum(len(line.split()) for line in told) >= FEWEST_OF_FLASH


def _parts(name: str, tree: Any, title: str) -> list[Part]:
    """The paragraphs of the main text with the kinds of those that the page sets apart."""
    under = Boxes(tree, title).clear()
    kept = sum(1 for _ in tree.iter("*"))
    if kept > MOST_KEPT:
        raise SkippedInput(name, f"the page has {kept:,} tags of text, more than a report's", REMEDY)
    text = trafilatura.extract(
        tree, include_comments=False, include_tables=False, include_formatting=False, fast=kept > MANY_TAGS
    )
    parts: list[Part] = []
    for line in (text or "").split("\n"):
        for words, kind in unmarked(line):
            late = kind is SectionKind.STANDFIRST and any(k is None for _, k in parts)
            parts.append((words, None if late else kind))
    above = {words for words, _ in under}
    return [*under, *(part for part in parts if part[0] not in above)]


def _headed(parts: list[Part], title: str) -> list[Part]:
    """The title first and once; other parts that the page shows above its text keep their order."""
    if not title:
        return parts
    rest = [p for i, p in enumerate(parts) if i > TOP or p[0].casefold() != title.casefold()]
    return [(title, SectionKind.HEADLINE), *rest]


def _words(parts: list[Part]) -> int:
    return sum(len(line.split()) for line, kind in parts if kind is None)
