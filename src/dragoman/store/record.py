"""A record on disk: one DuckDB file with the archive, layers of each report, and the views of all."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import duckdb

from dragoman.extract.found import Found
from dragoman.link.clusters import LinkScore
from dragoman.model.codec import from_plain, to_plain
from dragoman.model.record import Generator, RecordData
from dragoman.model.report import Published
from dragoman.store.archive import Archive
from dragoman.store.connect import Waiting, connect
from dragoman.store.judgements import Log
from dragoman.store.looks import Looks
from dragoman.store.tables import VIEWS, columns, record_of, row
from dragoman.text.outlets import Outlets
from dragoman.text.outlets import outlets as known_outlets

PATIENCE, LONG_PATIENCE = 10.0, 600.0
"""Seconds to wait for another process that uses the record: to look at it, and to add to it."""


@dataclass(frozen=True, slots=True)
class Layers:
    """What was extracted from a report, by which recipe, with which settled date."""

    recipe: str
    published: Published
    found: Found


@dataclass(frozen=True, slots=True)
class State:
    """Ids of what the views were made of, reports and settings, and of the judgements in force; "" for none yet."""

    made_of: str = ""
    judged: str = ""


class Store:
    """An open record; use it as a context manager. Whatever a method writes is one transaction."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, path: Path) -> None:
        self._db, self.path = connection, path
        self.archive, self.looks, self.judgements = Archive(connection, path), Looks(connection), Log(connection)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        create: bool = False,
        read_only: bool = False,
        patience: float = PATIENCE,
        waiting: Waiting = lambda _: None,
    ) -> Self:
        """Open a record, or make an empty one with `create`; another process that uses it is waited for.

        `waiting` is told when that begins; after `patience` seconds RecordError says who holds it.
        """
        return cls(connect(path, create=create, read_only=read_only, patience=patience, waiting=waiting), path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._db.close()

    def keep_layers(self, report: str, layers: Layers) -> None:
        """Keep what was extracted from a report, in place of what stood there."""
        settled, body = (json.dumps(to_plain(v), ensure_ascii=False) for v in (layers.published, layers.found))
        self._db.execute("INSERT OR REPLACE INTO layers VALUES (?, ?, ?, ?)", [report, layers.recipe, settled, body])

    def layers(self) -> dict[str, Layers]:
        """All layers by report id."""
        rows = self._db.execute("SELECT report, recipe, settled, body FROM layers ORDER BY report").fetchall()
        return {
            report: Layers(recipe, from_plain(Published, json.loads(settled)), from_plain(Found, json.loads(body)))
            for report, recipe, settled, body in rows
        }

    def unread(self) -> int:
        """How many reports are kept that the views do not hold yet: those of a reading that was killed."""
        found = self._db.execute(
            "SELECT count(*) FROM originals WHERE report NOT IN (SELECT id FROM reports)"
        ).fetchone()
        return int(found[0]) if found else 0

    def state(self) -> State:
        """What the views were made of, as `replace_views` was told; empty before the first reading ends."""
        return State(*self._meta("state").split())

    def outlets(self) -> Outlets:
        """The table of outlets with which the views were made."""
        kept = self._meta("outlets")
        return from_plain(Outlets, json.loads(kept)) if kept else known_outlets()

    def _meta(self, key: str) -> str:
        found = self._db.execute("SELECT value FROM meta WHERE key = ?", [key]).fetchone()
        return str(found[0]) if found else ""

    def replace_views(
        self, record: RecordData, links: Iterable[LinkScore], *, state: State, outlets: Outlets | None = None
    ) -> None:
        """Write all views of the record anew, in one transaction; `state` names what they were made of."""
        own = outlets is not None and outlets != known_outlets()
        meta = {
            "generator": json.dumps(to_plain(record.generator)),
            "state": f"{state.made_of} {state.judged}",
            "outlets": json.dumps(to_plain(outlets)) if own else "",
        }
        self._db.execute("BEGIN")
        try:
            for table in VIEWS:
                self._db.execute(f"DELETE FROM {table}")
                self._insert(table, [row(item) for item in getattr(record, table)])
            self._db.execute("DELETE FROM links")
            self._insert("links", [[link.a, link.b, link.score, json.dumps(link.reasons)] for link in links])
            for key, value in meta.items():
                self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", [key, value])
            self._db.execute("COMMIT")
        except BaseException:
            self._db.execute("ROLLBACK")
            raise

    def _insert(self, table: str, rows: list[list[Any]]) -> None:
        if rows:
            marks = ", ".join("?" for _ in rows[0])
            self._db.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)

    def record(self) -> RecordData:
        """The record as it was last written; empty before the first reading ends."""
        generator = self._meta("generator")
        views = {
            table: tuple(
                record_of(kind, values)
                for values in self._db.execute(f"SELECT {columns(kind)} FROM {table} ORDER BY id").fetchall()
            )
            for table, kind in VIEWS.items()
        }
        made_by = from_plain(Generator, json.loads(generator)) if generator else Generator("", "", {})
        return RecordData(generator=made_by, **views)

    def links(self, member: str) -> tuple[LinkScore, ...]:
        """The scored links of a mention or claim, best first."""
        rows = self._db.execute(
            "SELECT a, b, score, reasons FROM links WHERE a = $id OR b = $id ORDER BY score DESC, a, b",
            {"id": member},
        ).fetchall()
        return tuple(_link(*values) for values in rows)

    def all_links(self) -> tuple[LinkScore, ...]:
        """Every scored link by which the record was put together."""
        rows = self._db.execute("SELECT a, b, score, reasons FROM links ORDER BY a, b").fetchall()
        return tuple(_link(*values) for values in rows)


def _link(a: str, b: str, score: float, reasons: str) -> LinkScore:
    return LinkScore(a, b, score, tuple(json.loads(reasons)))
