"""Outlets, their owners and the world's news agencies, looked up by name or address."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

from dragoman.errors import InputError
from dragoman.text.sites import host_of, suffixes

SHORT = 5
"""Names of so many letters, all small or all capitals, are read in that case only."""
_ROLES = (
    r"staff|writers?|reporters?|correspondents?|editors?|journalists?|news|agency|wire|sports?|business|diplomatic|national"
    r"|political|science|video|photos?|fact|english|international|world|in|from|and|via|with|for"
)
_BEFORE = (
    r"(?:^\W*|[,|/()\[\]:;•·—–-]\s*|\b(?:[Bb]y|BY|[Tt]he|THE|for|from|via|of|and|&)\s+|(?<=[a-z])\s(?=[A-Z]{2,5}\W*$)"
    r"|(?<=\w)\s(?=[A-Z]{2,5} (?i:(?:[a-z]+ )?(?:writer|reporter|correspondent|staff))\b))"
)
_AFTER = rf"(?=\W*$|\s*[,|/()\[\]:;•·—–-]|\s+(?i:{_ROLES})\b)"
_HOW = (
    'Write [[outlet]], then name = "Ardana Post", owner = "Ardana Media", aliases = ["APost"], '
    'sites = ["ardana-post.example"], agency = false, each on a line of its own; only name is needed'
)


@dataclass(frozen=True, slots=True)
class Outlet:
    """One publisher, or one agency, as the table tells it; `owner` is the publisher family, "" for none but its own.

    `credited` are names that are also words, persons or other bodies: they count only where a text is credited.
    """

    name: str
    owner: str = ""
    aliases: tuple[str, ...] = ()
    credited: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    agency: bool = False
    pictures: bool = False
    country: str = ""

    @property
    def sure(self) -> tuple[str, ...]:
        """The names that need no credit around them."""
        return tuple(name for name in (self.name, *self.aliases) if name not in self.credited)

    @property
    def names(self) -> tuple[str, ...]:
        """All names."""
        return (*self.sure, *self.credited)


@dataclass(frozen=True)
class Outlets:
    """A table of outlets; where two entries claim a name or a site, the first has it."""

    entries: tuple[Outlet, ...] = ()

    def at(self, address: str) -> Outlet | None:
        """The outlet on whose site, or below it, an address stands."""
        return next((self._by_site[host] for host in suffixes(host_of(address)) if host in self._by_site), None)

    def named(self, name: str, *, credited: bool = False) -> Outlet | None:
        """The outlet of a name; `credited` where the name stands alone in a byline, dateline or credit."""
        return self._by_name.get(_key(name)) or (self._by_credit.get(_plain(name)) if credited else None)

    def shown(self, name: str) -> str:
        """The name under which a listed outlet is shown; any other name as it is."""
        found = self.named(name, credited=True)
        return found.name if found else name

    def family(self, name: str) -> str:
        """The publisher family of an outlet or owner; reports of one family are one account."""
        seen: set[str] = set()
        while (found := self.named(name, credited=True)) is not None and found.name not in seen:
            seen.add(found.name)
            name = found.owner or found.name
        return name

    def agencies_in(self, line: str) -> list[tuple[int, int, Outlet]]:
        """The agencies that a credit line names, each as (start, end, agency), in order."""
        found = [(m.start("name"), m.end("name"), m["name"]) for m in self._agencies.finditer(line.replace("’", "'"))]
        named = ((start, end, self.named(name, credited=True)) for start, end, name in found)
        return [(start, end, outlet) for start, end, outlet in named if outlet is not None]

    @property
    def agency_names(self) -> frozenset[str]:
        """Every name under which agencies for texts or pictures are credited."""
        return frozenset(name for entry in self.entries if entry.agency or entry.pictures for name in entry.names)

    def with_list(self, path: Path) -> "Outlets":
        """This table with a user's `[[outlet]]` entries laid over it, which win; raises InputError."""
        mine = tuple(self._laid_over(row) for row in load_outlets(path))
        known = {_key(entry.name) for entry in mine}
        return Outlets((*mine, *(entry for entry in self.entries if _key(entry.name) not in known)))

    def _laid_over(self, row: Mapping[str, Any]) -> Outlet:
        """A user's entry over the one of its name: lists grow, the rest is replaced."""
        entry = _outlet(row)
        old = next((one for one in self.entries if _key(one.name) == _key(entry.name)), None)
        if old is None:
            return entry
        given: dict[str, Any] = {f: getattr(entry, f) for f in row}
        grown = {f: (*given[f], *getattr(old, f)) for f in ("aliases", "credited", "sites") if f in row}
        return replace(old, **(given | grown))

    @cached_property
    def _by_site(self) -> Mapping[str, Outlet]:
        return {site: entry for entry in reversed(self.entries) for site in entry.sites}

    @cached_property
    def _by_name(self) -> Mapping[str, Outlet]:
        return {_key(name): entry for entry in reversed(self.entries) for name in entry.sure}

    @cached_property
    def _by_credit(self) -> Mapping[str, Outlet]:
        return {_plain(name): entry for entry in reversed(self.entries) for name in entry.credited}

    @cached_property
    def _agencies(self) -> re.Pattern[str]:
        agencies = [entry for entry in self.entries if entry.agency]
        sure = _either(form for entry in agencies for name in entry.sure for form in _forms(name))
        alone = _either(_plain(name) for entry in agencies for name in entry.credited)
        return re.compile(rf"(?:(?<!\w)(?={sure}(?!\w))|{_BEFORE}(?={alone}{_AFTER}))(?P<name>{sure}(?!\w)|{alone})")


