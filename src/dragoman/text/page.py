"""A report made readable: its paragraphs, each parsed, with offsets into the report's text."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from dragoman.model.report import Report, SectionKind
from dragoman.model.span import Span
from dragoman.text.gazetteer import Gazetteer
from dragoman.text.parse import Doc, Token, Words


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of a section that is read; `doc` holds its parse, `start` its offset in the report's text."""

    index: int
    start: int
    end: int
    kind: SectionKind
    doc: Doc

    def tokens(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens that the half-open range of the report's text touches; none for an empty range."""
        return tuple(self.doc.touched(start - self.start, end - self.start))

    def at(self, token: Token) -> int:
        """Offset of a token's first character in the report's text."""
        return self.start + token.idx

    def until(self, token: Token) -> int:
        """Offset just after a token's last character in the report's text."""
        return self.start + token.idx + len(token.text)


@dataclass(frozen=True)
class Page:
    """A report with its parsed paragraphs (headline, standfirst and body only) and the names known to it."""

    report: Report
    paragraphs: tuple[Paragraph, ...]
    gazetteer: Gazetteer

    @cached_property
    def _starts(self) -> list[int]:
        return [paragraph.start for paragraph in self.paragraphs]

    def cut(self, start: int, end: int) -> Span:
        """The span `[start, end)` of the report's text."""
        return Span.cut(self.report.id, self.report.text, start, end)

    def words(self, paragraph: Paragraph, words: Words | Token) -> Span:
        """The span of a token or a run of tokens of one paragraph."""
        start = paragraph.start + (words.idx if isinstance(words, Token) else words.start_char)
        return self.cut(start, start + len(words.text))

    def sentences(self) -> Iterator[tuple[Paragraph, Words]]:
        """Every sentence with its paragraph, in order."""
        for paragraph in self.paragraphs:
            for sentence in paragraph.doc.sents:
                yield paragraph, sentence

    def paragraph_of(self, span: Span) -> Paragraph | None:
        """The paragraph in which a span begins, or None where it lies in a part that is not read."""
        paragraph = self.paragraphs[bisect_right(self._starts, span.start) - 1] if self.paragraphs else None
        return paragraph if paragraph is not None and paragraph.start <= span.start < paragraph.end else None

    def tokens(self, span: Span) -> tuple[Token, ...]:
        """The tokens that a span touches, within the paragraph in which it begins."""
        paragraph = self.paragraph_of(span)
        return paragraph.tokens(span.start, span.end) if paragraph is not None else ()
