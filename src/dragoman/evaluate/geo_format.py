"""Texts with marked toponyms: LGL and TR-News (XML), GeoWebNews (its XML, or the brat files beside the texts)."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from lxml import etree

from dragoman.errors import InputError
from dragoman.evaluate.xml_tree import xml_tree

NOT_TOPONYMS = frozenset({"Non_Toponym", "Literal_Expression", "Non_Lit_Expression"})
"""What GeoWebNews marks beside toponyms: names that only hold one, and nouns like "village"."""

_NO_POINT = NOT_TOPONYMS | {"Demonym", "Homonym", "Language"}
_FAR = 200  # characters within which a mark that is off is looked for


@dataclass(frozen=True, slots=True)
class Toponym:
    """The characters `[start, end)` of a text that name a place; where it lies, None where the set has no point.

    `kind` is the set's own class ("PPL", "ADM1", "Literal", ...), `inside` its country and first-level unit.
    """

    start: int
    end: int
    exact: str
    point: tuple[float, float] | None
    kind: str = ""
    name: str = ""
    inside: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class GeoText:
    """One text of the set with every toponym that counts, in order; `site` is the host of its outlet, `day` ISO."""

    name: str
    text: str
    toponyms: tuple[Toponym, ...]
    site: str = ""
    day: str | None = None


def read_geo(folder: Path) -> tuple[str, tuple[GeoText, ...]]:
    """The set's name and its texts, told apart by content; raises InputError where none of the formats is there."""
    for path in sorted(folder.rglob("*.xml")):
        root = xml_tree(path)
        if root.tag == "articles" and root.find(".//toponym/extractedName") is not None:
            return "GeoWebNews", tuple(_articles(path, root, _web_toponym))
        if root.tag == "articles" and root.find(".//toponym/phrase") is not None:
            return ("LGL" if root.find("article/domain") is not None else "TR-News"), tuple(
                _articles(path, root, _lgl_toponym)
            )
    pairs = [path for path in sorted(folder.rglob("*.ann")) if path.with_suffix(".txt").is_file()]
    if pairs:
        return "GeoWebNews (brat)", tuple(_brat(path) for path in pairs)
    raise InputError(f"{folder}: no XML of <article>s with <toponym>s and no .ann files beside their .txt")


def _articles(
    path: Path, root: etree._Element, toponym: Callable[[etree._Element], Toponym | None]
) -> Iterator[GeoText]:
    for number, article in enumerate(root.iter("article"), 1):
        text = article.findtext("text") or ""
        name = article.get("docid") or article.get("file") or str(number)
        try:
            marked = [one for one in map(toponym, article.iter("toponym")) if one is not None]
        except (TypeError, ValueError) as error:
            raise InputError(f"{path}: article {name}: a toponym without start, end or numbers: {error}") from error
        placed = _placed(f"{path}: article {name}", text, marked)
        day = re.match(r"\d{4}-\d{2}-\d{2}", article.findtext("dltime") or "")
        yield GeoText(name, text, placed, article.findtext("domain") or "", day.group() if day else None)


def _lgl_toponym(element: etree._Element) -> Toponym:
    tag = element.find("gaztag")
    told = element if tag is None else tag
    return Toponym(
        int(_need(element, "start")),
        int(_need(element, "end")),
        element.findtext("phrase") or "",
        _point(told.findtext("lat"), told.findtext("lon")),
        told.findtext("fcode") or "",
        told.findtext("name") or "",
        (told.findtext("country") or "", told.findtext("admin1") or ""),
    )


def _web_toponym(element: etree._Element) -> Toponym | None:
    """A toponym of GeoWebNews; its point counts where it has a GeoNames id, as in the published scores."""
    kind = element.findtext("type") or ""
    if kind in NOT_TOPONYMS:
        return None
    listed = (element.findtext("geonamesID") or "").strip()
    point = _point(element.findtext("latitude"), element.findtext("longitude")) if listed else None
    start, end = int(_need(element, "start")), int(_need(element, "end"))
    name = element.findtext("normalisedName") or ""
    return Toponym(start, end, element.findtext("extractedName") or "", point, kind, name)


def _need(element: etree._Element, name: str) -> str:
    found = element.findtext(name)
    if found is None:
        raise ValueError(f"no <{name}>")
    return str(found)


def _point(lat: str | None, lon: str | None) -> tuple[float, float] | None:
    return (float(lat), float(lon)) if lat and lon and lat.strip() and lon.strip() else None


def _brat(path: Path) -> GeoText:
    """A text of GeoWebNews with its marks; the first line, where it is the address, is not read.

    The notes hold ids of GeoNames, which have no point without its tables, or the point itself.
    """
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    head = text.find("\n") + 1 if "LINK:" in text[: text.find("\n") + 1] else 0
    lines = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    notes = {cells[1].split()[-1]: cells[2] for cells in lines if cells[0].startswith("#") and len(cells) > 2}
    marked = []
    try:
        for cells in lines:
            if cells[0].startswith("T"):
                kind, start, *_, end = cells[1].replace(";", " ").split()
                point = _noted(notes, cells[0]) if kind not in _NO_POINT else None
                marked.append(Toponym(int(start) - head, int(end) - head, cells[2], point, kind))
    except (ValueError, IndexError) as error:
        raise InputError(f"{path}: a line that is no mark of brat: {error}") from error
    kept = [one for one in marked if one.kind not in NOT_TOPONYMS]
    return GeoText(path.stem, text[head:], _placed(str(path), text[head:], kept))


def _noted(notes: Mapping[str, str], key: str) -> tuple[float, float] | None:
    found = re.fullmatch(r"\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*", notes.get(key, ""))
    return (float(found[1]), float(found[2])) if found else None


def _placed(where: str, text: str, marked: Sequence[Toponym]) -> tuple[Toponym, ...]:
    """The marks in order, once each, put right where the file counts characters otherwise; raises InputError."""
    found = {}
    for one in marked:
        start = one.start
        if text[start : one.end] != one.exact:
            around = [m.start() for m in re.finditer(re.escape(one.exact), text) if abs(m.start() - start) < _FAR]
            if not one.exact or not around:
                raise InputError(f"{where}: {one.exact!r} is not at {one.start} to {one.end}, nor near it")
            start = min(around, key=lambda at: abs(at - one.start))
        end = start + len(one.exact)
        found[start, end] = replace(one, start=start, end=end)
    return tuple(found[key] for key in sorted(found))
