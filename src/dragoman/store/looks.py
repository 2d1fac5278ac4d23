"""The record as it was when its news was last told, so that the next news starts from there."""

import json
import zlib

import duckdb

from dragoman.model.codec import from_plain, to_plain
from dragoman.model.record import Generator, RecordData


class Looks:
    """The table `looks` of an open record; it holds the last look only."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._db = connection

    def last(self) -> tuple[RecordData, str]:
        """The record at the last look and its UTC time; an empty record and "" before the first."""
        found = self._db.execute("SELECT told, body FROM looks").fetchone()
        if found is None:
            return RecordData(Generator("", "", {})), ""
        return from_plain(RecordData, json.loads(zlib.decompress(found[1]))), str(found[0])

    def keep(self, record: RecordData, at: str) -> None:
        """Note that all news up to this record has been told at this UTC time."""
        body = zlib.compress(json.dumps(to_plain(record), ensure_ascii=False).encode("utf-8", "surrogatepass"))
        self._db.execute("INSERT OR REPLACE INTO looks VALUES (1, ?, ?)", [at, body])
