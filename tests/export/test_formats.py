"""Tables of a record for those who compare: rows of reports, events and links of invented reports."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import duckdb
import pandas as pd
import pytest

import dragoman
from dragoman.cli.options import ExportFormat
from dragoman.errors import InputError
from dragoman.export import eventreport, links, ucdp
from dragoman.export.formats import JSON, TABLES, written
from dragoman.reading.reports import read_inputs
from dragoman.run.pipeline import Built, Settings, read_once

ACTORS = """
[[actor]]
name = "Norvania"
kind = "country"
code = "NRV"
side = "Norvania"
aliases = ["Norvanian"]

[[actor]]
name = "Sudria"
kind = "country"
code = "SDR"
side = "Sudria"
aliases = ["Sudrian"]

[[place]]
name = "Brask"
kind = "city"
inside = "Sudria"
lat = 10.5
lon = 20.25
"""
TEXTS = {
    "morning": (
        "Morning Quay",
        "2031-03-04",
        "Planes bombed the market of Brask on Monday, killing 20 people and wounding 31, the Sudrian army said. "
        "The bombs destroyed six houses.",
    ),
    "evening": (
        "Evening Star",
        "2031-03-05",
        "Planes bombed the market of Brask on Monday, residents said. At least 24 people were killed.\n\n"
        "The war began four years ago. More than 6,000 people have been killed, aid groups say.",
    ),
    "denial": (
        "Valley Courier",
        "2031-03-05",
        "The Norvanian army denied on Tuesday that its planes had bombed the market of Brask.",
    ),
    "talks": (
        "Valley Courier",
        "2031-03-06",
        "Norvania and Sudria met in Velm on Thursday for talks about the border.",
    ),
}


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("exported")
    for name, (outlet, day, text) in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        said = {"outlet": outlet, "published": day, "title": f"=cmd {name}"}
        (folder / f"{name}.meta.json").write_text(json.dumps(said), encoding="utf-8")
    (folder / "actors.toml").write_text(ACTORS, encoding="utf-8")
    settings = replace(Settings.load(actors=[folder / "actors.toml"]), workers=1)
    return read_once(read_inputs([str(folder / f"{name}.txt") for name in TEXTS]), settings)


def rows(built: Built, form: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written(built.record, built.links, form))))


def test_the_command_line_offers_the_listed_formats() -> None:
    assert [form.value for form in ExportFormat] == [JSON, *TABLES]


def test_there_is_no_other_format(record: Built) -> None:
    with pytest.raises(InputError, match="it is one of json, eventreport, ucdp, links"):
        written(record.record, record.links, "xlsx")


def test_a_row_for_each_report_that_tells_an_event_with_what_it_alone_says(record: Built) -> None:
    found = [row for row in rows(record, "eventreport") if row["event_type"] == "ASSAULT" and "Brask" in row["words"]]
    by_outlet = {row["source_author"]: row for row in found}
    assert by_outlet.keys() == {"Morning Quay", "Evening Star"}
    morning, evening = by_outlet["Morning Quay"], by_outlet["Evening Star"]
    assert morning["event_id"] == evening["event_id"]
    assert morning["id"] != evening["id"]
    counts = ("deaths_best", "deaths_low", "deaths_high", "deaths_high_open", "injuries_best")
    assert [morning[name] for name in counts] == ["20", "20", "20", "FALSE", "31"]
    assert [evening[name] for name in counts] == ["24", "24", "24", "TRUE", ""]
    assert (morning["damage"], evening["damage"]) == ("1", "")
    assert (morning["date_start"], morning["city"], morning["geo_precision"]) == ("2031-03-03", "Brask", "3")
    assert (morning["latitude"], morning["longitude"]) == ("10.5", "20.25")
    assert morning["country"] == "Sudria"


def test_a_report_that_denies_an_event_has_no_row_of_it(record: Built) -> None:
    told = [row for row in rows(record, "eventreport") if "bombed the market" in row["words"]]
    assert "Valley Courier" not in {row["source_author"] for row in told}


def test_the_columns_are_those_of_the_package_and_the_functions_find_numbers(record: Built) -> None:
    table = pd.read_csv(io.StringIO(written(record.record, record.links, "eventreport")))
    assert list(table.columns) == list(eventreport.COLUMNS)
    numeric = ["geo_precision", "deaths_best", "deaths_low", "deaths_high", "injuries_best", "source_classification"]
    assert all(pd.api.types.is_numeric_dtype(table[name]) for name in numeric)
    assert table["id"].is_unique
    spread = table.groupby("event_id")["deaths_best"].agg(lambda deaths: deaths.max() - deaths.min())
    assert spread.max() == 4


def test_sources_are_named_as_the_package_names_them_and_start_no_formula(record: Built) -> None:
    for row in rows(record, "eventreport"):
        assert row["source"].startswith(f"{row['source_author']} (2031-03-0")
    assert all(row["source_headline"].startswith("'=cmd") for row in rows(record, "ucdp"))


def test_one_row_for_each_use_of_force_with_low_best_and_high(record: Built) -> None:
    found = rows(record, "ucdp")
    assert list(found[0]) == list(ucdp.COLUMNS)
    assert all(row["year"] in ("2031", "") for row in found)
    (bombing,) = [row for row in found if row["number_of_sources"] == "2"]
    assert (bombing["low"], bombing["high"], bombing["high_open"]) == ("20", "24", "TRUE")
    assert bombing["best"] == "20"
    assert (bombing["date_start"], bombing["date_prec"], bombing["where_prec"]) == ("2031-03-03", "1", "1")
    assert set(bombing["source_office"].split(" | ")) == {"Morning Quay", "Evening Star"}
    assert "army" in bombing["denied_by"]


def test_the_dead_of_a_whole_war_are_not_those_of_the_attack_told_before(record: Built) -> None:
    highest = [float(row["high"]) for row in rows(record, "ucdp") if row["high"]]
    assert max(highest) < 6000


def test_every_link_says_what_it_joined_and_why(record: Built) -> None:
    found = rows(record, "links")
    assert list(found[0]) == list(links.COLUMNS)
    assert len(found) == len(record.links)
    joined = [row for row in found if row["joined"] == "TRUE"]
    assert joined
    figures = {claim: figure.id for figure in record.record.figures for claim in figure.aliases}
    for row in joined:
        assert row["a"] < row["b"]
        assert row["item"] == row["a_item"] == row["b_item"]
        assert row["reasons"]
        if row["kind"] == "figure":
            assert figures[row["a"]] == figures[row["b"]] == row["item"]


@pytest.mark.parametrize("form", [JSON, *TABLES])
def test_any_order_of_reports_exports_the_same(record: Built, form: str) -> None:
    turned = replace(record.record, reports=record.record.reports[::-1])
    once, again = (
        written(one, links_, form) for one, links_ in ((record.record, record.links), (turned, record.links[::-1]))
    )
    assert form == JSON or once == again


def test_the_api_writes_files(pair: Path, tmp_path: Path) -> None:
    record = dragoman.read(pair)
    for name in ("eventreport.csv", "ucdp.csv", "links.csv", "ucdp.parquet", "json.json"):
        record.export(name.partition(".")[0], tmp_path / name)
    table = pd.read_csv(tmp_path / "ucdp.csv")
    assert set(table["id"]) <= {event.id for event in record.events if event.type == "ASSAULT"}
    assert list(table["id"]) == [row[0] for row in duckdb.read_parquet(str(tmp_path / "ucdp.parquet")).fetchall()]
    assert json.loads((tmp_path / "json.json").read_text(encoding="utf-8")) == record.json()
    with pytest.raises(InputError, match="json is no table"):
        record.export("json", tmp_path / "record.parquet")
    with pytest.raises(InputError, match="cannot be written"):
        record.export("ucdp", tmp_path / "missing" / "ucdp.csv")
