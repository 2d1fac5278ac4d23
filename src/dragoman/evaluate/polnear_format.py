"""Texts of PolNeAR in its published format: brat standoff, one folder of texts and one of annotations."""

import re
from collections.abc import Iterator
from pathlib import Path

from dragoman.errors import InputError
from dragoman.model.marked import Marked, MarkedText, Pieces, pieces

_SPAN = re.compile(r"(T\d+)\t(Source|Cue|Content) ([\d ;]+)\t")
_EVENT = re.compile(r"E\d+\tAttribution(?:-no-source)?:T\d+(?P<parts>(?: (?:Source|Cue|Content)\d*:T\d+)+)\s*$")
_PART = re.compile(r"(Source|Cue|Content)\d*:(T\d+)")


def read_polnear(folder: Path, *, part: str = "dev") -> Iterator[MarkedText]:
    """The texts of one part with their attributions, in order of their names; of several annotators the first by name.

    `folder` is a part itself (it holds `text` and `attributions`), or the set, whose `part` is then read.
    """
    place = polnear_part(folder, part)
    if place is None:
        raise InputError(
            f"{folder}: no folders text and attributions, nor data/{part} with them: name a part of PolNeAR"
        )
    for path in sorted((place / "text").glob("*.txt")):
        annotations = sorted((place / "attributions").glob(f"{path.stem}_*.ann"))
        if annotations:
            yield MarkedText(path.stem, _text(path), tuple(_attributions(_text(path), annotations[0])))


def polnear_part(folder: Path, part: str) -> Path | None:
    """The folder of a part of the set in its published format, or None where it is not there."""
    places = (folder, folder / part, folder / "data" / part)
    return next((p for p in places if (p / "text").is_dir() and (p / "attributions").is_dir()), None)


def _text(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def _attributions(text: str, path: Path) -> Iterator[Marked]:
    """Those with a cue and content; other lines, and what is to discuss or discard, are passed by."""
    lines = _text(path).split("\n")
    spans: dict[str, Pieces] = {}
    for line in lines:
        if found := _SPAN.match(line):
            ranges = (tuple(map(int, piece.split())) for piece in found[3].split(";"))
            try:
                spans[found[1]] = pieces(text, [(start, end) for start, end in ranges])
            except ValueError as error:
                raise InputError(f"{path}: {line!r} has no offsets as start and end") from error
    for line in lines:
        if event := _EVENT.match(line):
            roles: dict[str, list[tuple[int, int]]] = {"Source": [], "Cue": [], "Content": []}
            for role, name in _PART.findall(event["parts"]):
                roles[role] += spans.get(name, ())
            if roles["Cue"] and roles["Content"]:
                yield Marked(*(pieces(text, roles[role]) for role in ("Source", "Cue", "Content")))
