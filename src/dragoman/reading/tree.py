"""A page parsed once, within bounds that no hostile page can pass."""

import re
from typing import Any

import trafilatura

from dragoman.errors import SkippedInput

# The largest pages of news sites have some 20,000 tags; a live blog of a whole week has some 60,000.
MOST_TAGS = 150_000
# Time grows with the square of a tag's attributes; what is longer than this is data that a script reads.
LONGEST_TAG = 100_000
MOST_ATTRIBUTES = 2_000
# Characters among which a page declares its type.
PROLOG = 25_000
REMEDY = "Save the report's own page, or its text as a .txt file"

_DECLARED = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]{0,300}\[.{0,20000}?\]\s*>", re.IGNORECASE | re.DOTALL)
_OPENED = re.compile(r"<[A-Za-z!/]")
# Only from the start of a run: from each character on, it would take the square of its length.
_STRETCH = re.compile(rf"(?<![^>])[^>]{{{LONGEST_TAG},}}+")
_TAG_NAME = re.compile(r"<[A-Za-z][\w:-]{0,40}")
_SPACE = re.compile(r"\s+")


def parse(name: str, page: str) -> Any:
    """The tree of a page, without entities of its own and without comments.

    Raises SkippedInput for a page with more tags than any report's, or with none.
    """
    page = _DECLARED.sub("", page)
    page = _DOCTYPE.sub("", page[:PROLOG], count=1) + page[PROLOG:]
    tags = sum(1 for _ in _OPENED.finditer(page))
    if tags > MOST_TAGS:
        raise SkippedInput(name, f"the page has {tags:,} tags, more than the {MOST_TAGS:,} that are read", REMEDY)
    tree = trafilatura.load_html(_STRETCH.sub(_without_attributes, page))
    if tree is None:
        raise SkippedInput(name, "the page holds no article text", REMEDY)
    return tree


def _without_attributes(stretch: re.Match[str]) -> str:
    """A long stretch without the attributes of the tag in which it ends, where there are too many of them."""
    text = stretch[0]
    start = text.rfind("<")
    tag = _TAG_NAME.match(text, start) if start >= 0 else None
    if tag is None or len(text) - start < LONGEST_TAG:
        return text
    many = sum(1 for _ in _SPACE.finditer(text, start)) > MOST_ATTRIBUTES
    return text[: tag.end()] if many else text
