"""Event mentions as the rows that the linkage of events compares (`data/events.toml` speaks of these columns)."""

from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

import pyarrow as pa

from dragoman.link.marks import Marks
from dragoman.link.similarity import Similarity, phrase_of
from dragoman.link.terms import terms
from dragoman.link.told import Told
from dragoman.link.words import content, fold, stem, words
from dragoman.model.event import EventMention, Polarity
from dragoman.model.time import Interval, Precision

BITS = ("trigger_sense", "phrase_sense")
_FINE = frozenset({"venue", "city"})
_COARSE = frozenset({"country", "region", ""})


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """One mention: its words, and what is known of type, sides, time and place (null or empty where nothing is).

    `rate` is the share of paragraphs in which its commonest trigger word stands; the senses are signs of sentence
    vectors; `words` are the rare words near the trigger, `around` those for who did it and to whom, `about` those that
    tell what the report is about; `start` and `finish` are days counted from the year 1.
    """

    id: str
    report: str
    trigger: list[str]
    rate: float
    trigger_sense: str | None
    phrase_sense: str | None
    words: list[str]
    around: list[str]
    about: list[str]
    ordinals: list[str]
    counts: list[str]
    counted: list[str]
    kind: str | None = None
    near: list[str]
    mode: str | None = None
    denied: bool | None = None
    symmetric: bool | None = None
    actors: list[str]
    recipients: list[str]
    parties: list[str]
    persons: list[str]
    start: int | None = None
    finish: int | None = None
    night: bool = False
    place: str | None = None
    country: str | None = None
    fine: bool = False
    coarse: bool = False
    lat: float | None = None
    lon: float | None = None


_LIST = pa.list_(pa.string())
SCHEMA = pa.schema(
    {
        "id": pa.string(),
        "report": pa.string(),
        "trigger": _LIST,
        "rate": pa.float64(),
        **dict.fromkeys(BITS, pa.string()),
        **dict.fromkeys(("words", "around", "about", "ordinals", "counts", "counted"), _LIST),
        "kind": pa.string(),
        "near": _LIST,
        "mode": pa.string(),
        "denied": pa.bool_(),
        "symmetric": pa.bool_(),
        **dict.fromkeys(("actors", "recipients", "parties", "persons"), _LIST),
        "start": pa.int32(),
        "finish": pa.int32(),
        "night": pa.bool_(),
        "place": pa.string(),
        "country": pa.string(),
        "fine": pa.bool_(),
        "coarse": pa.bool_(),
        "lat": pa.float64(),
        "lon": pa.float64(),
    }
)


def table(rows: Iterable[EventRow]) -> pa.Table:
    """Rows as an Arrow table."""
    return pa.Table.from_pylist([asdict(row) for row in rows], schema=SCHEMA)


def row_of(told: Told, *, near: Iterable[str], about: Iterable[str], similarity: Similarity) -> EventRow:
    """The row of a mention of the record; `near` are the keys of types that may tell the same happening."""
    mention = told.mention
    first, last = _days(told.time)
    spot = told.place
    return EventRow(
        id=told.id,
        report=told.report,
        **worded(mention.trigger.exact, told.words, told.marks),
        trigger_sense=similarity.bits(mention.trigger.exact.lower()),
        phrase_sense=similarity.bits(phrase_of(mention)),
        around=sorted(_around(mention)),
        about=sorted(about),
        kind=mention.type.value,
        near=sorted(near),
        mode=mention.mode or None,
        denied=mention.polarity == Polarity.DENIED,
        symmetric=told.symmetric,
        actors=sorted(told.actors),
        recipients=sorted(told.recipients),
        parties=sorted(told.parties),
        persons=sorted(told.persons),
        start=first,
        finish=last,
        night=told.time.precision == Precision.NIGHT,
        place=fold(spot.name) if spot else None,
        country=(spot.country or None) if spot else None,
        fine=bool(spot and spot.precision in _FINE),
        coarse=bool(spot and spot.precision in _COARSE),
        lat=spot.lat if spot else None,
        lon=spot.lon if spot else None,
    )


def worded(trigger: str, near: Collection[str], marks: Marks) -> dict[str, Any]:
    """The columns that a mention's own words fill: trigger, rate, rare words near it, ordinals and numbers."""
    own = content(trigger) or frozenset(stem(word) for word in words(trigger))
    return {
        "trigger": sorted(own),
        "rate": max((terms().share(word) for word in own), default=0.0),
        "words": sorted(terms().rare(near) - own),
        "ordinals": sorted(marks.ordinals),
        "counts": sorted(f"{number} {noun}" for noun, number in marks.counts),
        "counted": sorted({noun for noun, _ in marks.counts}),
    }


def _around(mention: EventMention) -> frozenset[str]:
    spans = (mention.actor_words, mention.recipient_words)
    return frozenset(word for span in spans if span for word in content(span.exact))


def _days(time: Interval) -> tuple[int | None, int | None]:
    first, last = (date.fromisoformat(day).toordinal() if day else None for day in (time.start, time.end))
    return first, last
