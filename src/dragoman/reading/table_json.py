"""JSON lines, a JSON array of any size, or an answer of a news service that holds one: a row for each object.

Not with DuckDB: at a break it loses a whole buffer of the objects before.
"""

import codecs
import json
import re
from collections.abc import Iterator, Mapping
from itertools import chain, islice
from typing import BinaryIO

from dragoman.errors import SkippedInput
from dragoman.reading.safe_json import flat, parsed
from dragoman.reading.table_rows import DAMAGED, LONGEST_ROW, LOST, Row, Rows, told
from dragoman.reading.tally import Tally

PEEK = 100
"""Rows whose names are taken for those of all."""
_CHUNK = 1 << 16
_LISTS = ("articles", "results", "stories", "items", "documents", "records", "rows", "news", "data", "response", "hits")
_OWN = frozenset({"url", "link", "uri", "guid", "text", "body", "content"})
_BETWEEN = re.compile(r"[\s,]*")
_NO_OBJECT = "rows that are no JSON objects"

Objects = Iterator[tuple[int, object]]


def json_rows(file: BinaryIO, name: str, tally: Tally) -> Rows:
    """The objects, counted from 1 (JSON lines by their line); names are those of the first PEEK, inner ones dotted.

    Raises SkippedInput for one JSON object that cannot be parsed or is larger than LONGEST_ROW bytes.
    """
    rows = _rows(_objects(file, name, tally), tally)
    first = list(islice(rows, PEEK))
    return Rows(list(dict.fromkeys(key for row in first for key in row.values)), chain(first, rows))


def _rows(objects: Objects, tally: Tally) -> Iterator[Row]:
    for number, value in objects:
        if isinstance(value, dict):
            yield Row(number, dict(flat(value)), value)
        else:
            tally.fault(_NO_OBJECT, DAMAGED, f"row {number:,}")


def _objects(file: BinaryIO, name: str, tally: Tally) -> Objects:
    start = file.read(4096)
    file.seek(0)
    if start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"["):
        return _array(file, tally)
    first = file.readline(LONGEST_ROW)
    while first and not first.strip(b"\xef\xbb\xbf \t\r\n"):
        first = file.readline(LONGEST_ROW)
    is_line = first.strip().endswith(b"}") and bool(file.read(1 << 16).strip())
    file.seek(0)
    return _of_lines(file, tally) if is_line else enumerate(_held(_whole(file, name)), start=1)


def _of_lines(file: BinaryIO, tally: Tally) -> Objects:
    number = 0
    while line := file.readline(LONGEST_ROW):
        number += 1
        if len(line) >= LONGEST_ROW and not line.endswith(b"\n"):
            tally.fault(f"lines of more than {LONGEST_ROW:,} bytes", DAMAGED, f"row {number:,}")
            while (line := file.readline(LONGEST_ROW)) and not line.endswith(b"\n"):
                continue
            continue
        text = line.decode("utf-8-sig" if number == 1 else "utf-8", "surrogateescape").strip()
        if text:
            yield number, _value(text)


def _value(text: str) -> object:
    try:
        value: object = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value


def _array(file: BinaryIO, tally: Tally) -> Objects:
    """The values of an array, one by one; what is read ahead doubles until a value is whole, so time stays linear."""
    text = _Ahead(file)
    text.skip("[")
    decoder = json.JSONDecoder()
    number = 0
    while True:
        number += 1
        start = text.next_start()
        if start == "]":
            return
        try:
            value = text.take(decoder)
        except (ValueError, RecursionError):
            tally.fault("the array breaks off or is broken: the rows after are lost", LOST, f"row {number:,}")
            return
        yield number, value


class _Ahead:
    """Text read ahead of a position in a file."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")("surrogateescape")
        self._text, self._at = "", 0

    def _more(self) -> bool:
        held = len(self._text) - self._at
        chunk = self._file.read(max(_CHUNK, held)) if held < LONGEST_ROW else b""
        self._text, self._at = self._text[self._at :] + self._decoder.decode(chunk, final=not chunk), 0
        return bool(chunk)

    def skip(self, opening: str) -> None:
        """Go behind the first of these characters."""
        while opening not in self._text and self._more():
            continue
        self._at = self._text.find(opening) + 1

    def next_start(self) -> str:
        """The first character of the next value, or the closing bracket, or "" at the end of the file."""
        while True:
            self._at = _BETWEEN.match(self._text, self._at).end()  # type: ignore[union-attr]
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def take(self, decoder: json.JSONDecoder) -> object:
        """The next value; raises ValueError where it does not end."""
        while True:
            try:
                value, self._at = decoder.raw_decode(self._text, self._at)
            except json.JSONDecodeError:
                if not self._more():
                    raise
            else:
                return value


def _whole(file: BinaryIO, name: str) -> Mapping[str, object]:
    content = file.read(LONGEST_ROW + 1)
    if len(content) > LONGEST_ROW:
        reason = f"it is one JSON object of more than {LONGEST_ROW // 1_000_000} MB"
        raise SkippedInput(name, reason, "Convert it to JSON lines, one object a line")
    value = parsed(name, told(name, [content.decode("utf-8-sig", "surrogateescape")])[0])
    return value if isinstance(value, dict) else {}


def _held(whole: Mapping[str, object]) -> list[object]:
    """The list in a service's answer (`articles`, `results` and the like, nested or not), else the object itself."""
    inner: object = whole
    for _ in range(4):
        if not isinstance(inner, dict) or _OWN & {key.casefold() for key in inner}:
            break
        held = next((inner[key] for key in _LISTS if isinstance(inner.get(key), list | dict)), None)
        if isinstance(held, list):
            return held
        inner = held
    return [whole]
