"""One thing to read, as the input that holds it gave it."""

from dataclasses import dataclass, field
from enum import StrEnum

from dragoman.reading.stated import Stated


class Format(StrEnum):
    """In what a single report is written; each is read by one function in `formats`."""

    TEXT = "text"
    HTML = "html"
    PDF = "pdf"
    NINJS = "ninjs"


@dataclass(frozen=True, slots=True)
class Document:
    """The bytes of one report, kept in the archive as they are, with all that is needed to read them again.

    `name` can be printed on one line; `charset` is what the transport declared; `said` is the user's word, believed
    before the document's own; `hinted` is the word of the feed, table or archive around it, believed after its own;
    `stem` names the outlet where nothing else does.
    """

    name: str
    content: bytes
    format: Format
    charset: str = ""
    said: Stated = field(default_factory=Stated)
    hinted: Stated = field(default_factory=Stated)
    stem: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A report that an input only points to; it is read when the user lets dragoman follow links."""

    url: str
    name: str
    said: Stated = field(default_factory=Stated)
    hinted: Stated = field(default_factory=Stated)
