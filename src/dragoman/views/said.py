"""What was said: utterances with their variants and the wording that differs."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from dragoman.link.qualifiers import LEFT_OUT, limits
from dragoman.link.setting import around_of
from dragoman.link.wording import holds, tokens
from dragoman.model.attribution import Utterance, Variant
from dragoman.model.record import RecordData
from dragoman.model.report import Report
from dragoman.views.citations import Citations
from dragoman.views.layout import Row, Section
from dragoman.views.phrases import day, in_marks, on_one_line

PART = "a part of the fuller quote"
LIMIT = "the limit {limit} is left out by {reports}"
DIFFERS = "wording differs: {wordings}"
WORDING = "{reports} [{words}]"
NOTHING = "nothing in its place"
"""Every phrase on how the wordings of an utterance differ."""


def said(record: RecordData, citations: Citations) -> Section:
    """Utterances that several reports carry first, then the others by speaker."""
    shared = [u for u in record.utterances if _reports(u) > 1]
    alone = sorted(
        (u for u in record.utterances if _reports(u) == 1), key=lambda u: (u.speaker.name, _place(u, citations))
    )
    reports = {report.id: report for report in record.reports}
    told = {u.id: _utterance(u, reports, citations) for u in record.utterances}
    rows = [Row(lead=u.speaker.name, rows=(told[u.id],)) for u in sorted(shared, key=lambda u: u.id)]
    for speaker, spoken in groupby(alone, key=lambda u: u.speaker.name):
        rows.append(Row(lead=speaker, rows=tuple(told[u.id] for u in spoken)))
    return Section("said", "What was said", tuple(rows))


def _reports(utterance: Utterance) -> int:
    return len({variant.report for variant in utterance.variants})


def _place(utterance: Utterance, citations: Citations) -> tuple[str, int]:
    return min((citations.letters[v.report], v.span.start) for v in utterance.variants)


def _utterance(utterance: Utterance, reports: Mapping[str, Report], citations: Citations) -> Row:
    """One stretch of one report stands on one line; several stand below their setting, those printed alike as one."""
    setting = ", ".join(part for part in (utterance.setting, day(utterance.date) if utterance.date else "") if part)
    variants = sorted(utterance.variants, key=lambda v: (citations.letters[v.report], v.span.start))
    alike: dict[tuple[str, ...], list[Variant]] = {}
    for variant in variants:
        alike.setdefault(tokens(variant.span.exact), []).append(variant)
    stretches = tuple(
        Row(
            words=on_one_line(same[0].span.exact),
            note=_part(same[0], variants),
            cites=tuple(citations.cite(v.span) for v in same),
        )
        for same in alike.values()
    )
    if len(variants) == 1:
        return Row(words=stretches[0].words, note=setting, cites=stretches[0].cites)
    bare = [v for v in variants if not _limited(v, variants, reports)]
    differ = tuple(Row(text=_difference(told, variants, bare, citations)) for told in utterance.differences)
    count = _reports(utterance)
    tag = f"one utterance, {count} reports" if count > 1 else ""
    return Row(text=setting or "in one go", tag=tag, rows=(*stretches, *differ))


def _part(variant: Variant, variants: Sequence[Variant]) -> str:
    """Whether the words stand, all of them, in a fuller quote of another report."""
    own = tokens(variant.span.exact)
    fuller = (v for v in variants if v.report != variant.report and len(tokens(v.span.exact)) > len(own))
    return PART if any(holds(v.span.exact, variant.span.exact) for v in fuller) else ""


def _limited(variant: Variant, variants: Sequence[Variant], reports: Mapping[str, Report]) -> bool:
    """Whether the variant's report limits what is said, inside the marks or beside them."""
    own = [v for v in variants if v.report == variant.report]
    return any(limits(v.span.exact) or limits(around_of(v.span, reports[v.report])) for v in own)


def _difference(told: str, variants: Sequence[Variant], bare: Sequence[Variant], citations: Citations) -> str:
    """A difference in wording with the reports that have each wording, or the limit that the `bare` ones leave out."""
    if told.startswith(f"{LEFT_OUT}: ["):
        limit = told.removeprefix(f"{LEFT_OUT}: [").removesuffix("]")
        return LIMIT.format(limit=in_marks(limit), reports=_letters(bare, citations))
    sides = told.removeprefix("[").removesuffix("]").split("] / [")
    ordered = sorted(sides, key=lambda words: _letters(_holding(words, variants), citations) or "~")
    wordings = (WORDING.format(words=w, reports=_letters(_holding(w, variants), citations)) for w in ordered if w)
    return DIFFERS.format(wordings=" / ".join((*wordings, *([NOTHING] if "" in sides else ()))))


def _holding(words: str, variants: Sequence[Variant]) -> list[Variant]:
    return [v for v in variants if words and words in v.span.exact]


def _letters(variants: Sequence[Variant], citations: Citations) -> str:
    return " ".join(dict.fromkeys(citations.letters[v.report] for v in variants))
