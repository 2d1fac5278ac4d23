"""The log of judgements of a record: rows are added and never changed, and travel as JSON lines."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import duckdb

from dragoman.errors import SkippedInput
from dragoman.model.codec import from_plain, to_plain
from dragoman.model.judgement import Judgement, fault

SAID = ("id", "verdict", "by", "when", "why", "anchors", "withdraws")
"""The fields that a person has said; the others are what became of it in one record."""
_REMEDY = "Export it again where it was made: dragoman judge export FILE.jsonl"
_END = "9999"


class Log:
    """The table `judgement_log` of an open record."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._db = connection

    def rows(self, *, by: str = _END) -> tuple[Judgement, ...]:
        """All rows, sorted by id, or those that were added by an ISO day; withdrawn ones and withdrawals too."""
        found = self._db.execute("SELECT body FROM judgement_log WHERE added[:10] <= ? ORDER BY id", [by]).fetchall()
        return tuple(from_plain(Judgement, json.loads(body)) for (body,) in found)

    def add(self, rows: Iterable[Judgement], *, now: str) -> tuple[Judgement, ...]:
        """Keep rows in one transaction; returns those that are new. `now` is the UTC time at which they came in."""
        known = {row.id for row in self.rows()}
        new = {row.id: row for row in rows if row.id not in known}
        if new:
            values = [[row.id, now, json.dumps(said(row), ensure_ascii=False)] for row in new.values()]
            self._db.execute("BEGIN")
            try:
                self._db.executemany("INSERT INTO judgement_log VALUES (?, ?, ?)", values)
                self._db.execute("COMMIT")
            except BaseException:
                self._db.execute("ROLLBACK")
                raise
        return tuple(new.values())


def said(row: Judgement) -> dict[str, Any]:
    """What a row says, without what became of it in a record: the form in which it is kept and shared."""
    plain = to_plain(row)
    return {name: plain[name] for name in SAID}


def rows_of(text: str, name: str) -> Iterator[Judgement | SkippedInput]:
    """The rows of JSON lines, as `judge export` writes them; each line that holds none is named with the reason."""
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            plain = json.loads(line)
            if not isinstance(plain, Mapping) or set(plain) != set(SAID):
                raise ValueError(f"it does not have the fields {', '.join(SAID)}")
            row = from_plain(Judgement, plain)
            if wrong := fault(row):
                raise ValueError(wrong)
            json.dumps(plain, ensure_ascii=False).encode()  # half a character cannot be kept
        except (ValueError, TypeError, RecursionError) as error:
            yield SkippedInput(f"{name}, line {number:,}", f"it is no judgement: {error}", _REMEDY)
        else:
            yield row
