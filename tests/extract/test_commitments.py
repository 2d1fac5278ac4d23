"""Promises, what became of them, and what is no promise."""

import pytest
from scene import scene

from dragoman.extract.commitments import commitments
from dragoman.model.position import CommitmentMention, Status


def commitments_of(text: str) -> tuple[CommitmentMention, ...]:
    return commitments(*scene(text))


@pytest.mark.parametrize(
    ("text", "by", "status"),
    [
        ("Kenya promised to release the prisoners.", {"Kenya"}, Status.OPEN),
        ("Kenya said it would hand over the documents.", {"Kenya"}, Status.OPEN),
        ("Kenya has yet to provide the list.", {"Kenya"}, Status.OPEN),
        ("Kenya missed a deadline to withdraw its troops.", {"Kenya"}, Status.BROKEN),
        ("Kenya released 40 prisoners as agreed.", {"Kenya"}, Status.KEPT),
        ("Kenya and Uganda exchanged 40 prisoners on Sunday.", {"Kenya", "Uganda"}, Status.KEPT),
    ],
)
def test_commitment(text: str, by: set[str], status: Status) -> None:
    found = [({a.name for a in c.by}, c.status) for c in commitments_of(text)]
    assert found == [(by, status)]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya vowed to attack Uganda.",
        "Kenya said it would retaliate.",
        "Kenya may release the prisoners.",
        "Analysts said Kenya would release the prisoners.",
        "Kenya did not promise to release anyone.",
    ],
)
def test_threats_chances_and_forecasts_are_no_commitments(text: str) -> None:
    assert not commitments_of(text)
