"""The models that dragoman runs, found on disk and checked against the hashes of data/models.toml."""

import functools
import hashlib
import importlib.util
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from dragoman.errors import ModelError


@dataclass(frozen=True, slots=True)
class Model:
    """A bundled model: the import package it lies in, its folder there, its files with their SHA-256.

    `aside` tells that no record is made with it.
    """

    name: str
    title: str
    package: str
    requirement: str
    folder: str
    files: Mapping[str, str]
    aside: bool = False

    @property
    def digest(self) -> str:
        """One SHA-256 over the sorted file names and their expected hashes."""
        listing = "".join(f"{file} {sha256}\n" for file, sha256 in sorted(self.files.items()))
        return hashlib.sha256(listing.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class ModelCheck:
    """What a check found: where the model lies, its digest, and the files that are missing or altered."""

    name: str
    path: Path
    digest: str
    wrong: tuple[str, ...]

    @property
    def ok(self) -> bool:
        """Whether every file is the one that is expected."""
        return not self.wrong


@functools.cache
def models() -> Mapping[str, Model]:
    """Every bundled model by name, from data/models.toml."""
    table = tomllib.loads(files("dragoman.text").joinpath("data", "models.toml").read_text(encoding="utf-8"))
    return {
        name: Model(
            name, row["title"], row["package"], row["requirement"], row["folder"], row["files"], row.get("aside", False)
        )
        for name, row in table.items()
    }


def known_models() -> dict[str, str]:
    """Name of each model with which records are made to 'title sha256:digest', for the record's generator."""
    used = {name: model for name, model in sorted(models().items()) if not model.aside}
    return {name: f"{model.title} sha256:{model.digest}" for name, model in used.items()}


def locate(name: str) -> Path:
    """The folder of a bundled model; raises ModelError when it is unknown or its package is not installed."""
    model = _model(name)
    spec = importlib.util.find_spec(model.package)
    if spec is None or not spec.submodule_search_locations:
        raise ModelError(
            f"the model {name} ({model.title}) is not installed: the package {model.package} was not found. "
            f"Install {model.requirement}"
        )
    return Path(spec.submodule_search_locations[0], model.folder)


def inspect(name: str, path: Path) -> ModelCheck:
    """Compare the files in a folder with the hashes of a bundled model, without raising."""
    model = _model(name)
    wrong = []
    for file, expected in sorted(model.files.items()):
        found = path / file
        if not found.is_file():
            wrong.append(f"{file} is missing")
        elif _sha256(found) != expected:
            wrong.append(f"{file} is altered")
    return ModelCheck(name, path, model.digest, tuple(wrong))


def verify(name: str, path: Path | None = None) -> ModelCheck:
    """Check a bundled model, where it lies or in a folder, once a process; raises ModelError if altered."""
    return _verified(name, path or locate(name))


@functools.cache
def _verified(name: str, path: Path) -> ModelCheck:
    """A passed check; a failed one raises, so it is not kept and a repaired model passes the next time."""
    check = inspect(name, path)
    if not check.ok:
        model = _model(name)
        raise ModelError(
            f"the model {name} ({model.title}) in {path} is not the one whose hash is known: "
            f"{'; '.join(check.wrong)}. Install {model.requirement} again, or name a model of your own"
        )
    return check


def _model(name: str) -> Model:
    known = models()
    if name not in known:
        raise ModelError(f"no bundled model is called {name!r}; those known are {', '.join(sorted(known))}")
    return known[name]


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
