"""The paragraphs of a report that are read: whole ones, also where lines were broken by hand; long ones in pieces."""

import re
from collections.abc import Iterator

from dragoman.model.report import READ_SECTIONS, Report, SectionKind
from dragoman.text.blocks import blocks

LONGEST = 3_000
"""Characters up to which a paragraph is read in one piece: some 500 words, more than anybody writes."""
_ENDS = re.compile(r"[.!?…][\"'”’»)\]]*\s")


def paragraphs(report: Report) -> Iterator[tuple[SectionKind, int, int]]:
    """Kind and half-open range of each paragraph of the headline, standfirst and body, in order, without blanks around.

    The text is cut as a whole, so a short section of a text with broken lines is cut as the rest is.
    """
    cut = blocks(report.text)
    for section in report.sections:
        if section.kind not in READ_SECTIONS:
            continue
        for block in cut:
            start, end = max(block.start, section.start), min(block.end, section.end)
            words = report.text[start:end]
            if words.strip():
                begin = start + len(words) - len(words.lstrip())
                for piece in _pieces(report.text, begin, begin + len(words.strip())):
                    yield section.kind, *piece


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The range, cut behind sentences where it is too long; behind a word or within one where no sentence ends.

    What is read grows faster than the length of a sentence, so a text without stops must not be one.
    """
    while end - start > LONGEST:
        limit = start + LONGEST
        stops = [match.end() for match in _ENDS.finditer(text, start + LONGEST // 2, limit)]
        blank = text.rfind(" ", start + 1, limit)
        cut = stops[-1] if stops else blank + 1 if blank > start else limit
        yield start, start + len(text[start:cut].rstrip())
        start = cut + len(text[cut:end]) - len(text[cut:end].lstrip())
    yield start, end
