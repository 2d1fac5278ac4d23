"""Where an episode keeps its gold and its reports."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.errors import InputError

_SUFFIXES = ("", ".txt", ".html", ".md")


@dataclass(frozen=True, slots=True)
class EpisodeFiles:
    """An episode's folder, its gold, and the paths of its reports in the gold's order."""

    folder: Path
    gold: Mapping[str, Any]
    files: tuple[str, ...]

    @property
    def texts(self) -> Path:
        """The folder in which the reports lie."""
        return Path(self.files[0]).parent if self.files else self.folder


def episode_files(folder: Path) -> EpisodeFiles:
    """Read `gold.json` and find the reports it names; raises InputError where it is not there or no such gold."""
    try:
        gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        files = tuple(str(_file(folder, document["file"])) for document in gold["documents"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(f"{folder}: no gold.json in the format of an episode: {error!r}") from error
    return EpisodeFiles(folder, gold, files)


def all_episodes(folder: Path) -> tuple[EpisodeFiles, ...]:
    """Every episode in a folder or below it, by path; raises InputError where there is none."""
    found = tuple(episode_files(path.parent) for path in sorted(folder.rglob("gold.json")))
    if not found:
        raise InputError(f"{folder}: no gold.json is in it or below it")
    return found


def _file(folder: Path, name: str) -> Path:
    """The gold names a file with or without its suffix, in the folder or its `reports`."""
    for place in (folder, folder / "reports"):
        for suffix in _SUFFIXES:
            if (place / (name + suffix)).is_file():
                return place / (name + suffix)
    raise FileNotFoundError(f"{name} is not in {folder}")
