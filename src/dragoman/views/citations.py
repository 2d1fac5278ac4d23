"""Labels for citations: a letter for the report, a number for its paragraph."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import count

from dragoman.model.claim import Claim
from dragoman.model.record import RecordData
from dragoman.model.report import Report, SectionKind
from dragoman.model.span import Span
from dragoman.text.paragraphs import paragraphs
from dragoman.views.layout import Cite

_MOST = 6
"""Citations shown on one row; the others stand in the record."""


@dataclass(frozen=True)
class Citations:
    """The reports in reading order with their letters, and the claims by id."""

    reports: tuple[Report, ...]
    letters: Mapping[str, str]
    paragraphs: Mapping[str, tuple[tuple[int, str], ...]]
    claims: Mapping[str, Claim]

    @classmethod
    def of(cls, record: RecordData) -> "Citations":
        """Letter the reports by publication date, then outlet."""
        ordered = sorted(record.reports, key=lambda r: (r.published.start or "~", r.outlet, r.id))
        return cls(
            reports=tuple(ordered),
            letters={report.id: letters(number) for number, report in enumerate(ordered)},
            paragraphs={report.id: _numbered(report) for report in ordered},
            claims={claim.id: claim for claim in record.claims},
        )

    def cite(self, span: Span) -> Cite:
        """The citation of a span."""
        number = next((n for start, n in reversed(self.paragraphs[span.report]) if start <= span.start), "")
        return Cite(f"{self.letters[span.report]}{number}", span)

    def of_claims(self, ids: Iterable[str]) -> tuple[Cite, ...]:
        """Citations of claims in report order, one a place, at most six."""
        return self.of_spans(self.claims[claim].span for claim in ids)

    def of_spans(self, spans: Iterable[Span]) -> tuple[Cite, ...]:
        """Citations of spans in report order, one a paragraph, at most six."""
        cites: dict[str, Cite] = {}
        for span in sorted(spans, key=lambda s: (self.letters[s.report], s.start, s.end)):
            cite = self.cite(span)
            cites.setdefault(cite.label, cite)
        return tuple(cites.values())[:_MOST]


def letters(number: int) -> str:
    """A, B, ... Z, AA, AB, ... for 0, 1, ..."""
    above, rest = divmod(number, 26)
    return (letters(above - 1) if above else "") + chr(ord("A") + rest)


def _numbered(report: Report) -> tuple[tuple[int, str], ...]:
    """Start and number of each paragraph of the body; the headline and standfirst are `h` and `s`."""
    names = {SectionKind.HEADLINE: "h", SectionKind.STANDFIRST: "s"}
    body = count(1)
    return tuple((start, names.get(kind) or str(next(body))) for kind, start, _ in paragraphs(report))
