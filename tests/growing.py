"""A record that takes documents and is brought up to date, as `dragoman read` does."""

from collections.abc import Iterable

from dragoman.errors import SkippedInput
from dragoman.reading.document import Document
from dragoman.run.growth import take, update
from dragoman.run.pipeline import Built, Settings
from dragoman.store.record import Store


def grow(store: Store, documents: Iterable[Document | SkippedInput], settings: Settings) -> Built:
    """Keep what is new of documents and build the record."""
    take(store, documents, settings)
    return update(store, settings)
