"""How a report opens: its first paragraphs and its dateline."""

from collections.abc import Sequence

from dragoman.model.report import Section, SectionKind
from dragoman.text.blocks import Block, blocks
from dragoman.text.dateline import Dateline, colon_dateline, dateline

LEAD_PARAGRAPHS = 3


def blocks_of(text: str, part: Section) -> tuple[Block, ...]:
    """The blocks of one section; the text is cut as a whole, since a short part does not show how lines are broken."""
    return tuple(block for block in blocks(text) if part.start <= block.start and block.end <= part.end)


def body_blocks(text: str, parts: Sequence[Section]) -> list[Block]:
    """Every block of the body."""
    return [block for part in parts if part.kind is SectionKind.BODY for block in blocks_of(text, part)]


def lead(text: str, parts: Sequence[Section]) -> list[Block]:
    """The first paragraphs of the body."""
    return body_blocks(text, parts)[:LEAD_PARAGRAPHS]


def report_dateline(text: str, parts: Sequence[Section]) -> Dateline | None:
    """The dateline in the first paragraphs; names before a colon are speakers where several stand so."""
    body = body_blocks(text, parts)
    speakers = sum(colon_dateline(block.words) for block in body) > 1
    for block in body[:LEAD_PARAGRAPHS]:
        found = dateline(block.words)
        if found is not None and not (speakers and colon_dateline(block.words)):
            return found
    return None
