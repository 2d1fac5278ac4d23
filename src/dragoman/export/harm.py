"""How many were killed and hurt in each event, as a whole and by each report."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.link.counted import things_of
from dragoman.link.deeds import deeds_of, kind_of_thing
from dragoman.link.lexicon import rows
from dragoman.link.sentences import sentence_of
from dragoman.link.words import content, stem, words
from dragoman.model.claim import Claim, Field
from dragoman.model.event import Event, Modality
from dragoman.model.figure import Figure
from dragoman.model.plover import MATERIAL_CONFLICT, EventType
from dragoman.model.record import RecordData
from dragoman.model.report import Report
from dragoman.model.span import Span
from dragoman.model.verdict import Comparison
from dragoman.reconcile.extent import Extent, extent
from dragoman.reconcile.voices import sequence

KILLED, INJURED, DISPLACED, STRUCK = "killed", "injured", "displaced", "struck"
REAL = frozenset({Modality.HAPPENED, Modality.ONGOING})
_TO_PEOPLE = frozenset({KILLED, INJURED, DISPLACED})
_BACK = 500
"""Characters back from a sentence in which the attack was told whose victims it counts."""


@dataclass(frozen=True, slots=True)
class Toll:
    """Best, low and high of a count, each None where no number is given; an open end has its flag."""

    best: float | None = None
    low: float | None = None
    high: float | None = None
    low_open: bool | None = None
    high_open: bool | None = None


class Harm:
    """The counts of what was done to people and things, by event.

    A count belongs to the event that it measures; without one of its own, to the attack told in its sentence, or last
    before it if it goes on from there. In a report that tells no attack at all it belongs where most other readings
    of its figure do.
    """

    def __init__(self, record: RecordData) -> None:
        self._reports = {report.id: report for report in record.reports}
        self._claims = {claim.id: claim for claim in record.claims}
        self._events = {event.id: event for event in record.events}
        self._order = sequence(record.reports)
        self._comparisons: dict[str, list[Comparison]] = defaultdict(list)
        for comparison in record.comparisons:
            self._comparisons[comparison.a].append(comparison)
        self._attacks: dict[str, list[tuple[Span, str]]] = defaultdict(list)
        for event in record.events:
            if event.type == EventType.ASSAULT and event.modality in REAL:
                for claim in (self._claims[c] for c in event.claims):
                    if claim.field == Field.OCCURRENCE:
                        self._attacks[claim.report].append((claim.span, event.id))
        self._groups: dict[tuple[str, str], list[list[Claim]]] = defaultdict(list)
        for figure in record.figures:
            self._enter(figure)

    def toll(self, event: Event, deed: str, *, report: str | None = None) -> Toll:
        """The widest count of an event, as a whole or by one report.

        Several counts are not added up: of civilians and of people, one is often a part of the other.
        """
        groups = ([c for c in g if report in (None, c.report)] for g in self._groups.get((event.id, deed), ()))
        extents = [self._extent(group) for group in groups if group]
        widest = max(extents, key=lambda e: (_size(e), e.best.id), default=None)
        if widest is None or widest.low is None or widest.high is None:
            return Toll()
        low, high = widest.low, widest.high
        return Toll(widest.value, low.number, high.number, low.open, high.open)

    def told(self, event: Event, deed: str, *, report: str) -> bool:
        """Whether a report counts more than none of these."""
        return bool(self.toll(event, deed, report=report).high)

    def _extent(self, claims: Sequence[Claim]) -> Extent:
        pairs = (pair for claim in claims for pair in self._comparisons.get(claim.id, ()))
        return extent(claims, pairs, order=self._order)

    def _enter(self, figure: Figure) -> None:
        claims = [c for c in map(self._claims.__getitem__, figure.claims) if c.modality in REAL]
        deeds = Counter(deed for claim in claims for deed in self._deeds(claim))
        own = {claim.id: event for claim in claims if (event := self._event(claim))}
        if not deeds or not own:
            return
        deed = min(deeds, key=lambda d: (-deeds[d], d))
        said = Counter(own.values())
        usual = min(said, key=lambda event: (-said[event], event))
        by_event: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            if claim.id in own or claim.report not in self._attacks:
                by_event[own.get(claim.id, usual)].append(claim)
        for event, group in by_event.items():
            self._groups[event, deed].append(group)

    def _deeds(self, claim: Claim) -> Iterator[str]:
        """What was done to the things of a count; people are killed and things are struck, and not the reverse."""
        things = things_of(claim)
        kind = kind_of_thing(things)
        done = deeds_of(claim, sentence_of(claim.span, self._reports[claim.report]), things)
        if kind == "person" and "family" not in things:
            yield from done & _TO_PEOPLE
        elif kind == "object":
            yield from done & {STRUCK}
        # Whoever is said to be killed is a person, also where no list has the trade ("a farmer").
        scoped = {deed for word in words(claim.scope) for deed in rows("countables", "done").get(stem(word), ())}
        yield from (scoped | ({KILLED} if things == {"body"} else set())) & {KILLED, INJURED} - done

    def _event(self, claim: Claim) -> str:
        own = self._events.get(claim.event or "")
        if own is not None and own.type in MATERIAL_CONFLICT:
            return own.id
        report = self._reports[claim.report]
        sentence, told = sentence_of(claim.span, report), self._attacks.get(claim.report, ())
        inside = [(abs(span.start - claim.span.start), event) for span, event in told if sentence.overlaps(span)]
        return min(inside, default=(0, ""))[1] or _last_before(sentence, told, report)


def _last_before(sentence: Span, told: Sequence[tuple[Span, str]], report: Report) -> str:
    """The attack told last before a sentence, if that follows at once or names such a happening again."""
    before = [(span.end, span, event) for span, event in told if 0 <= sentence.start - span.end < _BACK]
    if not before:
        return ""
    _, span, event = max(before)
    known = rows("linking", "families")
    again = [{f for word in content(said) for f in known.get(word, ())} for said in (sentence.exact, span.exact)]
    follows = not report.text[sentence_of(span, report).end : sentence.start].strip()
    return event if follows or again[0] & again[1] else ""


def _size(found: Extent) -> float:
    return found.value or (found.low.number if found.low else 0.0)
