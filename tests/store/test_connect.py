"""A record is opened by one process at a time, whole or not at all, and older ones are brought up to date."""

import json
import subprocess
import sys
import zlib
from pathlib import Path

import duckdb
import pytest

from dragoman.errors import RecordError
from dragoman.model.ids import bytes_hash
from dragoman.reading.document import Format
from dragoman.reading.inputs import documents
from dragoman.run.growth import update
from dragoman.run.pipeline import Settings
from dragoman.store.connect import SCHEMA_VERSION
from dragoman.store.record import Store
from growing import grow

HOLD = """
import sys
from pathlib import Path
from dragoman.store.record import Store
with Store.open(Path(sys.argv[1]), create=True):
    print("held", flush=True)
    sys.stdin.read()
"""
TEXT = b"Army frees 30 prisoners\n\nThe army freed 30 prisoners in Ardana on Tuesday, the ministry said.\n"


def _held(record: Path) -> "subprocess.Popen[str]":
    """Another process that holds the record open until its standard input ends."""
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(record)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdout is not None
    assert other.stdout.readline() == "held\n"
    return other


def test_a_record_in_use_is_waited_for_and_then_named_with_its_holder(tmp_path: Path) -> None:
    record = tmp_path / "record"
    other = _held(record)
    told: list[str] = []
    with pytest.raises(RecordError, match=rf"PID {other.pid}.*run this again"):
        Store.open(record, patience=0.5, waiting=told.append)
    assert len(told) == 1
    assert "waiting" in told[0]
    with pytest.raises(RecordError, match="is using this record"):
        Store.open(record, read_only=True, patience=0)
    other.communicate("")
    with Store.open(record, patience=10) as store:
        assert store.archive.reports() == ()


def test_two_readings_of_one_record_at_once_lose_nothing(pair: Path, tmp_path: Path) -> None:
    record = tmp_path / "record"
    command = [sys.executable, "-c", "from dragoman.cli.main import run; run()", "read", "--record", str(record)]
    both = [
        subprocess.Popen([*command, str(pair / name)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for name in ("north.txt", "south.txt")
    ]
    told = [one.communicate() for one in both]
    assert [one.returncode for one in both] == [0, 0], told
    with Store.open(record, read_only=True) as store:
        assert len(store.record().reports) == 2


@pytest.mark.parametrize("content", [b"", b"not a database at all, but some text"])
def test_a_file_that_is_no_record_is_refused_or_begun(tmp_path: Path, content: bytes) -> None:
    record = tmp_path / "record"
    record.write_bytes(content)
    if content:
        with pytest.raises(RecordError, match="cannot be opened as a record"):
            Store.open(record, create=True)
        assert record.read_bytes() == content
    else:
        with Store.open(record, create=True) as store:
            assert store.archive.reports() == ()


def test_a_damaged_record_is_said_to_be_damaged_not_in_use(tmp_path: Path) -> None:
    record = tmp_path / "clock"
    with Store.open(record, create=True):
        pass
    content = bytearray(record.read_bytes())
    content[8192:12288] = bytes(byte ^ 0xFF for byte in content[8192:12288])
    record.write_bytes(content)
    with pytest.raises(RecordError, match="cannot be opened as a record"):
        Store.open(record, patience=0)


def test_a_database_of_something_else_is_left_alone(tmp_path: Path) -> None:
    with duckdb.connect(str(tmp_path / "other")) as raw:
        raw.execute("CREATE TABLE songs (name VARCHAR)")
    with pytest.raises(RecordError, match="no record"):
        Store.open(tmp_path / "other", create=True)


def test_a_newer_schema_is_refused_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "record"
    Store.open(path, create=True).__exit__(None, None, None)
    with duckdb.connect(str(path)) as raw:
        raw.execute(f"UPDATE meta SET value = '{SCHEMA_VERSION + 1}' WHERE key = 'schema'")
    with pytest.raises(RecordError, match="update dragoman"):
        Store.open(path)


def test_a_record_of_the_first_schema_keeps_its_reports_and_originals(tmp_path: Path) -> None:
    path = tmp_path / "record"
    body = {"id": "r-1", "path_or_url": "a.txt", "text": TEXT.decode(), "text_sha256": bytes_hash(TEXT)}
    body |= {"outlet": "Northern Post", "address": "https://example.org/a"}
    with duckdb.connect(str(path)) as raw:
        raw.execute(
            "CREATE TABLE meta (key VARCHAR PRIMARY KEY, value VARCHAR NOT NULL);"
            "CREATE TABLE originals (report VARCHAR PRIMARY KEY, body JSON NOT NULL, sha256 VARCHAR NOT NULL,"
            " content BLOB NOT NULL);"
            "CREATE TABLE layers (report VARCHAR PRIMARY KEY, recipe VARCHAR NOT NULL, settled JSON NOT NULL,"
            " body JSON NOT NULL);"
            "CREATE TABLE links (a VARCHAR, b VARCHAR, score DOUBLE, reasons JSON);"
            "INSERT INTO meta VALUES ('schema', '1')"
        )
        raw.execute(
            "INSERT INTO originals VALUES (?, ?, ?, ?)",
            ["r-1", json.dumps(body), bytes_hash(TEXT), zlib.compress(TEXT)],
        )
    with pytest.raises(RecordError, match="bring it up to date with: dragoman read"):
        Store.open(path, read_only=True)
    with Store.open(path) as store:
        document = store.archive.document("r-1")
        assert (document.content, document.format, document.said.outlet) == (TEXT, Format.TEXT, "Northern Post")
        assert [report.address for report in store.archive.reports()] == ["https://example.org/a"]
        assert store.record().reports == ()  # made anew by the next reading
        assert store.judgements.rows() == ()
    with Store.open(path, read_only=True):
        pass


def test_a_record_of_the_second_schema_keeps_all_and_can_be_judged(pair: Path, tmp_path: Path) -> None:
    path = tmp_path / "record"
    with Store.open(path, create=True) as store:
        grow(store, documents([str(pair)]), Settings(workers=1))
        before = store.record()
    with duckdb.connect(str(path)) as raw:
        raw.execute("DROP TABLE judgement_log; UPDATE meta SET value = '2' WHERE key = 'schema'")
    with Store.open(path) as store:
        assert store.judgements.rows() == ()
        assert update(store, Settings(workers=1)).record == before
