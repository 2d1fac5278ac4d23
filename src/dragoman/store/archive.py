"""The archive of a record: what each report was read from, its bytes kept once and compressed by their hash."""

import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import duckdb

from dragoman.errors import RecordError
from dragoman.model.codec import from_plain, to_plain
from dragoman.model.ids import bytes_hash, content_id
from dragoman.model.report import Report
from dragoman.reading.document import Document
from dragoman.reading.reports import Read
from dragoman.reading.visits import Visit


def document_id(document: Document) -> str:
    """The id of a document: of its bytes and all that is said of it, but not of its name or of when it was fetched."""
    stated = [to_plain(replace(one, seen="")) for one in (document.said, document.hinted)]
    described = json.dumps([document.format, document.charset, *stated], sort_keys=True)
    return content_id("d", bytes_hash(document.content), described)


class Archive:
    """The tables `contents`, `originals` and `visits` of an open record."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, path: Path) -> None:
        self._db, self._path = connection, path

    def documents(self) -> dict[str, str]:
        """The ids of all documents kept, each with why its report is not read, "" where it is."""
        rows = self._db.execute("SELECT document, json_extract_string(body, '$.skipped_reason') FROM originals")
        return {document: reason or "" for document, reason in rows.fetchall()}

    def add(self, read: Iterable[Read], visits: Iterable[Visit] = (), *, now: str) -> int:
        """Keep reports as they were read, in one transaction; returns how many are new.

        Adding one again changes nothing. `now` is the UTC time kept as `added`.
        """
        before = self._count()
        self._db.execute("BEGIN")
        try:
            for one in read:
                self._add(replace(one.report, added=now), one.document)
            for visit in visits:
                self._db.execute(
                    "INSERT OR REPLACE INTO visits VALUES (?, ?)", [visit.url, json.dumps(to_plain(visit))]
                )
            self._db.execute("COMMIT")
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        return self._count() - before

    def _add(self, report: Report, document: Document) -> None:
        sha256 = bytes_hash(document.content)
        source = {name: value for name, value in to_plain(replace(document, content=b"")).items() if name != "content"}
        self._db.execute(
            "INSERT INTO contents VALUES (?, ?) ON CONFLICT DO NOTHING", [sha256, zlib.compress(document.content)]
        )
        self._db.execute(
            "INSERT INTO originals VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            [
                report.id,
                document_id(document),
                sha256,
                json.dumps(source, ensure_ascii=False),
                json.dumps(to_plain(report), ensure_ascii=False),
            ],
        )

    def reports(self) -> tuple[Report, ...]:
        """All reports as they were read, sorted by id."""
        rows = self._db.execute("SELECT body FROM originals ORDER BY report").fetchall()
        return tuple(from_plain(Report, json.loads(body)) for (body,) in rows)

    def document(self, report: str) -> Document:
        """What a report was read from; raises RecordError for an unknown id or bytes that are not those read."""
        found = self._db.execute("SELECT sha256, source FROM originals WHERE report = ?", [report]).fetchone()
        if found is None:
            raise RecordError(f"{self._path}: no report {report}")
        return from_plain(Document, {**json.loads(found[1]), "content": self._content(report, found[0])})

    def _content(self, report: str, sha256: str) -> bytes:
        kept = self._db.execute("SELECT content FROM contents WHERE sha256 = ?", [sha256]).fetchone()
        if kept is None:
            raise RecordError(f"{self._path}: the original bytes of {report} are gone")
        try:
            content = zlib.decompress(kept[0])
        except zlib.error as error:
            raise RecordError(f"{self._path}: the original bytes of {report} are damaged ({error})") from error
        if bytes_hash(content) != sha256:
            raise RecordError(f"{self._path}: the original bytes of {report} are not those that were read")
        return content

    def replace(self, report: str, read: Read) -> None:
        """Put what the present version reads from a document in place of what an older one read."""
        self._db.execute("BEGIN")
        try:
            found = self._db.execute("DELETE FROM originals WHERE report = ? RETURNING body", [report]).fetchone()
            self._db.execute("DELETE FROM layers WHERE report = ?", [report])
            self._db.execute("DELETE FROM meta WHERE key = 'state'")  # the views are stale now
            added = json.loads(found[0])["added"] if found else ""
            self._add(replace(read.report, added=added), read.document)
            self._db.execute("COMMIT")
        except BaseException:
            self._db.execute("ROLLBACK")
            raise

    def visits(self) -> Iterator[Visit]:
        """Every address fetched for this record, as it was last fetched."""
        for (body,) in self._db.execute("SELECT body FROM visits ORDER BY url").fetchall():
            yield from_plain(Visit, json.loads(body))

    def _count(self) -> int:
        found = self._db.execute("SELECT count(*) FROM originals").fetchone()
        return int(found[0]) if found else 0
