"""Whole expressions that tell of events, people told by their trade, and how many of a list of them are read."""

import pytest
from scene import scene

_TOLD = (
    ("Kenya's auditor took the salt ministry of Uganda to task over the tolls.", "ACCUSE"),
    ("The weavers laid the blame on Uganda's customs service.", "ACCUSE"),
    ("Kenya's court found the Ugandan captain guilty of smuggling.", "ACCUSE"),
    ("The court in Nairobi threw out the appeal by the ferry owners.", "REJECT"),
    ("Kenya brushed aside Uganda's latest proposal.", "REJECT"),
    ("Kenya cast a veto against Uganda's application.", "REJECT"),
    ("The captain defied an order from the harbour council.", "REJECT"),
    ("Kenya put Ugandan fishermen on notice that nets would be cut.", "THREATEN"),
    ("Kenya could close its ports to Uganda if the toll is raised.", "THREATEN"),
    ("Potters glued themselves to the gate of Kenya's mint.", "PROTEST"),
    ("Weavers stayed at home in protest at Kenya's yarn tax.", "PROTEST"),
    ("Kenya sent home two Ugandan diplomats on Friday.", "SANCTION"),
    ("Kenya froze its loan to Uganda on Monday.", "SANCTION"),
    ("Kenya stripped Uganda of its voting rights in the league.", "SANCTION"),
    ("Kenyan tanks rolled towards the Ugandan border.", "MOBILIZE"),
    ("Kenya moved howitzers up to the Ugandan border.", "MOBILIZE"),
    ("Kenya sealed off the Ugandan quarter on Monday.", "COERCE"),
    ("Kenya's regulator fined a Ugandan bank.", "COERCE"),
    ("A masked man stabbed the ferryman of Kisumu.", "ASSAULT"),
    ("Raiders set fire to a Kenyan post.", "ASSAULT"),
    ("Kenya flew six planeloads of blankets to Uganda.", "AID"),
    ("Kenya has written off half of Uganda's debt.", "AID"),
    ("Kenya eased visa rules for Ugandan potters.", "RETREAT"),
    ("The raiders gave themselves up to Kenyan soldiers.", "RETREAT"),
    ("Kenya shelved its plan after protests by the weavers.", "CONCEDE"),
    ("Kenya's envoy shuttled between the two clans.", "CONSULT"),
    ("Kenya's minister compared notes with the Ugandan premier.", "CONSULT"),
    ("Kenya threw its weight behind Uganda's bid.", "SUPPORT"),
    ("Kenya was grateful to Uganda for the boats.", "SUPPORT"),
    ("Kenya joined forces with Uganda on the lake.", "COOPERATE"),
    ("Kenya and Uganda patrolled the lake jointly.", "COOPERATE"),
    ("Kenya exports power to Uganda.", "COOPERATE"),
    ("The growers petitioned Kenya's parliament for a minimum price.", "REQUEST"),
)
_FLOOR = 0.9


def _types(text: str) -> set[str]:
    return {event.type.value for event in scene(text)[1].events}


def test_floor_of_expressions_that_are_read() -> None:
    missed = [text for text, wanted in _TOLD if wanted not in _types(text)]
    assert len(missed) <= (1 - _FLOOR) * len(_TOLD), missed


@pytest.mark.parametrize(
    "text",
    [
        "The firm will provide consumers with a case.",
        "The potter looked into the mirror.",
        "Kenya took part in the fair.",
        "The ferry was built to protect passengers.",
        "Sub-prime lenders have closed.",
    ],
)
def test_plain_uses_of_the_same_words_are_no_events(text: str) -> None:
    assert not _types(text)


def test_who_holds_the_thing_or_moved_the_deed_is_the_other_party() -> None:
    (event,) = scene("Kenya scrambled two jets when Ugandan bombers crossed the lake.")[1].events
    assert event.recipient_words is not None
    assert event.recipient_words.exact == "Ugandan bombers"
