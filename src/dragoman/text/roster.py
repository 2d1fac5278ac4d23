"""A user's own actors and places, from a TOML list; they win over the world's."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import InputError
from dragoman.model.entity import EntityKind
from dragoman.model.event import Place


@dataclass(frozen=True, slots=True)
class RosterActor:
    """One `[[actor]]` of a list: who, under which names, for which side."""

    name: str
    kind: EntityKind
    code: str = ""
    side: str = ""
    aliases: tuple[str, ...] = ()
    capital: str = ""


@dataclass(frozen=True, slots=True)
class RosterPlace:
    """One `[[place]]` of a list, with the names under which it goes."""

    place: Place
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Roster:
    """All actors and places of a user's lists."""

    actors: tuple[RosterActor, ...] = ()
    places: tuple[RosterPlace, ...] = ()


def load_roster(path: Path) -> Roster:
    """Read `[[actor]]` and `[[place]]` tables; raises InputError that names the file and the entry."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"{path}: the list of actors and places cannot be read: {error}") from error
    try:
        actors = tuple(_actor(entry) for entry in table.get("actor", ()))
        places = tuple(_place(entry, table) for entry in table.get("place", ()))
    except (KeyError, ValueError, TypeError) as error:
        raise InputError(
            f"{path}: an [[actor]] needs name and kind, a [[place]] needs name and kind ({error!r})"
        ) from error
    return Roster(actors, places)


def _actor(entry: Mapping[str, object]) -> RosterActor:
    return RosterActor(
        name=str(entry["name"]),
        kind=EntityKind(str(entry["kind"])),
        code=str(entry.get("code", "")),
        side=str(entry.get("side", "")),
        aliases=_names(entry),
        capital=str(entry.get("capital", "")),
    )


def _place(entry: Mapping[str, object], table: Mapping[str, object]) -> RosterPlace:
    name, kind = str(entry["name"]), str(entry["kind"])
    place = Place(
        name=name,
        country=_country_of(entry, table),
        lat=_degrees(entry, "lat"),
        lon=_degrees(entry, "lon"),
        precision=kind,
    )
    return RosterPlace(place, _names(entry))


def _names(entry: Mapping[str, object]) -> tuple[str, ...]:
    aliases = entry.get("aliases", [])
    return tuple(str(alias) for alias in aliases) if isinstance(aliases, list) else ()


def _degrees(entry: Mapping[str, object], key: str) -> float | None:
    value = entry.get(key)
    return float(value) if isinstance(value, int | float) else None


def _country_of(entry: Mapping[str, object], table: Mapping[str, object]) -> str:
    """Climb `inside` up to the outermost place and return that country's code, or its name without one."""
    places = {str(p["name"]): p for p in _tables(table, "place")}
    codes = {str(a["name"]): str(a.get("code", "")) for a in _tables(table, "actor")}
    name, seen = str(entry["name"]), set[str]()
    while name in places and name not in seen and places[name].get("inside"):
        seen.add(name)
        name = str(places[name]["inside"])
    return codes.get(name) or (name if name in places or name in codes else "")


def _tables(table: Mapping[str, object], key: str) -> list[Mapping[str, object]]:
    found = table.get(key, [])
    return [entry for entry in found if isinstance(entry, dict)] if isinstance(found, list) else []
