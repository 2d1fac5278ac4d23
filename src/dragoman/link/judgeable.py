"""What can be judged in the material: event mentions, numbers, quotes and names, by their words and by their ids."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dragoman.errors import InputError
from dragoman.link.anchors import anchor_at
from dragoman.link.material import Material
from dragoman.link.utterances import spoken
from dragoman.model.claim import Field
from dragoman.model.entity import Form, Mention
from dragoman.model.judgement import Anchor, Kind
from dragoman.model.span import Span


@dataclass(frozen=True, slots=True)
class Places:
    """Spans with the ids of what is read there, by kind and report."""

    held: Mapping[tuple[Kind, str], Mapping[Span, tuple[str, ...]]]

    def at(self, kind: Kind, span: Span) -> tuple[str, ...]:
        """The ids of all of a kind that stands at these very words, else of the one thing that touches them."""
        here = self.held.get((kind, span.report), {})
        if span in here:
            return here[span]
        touched = [ids for other, ids in here.items() if other.overlaps(span)]
        return touched[0] if len(touched) == 1 else ()


def places(material: Material) -> Places:
    """Where everything stands that can be judged."""
    found: dict[tuple[Kind, str], dict[Span, set[str]]] = defaultdict(lambda: defaultdict(set))
    for kind, span, identity in _all(material):
        found[kind, span.report][span].add(identity)
    return Places({key: {s: tuple(sorted(ids)) for s, ids in spans.items()} for key, spans in found.items()})


def _all(material: Material) -> Iterator[tuple[Kind, Span, str]]:
    for event in material.events:
        yield Kind.EVENT, event.trigger, event.id
    for claim in material.claims:
        if claim.field == Field.QUANTITY:
            yield Kind.FIGURE, claim.span, claim.id
    for quote in material.quotes:
        if spoken(quote):
            yield Kind.UTTERANCE, quote.span, quote.id
    for mention in material.mentions:
        yield Kind.ENTITY, mention.span, mention.entity


class Anchoring:
    """Anchors of items by their ids; an event, figure or utterance has the id of its first mention."""

    def __init__(self, material: Material) -> None:
        self._texts = {report.id: report.text for report in material.reports}
        self._mentions: dict[str, list[Mention]] = defaultdict(list)
        for mention in material.mentions:
            self._mentions[mention.entity].append(mention)
        self._spans: dict[str, tuple[Kind, Span]] = {
            identity: (kind, span) for kind, span, identity in _all(material) if kind != Kind.ENTITY
        }
        for claim in material.claims:
            if claim.event_mention in self._spans and claim.id not in self._spans:
                self._spans[claim.id] = self._spans[claim.event_mention]

    def of(self, identity: str) -> Anchor:
        """The anchor of an event mention, a claim, a quote or an entity; raises InputError for any other id."""
        kind, span = self._spans.get(identity) or self._named(identity)
        return anchor_at(kind, span, self._texts[span.report])

    def _named(self, identity: str) -> tuple[Kind, Span]:
        """The first place where an entity is named, by its own name where there is one."""
        if identity not in self._mentions:
            raise InputError(
                f"{identity}: nothing that can be judged has this id. Give ids of events, figures, utterances or"
                " entities, of their claims, or of what they were put together from: `dragoman why ID` lists these"
            )
        first = min(self._mentions[identity], key=lambda m: (m.form != Form.NAME, m.span))
        return Kind.ENTITY, first.span
