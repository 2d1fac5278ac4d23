"""The gazetteer: names of the whole world, with the traps that population alone falls into."""

import gzip
import tomllib
from importlib.resources import files

import pytest

from dragoman.text.folding import fold, loose
from dragoman.text.world import Site, World, world

DATA = files("dragoman.text").joinpath("data")


@pytest.fixture(scope="module")
def names() -> World:
    return world()


def point(site: Site | None) -> tuple[str, str]:
    assert site is not None
    return site.kind, site.country


@pytest.mark.parametrize("name", ["United States", "U.S.", "US", "USA", "the United States of America", "America"])
def test_a_country_is_found_under_each_of_its_common_names(names: World, name: str) -> None:
    country = names.country(name)
    assert country is not None
    assert country.iso3 == "USA"


@pytest.mark.parametrize("word", ["us", "in", "it", "no", "Ukrainian"])
def test_plain_words_and_demonyms_are_not_countries(names: World, word: str) -> None:
    assert names.country(word) is None


@pytest.mark.parametrize("name", ["Türkiye", "TÜRKIYE", "Turkiye", "turkey"])
def test_case_and_diacritics_do_not_matter(names: World, name: str) -> None:
    country = names.country(name)
    assert country is not None
    assert country.iso3 == "TUR"


def test_every_country_has_a_demonym_or_is_listed_as_lacking_one(names: World) -> None:
    lacking = tomllib.loads(DATA.joinpath("world_supplement.toml").read_text("utf-8"))["no_demonym"]["codes"]
    assert [c.iso2 for c in names.countries if not c.demonyms] == sorted(lacking)
    assert len(names.countries) == 250


def test_every_demonym_leads_to_a_country_that_bears_it(names: World) -> None:
    """'Dominican' and 'Congolese' belong to two countries: either bears the word, the larger one answers."""
    for country in names.countries:
        for word in country.demonyms:
            found = names.by_demonym(word)
            assert found is not None
            assert word in found.demonyms


@pytest.mark.parametrize(("word", "iso3"), [("Britons", "GBR"), ("Danes", "DNK"), ("Swiss", "CHE"), ("Emirati", "ARE")])
def test_inhabitants_are_known_in_the_plural_and_by_irregular_nouns(names: World, word: str, iso3: str) -> None:
    country = names.by_demonym(word)
    assert country is not None
    assert country.iso3 == iso3


def test_every_capital_stands_for_its_country(names: World) -> None:
    shared = {"Kingston": "JAM", "Saint-Pierre": "SPM"}
    for country in names.countries:
        if country.capital:
            found = names.by_capital(country.capital)
            assert found is not None
            assert found.iso3 == shared.get(country.capital, country.iso3)


@pytest.mark.parametrize(
    ("name", "iso3"),
    [("Moscow", "RUS"), ("Kyiv", "UKR"), ("Kiev", "UKR"), ("Peking", "CHN"), ("The Hague", "NLD"), ("Ramallah", "PSE")],
)
def test_capitals_in_other_spellings_and_seats_of_government(names: World, name: str, iso3: str) -> None:
    country = names.by_capital(name)
    assert country is not None
    assert country.iso3 == iso3


def test_a_big_city_is_no_capital(names: World) -> None:
    assert names.by_capital("Mumbai") is None


@pytest.mark.parametrize(("name", "iso3"), [("the Élysée", "FRA"), ("Casa Rosada", "ARG"), ("knesset", "ISR")])
def test_government_houses_stand_for_countries(names: World, name: str, iso3: str) -> None:
    country = names.by_metonym(name)
    assert country is not None
    assert country.iso3 == iso3


def test_turkey_is_a_country_before_it_is_a_town(names: World) -> None:
    assert [site.kind for site in names.sites("Turkey")][:2] == ["country", "city"]
    assert point(names.resolve("Turkey", near=("USA",))) == ("country", "TUR")


