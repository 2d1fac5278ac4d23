"""Who is named, for whom they speak, and which words point back to them."""

from dataclasses import replace

import pytest
from told import page_of

from dragoman.extract.found import Found, Names
from dragoman.extract.leaders import leader
from dragoman.extract.names import names
from dragoman.extract.people import same_person
from dragoman.model.entity import Entity, EntityKind, Form
from dragoman.text.page import Page
from dragoman.text.roster import Roster, RosterActor


def named(text: str) -> tuple[Page, Names]:
    page = page_of(text)
    return page, names(page, Found())


def entity(found: Names, name: str) -> Entity:
    return next(e for e in found.entities if e.name == name)


def mentions(found: Names, name: str) -> list[str]:
    key = entity(found, name).id
    return [m.span.exact for m in found.mentions if m.entity == key]


def test_a_capital_is_a_government_when_it_speaks_and_a_place_after_a_preposition() -> None:
    _, found = named("Envoys met in Nairobi on Friday. Kampala said it was ready to sign.")
    assert [e.name for e in found.entities] == ["Uganda"]
    assert found.mentions[0].form is Form.METONYM


def test_a_dateline_names_no_party() -> None:
    _, found = named("LIMA, Peru (Andean Post) — Bolivia closed its border on Sunday.")
    assert [e.name for e in found.entities] == ["Bolivia"]


@pytest.mark.parametrize(
    ("text", "name", "code", "side"),
    [
        ("Kenyan Foreign Minister Amina Otieno left on Monday.", "Amina Otieno", "KENGOV", "Kenya"),
        ("Ben Achieng, an aide to Kenya's president, left.", "Ben Achieng", "KENGOV", "Kenya"),
        ("Gen. Paul Okello of the Ugandan army spoke to troops.", "Paul Okello", "UGAMIL", "Uganda"),
        ("Ruth Wafula, a member of the Kenyan parliament, objected.", "Ruth Wafula", "KENLEG", "Kenya"),
        ("The Ugandan president, Peter Mugisha, objected.", "Peter Mugisha", "UGAGOV", "Uganda"),
    ],
)
def test_an_office_gives_its_holder_a_side_and_a_code(text: str, name: str, code: str, side: str) -> None:
    _, found = named(text)
    assert (entity(found, name).code, entity(found, name).side) == (code, side)


def test_someone_who_left_office_speaks_for_no_side() -> None:
    _, found = named("Grace Atieno, a former officer in the Kenyan army, disagreed with the plan.")
    assert entity(found, "Grace Atieno").side == ""


def test_a_surname_and_an_office_alone_point_back_to_the_full_name() -> None:
    _, found = named("Ugandan President Peter Mugisha flew to Juba.\nMugisha was cheered. The president waved.")
    assert mentions(found, "Peter Mugisha") == ["Peter Mugisha", "Mugisha", "The president"]


def test_a_ministry_is_one_thing_under_all_its_names() -> None:
    _, found = named(
        "Kenya's Ministry of Defence denied it.\nThe Kenyan Defense Ministry said more.\nThe ministry gave no details."
    )
    assert len(mentions(found, "Kenya's Defense Ministry")) == 3
    assert entity(found, "Kenya's Defense Ministry").code == "KENGOV"


def test_letters_in_brackets_name_the_same_thing_later() -> None:
    _, found = named("The Lake Basin Observer Mission (LBOM) opened an office.\nThe LBOM has 40 staff.")
    assert any(m.span.exact == "LBOM" and m.form is Form.ACRONYM for m in found.mentions)
    assert len({m.entity for m in found.mentions if "LBOM" in m.span.exact or "Lake Basin" in m.span.exact}) == 1


def test_pronouns_outside_a_quotation_do_not_point_into_it() -> None:
    page, found = named('Kenyan envoy Amina Otieno spoke first. "Peter Mugisha wants too much," she said.')
    she = next(m for m in found.mentions if m.span.exact == "she")
    assert she.entity == entity(found, "Amina Otieno").id
    assert page.report.text[she.span.start : she.span.end] == "she"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Oleh Kovalskyi", "Kovalsky", True),
        ("Hassan al-Nouri", "Nouri", True),
        ("Peter Mugisha", "Grace Mugisha", False),
        ("P. Mugisha", "Peter Mugisha", True),
    ],
)
def test_spellings_and_short_forms_of_one_person(one: str, other: str, *, same: bool) -> None:
    assert same_person(one, other) is same


def test_a_leader_is_known_only_within_the_years_in_office() -> None:
    term = leader("Nelson", 2024)
    assert term is None
    merkel = leader("Merkel", 2010)
    assert merkel is not None
    assert merkel.country == "DEU"
    assert leader("Merkel", 2024) is None
    assert leader("Merkel", None) is None


def test_a_listed_group_is_found_by_its_words_even_in_lower_case() -> None:
    listed = RosterActor("River Front", EntityKind.GROUP, code="UGAREB", aliases=("river men",))
    page = page_of("Three trucks were taken by the river men on Monday.")
    page = replace(page, gazetteer=replace(page.gazetteer, roster=Roster(actors=(listed,))))
    found = names(page, Found())
    assert mentions(found, "River Front") == ["river men"]
    assert entity(found, "River Front").side == "River Front"


def test_a_bare_office_or_army_is_that_of_the_country_whose_paper_reports_from_home() -> None:
    page = page_of("NAIROBI — The army closed the road, Foreign Minister Paul Okello said. Kenya and Uganda will meet.")
    page = replace(page, report=replace(page.report, outlet="The Nairobi Sentinel"))
    assert entity(names(page, Found()), "Paul Okello").side == "Kenya"
    away = replace(page, report=replace(page.report, outlet="The Kampala Sentinel"))
    assert entity(names(away, Found()), "Paul Okello").side == ""


def test_printed_forms_of_a_government_are_its_aliases() -> None:
    _, found = named("Kenya will attend. Nairobi said so. Kenyan envoys left.")
    assert {"Nairobi", "Kenyan"} <= set(entity(found, "Kenya").aliases)
