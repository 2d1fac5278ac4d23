"""Verification finds what was altered."""

from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from dragoman.errors import RecordError
from dragoman.reading.files import read_inputs
from dragoman.run.pipeline import Built, Settings, grow
from dragoman.store.record import SCHEMA_VERSION, Store
from dragoman.store.verify import faults, verify


def test_a_sound_record_has_no_faults(built: Built) -> None:
    assert faults(built.record) == ()


def test_an_altered_text_is_found(built: Built) -> None:
    report = built.record.reports[0]
    altered = replace(report, text=report.text.replace("a", "o"))
    found = faults(replace(built.record, reports=(altered, *built.record.reports[1:])))
    assert any("hash" in fault for fault in found)
    assert any("says" in fault for fault in found)


def test_altered_original_bytes_are_found(pair: Path, tmp_path: Path) -> None:
    path = tmp_path / "record"
    with Store.open(path, create=True) as store:
        grow(store, read_inputs([str(pair)]), Settings(workers=1))
    with duckdb.connect(str(path)) as raw:
        raw.execute("UPDATE originals SET content = encode('not what was read')")
    with Store.open(path, read_only=True) as store:
        assert len([fault for fault in verify(store) if "original bytes" in fault]) == 2


def test_a_newer_schema_is_refused_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "record"
    Store.open(path, create=True).__exit__(None, None, None)
    with duckdb.connect(str(path)) as raw:
        raw.execute(f"UPDATE meta SET value = '{SCHEMA_VERSION + 1}' WHERE key = 'schema'")
    with pytest.raises(RecordError, match="update dragoman"):
        Store.open(path)


def test_a_file_that_is_no_record_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("not a record")
    with pytest.raises(RecordError, match="cannot be opened"):
        Store.open(path)
