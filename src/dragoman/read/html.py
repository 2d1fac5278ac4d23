"""A saved web page: its main text, headline first, and what it says of itself."""

import re

import trafilatura

from dragoman.errors import SkippedInput
from dragoman.read.decode import decode
from dragoman.read.page_meta import declared_encoding, page_meta
from dragoman.read.stated import Stated

_HTML = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)*<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
FEWEST_WORDS = 25


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
    found = trafilatura.extract(page, include_comments=False, include_tables=False, include_formatting=False)
    paragraphs = [" ".join(line.split()) for line in (found or "").split("\n") if line.strip()]
    if sum(len(paragraph.split()) for paragraph in paragraphs) < FEWEST_WORDS:
        raise SkippedInput(
            name, "the page holds no article text", "Save the report's own page, or its text as a .txt file"
        )
    title = stated.title
    if title:
        paragraphs = [title] + [p for i, p in enumerate(paragraphs) if i > 3 or p.casefold() != title.casefold()]
    return "\n\n".join(paragraphs), stated
