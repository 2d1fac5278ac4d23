"""Records of short invented reports, read by the real pipeline."""

import json
from pathlib import Path

from dragoman.model.record import RecordData
from dragoman.model.verdict import Comparison
from dragoman.reading.reports import read_inputs
from dragoman.run.pipeline import Settings, read_once

_LETTERS = 26


def record_told(folder: Path, *texts: str, day: str = "2031-03-05") -> RecordData:
    """The record of texts, each by an outlet of its own ("Outlet A", "Outlet B", ...) on one day."""
    names = []
    for number, text in enumerate(texts):
        letter = chr(ord("A") + number) if number < len(texts) <= _LETTERS else f"N{number}"
        path = folder / f"{letter}.txt"
        path.write_text(text, encoding="utf-8")
        said = {"outlet": f"Outlet {letter}", "published": day, "url": f"https://{letter.lower()}.example/1"}
        (folder / f"{letter}.meta.json").write_text(json.dumps(said), encoding="utf-8")
        names.append(str(path))
    return read_once(read_inputs(names), Settings(workers=1)).record


def shown(record: RecordData, **fields: object) -> list[Comparison]:
    """The comparisons that have all these fields."""
    return [c for c in record.comparisons if all(getattr(c, name) == value for name, value in fields.items())]
