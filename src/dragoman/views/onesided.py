"""What only one side says, what nobody stands behind, and forecasts of which no event is made."""

from collections.abc import Iterable

from dragoman.model.attribution import QuoteKind, VoiceKind
from dragoman.model.claim import Claim
from dragoman.model.event import Modality, Polarity
from dragoman.model.record import RecordData
from dragoman.model.span import Span
from dragoman.model.verdict import Verdict
from dragoman.views.citations import Citations
from dragoman.views.layout import Row, Section
from dragoman.views.phrases import on_one_line, voice

HEARSAY, FORECASTS = "hearsay", "forecasts"


def onesided(record: RecordData, citations: Citations) -> Section:
    """Statements and figures of a single account by the side whose word they are; hearsay; forecasts.

    Direct quotes stand under what was said, and a figure inside a statement is not repeated.
    """
    quoted = [v.span for u in record.utterances for v in u.variants if v.kind == QuoteKind.DIRECT]
    compared = {claim for f in record.figures if f.verdict != Verdict.SINGLE for claim in f.claims}
    statements = [c for c in record.claims if c.about.kind == "statement" and c.value is None]
    single = {claim for f in record.figures if f.verdict == Verdict.SINGLE for claim in f.claims}
    shown = _outermost(c for c in statements if not any(c.span.overlaps(span) for span in quoted))
    shown += _outside((citations.claims[c] for c in sorted(single - compared)), [c.span for c in shown])
    groups: dict[str, list[Claim]] = {}
    for claim in shown:
        groups.setdefault(_group(claim), []).append(claim)
    groups.pop("", None)
    ordered = sorted(groups, key=lambda group: (group in (HEARSAY, FORECASTS), group))
    return Section("onesided", "Said on one side only", tuple(_side(g, groups[g], citations) for g in ordered))


def _outermost(claims: Iterable[Claim]) -> list[Claim]:
    """Claims that lie in no longer one."""
    kept: list[Claim] = []
    for claim in sorted(claims, key=lambda c: (c.span.report, c.span.start, -c.span.end, c.id)):
        if not any(one.span.covers(claim.span) for one in kept):
            kept.append(claim)
    return kept


def _outside(claims: Iterable[Claim], spans: list[Span]) -> list[Claim]:
    return [claim for claim in claims if not any(claim.span.overlaps(span) for span in spans)]


def _group(claim: Claim) -> str:
    if claim.modality == Modality.FORECAST:
        return FORECASTS
    if claim.voice.kind == VoiceKind.HEARSAY:
        return HEARSAY
    return claim.voice.side


def _side(group: str, claims: list[Claim], citations: Citations) -> Row:
    ordered = sorted(claims, key=lambda c: (citations.letters[c.report], c.span.start))
    rows = (
        Row(
            tag="denies" if claim.polarity == Polarity.DENIED else "",
            words=on_one_line(claim.span.exact),
            note=voice(claim.voice, claim.outlet),
            cites=(citations.cite(claim.span),),
        )
        for claim in ordered
    )
    return Row(lead=group, rows=tuple(rows))
