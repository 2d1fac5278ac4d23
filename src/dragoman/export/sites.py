"""Places of a record as the tables of other data sets write them."""

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.model.entity import EntityKind
from dragoman.model.event import Place
from dragoman.model.record import RecordData

_FINENESS: Mapping[str, int] = {"country": 1, "region": 2, "province": 2, "city": 3, "venue": 6}
"""MAVERICK's `geo_precision`: 1 country, 2 larger area, 3 town, 4 to 6 parts of a town up to one building."""
_WHERE: Mapping[str, int] = {"venue": 1, "city": 1, "province": 4, "region": 5, "country": 6}
"""UCDP's `where_prec`: 1 exact, 4 first-level unit (ours may be second-level), 5 an area or line, 6 country."""


@dataclass(frozen=True, slots=True)
class Sites:
    """All places at which events of a record are, by name, and countries by code."""

    places: Mapping[str, Place]
    countries: Mapping[str, str]

    @classmethod
    def of(cls, record: RecordData) -> "Sites":
        """The places of a record; those of one name are the first by country."""
        found = sorted((e.place for e in record.events if e.place), key=lambda p: (p.name, p.country, p.precision))
        countries = {e.code: e.name for e in record.entities if e.kind == EntityKind.COUNTRY and e.code}
        return cls({place.name: place for place in reversed(found)}, countries)

    def country(self, place: Place | None) -> str:
        """The name of a place's country, else its code, "" where it has none."""
        return self.countries.get(place.country, place.country) if place else ""


def fineness(place: Place | None) -> int | None:
    """How exactly a place is known, as in MAVERICK."""
    return _FINENESS.get(place.precision) if place else None


def where_prec(place: Place | None) -> int | None:
    """How exactly a place is known, as in UCDP GED."""
    return _WHERE.get(place.precision) if place else None
