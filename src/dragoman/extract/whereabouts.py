"""What a report knows of where it is set: its places, the areas they are said to lie in, and the home of its outlet."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from urllib.parse import urlsplit

from dragoman.extract.found import Names
from dragoman.model.entity import EntityKind, Form
from dragoman.model.event import Place
from dragoman.model.span import Span
from dragoman.text.folding import fold
from dragoman.text.gazetteer import bare, place_of
from dragoman.text.geography import Geography, Named
from dragoman.text.lexicon import load, words
from dragoman.text.outlets import outlets
from dragoman.text.page import Page, Paragraph
from dragoman.text.parse import Words
from dragoman.text.world import Bearer, Site

_OUTER = re.compile(r"(?:,| \()\s?(?P<name>[A-ZÀ-Þ][\w.'’-]*(?:\s[A-ZÀ-Þ][\w.'’-]*){0,3})")
_OF_UNIT = re.compile(r"\b(?:province|region|state|county|district|governorate|oblast)\s+of\s+$", re.IGNORECASE)
_LOOK_BACK = 25
_ELSEWHERE = 10  # how much better known than the towns of an area another bearer is meant beside it in a list
_OUTLET = 0.7  # what an outlet's home counts beside a name in the text
_KNOWN_AFAR, _WORLD_CITY = 100_000, 1_000_000  # inhabitants from which a town is named without its country
_OPENING = re.compile(r"(?:^|[.!?:]['’\"”]?)\s*$")
_GENERIC = frozenset({"CO", "TV", "ME", "IO", "AI", "FM", "AM", "LY", "CC", "TO", "EU", "SU", "WS", "GG", "SH"})


class Whereabouts:
    """Resolves the names of one report in the light of all others that it holds."""

    def __init__(self, page: Page, names: Names) -> None:
        """Gather every place name of the report with the areas said beside it."""
        self._page, self._world = page, page.gazetteer.world
        self._looked_up: dict[str, tuple[Bearer, ...]] = {}
        self._known: dict[str, tuple[Bearer, ...]] = {}
        self._times: dict[str, float] = {}
        within: dict[str, list[Bearer]] = {}
        for paragraph, name in _place_names(page, names):
            key = self._count(name.text)
            area = self.area_after(paragraph, name.end_char)
            if area:
                self._count(area[0].name)
                within.setdefault(key, []).extend(_inside(self._known[key], area))
        for key, few in within.items():
            self._known[key] = tuple(few) or self._known[key]
        for place in _in_outlet(page):
            self._count(place, _OUTLET)
        named = {key: Named(count, self._known[key]) for key, count in self._times.items() if self._known[key]}
        self._geography = Geography(named, _countries(page, names))

    def _bearers(self, name: str) -> tuple[Bearer, ...]:
        """All who bear a name, looked up once a report."""
        if name not in self._looked_up:
            self._looked_up[name] = self._world.bearers(name)
        return self._looked_up[name]

    def _count(self, name: str, times: float = 1.0) -> str:
        """Count a name among those of the report, with all who bear it; its key."""
        plain = bare(name)
        key = fold(plain)
        self._times[key] = self._times.get(key, 0.0) + times
        if key not in self._known:
            self._known[key] = self._bearers(plain)
        return key

    def place(self, name: str, paragraph: Paragraph | None = None, end: int = 0, *, sure: bool = False) -> Place | None:
        """The place of a name that ends at a character of a paragraph; None where the tables hold none.

        `sure` leaves out a small town in a country for which nothing else in the report speaks.
        """
        plain = bare(name)
        listed = self._page.gazetteer.listed_place(plain)
        if listed:
            return listed
        unit = _units().get(plain)
        if unit:
            state = self._state(unit)
            return place_of(state.site) if state else None
        key = fold(plain)
        bearers = self._known.get(key) or self._bearers(plain)
        area = self.area_after(paragraph, end) if paragraph else None
        before = self._before(paragraph, end - len(name)) if paragraph else "-"
        if _OF_UNIT.search(before):
            bearers = self._bearers(f"{plain} province") or bearers
        elif area:
            bearers = tuple(_inside(self._bearers(plain), area)) or bearers
        best = self._geography.best(key, bearers)
        if best is None:
            return None
        if sure and not area and not self._likely(key, best, opens=bool(_OPENING.search(before))):
            return None
        return place_of(best.site)

    def _before(self, paragraph: Paragraph, start: int) -> str:
        """The last characters of a paragraph before one of them."""
        return self._page.report.text[
            max(paragraph.start, paragraph.start + start - _LOOK_BACK) : paragraph.start + start
        ]

    def at(self, span: Span) -> Place | None:
        """The place, or the country of the people or government, that the words of a span name."""
        paragraph = self._page.paragraph_of(span)
        people = self._world.by_demonym(span.exact)
        if people and not self._world.country(span.exact) and not self.knows(span.exact):
            return Place(people.name, people.iso3, people.lat, people.lon, "country")
        place = self.place(span.exact, paragraph, span.end - paragraph.start if paragraph else 0)
        known = self._page.gazetteer.actor(span.exact) if place is None else None
        country = self._world.country(known[0].country) if known and known[0].country else None
        return Place(country.name, country.iso3, country.lat, country.lon, "country") if country else place

    def names(self, name: str) -> bool:
        """Whether the report names a place so, on its own; countries and states are known anyway."""
        bearers = self._known.get(fold(bare(name)))
        if bearers is None:
            return any(one.site.kind in ("country", "province") for one in self._bearers(bare(name)))
        return bool(bearers)

    def is_house(self, name: str) -> bool:
        """Whether the name is that of a government's building or organ."""
        return self._world.by_metonym(name) is not None

    def knows(self, name: str) -> bool:
        """Whether the report names a place so elsewhere."""
        return bool(self._known.get(fold(bare(name))))

    def times(self, name: str) -> float:
        """How often the report names a place so."""
        return self._times.get(fold(bare(name)), 0.0)

    def short_forms(self, paragraph: Paragraph) -> Iterator[tuple[int, int]]:
        """Characters of a paragraph that name a first-level unit in short ("Ky."), after a comma or with its point."""
        for found in _short().finditer(paragraph.doc.text):
            pointed = "." in found["name"] and found["name"].count(".") + len(found["name"]) > 4
            if found["comma"] or pointed:
                yield found.start("name"), found.end("name")

    def _likely(self, key: str, bearer: Bearer, *, opens: bool) -> bool:
        """Whether a town is known afar (more so where a plain word may open the sentence) or its country is named."""
        site = bearer.site
        known = _WORLD_CITY if opens and " " not in key else _KNOWN_AFAR
        return site.kind != "city" or site.population >= known or self._geography.backed(key, site)

    def _state(self, name: str) -> Bearer | None:
        return next((one for one in self._bearers(name) if one.site.kind == "province"), None)

    def area_after(self, paragraph: Paragraph, end: int) -> tuple[Site, str] | None:
        """The country or unit said after a name and a comma, or in brackets, with the words for it."""
        found = _OUTER.match(self._page.report.text, paragraph.start + end)
        if not found:
            return None
        parts = found["name"].split()
        for count in range(len(parts), 0, -1):
            text = " ".join(parts[:count])
            unit = _units().get(text)
            if unit:
                state = self._state(unit)
                return (state.site, text) if state else None
            for plain in dict.fromkeys((text, bare(text).rstrip("."))):
                areas = [one for one in self._bearers(plain) if one.site.kind != "city"]
                if areas and fold(plain) not in ("us",):
                    return max(areas, key=Bearer.fame).site, plain
        return None


