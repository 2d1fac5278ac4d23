"""Where: names that stand for places, and names that stand for governments and people."""

import pytest
from told import page_of

from dragoman.extract.found import Found
from dragoman.extract.names import names
from dragoman.extract.places import run
from dragoman.model.event import PlaceMention


def read(text: str) -> tuple[PlaceMention, ...]:
    page = page_of(text)
    return run(page, Found(names=names(page, Found())))


@pytest.mark.parametrize(
    ("text", "name", "country", "precision"),
    [
        ("The delegations met in Nairobi on Tuesday.", "Nairobi", "KEN", "city"),
        ("Shells hit a market near Goma.", "Goma", "COD", "city"),
        ("Fighting broke out in the Amhara region of the country.", "Amhara", "ETH", "province"),
        ("The army advanced in eastern Chad.", "eastern Chad", "TCD", "region"),
        ("Rebels entered Sudan at dawn.", "Sudan", "SDN", "country"),
        ("A strike on Khartoum killed ten people.", "Khartoum", "SDN", "city"),
        ("Shelling of Goma resumed at dawn.", "Goma", "COD", "city"),
        ("The ship left Aden with 300 aboard.", "Aden", "YEM", "city"),
    ],
)
def test_place(text: str, name: str, country: str, precision: str) -> None:
    place = read(text)[0].place
    assert (place.name, place.country, place.precision) == (name, country, precision)


@pytest.mark.parametrize(
    "text",
    [
        "Sudan accused Chad of arming the rebels.",
        "Nairobi rejected the plan.",
        "Pressure on Nairobi grew after the raid.",
        "Talks between Nairobi and Khartoum collapsed.",
        "A Chadian soldier was shot.",
        "In May the envoy resigned.",
    ],
)
def test_governments_and_peoples_are_no_places(text: str) -> None:
    assert read(text) == ()


def test_a_dateline_is_a_place() -> None:
    first = read("KAMPALA (Northern Post) - The rebels laid down their arms, officials said.")[0]
    assert (first.span.exact, first.place.country) == ("KAMPALA", "UGA")


def test_a_venue_stands_at_its_city() -> None:
    found = read("Talks were held at the Lakeside Palace in Kampala.")
    venue = next(m.place for m in found if m.place.precision == "venue")
    assert (venue.name, venue.country) == ("Lakeside Palace", "UGA")
    assert venue.lat == pytest.approx(0.3, abs=0.2)


def test_provinces_that_share_a_unit_are_each_found() -> None:
    found = read("Clashes were reported in the Amhara and Afar regions of Ethiopia.")
    assert [m.span.exact for m in found if m.place.precision == "province"] == ["Amhara", "Afar"]
