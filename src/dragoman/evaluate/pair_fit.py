"""How well an event that was read fits a pair marked in the text: by where its parties are named."""

from collections.abc import Iterable, Iterator, Sequence

from dragoman.extract.found import Found
from dragoman.model.entity import Actor
from dragoman.model.event import EventMention, Polarity
from dragoman.model.span import Span

Range = tuple[int, int]
_BOTH = 2
"""Fit of an event of which both ends are those marked."""


class PairFit:
    """Fits events of one text to marked ranges."""

    def __init__(self, text: str, found: Found) -> None:
        """Look in this text, with what was found in it."""
        self._text, self._found = text, found
        self._events = [one for one in found.events if one.polarity is Polarity.ASSERTED]

    def matched(self, sources: Sequence[Range], targets: Sequence[Range]) -> EventMention | None:
        """The event between actors that are named in the marked ranges; the first of several; None for none.

        An end matches where words that name the party share a character with a range. An end that is not marked is
        not asked for. What is denied is no event. Of acts of both sides at once either may stand at either end.
        """
        fitting = (one for one in self._events if self._fit(one, sources, targets) == _BOTH)
        return next(fitting, None)

    def best(self, sources: Sequence[Range], targets: Sequence[Range]) -> EventMention | None:
        """The event of the text that fits the pair best, the first of several that fit alike; None if none is told."""
        ranked = sorted(self._events, key=lambda one: -self._nearness(one, sources, targets))
        return next(iter(ranked), None)

    def _fit(self, event: EventMention, sources: Sequence[Range], targets: Sequence[Range]) -> int:
        own, others = [event.actor_words], [event.recipient_words]
        if not event.recipients and len(event.actors) > 1:
            own = others = [event.actor_words, event.recipient_words]
        return self._meets(event.actors, own, sources) + self._meets(event.recipients or event.actors, others, targets)

    def _nearness(self, event: EventMention, sources: Sequence[Range], targets: Sequence[Range]) -> float:
        everyone, words = (*event.actors, *event.recipients), [event.actor_words, event.recipient_words]
        turned = self._meets(everyone, words, sources) + self._meets(everyone, words, targets)
        return self._fit(event, sources, targets) + turned / 4

    def _meets(self, actors: Iterable[Actor], words: Iterable[Span | None], ranges: Sequence[Range]) -> bool:
        if not ranges:
            return True
        told = [place for actor in actors for place in self._places(actor)]
        told += [(span.start, span.end) for span in words if span is not None]
        return any(start < until and begin < end for start, end in told for begin, until in ranges)

    def _places(self, actor: Actor) -> Iterator[Range]:
        """Where the text names an actor: its mentions, or its words where it is nobody named."""
        if actor.entity is not None:
            yield from ((m.span.start, m.span.end) for m in self._found.names.mentions if m.entity == actor.entity)
            return
        at = self._text.find(actor.name) if actor.name else -1
        while at >= 0:
            yield at, at + len(actor.name)
            at = self._text.find(actor.name, at + 1)
