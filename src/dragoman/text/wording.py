"""The words of a parsed paragraph as plain strings, cut once: a slice of a parse costs far more than one of a text."""

from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc

KEPT = 512
"""Paragraphs whose words are kept; few reports have more."""


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
    tokens = list(doc)
    starts = tuple(token.idx for token in tokens)
    return Wording(
        text=doc.text,
        starts=starts,
        ends=tuple(token.idx + len(token) for token in tokens),
        lower=tuple(token.lower_ for token in tokens),
        sentences=tuple(s.start for s in doc.sents for _ in range(s.start, s.end)),
    )
