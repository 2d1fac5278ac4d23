"""What the extractors have found in one report so far; each fills one field."""

from collections.abc import Callable
from dataclasses import dataclass

from dragoman.model.attribution import Attribution, Quote
from dragoman.model.claim import Claim
from dragoman.model.entity import Entity, Mention
from dragoman.model.event import EventMention, PlaceMention, TimeMention
from dragoman.model.marked import Ascribed
from dragoman.model.position import CommitmentMention, PositionMention
from dragoman.model.quantity import Quantity
from dragoman.text.page import Page


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """The entities of a report and every mention of them, in order of the text; equal only to itself.

    What is kept of them is looked up at every word, where comparing and hashing them all would cost more than the rest.
    """

    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Speech:
    """The attributions and quotes of a report, in order of the text."""

    attributions: tuple[Attribution, ...] = ()
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """Layers of one report; an extractor reads the layers it needs and yields one more."""

    names: Names = Names()
    places: tuple[PlaceMention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    ascribed: tuple[Ascribed, ...] = ()
    speech: Speech = Speech()
    quantities: tuple[Quantity, ...] = ()
    events: tuple[EventMention, ...] = ()
    positions: tuple[PositionMention, ...] = ()
    commitments: tuple[CommitmentMention, ...] = ()
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Extractor:
    """One step of reading a report: a function and what it needs and yields (names of fields of Found)."""

    name: str
    version: str
    needs: tuple[str, ...]
    yields: str
    run: Callable[[Page, Found], object]
