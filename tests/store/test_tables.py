"""Every array of the record has a table, and a row comes back as the record that it was."""

from dataclasses import fields

from dragoman.model.entity import Actor
from dragoman.model.event import Event, Modality, Place, Standing
from dragoman.model.plover import EventType
from dragoman.model.record import RecordData
from dragoman.model.time import Interval, Precision
from dragoman.store.tables import VIEWS, record_of, row


def test_every_array_of_the_record_has_a_table() -> None:
    assert {field.name for field in fields(RecordData)} == {"generator", *VIEWS}


def test_a_row_comes_back_as_the_record() -> None:
    event = Event(
        id="e-1",
        aliases=("e-1", "e-2"),
        type=EventType.ASSAULT,
        mode="",
        summary="shells fell on the market",
        time=Interval("2031-03-04", "2031-03-04", Precision.DAY),
        place=Place("Ostrel", "VEL", 1.5, None, "city"),
        actors=(),
        recipients=(Actor("n-1", "Velland", "VEL"),),
        modality=Modality.HAPPENED,
        standing=Standing.HEARSAY,
        voices=(),
        accounts=1,
        claims=("c-1",),
    )
    assert record_of(Event, tuple(row(event))) == event
