"""What is said of a report beside its text: by a sidecar, a table, header lines or a page's metadata."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace

from dragoman.model.report import SectionKind


@dataclass(frozen=True, slots=True)
class Stated:
    """Each field as stated, "" where nothing is; `published` and `modified` in any form that
    `text.printed_dates` reads; `rights` is a copyright line that stands outside the text; `credit` is who supplied the
    text; `seen` is when it was captured or fetched, so that it was published by then; `derived` are the addresses or
    identifiers of the texts that it says it was made from, one a line; `identifier` is the
    publisher's own name for it; `marked` are the
    paragraphs that it sets apart, one a line: their number from 0 and their kind (`3 caption`).
    """

    outlet: str = ""
    owner: str = ""
    title: str = ""
    url: str = ""
    published: str = ""
    modified: str = ""
    language: str = ""
    byline: str = ""
    dateline: str = ""
    rights: str = ""
    credit: str = ""
    seen: str = ""
    derived: str = ""
    identifier: str = ""
    marked: str = ""

    @property
    def kinds(self) -> Mapping[int, SectionKind]:
        """What the paragraphs are that the report sets apart, by their number."""
        pairs = (line.partition(" ") for line in self.marked.splitlines())
        return {int(number): SectionKind(kind) for number, _, kind in pairs}

    def changed(self, change: Callable[[str], str]) -> "Stated":
        """The same with every field changed alike."""
        return Stated(**{f.name: change(getattr(self, f.name)) for f in fields(self)})

    def over(self, other: "Stated") -> "Stated":
        """Both together; where both speak, this one is believed."""
        gaps = {f.name: getattr(other, f.name) for f in fields(self) if not getattr(self, f.name)}
        return replace(self, **gaps)
