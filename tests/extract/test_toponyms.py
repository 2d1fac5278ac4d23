"""Names of places told apart, and each resolved in the light of the others in its report."""

from dataclasses import replace

import pytest
from told import page_of

from dragoman.extract.found import Found
from dragoman.extract.names import names
from dragoman.extract.places import run
from dragoman.extract.toponyms import Role, toponyms
from dragoman.extract.whereabouts import Whereabouts
from dragoman.model.event import Place
from dragoman.text.page import Page


def read(text: str) -> tuple[Page, Found]:
    page = page_of(text)
    found = Found(names=names(page, Found()))
    return page, Found(names=found.names, places=run(page, found))


def place(text: str, name: str) -> Place:
    page, found = read(text)
    start = text.index(name)
    resolved = Whereabouts(page, found.names).at(page.cut(start, start + len(name)))
    assert resolved is not None
    return resolved


def roles(text: str) -> dict[str, Role]:
    return {one.span.exact: one.role for one in toponyms(*read(text))}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Shells fell on Tripoli and Sidon, and Lebanon closed its schools.", "Tripoli", "LBN"),
        ("Shells fell on Tripoli and Misrata, and Libya closed its schools.", "Tripoli", "LBY"),
        ("The Spanish minister drove from Seville to Cordoba.", "Cordoba", "ESP"),
        ("The Argentine minister drove from Rosario to Cordoba.", "Cordoba", "ARG"),
        ("Snow fell in Perth, Dundee and Stirling.", "Perth", "GBR"),
        ("The envoys met in Birmingham, Ala., on Monday.", "Birmingham", "USA"),
        ("The envoys met in Birmingham on Monday.", "Birmingham", "GBR"),
        ("Georgia and Armenia signed; trains left Tbilisi.", "Georgia", "GEO"),
        ("Trucks left Savannah and Macon for other towns in Georgia.", "Georgia", "USA"),
    ],
)
def test_the_report_s_own_geography_comes_first(text: str, name: str, country: str) -> None:
    assert place(text, name).country == country


def test_an_area_said_once_holds_for_the_whole_report() -> None:
    text = "Fire broke out in Hamilton, New Zealand. By noon half of Hamilton had no water."
    page, found = read(text)
    where = Whereabouts(page, found.names)
    spans = [page.cut(at, at + 8) for at in (text.index("Hamilton"), text.rindex("Hamilton"))]
    assert [resolved.country for span in spans if (resolved := where.at(span))] == ["NZL", "NZL"]
    assert place("A barge sank off Memphis, Tenn., today.", "Tenn.").name == "Tennessee"


def test_a_list_of_states_is_no_town_in_a_state() -> None:
    found = place("They flew to Texas, Ohio and Maine.", "Texas")
    assert (found.name, found.precision) == ("Texas", "province")


def test_counties_and_provinces_have_a_point() -> None:
    county = place("A judge in Cook County freed a clerk in Chicago.", "Cook County")
    assert (county.country, county.precision) == ("USA", "province")
    assert county.lat == pytest.approx(41.9, abs=0.5)
    assert place("Fire crossed the moors of Devon.", "Devon").lat == pytest.approx(50.7, abs=0.5)
    assert place("Poll workers were beaten in the province of Nairobi, Kenya.", "Nairobi").precision == "province"


def test_each_name_is_told_apart() -> None:
    found = roles(
        "Kenya accused Sudan. A Sudanese clerk was freed in Mombasa, and the Mombasa Fire Department cheered."
    )
    assert found["Kenya"] is Role.GOVERNMENT
    assert found["Sudan"] is Role.GOVERNMENT
    assert found["Sudanese"] is Role.PEOPLE
    assert found["Mombasa"] in (Role.PLACE, Role.PART)
    assert "Mombasa Fire Department" not in found


def test_houses_of_governments_are_no_toponyms() -> None:
    assert "Kremlin" not in roles("The Kremlin rejected the plan.")


@pytest.mark.parametrize(
    "text",
    [
        "Bands played on St. Patrick's Day.",
        "Victoria Wells led the band, and Austin Hull danced.",
        "Tyre plant closes for good.",
    ],
)
def test_persons_saints_and_plain_words_are_no_places(text: str) -> None:
    assert read(text)[1].places == ()


def test_a_part_of_a_city_is_not_its_namesake_elsewhere() -> None:
    page, found = read("She grew up in east London and moved to Leeds.")
    part = found.places[0].place
    assert (part.country, part.precision) == ("GBR", "region")
    assert "London" in {one.span.exact for one in toponyms(page, found)}


def test_an_office_is_no_province() -> None:
    _, found = read("The Ohio Department of Transportation closed a road in Ohio.")
    assert [m.span.exact for m in found.places] == ["Ohio"]


def test_the_home_of_an_outlet_speaks_for_its_namesakes() -> None:
    text = "Two men were held in Hamilton on Friday."
    page, found = read(text)
    assert (resolved := Whereabouts(page, found.names).at(page.cut(21, 29)))
    home = replace(page, report=replace(page.report, outlet="hamiltonpost.co.nz"))
    local = Whereabouts(home, found.names).at(page.cut(21, 29))
    assert local is not None
    assert (resolved.country, local.country) == ("CAN", "NZL")