def _inside(bearers: Sequence[Bearer], area: tuple[Site, str]) -> list[Bearer]:
    """The bearers that lie in an area; none where the name beside it is better known on its own (a list of states)."""
    site = area[0]
    few = [b for b in bearers if b.site.country == site.country and _lies_in(b.site, site)]
    whole = [b for b in bearers if b.site.kind in ("country", "province") and b not in few]
    best = max((b.fame() for b in few), default=0.0)
    if area[1] not in _units() and any(b.fame() > _ELSEWHERE * best for b in whole):
        return []
    return few


def _lies_in(site: Site, area: Site) -> bool:
    if area.kind == "country":
        return site.kind != "country"
    if area.kind == "district":
        return site.kind == "city" and site.admin1 == area.admin1
    return site.kind in ("city", "district") and site.admin1 == area.name


@cache
def _units() -> dict[str, str]:
    """Full names of first-level units by their short forms."""
    return {short: name for name, forms in load("subdivisions").items() for short in forms}


@cache
def _short() -> re.Pattern[str]:
    forms = "|".join(sorted(map(re.escape, _units()), key=len, reverse=True))
    return re.compile(rf"(?P<comma>[A-Za-z], |\(|\b[A-Z]-)?(?<![\w.])(?P<name>{forms})(?![\w-])")


