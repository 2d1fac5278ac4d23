"""A record with versions: a number is no conflict with its own correction, and the latest one stands."""

import pytest
import told_again

from dragoman.model.claim import Field
from dragoman.model.record import RecordData
from dragoman.model.verdict import Verdict

REPORTS = {
    "first": (told_again.FIRST, "Northern Post", "2031-03-04", told_again.MARKET),
    "second": (told_again.SECOND, "Northern Post", "2031-03-05", told_again.MARKET),
    "third": (told_again.THIRD, "Northern Post", "2031-03-06", told_again.MARKET),
}


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> RecordData:
    return told_again.record_of(tmp_path_factory.mktemp("current"), REPORTS)


def test_a_number_is_a_revision_of_its_earlier_version_and_no_conflict(record: RecordData) -> None:
    verdicts = [c.verdict for c in record.comparisons if c.field == Field.QUANTITY]
    assert Verdict.REVISED in verdicts
    assert Verdict.CONFLICT not in verdicts
    (killed,) = [figure for figure in record.figures if figure.scope == "killed"]
    assert (killed.best, killed.low, killed.high) == (14, 14, 14)
    assert len(killed.claims) == 6
