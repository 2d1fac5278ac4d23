"""Documents read into reports, one by one; what cannot be read is named, the rest is read."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import BinaryIO

from dragoman.errors import SkippedInput
from dragoman.model.report import Report
from dragoman.reading.asking import Asking
from dragoman.reading.document import Document
from dragoman.reading.formats import read_document
from dragoman.reading.inputs import documents
from dragoman.text.outlets import Outlets
from dragoman.text.outlets import outlets as known_outlets


@dataclass(frozen=True, slots=True)
class Read:
    """A report and the document that it was read from."""

    report: Report
    document: Document


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read, in the order given.

    `documents` holds what each report was read from, by report id; `skipped` the inputs left out or not understood,
    each with a reason and a remedy; `duplicates` the names of inputs that were the same report once more.
    """

    reports: tuple[Report, ...]
    documents: Mapping[str, Document]
    skipped: tuple[SkippedInput, ...] = ()
    duplicates: tuple[str, ...] = ()


def read_documents(parts: Iterable[Document | SkippedInput], outlets: Outlets) -> Iterator[Read | SkippedInput]:
    """Each document's report as it comes; one that cannot be read comes as SkippedInput.

    A report in an unsupported language is there, with a reason and without sections, and is named as skipped too.
    """
    for part in parts:
        if isinstance(part, SkippedInput):
            yield part
            continue
        try:
            report = read_document(part, outlets)
        except SkippedInput as problem:
            yield problem
            continue
        yield Read(report, part)
        if report.skipped_reason:
            yield unread(part.name, report.skipped_reason)


def unread(name: str, reason: str) -> SkippedInput:
    """The line for a report that is kept and not read."""
    return SkippedInput(name, reason, "Give an English version of the report")


def read_inputs(
    inputs: Sequence[str],
    asking: Asking | None = None,
    *,
    outlets: Outlets | None = None,
    stdin: BinaryIO | None = None,
) -> Reading:
    """Read files, folders, addresses and `-` into memory; a record on disk takes them one by one instead."""
    return gathered(read_documents(documents(inputs, asking, stdin=stdin), outlets or known_outlets()))


def gathered(read: Iterable[Read | SkippedInput]) -> Reading:
    """All reports at once, each report once."""
    reports: dict[str, Read] = {}
    skipped: list[SkippedInput] = []
    duplicates: list[str] = []
    for one in read:
        if isinstance(one, SkippedInput):
            skipped.append(one)
        elif one.report.id in reports:
            duplicates.append(one.document.name)
        else:
            reports[one.report.id] = one
    return Reading(
        tuple(one.report for one in reports.values()),
        MappingProxyType({one.report.id: one.document for one in reports.values()}),
        tuple(skipped),
        tuple(duplicates),
    )