def load_outlets(path: Path) -> list[Mapping[str, Any]]:
    """The `[[outlet]]` entries of a user's TOML file; InputError names the file, the entry and the mistake."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"{path}: the list of outlets cannot be read: {error}. {_HOW}") from error
    rows = table.get("outlet")
    if not isinstance(rows, list) or set(table) != {"outlet"}:
        others = ", ".join(sorted(set(table) - {"outlet"})) or "nothing"
        raise InputError(f"{path}: a list of outlets holds [[outlet]] entries, but here stands {others}. {_HOW}")
    for number, row in enumerate(rows, 1):
        wrong = _wrong(row)
        if wrong:
            raise InputError(f"{path}: [[outlet]] number {number}: {wrong}. {_HOW}")
    return rows


@cache
def outlets() -> Outlets:
    """The table that comes with dragoman."""
    text = files("dragoman.text").joinpath("data", "outlets.toml").read_text(encoding="utf-8")
    return Outlets(tuple(_outlet(row) for row in tomllib.loads(text)["outlet"]))


_KINDS = {f.name: {"str": str, "bool": bool, str: str, bool: bool}.get(f.type, list) for f in fields(Outlet)}


def _wrong(row: object) -> str:
    """What is wrong with one entry, "" for nothing."""
    if not isinstance(row, dict) or not isinstance(row.get("name"), str) or not row["name"].strip():
        return "it has no name"
    for key, value in row.items():
        if key not in _KINDS:
            return f"{row['name']!r} has the unknown field {key!r} (known: {', '.join(_KINDS)})"
        if not isinstance(value, _KINDS[key]):
            kind = {str: "a text", bool: "true or false", list: "a list of texts"}[_KINDS[key]]
            return f"{key} of {row['name']!r} must be {kind}, not {value!r}"
        for one in value if isinstance(value, list) else ():
            if not isinstance(one, str) or not one.strip():
                return f"{key} of {row['name']!r} holds {one!r}, which is no text"
            if key == "sites" and not host_of(one):
                return f"sites of {row['name']!r} holds {one!r}, which is no host such as ardana-post.example"
    return ""


def _outlet(row: Mapping[str, Any]) -> Outlet:
    values: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
    values["sites"] = tuple(host_of(site).removeprefix("www.") for site in row.get("sites", ()))
    return Outlet(**values)


def _plain(name: str) -> str:
    """A name with single spaces and straight marks; "The" counts only before a single word: The Times, Kyiv Post."""
    name = " ".join(name.replace("’", "'").split())
    return re.sub(r"^[Tt]he (?=\S+ \S)", "", name)


def _key(name: str) -> str:
    """What the spellings of one name share: case and accents do not count, but for short names and common words."""
    name = _plain(name)
    if (len(name) <= SHORT and name.isupper()) or re.fullmatch(r"(?:[Tt]he )?[a-z]+", name):
        return f"={name}"
    bare = unicodedata.normalize("NFKD", name)
    return "".join(c for c in bare if not unicodedata.combining(c)).casefold()


def _forms(name: str) -> Iterator[str]:
    name = _plain(name)
    yield name
    if len(name) > SHORT:
        yield name.upper()


def _either(names: Iterable[str]) -> str:
    ordered = sorted(set(names), key=lambda name: (-len(name), name))
    return f"(?:{'|'.join(map(re.escape, ordered)) or '(?!)'})"