def _place_names(page: Page, names: Names) -> Iterator[tuple[Paragraph, Words]]:
    """Names that spaCy takes for places, where no person or body bears them."""
    kinds = {entity.id: entity.kind for entity in names.entities}
    taken = set[int]()
    for mention in names.mentions:
        if kinds[mention.entity] in (EntityKind.PERSON, EntityKind.ORGANISATION):
            taken.update(range(mention.span.start, mention.span.end))
    for paragraph in page.paragraphs:
        for name in paragraph.doc.ents:
            if name.label_ in ("GPE", "LOC") and paragraph.start + name.start_char not in taken:
                yield paragraph, name


def _countries(page: Page, names: Names) -> dict[str, float]:
    """Countries named by their people or by their government, and that of the outlet."""
    kinds = {entity.id: entity for entity in names.entities}
    counts: dict[str, float] = {}
    for mention in names.mentions:
        entity = kinds[mention.entity]
        if entity.kind is EntityKind.COUNTRY and mention.form in (Form.DEMONYM, Form.METONYM):
            counts[entity.country] = counts.get(entity.country, 0.0) + 1
    home = _outlet_country(page)
    if home:
        counts[home] = counts.get(home, 0.0) + _OUTLET
    return counts


def _outlet_country(page: Page) -> str:
    """ISO alpha-3 code of the country of the outlet, by the table of outlets, else by its address."""
    known = outlets().at(page.report.path_or_url) or outlets().named(page.report.outlet)
    code = known.country if known else ""
    if not code:
        ending = _host(page).rpartition(".")[2].upper()
        code = {"UK": "GB"}.get(ending, ending) if len(ending) == 2 and ending not in _GENERIC else ""
    country = page.gazetteer.world.country(code) if code else None
    return country.iso3 if country else ""


def _host(page: Page) -> str:
    outlet = page.report.outlet.casefold()
    if re.fullmatch(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+", outlet):
        return outlet
    return urlsplit(page.report.path_or_url).hostname or ""


def _in_outlet(page: Page) -> Iterator[str]:
    """The place in an outlet's name or address, where all beside it are words for newspapers."""
    outlet = page.report.outlet
    parts = outlet.casefold().split()
    host = _host(page)
    if host == outlet.casefold():
        parts = _cut_up(max(host.removeprefix("www.").split("."), key=len).replace("-", ""))
    kept = [part for part in parts if part not in words("places", "press")]
    if kept and len(kept) < len(parts):
        yield " ".join(kept)


def _cut_up(label: str) -> list[str]:
    """A run of words without blanks, cut where words for newspapers begin and end it."""
    press = sorted(words("places", "press"), key=len, reverse=True)
    front, back = list[str](), list[str]()
    while True:
        ending = next((word for word in press if label.endswith(word) and len(label) > len(word) + 2), None)
        if ending is None:
            break
        back.insert(0, ending)
        label = label.removesuffix(ending)
    for word in ("the", "daily"):
        if label.startswith(word) and len(label) > len(word) + 3:
            front.append(word)
            label = label.removeprefix(word)
    return [*front, label, *back]
