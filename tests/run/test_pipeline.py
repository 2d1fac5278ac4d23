"""Identity and growth: the same reports give the same record, in any order, at once or one by one."""

import random
from pathlib import Path

import pytest

from dragoman.model.codec import to_plain
from dragoman.model.record import RecordData
from dragoman.model.report import Report
from dragoman.reading.inputs import documents
from dragoman.reading.reports import Reading, read_inputs
from dragoman.run.growth import as_of
from dragoman.run.pipeline import Built, Layered, Settings, extract_all, read_once
from dragoman.store.record import Store
from dragoman.store.verify import faults, verify
from dragoman.text.roster import load_roster
from dragoman.text.settle import settle_together
from growing import grow

SAMPLE = Path(__file__).parents[2] / "src" / "dragoman" / "sample"
SETTINGS = Settings(workers=1)


def _without_added(record: RecordData) -> dict[str, object]:
    plain: dict[str, object] = to_plain(record)
    for report in plain["reports"]:  # type: ignore[attr-defined]
        report["added"] = ""
    return plain


@pytest.fixture(scope="module")
def sample() -> Reading:
    return read_inputs([str(SAMPLE / "reports")])


def test_any_order_of_reports_gives_the_same_record(sample: Reading) -> None:
    settings = Settings(roster=load_roster(SAMPLE / "actors.toml"), workers=1)
    reports = settle_together(sample.reports)
    found = dict(zip((r.id for r in reports), extract_all(reports, settings), strict=True))

    def built(reports: list[Report]) -> Built:
        return Layered(settle_together(reports), found, settings.id, settings.outlets).build()

    first = built(list(reports))
    for seed in (1, 2):
        shuffled = random.Random(seed).sample(reports, len(reports))
        assert built(shuffled) == first


def test_growing_one_by_one_equals_reading_at_once(pair: Path, built: Built, tmp_path: Path) -> None:
    with Store.open(tmp_path / "grown", create=True) as store:
        for name in ("south.txt", "north.txt"):
            grow(store, documents([str(pair / name)]), SETTINGS)
        grown = store.record()
        assert verify(store) == ()
    assert _without_added(grown)["claims"] == _without_added(built.record)["claims"]
    assert _without_added(grown)["events"] == _without_added(built.record)["events"]
    assert _without_added(grown)["comparisons"] == _without_added(built.record)["comparisons"]


def test_every_shown_span_says_its_words(sample: Reading) -> None:
    record = read_once(sample, Settings(roster=load_roster(SAMPLE / "actors.toml"), workers=1)).record
    assert faults(record) == ()
    assert len(record.claims) > 100


def test_as_of_a_day_takes_only_reports_published_by_then(pair: Path, tmp_path: Path) -> None:
    with Store.open(tmp_path / "r", create=True) as store:
        grow(store, documents([str(pair)]), SETTINGS)
        before = as_of(store, SETTINGS, "2031-03-03")
        after = as_of(store, SETTINGS, "2031-03-04")
    assert before.record.reports == ()
    assert len(after.record.reports) == 2


def test_a_name_of_the_file_does_not_enter_the_ids(pair: Path, built: Built, tmp_path: Path) -> None:
    for path in pair.iterdir():
        (tmp_path / f"other-{path.name}").write_bytes(path.read_bytes())
    again = read_once(read_inputs([str(tmp_path)]), SETTINGS)
    assert [c.id for c in again.record.claims] == [c.id for c in built.record.claims]
    assert [e.id for e in again.record.events] == [e.id for e in built.record.events]
