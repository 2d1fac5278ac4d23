"""A saved web page: its main text, headline first, and what it says of itself."""

import re
from typing import Any

import trafilatura

from dragoman.errors import SkippedInput
from dragoman.reading.decode import decode
from dragoman.reading.page_meta import declared_encoding, page_meta
from dragoman.reading.stated import Stated
from dragoman.text.blocks import Block
from dragoman.text.furniture import opens_list

_HTML = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)*<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
FEWEST_WORDS = 25
BOXES = ("section", "aside", "div", "nav", "ul")
BOX_SHARE = 1 / 3


def looks_like_html(content: bytes) -> bool:
    """Whether bytes begin as a web page does."""
    return bool(_HTML.match(content[:2048].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")))


def read_html(name: str, content: bytes) -> tuple[str, Stated]:
    """The main text with its headline first and blank lines between paragraphs, and what the page states.

    Raises SkippedInput where no article is found.
    """
    page = decode(name, content, declared=declared_encoding(content))
    page = re.sub(r"^\s*<\?xml[^>]*\?>", "", page)
    stated = page_meta(page)
    found = trafilatura.extract(
        _without_lists(page), include_comments=False, include_tables=False, include_formatting=False
    )
    paragraphs = [" ".join(line.split()) for line in (found or "").split("\n") if line.strip()]
    if sum(len(paragraph.split()) for paragraph in paragraphs) < FEWEST_WORDS:
        raise SkippedInput(
            name, "the page holds no article text", "Save the report's own page, or its text as a .txt file"
        )
    title = stated.title
    if title:
        paragraphs = [title] + [p for i, p in enumerate(paragraphs) if i > 3 or p.casefold() != title.casefold()]
    return "\n\n".join(paragraphs), stated


def _without_lists(page: str) -> Any:
    """The page without the boxes whose heading announces other reports; the page as it is where it has no tree."""
    tree = trafilatura.load_html(page)
    if tree is None:
        return page
    whole = len(tree.text_content())
    for heading in list(tree.iter("h2", "h3", "h4", "h5", "h6")):
        box = heading.getparent()
        words = " ".join(heading.text_content().split())
        if box is None or box.tag not in BOXES or not opens_list(Block(0, len(words), words)):
            continue
        if box.getparent() is not None and not box.xpath(".//h1") and len(box.text_content()) <= BOX_SHARE * whole:
            box.drop_tree()
    return tree
