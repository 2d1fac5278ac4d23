"""An event told in a sentence, before it becomes a mention."""

from dataclasses import dataclass

from dragoman.extract.triggers import Trigger
from dragoman.model.entity import Entity
from dragoman.model.event import Modality
from dragoman.text.parse import Token


@dataclass(frozen=True, slots=True)
class Told:
    """An event told, to which "the talks" and "both sides" may point back; `sentence` counts through the report.

    `doing` and `undergoing` are the heads of the phrases in which the parties stand, named or not.
    """

    trigger: Trigger
    actors: tuple[Entity, ...]
    recipients: tuple[Entity, ...]
    sentence: int
    declared: Modality | None = None
    doing: Token | None = None
    undergoing: Token | None = None

    @property
    def ids(self) -> tuple[frozenset[str], frozenset[str]]:
        """The sides of the parties as sets of names."""
        return frozenset(e.side or e.name for e in self.actors), frozenset(e.side or e.name for e in self.recipients)
