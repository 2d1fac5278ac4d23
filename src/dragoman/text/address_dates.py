"""The day or month in the address of a report, as sites write them; numbers that only look like dates are left."""

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from dragoman.model.time import Interval
from dragoman.text.printed_dates import PrintedDate, month_number
from dragoman.text.stated_dates import StatedDate

_YEAR = r"(?P<year>(?:19|20)\d{2})"
_MONTH = r"(?P<month>0[1-9]|1[0-2])"
_DAY = r"(?P<day>0[1-9]|[12]\d|3[01])"
_NAMES = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?"
)
_END = r"(?=/|$|\.[a-z]{2,5}$)"
# `what-happened-on-october-7-2023` names the day of which it tells.
_TOLD_OF = r"(?<!-on-)(?<!-of-)(?<!-the-)(?<!-since-)(?<!-after-)(?<!-before-)(?<!-until-)(?<!-from-)(?<!-to-)(?<!-by-)"
_DAYS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<!\d){_YEAR}/(?P<month>\d{{1,2}}|{_NAMES})/(?P<day>\d{{1,2}})(?=[/_.-]|$)",
        rf"(?<!\d){_YEAR}[/_.-](?:{_MONTH}|(?P<name>{_NAMES}))[/_.-]{_DAY}(?=[/_.-]|$)",
        rf"/{_YEAR}/{_MONTH}{_DAY}(?=[/_.-]|$)",
        rf"/{_YEAR}{_MONTH}/{_DAY}/",
        rf"(?<!\d)(?P<year>20\d{{2}}){_MONTH}{_DAY}(?:(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?)?(?!\d)",
        rf"/(?P<century>20)(?P<short>\d{{2}})/{_MONTH}/(?:[^/]*[_-])?(?P=short)(?P=month){_DAY}(?=\D|\d{{6}}(?!\d))",
        rf"{_TOLD_OF}(?<=[/_-])(?P<month>{_NAMES})[-_](?P<day>\d{{1,2}})[-_]{_YEAR}{_END}",
        rf"{_TOLD_OF}(?<=[/_-])(?P<day>\d{{1,2}})[-_]?(?P<month>{_NAMES})[-_]?{_YEAR}{_END}",
    )
)
_FIGURES = re.compile(rf"(?<=[/_-])(\d{{1,2}})([/_.-])(\d{{1,2}})\2((?:19|20)\d{{2}}){_END}")
_MONTHS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (rf"/{_YEAR}[/-](?:{_MONTH}(?=/|-[a-z])|(?P<name>{_NAMES})(?=/))", rf"/{_MONTH}/{_YEAR}/")
)
_ARCHIVED = re.compile(
    r"^https?://[^/]+/(?:web/)?(\d{8,14})(?:[a-z]{2}_)?\*?/((?:https?:/{1,2}|www\.).+)$", re.IGNORECASE
)


LONGEST = 2000


def read_address(address: str) -> StatedDate | None:
    """The day, else the month, in the path of an address; None without one. Query and fragment are not looked at."""
    path = _path(address)
    for form in _DAYS:
        for found in form.finditer(path):
            if (day := _day(found)) is not None and not _is_number(path, found):
                return StatedDate(day)
    for found in _FIGURES.finditer(path):
        told = _in_figures(int(found[1]), int(found[3]), int(found[4]))
        if told is not None:
            return told
    return next((told for form in _MONTHS if (month := form.search(path)) and (told := _month(month))), None)


def archived(address: str) -> tuple[str, str]:
    """The address that a web archive kept, and the time at which it did ("" for an address that is no copy's)."""
    found = _ARCHIVED.match(address)
    return (found[2], found[1]) if found else (address, "")


def _path(address: str) -> str:
    try:
        return unquote(urlsplit(archived(address[:LONGEST])[0]).path)
    except ValueError:
        return ""


def _is_number(path: str, found: re.Match[str]) -> bool:
    """Eight digits that are the whole of the last part of a path number the article as often as they date it."""
    before, after = path[: found.start()], path[found.end() :]
    return found.group().isdigit() and before.endswith("/") and after in ("", "/")


def _day(found: re.Match[str]) -> Interval | None:
    groups = found.groupdict()
    year = int(groups.get("year") or f"{groups['century']}{groups['short']}")
    return _of(year, _number(found), int(groups["day"]))


def _in_figures(first: int, second: int, year: int) -> StatedDate | None:
    days = list(dict.fromkeys(_valid((year, second, first), (year, first, second))))
    return StatedDate(days[0], tuple(days[1:])) if days else None


def _valid(*orders: tuple[int, int, int]) -> Iterator[Interval]:
    yield from (day for order in orders if (day := _of(*order)) is not None)


def _month(found: re.Match[str]) -> StatedDate | None:
    interval = PrintedDate(0, 0, int(found["year"]), _number(found), None).interval()
    return StatedDate(interval) if interval is not None else None


def _number(found: re.Match[str]) -> int:
    """The month that is named or numbered, 0 for none."""
    groups = found.groupdict()
    month = groups.get("month") or groups.get("name") or ""
    return int(month) if month.isdigit() else month_number(month) or 0


def _of(year: int, month: int, day: int) -> Interval | None:
    return PrintedDate(0, 0, year, month, day).interval() if 1 <= month <= 12 else None
