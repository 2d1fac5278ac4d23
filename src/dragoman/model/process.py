"""A run of talks and its meetings."""

from dataclasses import dataclass

from dragoman.model.entity import Actor


@dataclass(frozen=True, slots=True)
class Round:
    """One meeting of a process; `event` is the id of the event that it is."""

    event: str
    place: str
    venue: str
    hosts: tuple[Actor, ...]
    delegations: tuple[Actor, ...]
    length: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Process:
    """A run of talks between the same parties."""

    id: str
    name: str
    parties: tuple[Actor, ...]
    mediators: tuple[Actor, ...]
    rounds: tuple[Round, ...]
