"""Events between parties of whom nobody is named, and the phrases in which parties stand."""

import pytest
from scene import scene

from dragoman.model.event import EventMention, Modality


def told(text: str) -> list[tuple[str, str, str]]:
    return [(str(e.type), words(e, "actor_words"), words(e, "recipient_words")) for e in scene(text)[1].events]


def words(event: EventMention, end: str) -> str:
    span = getattr(event, end)
    return span.exact if span is not None else ""


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A court in the capital convicted three teachers.", ("ACCUSE", "A court in the capital", "three teachers")),
        ("Gunmen attacked a bus near the mill.", ("ASSAULT", "Gunmen", "a bus")),
        ("The union sued the salt company.", ("ACCUSE", "The union", "the salt company")),
        ("Kenya freed a former minister of Uganda.", ("RETREAT", "Kenya", "a former minister of Uganda")),
        ("Kenya and Uganda signed a trade agreement.", ("SUPPORT", "Kenya and Uganda", "Uganda")),
    ],
)
def test_parties_in_the_words_of_the_report(text: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The committee meets on Tuesdays.",
        "The museum is a group that fights the flood of plastic.",
        "Prices hit poor households hardest.",
        "The court sits in an old mill.",
    ],
)
def test_no_event_without_a_deed_between_two(text: str) -> None:
    assert told(text) == []


def test_words_that_name_nobody_name_no_actor() -> None:
    (event,) = scene("Gunmen attacked a bus near the mill.")[1].events
    assert (event.actors, event.recipients) == ((), ())


def test_who_speaks_refuses_for_himself() -> None:
    (event,) = scene("The rebels said they would not release the nurses.")[1].events
    assert (str(event.type), event.modality, words(event, "actor_words")) == ("REJECT", Modality.HAPPENED, "The rebels")


def test_two_bodies_of_one_state_act_on_each_other() -> None:
    events = scene("Kenya's Supreme Court condemned Kenya's army for the raid. Kenya's army said nothing.")[1].events
    accused = next(e for e in events if e.type == "ACCUSE")
    assert [a.name for a in accused.recipients] == ["Kenya's army"]


def test_what_was_shot_down_was_sent_against_the_country() -> None:
    text = "Kenya's Defense Ministry said it shot down nine Ugandan drones. Kenya is at war with Uganda."
    event = next(e for e in scene(text)[1].events if e.type == "ASSAULT")
    assert ([a.name for a in event.actors], [a.name for a in event.recipients]) == (["Uganda"], ["Kenya"])


def test_an_offer_of_a_truce_is_a_proposal() -> None:
    (event,) = scene("Kenya offered Uganda a truce.")[1].events
    assert event.type == "REQUEST"


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Kenya threatened to attack Uganda.", "violence"),
        ("Kenya threatened Uganda with sanctions.", "restrict"),
        ("Kenya urged Uganda to release the prisoners.", "yield"),
        ("Kenya asked Uganda to send weapons.", "assist"),
        ("Kenya refused to meet Uganda's envoy.", "meet"),
    ],
)
def test_modes_by_content(text: str, mode: str) -> None:
    assert mode in {event.mode for event in scene(text)[1].events}
