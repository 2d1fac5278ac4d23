"""One look at what is watched: take what is new, bring the record up to date, and say since when."""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.model.record import RecordData
from dragoman.reading.asking import Asking
from dragoman.reading.inputs import documents
from dragoman.reading.visits import Visits
from dragoman.run.growth import Taken, now, take, update
from dragoman.run.pipeline import Progress, Settings, silent
from dragoman.store.record import Store


@dataclass(frozen=True, slots=True)
class Look:
    """The record at the last look and now, the UTC times of both ("" for `since` at the first), and what was taken."""

    before: RecordData
    after: RecordData
    since: str
    at: str
    taken: Taken


def look(store: Store, inputs: Sequence[str], asking: Asking, settings: Settings, progress: Progress = silent) -> Look:
    """Read what is new of the inputs into the record.

    Call `store.looks.keep(look.after, look.at)` when its news has been told: until then it is news again next time.
    """
    before, since = store.looks.last()
    visits = Visits(store.archive.visits())
    taken = take(store, documents(inputs, asking, visits=visits), settings, visits=visits)
    after = update(store, settings, progress).record
    return Look(before, after, since, now(), taken)
