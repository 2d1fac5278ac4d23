"""How well reports are traced to their origin: wire reports that should be known as such, and reprints of one text."""

import csv
import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from dragoman.errors import InputError
from dragoman.evaluate.episode_score import Ability, Count, EpisodeScore
from dragoman.link.agencies import agency_of, named_in
from dragoman.link.lineage import link_lineages
from dragoman.model.ids import bytes_hash, content_id
from dragoman.model.lineage import Lineage, Reason
from dragoman.model.report import Report
from dragoman.text.outlets import outlets
from dragoman.text.sections import byline, sections

Linker = Callable[[Iterable[Report]], Sequence[Lineage]]
_WIRES = "metadata.tsv"
_SAME = frozenset({"reprint", "passage"})
_DIGITS = 12


@dataclass(frozen=True, slots=True)
class LineageScore(EpisodeScore):
    """Shares of wires and reprints found, with the misses; same lines as every score."""

    def as_dict(self) -> dict[str, Any]:
        """The same for JSON, under a schema of its own."""
        return {**EpisodeScore.as_dict(self), "schema": "dragoman/lineage-score/1"}


@dataclass(frozen=True, slots=True)
class Labelled:
    """Two articles of one event by the short hash of their address, and what a reader found them to be."""

    a: str
    b: str
    half: str
    label: str
    sure: bool

    @property
    def same(self) -> bool:
        """Whether they, or passages of them, come from one text."""
        return self.label in _SAME


def evaluate(folder: Path, labels: Path | None = None) -> LineageScore:
    """Score what a folder holds: `metadata.tsv` with texts (wires), or events as JSON, with a table of labelled pairs.

    Raises InputError where neither is there.
    """
    table = next((path for path in (folder / _WIRES, folder / "data" / _WIRES) if path.is_file()), None)
    if table is not None:
        return evaluate_wires(table)
    stories = sorted(folder.glob("*.json"))
    if not stories or labels is None:
        raise InputError(f"{folder}: neither {_WIRES} is there, nor events as JSON with a table of labelled pairs")
    return evaluate_pairs(stories[0], labels)


def evaluate_wires(table: Path) -> LineageScore:
    """Recall of wire reports by agency, from the text alone and with the author's column as the byline.

    The other texts that are credited to somebody are counted, to be read: the table does not say that they are none.
    """
    with table.open(encoding="utf-8", newline="") as lines:
        every = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    rows = [row for row in every if _agency(row["wire"])]
    others = [row for row in every if not _agency(row["wire"])]
    abilities = (_wires(table.parent, rows, stated=False), _wires(table.parent, rows, stated=True))
    return LineageScore(abilities, (_others(table.parent, others),))


def evaluate_pairs(stories: Path, labels: Path, linker: Linker = link_lineages) -> LineageScore:
    """Precision and recall of "the same lineage, whole or passage" for pairs of articles of one event, by half.

    All articles are linked together, so the score also holds what a large pool does to it. Pairs in which one report
    only names the other as its source are left out of both and counted on their own.
    """
    pairs = read_labels(labels)
    articles = read_stories(stories)
    found = linked_pairs(linker(articles.values()))
    abilities: list[Ability] = []
    for half in sorted({pair.half for pair in pairs}):
        chosen = [pair for pair in pairs if pair.half == half and {pair.a, pair.b} <= articles.keys()]
        joined = {pair for pair in chosen if frozenset((articles[pair.a].id, articles[pair.b].id)) in found}
        abilities += _scores(half, chosen, joined)
    return LineageScore(tuple(abilities), ())


def read_labels(path: Path) -> tuple[Labelled, ...]:
    """The labelled pairs of a table with the columns `a`, `b`, `half`, `label` and `sure`."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    return tuple(Labelled(r["a"], r["b"], r["half"], r["label"], r["sure"] == "1") for r in rows)


def read_stories(path: Path) -> dict[str, Report]:
    """Reports of the articles of a JSON list of events, by the short hash of their address."""
    events = json.loads(path.read_text(encoding="utf-8"))
    articles = [article for event in events for article in event["articles"] if article["text"].strip()]
    return {digest(article["ext_url"]): _article(article) for article in articles}


def linked_pairs(lineages: Iterable[Lineage]) -> frozenset[frozenset[str]]:
    """Pairs of report ids that stand in one lineage by their wording."""
    return frozenset(
        frozenset(pair)
        for lineage in lineages
        if lineage.reason != Reason.RELAY
        for pair in combinations([member.report for member in lineage.members], 2)
    )


def _scores(half: str, pairs: Sequence[Labelled], joined: set[Labelled]) -> list[Ability]:
    scored = [pair for pair in pairs if pair.same or pair.label == "independent"]
    made = []
    for name, some in ((half, scored), (f"{half}, sure labels", [pair for pair in scored if pair.sure])):
        same = [pair for pair in some if pair.same]
        shown = [pair for pair in some if pair in joined]
        right = [pair for pair in shown if pair.same]
        missed = tuple(f"missed: {pair.a} {pair.b} ({pair.label})" for pair in same if pair not in joined)
        false = tuple(f"false: {pair.a} {pair.b} ({pair.label})" for pair in shown if not pair.same)
        made.append(Ability(f"recall, {name}", len(right), len(same), missed))
        made.append(Ability(f"precision, {name}", len(right), len(shown), false, expected=bool(same)))
    return made


def _wires(folder: Path, rows: Sequence[Mapping[str, str]], *, stated: bool) -> Ability:
    missed = []
    for row in rows:
        report = _wire(folder, row, stated=stated)
        credited = agency_of(report)
        if credited != _agency(row["wire"]):
            missed.append(f"{row['filename']}: {row['wire']}, shown {credited or 'none'}")
    name = "wires known, with the author's column" if stated else "wires known, from the text alone"
    return Ability(name, len(rows) - len(missed), len(rows), tuple(missed))


def _others(folder: Path, rows: Sequence[Mapping[str, str]]) -> Count:
    found = [(row["filename"], agency_of(_wire(folder, row, stated=False))) for row in rows]
    lines = tuple(f"{name}: {agency}" for name, agency in found if agency)
    return Count(f"credited among the {len(rows)} others", lines)


def _agency(label: str) -> str:
    return named_in(label) or named_in(label.capitalize())


def _wire(folder: Path, row: Mapping[str, str], *, stated: bool) -> Report:
    text = (folder / row["compartment"] / "text" / f"{row['filename']}.txt").read_text(encoding="utf-8")
    author = row["author"] if stated and row["author"] != "None" else ""
    return _report(row["filename"], text, row["title"], author=author, outlet=row["publisher"])


def _article(article: Mapping[str, Any]) -> Report:
    title, address = str(article.get("title") or ""), str(article["ext_url"])
    known = outlets().at(address)
    outlet = known.name if known else (urlsplit(address).hostname or address).removeprefix("www.")
    return _report(address, f"{title}\n\n{article['text']}", title, author="", outlet=outlet)


def _report(name: str, text: str, title: str, *, author: str, outlet: str) -> Report:
    parts = sections(text, title=title)
    return Report(
        id=content_id("r", name),
        path_or_url=name,
        text=text,
        text_sha256=bytes_hash(text.encode()),
        outlet=outlet,
        title=title,
        byline=author or byline(text, parts),
        sections=parts,
    )


def digest(address: str) -> str:
    """The short hash of an article's address, by which labels name it."""
    return hashlib.sha256(address.encode()).hexdigest()[:_DIGITS]
