"""Names of actors and places: the user's own list first, then the world's countries, capitals and cities."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from dragoman.model.entity import Entity, EntityKind, Form
from dragoman.model.event import Place
from dragoman.model.ids import content_id
from dragoman.text.roster import Roster, RosterActor
from dragoman.text.world import Country, Site, World

_KNOWN_AFAR = 100_000
"""Inhabitants from which a city is named without its country."""


def entity_id(name: str, kind: EntityKind) -> str:
    """Id of an entity: its kind and its name without case."""
    return content_id("n", kind, name.casefold())


@dataclass(frozen=True)
class Gazetteer:
    """Look-ups by name in the user's list, then in the world's tables."""

    world: World
    roster: Roster = field(default_factory=Roster)

    @cached_property
    def _actors(self) -> dict[str, RosterActor]:
        return {bare(name).casefold(): actor for actor in self.roster.actors for name in (actor.name, *actor.aliases)}

    @cached_property
    def _capitals(self) -> dict[str, RosterActor]:
        return {actor.capital.casefold(): actor for actor in self.roster.actors if actor.capital}

    @cached_property
    def listed(self) -> frozenset[str]:
        """The names and aliases of the user's actors, without case."""
        return frozenset(name.casefold() for actor in self.roster.actors for name in (actor.name, *actor.aliases))

    @cached_property
    def _openings(self) -> frozenset[str]:
        names = {*self.listed, *self._actors, *self._capitals}
        return frozenset(name[:i] for name in names for i in range(1, len(name) + 1))

    def opens_listed(self, words: str) -> bool:
        """Whether a name in the user's list of actors can begin with these words."""
        return words.casefold() in self._openings

    def opens_actor(self, words: str) -> bool:
        """Whether a name that `actor` knows can begin with these words."""
        return self.opens_listed(words) or self.world.opens_country(words)

    @cached_property
    def _places(self) -> dict[str, Place]:
        return {
            bare(name).casefold(): entry.place
            for entry in self.roster.places
            for name in (entry.place.name, *entry.aliases)
        }

    def actor(self, name: str) -> tuple[Entity, Form] | None:
        """The country, organisation or group of that name, demonym, capital or government house, and which it was."""
        key = bare(name)
        listed = self._actors.get(key.casefold())
        if listed:
            return _from_roster(listed), Form.NAME
        capital = self._capitals.get(key.casefold())
        if capital:
            return _from_roster(capital), Form.METONYM
        for look_up, form in (
            (self.world.country, Form.NAME),
            (self.world.by_demonym, Form.DEMONYM),
            (self.world.by_metonym, Form.METONYM),
            (self.world.by_capital, Form.METONYM),
        ):
            country = look_up(key)
            if country:
                return _from_country(country), form
        return None

    def listed_place(self, name: str) -> Place | None:
        """The place of that name in the user's own list."""
        return self._places.get(bare(name).casefold())

    def place(self, name: str, *, near: Sequence[str] = ()) -> Place | None:
        """The place of that name; `near` are ISO alpha-3 codes of countries mentioned around it."""
        key = bare(name)
        listed = self.listed_place(key)
        if listed:
            return listed
        site = self.world.resolve(key, near=near)
        return place_of(site) if site and _likely(site, near) else None


def _likely(site: Site, near: Sequence[str]) -> bool:
    """A small town of a country that the report does not name is a namesake more often than the place meant."""
    return site.kind != "city" or not near or site.country in near or site.population >= _KNOWN_AFAR


def bare(name: str) -> str:
    """A name without a leading article and a possessive ending."""
    words = name.strip().replace("’", "'")
    for ending in ("'s", "'"):
        words = words.removesuffix(ending)
    return words[4:] if words.casefold().startswith("the ") else words


def _from_roster(actor: RosterActor) -> Entity:
    side = actor.side or (actor.name if actor.kind in (EntityKind.COUNTRY, EntityKind.GROUP) else "")
    return Entity(
        id=entity_id(actor.name, actor.kind),
        name=actor.name,
        kind=actor.kind,
        code=actor.code,
        aliases=actor.aliases,
        side=side,
        country=actor.code[:3] if actor.code else "",
    )


def _from_country(country: Country) -> Entity:
    return Entity(
        id=entity_id(country.name, EntityKind.COUNTRY),
        name=country.name,
        kind=EntityKind.COUNTRY,
        code=country.iso3,
        side=country.name,
        country=country.iso3,
    )


def place_of(site: Site) -> Place:
    """A site of the tables as a place of the record; counties and districts count as provinces there."""
    precision = "province" if site.kind == "district" else site.kind
    return Place(name=site.name, country=site.country, lat=site.lat, lon=site.lon, precision=precision)
