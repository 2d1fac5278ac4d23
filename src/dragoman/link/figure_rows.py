"""Quantity claims as the rows that the linkage of figures compares (`data/figures.toml` speaks of these columns)."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from itertools import product

import pyarrow as pa

from dragoman.link.counted import Counted, kind_of
from dragoman.link.similarity import Similarity
from dragoman.link.terms import terms
from dragoman.link.words import fold, stem, words
from dragoman.model.time import Interval
from dragoman.model.units import convert

BITS = ("sense",)


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """One reading: what is counted, what was done to it, when, where, how much, on whose word (null where unknown).

    `noun` is the stem of the thing's last word, `rate` the share of paragraphs in which it stands, `named` the stems of
    the words before it, `kinds` the things with what they are a kind of; `value`, `low` and
    `high` are in the base unit; `words` are the rare words of the sentence, `about` those that tell what the report is
    about, `sense` the signs of the sentence's vector, `scenes` towns with days in which harm was done; days are counted
    from the year 1.
    """

    id: str
    report: str
    measure: str
    noun: str | None
    rate: float
    named: list[str]
    things: list[str]
    kinds: list[str]
    done: list[str]
    moods: list[str]
    event: str | None
    near: list[str]
    matters: list[str]
    start: int | None
    finish: int | None
    published: int | None
    places: list[str]
    value: float | None
    low: float | None
    high: float | None
    words: list[str]
    about: list[str]
    sense: str | None
    voice: str | None
    side: str | None
    scenes: list[str]
    part: bool


_LIST = pa.list_(pa.string())
SCHEMA = pa.schema(
    {
        **dict.fromkeys(("id", "report", "measure", "noun"), pa.string()),
        "rate": pa.float64(),
        **dict.fromkeys(("named", "things", "kinds", "done", "moods"), _LIST),
        "event": pa.string(),
        **dict.fromkeys(("near", "matters"), _LIST),
        **dict.fromkeys(("start", "finish", "published"), pa.int32()),
        "places": _LIST,
        **dict.fromkeys(("value", "low", "high"), pa.float64()),
        **dict.fromkeys(("words", "about"), _LIST),
        **dict.fromkeys(("sense", "voice", "side"), pa.string()),
        "scenes": _LIST,
        "part": pa.bool_(),
    }
)


def table(rows: Iterable[FigureRow]) -> pa.Table:
    """Rows as an Arrow table."""
    return pa.Table.from_pylist([asdict(row) for row in rows], schema=SCHEMA)


def row_of(counted: Counted, *, about: Iterable[str], similarity: Similarity) -> FigureRow:
    """The row of a reading; `about` are the words that tell what its report is about."""
    claim, voice = counted.claim, counted.claim.voice
    spoken = words(claim.what or claim.unit)
    factor = convert(1.0, claim.unit)[0]
    first, last = _days(counted.when)
    return FigureRow(
        id=counted.id,
        report=counted.report,
        measure="length" if counted.length else counted.measure.value,
        noun=stem(spoken[-1]) if spoken and not counted.length else None,
        rate=terms().share(stem(spoken[-1])) if spoken else 0.0,
        named=sorted({stem(word) for word in spoken[:-1]}),
        things=sorted(counted.things),
        kinds=sorted(counted.things | kind_of(counted.things)),
        done=sorted(counted.done | counted.of),
        moods=sorted(counted.moods),
        event=counted.event,
        near=sorted(counted.near),
        matters=sorted(counted.matters),
        start=first,
        finish=last,
        published=_day(counted.published),
        places=sorted(counted.places),
        value=claim.value * factor if isinstance(claim.value, int | float) else None,
        low=None if claim.low is None else claim.low * factor,
        high=None if claim.high is None else claim.high * factor,
        words=sorted(terms().rare(counted.words) - set(map(stem, spoken))),
        about=sorted(about),
        sense=similarity.bits(counted.context),
        voice=voice.entity or fold(voice.name) or None,
        side=voice.side or None,
        scenes=sorted(f"{place} {day}" for place, day in product(counted.scene.places, counted.scene.days)),
        part=counted.part,
    )


def _days(time: Interval) -> tuple[int | None, int | None]:
    return _day(time.start), _day(time.end)


def _day(day: str | None) -> int | None:
    return date.fromisoformat(day).toordinal() if day else None
