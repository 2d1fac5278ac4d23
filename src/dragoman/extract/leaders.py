"""Whose leader a well-known person was in a given year; used when a report does not say."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dragoman.text.folding import loose
from dragoman.text.lexicon import load


@dataclass(frozen=True, slots=True)
class Term:
    """A leader's years in office for a country (ISO 3166 alpha-3); `until` None while it lasts."""

    country: str
    name: str
    since: int
    until: int | None
    role: str


def leader(name: str, year: int | None) -> Term | None:
    """The term of the leader of that full name or surname in that year; None when unknown or shared by two.

    Without a year the full name is wanted.
    """
    named = _by_surname().get(loose(name.rsplit(maxsplit=1)[-1]), ())
    fits = [t for t in named if year is None or t.since <= year <= (t.until or year)]
    given = name.split()[:-1]
    if year is None and not given:
        return None
    if given:
        fits = [t for t in fits if loose(given[0]) == loose(t.name.split()[0])]
    return fits[0] if len({(t.country, t.name) for t in fits}) == 1 else None


@cache
def _by_surname() -> dict[str, tuple[Term, ...]]:
    table: dict[str, tuple[Term, ...]] = {}
    for term in _terms():
        key = loose(term.name.split()[-1])
        table[key] = (*table.get(key, ()), term)
    return table


def _terms() -> Iterator[Term]:
    for country, entries in load("leaders").items():
        for entry in entries:
            name, years, role = entry.split("|")
            since, until = years.split("-")
            yield Term(country, name, int(since), int(until) if until else None, role)
