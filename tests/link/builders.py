"""Small makers of model records for stories about invented countries (Norvania, Sudria, Kestria)."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from dragoman.link.similarity import Similarity
from dragoman.link.words import content
from dragoman.model.attribution import Quote, QuoteKind, Voice, VoiceKind
from dragoman.model.claim import About, Claim, Field
from dragoman.model.entity import Actor, Entity, EntityKind
from dragoman.model.event import EventMention, Modality, Place, Polarity
from dragoman.model.ids import bytes_hash, content_id
from dragoman.model.plover import EventType
from dragoman.model.position import CommitmentMention, PositionMention, Stance, Status
from dragoman.model.quantity import Amount, Hedge, Measure, Quantity
from dragoman.model.report import Published, Report, Section, SectionKind
from dragoman.model.span import Span
from dragoman.model.time import Interval, Precision

OUTLET = Voice(VoiceKind.OUTLET)
HEARSAY = Voice(VoiceKind.HEARSAY)


def report(text: str, outlet: str = "Harbour Post", day: str | None = "2031-03-10", **fields: str) -> Report:
    published = Published(day, day, Precision.DAY, "test") if day else Published()
    return Report(
        id=content_id("r", outlet, day, text),
        path_or_url=fields.pop("path_or_url", f"{outlet}.txt"),
        text=text,
        text_sha256=bytes_hash(text.encode()),
        outlet=outlet,
        published=published,
        sections=(Section(SectionKind.BODY, 0, len(text)),),
        **fields,
    )


def at(told: Report, words: str) -> Span:
    start = told.text.index(words)
    return Span.cut(told.id, told.text, start, start + len(words))


def entity(name: str, kind: EntityKind = EntityKind.COUNTRY, side: str | None = None, *aliases: str) -> Entity:
    own = name if kind == EntityKind.COUNTRY else ""
    return Entity(
        id=content_id("n", kind, name.casefold()),
        name=name,
        kind=kind,
        side=own if side is None else side,
        aliases=aliases,
    )


NORVANIA, SUDRIA, KESTRIA = entity("Norvania"), entity("Sudria"), entity("Kestria")
COUNTRIES = (NORVANIA, SUDRIA, KESTRIA)


def named(who: Entity | str, side: str = "", chain: Sequence[str] = ()) -> Voice:
    links = tuple(Actor(None, name) for name in chain)
    if isinstance(who, Entity):
        return Voice(VoiceKind.NAMED, who.id, who.name, side or who.side, links)
    return Voice(VoiceKind.NAMED, None, who, side, links)


def interval(start: str | None, end: str | None = None, precision: Precision = Precision.DAY) -> Interval:
    return Interval(start, end or start, precision) if start else Interval()


def city(name: str, country: str, lat: float, lon: float) -> Place:
    return Place(name, country, lat, lon, "city")


def event(
    told: Report,
    trigger: str,
    *,
    clause: str = "",
    type: EventType = EventType.ASSAULT,
    by: Sequence[Entity] = (NORVANIA,),
    on: Sequence[Entity] = (SUDRIA,),
    time: Interval | None = None,
    place: Place | None = None,
    modality: Modality = Modality.HAPPENED,
    polarity: Polarity = Polarity.ASSERTED,
    voice: Voice = OUTLET,
    mode: str = "",
) -> EventMention:
    whole = at(told, clause) if clause else at(told, told.text)
    offset = whole.exact.index(trigger)
    here = Span.cut(told.id, told.text, whole.start + offset, whole.start + offset + len(trigger))
    return EventMention(
        id=content_id("e", told.id, here.start, here.end),
        trigger=here,
        clause=whole,
        type=type,
        mode=mode,
        actors=tuple(e.actor for e in by),
        recipients=tuple(e.actor for e in on),
        polarity=polarity,
        modality=modality,
        time=time or Interval(),
        place=place,
        voice=voice,
    )


def claim(told: Report, words: str, field: Field, about: About, **fields: object) -> Claim:
    here = at(told, words)
    made = Claim(
        id=content_id("c", told.id, here.start, here.end, field, about.kind, about.id),
        about=about,
        event_mention=about.id if about.kind == "event" else None,
        field=field,
        voice=OUTLET,
        outlet=told.outlet,
        report=told.id,
        as_of=told.published.start,
        span=here,
        account=told.outlet,
        extractor="test/1",
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def occurrence(told: Report, mention: EventMention) -> Claim:
    about = About("event", mention.id)
    return claim(
        told,
        mention.clause.exact,
        Field.OCCURRENCE,
        about,
        value=mention.type.value,
        voice=mention.voice,
        modality=mention.modality,
        polarity=mention.polarity,
    )


_BOUNDS = {
    Hedge.EXACT: lambda v: (v, v, False, False),
    Hedge.MORE_THAN: lambda v: (v, None, True, False),
    Hedge.AT_LEAST: lambda v: (v, None, False, False),
    Hedge.LESS_THAN: lambda v: (None, v, False, True),
    Hedge.AT_MOST: lambda v: (None, v, False, False),
    Hedge.NEARLY: lambda v: (None, v, False, True),
    Hedge.ABOUT: lambda v: (None, None, False, False),
}


def number(
    told: Report,
    words: str,
    value: float | None,
    unit: str,
    *,
    hedge: Hedge = Hedge.EXACT,
    of: EventMention | None = None,
    voice: Voice = OUTLET,
    low: float | None = None,
    measure: Measure = Measure.COUNT,
    **fields: object,
) -> tuple[Claim, Quantity]:
    """A quantity claim (of an event, or a statement) and the quantity it was read from."""
    here = at(told, words)
    low_, high, low_strict, high_strict = _BOUNDS[hedge](value) if value is not None else (low, None, False, False)
    amount = Amount(value, low_, high, low_strict, high_strict, hedge)
    quantity = Quantity(
        content_id("q", told.id, here.start), here, amount, measure, unit, str(fields.get("what", unit))
    )
    about = About("event", of.id) if of else About("statement", quantity.id)
    made = claim(
        told,
        words,
        Field.QUANTITY,
        about,
        value=value,
        low=low_,
        high=high,
        low_strict=low_strict,
        high_strict=high_strict,
        hedge=hedge,
        unit=unit,
        voice=voice,
        **{"what": unit, **fields},
    )
    return made, quantity


def quote(told: Report, words: str, voice: Voice, continues: str | None = None) -> Quote:
    here = at(told, words)
    return Quote(content_id("k", told.id, here.start), here, QuoteKind.DIRECT, voice, None, continues)


def position(
    told: Report,
    words: str,
    party: Entity,
    stance: Stance,
    *,
    issue: str = "ceasefire",
    voice: Voice = OUTLET,
    proposal: bool = False,
) -> tuple[PositionMention, Claim]:
    here = at(told, words)
    mention = PositionMention(
        content_id("o", told.id, here.start), here, party.actor, issue, stance, here, None, voice, None, proposal
    )
    about = About("position", mention.id)
    return mention, claim(told, words, Field.STANCE, about, value=stance.value, what=issue, voice=voice)


def promise(
    told: Report, words: str, what: str, by: Entity, *, status: Status = Status.OPEN, voice: Voice = OUTLET
) -> tuple[CommitmentMention, Claim]:
    here = at(told, words)
    mention = CommitmentMention(
        content_id("m", told.id, here.start), here, (by.actor,), None, at(told, what), Interval(), status, voice
    )
    about = About("commitment", mention.id)
    return mention, claim(told, words, Field.OCCURRENCE, about, value=status.value, voice=voice)


class SharedWords:
    """A likeness that needs no model: the content words that two texts have in common."""

    def __call__(self, a: str, b: str) -> float:
        """The share of the shorter text's words."""
        first, second = content(a), content(b)
        return round(len(first & second) / max(1, min(len(first), len(second))), 3)

    def bits(self, text: str) -> str:
        """Signs of a sum of one random vector a word (a simhash): texts of the same words differ in few."""
        total = np.zeros(384)
        for word in sorted(content(text)):
            total += np.random.default_rng(int(bytes_hash(word.encode())[:8], 16)).standard_normal(384)
        return "".join("1" if value > 0 else "0" for value in total)


LIKENESS: Similarity = SharedWords()
