"""Countries, provinces and cities of the world by name, in tables that scripts/build_world.py compiles."""

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.text.folding import fold, loose, without_unit
from dragoman.text.sorted_tables import rows, table

_SHORTEST = 5  # shorter keys are shared by too many names
_STANDS_OUT = 10  # how much better known than the next a place must be to be meant by a misspelt name
_BONUS = 100  # spellings lent to a capital, and to a region known by the bare name (Gaza, Siberia)
_BESIDE = 4.0  # degrees, both ways together, between a city and the middle of the province around it
_FAMOUS = 40  # a bearer so many times better known is meant even when another lies in a country near


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory of ISO 3166-1, as GeoNames and CLDR name it; lat and lon in degrees."""

    iso2: str
    iso3: str
    name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: str
    lat: float
    lon: float
    population: int = 0
    continent: str = ""


@dataclass(frozen=True, slots=True)
class Site:
    """A place with a point: kind is country, province, district or city; country is ISO alpha-3, '' across borders."""

    name: str
    kind: str
    country: str
    lat: float
    lon: float
    population: int
    admin1: str


@dataclass(frozen=True, slots=True)
class Bearer:
    """A site that bears a name; whether that is its main name, and in how many spellings the table has it."""

    site: Site
    main: bool = True
    spellings: int = 4

    def fame(self) -> float:
        """People times spellings: Paris in France has a thousand times that of Texas; old names count less."""
        return (self.site.population + 1) * (self.spellings + 1) * (1.0 if self.main else 0.02)


def _split(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


class World:
    """The gazetteer: look-ups tolerate case, diacritics and apostrophes and answer None when nothing fits."""

    def __init__(self) -> None:
        """Read the tables that ship with the package; about 20 MB stay in memory."""
        self._cities, self._spellings, self._districts = map(table, ("cities", "spellings", "districts"))
        self._names: dict[str, Country] = {}
        self._codes: dict[str, Country] = {}
        self._initials: dict[str, Country] = {}
        self._demonyms: dict[str, Country] = {}
        self._capitals: dict[str, Country] = {}
        self._metonyms: dict[str, Country] = {}
        for row in table("countries").decode().splitlines():
            self._add_country(row.split("\t"))
        self.countries = tuple(self._codes[code] for code in sorted(self._codes) if len(code) == 2)
        self._admin1: dict[tuple[str, str], str] = {}
        self._provinces: dict[str, list[Bearer]] = {}
        for row in table("provinces").decode().splitlines():
            self._add_province(row.split("\t"))

    def _add_country(self, row: list[str]) -> None:
        """Index one row; rows come by falling population, so the larger bearer keeps an ambiguous name."""
        iso2, iso3, name, people, continent, lat, lon, capital, *lists = row
        aliases, demonyms, capitals, metonyms = map(_split, lists)
        country = Country(iso2, iso3, name, aliases, demonyms, capital, float(lat), float(lon), int(people), continent)
        self._codes[iso2] = self._codes[iso3] = country
        for index, words in (
            (self._initials, [alias for alias in aliases if alias.isupper()]),
            (self._names, [name, *(alias for alias in aliases if len(fold(alias)) > 2)]),
            (self._demonyms, demonyms),
            (self._capitals, capitals),
            (self._metonyms, metonyms),
        ):
            for word in words:
                index.setdefault(fold(word), country)

    def _add_province(self, row: list[str]) -> None:
        iso2, code, name, people, lat, lon, keys = row
        country = self._codes[iso2].iso3 if iso2 else ""
        site = Site(name, "province", country, float(lat), float(lon), int(people), name)
        self._admin1[iso2, code] = name
        for key in _split(keys):
            hit = Bearer(site, spellings=_BONUS) if code.startswith("=") else Bearer(site)
            self._provinces.setdefault(key, []).append(hit)

    @functools.cached_property
    def _loose_provinces(self) -> dict[str, list[Bearer]]:
        index: dict[str, list[Bearer]] = {}
        for key, provinces in self._provinces.items():
            index.setdefault(loose(key), []).extend(provinces)
        return index

    @functools.cached_property
    def _openings(self) -> frozenset[str]:
        """Everything with which a country's name, code, demonym, capital or metonym can begin."""
        tables = (self._names, self._initials, self._demonyms, self._metonyms, self._capitals)
        known = {key for names in tables for key in names} | {code.lower() for code in self._codes}
        return frozenset(key[:i] for key in known for i in range(1, len(key) + 1))

    def opens_country(self, words: str) -> bool:
        """Whether a name by which a country is known can begin with these words; False saves four look-ups."""
        folded = fold(words)
        return folded in self._openings or folded.replace(" ", "") in self._openings

    def country(self, name: str) -> Country | None:
        """The country of a name or alias in any case, or of initials or an ISO code in capitals ('U.S.')."""
        code = name.strip()
        return self._named(name) or (self._codes.get(code) if code.isupper() else None)

    def by_demonym(self, word: str) -> Country | None:
        """The country of an adjective or inhabitant noun, singular or plural ('Ukrainian', 'Danes')."""
        return self._demonyms.get(fold(word))

    def by_capital(self, name: str) -> Country | None:
        """The country whose capital or seat of government bears the name, in any common spelling."""
        return self._capitals.get(fold(name))

    def by_metonym(self, name: str) -> Country | None:
        """The country for whose government the building or organ stands ('the Kremlin')."""
        return self._metonyms.get(fold(name))

    def sites(self, name: str) -> tuple[Site, ...]:
        """Every bearer of the name: countries, provinces, cities; main names first, then by population."""
        rank = {"country": 0, "province": 1, "district": 2, "city": 3}
        hits = self._exact(name) or self._exact(without_unit(fold(name)))
        hits.sort(key=lambda hit: (rank[hit.site.kind], not hit.main, -hit.site.population, *_point(hit.site)))
        return tuple(hit.site for hit in hits)

    def bearers(self, name: str) -> tuple[Bearer, ...]:
        """Every bearer of the name, or of the name without its word for a unit, or of one that sounds like it.

        A bare name that a province shares with its city is the city's.
        """
        key = fold(name)
        base = without_unit(key)
        hits = self._exact(name)
        if base:
            others = self._exact(base)
            hits += _units(others)
            hits = hits or _units(self._loose(base, ())) or others or self._loose(key, ()) or self._loose(base, ())
            return tuple({hit.site: hit for hit in hits}.values())
        return tuple(_cities_first(hits or self._loose(key, ())))

    def resolve(self, name: str, *, near: Sequence[str] = ()) -> Site | None:
        """The likeliest bearer; one in the countries near (ISO alpha-3) wins unless another is world-famous."""
        key = fold(name)
        base = without_unit(key)
        hits = self._exact(name) or self._loose(key, near)
        if not hits and base:
            hits = self._exact(base) or self._loose(base, near)
            units = [hit for hit in hits if hit.site.kind == "province"]
            if units and "city" not in key.split():
                hits = [hit for hit in _cities_first(hits) if hit.site.kind == "province"] or units
        pool = _cities_first(_nearest(hits, near))
        return min(pool, key=_order).site if pool else None

    def _named(self, name: str) -> Country | None:
        """The country of a name, or of initials in capitals; not of ISO codes, which other names share."""
        initials = re.sub(r"[\s.]", "", name)
        found = self._initials.get(fold(initials)) if initials.isupper() else None
        return found or self._names.get(fold(name))

    def _exact(self, name: str) -> list[Bearer]:
        key = fold(name)
        country = self._named(name)
        hits = [Bearer(_country_site(country))] if country else []
        hits += self._provinces.get(key, [])
        hits += [self._district(row) for row in rows(self._districts, without_unit(key) or key) if _bears(row, key)]
        hits += [self._city(row) for row in rows(self._cities, loose(key)) if fold(row[1]) == key]
        for _, start in rows(self._spellings, key):
            end = self._cities.find(b"\n", int(start))
            row = self._cities[int(start) : end].decode().split("\t")
            hits.append(replace(self._city(row), main=row[0] == loose(key)))
        return hits

    def _loose(self, folded: str, near: Sequence[str]) -> list[Bearer]:
        """The places that share the loose key, when one of them stands out, near or in the world."""
        key = loose(folded)
        if len(key) < _SHORTEST:
            return []
        hits = self._loose_provinces.get(key, []) + [self._city(row) for row in rows(self._cities, key)]
        hits = [hit for hit in hits if hit.site.country in near] or hits
        fame = sorted((hit.fame() for hit in _cities_first(hits)), reverse=True)
        return hits if len(fame) == 1 or (fame and fame[0] > _STANDS_OUT * fame[1]) else []

    def _district(self, row: Sequence[str]) -> Bearer:
        _, name, iso2, admin1, lat, lon, people = row
        where = self._admin1.get((iso2, admin1), "")
        return Bearer(Site(name, "district", self._codes[iso2].iso3, float(lat), float(lon), int(people), where))

    def _city(self, row: Sequence[str]) -> Bearer:
        _, name, iso2, admin1, lat, lon, people, spellings = row
        country, where = self._codes[iso2], self._admin1.get((iso2, admin1), "")
        site = Site(name, "city", country.iso3, float(lat), float(lon), int(people or 0), where)
        bonus = _BONUS if fold(name) == fold(country.capital) else 0
        return Bearer(site, spellings=5 * int(spellings or 0) + bonus)


