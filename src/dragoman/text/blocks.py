"""A text cut into blocks: one line each, or one paragraph each where lines were broken by hand."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from statistics import median

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_MARKER = re.compile(r"\s*(?:#{1,6}\s+)?")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]*_]*$")
_FOLD = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'", "\u00a0": " ", "–": "-", "—": "-"})
_EMPHASIS = re.compile(r"\*\*|(?<!\w)\*(?=\w)|(?<=[\w.!?])\*(?!\w)|(?<!\w)__(?=\w)|(?<=[\w.!?])__(?!\w)")
_LEADING = re.compile(r"^[\s•·▪►▶>»*_\-\[(|]+")
WRAPPED_PAIRS = 5


@dataclass(frozen=True)
class Block:
    """`text[start:end]`, stripped; `words` are the same with blanks for line breaks and without Markdown's emphasis."""

    start: int
    end: int
    words: str

    @cached_property
    def count(self) -> int:
        """Number of blank-separated words."""
        return len(self.words.split())

    @cached_property
    def folded(self) -> str:
        """Lower case, straight marks, single blanks, without bullets or brackets in front."""
        return _LEADING.sub("", " ".join(self.words.translate(_FOLD).split())).casefold()

    @cached_property
    def ends_sentence(self) -> bool:
        """Whether it closes with a full stop, a question or an exclamation mark (inside quotation marks too)."""
        return bool(_SENTENCE_END.search(self.words))

    @property
    def bulleted(self) -> bool:
        """Whether it is an item of a list."""
        return bool(re.match(r"(?:[•·▪►▶*–—-]|\(?\d{1,2}[.)])\s", self.words))

    @cached_property
    def looks_headline(self) -> bool:
        """Three to thirty words, opened by a capital, a digit or a quotation mark, without a full stop."""
        opens = self.words[:1].isupper() or self.words[:1].isdigit() or self.words[:1] in "\"'“‘"
        closed = self.words.endswith((".", ":", ",", ";")) and not re.search(r"\b[A-Z]\.[A-Z]\.$", self.words)
        return opens and not closed and 3 <= self.count <= 30 and len(self.words) <= 220

    @cached_property
    def looks_prose(self) -> bool:
        """At least eight words that close a sentence, or thirty that do not."""
        return self.count >= 30 or (self.count >= 8 and self.ends_sentence)


@lru_cache(maxsize=4)
def blocks(text: str) -> tuple[Block, ...]:
    """The non-blank lines of a text, or its paragraphs where lines are broken at a fixed width; in order, disjoint."""
    lines = [match.span() for match in _LINE.finditer(text)]
    pattern = _PARAGRAPH if _wrapped(text, lines) else _LINE
    return tuple(_block(text, match.start(), match.end()) for match in pattern.finditer(text))


def _block(text: str, start: int, end: int) -> Block:
    words = text[start:end]
    end = start + len(words.rstrip())
    marker = _MARKER.match(words)
    inner = start + (marker.end() if marker else 0)
    start = inner if inner < end else start + len(words) - len(words.lstrip())
    return Block(start, end, _EMPHASIS.sub("", " ".join(text[start:end].split("\n"))))


def _wrapped(text: str, lines: Sequence[tuple[int, int]]) -> bool:
    """Lines broken at a width: most lines that have a next line at once after them stop in mid-sentence."""
    widths = [len(text[start:end].rstrip()) for start, end in lines]
    # A single long line (a headline, an address) may stand alone between the broken ones.
    pairs = [index for index in range(len(lines) - 1) if lines[index + 1][0] == lines[index][1] + 1]
    broken = [widths[index] for index in pairs]
    if len(pairs) < WRAPPED_PAIRS or max(broken) > 120 or not 40 <= median(broken) <= 100:
        return False
    open_ended = sum(not _SENTENCE_END.search(text[lines[i][0] : lines[i][1]].rstrip()) for i in pairs)
    return open_ended / len(pairs) >= 0.7
