"""From inputs to the record: read, date, extract each report, link and reconcile all."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial, reduce
from pathlib import Path
from typing import Any

from dragoman.engine.local import each
from dragoman.errors import InputError
from dragoman.extract.found import Found
from dragoman.link.clusters import LinkScore
from dragoman.link.linkage import known_linkages
from dragoman.link.material import Material
from dragoman.link.similarity import Cosine, texts_of
from dragoman.model.codec import to_plain
from dragoman.model.ids import content_id
from dragoman.model.judgement import Judgement
from dragoman.model.record import Generator, RecordData
from dragoman.model.report import Report
from dragoman.reading.reports import Reading
from dragoman.reconcile.record import reconcile
from dragoman.run.recipe import Recipe, load_recipe
from dragoman.store.tables import VIEWS
from dragoman.text.annotate import annotate
from dragoman.text.gazetteer import Gazetteer
from dragoman.text.models import known_models
from dragoman.text.outlets import Outlets
from dragoman.text.outlets import outlets as known_outlets
from dragoman.text.page import Page
from dragoman.text.roster import Roster, load_roster
from dragoman.text.settle import settle_together
from dragoman.text.vectors import embed
from dragoman.text.world import world
from dragoman.version import __version__

Progress = Callable[[str, int, int], None]
"""Told what is being done, how many of it are done, and how many there are."""


def silent(_: str, __: int, ___: int) -> None:
    """Progress that nobody watches."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How to read: the recipe, the user's own actors, places and outlets, and processes (None: as many as pay)."""

    recipe: Recipe = field(default_factory=Recipe)
    roster: Roster = field(default_factory=Roster)
    outlets: Outlets = field(default_factory=known_outlets)
    workers: int | None = None

    @classmethod
    def load(
        cls, *, actors: Sequence[Path] = (), recipe: Path | None = None, outlets: Sequence[Path] = ()
    ) -> "Settings":
        """Settings from a user's lists of actors, places and outlets and a recipe file; raises InputError."""
        lists = [load_roster(path) for path in actors]
        roster = Roster(
            actors=tuple(actor for one in lists for actor in one.actors),
            places=tuple(place for one in lists for place in one.places),
        )
        return cls(
            recipe=load_recipe(recipe) if recipe else Recipe(),
            roster=roster,
            outlets=reduce(Outlets.with_list, outlets, known_outlets()),
        )

    @property
    def id(self) -> str:
        """Content id of all that decides what is extracted from a report."""
        return content_id("settings", self.recipe.id, json.dumps(to_plain(self.roster), sort_keys=True))


@dataclass(frozen=True, slots=True)
class Built:
    """A record and the scored links by which it was put together."""

    record: RecordData
    links: tuple[LinkScore, ...]


def read_pages(reports: Iterable[Report], *, settings: Settings) -> Iterator[tuple[Page, Found]]:
    """Parse each report and run every extractor of the recipe on it: its page and its layers, in order."""
    gazetteer = Gazetteer(world(), settings.roster)
    for page in annotate(reports, gazetteer, model=settings.recipe.spacy_model):
        found = Found()
        for extractor in settings.recipe.extractors:
            layer: Any = {extractor.yields: extractor.run(page, found)}
            found = replace(found, **layer)
        yield page, found


def extract(report: Report, *, settings: Settings) -> Found:
    """Run every extractor of the recipe on one report."""
    return next(read_pages([report], settings=settings))[1]


def extract_all(reports: Sequence[Report], settings: Settings, progress: Progress = silent) -> list[Found]:
    """Extract each report, over processes where that pays; same order as the reports."""
    found = []
    for layer in each(partial(extract, settings=settings), reports, workers=settings.workers):
        found.append(layer)
        progress("Reading reports", len(found), len(reports))
    return found


@dataclass(frozen=True, slots=True)
class Layered:
    """Dated reports with what was extracted from each, by report id: all that linking starts from.

    `recipe` is the id of the settings that read them, `outlets` the table by which lineages are found.
    """

    reports: Sequence[Report]
    found: Mapping[str, Found]
    recipe: str
    outlets: Outlets

    def build(self, judgements: Iterable[Judgement] = ()) -> Built:
        """Link and reconcile all into one record as it was judged, the same in any order."""
        material = self.material()
        parts = reconcile(material, similarity=Cosine(texts_of(material), embed), judgements=judgements)
        generator = Generator(__version__, self.recipe, known_models() | known_linkages())
        views: Any = {table: getattr(parts, table) for table in VIEWS}
        return Built(RecordData(generator, **views), parts.links)

    def material(self) -> Material:
        """Everything extracted, of all reports together."""
        layers = [self.found[report.id] for report in self.reports]
        return Material(
            reports=tuple(self.reports),
            entities=tuple(entity for layer in layers for entity in layer.names.entities),
            mentions=tuple(mention for layer in layers for mention in layer.names.mentions),
            claims=tuple(claim for layer in layers for claim in layer.claims),
            events=tuple(event for layer in layers for event in layer.events),
            quotes=tuple(quote for layer in layers for quote in layer.speech.quotes),
            quantities=tuple(quantity for layer in layers for quantity in layer.quantities),
            positions=tuple(position for layer in layers for position in layer.positions),
            commitments=tuple(commitment for layer in layers for commitment in layer.commitments),
            attributions=tuple(attribution for layer in layers for attribution in layer.speech.attributions),
            times=tuple(time for layer in layers for time in layer.times),
            places=tuple(place for layer in layers for place in layer.places),
            outlets=self.outlets,
        )


def require_reports(reading: Reading) -> Reading:
    """The same reading; raises InputError where nothing at all could be read."""
    if not any(report.skipped_reason is None for report in reading.reports):
        reasons = "\n".join(f"  {one}" for one in reading.skipped) or "  no file with a report is there"
        raise InputError(f"nothing could be read:\n{reasons}")
    return reading


def read_layers(reading: Reading, settings: Settings, progress: Progress = silent) -> Layered:
    """These reports alone, dated with the help of each other, and their layers; nothing is kept."""
    reports = settle_together(reading.reports)
    found = extract_all(reports, settings, progress)
    layers = {report.id: layer for report, layer in zip(reports, found, strict=True)}
    return Layered(reports, layers, settings.id, settings.outlets)


def read_once(reading: Reading, settings: Settings, progress: Progress = silent) -> Built:
    """The record of these reports alone; nothing is kept."""
    return read_layers(reading, settings, progress).build()