def _bears(row: Sequence[str], key: str) -> bool:
    """Whether a district goes by the folded name: one printed with its word for the unit is never meant without it."""
    return bool(without_unit(key)) or not without_unit(fold(row[1]))


def _point(site: Site) -> tuple[str, str, float, float]:
    return site.country, site.name, site.lat, site.lon


def _order(hit: Bearer) -> tuple[float, str, str, float, float]:
    return -hit.fame(), *_point(hit.site)


def _nearest(hits: list[Bearer], near: Sequence[str]) -> list[Bearer]:
    """The hits in the countries near, unless a country or a far better known place elsewhere is meant."""
    here = [hit for hit in hits if hit.site.country in near]
    for hit in hits:
        if hit.site.kind == "country":
            units = [h for h in here if h.site.kind == "province" and h.site.population > hit.site.population]
            return [hit] if hit in here else units or [hit]
    if here and max(hit.fame() for hit in here) * _FAMOUS < max(hit.fame() for hit in hits):
        return hits
    return here or hits


def _cities_first(hits: list[Bearer]) -> list[Bearer]:
    """The hits without provinces named after a city in them, by its main name or a large one: it is meant."""
    cities = [hit for hit in hits if hit.site.kind == "city"]

    def has_city(province: Site) -> bool:
        inside = [h for h in cities if _belongs(h.site, province)]
        bare = without_unit(fold(province.name)) or fold(province.name)
        return any(
            h.site.population > province.population / (10 if h.main else 4)
            for h in inside
            if h.main or bare in fold(h.site.name)
        )

    return [hit for hit in hits if hit.site.kind != "province" or not has_city(hit.site)]


def _belongs(city: Site, province: Site) -> bool:
    """Whether a city lies in a province, or is a unit of its own beside the one named after it (Buenos Aires)."""
    beside = abs(city.lat - province.lat) + abs(city.lon - province.lon) < _BESIDE
    return city.country == province.country and (city.admin1 == province.name or beside)


def _units(hits: list[Bearer]) -> list[Bearer]:
    return [hit for hit in hits if hit.site.kind in ("province", "district")]


def _country_site(country: Country) -> Site:
    return Site(country.name, "country", country.iso3, country.lat, country.lon, country.population, "")


@functools.cache
def world() -> World:
    """The gazetteer, read once a process on first use."""
    return World()
