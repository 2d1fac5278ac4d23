"""The table of outlets: names and sites lead to one entry, users' entries win, a broken list says what is wrong."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.errors import InputError
from dragoman.text.outlets import Outlet, Outlets, load_outlets, outlets
from dragoman.text.sites import host_of


def written(folder: Path, text: str) -> Path:
    path = folder / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_no_two_entries_of_the_table_share_a_sure_name_or_a_site() -> None:
    table = outlets()
    for claimed in ([n for e in table.entries for n in e.sure], [s for e in table.entries for s in e.sites]):
        assert [one for one, count in Counter(claimed).items() if count > 1] == []
    assert [name for entry in table.entries for name in entry.sure if table.named(name) is not entry] == []


def test_every_site_is_a_host_and_every_country_a_code() -> None:
    for entry in outlets().entries:
        assert all(host_of(site) == site for site in entry.sites), entry.name
        assert entry.country == "" or (len(entry.country) == 2 and entry.country.isupper()), entry.name


def test_a_family_is_named_and_has_more_than_one_member() -> None:
    entries = outlets().entries
    members = Counter(entry.owner or entry.name for entry in entries)
    assert [e.name for e in entries if e.owner and members[e.owner] < 2] == []


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("AFP", "Agence France-Presse"),
        ("REUTERS", "Reuters"),
        ("the Guardian", "The Guardian"),
        ("Kyiv Independent", "The Kyiv Independent"),
        ("Telam", "Télam"),
        ("Anadolu Agency", "Anadolu"),
        ("Ardana Post", "Ardana Post"),
    ],
)
def test_names_lead_to_the_name_shown(name: str, shown: str) -> None:
    assert outlets().shown(name) == shown


@pytest.mark.parametrize("word", ["AP", "ap", "map", "MAP", "PA", "economist", "the economist", "time", "Petra", "NRC"])
def test_words_persons_and_other_bodies_are_no_outlets_without_a_credit(word: str) -> None:
    assert outlets().named(word) is None


def test_a_credit_makes_a_short_name_sure() -> None:
    found = outlets().named("AP", credited=True)
    assert found is not None
    assert found.name == "Associated Press"
    assert outlets().named("ap", credited=True) is None


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("By MATTHEW ROE, AP Diplomatic Writer", ["Associated Press"]),
        ("MATTHEW ROE AP Diplomatic Writer", ["Associated Press"]),
        ("AFP, Reuters", ["Agence France-Presse", "Reuters"]),
        ("Anadolu Agency staff in Ardana", ["Anadolu"]),
        ("Source: PAP", ["Polish Press Agency"]),
        ("Petra Novak", []),
        ("Michael Bloomberg", []),
        ("A MAP OF THE FRONT", []),
    ],
)
def test_agencies_in_a_credit_line(line: str, agencies: list[str]) -> None:
    assert [outlet.name for _, _, outlet in outlets().agencies_in(line)] == agencies


def test_the_site_decides_with_all_hosts_below_it() -> None:
    table = outlets()
    for address in ("https://www.bbc.co.uk/news/1", "https://news.bbc.co.uk/2", "http://bbc.com/a"):
        found = table.at(address)
        assert found is not None
        assert found.name == "BBC"
    assert table.at("https://notbbc.com/a") is None
    assert table.at("https://ardana-post.example") is None


def test_papers_of_one_publisher_are_one_family() -> None:
    table = outlets()
    assert table.family("Daily Mirror") == table.family("Daily Express")
    assert table.family("The Times") != table.family("The Guardian")
    assert table.family("Ardana Post") == "Ardana Post"


def test_owners_in_a_circle_end() -> None:
    assert Outlets((Outlet("A", owner="B"), Outlet("B", owner="A"))).family("A") in {"A", "B"}


def test_a_users_entries_are_laid_over_the_table_and_win(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        """
[[outlet]]
name = "Ardana Post"
owner = "Ardana Media"
aliases = ["APost"]
sites = ["https://www.ardana-post.example/"]

[[outlet]]
name = "Velm Gazette"
owner = "Ardana Media"

[[outlet]]
name = "The Guardian"
owner = "Ardana Media"
sites = ["bbc.co.uk"]
""",
    )
    table = outlets().with_list(path)
    assert table.family("APost") == table.family("Velm Gazette") == table.family("The Guardian") == "Ardana Media"
    for address, name in (
        ("https://m.ardana-post.example/a", "Ardana Post"),
        ("https://www.theguardian.com/a", "The Guardian"),
        ("https://www.bbc.co.uk/a", "The Guardian"),
    ):
        found = table.at(address)
        assert found is not None
        assert found.name == name
    assert outlets().family("The Guardian") == "The Guardian"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[outlet]\n", "cannot be read"),
        ("", "nothing"),
        ('[[outlets]]\nname = "A"\n', "outlets"),
        ('[[outlet]]\nname = "A"\n[[outlet]]\nowner = "B"\n', "number 2: it has no name"),
        ('[[outlet]]\nname = "A"\nagency = "yes"\n', "agency of 'A' must be true or false"),
        ('[[outlet]]\nname = "A"\naliases = "B"\n', "aliases of 'A' must be a list of texts"),
        ('[[outlet]]\nname = "A"\nsites = ["a b"]\n', "sites of 'A' holds 'a b'"),
        ('[[outlet]]\nname = "A"\naliases = [3]\n', "holds 3"),
        ('[[outlet]]\nname = "A"\nsite = "a.example"\n', "unknown field 'site'"),
        ('outlet = ["A"]\n', "number 1: it has no name"),
    ],
)
def test_a_broken_list_says_where_what_and_how(tmp_path: Path, text: str, told: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(InputError) as caught:
        load_outlets(path)
    message = str(caught.value)
    assert str(path) in message
    assert told in message
    assert "Write [[outlet]]" in message


def test_a_list_that_is_not_there_is_the_users_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        outlets().with_list(tmp_path / "none.toml")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.binary(max_size=60), st.text(max_size=60).map(lambda t: f'[[outlet]]\nname = "{t}"\n'.encode())))
def test_any_file_is_a_list_or_a_clear_error(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "any.toml"
    path.write_bytes(content)
    told = ""
    try:
        outlets().with_list(path)
    except InputError as error:
        told = str(error)
    assert told == "" or told.startswith(str(path))
