"""A plain text or Markdown file: its text as it stands, and the header lines that some collections put above it."""

from dragoman.reading.decode import bounded, decode
from dragoman.reading.document import Document
from dragoman.reading.stated import Stated
from dragoman.text.blocks import blocks
from dragoman.text.sections import header

_FIELDS = {"outlet", "title", "published", "url", "language", "byline", "dateline"}


def read_plain(document: Document) -> tuple[str, Stated]:
    """The decoded text (no BOM, `\\n` newlines, nothing else changed) and what its header lines state."""
    text = bounded(document.name, decode(document.name, document.content, declared=document.charset))
    fields: dict[str, str] = {}
    for _, field, value in header(blocks(text)):
        if field in _FIELDS:
            fields.setdefault(field, value)
    return text, Stated(**fields)
