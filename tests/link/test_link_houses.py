"""One house, one line: outlets of one publisher or one site are never counted twice."""

from dataclasses import replace

from builders import report

from dragoman.link.houses import home, homes


def test_papers_of_one_publisher_are_one_house():
    mirror, express = report("One.", "Daily Mirror"), report("Two.", "Daily Express")
    assert len(set(homes([mirror, express]).values())) == 1


def test_an_agency_under_all_its_names_is_one_house():
    told = [report(f"{name}.", name) for name in ("AP News", "The Associated Press", "Associated Press")]
    assert set(homes(told).values()) == {"Associated Press"}


def test_pages_of_one_unlisted_site_are_one_house_whatever_they_call_themselves():
    first = report("One.", "Ardana Post", address="https://www.ardana-post.example/1")
    second = report("Two.", "APost Live", address="https://live.ardana-post.example/2")
    third = report("Three.", "Ardana Post")
    other = report("Four.", "Velm Gazette", address="https://velm.example/4")
    found = homes([first, second, third, other])
    assert found[first.id] == found[second.id] == found[third.id] != found[other.id]


def test_two_sites_under_one_name_are_two_houses():
    here = report("One.", "The Daily News", owner="North", address="https://north.example/1")
    there = report("Two.", "The Daily News", owner="South", address="https://south.example/1")
    assert len(set(homes([here, there]).values())) == 2


def test_hosts_of_many_publishers_join_nobody():
    told = [report(f"{n}.", f"Post {n}", address=f"https://t.me/post{n}") for n in range(3)]
    assert len(set(homes(told).values())) == 3


def test_a_report_without_outlet_is_its_own_house():
    nameless = replace(report("One."), outlet="")
    assert home(nameless) == nameless.id
