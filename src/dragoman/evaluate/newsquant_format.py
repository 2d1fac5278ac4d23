"""Reads NewsQuant as CQE_Evaluation publishes it: sentences with value, unit and change of each quantity."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.errors import InputError

_FILE = "NewsQuant.json"
_RANGE = re.compile(r"(?<=\d)\s*-\s*(?=-?\d)")


@dataclass(frozen=True, slots=True)
class Marked:
    """A quantity of the set: its bounds (equal for a single value), its units as marked, and `= > < ~ up down`."""

    low: float
    high: float
    units: tuple[str, ...]
    change: str

    @property
    def line(self) -> str:
        """The value, unit and change, for a list of misses."""
        value = f"{self.low:g}" if self.low == self.high else f"{self.low:g}-{self.high:g}"
        return f"{value} {self.units[0]} ({self.change})"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the set, by its place in the file, and what is marked in it."""

    name: str
    text: str
    marked: tuple[Marked, ...]


def read_newsquant(folder: Path) -> tuple[Sentence, ...]:
    """The sentences of the set; raises InputError where the folder does not hold it as published."""
    path = folder if folder.is_file() else folder / _FILE
    try:
        items = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(f"{folder}: no {_FILE} here ({error}). Give the folder of the published file.") from error
    except ValueError as error:
        raise InputError(f"{path}: not JSON ({error}). Fetch the published file again.") from error
    if not isinstance(items, Sequence) or isinstance(items, str):
        raise InputError(f"{path}: not a list of sentences. Give the published {_FILE}.")
    return tuple(_sentence(path, number, item) for number, item in enumerate(items, start=1))


def _sentence(path: Path, number: int, item: Any) -> Sentence:
    try:
        return Sentence(f"{path.name}:{number}", str(item["text"]), tuple(_marked(q) for q in item["quantities"]))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InputError(f"{path}: sentence {number} is not in the published format: {error!r}") from error


def _marked(quantity: Mapping[str, str]) -> Marked:
    """A quantity; a value "4000-5000" is a range, "-4" is not."""
    bounds = [float(part) for part in _RANGE.split(str(quantity["value"]).strip())]
    units = tuple(str(quantity[key]) for key in ("unit", "normalized_unit") if quantity.get(key))
    return Marked(bounds[0], bounds[-1], units or ("-",), str(quantity["change"]).strip())
