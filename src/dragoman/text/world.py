"""Countries, provinces and cities of the world by name, in tables that scripts/build_world.py compiles."""

import functools
import gzip
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files

_LETTERS = str.maketrans(
    dict(zip("ıłŁøØđĐðÐəƏ", "illooddddee", strict=True))
    | {"ß": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "þ": "th", "Þ": "th"}
    | dict.fromkeys("'’‘ʼʻ`´′.", "")
)
_SHORT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_UNITS = (
    "oblast|region|province|governorate|state|district|county|krai|kray|raion|rayon|department|prefecture|"
    "republic|territory|canton|municipality|voivodeship|division|okrug|emirate|parish|autonomous region|city"
)
_WITH_UNIT = re.compile(rf"^(?:(?:{_UNITS}) of (?:the )?(?P<after>.+)|(?P<before>.+?) (?:{_UNITS}))$")
# Sounds that romanisations write in several ways; applied in this order, then doubled letters are made one.
_SOUNDS = [(re.compile(a), b) for a, b in (("[^a-z0-9]", ""), ("kh", "h"), ("zh", "z"), ("sh", "s"))]
_SOUNDS += [(re.compile(a), b) for a, b in (("ch", "c"), ("[yj]", "i"), ("ph", "f"), ("w", "v"), ("q", "k"))]
_SOUNDS += [(re.compile(r"(.)\1+"), r"\1")]
_ARTICLED = re.compile(r"United |.*(?:Republic|Islands|States|Emirates|Netherlands|Philippines|Maldives|Bahamas)$")
_SHORTEST = 5  # shorter keys are shared by too many names
_STANDS_OUT = 10  # how much better known than the next a place must be to be meant by a misspelt name
_BONUS = 100  # spellings lent to a capital, and to a region known by the bare name (Gaza, Siberia)
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
    """A place with a point: kind is country, province or city; country is ISO alpha-3, '' across borders."""

    name: str
    kind: str
    country: str
    lat: float
    lon: float
    population: int
    admin1: str


@dataclass(frozen=True, slots=True)
class _Hit:
    """A site found by a name; whether that is its main name, and in how many spellings the table has it."""

    site: Site
    main: bool = True
    spellings: int = 4

    def fame(self) -> float:
        """People times spellings: Paris in France has a thousand times that of Texas; old names count less."""
        return (self.site.population + 1) * (self.spellings + 1) * (1.0 if self.main else 0.02)


def fold(name: str) -> str:
    """The name in lower case without diacritics, apostrophes, points, hyphens or a leading 'the'."""
    plain = unicodedata.normalize("NFKD", name.translate(_LETTERS)).casefold()
    kept = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    words = [_SHORT.get(word, word) for word in kept.split()]
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def loose(name: str) -> str:
    """A key that romanisations of one name share (Zaporizhia, Zaporizhzhya), for use after an exact miss."""
    key = fold(name)
    for pattern, sound in _SOUNDS:
        key = pattern.sub(sound, key)
    return key


def articled(name: str) -> bool:
    """Whether news English puts "the" before a country's name ("the Netherlands")."""
    return _ARTICLED.match(name) is not None


def without_unit(folded: str) -> str:
    """A folded name without the word for an administrative unit ('kent county' gives 'kent'), or ''."""
    found = _WITH_UNIT.match(folded)
    return (found["after"] or found["before"]) if found else ""


def _table(name: str) -> bytes:
    return gzip.decompress(files("dragoman.text").joinpath("data", f"world_{name}.tsv.gz").read_bytes())


