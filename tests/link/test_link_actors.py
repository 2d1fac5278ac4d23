"""Actors: spellings, surnames, variants and acronyms join; sides and first names part."""

import pytest
from builders import NORVANIA, SUDRIA, entity

from dragoman.link.actors import link_actors
from dragoman.model.entity import EntityKind

PERSON, BODY = EntityKind.PERSON, EntityKind.ORGANISATION


def joined(*entities):
    links = link_actors(entities)
    return len({links.canonical[e.id] for e in entities}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Olek Terensky", "Olek Terenskyy"),
        ("Olek Terenskiy", "Olek Terenskyj"),
        ("Mohammed al-Rashidi", "Muhammad Al Rashidi"),
        ("O. Terensky", "Olek Terensky"),
        ("Terensky", "Olek Terensky"),
    ],
)
def test_one_person_under_two_spellings_or_by_surname(one, other):
    assert joined(entity(one, PERSON, "Norvania"), entity(other, PERSON, "Norvania"))


@pytest.mark.parametrize(
    ("one", "other", "sides"),
    [
        ("Olek Terensky", "Maria Terensky", ("Norvania", "Norvania")),
        ("Olek Terensky", "Olek Terensky Branko", ("Norvania", "Norvania")),
        ("Olek Terensky", "Olek Terenskyy", ("Norvania", "Sudria")),
        ("Hassan Malik", "Hassan Maliki", ("Norvania", "Norvania")),
    ],
)
def test_other_first_names_surnames_or_sides_stay_apart(one, other, sides):
    assert not joined(entity(one, PERSON, sides[0]), entity(other, PERSON, sides[1]))


def test_a_surname_that_two_persons_bear_names_neither():
    three = [entity(name, PERSON, "Norvania") for name in ("Terensky", "Olek Terensky", "Maria Terensky")]
    assert len(link_actors(three).entities) == 3


def test_a_surname_never_bridges_two_sides():
    bare = entity("Terensky", PERSON, "")
    full = [entity("Olek Terensky", PERSON, "Norvania"), entity("Olek Terenskyy", PERSON, "Sudria")]
    links = link_actors([bare, *full])
    assert links.canonical[full[0].id] != links.canonical[full[1].id]


@pytest.mark.parametrize(
    ("one", "other", "side", "same"),
    [
        ("Norvanian Defence Ministry", "Ministry of Defense of Norvania", "Norvania", True),
        ("Defence Ministry", "Defense Ministry", "Norvania", True),
        ("NLF", "Northern Liberation Front", "NLF", True),
        ("Foreign Ministry", "Defense Ministry", "Norvania", False),
        ("NLF", "National Party", "Norvania", False),
    ],
)
def test_bodies_join_by_their_words_or_acronym(one, other, side, same):
    assert joined(entity(one, BODY, side), entity(other, BODY, side)) is same


def test_an_alias_that_a_report_gives_joins_a_foreign_acronym():
    assert joined(entity("Security Bureau", BODY, "Sudria", "BDK"), entity("BDK", BODY, "Sudria"))


def test_the_canonical_entity_has_the_smallest_id_the_fullest_name_and_all_aliases():
    short, full = entity("Terensky", PERSON, "Norvania", "the minister"), entity("Olek Terensky", PERSON, "Norvania")
    (merged,) = link_actors([short, full]).entities
    assert merged.id == min(short.id, full.id)
    assert (merged.name, merged.aliases) == ("Olek Terensky", ("Terensky", "the minister"))


def test_countries_join_by_name_alone():
    assert not joined(NORVANIA, SUDRIA)
