"""From inputs to the record: read, date, extract each report, link and reconcile all."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from dragoman.engine.local import each
from dragoman.errors import InputError
from dragoman.extract.found import Found
from dragoman.link.clusters import LinkScore
from dragoman.link.material import Material
from dragoman.link.similarity import cosine, texts_of
from dragoman.model.codec import to_plain
from dragoman.model.ids import content_id
from dragoman.model.record import Generator, RecordData
from dragoman.model.report import Report
from dragoman.reading.files import Reading
from dragoman.reconcile.record import reconcile
from dragoman.run.recipe import Recipe, load_recipe
from dragoman.store.record import Layers, Store
from dragoman.store.tables import VIEWS
from dragoman.text.annotate import annotate
from dragoman.text.gazetteer import Gazetteer
from dragoman.text.models import known_models
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
    """How to read: the recipe, the user's own actors and places, and processes (None: as many as pay)."""

    recipe: Recipe = field(default_factory=Recipe)
    roster: Roster = field(default_factory=Roster)
    workers: int | None = None

    @classmethod
    def load(cls, *, actors: Sequence[Path] = (), recipe: Path | None = None) -> "Settings":
        """Settings from a user's lists of actors and places and a recipe file; raises InputError."""
        lists = [load_roster(path) for path in actors]
        roster = Roster(
            actors=tuple(actor for one in lists for actor in one.actors),
            places=tuple(place for one in lists for place in one.places),
        )
        return cls(recipe=load_recipe(recipe) if recipe else Recipe(), roster=roster)

    @property
    def id(self) -> str:
        """Content id of all that decides what is extracted from a report."""
        return content_id("settings", self.recipe.id, json.dumps(to_plain(self.roster), sort_keys=True))


@dataclass(frozen=True, slots=True)
class Built:
    """A record and the scored links by which it was put together."""

    record: RecordData
    links: tuple[LinkScore, ...]


def extract(report: Report, *, settings: Settings) -> Found:
    """Run every extractor of the recipe on one report."""
    gazetteer = Gazetteer(world(), settings.roster)
    page = next(annotate([report], gazetteer, model=settings.recipe.spacy_model))
    found = Found()
    for extractor in settings.recipe.extractors:
        layer: Any = {extractor.yields: extractor.run(page, found)}
        found = replace(found, **layer)
    return found


def extract_all(reports: Sequence[Report], settings: Settings, progress: Progress = silent) -> list[Found]:
    """Extract each report, over processes where that pays; same order as the reports."""
    found = []
    for layer in each(partial(extract, settings=settings), reports, workers=settings.workers):
        found.append(layer)
        progress("Reading reports", len(found), len(reports))
    return found


def build(reports: Sequence[Report], found: Mapping[str, Found], settings: Settings) -> Built:
    """Link and reconcile dated reports and their layers (by report id) into one record, the same in any order."""
    material = _material(reports, found)
    parts = reconcile(material, similarity=cosine(texts_of(material), embed))
    generator = Generator(__version__, settings.id, known_models())
    views: Any = {table: getattr(parts, table) for table in VIEWS if table != "judgements"}
    return Built(RecordData(generator, **views), parts.links)


def _material(reports: Sequence[Report], found: Mapping[str, Found]) -> Material:
    layers = [found[report.id] for report in reports]
    return Material(
        reports=tuple(reports),
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
    )


def require_reports(reading: Reading) -> Reading:
    """The same reading; raises InputError where nothing at all could be read."""
    if not any(report.skipped_reason is None for report in reading.reports):
        reasons = "\n".join(f"  {one}" for one in reading.skipped) or "  no .txt, .md or .html file is there"
        raise InputError(f"nothing could be read:\n{reasons}")
    return reading


def read_once(reading: Reading, settings: Settings, progress: Progress = silent) -> Built:
    """The record of these reports alone; nothing is kept."""
    reports = settle_together(reading.reports)
    found = extract_all(reports, settings, progress)
    return build(reports, {report.id: layer for report, layer in zip(reports, found, strict=True)}, settings)


def grow(store: Store, reading: Reading, settings: Settings, progress: Progress = silent) -> Built:
    """Add reports to a record on disk; what a killed run had finished is not done again."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    for report in reading.reports:
        store.add(replace(report, added=now), reading.originals[report.id])
    reports = settle_together(store.reports())
    layers = store.layers()
    stale = [report for report in reports if not _current(layers.get(report.id), report, settings)]
    work = each(partial(extract, settings=settings), stale, workers=settings.workers)
    for done, (report, found) in enumerate(zip(stale, work, strict=True), start=1):
        layers[report.id] = Layers(settings.id, report.published, found)
        store.keep_layers(report.id, layers[report.id])
        progress("Reading reports", done, len(stale))
    built = build(reports, {report: layer.found for report, layer in layers.items()}, settings)
    store.replace_views(built.record, built.links)
    return built


def as_of(store: Store, settings: Settings, *, day: str, by: Callable[[Report], str | None]) -> Built:
    """The record of the reports alone whose day (published, or added) is known and not after `day` (ISO)."""
    reports = [report for report in settle_together(store.reports()) if (by(report) or "~") <= day]
    layers = store.layers()
    return build(reports, {report.id: layers[report.id].found for report in reports}, settings)


def _current(layer: Layers | None, report: Report, settings: Settings) -> bool:
    """Whether a report's layers were made by these settings, with the date it now has."""
    return layer is not None and layer.recipe == settings.id and layer.published == report.published
