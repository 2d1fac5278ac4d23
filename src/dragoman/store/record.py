"""A record on disk: one DuckDB file with originals, layers of each report, and the views of all."""

import json
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import duckdb

from dragoman.errors import RecordError
from dragoman.extract.found import Found
from dragoman.link.clusters import LinkScore
from dragoman.model.codec import from_plain, to_plain
from dragoman.model.ids import bytes_hash
from dragoman.model.record import Generator, RecordData
from dragoman.model.report import Published, Report
from dragoman.store.tables import VIEWS, columns, definitions, record_of, row

SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class Layers:
    """What was extracted from a report, by which recipe, with which settled date."""

    recipe: str
    published: Published
    found: Found


class Store:
    """An open record; use it as a context manager. Each `add` and `replace_views` is one transaction."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, path: Path) -> None:
        self._db, self.path = connection, path

    @classmethod
    def open(cls, path: Path, *, create: bool = False, read_only: bool = False) -> Self:
        """Open a record, or make an empty one with `create`; raises RecordError that says what to do."""
        fresh = not path.exists()
        if fresh and not create:
            raise RecordError(f"{path}: there is no record here. Make one with: dragoman read INPUT... --record {path}")
        try:
            connection = duckdb.connect(str(path), read_only=read_only)
            if fresh:
                connection.execute(definitions())
                connection.execute("INSERT INTO meta VALUES ('schema', ?)", [str(SCHEMA_VERSION)])
            found = connection.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone()
        except duckdb.Error as error:
            raise RecordError(f"{path}: this cannot be opened as a record: {error}") from error
        if found is None or int(found[0]) > SCHEMA_VERSION:
            connection.close()
            raise RecordError(f"{path}: written by a newer dragoman (schema {found}); update dragoman to open it")
        return cls(connection, path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._db.close()

    def add(self, report: Report, original: bytes) -> None:
        """Keep a report as it was read, with its original bytes; adding it again changes nothing."""
        body = json.dumps(to_plain(report), ensure_ascii=False)
        self._db.execute(
            "INSERT INTO originals VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            [report.id, body, bytes_hash(original), zlib.compress(original)],
        )

    def reports(self) -> tuple[Report, ...]:
        """All reports as they were read, sorted by id."""
        rows = self._db.execute("SELECT body FROM originals ORDER BY report").fetchall()
        return tuple(from_plain(Report, json.loads(body)) for (body,) in rows)

    def original(self, report: str) -> bytes:
        """The original bytes of a report; raises RecordError for an unknown id or bytes that are not those read."""
        found = self._db.execute("SELECT sha256, content FROM originals WHERE report = ?", [report]).fetchone()
        if found is None:
            raise RecordError(f"{self.path}: no report {report}")
        try:
            content = zlib.decompress(found[1])
        except zlib.error as error:
            raise RecordError(f"{self.path}: the original bytes of {report} are damaged ({error})") from error
        if bytes_hash(content) != found[0]:
            raise RecordError(f"{self.path}: the original bytes of {report} are not those that were read")
        return content

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

    def replace_views(self, record: RecordData, links: Iterable[LinkScore]) -> None:
        """Write all views of the record anew, in one transaction."""
        self._db.execute("BEGIN")
        try:
            for table in VIEWS:
                self._db.execute(f"DELETE FROM {table}")
                self._insert(table, [row(item) for item in getattr(record, table)])
            self._db.execute("DELETE FROM links")
            self._insert("links", [[link.a, link.b, link.score, json.dumps(link.reasons)] for link in links])
            generator = json.dumps(to_plain(record.generator))
            self._db.execute("INSERT OR REPLACE INTO meta VALUES ('generator', ?)", [generator])
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
        generator = self._db.execute("SELECT value FROM meta WHERE key = 'generator'").fetchone()
        views = {
            table: tuple(
                record_of(kind, values)
                for values in self._db.execute(f"SELECT {columns(kind)} FROM {table} ORDER BY id").fetchall()
            )
            for table, kind in VIEWS.items()
        }
        made_by = from_plain(Generator, json.loads(generator[0])) if generator else Generator("", "", {})
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
