"""Sentences with a marked source and target and the PLOVER root between them, as published with Zero-Shot-PLOVER."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import InputError

FILES = ("PLV_train.tsv", "PLV_test.tsv")
_MARK = re.compile(r"<(/?)([st])>")
_NEEDED = ("sentence_id", "marked_sentence", "gold_root", "gold_penta")
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class MarkedPair:
    """A sentence, the ranges of its source and target (none where the set marks none), its root and quad class.

    `quad` is 1 to 4: verbal and material cooperation, verbal and material conflict. `other` is the root that another
    system gave, as printed in the same row ("" where the file has none).
    """

    id: str
    text: str
    sources: tuple[Range, ...]
    targets: tuple[Range, ...]
    root: str
    quad: str
    other: str = ""


def read_pairs(folder: Path) -> tuple[str, tuple[MarkedPair, ...]]:
    """The name of the file of pairs in the folder, and its pairs; InputError where there is none or it is broken."""
    path = next((folder / name for name in FILES if (folder / name).is_file()), None)
    if path is None:
        raise InputError(f"{folder}: neither {' nor '.join(FILES)} is there. Give the folder of the published set")
    return path.name, tuple(_rows(path))


def _rows(path: Path) -> Iterator[MarkedPair]:
    with path.open(encoding="utf-8", newline="") as lines:
        table = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        missing = [name for name in _NEEDED if name not in (table.fieldnames or ())]
        if missing:
            raise InputError(f"{path}: no column {', '.join(missing)}. Give the file as it is published")
        for number, row in enumerate(table, 2):
            if any(row[name] is None for name in _NEEDED):
                raise InputError(f"{path}, line {number}: the row is cut off. Give the file as it is published")
            text, ranges = _unmarked(row["marked_sentence"])
            yield MarkedPair(
                id=row["sentence_id"],
                text=text,
                sources=tuple(ranges["s"]),
                targets=tuple(ranges["t"]),
                root=row["gold_root"],
                quad=row["gold_penta"],
                other=row.get("root_L2") or "",
            )


def _unmarked(marked: str) -> tuple[str, dict[str, list[Range]]]:
    """The sentence without its marks, and the ranges that they marked; a mark that never closes marks nothing."""
    ranges: dict[str, list[Range]] = {"s": [], "t": []}
    begun: dict[str, int] = {}
    text, last = "", 0
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        last = mark.end()
        closing, kind = mark.groups()
        if not closing:
            begun[kind] = len(text)
        elif kind in begun and begun[kind] < len(text):
            ranges[kind].append((begun.pop(kind), len(text)))
    return text + marked[last:], ranges
