"""What every kind of table gives: its names, and its rows as a person counts them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.reading.decode import decode
from dragoman.reading.safe_json import clean

LONGEST_CELL, LONGEST_ROW = 2_000_000, 20_000_000
DAMAGED = "Mend the table or export it again; the other rows are read"
LOST = "Export the table again; the rows before are read"
_ESCAPED = re.compile("[\udc80-\udcff]")
_HALVES = re.compile("[\ud800-\udc7f\udd00-\udfff]")
_JSON = re.compile(rb'^(?:\xef\xbb\xbf)?\s*(?:\[\s*[{\]]|\{\s*["}])')


@dataclass(frozen=True, slots=True)
class Row:
    """A row's number, its values by column (by dotted name for JSON), and its object where it is one of JSON."""

    number: int
    values: Mapping[str, object]
    whole: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rows:
    """The columns' names as the table spells them, and the rows, one by one."""

    names: Sequence[str]
    rows: Iterator[Row]


def is_json(head: bytes) -> bool:
    """Whether bytes begin as JSON lines, a JSON array or a JSON object do."""
    return bool(_JSON.match(head))


def told(name: str, cells: Sequence[str]) -> list[str]:
    """A row's cells without NUL; bytes that are no UTF-8, kept as escapes, in the code page that they surely are.

    Raises SkippedInput where that is in doubt.
    """
    if not any(_ESCAPED.search(cell) for cell in cells):
        return [clean(cell) for cell in cells]
    # Read together, since a word alone seldom tells its code page.
    row = "\f".join(cell.replace("\f", "\n").replace("\x00", "") for cell in cells)
    row = _HALVES.sub("\ufffd", row)
    return decode(name, row.encode("utf-8", "surrogateescape")).split("\f")
