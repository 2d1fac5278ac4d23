"""Quoted stretches: the words between quotation marks, double or single, curly or straight."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.model.report import SectionKind
from dragoman.text.page import Page, Paragraph

_DOUBLE = re.compile("[“”„«»\"]|''|``")
_SINGLE = re.compile(
    r"(?<![\w’'])[‘'](?=[^\W\d]|\[|\d+\s)(?P<words>[^‘“”\"]{2,}?)(?P<close>[’'])(?!\w)",
)
_TRIMMED = " \t\u00a0,–—-"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words inside one pair of marks, as offsets into the report's text; `unclosed` when the paragraph ends first."""

    paragraph: Paragraph
    start: int
    end: int
    outer_start: int
    outer_end: int
    unclosed: bool = False

    def holds(self, offset: int) -> bool:
        """Whether an offset lies between the marks."""
        return self.outer_start <= offset < self.outer_end


def stretches(page: Page) -> tuple[Stretch, ...]:
    """Every quoted stretch of a report, in order; single marks count outside double ones only."""
    found: list[Stretch] = []
    for paragraph in page.paragraphs:
        double = list(_double(page, paragraph))
        single = [s for s in _single(page, paragraph) if not any(d.holds(s.start) for d in double)]
        found.extend(sorted(double + single, key=lambda s: s.start))
    return tuple(found)


def _double(page: Page, paragraph: Paragraph) -> Iterator[Stretch]:
    text, opened = page.report.text, None
    for match in _DOUBLE.finditer(text, paragraph.start, paragraph.end):
        mark = match.group()
        if opened is None:
            if mark not in "”»" or not _closes(text, match.start()):
                opened = match
        elif mark not in "“„«``" or mark == '"':
            yield from _stretch(page, paragraph, (opened.start(), opened.end()), (match.start(), match.end()))
            opened = None
    if opened is not None and paragraph.kind is not SectionKind.HEADLINE:
        end = (paragraph.end, paragraph.end)
        yield from _stretch(page, paragraph, (opened.start(), opened.end()), end, unclosed=True)


def _closes(text: str, offset: int) -> bool:
    """Whether a mark can only close: a word or stop straight before it and none after."""
    return offset > 0 and not text[offset - 1].isspace() and not text[offset + 1 : offset + 2].isalnum()


def _single(page: Page, paragraph: Paragraph) -> Iterator[Stretch]:
    text = page.report.text
    for match in _SINGLE.finditer(text, paragraph.start, paragraph.end):
        ends = (match.start("close"), match.end("close"))
        yield from _stretch(page, paragraph, (match.start(), match.start() + 1), ends)


def _stretch(
    page: Page, paragraph: Paragraph, opening: tuple[int, int], closing: tuple[int, int], *, unclosed: bool = False
) -> Iterator[Stretch]:
    start, end, text = opening[1], closing[0], page.report.text
    while start < end and text[start] in _TRIMMED:
        start += 1
    while end > start and text[end - 1] in _TRIMMED:
        end -= 1
    if end > start:
        yield Stretch(paragraph, start, end, opening[0], closing[1], unclosed)


def is_sentence(page: Page, stretch: Stretch) -> bool:
    """Whether a stretch reads as speech of its own: a capital first, and a verb or a final stop."""
    text = page.report.text[stretch.start : stretch.end]
    first = next((c for c in text if c.isalnum()), "")
    tokens = page.tokens(page.cut(stretch.start, stretch.end))
    has_verb = any(t.pos_ in ("VERB", "AUX") for t in tokens)
    return first.isupper() and (has_verb or text[-1] in ".!?…") and len(text.split()) > 1
