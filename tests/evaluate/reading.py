"""The reader of the tasks' scorers with the sample's invented actors."""

from functools import partial
from pathlib import Path

import dragoman
from dragoman.evaluate.texts import Reader
from dragoman.run.pipeline import Settings, read_pages

ACTORS = Path(dragoman.__file__).parent / "sample" / "actors.toml"


def reader() -> Reader:
    return partial(read_pages, settings=Settings.load(actors=[ACTORS], recipe=None))
