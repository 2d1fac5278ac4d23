"""Which place a name means in a report: the places named together speak for each other, country by country."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dragoman.text.world import Bearer, Site

_ROUNDS = 3
_MOST = 150  # bearers of one name that are weighed, the best known first
_FAME, _COUNTRY, _STATE, _NEAR = 0.35, 1.5, 1.2, 1.0
_NATION = 4.0  # lent to a country over towns and states of its name
_UNIT = 1.5  # lent to a state or province over towns of its name
_ENOUGH = 3.0  # votes beyond which more of them say nothing new
_OLD = -4.0  # for a name that is not the bearer's main one
_CELL = 1.0  # degrees; places in touching cells are near each other

State = tuple[str, str]
Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Named:
    """A name of a report, how often it stands there, and those who bear it."""

    times: float
    bearers: tuple[Bearer, ...]


@dataclass(frozen=True, slots=True)
class Votes:
    """What names say for countries (ISO alpha-3), first-level units and stretches of land."""

    countries: Counter[str]
    states: Counter[State]
    cells: Counter[Cell]

    def score(self, bearer: Bearer, own: "Votes | None") -> float:
        """How likely a bearer is meant, as the logarithm of its odds; `own` are the votes of its own name."""
        site = bearer.site
        state, near = (site.country, site.admin1), _around(site)
        country = self.countries[site.country] - (own.countries[site.country] if own else 0.0)
        unit = self.states[state] - (own.states[state] if own else 0.0)
        cells = sum(self.cells[cell] - (own.cells[cell] if own else 0.0) for cell in near)
        return (
            _FAME * math.log(bearer.fame() + 1)
            + _COUNTRY * math.log1p(min(max(country, 0.0), _ENOUGH) * 4)
            + (_STATE * math.log1p(min(max(unit, 0.0), _ENOUGH) * 4) if site.admin1 else 0.0)
            + _NEAR * math.log1p(min(max(cells, 0.0), _ENOUGH) * 4)
            + (_NATION if site.kind == "country" else _UNIT if site.kind == "province" else 0.0)
            + (0.0 if bearer.main else _OLD)
        )


class Geography:
    """The places of one report: each name is weighed by those around it, and in turn speaks for its neighbours."""

    def __init__(self, named: Mapping[str, Named], countries: Mapping[str, float]) -> None:
        """`named` by key; `countries` are those named otherwise (by their people or outlet), by how often."""
        self._named = {key: Named(one.times, _foremost(one.bearers)) for key, one in named.items()}
        self._given = Counter[str](countries)

    @cached_property
    def _settled(self) -> tuple[Votes, dict[str, Votes]]:
        votes: Votes | None = None
        each: dict[str, Votes] = {}
        for _ in range(_ROUNDS):
            weights = {key: self._weights(one.bearers, votes, each.get(key)) for key, one in self._named.items()}
            each = {key: _votes(one, weights[key]) for key, one in self._named.items()}
            votes = Votes(Counter(self._given), Counter(), Counter())
            for one in each.values():
                votes.countries.update(one.countries)
                votes.states.update(one.states)
                votes.cells.update(one.cells)
        return votes or Votes(self._given, Counter(), Counter()), each

    def best(self, key: str, bearers: Sequence[Bearer]) -> Bearer | None:
        """Of those who bear a name the one that the report most likely means; None of nobody."""
        votes, each = self._settled
        own = each.get(key)
        return max(bearers, key=lambda one: (votes.score(one, own), _point(one.site)), default=None)

    def backed(self, key: str, site: Site) -> bool:
        """Whether another name of the report speaks for the country of a site."""
        votes, each = self._settled
        own = each[key].countries[site.country] if key in each else 0.0
        return votes.countries[site.country] - own > 0.5

    @staticmethod
    def _weights(bearers: Sequence[Bearer], votes: Votes | None, own: Votes | None) -> list[float]:
        blank = Votes(Counter(), Counter(), Counter())
        scores = [(votes or blank).score(one, own) for one in bearers]
        top = max(scores, default=0.0)
        raw = [math.exp(score - top) for score in scores]
        whole = sum(raw)
        return [one / whole for one in raw]


def _votes(named: Named, weights: Sequence[float]) -> Votes:
    votes = Votes(Counter(), Counter(), Counter())
    times = math.sqrt(named.times)
    for bearer, weight in zip(named.bearers, weights, strict=True):
        site = bearer.site
        votes.countries[site.country] += times * weight
        if site.admin1:
            votes.states[site.country, site.admin1] += times * weight
        if site.kind in ("city", "district"):
            votes.cells[_cell(site)] += weight
    return votes


def _foremost(bearers: Sequence[Bearer]) -> tuple[Bearer, ...]:
    return tuple(sorted(bearers, key=lambda one: (-one.fame(), _point(one.site)))[:_MOST])


def _cell(site: Site) -> Cell:
    return math.floor(site.lat / _CELL), math.floor(site.lon / _CELL)


def _around(site: Site) -> tuple[Cell, ...]:
    if site.kind not in ("city", "district"):
        return ()
    row, column = _cell(site)
    return tuple((row + i, column + j) for i in (-1, 0, 1) for j in (-1, 0, 1))


def _point(site: Site) -> tuple[str, str, float, float]:
    return site.country, site.name, site.lat, site.lon