def test_georgia_is_a_state_only_where_the_united_states_are_near(names: World) -> None:
    assert point(names.resolve("Georgia")) == ("country", "GEO")
    assert point(names.resolve("Georgia", near=("USA",))) == ("province", "USA")
    assert point(names.resolve("Georgia", near=("USA", "GEO"))) == ("country", "GEO")


@pytest.mark.parametrize(
    ("name", "near", "country"),
    [
        ("Tripoli", (), "LBY"),
        ("Tripoli", ("LBN",), "LBN"),
        ("Hyderabad", (), "IND"),
        ("Hyderabad", ("PAK",), "PAK"),
        ("Odessa", (), "UKR"),
        ("Odessa", ("USA",), "USA"),
    ],
)
def test_countries_near_win_over_population(names: World, name: str, near: tuple[str, ...], country: str) -> None:
    assert point(names.resolve(name, near=near)) == ("city", country)


def test_a_main_name_wins_over_the_old_name_of_a_larger_town(names: World) -> None:
    """A larger Russian town was once called Pokrovsk too; without a country near, the living name is meant."""
    assert point(names.resolve("Pokrovsk")) == ("city", "UKR")
    assert point(names.resolve("Pokrovsk", near=("UKR",))) == ("city", "UKR")


@pytest.mark.parametrize(("name", "country"), [("Paris", "FRA"), ("Vienna", "AUT"), ("Geneva", "CHE")])
def test_talks_in_a_world_famous_city_are_not_moved_to_a_small_namesake(names: World, name: str, country: str) -> None:
    assert point(names.resolve(name, near=("USA", "IRN"))) == ("city", country)


def test_a_bare_name_means_the_city_and_a_typed_one_the_province(names: World) -> None:
    assert point(names.resolve("Aleppo")) == ("city", "SYR")
    assert point(names.resolve("Aleppo province")) == ("province", "SYR")
    assert point(names.resolve("Kandahar Province")) == ("province", "AFG")
    assert point(names.resolve("New York")) == ("city", "USA")
    assert point(names.resolve("Washington")) == ("city", "USA")
    assert point(names.resolve("Washington state")) == ("province", "USA")


def test_a_misspelt_name_is_found_by_its_sound_when_one_place_stands_out(names: World) -> None:
    site = names.resolve("Hyderabaad", near=("IND",))
    assert site is not None
    assert (site.name, site.country) == ("Hyderabad", "IND")
    assert names.resolve("Nosuchplaceville") is None


@pytest.mark.parametrize(
    ("one", "other"), [("Kupiansk", "Kupyansk"), ("Kharkhorin", "Harhorin"), ("Voronezh", "Voronež")]
)
def test_romanisations_of_one_name_share_a_key(one: str, other: str) -> None:
    assert loose(one) == loose(other)


def test_folding_leaves_no_marks() -> None:
    assert fold("the Côte d’Ivoire") == "cote divoire"
    assert fold("St. Petersburg") == fold("Saint Petersburg")
    assert fold("Łódź") == "lodz"


def test_a_region_across_a_border_names_no_country(names: World) -> None:
    assert point(names.resolve("Kashmir")) == ("province", "")


def test_tables_are_sorted_for_binary_search() -> None:
    """The look-up halves the table: one row out of place, or keys folded by other rules, would hide places."""
    for table in ("cities", "spellings", "districts"):
        rows = gzip.decompress(DATA.joinpath(f"world_{table}.tsv.gz").read_bytes()).split(b"\n")[:-1]
        keys = [row.split(b"\t", 1)[0] for row in rows]
        assert keys == sorted(keys)
    cities = gzip.decompress(DATA.joinpath("world_cities.tsv.gz").read_bytes()).decode().splitlines()
    for row in cities[::997]:
        key, name = row.split("\t")[:2]
        assert key == loose(name)


def test_the_oblast_and_its_city_lie_close_together(names: World) -> None:
    city, province = names.resolve("Aleppo"), names.resolve("Aleppo Governorate")
    assert city is not None
    assert province is not None
    assert abs(city.lat - province.lat) < 1
    assert abs(city.lon - province.lon) < 1