def _rows(table: bytes, key: str) -> Iterator[list[str]]:
    """The rows of a sorted tab-separated table whose first field is the key, by binary search."""
    wanted, low, high = key.encode(), 0, len(table)
    while low < high:
        start = table.rfind(b"\n", 0, (low + high) // 2) + 1
        if table[start : table.find(b"\t", start)] < wanted:
            low = table.find(b"\n", start) + 1
        else:
            high = start
    while table.startswith(wanted + b"\t", low):
        end = table.find(b"\n", low)
        yield table[low:end].decode().split("\t")
        low = end + 1


def _split(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


class World:
    """The gazetteer: look-ups tolerate case, diacritics and apostrophes and answer None when nothing fits."""

    def __init__(self) -> None:
        """Read the tables that ship with the package; about 20 MB stay in memory."""
        self._cities, self._spellings = _table("cities"), _table("spellings")
        self._names: dict[str, Country] = {}
        self._codes: dict[str, Country] = {}
        self._initials: dict[str, Country] = {}
        self._demonyms: dict[str, Country] = {}
        self._capitals: dict[str, Country] = {}
        self._metonyms: dict[str, Country] = {}
        for row in _table("countries").decode().splitlines():
            self._add_country(row.split("\t"))
        self.countries = tuple(self._codes[code] for code in sorted(self._codes) if len(code) == 2)
        self._admin1: dict[tuple[str, str], str] = {}
        self._provinces: dict[str, list[_Hit]] = {}
        for row in _table("provinces").decode().splitlines():
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
            hit = _Hit(site, spellings=_BONUS) if code.startswith("=") else _Hit(site)
            self._provinces.setdefault(key, []).append(hit)

    @functools.cached_property
    def _loose_provinces(self) -> dict[str, list[_Hit]]:
        index: dict[str, list[_Hit]] = {}
        for key, provinces in self._provinces.items():
            index.setdefault(loose(key), []).extend(provinces)
        return index

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
        rank = {"country": 0, "province": 1, "city": 2}
        hits = self._exact(name) or self._exact(without_unit(fold(name)))
        hits.sort(key=lambda hit: (rank[hit.site.kind], not hit.main, -hit.site.population, *_point(hit.site)))
        return tuple(hit.site for hit in hits)

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

    def _exact(self, name: str) -> list[_Hit]:
        key = fold(name)
        country = self._named(name)
        hits = [_Hit(_country_site(country))] if country else []
        hits += self._provinces.get(key, [])
        hits += [self._city(row) for row in _rows(self._cities, loose(key)) if fold(row[1]) == key]
        for _, start in _rows(self._spellings, key):
            end = self._cities.find(b"\n", int(start))
            row = self._cities[int(start) : end].decode().split("\t")
            hits.append(replace(self._city(row), main=row[0] == loose(key)))
        return hits

    def _loose(self, folded: str, near: Sequence[str]) -> list[_Hit]:
        """The places that share the loose key, when one of them stands out, near or in the world."""
        key = loose(folded)
        if len(key) < _SHORTEST:
            return []
        hits = self._loose_provinces.get(key, []) + [self._city(row) for row in _rows(self._cities, key)]
        hits = [hit for hit in hits if hit.site.country in near] or hits
        fame = sorted((hit.fame() for hit in _cities_first(hits)), reverse=True)
        return hits if len(fame) == 1 or (fame and fame[0] > _STANDS_OUT * fame[1]) else []

    def _city(self, row: list[str]) -> _Hit:
        _, name, iso2, admin1, lat, lon, people, spellings = row
        country, where = self._codes[iso2], self._admin1.get((iso2, admin1), "")
        site = Site(name, "city", country.iso3, float(lat), float(lon), int(people or 0), where)
        bonus = _BONUS if fold(name) == fold(country.capital) else 0
        return _Hit(site, spellings=5 * int(spellings or 0) + bonus)


def _point(site: Site) -> tuple[str, str, float, float]:
    return site.country, site.name, site.lat, site.lon


def _order(hit: _Hit) -> tuple[float, str, str, float, float]:
    return -hit.fame(), *_point(hit.site)


def _nearest(hits: list[_Hit], near: Sequence[str]) -> list[_Hit]:
    """The hits in the countries near, unless a country or a far better known place elsewhere is meant."""
    here = [hit for hit in hits if hit.site.country in near]
    for hit in hits:
        if hit.site.kind == "country":
            units = [h for h in here if h.site.kind == "province" and h.site.population > hit.site.population]
            return [hit] if hit in here else units or [hit]
    if here and max(hit.fame() for hit in here) * _FAMOUS < max(hit.fame() for hit in hits):
        return hits
    return here or hits


def _cities_first(hits: list[_Hit]) -> list[_Hit]:
    """The hits without provinces named after a city in them, by its main name or a large one: it is meant."""
    cities = [hit for hit in hits if hit.site.kind == "city"]

    def has_city(province: Site) -> bool:
        inside = [h for h in cities if (h.site.country, h.site.admin1) == (province.country, province.name)]
        return any(h.main or h.site.population > province.population / 4 for h in inside)

    return [hit for hit in hits if hit.site.kind != "province" or not has_city(hit.site)]


def _country_site(country: Country) -> Site:
    return Site(country.name, "country", country.iso3, country.lat, country.lon, country.population, "")


@functools.cache
def world() -> World:
    """The gazetteer, read once a process on first use."""
    return World()
