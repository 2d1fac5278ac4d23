"""Who says what, through whom, and in whose words."""

from dataclasses import dataclass
from enum import StrEnum

from dragoman.model.entity import Actor
from dragoman.model.span import Span


class VoiceKind(StrEnum):
    """Who stands behind a claim."""

    NAMED = "named"
    UNNAMED = "unnamed"
    OUTLET = "outlet"
    HEARSAY = "hearsay"


@dataclass(frozen=True, slots=True)
class Voice:
    """Who stands behind a claim; the chain runs from the origin to the outlet, without either."""

    kind: VoiceKind
    entity: str | None = None
    name: str = ""
    side: str = ""
    chain: tuple[Actor, ...] = ()


class Manner(StrEnum):
    """What a cue does: speech, thought, plan, demand, or a document that says."""

    SPEECH = "speech"
    DENIAL = "denial"
    ATTITUDE = "attitude"
    PLAN = "plan"
    DEMAND = "demand"
    FORECAST = "forecast"


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source, a cue and the content ascribed (PARC, PolNeAR); spans of one report."""

    id: str
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    voice: Voice
    manner: Manner = Manner.SPEECH
    addressee: Actor | None = None


class QuoteKind(StrEnum):
    """How the content is given."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words ascribed to a voice; for direct and mixed quotes `span` holds the words inside the marks."""

    id: str
    span: Span
    kind: QuoteKind
    voice: Voice
    attribution: str | None
    continues: str | None = None
    """Id of the quote that this one goes on with (one act of speaking, split by its tag or a paragraph)."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One report's wording of an utterance."""

    report: str
    kind: QuoteKind
    span: Span


@dataclass(frozen=True, slots=True)
class Utterance:
    """One act of speaking that one or more reports quote; `differences` names the wording that differs."""

    id: str
    aliases: tuple[str, ...]
    speaker: Actor
    setting: str
    date: str | None
    variants: tuple[Variant, ...]
    differences: tuple[str, ...]
