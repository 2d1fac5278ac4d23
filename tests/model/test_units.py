"""Readings in different units compare through one base unit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.units import UNITS, comparable, convert


def test_lengths_and_distances_share_a_base() -> None:
    assert convert(1, "day") == convert(24, "hour")
    assert convert(1.5, "year")[0] == pytest.approx(convert(18, "month")[0])
    assert convert(1, "mile")[0] == pytest.approx(convert(1.609344, "kilometre")[0])


def test_money_and_counted_nouns_stay_as_they_are() -> None:
    assert convert(5, "USD") == (5, "USD")
    assert not comparable("USD", "EUR")
    assert not comparable("drone", "missile")
    assert comparable("week", "day")


@given(st.sampled_from(sorted(UNITS)), st.floats(min_value=0, max_value=1e6))
def test_base_units_are_fixed_points(unit: str, value: float) -> None:
    converted, base = convert(value, unit)
    assert convert(converted, base) == (converted, base)
