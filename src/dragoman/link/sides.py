"""The side of whoever acts, speaks or is acted upon."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dragoman.link.words import fold
from dragoman.model.entity import Actor, Entity, EntityKind


@dataclass(frozen=True)
class Sides:
    """Sides by entity; a body or person of a country that is named stands on that country's side."""

    by_id: Mapping[str, Entity]
    countries: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, entities: Iterable[Entity]) -> "Sides":
        """Read sides off the entities of a record."""
        known = tuple(entities)
        named = {e.country or e.code[:3]: e.side or e.name for e in known if e.kind == EntityKind.COUNTRY}
        named.pop("", None)
        return cls({entity.id: entity for entity in known}, named)

    def of_actor(self, actor: Actor) -> str:
        """The actor's side, else its own name where it stands for itself, else ""."""
        entity = self.by_id.get(actor.entity or "")
        if entity is None:
            return fold(actor.name) if actor.entity else ""
        return entity.side or self.countries.get(entity.country, "") or entity.name

    def actor_of(self, side: str) -> Actor | None:
        """The country, group or body that is this side, or None when the record does not name it."""
        own = [e for e in self.by_id.values() if e.name == side and e.kind not in (EntityKind.PERSON, EntityKind.PLACE)]
        return min(own, key=lambda e: (e.kind != EntityKind.COUNTRY, e.id)).actor if own else None

    def of_actors(self, actors: Iterable[Actor]) -> frozenset[str]:
        """The sides of several actors, without those of nobody named."""
        return frozenset(side for actor in actors if (side := self.of_actor(actor)))
