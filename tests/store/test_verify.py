"""Verification finds what was altered."""

from dataclasses import replace
from pathlib import Path

import duckdb

from dragoman.reading.inputs import documents
from dragoman.run.pipeline import Built, Settings
from dragoman.store.record import Store
from dragoman.store.verify import faults, verify
from growing import grow


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
        grow(store, documents([str(pair)]), Settings(workers=1))
    with duckdb.connect(str(path)) as raw:
        raw.execute("UPDATE contents SET content = encode('not what was read')")
    with Store.open(path, read_only=True) as store:
        assert len([fault for fault in verify(store) if "original bytes" in fault]) == 2
