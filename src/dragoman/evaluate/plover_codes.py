"""The actors of the PLOVER gold records, with their codes as PLOVER's draft of 2021 and ISO 3166 write them.

The published file (`PLOVER_GSR_CAMEO.txt`) is a JSON list whose first item documents the file. `source` and `target`
are lists of actors, an empty string or absent; an actor has a text, a code (a country's three letters, or IGO, NGO,
IMG) and mostly a sector. Some codes are those of CAMEO or slips, so they are brought to one spelling here.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.errors import InputError

FILE = "PLOVER_GSR_CAMEO.txt"
_COUNTRIES = {"JAP": "JPN", "ITL": "ITA", "VTN": "VNM", "IMG": "", "ISM": ""}
# CAMEO's words for the media and for health are JRN and MED; in PLOVER as used here they are MED and HLH.
_SECTORS = {"JRN": "MED", "MED": "HLH", "CIV": "CVL", "***": "", "MOS": "REL", "SOC": "CVL"}
_DOTS = re.compile(r"\.\.+")
_SECTOR = re.compile(r"[A-Z*]{3}")


@dataclass(frozen=True, slots=True)
class CodedActor:
    """An actor of a record: its words up to a gap, where they stand in the text (None for nowhere), its codes."""

    record: str
    text: str
    words: str
    start: int | None
    country: str
    sector: str


def coded_actors(folder: Path) -> list[CodedActor]:
    """Every actor of every record, in order; InputError where the file is not there or not in its format."""
    path = folder if folder.is_file() else folder / FILE
    try:
        records = json.loads(path.read_text(encoding="utf-8"))[1:]
        return [actor for record in records for actor in _of_record(record)]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{path}: no records of PLOVER's gold set: {error!r}") from error


def _of_record(record: dict[str, Any]) -> Iterator[CodedActor]:
    text = record["text"]
    for role in ("source", "target"):
        actors = record.get(role)
        for actor in actors if isinstance(actors, list) else ():
            printed = _DOTS.split(actor["actorText"])
            words = " ".join(printed[0].split())
            sector = _SECTOR.match(actor.get("sector") or "")
            code = actor["code"].strip()
            yield CodedActor(
                record["id"],
                text,
                words,
                _where(text, words),
                _COUNTRIES.get(code, code),
                _SECTORS.get(sector[0], sector[0]) if sector else "",
            )


def _where(text: str, words: str) -> int | None:
    """Where the words stand in the text, without regard to blanks; None where they do not."""
    found = re.search(r"\s+".join(re.escape(word) for word in words.split()), text) if words else None
    return found.start() if found else None
