"""What parties want: party, issue and stance, and who takes no position."""

import pytest
from scene import scene

from dragoman.extract.positions import positions
from dragoman.model.issues import ISSUE_BY_ID
from dragoman.model.position import PositionMention, Stance
from dragoman.text.lexicon import load


def positions_of(text: str) -> tuple[PositionMention, ...]:
    return positions(*scene(text))


@pytest.mark.parametrize(
    ("text", "party", "issue", "stance"),
    [
        ("Kenya is calling for a full ceasefire.", "Kenya", "ceasefire", "demands"),
        ("Kenya insists on an end to the fighting.", "Kenya", "ceasefire", "demands"),
        ("Kenya refused direct talks with Uganda.", "Kenya", "direct-talks", "rejects"),
        ("Kenya ruled out a prisoner swap.", "Kenya", "prisoners", "rejects"),
        ("Kenya offered Uganda a truce.", "Kenya", "ceasefire", "offers"),
        ("Kenya threatened new sanctions against Uganda.", "Kenya", "sanctions", "threatens"),
        ("Kenya dropped its demand for the withdrawal of troops.", "Kenya", "withdrawal", "concedes"),
        ("Kenya has not yet accepted the ceasefire.", "Kenya", "ceasefire", "undecided"),
        ("Kenya will not accept a ceasefire.", "Kenya", "ceasefire", "rejects"),
        ("Kenya said it would release 15 prisoners.", "Kenya", "prisoners", "offers"),
    ],
)
def test_stance(text: str, party: str, issue: str, stance: str) -> None:
    found = [(p.party.name, p.issue, p.stance.value) for p in positions_of(text)]
    assert (party, issue, stance) in found


def test_each_demand_of_a_list_is_a_position_of_its_own() -> None:
    text = "Among Kenya's demands are the return of abducted children, new sanctions and a permanent ceasefire."
    assert {p.issue for p in positions_of(text)} == {"children", "sanctions", "ceasefire"}


def test_those_terms_are_the_issue_told_before() -> None:
    text = "Kenya demanded an immediate ceasefire. Uganda accepted those terms."
    assert [(p.party.name, p.issue, p.stance) for p in positions_of(text)] == [
        ("Kenya", "ceasefire", Stance.DEMANDS),
        ("Uganda", "ceasefire", Stance.ACCEPTS),
    ]


def test_acceptance_under_a_condition_carries_the_condition() -> None:
    (found,) = positions_of("Kenya said it would accept a truce if Uganda withdrew from Moyale.")
    assert found.stance is Stance.ACCEPTS_WITH_CONDITIONS
    assert found.conditions is not None
    assert "Uganda withdrew" in found.conditions.exact


@pytest.mark.parametrize(
    "text",
    [
        "Analyst Jane Okello called for a ceasefire.",
        "Kenya wants better coffee.",
        "Kenya said the ceasefire began on Monday.",
    ],
)
def test_no_position(text: str) -> None:
    assert not positions_of(text)


def test_every_issue_of_the_lexicon_is_in_the_vocabulary() -> None:
    assert set(load("issues")) == set(ISSUE_BY_ID)


@pytest.mark.parametrize(
    ("text", "party", "issue", "stance"),
    [
        ("Kenya said it would not leave Moyale.", "Kenya", "withdrawal", "rejects"),
        ("Kenya is open to talks with Uganda.", "Kenya", "direct-talks", "offers"),
        ("Kenya no longer demands reparations.", "Kenya", "reparations", "concedes"),
        ("Kenya dropped its demand that Ugandan troops leave before a truce.", "Kenya", "withdrawal", "concedes"),
        ("Kenya offered a truce. Uganda said yes.", "Uganda", "ceasefire", "accepts"),
        ("Kenya proposed a truce. Uganda has not answered.", "Uganda", "ceasefire", "undecided"),
        ("Kenyan President William Ruto said Uganda must withdraw its troops.", "Kenya", "withdrawal", "demands"),
        (
            "Kenya said there would be no truce. Kenya would sign no truce before Ugandan troops leave.",
            "Kenya",
            "withdrawal",
            "demands",
        ),
        (
            "Kenya and Uganda met. Under the deal both sides will withdraw their troops.",
            "Uganda",
            "withdrawal",
            "accepts",
        ),
    ],
)
def test_stance_told_by_will_must_and_answers(text: str, party: str, issue: str, stance: str) -> None:
    """What one will not do, must do, is open to, says yes to or no longer seeks is a stance."""
    assert (party, issue, stance) in [(p.party.name, p.issue, p.stance.value) for p in positions_of(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Analyst Jane Okello said Kenya must withdraw its troops.",
        "Kenya rejected reports that it had broken the ceasefire.",
        "Kenya dropped its demand for reparations.",
    ],
)
def test_no_demand_of_those_who_only_speak_of_it(text: str) -> None:
    """An analyst's "must", a report denied and a demand dropped are no demands and no refusals."""
    assert not [p for p in positions_of(text) if p.stance in (Stance.DEMANDS, Stance.REJECTS)]


@pytest.mark.parametrize(
    ("text", "party", "issue", "stance"),
    [
        ("Kenya wants Uganda to leave Moyale before any truce is signed.", "Kenya", "withdrawal", "demands"),
        (
            "Kenya wants Uganda to leave Moyale before any truce is signed.",
            "Kenya",
            "ceasefire",
            "accepts_with_conditions",
        ),
        (
            "Kenya said it would accept a truce on condition that Uganda frees its prisoners.",
            "Kenya",
            "ceasefire",
            "accepts_with_conditions",
        ),
        ("Kenya asked for another week to study the monitoring text.", "Kenya", "ceasefire-monitoring", "undecided"),
        (
            "Kenya said its ministers would meet to decide whether to send observers.",
            "Kenya",
            "ceasefire-monitoring",
            "undecided",
        ),
        ("Kenya offered Nairobi as the venue of the next round.", "Kenya", "direct-talks", "offers"),
        ("Kenya welcomed the truce but wants the prisoners freed.", "Kenya", "ceasefire", "accepts_with_conditions"),
        (
            'Kenyan President William Ruto said: "There can be no truce without a withdrawal."',
            "Kenya",
            "ceasefire",
            "rejects",
        ),
        (
            "Kenya threatened to publish the maps unless Uganda accepted monitors.",
            "Kenya",
            "ceasefire-monitoring",
            "threatens",
        ),
        ("Kenya refused to share power with the rebels.", "Kenya", "power-sharing", "rejects"),
    ],
)
def test_stance_told_by_order_delay_and_denial(text: str, party: str, issue: str, stance: str) -> None:
    """What must come first, more time asked for, a venue offered and "there can be no" are stances."""
    assert (party, issue, stance) in [(p.party.name, p.issue, p.stance.value) for p in positions_of(text)]


def test_time_given_to_others_is_no_indecision_of_the_giver() -> None:
    assert not positions_of("Kenya has given the two sides a week to review the text.")


def test_what_another_would_have_to_accept_is_no_stance_of_its() -> None:
    """A clause after "unless" tells what is asked of a party, not what it has done."""
    found = positions_of("Kenya threatened new sanctions unless Uganda accepted monitors.")
    assert {p.party.name for p in found} == {"Kenya"}
