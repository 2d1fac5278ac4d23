"""The vocabularies are closed, and names in them are unique."""

from dragoman.model.issues import ISSUE_BY_ID, ISSUES
from dragoman.model.plover import MODES, EventType


def test_plover_has_sixteen_roots() -> None:
    assert len(EventType) == 16


def test_modes_belong_to_roots() -> None:
    assert set(MODES) <= set(EventType)
    assert all(modes for modes in MODES.values())


def test_issue_ids_are_unique_and_lower_case() -> None:
    assert len(ISSUE_BY_ID) == len(ISSUES)
    assert all(issue.id == issue.id.lower() and " " not in issue.id for issue in ISSUES)
