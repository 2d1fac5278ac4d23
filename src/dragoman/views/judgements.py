"""Judgements as rows and lines: who said what of which words, when and why, and what became of it."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from dragoman.model.codec import to_plain
from dragoman.model.judgement import Answer, Effect, Judgement, in_force
from dragoman.model.record import RecordData
from dragoman.views.phrases import in_marks, on_one_line

EFFECTS: Mapping[str, str] = MappingProxyType(
    {
        Effect.HOLDS: "holds",
        Effect.PARTLY: "holds for the words that are found",
        Effect.NOTED: "noted, without effect",
        Effect.CONTRADICTED: "without effect, contradicted",
        Effect.LOST: "without effect, its words are lost",
    }
)
TAKEN_BACK, TAKES_BACK, PENDING = "taken back", "takes back {id}", "not applied yet"
EMPTY = "nobody has judged a link of this record"
_LONGEST = 100


def judgement_rows(log: Iterable[Judgement], record: RecordData, *, every: bool = False) -> list[dict[str, Any]]:
    """One JSON object a judgement in force, by time, with its effect; with `every`, one a row of the log."""
    rows = {row.id: row for row in log}
    standing, applied = {row.id for row in in_force(rows.values())}, {row.id: row for row in record.judgements}
    shown = [row for row in rows.values() if every or row.id in standing]
    told = []
    for row in sorted(shown, key=lambda r: (r.when, r.id)):
        plain = to_plain(applied.get(row.id, row))
        if row.verdict == Answer.WITHDRAWN:
            plain["effect"] = TAKES_BACK.format(id=row.withdraws)
        elif row.id not in standing:
            plain["effect"] = TAKEN_BACK
        elif row.id not in applied:
            plain["effect"] = PENDING
        told.append(plain)
    return told


def judgements_text(rows: Iterable[dict[str, Any]], record: RecordData) -> str:
    """The rows of `judgement_rows` as lines, the words of each anchor among those around them."""
    outlets = {report.id: report.outlet for report in record.reports}
    return "\n".join(line for row in rows for line in _lines(row, outlets)) or EMPTY


def judgement_line(row: Judgement) -> str:
    """Who says what, when and why, in one line, with what became of it."""
    return _head(to_plain(row))


def _lines(row: Mapping[str, Any], outlets: Mapping[str, str]) -> Iterator[str]:
    yield _head(row)
    for anchor in row["anchors"]:
        before, after = anchor["prefix"].partition(" ")[2], anchor["suffix"].rpartition(" ")[0]  # words may be cut
        words = f"{before}{in_marks(on_one_line(anchor['exact'], _LONGEST))}{after}"
        yield f"    {outlets.get(anchor['report'], anchor['report'])}  [...] {' '.join(words.split())} [...]"


def _head(row: Mapping[str, Any]) -> str:
    kinds = {anchor["kind"] for anchor in row["anchors"]}
    what = " ".join([row["verdict"], *sorted(kinds)])
    why = f", “{row['why']}”" if row["why"] else ""
    note = f": {row['note']}" if row["note"] else ""
    effect = EFFECTS.get(row["effect"], row["effect"])
    return f"{row['id']}  {what}, {row['by']}, {row['when'][:16]}{why}; {effect}{note}"
