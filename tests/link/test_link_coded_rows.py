"""Rows of coded reports: what is compared, what is never joined, and that nothing else plays a part."""

import random

import pytest

from coded_table import row, table
from dragoman.link.clusters import roots
from dragoman.link.coded_rows import apart, columns, link_rows
from dragoman.link.linkage import load_linkage

LINKAGE = load_linkage("coded_rows")
TOLD = {
    "date_end": "2031-05-04",
    "city": "Port Sul",
    "latitude": "12.0",
    "longitude": "31.0",
    "geo_precision": "3.0",
    "actor1": "Northern Front",
    "actor1_id": "NOF",
    "actor1_type": "Rebels",
    "actor1_violence": "Shooting",
    "event_context": "Clash",
    "deaths_best": "7",
}


def _linked(*rows: dict[str, str]) -> tuple[tuple[str, ...], ...]:
    return link_rows(columns(rows), LINKAGE)


def test_two_reports_of_one_clash_are_one_event() -> None:
    a = row(id="a", source="Sul Wire (2031-05-05) Seven dead in Port Sul", **TOLD)
    b = row(id="b", source="Delta Post (2031-05-05) Front attacks port", **TOLD)
    assert _linked(a, b) == (("a", "b"),)


def test_rows_of_one_report_are_never_one_event() -> None:
    a = row(id="a", source="Sul Wire (2031-05-05) Seven dead in Port Sul", **TOLD)
    b = row(id="b", source="Sul Wire (2031-05-05) Seven dead in Port Sul", **TOLD)
    c = row(id="c", source="Delta Post (2031-05-05) Front attacks port", **TOLD)
    assert apart(columns([a, b, c])) == {("a", "b")}
    groups = roots(_linked(a, b, c))
    assert groups["a"] != groups["b"]


@pytest.mark.parametrize(
    "other",
    [
        {"date_start": "2031-06-20", "date_end": "2031-06-20"},
        {"city": "Orrin", "latitude": "14.1", "longitude": "30.3"},
        {"country": "Keshtar"},
    ],
)
def test_another_day_place_or_state_is_another_event(other: dict[str, str]) -> None:
    a = row(id="a", source="Sul Wire (2031-05-05) Seven dead in Port Sul", **TOLD)
    b = row(id="b", source="Delta Post (2031-05-05) Front attacks port", **{**TOLD, **other})
    assert _linked(a, b) == (("a",), ("b",))


def test_neither_order_nor_gold_nor_ids_play_a_part() -> None:
    rows = table(1, events=25)
    first = {frozenset(group) for group in _linked(*rows)}
    shuffled = rows.copy()
    random.Random(2).shuffle(shuffled)
    assert {frozenset(group) for group in _linked(*({**one, "event_id": "?"} for one in shuffled))} == first
    renamed = {one["id"]: f"{random.Random(one['id']).random():.9f}" for one in rows}
    other = _linked(*({**one, "id": renamed[one["id"]]} for one in rows))
    assert {frozenset(group) for group in other} == {frozenset(renamed[i] for i in group) for group in first}


def test_a_row_that_tells_next_to_nothing_stands_alone() -> None:
    assert _linked(row(id="a", source=""), row(id="b", source="", date_start="")) == (("a",), ("b",))


def test_points_lie_as_far_apart_as_on_the_ground_across_the_date_line() -> None:
    rows = columns([row(id="a", latitude=0, longitude=179.95), row(id="b", latitude=0, longitude=-179.95)]).to_pylist()
    a, b = (one["point"] for one in rows)
    assert sum((x - y) ** 2 for x, y in zip(a, b, strict=True)) ** 0.5 == pytest.approx(11.1, abs=0.1)
    assert set(rows[0]["cells"]) & set(rows[1]["cells"])


def test_cells_bring_together_what_is_near_wherever_the_grid_lies() -> None:
    for shift in range(40):
        north = 10 + shift / 37
        pair = columns([row(id="a", latitude=north, longitude=20), row(id="b", latitude=north + 0.24, longitude=20.24)])
        a, b = (set(one["cells"]) for one in pair.to_pylist())
        assert a & b
