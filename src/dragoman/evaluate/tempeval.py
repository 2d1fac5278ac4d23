"""Times of TimeML files, as in TempEval-3: found, their extent, type and value, from running text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from dragoman.errors import InputError
from dragoman.evaluate.score import TaskScore
from dragoman.evaluate.texts import Reader, text_report
from dragoman.evaluate.timex import Timex, timexes
from dragoman.evaluate.timex_score import Timed, timex_score
from dragoman.evaluate.xml_tree import xml_tree


@dataclass(frozen=True, slots=True)
class TimeMl:
    """The text of a TimeML file with the ISO day of its creation (None where unsaid) and its times."""

    id: str
    text: str
    day: str | None
    times: tuple[Timex, ...]


def evaluate(folder: Path, read: Reader) -> TaskScore:
    """Score the times of the `.tml` files of a folder, each read from its TEXT and the day of its DCT."""
    texts = list(timeml_texts(folder))
    reports = (text_report(one.id, one.text, day=one.day) for one in texts)
    found = zip(texts, read(reports), strict=True)
    return timex_score("tempeval", [Timed(one.id, one.text, one.times, timexes(layers)) for one, (_, layers) in found])


def timeml_texts(folder: Path) -> Iterator[TimeMl]:
    """The TimeML files of a folder and its folders; raises InputError where there is none or one has no TEXT."""
    paths = sorted(folder.rglob("*.tml"))
    if not paths:
        raise InputError(f"{folder}: no .tml files are there; give a folder of TimeML as published")
    yield from (_text(path, xml_tree(path)) for path in paths)


def _text(path: Path, root: etree._Element) -> TimeMl:
    body = root.find("TEXT")
    if body is None:
        raise InputError(f"{path}: it has no TEXT element, so it is no TimeML of TempEval-3")
    created = root.find("DCT/TIMEX3")
    day = re.match(r"\d{4}-\d\d-\d\d", created.get("value", "") if created is not None else "")
    text, times = "", list[Timex]()
    for piece, element in _pieces(body):
        if element is not None and piece:
            times.append(Timex(len(text), len(text) + len(piece), element.get("type", ""), _value(element)))
        text += piece
    return TimeMl(path.stem, text, day[0] if day else None, tuple(sorted(times)))


def _value(element: etree._Element) -> str:
    return str(element.get("value", "")).removesuffix("Z")


def _pieces(element: etree._Element) -> Iterator[tuple[str, etree._Element | None]]:
    """The text of an element in order, cut where a TIMEX3 begins or ends; the TIMEX3 beside what it holds."""
    yield element.text or "", None
    for child in element:
        if child.tag == "TIMEX3":
            yield "".join(child.itertext()), child
        elif isinstance(child.tag, str):
            yield from _pieces(child)
        yield child.tail or "", None
