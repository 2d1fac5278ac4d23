"""Where accounts differ: every reading of a figure or field, its voice, its outlet, the verdict and its reason."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from dragoman.model.attribution import VoiceKind
from dragoman.model.claim import Claim, Field
from dragoman.model.figure import Figure
from dragoman.model.issues import ISSUE_BY_ID
from dragoman.model.quantity import Hedge
from dragoman.model.record import RecordData
from dragoman.model.verdict import AGREEMENT_ORDER, Comparison, Verdict
from dragoman.reconcile.corroboration import Corroborations
from dragoman.views.citations import Citations
from dragoman.views.corroborated import note
from dragoman.views.layout import Row, Section
from dragoman.views.phrases import amount, ends, number, on_one_line, plain, voice
from dragoman.views.spread import spread_of


def differences(record: RecordData, citations: Citations) -> Section:
    """Figures with several readings, then other fields; the gravest verdicts first."""
    by_pair: dict[frozenset[str], Comparison] = {frozenset((c.a, c.b)): c for c in record.comparisons}
    figures = [figure for figure in record.figures if figure.verdict != Verdict.SINGLE]
    figures.sort(key=lambda figure: (-AGREEMENT_ORDER.index(figure.verdict), figure.id))
    inside = {pair for figure in figures for pair in by_pair if pair <= set(figure.claims)}
    others = [comparison for pair, comparison in by_pair.items() if pair not in inside]
    others.sort(key=lambda comparison: (-AGREEMENT_ORDER.index(comparison.verdict), comparison.id))
    summaries = {event.id: event.summary for event in record.events}
    stood = Corroborations(record)
    rows = [
        _figure(
            figure,
            by_pair,
            summaries.get(figure.event or "", ""),
            citations,
            word=note(stood.of_figure(figure), named=False),
        )
        for figure in figures
    ]
    rows += [_field(comparison, citations) for comparison in others]
    return Section(
        "differences",
        "Where the accounts differ",
        tuple(rows),
        "No two accounts speak of one number or field.",
    )


def _figure(
    figure: Figure, by_pair: dict[frozenset[str], Comparison], event: str, citations: Citations, *, word: str
) -> Row:
    claims = [citations.claims[claim] for claim in figure.claims]
    pairs = [c for pair, c in by_pair.items() if pair <= set(figure.claims)]
    spread = spread_of(figure, ((claim, _whose(claim)) for claim in _in_order(claims, citations)))
    return Row(
        text=figure.what or figure.unit,
        tag=_tag(figure.verdict),
        words=on_one_line(event, 120),
        note=f"{ends(figure)}; {word}" if spread else word,
        rows=(*_readings(claims, citations), *_reasons(pairs)),
        spread=spread,
    )


def _readings(claims: Iterable[Claim], citations: Citations) -> Iterator[Row]:
    """One row a wording and voice; reports that carry the same one stand together."""
    alike: dict[tuple[str, str], list[Claim]] = {}
    for claim in _in_order(claims, citations):
        alike.setdefault((claim.span.exact.casefold(), _whose(claim)), []).append(claim)
    for (_, whose), same in alike.items():
        first = same[0]
        outlets = dict.fromkeys(claim.outlet for claim in same)
        where = "" if first.voice.kind == VoiceKind.OUTLET and not first.voice.chain else f"; {', '.join(outlets)}"
        yield Row(
            text=_amount(first),
            words=first.span.exact,
            note=f"{whose}{where}",
            cites=tuple(citations.cite(claim.span) for claim in same),
        )


def _in_order(claims: Iterable[Claim], citations: Citations) -> list[Claim]:
    return sorted(claims, key=lambda c: (citations.letters[c.report], c.span.start))


def _whose(claim: Claim) -> str:
    return voice(claim.voice, claim.outlet)


def _amount(claim: Claim) -> str:
    """The reading as a number, unless the words print that number."""
    value = claim.value if isinstance(claim.value, float | int) else None
    if claim.hedge is None or (claim.hedge == Hedge.EXACT and number(value) in claim.span.exact):
        return ""
    return amount(value, claim.low, claim.high, claim.hedge)


def _reasons(pairs: Iterable[Comparison]) -> Iterator[Row]:
    """The reason of each kind of difference once, the gravest first, with how many other pairs it holds for."""
    ordered = sorted(pairs, key=lambda c: (-AGREEMENT_ORDER.index(c.verdict), c.reason, c.id))
    for verdict, same in groupby(ordered, key=lambda c: c.verdict):
        reasons = list(dict.fromkeys(c.reason for c in same))
        more = f" (and so for {len(reasons) - 1} more)" if len(reasons) > 1 else ""
        yield Row(text=f"{plain(verdict)}: {reasons[0]}{more}")


def _field(comparison: Comparison, citations: Citations) -> Row:
    claims = [citations.claims[comparison.a], citations.claims[comparison.b]]
    subject = plain(comparison.field)
    if comparison.field == Field.QUANTITY:
        subject = " / ".join(dict.fromkeys(claim.what for claim in claims if claim.what))
    elif comparison.field == Field.STANCE and claims[0].what in ISSUE_BY_ID:
        subject = f"stance on {ISSUE_BY_ID[claims[0].what].name}"
    rows = [
        Row(
            text=_told(claim, comparison.field),
            words=on_one_line(claim.span.exact),
            note=f"{_whose(claim)}; {claim.outlet}" if claim.voice.kind != VoiceKind.OUTLET else _whose(claim),
            cites=(citations.cite(claim.span),),
        )
        for claim in claims
    ]
    return Row(text=subject, tag=_tag(comparison.verdict), rows=(*rows, Row(text=comparison.reason)))


def _told(claim: Claim, field: Field) -> str:
    """What a claim says of a field that is no number."""
    if field in (Field.STANCE, Field.TIME, Field.PLACE):
        return plain(str(claim.value or ""))
    return plain(claim.polarity) if field in (Field.OCCURRENCE, Field.ACTOR) else ""


def _tag(verdict: Verdict) -> str:
    """Conflicts stand out."""
    return plain(verdict).upper() if verdict == Verdict.CONFLICT else plain(verdict)
