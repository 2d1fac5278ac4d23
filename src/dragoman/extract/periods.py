"""Lengths of time as ISO 8601 durations."""

_UNITS = {"day": "D", "night": "D", "week": "W", "weekend": "W", "month": "M", "quarter": "Q", "year": "Y"}
_HOURS = {"hour": "H", "minute": "M", "second": "S"}
_LONGER = {"fortnight": (2, "W"), "decade": (10, "Y"), "century": (100, "Y")}


def iso_period(number: float | None, unit: str) -> str:
    """So many units as an ISO 8601 duration ("P3D", "PT24H"); "X" where the number is not said; "" for other units."""
    if unit in _LONGER:
        times, letter = _LONGER[unit]
        return f"P{_written(None if number is None else number * times)}{letter}"
    if unit in _HOURS:
        return f"PT{_written(number)}{_HOURS[unit]}"
    return f"P{_written(number)}{_UNITS[unit]}" if unit in _UNITS else ""


def _written(number: float | None) -> str:
    return "X" if number is None else f"{number:g}"
