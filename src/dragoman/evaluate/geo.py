"""Places found and resolved, scored on LGL, TR-News or GeoWebNews as published.

These sets count every toponym, so what is shown is every name of a place that dragoman tells apart: the places of the
record, countries and capitals that stand for governments, words for peoples, and places in other names.
A gold name is resolved given its span, in the light of its text.
"""

import math
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.evaluate.geo_format import GeoText, Toponym, read_geo
from dragoman.evaluate.score import Confusion, Measure, TaskScore, f1, share
from dragoman.evaluate.texts import Reader, text_report
from dragoman.extract.toponyms import Toponym as Shown
from dragoman.extract.toponyms import toponyms
from dragoman.extract.whereabouts import Whereabouts
from dragoman.model.event import Place
from dragoman.text.folding import fold, without_unit
from dragoman.text.page import Page

NEAR = 161.0
"""Kilometres (100 miles) within which a resolved place counts as right, as in all published scores."""

_FARTHEST = 20_039.0  # half the way round the earth: the error of a name that is not resolved
_CONTEXT = 35
_TAGGING = "spaCy .749, Google .832 on GeoWebNews (Gritta et al. 2020); .71 plain rules on LGL"
_RESOLVED = "Mordecai 3: .827 LGL, .873 TR-News, .941 GeoWebNews"


@dataclass(frozen=True, slots=True)
class Resolved:
    """A gold toponym with a point and the place found for it, km apart (None where no place was found)."""

    text: GeoText
    gold: Toponym
    place: Place | None
    km: float | None
    right: bool


def evaluate(folder: Path, read: Reader) -> TaskScore:
    """Tagging (exact, relaxed), resolution of gold spans, and both together; LGL, TR-News and GeoWebNews."""
    _, texts = read_geo(folder)
    reports = [text_report(text.name, text.text, day=text.day, outlet=text.site or "the set") for text in texts]
    resolved, tags = list[Resolved](), list[tuple[GeoText, tuple[Shown, ...]]]()
    for text, (page, found) in zip(texts, read(reports), strict=True):
        where = Whereabouts(page, found.names)
        tags.append((text, toponyms(page, found)))
        resolved += [_resolved(page, where, text, one) for one in text.toponyms if one.point]
    return TaskScore(
        "geo",
        (*_tagging(tags), *_resolution(resolved), _together(tags)),
        (Confusion.of("kinds of toponym resolved wrongly", _wrong(resolved)),),
    )


def _tagging(tags: Sequence[tuple[GeoText, tuple[Shown, ...]]]) -> Iterator[Measure]:
    gold = sum(len(text.toponyms) for text, _ in tags)
    every = sum(len(found) for _, found in tags)
    exact, touched, touching, misses = 0, 0, 0, list[str]()
    for text, found in tags:
        spans = {(one.start, one.end) for one in text.toponyms}
        ours = {(one.span.start, one.span.end) for one in found}
        exact += len(spans & ours)
        pairs = {(g, s) for g in spans for s in ours if g[0] < s[1] and s[0] < g[1]}
        touched += len({g for g, _ in pairs})
        touching += len({s for _, s in pairs})
        misses += [
            f"missed: {_line(text, one.start, one.end)} {one.kind}"
            for one in text.toponyms
            if (one.start, one.end) not in ours
        ]
        misses += [
            f"false: {_line(text, one.span.start, one.span.end)} {one.role}"
            for one in found
            if (one.span.start, one.span.end) not in spans
        ]
    yield f1("tagging, exact", right=exact, shown=every, gold=gold, anchor=_TAGGING, misses=misses)
    precision, recall = (touching / every if every else None), (touched / gold if gold else None)
    both = 2 * precision * recall / (precision + recall) if precision and recall else None
    yield Measure("tagging, touching", both, gold, precision, recall)


def _resolved(page: Page, where: Whereabouts, text: GeoText, gold: Toponym) -> Resolved:
    place = where.at(page.cut(gold.start, gold.end))
    far = _apart(gold, place)
    return Resolved(text, gold, place, far, far is not None and (far <= NEAR or _same_thing(page, gold, place)))


def _same_thing(page: Page, gold: Toponym, place: Place | None) -> bool:
    """Whether both are the same country or first-level unit, by the set's own tags: its GeoNames id is the same then.

    The point of a large country differs between gazetteers by more than 161 km.
    """
    country = page.gazetteer.world.country(gold.inside[0]) if gold.inside[0] else None
    if place is None or country is None or place.country != country.iso3:
        return False
    if gold.kind.startswith("PCL"):
        return place.precision == "country"
    return gold.kind == "ADM1" and place.precision == "province" and _bare(place.name) == _bare(gold.name)


def _bare(name: str) -> str:
    return without_unit(fold(name)) or fold(name)


def _apart(gold: Toponym, place: Place | None) -> float | None:
    if place is None or place.lat is None or place.lon is None or gold.point is None:
        return None
    lat, lon = math.radians(gold.point[0]), math.radians(gold.point[1])
    other, beside = math.radians(place.lat), math.radians(place.lon)
    half = math.sin((other - lat) / 2) ** 2 + math.cos(lat) * math.cos(other) * math.sin((beside - lon) / 2) ** 2
    return 2 * 6371.0 * math.asin(math.sqrt(min(1.0, half)))


def _resolution(resolved: Sequence[Resolved]) -> Iterator[Measure]:
    misses = [
        f"{_line(one.text, one.gold.start, one.gold.end)} {one.gold.kind} {', '.join(filter(None, one.gold.inside))}; "
        f"shown {one.place.name + ' ' + one.place.country if one.place else 'nothing'}"
        for one in resolved
        if not one.right
    ]
    near = sum(one.km is not None and one.km <= NEAR for one in resolved)
    right = sum(one.right for one in resolved)
    yield share("within 161 km, gold spans", right=near, of=len(resolved), anchor=_RESOLVED)
    yield share("within 161 km or the same id, gold spans", right=right, of=len(resolved), misses=misses)
    errors = [_FARTHEST if one.km is None else one.km for one in resolved]
    middle = statistics.median(errors) if errors else None
    yield Measure("median error, gold spans", middle, len(errors), unit="km")
    logs = [math.log1p(min(error, _FARTHEST)) / math.log1p(_FARTHEST) for error in errors]
    yield Measure("area under the curve of errors (0 is best)", statistics.fmean(logs) if logs else None, len(logs))


def _together(tags: Sequence[tuple[GeoText, tuple[Shown, ...]]]) -> Measure:
    """Found with exact bounds and within 161 km, against the gold with a point; other gold names are no error."""
    right = every = gold = 0
    for text, found in tags:
        marks = {(one.start, one.end): one for one in text.toponyms}
        gold += sum(one.point is not None for one in text.toponyms)
        for one in found:
            mark = marks.get((one.span.start, one.span.end))
            if mark is not None and mark.point is None:
                continue
            every += 1
            far = _apart(mark, one.place) if mark else None
            right += far is not None and far <= NEAR
    return f1("found and within 161 km", right=right, shown=every, gold=gold)


def _wrong(resolved: Sequence[Resolved]) -> Iterator[tuple[str, str]]:
    for one in resolved:
        if not one.right:
            yield one.gold.kind or "toponym", one.place.precision if one.place else ""


def _line(text: GeoText, start: int, end: int) -> str:
    """The words in their context, on one line."""
    before, after = text.text[max(0, start - _CONTEXT) : start], text.text[end : end + _CONTEXT]
    return " ".join(f"{text.name}: {before}[{text.text[start:end]}]{after}".split())
