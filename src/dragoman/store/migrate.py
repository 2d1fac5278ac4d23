"""Older records brought to the present schema, whole or not at all; the next reading makes the views anew."""

import json
import zlib
from collections.abc import Callable, Mapping
from types import MappingProxyType

import duckdb

from dragoman.model.codec import to_plain
from dragoman.reading.document import Document, Format
from dragoman.reading.html import looks_like_html
from dragoman.reading.stated import Stated
from dragoman.store.archive import document_id
from dragoman.store.tables import empty_views


def migrate(connection: duckdb.DuckDBPyConnection, version: int, target: int) -> None:
    """Take every step from one schema version to another."""
    connection.execute("BEGIN")
    try:
        for step in range(version, target):
            _STEPS[step](connection)
        connection.execute(empty_views())
        connection.execute("DELETE FROM meta WHERE key IN ('generator', 'state')")
        connection.execute("UPDATE meta SET value = ? WHERE key = 'schema'", [str(target)])
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _archive_by_hash(connection: duckdb.DuckDBPyConnection) -> None:
    """Schema 1 kept the bytes beside each report and nothing of what was said of them."""
    rows = connection.execute("SELECT report, body, sha256, content FROM originals").fetchall()
    connection.execute("DROP TABLE originals")
    connection.execute("CREATE TABLE contents (sha256 VARCHAR PRIMARY KEY, content BLOB NOT NULL)")
    connection.execute(
        "CREATE TABLE originals (report VARCHAR PRIMARY KEY, document VARCHAR NOT NULL, sha256 VARCHAR NOT NULL,"
        " source JSON NOT NULL, body JSON NOT NULL)"
    )
    connection.execute("CREATE TABLE visits (url VARCHAR PRIMARY KEY, body JSON NOT NULL)")
    connection.execute("CREATE TABLE looks (one INTEGER PRIMARY KEY, told VARCHAR NOT NULL, body BLOB NOT NULL)")
    for report, body, sha256, packed in rows:
        content, told = zlib.decompress(packed), json.loads(body)
        document = Document(
            told["path_or_url"],
            content,
            Format.HTML if looks_like_html(content) else Format.TEXT,
            said=Stated(outlet=told["outlet"], url=told["address"]),
        )
        source = {name: value for name, value in to_plain(document).items() if name != "content"}
        connection.execute("INSERT INTO contents VALUES (?, ?) ON CONFLICT DO NOTHING", [sha256, packed])
        connection.execute(
            "INSERT INTO originals VALUES (?, ?, ?, ?, ?)",
            [report, document_id(document), sha256, json.dumps(source), body],
        )


def _log_of_judgements(connection: duckdb.DuckDBPyConnection) -> None:
    """Schema 2 kept no judgements."""
    connection.execute(
        "CREATE TABLE judgement_log (id VARCHAR PRIMARY KEY, added VARCHAR NOT NULL, body JSON NOT NULL)"
    )


_STEPS: Mapping[int, Callable[[duckdb.DuckDBPyConnection], None]] = MappingProxyType(
    {1: _archive_by_hash, 2: _log_of_judgements}
)
