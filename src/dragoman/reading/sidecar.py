"""What the user says of a report: `NAME.meta.json` beside it, or its row in a table."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from dragoman.errors import InputError, SkippedInput
from dragoman.reading.safe_json import line
from dragoman.reading.stated import Stated

SUFFIX = ".meta.json"
FIELDS = ("outlet", "owner", "title", "url", "published", "language")
_PATH_COLUMNS = ("file", "path")


def sidecar(path: Path, name: str) -> Stated:
    """Read `NAME.txt.meta.json` or `NAME.meta.json` beside a file; empty without one, SkippedInput for a broken one."""
    for beside in (path.with_name(path.name + SUFFIX), path.with_name(path.stem + SUFFIX)):
        if beside.is_file():
            return _parsed(beside, name)
    return Stated()


def _parsed(beside: Path, name: str) -> Stated:
    remedy = f'Write it as {{"outlet": "...", "published": "YYYY-MM-DD"}}; fields: {", ".join(FIELDS)}'
    try:
        said = json.loads(beside.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise SkippedInput(name, f"its sidecar {beside.name!r} cannot be read ({error})", remedy) from error
    if not isinstance(said, dict):
        raise SkippedInput(name, f"its sidecar {beside.name!r} holds no JSON object", remedy)
    return _stated(said)


def _stated(said: Mapping[object, object]) -> Stated:
    fields = {str(key).strip().casefold(): value for key, value in said.items() if isinstance(key, str)}
    return Stated(**{f: line(fields[f]) for f in FIELDS if isinstance(fields.get(f), str | int)})


class Rows:
    """The rows of a reports table, found by a file's path as given, relative to the table, or by its bare name."""

    def __init__(self, path: Path, rows: Mapping[str, Stated]) -> None:
        self.path = path
        self._rows = rows

    def row(self, path: Path) -> Stated:
        """What the table says of a file; empty when it has no row."""
        return next((self._rows[key] for key in self._keys(path) if key in self._rows), Stated())

    def _keys(self, path: Path) -> Iterator[str]:
        yield path.as_posix()
        absolute, folder = path.absolute(), self.path.absolute().parent
        yield absolute.as_posix()
        if absolute.is_relative_to(folder):
            yield absolute.relative_to(folder).as_posix()
        yield path.name


def read_rows(path: Path) -> Rows:
    """Read a CSV with a `file` or `path` column and any of outlet, owner, title, url, published, language.

    Raises InputError when it cannot be read or has no such column.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        reader = csv.DictReader(io.StringIO(text, newline=""))
        columns = {(column or "").strip().casefold(): column for column in reader.fieldnames or ()}
        key = next((columns[column] for column in _PATH_COLUMNS if column in columns), None)
        if key is None:
            raise InputError(f"{path}: the table of reports needs a column named file (or path)")
        rows = {_posix(row.get(key)): _stated({**row}) for row in reader if row.get(key)}
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{path}: the table of reports cannot be read: {error}") from error
    return Rows(path, rows)


def _posix(entry: str | None) -> str:
    return (entry or "").strip().replace("\\", "/").removeprefix("./")
