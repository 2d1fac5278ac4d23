"""A half-open range of Unicode code points in a report's text, with its exact words."""

from dataclasses import dataclass

from dragoman.errors import SpanError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`text[start:end] == exact` of the report named; offsets count Unicode code points."""

    report: str
    start: int
    end: int
    exact: str

    def __post_init__(self) -> None:
        if self.start < 0 or self.end <= self.start or len(self.exact) != self.end - self.start:
            raise SpanError(f"span {self.start}-{self.end} of {self.report} cannot hold {self.exact!r}")

    @classmethod
    def cut(cls, report: str, text: str, start: int, end: int) -> "Span":
        """Cut `[start, end)` out of the report's text."""
        return cls(report, start, end, text[start:end])

    def check(self, text: str) -> None:
        """Raise SpanError unless the text still says these words at this place."""
        if text[self.start : self.end] != self.exact:
            raise SpanError(
                f"{self.report} [{self.start}, {self.end}) says {text[self.start : self.end]!r}, not {self.exact!r}"
            )

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character of one report."""
        return self.report == other.report and self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Whether the other lies wholly inside this one."""
        return self.report == other.report and self.start <= other.start and other.end <= self.end
