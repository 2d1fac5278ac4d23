"""All that was read out of all reports, as linking takes it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter
from typing import Protocol, TypeVar

from dragoman.model.attribution import Attribution, Quote
from dragoman.model.claim import Claim
from dragoman.model.entity import Entity, Mention
from dragoman.model.event import EventMention, PlaceMention, TimeMention
from dragoman.model.position import CommitmentMention, PositionMention
from dragoman.model.quantity import Quantity
from dragoman.model.report import Report
from dragoman.text.outlets import Outlets


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


Item = TypeVar("Item", bound=_Identified)


@dataclass(frozen=True, slots=True)
class Material:
    """Reports and everything extracted from them; entities may come once a report under one id.

    `outlets` is the table by which agencies and publisher families are known (None: the package's own).
    """

    reports: tuple[Report, ...] = ()
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[EventMention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    positions: tuple[PositionMention, ...] = ()
    commitments: tuple[CommitmentMention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    times: tuple[TimeMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    outlets: Outlets | None = None

    def ordered(self) -> "Material":
        """The same material, each tuple sorted by id without repeats: the one form that all linking starts from."""
        return replace(
            self,
            reports=by_id(self.reports),
            entities=united(self.entities),
            mentions=by_id(self.mentions),
            claims=by_id(self.claims),
            events=by_id(self.events),
            quotes=by_id(self.quotes),
            quantities=by_id(self.quantities),
            positions=by_id(self.positions),
            commitments=by_id(self.commitments),
            attributions=by_id(self.attributions),
            times=tuple(sorted(set(self.times), key=lambda t: (t.span, repr(t)))),
            places=tuple(sorted(set(self.places), key=lambda p: (p.span, repr(p)))),
        )


def by_id(items: Iterable[Item]) -> tuple[Item, ...]:
    """Items sorted by id, one of each id."""
    return tuple({item.id: item for item in sorted(items, key=lambda item: (item.id, repr(item)))}.values())


def united(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """One entity an id: aliases joined, and each other field filled from the first record that has it."""
    ordered = sorted(entities, key=lambda entity: (entity.id, repr(entity)))
    return tuple(join(tuple(same)) for _, same in groupby(ordered, key=attrgetter("id")))


def join(same: tuple[Entity, ...]) -> Entity:
    """The first of these records with all their names, and with empty fields filled from the others."""
    first = same[0]
    names = {name for entity in same for name in (entity.name, *entity.aliases)} - {first.name}
    return replace(
        first,
        aliases=tuple(sorted(names)),
        code=_first(entity.code for entity in same),
        side=_first(entity.side for entity in same),
        country=_first(entity.country for entity in same),
        role=_first(entity.role for entity in same),
    )


def _first(values: Iterable[str]) -> str:
    return next((value for value in values if value), "")
