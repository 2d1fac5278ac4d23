"""The atom: what one voice says, in one report, about one field of one thing."""

from dataclasses import dataclass
from enum import StrEnum

from dragoman.model.attribution import Voice
from dragoman.model.event import Modality, Polarity
from dragoman.model.quantity import Hedge
from dragoman.model.span import Span


class Field(StrEnum):
    """Which property of the thing a claim is about."""

    OCCURRENCE = "occurrence"
    TYPE = "type"
    ACTOR = "actor"
    RECIPIENT = "recipient"
    TIME = "time"
    PLACE = "place"
    STANCE = "stance"
    QUANTITY = "quantity"


UTTERANCE = "utterance"
"""The kind of thing that a comparison of two speakers is about."""


@dataclass(frozen=True, slots=True)
class About:
    """What a claim is about: an event, position, commitment, proposal or statement; a comparison also an utterance."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One voice's word on one field; see `docs/codebook.md` for each field's meaning.

    `value` is a number for quantities and text for all other fields; `as_of` is the ISO day for which it is said;
    `extractor` is `name/version`.
    """

    id: str
    about: About
    event: str | None = None
    event_mention: str | None = None
    field: Field
    value: float | str | None = None
    low: float | None = None
    low_strict: bool = False
    high: float | None = None
    high_strict: bool = False
    hedge: Hedge | None = None
    unit: str = ""
    what: str = ""
    scope: str = ""
    side: str = ""
    per: str = ""
    polarity: Polarity = Polarity.ASSERTED
    modality: Modality = Modality.HAPPENED
    voice: Voice
    account: str = ""
    outlet: str
    report: str
    as_of: str | None = None
    span: Span
    extractor: str
