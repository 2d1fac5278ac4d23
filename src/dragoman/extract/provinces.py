"""Provinces and regions said with their unit: "the A and B regions", "C Oblast", "three provinces: D, E and F"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from dragoman.extract.numerals import either
from dragoman.extract.whereabouts import Whereabouts
from dragoman.model.entity import EntityKind
from dragoman.model.event import Place
from dragoman.text.folding import fold
from dragoman.text.lexicon import load, words
from dragoman.text.page import Page

_NAME = r"[A-ZÀ-Þ](?:[\w-]|[’'](?!s\b))+(?: [A-ZÀ-Þ](?:[\w-]|[’'](?!s\b))+)?"


@cache
def _with_unit() -> re.Pattern[str]:
    name = _NAME
    every = [form for unit in load("places")["units"] for form in (unit, _plural(unit))]
    unit, several = either(every), either(map(_plural, load("places")["units"]))
    capital = either(form.capitalize() for form in every if not form.startswith("department"))
    listed = rf"{name}(?:, {name})*(?:,? and {name})?"
    return re.compile(
        rf"(?P<names>{listed}) (?P<unit>{unit}|{capital})\b"
        rf"|\b(?P<units>{several})(?::| of| such as| including| –|,) (?P<after>{listed})"
    )


def units(page: Page, text: str, where: Whereabouts) -> Iterator[tuple[int, int, Place]]:
    """Character ranges of a paragraph that name provinces and districts, with their places."""
    for match in _with_unit().finditer(text):
        if match["names"] and _names_a_body(match, text):
            continue
        group = "names" if match["names"] else "after"
        unit = _singular((match["unit"] or match["units"]).casefold())
        parts = list(re.finditer(_NAME, match[group]))
        for index, part in enumerate(parts):
            start, end = match.start(group) + part.start(), match.start(group) + part.end()
            place = _province_named(page, part.group(), unit, where)
            if place:
                last = group == "names" and index == len(parts) - 1 and match["unit"].casefold() == unit
                yield start, match.end() if last else end, place


def _plural(unit: str) -> str:
    return unit[:-1] + "ies" if unit.endswith("y") else unit + "s"


def _singular(unit: str) -> str:
    return unit[:-3] + "y" if unit.endswith("ies") else unit.removesuffix("s")


def _names_a_body(match: re.Match[str], text: str) -> bool:
    """Whether the word for a unit goes on to the name of an office ("Ruritania State Board", "Department of")."""
    if match["unit"].casefold() not in _OFFICES:
        return False
    return match["unit"][0].isupper() and re.match(r" (?:of\b|[A-ZÀ-Þ])", text[match.end() :]) is not None


def _province_named(page: Page, name: str, unit: str, where: Whereabouts) -> Place | None:
    """The administrative unit of that name; its city's point serves where the tables hold only the city."""
    if name in words("places", "none") or name.casefold() in words("places", "directions") or name.startswith("The "):
        return None
    known = page.gazetteer.actor(name)
    if (
        known
        and known[0].kind is EntityKind.COUNTRY
        and unit != "state"
        and known[0].name.casefold() == name.casefold()
    ):
        return None
    place = where.place(f"{name} {unit}", sure=True)
    if place is None or place.precision == "country" or (place.precision == "city" and fold(place.name) != fold(name)):
        return None
    return replace(place, precision="province") if place.precision == "city" and unit not in _SMALL else place


_OFFICES = ("state", "department", "district", "republic", "municipality", "territory")
_SMALL = ("district", "county", "municipality")
