"""Where accounts differ: every reading of a figure or field, its voice, its outlet, the verdict and its reason."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from dragoman.model.attribution import VoiceKind
from dragoman.model.claim import Claim, Field
from dragoman.model.figure import Figure
from dragoman.model.issues import ISSUE_BY_ID
from dragoman.model.quantity import Hedge
from dragoman.model.record import RecordData
from dragoman.model.verdict import Comparison, Verdict
from dragoman.reconcile.corroboration import Corroborations
from dragoman.views.citations import Citations
from dragoman.views.consequence import Consequence, Rank
from dragoman.views.corroborated import note
from dragoman.views.layout import Row, Section
from dragoman.views.phrases import amount, ends, measured, number, on_one_line, plain, subject_of, voice
from dragoman.views.spread import spread_of


def differences(record: RecordData, citations: Citations) -> Section:
    """Figures with several readings and other fields, in the order of consequence."""
    order, stood = Consequence(record), Corroborations(record)
    held = {
        claim: figure.id for figure in record.figures if figure.verdict != Verdict.SINGLE for claim in figure.claims
    }
    pairs: dict[str, list[Comparison]] = defaultdict(list)
    rows: list[tuple[Rank, str, Row]] = []
    for comparison in record.comparisons:
        if held.get(comparison.a, "") == held.get(comparison.b):
            pairs[held[comparison.a]].append(comparison)
        elif not _reprint(comparison, citations):
            rows.append((order.rank(comparison), comparison.id, _field(comparison, order, citations)))
    for figure in record.figures:
        if own := sorted(pairs.get(figure.id, ()), key=lambda c: (order.rank(c), c.reason, c.id)):
            row = _figure(figure, own, order, citations, word=note(stood.of_figure(figure), named=False))
            rows.append((order.rank(own[0]), figure.id, row))
    return Section(
        "differences",
        "Where the accounts differ",
        tuple(row for *_, row in sorted(rows, key=lambda found: found[:2])),
        "No two accounts speak of one number or field.",
    )


def _reprint(comparison: Comparison, citations: Citations) -> bool:
    """Whether one account only says the same twice."""
    a, b = citations.claims[comparison.a], citations.claims[comparison.b]
    return comparison.verdict == Verdict.SAME and a.account == b.account


def _figure(figure: Figure, pairs: Sequence[Comparison], order: Consequence, citations: Citations, *, word: str) -> Row:
    claims = [citations.claims[claim] for claim in figure.claims]
    event = order.events.get(figure.event or "")
    spread = spread_of(figure, ((claim, _whose(claim)) for claim in _in_order(claims, citations)))
    return Row(
        text=measured(figure.what, figure.unit, figure.scope),
        tag=_tag(figure.verdict),
        words=on_one_line(event.summary, 120) if event else "",
        note=f"{ends(figure)}; {word}" if spread else word,
        rows=(*_readings(claims, citations), *_reasons(pairs, order)),
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


def _reasons(pairs: Iterable[Comparison], order: Consequence) -> Iterator[Row]:
    """The reason of each kind of difference once, with how many other pairs it holds for; `pairs` by consequence."""
    for _, same in groupby(pairs, key=lambda c: order.rank(c)[:2]):
        of_kind = list(same)
        reasons = list(dict.fromkeys(c.reason for c in of_kind))
        more = f" (and so for {len(reasons) - 1} more)" if len(reasons) > 1 else ""
        yield Row(text=f"{_verdict(of_kind[0], order)}: {reasons[0]}{more}")


def _verdict(comparison: Comparison, order: Consequence) -> str:
    """The verdict in words; of a conflict, between whom."""
    if comparison.verdict != Verdict.CONFLICT:
        return plain(comparison.verdict)
    return f"{plain(comparison.verdict)} {order.ends(comparison).phrase}"


def _field(comparison: Comparison, order: Consequence, citations: Citations) -> Row:
    claims = [citations.claims[comparison.a], citations.claims[comparison.b]]
    over = subject_of(comparison)
    if comparison.field == Field.QUANTITY:
        over = " / ".join(dict.fromkeys(measured(claim.what, claim.unit) for claim in claims))
    elif comparison.field == Field.STANCE and claims[0].what in ISSUE_BY_ID:
        over = f"stance on {ISSUE_BY_ID[claims[0].what].name}"
    rows = [
        Row(
            text=_told(claim, comparison.field, one_deny=len({c.polarity for c in claims}) > 1),
            words=on_one_line(claim.span.exact),
            note=f"{_whose(claim)}; {claim.outlet}" if claim.voice.kind != VoiceKind.OUTLET else _whose(claim),
            cites=(citations.cite(claim.span),),
        )
        for claim in claims
    ]
    return Row(
        text=over,
        tag=_tag(comparison.verdict),
        rows=(*rows, Row(text=f"{_verdict(comparison, order)}: {comparison.reason}")),
    )


def _told(claim: Claim, field: Field, *, one_deny: bool) -> str:
    """What a claim says of a field that is no number; that it asserts is said only beside a denial."""
    if field in (Field.STANCE, Field.TIME, Field.PLACE):
        return plain(str(claim.value or ""))
    return plain(claim.polarity) if field in (Field.OCCURRENCE, Field.ACTOR) and one_deny else ""


def _tag(verdict: Verdict) -> str:
    """Conflicts stand out."""
    return plain(verdict).upper() if verdict == Verdict.CONFLICT else plain(verdict)
