"""Opening the file of a record: one process at a time, a whole schema or none, older records brought up to date."""

import re
import time
from collections.abc import Callable
from pathlib import Path

import duckdb

from dragoman.errors import RecordError
from dragoman.store.migrate import migrate
from dragoman.store.tables import definitions

SCHEMA_VERSION = 3
Waiting = Callable[[str], None]
"""Told once, in a sentence, that another process holds the record."""
_HELD = re.compile(r"could not set lock|conflicting lock|used by another process", re.IGNORECASE)
_HOLDER = re.compile(r"PID (\d+)")
_PAUSE = 0.2


def connect(
    path: Path, *, create: bool, read_only: bool, patience: float, waiting: Waiting
) -> duckdb.DuckDBPyConnection:
    """Open a record's file, or make an empty one with `create`; wait up to `patience` seconds for another process.

    Raises RecordError that says what to do: no record, not a record, held by another process, of another version.
    """
    if not create and not path.exists():
        raise RecordError(f"{path}: there is no record here. Make one with: dragoman read INPUT... --record {path}")
    connection = _connected(path, patience, waiting, create=create, read_only=read_only)
    try:
        _prepare(connection, path, create=create, read_only=read_only)
    except duckdb.Error as error:
        connection.close()
        raise RecordError(f"{path}: this cannot be opened as a record: {error}") from error
    except BaseException:
        connection.close()
        raise
    return connection


def _connected(
    path: Path, patience: float, waiting: Waiting, *, create: bool, read_only: bool
) -> duckdb.DuckDBPyConnection:
    until, told = time.monotonic() + patience, False
    while True:
        try:
            return duckdb.connect(str(path), read_only=read_only)
        except duckdb.Error as error:
            held = _HELD.search(str(error))
            if create and not held and path.is_file() and path.stat().st_size == 0:
                path.unlink()  # what a killed first opening left, or `touch`; one just being made is held
                continue
            if not held:
                raise RecordError(f"{path}: this cannot be opened as a record: {error}") from error
            holder = _HOLDER.search(str(error))
            who = f"another process (PID {holder[1]})" if holder else "another process"
            if time.monotonic() >= until:
                raise RecordError(f"{path}: {who} is using this record; run this again when it has ended") from error
            if not told:
                waiting(f"{path}: {who} is using this record; waiting for it to end")
                told = True
            time.sleep(_PAUSE)


def _prepare(connection: duckdb.DuckDBPyConnection, path: Path, *, create: bool, read_only: bool) -> None:
    tables = {name for (name,) in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    if not tables and create:
        connection.execute(f"BEGIN; {definitions()}")
        connection.execute("INSERT INTO meta VALUES ('schema', ?)", [str(SCHEMA_VERSION)])
        connection.execute("COMMIT")
        return
    if "meta" not in tables:
        raise RecordError(f"{path}: this is a database, but no record")
    found = connection.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone()
    version = int(found[0]) if found else 0
    if version > SCHEMA_VERSION:
        raise RecordError(f"{path}: written by a newer dragoman (schema {version}); update dragoman to open it")
    if version < SCHEMA_VERSION and read_only:
        raise RecordError(
            f"{path}: written by an older dragoman (schema {version}); bring it up to date with:"
            f" dragoman read --record {path}"
        )
    if version < SCHEMA_VERSION:
        migrate(connection, version, SCHEMA_VERSION)
