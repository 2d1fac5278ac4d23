"""Every span still says its words, every hash still holds."""

from collections.abc import Iterable, Iterator

from dragoman.errors import RecordError, SpanError
from dragoman.model.ids import bytes_hash
from dragoman.model.judgement import Judgement, fault
from dragoman.model.record import RecordData
from dragoman.model.span import Span
from dragoman.store.record import Store


def spans_of(record: RecordData) -> Iterator[tuple[str, Span]]:
    """Every span that a record shows, with the id of what shows it."""
    for claim in record.claims:
        yield claim.id, claim.span
    for utterance in record.utterances:
        for variant in utterance.variants:
            yield utterance.id, variant.span
    for lineage in record.lineages:
        for member in lineage.members:
            for span in member.spans:
                yield lineage.id, span


def faults(record: RecordData) -> tuple[str, ...]:
    """What does not hold in a record: spans, text hashes, altered judgements, ids cited but not there; or nothing."""
    found = []
    texts = {report.id: report.text for report in record.reports}
    for report in record.reports:
        if bytes_hash(report.text.encode()) != report.text_sha256:
            found.append(f"{report.id} ({report.outlet}): the text is not the one whose hash was kept")
    for owner, span in spans_of(record):
        try:
            span.check(texts[span.report])
        except (KeyError, SpanError) as error:
            found.append(f"{owner}: {error}")
    known = {claim.id for claim in record.claims}
    found.extend(
        f"{owner}: cites {claim}, which is not in the record" for owner, claim in _cited(record) if claim not in known
    )
    found.extend(_altered(record.judgements))
    return tuple(found)


def _altered(rows: Iterable[Judgement]) -> Iterator[str]:
    """What is wrong with judgements; that an anchor is lost is no fault, `judge list` tells it."""
    for row in rows:
        if wrong := fault(row):
            yield f"{row.id} (judgement of {row.by}): {wrong}"


def _cited(record: RecordData) -> Iterator[tuple[str, str]]:
    """Every claim id that an item cites, with the item's id."""
    for table in ("events", "figures", "positions", "proposals", "commitments"):
        for item in getattr(record, table):
            for claim in item.claims:
                yield item.id, claim
    for comparison in record.comparisons:
        yield comparison.id, comparison.a
        yield comparison.id, comparison.b


def verify(store: Store) -> tuple[str, ...]:
    """All faults of a record on disk, its archive of original bytes included; empty when sound."""
    found = list(faults(store.record()))
    found.extend(_altered(store.judgements.rows()))
    for report in store.archive.reports():
        try:
            store.archive.document(report.id)
        except RecordError as error:
            found.append(str(error))
    return tuple(found)
