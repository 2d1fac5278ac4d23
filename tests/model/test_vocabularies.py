"""The vocabularies are closed, and names in them are unique."""

import re
from pathlib import Path

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


def test_issues_are_those_of_the_codebook() -> None:
    """The codebook's table of issues and the vocabulary list the same ids in the same order."""
    codebook = (Path(__file__).parents[2] / "docs" / "codebook.md").read_text(encoding="utf-8")
    section = re.search(r"^## 12 Issues$(.*?)^## 13", codebook, re.MULTILINE | re.DOTALL)
    assert section is not None
    told = re.findall(r"^\| `([a-z-]+)` \|", section.group(1), re.MULTILINE)
    assert [issue.id for issue in ISSUES] == told


def test_each_issue_has_a_name_and_a_group() -> None:
    assert all(issue.name and issue.group for issue in ISSUES)
