"""From what a user names to single files, in a fixed order; links and devices cannot make it hang."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import SkippedInput
from dragoman.reading.sidecar import SUFFIX

_NOT_REPORTS = frozenset(
    {
        *(".doc", ".docx", ".odt", ".rtf", ".epub", ".xls", ".xlsx", ".ods", ".ppt", ".pptx", ".eml", ".mht", ".mhtml"),
        *(".db", ".sqlite", ".duckdb", ".zip", ".bz2", ".xz", ".tar", ".tgz", ".7z", ".rar"),
        *(".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".bmp", ".tif", ".tiff", ".heic", ".ico"),
        *(".mp3", ".mp4", ".m4a", ".wav", ".mov", ".avi", ".mkv", ".webm"),
        *(".py", ".js", ".css", ".toml", ".yaml", ".yml", ".ini", ".log", ".sh", ".exe", ".dll", ".so", ".bin"),
    }
)
_OURS = (SUFFIX, ".dragoman", ".dragoman.wal")
"""Sidecars, and records with their logs, by the ending that the documentation gives them."""
_HOW = "Give text, saved pages, PDF, feeds, tables, ninjs, WARC or WACZ files"


@dataclass(frozen=True, slots=True)
class Source:
    """One regular file; `name` is safe to print."""

    path: Path
    name: str


def printable(name: str) -> str:
    """A name that can be printed on one line in any terminal: what cannot be shown stands as an escape."""
    return "".join(c if c.isprintable() and not 0xD800 <= ord(c) <= 0xDFFF else repr(c)[1:-1] for c in name)


def sources(given: str, *, table: Path | None = None) -> Iterator[Source | SkippedInput]:
    """Every file that a path names, folders walked in name order; what cannot be read comes as SkippedInput.

    Sidecars, records, the table of reports itself and hidden files are passed over in silence.
    """
    path = Path(given)
    if not given or "\x00" in given:
        yield SkippedInput(printable(given) or "''", "it is not a path", "Name a file or a folder")
    elif path.is_dir():
        yield from _folder(path, table)
    else:
        yield _file(path)


def _folder(folder: Path, table: Path | None) -> Iterator[Source | SkippedInput]:
    found = 0
    for root, folders, files in os.walk(folder, onerror=None, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in [name for name in folders if (Path(root) / name).is_symlink()]:
            yield SkippedInput(
                printable(str(Path(root) / name)), "it is a link to a folder", "Name the folder itself as an input"
            )
        for name in sorted(files):
            path = Path(root) / name
            if name.startswith(".") or name.endswith(_OURS) or (table is not None and _same(path, table)):
                continue
            found += 1
            yield _file(path)
    if not found:
        yield SkippedInput(printable(str(folder)), "the folder holds no files that can be read", _HOW)


def _file(path: Path) -> Source | SkippedInput:
    name = printable(str(path))
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return SkippedInput(name, "there is no such file or folder", "Check the spelling")
    except OSError as error:
        return SkippedInput(name, f"it cannot be opened ({error.strerror})", "Check the link and the permissions")
    if not stat.S_ISREG(mode):
        return SkippedInput(name, "it is not a regular file", "Pipe its content in and name it -")
    if path.suffix.casefold() in _NOT_REPORTS:
        return SkippedInput(name, f"{path.suffix.casefold()} files are not read", _HOW)
    return Source(path, name)


def _same(path: Path, table: Path) -> bool:
    try:
        return path.samefile(table)
    except OSError:
        return False
