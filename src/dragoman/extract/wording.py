"""The text of a paragraph and the token over each character, made once for all that ask."""

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache

from spacy.tokens import Doc, Token

# spaCy puts the text together anew each time it is asked for, and a token is found by walking over all before it.
_KEPT = 8
_DIGIT = re.compile(r"\d")


@lru_cache(maxsize=_KEPT)
def text_of(doc: Doc) -> str:
    """The text of a parsed paragraph."""
    return doc.text


@lru_cache(maxsize=_KEPT)
def _starts(doc: Doc) -> list[int]:
    starts: list[int] = doc.to_array("IDX").tolist()
    return starts


@lru_cache(maxsize=_KEPT)
def has_digit(text: str) -> bool:
    """Whether a figure stands in the text: most tests for dates, ages and names of things need one."""
    return _DIGIT.search(text) is not None


def token_at(doc: Doc, char: int) -> Token | None:
    """The token over a character of the paragraph, None over a space or outside."""
    index = bisect_right(_starts(doc), char) - 1
    return doc[index] if index >= 0 and char < _starts(doc)[index] + len(doc[index]) else None


def index_after(doc: Doc, char: int) -> int:
    """The index of the first token that begins at or after a character; the number of tokens where none does."""
    return bisect_left(_starts(doc), char)
