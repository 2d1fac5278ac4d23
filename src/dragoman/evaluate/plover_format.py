"""PLOVER's gold records as published (PLOVER_GSR_CAMEO.txt), by the roots and modes of the draft of 2021."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.errors import InputError

FILE = "PLOVER_GSR_CAMEO.txt"
_ROOTS = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
_MODES = {
    "demo-org": "demo",
    "demo-spon": "demo",
    "riot-spon": "riot",
    "strike-hun": "hunger",
    "strike-gen": "strike",
    "detain": "arrest",
    "confiscate": "seize",
    "destroy": "seize",
    "curfew": "restrict",
    "martial-law": "restrict",
    "host": "visit",
    "other": "",
}


@dataclass(frozen=True, slots=True)
class Record:
    """A coded sentence: root and mode ("" for none), counts where coded, and the words that name the event."""

    id: str
    text: str
    root: str
    mode: str
    dead: int | None
    injured: int | None
    told_by: frozenset[str]


def read_records(folder: Path) -> tuple[Record, ...]:
    """The records of the folder's file, its header left out; InputError where it is missing or broken."""
    path = folder / FILE
    try:
        items = json.loads(path.read_text(encoding="utf-8"))
        return tuple(_record(item) for item in items if item["event"] != "DOCUMENT")
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(
            f"{path}: no readable PLOVER records: {error!r}. Give the folder of the published set"
        ) from error


def _record(item: Mapping[str, Any]) -> Record:
    mode = str(item.get("mode") or "")
    return Record(
        id=str(item["id"]),
        text=str(item["text"]),
        root=_ROOTS.get(item["event"], str(item["event"])),
        mode=_MODES.get(mode, mode),
        dead=_count(item.get("dead")),
        injured=_count(item.get("injured")),
        told_by=frozenset(word.casefold() for word in re.findall(r"[\w-]+", str(item.get("eventText") or ""))),
    )


def _count(value: object) -> int | None:
    return int(str(value)) if str(value or "").isdigit() else None
