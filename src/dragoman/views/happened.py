"""What happened: events on the word of someone, with the figures that only one account gives."""

from collections.abc import Iterable, Sequence

from dragoman.model.claim import Field
from dragoman.model.event import Event, Modality, Polarity
from dragoman.model.figure import Figure
from dragoman.model.record import RecordData
from dragoman.model.verdict import Verdict
from dragoman.reconcile.corroboration import Corroborations
from dragoman.views.citations import Citations
from dragoman.views.corroborated import note
from dragoman.views.layout import Row, Section
from dragoman.views.phrases import UNDATED, names, on_one_line, plain, voice, when, where

HAPPENED = (Modality.HAPPENED, Modality.ONGOING)
AHEAD = (Modality.PLANNED, Modality.DEMANDED, Modality.CONDITIONAL, Modality.FORECAST)


def happened(record: RecordData, citations: Citations) -> Section:
    """Events that a voice says happened or go on, by time."""
    return Section("happened", "What happened", _rows(record, citations, HAPPENED))


def background(record: RecordData, citations: Citations) -> Section:
    """Earlier history that the reports recall."""
    return Section("background", "Background the reports recall", _rows(record, citations, (Modality.BACKGROUND,)))


def ahead(record: RecordData, citations: Citations) -> Section:
    """What is planned, demanded, conditional or foreseen; none of it is said to have happened."""
    return Section("ahead", "Planned, demanded or foreseen; not said to have happened", _rows(record, citations, AHEAD))


def _rows(record: RecordData, citations: Citations, modalities: Sequence[Modality]) -> tuple[Row, ...]:
    chosen = [e for e in record.events if e.modality in modalities and not _only_denied(e, citations)]
    chosen.sort(key=lambda event: (event.time.start or event.time.end or "~", event.time.end or "~", event.id))
    figures: dict[str | None, list[Figure]] = {}
    for figure in record.figures:
        if figure.verdict == Verdict.SINGLE:
            figures.setdefault(figure.event, []).append(figure)
    stood = Corroborations(record)
    told = (note(stood.of_event(event)) for event in chosen)
    return tuple(_row(e, figures.get(e.id, ()), citations, word=word) for e, word in zip(chosen, told, strict=True))


def _only_denied(event: Event, citations: Citations) -> bool:
    """Whether no voice says that it happened: what is only denied stands under what one side says."""
    told = [citations.claims[c] for c in event.claims if citations.claims[c].field == Field.OCCURRENCE]
    return bool(told) and all(claim.polarity == Polarity.DENIED for claim in told)


def _row(event: Event, figures: Iterable[Figure], citations: Citations, *, word: str) -> Row:
    kind = event.type.value + (f" ({event.mode})" if event.mode else "")
    same = {actor.name for actor in event.actors} == {actor.name for actor in event.recipients}
    to = "" if same or not event.recipients else f" > {names(event.recipients)}"
    parts = [f"{names(event.actors)}{to}", kind, where(event.place)]
    if event.modality not in HAPPENED:
        parts.append(plain(event.modality.value))
    dated = when(event.time)
    return Row(
        lead=dated if dated != UNDATED else UNDATED,
        text="  ·  ".join(part for part in parts if part),
        words=on_one_line(event.summary),
        note=word,
        cites=citations.of_claims(event.claims),
        rows=tuple(_reading(figure, citations) for figure in figures),
    )


def _reading(figure: Figure, citations: Citations) -> Row:
    claim = citations.claims[figure.claims[0]]
    named = not claim.what or claim.what.split()[-1] in claim.span.exact
    return Row(
        text="" if named else claim.what,
        words=claim.span.exact,
        note=voice(claim.voice, claim.outlet),
        cites=citations.of_claims(figure.claims),
    )
