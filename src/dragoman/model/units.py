"""Unit names and their base units, so that readings in different units can be compared."""

from types import MappingProxyType

_HOURS_PER_DAY = 24.0
_DAYS_PER_YEAR = 365.25
_DAYS_PER_MONTH = _DAYS_PER_YEAR / 12
_METRES_PER_MILE = 1609.344

UNITS = MappingProxyType(
    {
        "millisecond": ("hour", 1 / 3_600_000),
        "second": ("hour", 1 / 3600),
        "minute": ("hour", 1 / 60),
        "hour": ("hour", 1.0),
        "night": ("hour", _HOURS_PER_DAY),
        "day": ("hour", _HOURS_PER_DAY),
        "weekend": ("hour", 2 * _HOURS_PER_DAY),
        "week": ("hour", 7 * _HOURS_PER_DAY),
        "fortnight": ("hour", 14 * _HOURS_PER_DAY),
        "month": ("hour", _DAYS_PER_MONTH * _HOURS_PER_DAY),
        "quarter": ("hour", 3 * _DAYS_PER_MONTH * _HOURS_PER_DAY),
        "year": ("hour", _DAYS_PER_YEAR * _HOURS_PER_DAY),
        "decade": ("hour", 10 * _DAYS_PER_YEAR * _HOURS_PER_DAY),
        "century": ("hour", 100 * _DAYS_PER_YEAR * _HOURS_PER_DAY),
        "millimetre": ("metre", 0.001),
        "centimetre": ("metre", 0.01),
        "metre": ("metre", 1.0),
        "kilometre": ("metre", 1000.0),
        "inch": ("metre", 0.0254),
        "foot": ("metre", 0.3048),
        "yard": ("metre", 0.9144),
        "mile": ("metre", _METRES_PER_MILE),
        "nautical mile": ("metre", 1852.0),
        "square metre": ("square metre", 1.0),
        "square kilometre": ("square metre", 1e6),
        "square mile": ("square metre", _METRES_PER_MILE**2),
        "square foot": ("square metre", 0.3048**2),
        "hectare": ("square metre", 1e4),
        "acre": ("square metre", 4046.8564224),
        "milligram": ("kilogram", 1e-6),
        "gram": ("kilogram", 0.001),
        "kilogram": ("kilogram", 1.0),
        "tonne": ("kilogram", 1000.0),
        "ton": ("kilogram", 1000.0),
        "pound weight": ("kilogram", 0.45359237),
        "ounce": ("kilogram", 0.028349523125),
        "kilometre per hour": ("kilometre per hour", 1.0),
        "mile per hour": ("kilometre per hour", _METRES_PER_MILE / 1000),
        "percent": ("percent", 1.0),
        "permille": ("percent", 0.1),
    }
)
"""Unit in the singular to its base unit and factor; "ton" is taken as metric, as news of the field means it."""


def convert(value: float, unit: str) -> tuple[float, str]:
    """The value in the unit's base unit; a unit without one (money by currency, counted nouns) stays as it is."""
    base, factor = UNITS.get(unit, (unit, 1.0))
    return value * factor, base


def comparable(unit: str, other: str) -> bool:
    """Whether values in the two units share a base unit."""
    return convert(1.0, unit)[1] == convert(1.0, other)[1]
