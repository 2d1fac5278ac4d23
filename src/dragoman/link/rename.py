"""Material with every entity under its canonical id and name."""

from collections.abc import Mapping
from dataclasses import replace

from dragoman.link.material import Material
from dragoman.model.attribution import Voice, VoiceKind
from dragoman.model.entity import Actor, Entity


def rename(material: Material, canonical: Mapping[str, str], entities: tuple[Entity, ...]) -> Material:
    """The same material with merged entities in place of those that were merged."""
    by_id = {entity.id: entity for entity in entities}

    def entity_of(identity: str | None) -> Entity | None:
        return by_id.get(canonical.get(identity, identity)) if identity else None

    def actor(old: Actor) -> Actor:
        entity = entity_of(old.entity)
        return Actor(entity.id, entity.name, entity.code or old.code) if entity else old

    def maybe(old: Actor | None) -> Actor | None:
        return actor(old) if old else None

    def voice(old: Voice) -> Voice:
        entity = entity_of(old.entity)
        chain = tuple(actor(link) for link in old.chain)
        if entity is None:
            return replace(old, chain=chain)
        # "a source in the ministry" keeps its own words: only a named voice takes the entity's name.
        name = entity.name if old.kind == VoiceKind.NAMED or not old.name else old.name
        return replace(old, entity=entity.id, name=name, side=old.side or entity.side, chain=chain)

    return replace(
        material,
        entities=entities,
        mentions=tuple(replace(m, entity=canonical.get(m.entity, m.entity)) for m in material.mentions),
        claims=tuple(replace(c, voice=voice(c.voice)) for c in material.claims),
        events=tuple(
            replace(
                m,
                actors=tuple(dict.fromkeys(actor(a) for a in m.actors)),
                recipients=tuple(dict.fromkeys(actor(a) for a in m.recipients)),
                voice=voice(m.voice),
            )
            for m in material.events
        ),
        quotes=tuple(replace(q, voice=voice(q.voice)) for q in material.quotes),
        positions=tuple(
            replace(p, party=actor(p.party), to=maybe(p.to), voice=voice(p.voice)) for p in material.positions
        ),
        commitments=tuple(
            replace(c, by=tuple(dict.fromkeys(actor(a) for a in c.by)), to=maybe(c.to), voice=voice(c.voice))
            for c in material.commitments
        ),
    )
