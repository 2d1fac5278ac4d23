"""Word lists of news English, kept as data in `text/data/*.toml`."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@cache
def load(name: str) -> Mapping[str, tuple[str, ...]]:
    """The lists of one lexicon by heading (`load("cues")["speech"]`); raises FileNotFoundError for an unknown name."""
    text = files("dragoman.text").joinpath("data", f"{name}.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    return MappingProxyType({heading: tuple(str(word) for word in words) for heading, words in table.items()})


@cache
def words(name: str, *headings: str) -> frozenset[str]:
    """All words under some headings of a lexicon; under every heading when none is given."""
    lists = load(name)
    return frozenset(word for heading in headings or lists for word in lists[heading])
