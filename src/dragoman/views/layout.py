"""What a brief is made of: sections of rows, each row with its citations."""

from dataclasses import dataclass, field

from dragoman.model.span import Span
from dragoman.views.spread import Spread


@dataclass(frozen=True, slots=True)
class Cite:
    """A citation: its label ("A19", report A, paragraph 19) and the words cited."""

    label: str
    span: Span


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a brief.

    `lead` stands in the margin (a date, a party), `text` is a template filled from fields, `words` are the exact
    words of a span, `note` says on whose word, `tag` is a verdict or stance, `rows` stand below it, `spread` is what a
    page draws.
    """

    text: str = ""
    lead: str = ""
    words: str = ""
    note: str = ""
    tag: str = ""
    cites: tuple[Cite, ...] = ()
    rows: tuple["Row", ...] = ()
    spread: Spread | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the brief; `empty` is said where it has no rows."""

    id: str
    title: str
    rows: tuple[Row, ...]
    empty: str = "Nothing in these reports."


@dataclass(frozen=True, slots=True)
class Brief:
    """The whole brief, in reading order."""

    title: str
    subtitle: str
    sections: tuple[Section, ...]
    closing: tuple[str, ...] = field(default=())
