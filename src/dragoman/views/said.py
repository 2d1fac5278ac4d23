"""What was said: utterances with their variants and the wording that differs."""

from itertools import groupby

from dragoman.model.attribution import Utterance
from dragoman.model.record import RecordData
from dragoman.views.citations import Citations
from dragoman.views.layout import Row, Section
from dragoman.views.phrases import day, on_one_line


def said(record: RecordData, citations: Citations) -> Section:
    """Utterances that several reports carry first, then the others by speaker."""
    shared = [u for u in record.utterances if _reports(u) > 1]
    alone = sorted(
        (u for u in record.utterances if _reports(u) == 1), key=lambda u: (u.speaker.name, _place(u, citations))
    )
    rows = [Row(lead=u.speaker.name, rows=(_utterance(u, citations),)) for u in sorted(shared, key=lambda u: u.id)]
    for speaker, spoken in groupby(alone, key=lambda u: u.speaker.name):
        rows.append(Row(lead=speaker, rows=tuple(_utterance(u, citations) for u in spoken)))
    return Section("said", "What was said", tuple(rows))


def _reports(utterance: Utterance) -> int:
    return len({variant.report for variant in utterance.variants})


def _place(utterance: Utterance, citations: Citations) -> tuple[str, int]:
    return min((citations.letters[v.report], v.span.start) for v in utterance.variants)


def _utterance(utterance: Utterance, citations: Citations) -> Row:
    """One stretch of one report stands on one line; several stand below their setting."""
    setting = ", ".join(part for part in (utterance.setting, day(utterance.date) if utterance.date else "") if part)
    variants = sorted(utterance.variants, key=lambda v: (citations.letters[v.report], v.span.start))
    stretches = tuple(Row(words=on_one_line(v.span.exact), cites=(citations.cite(v.span),)) for v in variants)
    if len(stretches) == 1:
        return Row(words=stretches[0].words, note=setting, cites=stretches[0].cites)
    differ = tuple(Row(text=f"wording differs: {difference}") for difference in utterance.differences)
    count = _reports(utterance)
    tag = f"one utterance, {count} reports" if count > 1 else ""
    return Row(text=setting or "in one go", tag=tag, rows=(*stretches, *differ))
