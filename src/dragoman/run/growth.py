"""A record that grows: what is new is kept and read, all is put together; a killed run goes on where it stopped."""

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial

from dragoman.engine.local import each
from dragoman.errors import SkippedInput
from dragoman.extract.found import Found
from dragoman.model.ids import content_id
from dragoman.model.judgement import Judgement, in_force
from dragoman.model.report import Report
from dragoman.reading.document import Document
from dragoman.reading.formats import read_document
from dragoman.reading.reports import Read, read_documents, unread
from dragoman.reading.visits import Visits
from dragoman.run.pipeline import Built, Layered, Progress, Settings, extract, silent
from dragoman.store.archive import document_id
from dragoman.store.record import Layers, State, Store
from dragoman.text.settle import published_by, settle_together
from dragoman.version import __version__

BATCH, SECONDS = 50, 2.0
"""Reports kept in one transaction, and how long one waits for the next: what a killed run may have to read again."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of the documents given: how many reports are new, how many documents were there already."""

    new: int = 0
    known: int = 0
    skipped: tuple[SkippedInput, ...] = ()


def take(
    store: Store, documents: Iterable[Document | SkippedInput], settings: Settings, *, visits: Visits | None = None
) -> Taken:
    """Keep the reports of documents that the archive does not hold yet, in batches; nothing is extracted."""
    visits = visits or Visits()
    known = store.archive.documents()
    passed: list[str] = []
    skipped: list[SkippedInput] = []
    new = 0
    fresh = read_documents(_unknown(documents, known, passed), settings.outlets)
    for batch in _batches(fresh, known, skipped):
        new += store.archive.add(batch, visits.drain(), now=now())
    new += store.archive.add((), visits.drain(), now=now())
    return Taken(new, len(passed), tuple(skipped))


def update(store: Store, settings: Settings, progress: Progress = silent) -> Built:
    """Extract each report that is new or stale and put all together anew; nothing is done where nothing changed."""
    reports = settle_together(store.archive.reports())
    made_of = content_id("state", __version__, settings.id, settings.outlets, *((r.id, r.published) for r in reports))
    judgements = in_force(store.judgements.rows())
    state = State(made_of, judged_as(judgements))
    if store.state() == state:
        return Built(store.record(), store.all_links())
    layers = store.layers()
    stale = [report for report in reports if not _current(layers.get(report.id), report, settings)]
    work = each(partial(extract, settings=settings), stale, workers=settings.workers)
    for done, (report, found) in enumerate(zip(stale, work, strict=True), start=1):
        layers[report.id] = Layers(settings.id, report.published, found)
        store.keep_layers(report.id, layers[report.id])
        progress("Reading reports", done, len(stale))
    found_in = {report.id: layers[report.id].found for report in reports}
    built = Layered(reports, found_in, settings.id, settings.outlets).build(judgements)
    store.replace_views(built.record, built.links, state=state, outlets=settings.outlets)
    return built


def relink(store: Store) -> Built | None:
    """Put all together anew as it is judged now, from the layers that are kept and as they were read.

    None where the record is not up to date: its next reading does it then.
    """
    state, judgements = store.state(), in_force(store.judgements.rows())
    if not state.made_of or store.unread():
        return None
    judged = State(state.made_of, judged_as(judgements))
    if judged == state:
        return Built(store.record(), store.all_links())
    built = layered(store).build(judgements)
    store.replace_views(built.record, built.links, state=judged, outlets=store.outlets())
    return built


def layered(store: Store) -> Layered:
    """What the record was put together from, as it was read."""
    layers = store.layers()
    reports = [report for report in settle_together(store.archive.reports()) if report.id in layers]
    found = {report.id: layers[report.id].found for report in reports}
    return Layered(reports, found, store.record().generator.recipe, store.outlets())


def judged_as(judgements: Iterable[Judgement]) -> str:
    """Content id of the judgements in force."""
    return content_id("judged", *(row.id for row in judgements))


def read_again(store: Store, settings: Settings, progress: Progress = silent) -> int:
    """Read every original again with this version and these outlets; returns how many reports came out otherwise.

    An original that this version refuses keeps the report that was read from it.
    """
    changed = 0
    reports = store.archive.reports()
    for done, old in enumerate(reports, start=1):
        document = store.archive.document(old.id)
        try:
            report = read_document(document, settings.outlets)
        except SkippedInput:
            report = old
        if replace(report, added=old.added) != old:
            store.archive.replace(old.id, Read(report, document))
            changed += 1
        progress("Reading originals", done, len(reports))
    return changed


def as_of(store: Store, settings: Settings, day: str) -> Built:
    """The record of the reports alone that were published by an ISO day; undated ones are left out."""
    return _of(store, settings, published_by(store.archive.reports(), day), store.judgements.rows())


def seen_by(store: Store, settings: Settings, day: str) -> Built:
    """The record of the reports alone, and of the judgements, that were added by an ISO day."""
    reports = settle_together([r for r in store.archive.reports() if r.added[:10] <= day])
    return _of(store, settings, reports, store.judgements.rows(by=day))


def _of(store: Store, settings: Settings, reports: Sequence[Report], log: Iterable[Judgement]) -> Built:
    """The record of some reports, dated with the help of each other only; where that gives another date, read anew."""
    layers = store.layers()
    found = {report.id: _found(layers.get(report.id), report, settings) for report in reports}
    return Layered(reports, found, settings.id, settings.outlets).build(in_force(log))


def now() -> str:
    """The UTC time, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _found(layer: Layers | None, report: Report, settings: Settings) -> Found:
    return layer.found if layer and _current(layer, report, settings) else extract(report, settings=settings)


def _current(layer: Layers | None, report: Report, settings: Settings) -> bool:
    """Whether a report's layers were made by these settings, with the date it now has."""
    return layer is not None and layer.recipe == settings.id and layer.published == report.published


def _unknown(
    documents: Iterable[Document | SkippedInput], known: Mapping[str, str], passed: list[str]
) -> Iterator[Document | SkippedInput]:
    """What is not `known` (a document's id to why its report is not read); what is kept unread is named again."""
    for document in documents:
        if isinstance(document, SkippedInput):
            yield document
            continue
        reason = known.get(document_id(document))
        if reason is None:
            yield document
            continue
        passed.append(document.name)
        if reason:
            yield unread(document.name, reason)


def _batches(
    read: Iterable[Read | SkippedInput], known: dict[str, str], skipped: list[SkippedInput]
) -> Iterator[Sequence[Read]]:
    """Batches in order; what was read before an interruption is a batch too."""
    batch: list[Read] = []
    since = time.monotonic()
    try:
        for one in read:
            if isinstance(one, SkippedInput):
                skipped.append(one)
            else:
                batch.append(one)
                known[document_id(one.document)] = one.report.skipped_reason or ""
            if len(batch) >= BATCH or time.monotonic() - since >= SECONDS:
                yield batch
                batch, since = [], time.monotonic()
    except GeneratorExit:
        return
    except BaseException:
        yield batch
        raise
    yield batch
