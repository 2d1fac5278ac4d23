"""Reads a short text with the steps that events, positions and commitments need."""

from dataclasses import replace

from told import page_of

from dragoman.extract.events import EVENTS
from dragoman.extract.found import Found
from dragoman.extract.names import NAMES
from dragoman.extract.places import PLACES
from dragoman.extract.speech import SPEECH
from dragoman.extract.times import TIMES
from dragoman.text.page import Page


def scene(text: str) -> tuple[Page, Found]:
    """The page of a text and the layers up to its events."""
    page, found = page_of(text), Found()
    for step in (NAMES, PLACES, TIMES, SPEECH, EVENTS):
        found = replace(found, **{step.yields: step.run(page, found)})
    return page, found
