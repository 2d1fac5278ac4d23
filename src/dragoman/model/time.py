"""When: closed day intervals with a precision."""

from dataclasses import dataclass
from enum import StrEnum


class Precision(StrEnum):
    """How finely a time is known, from fine to coarse."""

    DAY = "day"
    NIGHT = "night"
    RANGE = "range"
    WEEK = "week"
    PART_OF_MONTH = "part_of_month"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    OPEN = "open"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Interval:
    """Closed interval of ISO days (`YYYY-MM-DD`); an open end is None."""

    start: str | None = None
    end: str | None = None
    precision: Precision = Precision.UNKNOWN

    @property
    def known(self) -> bool:
        """Whether either end is known."""
        return self.start is not None or self.end is not None

    def meets(self, other: "Interval") -> bool:
        """Whether some day may lie in both; an unknown interval meets all."""
        starts_late = self.start is not None and other.end is not None and self.start > other.end
        ends_early = self.end is not None and other.start is not None and self.end < other.start
        return not starts_late and not ends_early

    def within(self, other: "Interval") -> bool:
        """Whether every day of this lies in the other, both ends known."""
        if None in (self.start, self.end, other.start, other.end):
            return False
        return str(other.start) <= str(self.start) and str(self.end) <= str(other.end)
