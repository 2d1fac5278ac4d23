"""Reads reports with the standard recipe, as `dragoman evaluate` does."""

from functools import partial

from dragoman.run.pipeline import Settings, read_pages

read = partial(read_pages, settings=Settings())
