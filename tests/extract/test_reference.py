"""From a word to the entities for which it stands."""

from told import page_of

from dragoman.extract.found import Found
from dragoman.extract.names import names
from dragoman.extract.reference import entities_at, owners_at


def at(text: str, word: str) -> tuple[list[str], list[str]]:
    """Names of the entities at a word and of its owners."""
    page = page_of(text)
    found = Found(names=names(page, Found()))
    for paragraph in page.paragraphs:
        for token in paragraph.doc:
            if token.text == word:
                here = entities_at(page, found, paragraph, token)
                return [e.name for e in here], [e.name for e in owners_at(page, found, paragraph, token)]
    raise AssertionError(word)


def test_joined_names_are_all_meant() -> None:
    assert at("Kenya and Uganda signed a pact.", "Kenya")[0] == ["Kenya", "Uganda"]


def test_a_delegation_stands_for_its_country() -> None:
    assert at("The Kenyan delegation left early.", "delegation")[0] == ["Kenya"]


def test_possessives_and_adjectives_own() -> None:
    assert at("Kenya's helicopters landed.", "helicopters") == ([], ["Kenya"])
    assert at("A Ugandan drone strike hit the bridge.", "strike")[1] == ["Uganda"]


def test_fighters_of_a_named_group_stand_for_the_group() -> None:
    assert at("Houthi rebels fired two missiles.", "rebels")[0] == ["Houthis"]
