"""Which place a name means in a report: the places named together speak for each other, country by country."""

import math
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from dragoman.text.folding import fold, without_unit
from dragoman.text.world import Bearer, Site

_ROUNDS = 3
_MOST = 150  # bearers of one name that are weighed, the best known first
# What fame, votes for its country, for its first-level unit, and places nearby count; scores are flat around these.
_FAME, _COUNTRY, _STATE, _NEAR = 0.35, 1.5, 1.2, 1.0
_NATION = 4.0  # lent to a country over towns and states of its name
_UNIT = 1.5  # lent to a state or province over towns of its name
_OLD = -4.0  # for a name that is not the bearer's main one
_ENOUGH = 3.0  # votes beyond which more of them say nothing new
_CELL = 1.0  # degrees; places in touching cells are near each other
_SPOKEN_FOR = 0.5  # votes of other names from which a country counts as named

State = tuple[str, str]
Cell = tuple[int, int]
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Named:
    """A name of a report, how often it stands there, and those who bear it."""

    times: float
    bearers: tuple[Bearer, ...]


@dataclass(frozen=True, slots=True)
class Votes:
    """What names say for countries (ISO alpha-3), first-level units and stretches of land."""

    countries: dict[str, float] = field(default_factory=dict)
    states: dict[State, float] = field(default_factory=dict)
    cells: dict[Cell, float] = field(default_factory=dict)

    def add(self, other: "Votes") -> None:
        """Count the votes of another name with these."""
        _pour(other.countries, self.countries)
        _pour(other.states, self.states)
        _pour(other.cells, self.cells)

    def score(self, bearer: Bearer, own: "Votes") -> float:
        """How likely a bearer is meant, as the logarithm of its odds; `own` are the votes of its own name."""
        site = bearer.site
        score = _FAME * math.log(bearer.fame() + 1)
        score += _COUNTRY * _weight(self.countries.get(site.country, 0.0) - own.countries.get(site.country, 0.0))
        if site.admin1:
            state = site.country, site.admin1
            score += _STATE * _weight(self.states.get(state, 0.0) - own.states.get(state, 0.0))
        if site.kind in ("city", "district"):
            near = sum(self.cells.get(cell, 0.0) - own.cells.get(cell, 0.0) for cell in _around(site))
            score += _NEAR * _weight(near)
        elif site.kind == "country":
            score += _NATION
        elif not without_unit(fold(site.name)):  # one printed with its word for the unit leaves the name to its city
            score += _UNIT
        return score if bearer.main else score + _OLD


_NOBODY = Votes()


class Geography:
    """The places of one report: each name is weighed by those around it, and in turn speaks for its neighbours."""

    def __init__(self, named: Mapping[str, Named], countries: Mapping[str, float]) -> None:
        """`named` by key; `countries` are those named otherwise (by their people or outlet), by how often."""
        self._named = {key: Named(one.times, _foremost(one.bearers)) for key, one in named.items()}
        self._given = dict(countries)

    @cached_property
    def _settled(self) -> tuple[Votes, dict[str, Votes]]:
        """The votes of all names together and of each, after rounds in which each name heard the others."""
        votes, each = Votes(), dict[str, Votes]()
        for _ in range(_ROUNDS):
            weights = {key: _weights(one.bearers, votes, each.get(key, _NOBODY)) for key, one in self._named.items()}
            each = {key: _votes(one, weights[key]) for key, one in self._named.items()}
            votes = Votes(dict(self._given))
            for one in each.values():
                votes.add(one)
        return votes, each

    def best(self, key: str, bearers: Sequence[Bearer]) -> Bearer | None:
        """Of those who bear a name the one that the report most likely means; None of nobody."""
        if len(bearers) < 2:
            return bearers[0] if bearers else None
        votes, each = self._settled
        own = each.get(key, _NOBODY)
        return max(bearers, key=lambda one: (round(votes.score(one, own), 6), _point(one.site)))

    def backed(self, key: str, site: Site) -> bool:
        """Whether another name of the report speaks for the country of a site."""
        votes, each = self._settled
        own = each.get(key, _NOBODY).countries.get(site.country, 0.0)
        return votes.countries.get(site.country, 0.0) - own > _SPOKEN_FOR


def _weight(votes: float) -> float:
    return math.log1p(min(max(votes, 0.0), _ENOUGH) * 4)


def _weights(bearers: Sequence[Bearer], votes: Votes, own: Votes) -> list[float]:
    """The chance of each bearer; together they make one."""
    if len(bearers) == 1:
        return [1.0]
    scores = [votes.score(one, own) for one in bearers]
    top = max(scores, default=0.0)
    raw = [math.exp(score - top) for score in scores]
    whole = sum(raw)
    return [one / whole for one in raw]


def _votes(named: Named, weights: Sequence[float]) -> Votes:
    votes = Votes()
    times = math.sqrt(named.times)
    for bearer, weight in zip(named.bearers, weights, strict=True):
        site = bearer.site
        _pour({site.country: times * weight}, votes.countries)
        if site.admin1:
            _pour({(site.country, site.admin1): times * weight}, votes.states)
        if site.kind in ("city", "district"):
            _pour({_cell(site): weight}, votes.cells)
    return votes


def _pour(source: Mapping[Key, float], into: dict[Key, float]) -> None:
    for key, count in source.items():
        into[key] = into.get(key, 0.0) + count


def _foremost(bearers: Sequence[Bearer]) -> tuple[Bearer, ...]:
    return tuple(sorted(bearers, key=lambda one: (-one.fame(), _point(one.site)))[:_MOST])


def _cell(site: Site) -> Cell:
    return math.floor(site.lat / _CELL), math.floor(site.lon / _CELL)


def _around(site: Site) -> tuple[Cell, ...]:
    row, column = _cell(site)
    return tuple((row + i, column + j) for i in (-1, 0, 1) for j in (-1, 0, 1))


def _point(site: Site) -> tuple[str, str, float, float]:
    return site.country, site.name, site.lat, site.lon
