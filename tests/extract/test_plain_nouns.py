"""People, bodies and places told without a name, in sentences written for the project."""

from dataclasses import replace

import pytest
from told import page_of

from dragoman.extract.found import Found
from dragoman.extract.names import NAMES
from dragoman.extract.places import PLACES
from dragoman.extract.plain_nouns import plain_nouns
from dragoman.model.entity import EntityKind

PERSON, GROUP, PLACE = EntityKind.PERSON, EntityKind.GROUP, EntityKind.PLACE


def told(text: str) -> list[tuple[str, EntityKind, str]]:
    page, found = page_of(text), Found()
    for step in (NAMES, PLACES):
        found = replace(found, **{step.yields: step.run(page, found)})
    return [(text[p.start : p.end], p.kind, p.sector) for p in plain_nouns(page, found)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three masked gunmen fled.", [("Three masked gunmen", GROUP, "REB")]),
        ("A young doctor spoke.", [("A young doctor", PERSON, "HLH")]),
        ("We left.", [("We", GROUP, "")]),
        ("I saw them.", [("I", PERSON, ""), ("them", GROUP, "")]),
        ("Shells hit the old bridge.", [("the old bridge", PLACE, "")]),
        ("It happened here.", [("here", PLACE, "")]),
        ("Talks took place.", []),
        ("The tanks turned back.", []),
        ("The opposition leader wept.", [("The opposition leader", PERSON, "OPP")]),
        ("Former ministers of Kenya met.", [("Former ministers of Kenya", GROUP, "ELI")]),
        ("The vote lasted two days.", []),
    ],
)
def test_plain_nouns_have_a_kind_and_a_sector(text: str, expected: list[tuple[str, EntityKind, str]]) -> None:
    assert told(text) == expected


def test_whoever_is_named_is_not_told_again() -> None:
    assert told("Kenya's army left. The army said so. Paul Okello met it.") == []
