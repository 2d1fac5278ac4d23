"""A number read in a paragraph with what it measures, before it becomes a quantity of the report."""

from dataclasses import dataclass

from dragoman.extract.counted import Counted
from dragoman.extract.numerals import Numeral
from dragoman.model.quantity import Hedge, Measure


@dataclass(frozen=True, slots=True)
class Draft:
    """A number read at characters `[start, end)` of a paragraph, with what it measures."""

    numeral: Numeral
    start: int
    end: int
    measure: Measure
    unit: str
    counted: Counted | None = None
    hedge: Hedge = Hedge.EXACT
    scope: str = ""
    per: str = ""
    change: str = ""
