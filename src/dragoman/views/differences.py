"""Where accounts differ: every reading of a figure or field, its voice, its outlet, the verdict and its reason."""

from collections.abc import Iterable

from dragoman.model.claim import Claim, Field
from dragoman.model.event import Standing
from dragoman.model.figure import Figure
from dragoman.model.issues import ISSUE_BY_ID
from dragoman.model.record import RecordData
from dragoman.model.verdict import AGREEMENT_ORDER, Comparison, Verdict
from dragoman.views.citations import Citations
from dragoman.views.layout import Row, Section
from dragoman.views.phrases import amount, on_one_line, plain, voice


def differences(record: RecordData, citations: Citations) -> Section:
    """Figures with several readings, then other fields; the gravest verdicts first."""
    by_pair: dict[frozenset[str], Comparison] = {frozenset((c.a, c.b)): c for c in record.comparisons}
    figures = [figure for figure in record.figures if figure.verdict != Verdict.SINGLE]
    figures.sort(key=lambda figure: (-AGREEMENT_ORDER.index(figure.verdict), figure.id))
    inside = {pair for figure in figures for pair in by_pair if pair <= set(figure.claims)}
    others = [comparison for pair, comparison in by_pair.items() if pair not in inside]
    others.sort(key=lambda comparison: (-AGREEMENT_ORDER.index(comparison.verdict), comparison.id))
    summaries = {event.id: event.summary for event in record.events}
    rows = [_figure(figure, by_pair, summaries.get(figure.event or "", ""), citations) for figure in figures]
    rows += [_field(comparison, citations) for comparison in others]
    return Section(
        "differences",
        "Where the accounts differ",
        tuple(rows),
        "No two accounts speak of one number or field.",
    )


def _figure(figure: Figure, by_pair: dict[frozenset[str], Comparison], event: str, citations: Citations) -> Row:
    claims = [citations.claims[claim] for claim in figure.claims]
    pairs = [c for pair, c in by_pair.items() if pair <= set(figure.claims)]
    pairs.sort(key=lambda c: (-AGREEMENT_ORDER.index(c.verdict), c.id))
    reasons = list(dict.fromkeys(f"{plain(c.verdict)}: {c.reason}" for c in pairs))
    disputed = "standing: disputed" if figure.standing == Standing.DISPUTED else ""
    return Row(
        text=figure.what or figure.unit,
        tag=_tag(figure.verdict),
        words=on_one_line(event, 120),
        note=disputed,
        rows=(*_readings(claims, citations), *(Row(text=reason) for reason in reasons)),
    )


def _readings(claims: Iterable[Claim], citations: Citations) -> Iterable[Row]:
    ordered = sorted(claims, key=lambda c: (citations.letters[c.report], c.span.start))
    for claim in ordered:
        yield Row(
            words=claim.span.exact,
            text=amount(_number(claim), claim.low, claim.high, claim.hedge) if claim.hedge else "",
            note=f"{voice(claim.voice, claim.outlet)}; {claim.outlet}",
            cites=(citations.cite(claim.span),),
        )


def _number(claim: Claim) -> float | None:
    return claim.value if isinstance(claim.value, float | int) else None


def _field(comparison: Comparison, citations: Citations) -> Row:
    claims = [citations.claims[comparison.a], citations.claims[comparison.b]]
    subject = plain(comparison.field)
    if comparison.field == Field.QUANTITY:
        subject = " / ".join(dict.fromkeys(claim.what for claim in claims if claim.what))
    elif comparison.field == Field.STANCE and claims[0].what in ISSUE_BY_ID:
        subject = f"stance on {ISSUE_BY_ID[claims[0].what].name}"
    rows = [
        Row(
            text=str(claim.value) if comparison.field != Field.QUANTITY else "",
            words=on_one_line(claim.span.exact),
            note=f"{voice(claim.voice, claim.outlet)}; {claim.outlet}",
            cites=(citations.cite(claim.span),),
        )
        for claim in claims
    ]
    return Row(text=subject, tag=_tag(comparison.verdict), rows=(*rows, Row(text=comparison.reason)))


def _tag(verdict: Verdict) -> str:
    """Conflicts stand out."""
    return plain(verdict).upper() if verdict == Verdict.CONFLICT else plain(verdict)
