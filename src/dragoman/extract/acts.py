"""Acts of speaking while a report is read: each becomes one attribution."""

from dataclasses import dataclass, field

from dragoman.extract.quotes import Stretch
from dragoman.model.attribution import Manner, Voice, VoiceKind
from dragoman.model.entity import Actor
from dragoman.model.span import Span
from dragoman.text.page import Paragraph

MAJORITY = 0.6
"""Share of its characters that words must have inside a content to count as said there."""


@dataclass(eq=False)
class Act:
    """A voice, its cue and what it says; `relays` are those through whom it reached the outlet."""

    paragraph: Paragraph
    voice: Voice
    source: Span | None
    cue: Span | None
    content: list[Span]
    manner: Manner = Manner.SPEECH
    addressee: Actor | None = None
    relays: tuple[Actor, ...] = ()
    stretches: list[Stretch] = field(default_factory=list)

    @property
    def begins(self) -> int:
        """Offset of its first word."""
        known = [s.start for s in (self.source, self.cue, *self.content) if s]
        return min(known)

    @property
    def size(self) -> int:
        """Characters of its content."""
        return sum(s.end - s.start for s in self.content)

    @property
    def speaks(self) -> bool:
        """Whether somebody stands behind it."""
        return self.voice.kind in (VoiceKind.NAMED, VoiceKind.UNNAMED)

    def share(self, start: int, end: int) -> float:
        """The share of `[start, end)` that lies in the content."""
        inside = sum(min(end, s.end) - max(start, s.start) for s in self.content if s.start < end and start < s.end)
        return inside / max(1, end - start)

    def holds(self, start: int, end: int) -> bool:
        """Whether most of `[start, end)` lies in the content."""
        return self.share(start, end) > MAJORITY


def innermost(acts: list[Act], start: int, end: int) -> Act | None:
    """The smallest act whose content holds most of `[start, end)`, unless its cue lies there."""
    fitting = [a for a in acts if a.holds(start, end) and not (a.cue and start <= a.cue.start < end and a.speaks)]
    return min(fitting, key=lambda a: (a.size, a.begins)) if fitting else None
