"""The whole record: reports, claims, and every view of claims."""

from dataclasses import dataclass

from dragoman.model.attribution import Utterance
from dragoman.model.claim import Claim
from dragoman.model.entity import Entity
from dragoman.model.event import Event
from dragoman.model.figure import Figure
from dragoman.model.judgement import Judgement
from dragoman.model.lineage import Lineage
from dragoman.model.position import Commitment, Position, Proposal
from dragoman.model.process import Process
from dragoman.model.report import Report
from dragoman.model.verdict import Comparison

SCHEMA = "dragoman/record/1"


@dataclass(frozen=True, slots=True)
class Generator:
    """What made the record: package version, recipe id, and model name to version and hash."""

    version: str
    recipe: str
    models: dict[str, str]


@dataclass(frozen=True, slots=True)
class RecordData:
    """One attributed, cited record; every tuple is sorted by id."""

    generator: Generator
    reports: tuple[Report, ...] = ()
    entities: tuple[Entity, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    positions: tuple[Position, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    processes: tuple[Process, ...] = ()
    lineages: tuple[Lineage, ...] = ()
    judgements: tuple[Judgement, ...] = ()
