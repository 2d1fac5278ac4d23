"""The paragraphs of a report that are read: whole ones, also where lines were broken by hand."""

from collections.abc import Iterator

from dragoman.model.report import READ_SECTIONS, Report, SectionKind
from dragoman.text.blocks import blocks


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
                yield section.kind, begin, begin + len(words.strip())
