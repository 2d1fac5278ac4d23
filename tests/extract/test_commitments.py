"""Promises, what became of them, and what is no promise."""

from datetime import date, timedelta

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


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Kenya will hand over the bodies by Friday.", {"Kenya"}),
        ("Kenya is to reopen the crossing on Thursday.", {"Kenya"}),
        ("Kenya and Uganda met in Kampala. Both sides will withdraw their troops.", {"Kenya", "Uganda"}),
        ("The maps would be handed over in May, Kenya said.", {"Kenya"}),
        ("Kenya said it would not retaliate.", {"Kenya"}),
    ],
)
def test_what_will_be_done_binds_who_says_so(text: str, by: set[str]) -> None:
    """A plain "will" or "is to" binds its side; a thing that "will be handed over" binds who says so."""
    assert [{a.name for a in c.by} for c in commitments_of(text)] == [by]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya has yet to give an answer.",
        "Kenya will hold talks with Uganda.",
        "Kenya said it would sign no truce.",
        "Kenya committed serious violations.",
        'Uganda said Kenya "promised a gate".',
    ],
)
def test_answers_sittings_refusals_and_crimes_are_no_commitments(text: str) -> None:
    """What is owed as an answer, a meeting, a refusal, a crime and a rival's word bind nobody."""
    assert not commitments_of(text)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Kenya said it would free 40 prisoners within ten days.", 10),
        ("Kenya promised to hand over the maps in two weeks.", 14),
        ("Kenya promised to free the men within 48 hours.", 2),
    ],
)
def test_lengths_of_time_count_from_the_day_of_the_report(text: str, days: int) -> None:
    page, found = scene(text)
    (told,) = commitments(page, found)
    published = page.report.published.start
    assert published is not None
    assert told.due.end == (date.fromisoformat(published) + timedelta(days=days)).isoformat()


@pytest.mark.parametrize(
    "text",
    [
        "Kenya said it would return to the talks if Uganda moved its guns.",
        "Kenya is due to release 40 prisoners.",
        "Kenya agreed in principle to a truce.",
    ],
)
def test_conditional_planned_and_agreed_acts_are_commitments(text: str) -> None:
    assert [{a.name for a in c.by} for c in commitments_of(text)] == [{"Kenya"}]
