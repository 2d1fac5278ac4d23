"""The record as one JSON object, `dragoman/record/1`, closed: only the keys that the contract lists."""

import json
from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from dragoman.export.contract import INTERNAL
from dragoman.model.codec import to_plain
from dragoman.model.record import SCHEMA, RecordData
from dragoman.store.tables import VIEWS

CONTEXT = 200
"""Characters kept on each side of a cited span by `texts="context"`."""


class Texts(StrEnum):
    """How much of the reports' texts goes along."""

    FULL = "full"
    CONTEXT = "context"
    NONE = "none"


def record_json(record: RecordData, *, texts: Texts = Texts.FULL) -> dict[str, Any]:
    """The record as a JSON object.

    With `context`, characters farther than 200 from any cited span are spaces (line ends stay), so that offsets
    still hold; with `none` the texts are empty; `text_sha256` is always that of the whole text.
    """
    plain: dict[str, Any] = to_plain(record)
    for name, kind in VIEWS.items():
        for key in INTERNAL.get(kind, ()):
            for item in plain[name]:
                del item[key]
    for commitment in plain["commitments"]:
        del commitment["due"]["precision"]
    if texts != Texts.FULL:
        cited = _cited(plain)
        for report in plain["reports"]:
            spans = cited.get(report["id"], ()) if texts == Texts.CONTEXT else ()
            report["text"] = keep_around(report["text"], spans) if texts == Texts.CONTEXT else ""
    return {"schema": SCHEMA, **plain}


def dumps(value: object) -> str:
    """JSON text, readable, keys in the order of the contract."""
    return json.dumps(value, ensure_ascii=False, indent=1)


def keep_around(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with every character farther than CONTEXT from a span turned into a space, line ends kept."""
    keep = bytearray(len(text))
    for start, end in spans:
        first, last = max(0, start - CONTEXT), min(len(text), end + CONTEXT)
        keep[first:last] = b"\x01" * (last - first)
    return "".join(c if kept or c == "\n" else " " for c, kept in zip(text, keep, strict=True))


def _cited(plain: Any) -> dict[str, list[tuple[int, int]]]:
    """Every span anywhere in the object, by report."""
    found: dict[str, list[tuple[int, int]]] = {}
    stack = [plain]
    while stack:
        value = stack.pop()
        if isinstance(value, list):
            stack.extend(value)
        elif isinstance(value, dict):
            if "exact" in value:
                found.setdefault(value["report"], []).append((value["start"], value["end"]))
            else:
                stack.extend(value.values())
    return found
