"""One published text in one version, and what its parts are."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from dragoman.model.time import Interval, Precision


class SectionKind(StrEnum):
    """What a part of a report's text is; `related` and the kinds after `caption` are never read for claims."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BODY = "body"
    CAPTION = "caption"
    CREDIT = "credit"
    COPYRIGHT = "copyright"
    RELATED = "related"
    OTHER = "other"


READ_SECTIONS = frozenset({SectionKind.HEADLINE, SectionKind.STANDFIRST, SectionKind.BODY})


@dataclass(frozen=True, slots=True)
class Section:
    """A half-open range of the text with its kind."""

    kind: SectionKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Published:
    """Publication date as a day interval, and the clues on which it rests (`basis`)."""

    start: str | None = None
    end: str | None = None
    precision: Precision = Precision.UNKNOWN
    basis: str = "no clue found"

    @property
    def interval(self) -> Interval:
        """The date without its basis."""
        return Interval(self.start, self.end, self.precision)

    @property
    def day(self) -> str | None:
        """The ISO day on which it came out, where that is known to the day."""
        return self.start if self.precision is Precision.DAY else None


@dataclass(frozen=True, slots=True)
class Report:
    """One published text; `id` is the hash of its bytes, outlet and address."""

    id: str
    path_or_url: str
    text: str
    text_sha256: str
    outlet: str
    owner: str = ""
    title: str = ""
    byline: str = ""
    dateline: str = ""
    published: Published = field(default_factory=Published)
    added: str = ""
    language: str = "en"
    supersedes: str | None = None
    lineage: str | None = None
    sections: tuple[Section, ...] = ()
    skipped_reason: str | None = None
    address: str = ""
    """Where it was published; `path_or_url` is where it was read."""
    credit: str = ""
    """Who supplied the text, as its page or its feed states outside the text."""
    derived: tuple[str, ...] = ()
    """Addresses or identifiers of the texts that it says it was made from."""
    identifier: str = ""
    """The publisher's own name for the text (a ninjs `uri`), to which others' `derived` may point."""
    seen: str = ""
    """UTC time (ISO) at which it was captured or fetched, where that is known."""
    changed: str = ""
    """ISO day of its last change, as stated, where that lies after its publication."""

    @property
    def told(self) -> str:
        """The parts of the text that are read, one after the other."""
        parts = (part for part in self.sections if part.kind in READ_SECTIONS)
        return "\n".join(self.text[part.start : part.end] for part in parts)


def first_versions(reports: Iterable[Report]) -> dict[str, str]:
    """Each report's id to that of the first version of it; a circle ends where it began."""
    before = {report.id: report.supersedes for report in reports}
    found: dict[str, str] = {}
    for report in before:
        first, seen = report, {report}
        while (earlier := before[first]) in before and earlier not in seen:
            first = str(earlier)
            seen.add(first)
        found[report] = first
    return found
