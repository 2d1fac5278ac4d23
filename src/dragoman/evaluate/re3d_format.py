"""The re3d set as published: in each folder `documents.json` and `entities.json`, one JSON object a line."""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.errors import InputError


@dataclass(frozen=True, slots=True)
class Marked:
    """The characters `[start, end)` of a text, which the set gives a label."""

    start: int
    end: int
    label: str

    def overlaps(self, other: "Marked") -> bool:
        """Whether both have a character in common."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Marked") -> bool:
        """Whether the other lies inside and is shorter."""
        return (
            self.start <= other.start and other.end <= self.end and (self.start, self.end) != (other.start, other.end)
        )


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the set with its marked entities, those that no annotator stood by left out."""

    id: str
    source: str
    title: str
    text: str
    marked: tuple[Marked, ...]


def texts(folder: Path) -> list[Text]:
    """The texts of every folder of the set, or of the one folder given; InputError where there is none."""
    places = [p for p in (folder, *sorted(folder.glob("*"))) if (p / "documents.json").is_file()]
    if not places:
        raise InputError(f"{folder}: no documents.json and entities.json of the re3d set; give the set's folder")
    return [text for place in places for text in _of_folder(place)]


def _of_folder(folder: Path) -> Iterator[Text]:
    try:
        marked: dict[str, list[Marked]] = defaultdict(list)
        for entity in _lines(folder / "entities.json"):
            if entity["confidence"] > 0:
                one = Marked(int(entity["begin"]), int(entity["end"]), str(entity["type"]))
                marked[entity["documentId"]].append(one)
        for document in _lines(folder / "documents.json"):
            key = document["_id"]
            own = tuple(sorted(marked[key], key=lambda m: (m.start, -m.end)))
            yield Text(key, document["sourceName"], document["title"], document["text"], own)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(f"{folder}: not in the format of re3d: {error!r}") from error


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())
