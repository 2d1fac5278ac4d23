"""The words of a parsed paragraph as plain strings, cut once: a slice of a parse costs far more than one of a text."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from spacy.tokens import Doc, Token

KEPT = 512
"""Paragraphs whose words are kept; few reports have more."""
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Wording:
    """A paragraph's text, where its tokens begin and end in it, each in lower case, and the first of its sentence."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    lower: tuple[str, ...]
    sentences: tuple[int, ...]

    def cut(self, start: int, end: int) -> str:
        """The text of the tokens `[start, end)`, without the blank behind them."""
        return self.text[self.starts[start] : self.ends[end - 1]] if start < end else ""

    def before(self, start: int, end: int) -> str:
        """The text from token `start` up to where token `end` begins, with the blank between."""
        return self.text[self.starts[start] : self.starts[end]] if start < end else ""


@lru_cache(maxsize=KEPT)
def wording(doc: Doc) -> Wording:
    """The words of a parse."""
    starts, lengths, lower, opens = doc.to_array(["IDX", "LENGTH", "LOWER", "SENT_START"]).T.tolist()
    return Wording(
        text=doc.text,
        starts=tuple(starts),
        ends=tuple(start + length for start, length in zip(starts, lengths, strict=True)),
        lower=tuple(doc.vocab.strings[word] for word in lower),
        sentences=tuple(accumulate((index if opens[index] == 1 else 0 for index in range(len(opens))), max)),
    )


def text_of(doc: Doc) -> str:
    """The text of a parsed paragraph."""
    return wording(doc).text


@lru_cache(maxsize=KEPT)
def has_digit(text: str) -> bool:
    """Whether a figure stands in the text: most tests for dates, ages and names of things need one."""
    return _DIGIT.search(text) is not None


def token_at(doc: Doc, char: int) -> Token | None:
    """The token over a character of the paragraph, None over a space or outside."""
    said = wording(doc)
    index = bisect_right(said.starts, char) - 1
    return doc[index] if index >= 0 and char < said.ends[index] else None


def index_after(doc: Doc, char: int) -> int:
    """The index of the first token that begins at or after a character; the number of tokens where none does."""
    return bisect_left(wording(doc).starts, char)
