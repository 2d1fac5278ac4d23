"""A WACZ: a zip of WARCs with the list of the pages that were archived and the digests of its files."""

import hashlib
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO

from dragoman.errors import SkippedInput
from dragoman.reading.document import Document
from dragoman.reading.stated import Stated
from dragoman.reading.tape import BOMB_FLOOR, BOMB_RATIO
from dragoman.reading.wacz_lists import DAMAGED, digests, page_key, page_list
from dragoman.reading.walk import printable
from dragoman.reading.warc import read_warc

_ARCHIVE = re.compile(r"archive/[^/]+\.warc(?:\.gz)?", re.IGNORECASE)
_PAGES = re.compile(r"pages/[^/]+\.jsonl", re.IGNORECASE)
_PACKAGE = "datapackage.json"
_AGAIN = "Export or fetch the archive again"
_BOMB = f"it unpacks to more than {BOMB_RATIO} times its size"


def read_wacz(path: Path, name: str) -> Iterator[Document | SkippedInput]:
    """The captures of its WARCs in the order of their names, streamed out of the zip; nothing is written to disk.

    Where it lists pages, only captures of their addresses are reports: the others are what the pages loaded. A listed
    page without a capture is told, and so is a WARC whose bytes do not have the digest that the package states.
    """
    try:
        package = zipfile.ZipFile(path)
    except DAMAGED as error:
        raise SkippedInput(name, f"it is no zip, or it is cut off or damaged ({said(error)})", _AGAIN) from error
    with package:
        members = {member.filename: member for member in package.infolist()}
        archives = sorted(file for file in members if _ARCHIVE.fullmatch(file))
        if not archives:
            raise SkippedInput(name, "it is a zip that holds no WARC in archive/", "Give a WACZ, or unpack it first")
        lists = sorted(file for file in members if _PAGES.fullmatch(file))
        try:
            if any(_is_bomb(members[file]) for file in lists):
                raise ValueError(_BOMB)
            pages = page_list(package, lists)
        except DAMAGED as error:
            pages = {}
            yield SkippedInput(name, f"its list of pages is damaged ({said(error)}); all captures are read", _AGAIN)
        stated = digests(package) if _PACKAGE in members else {}
        yield from _reports(
            (part for file in archives for part in _archive(package, members[file], name, stated.get(file, ""))),
            pages,
            name,
        )


def _is_bomb(member: zipfile.ZipInfo) -> bool:
    return member.file_size > BOMB_FLOOR + BOMB_RATIO * member.compress_size


def said(error: BaseException) -> str:
    """An error's own words on one line."""
    return printable(" ".join(str(error).split())[:200]) or type(error).__name__


def _reports(
    parts: Iterator[Document | SkippedInput], pages: dict[str, str], name: str
) -> Iterator[Document | SkippedInput]:
    """The captures of listed pages with the titles of the list; all captures where nothing is listed."""
    missing = dict.fromkeys(pages)
    for part in parts:
        if isinstance(part, SkippedInput) or not pages:
            yield part
            continue
        key = page_key(part.hinted.url)
        if key in pages:
            missing.pop(key, None)
            yield replace(part, hinted=part.hinted.over(Stated(title=pages[key])))
    if missing:
        first = "; ".join(printable(key) for key in list(missing)[:3])
        more = f" and {len(missing) - 3:,} more" if len(missing) > 3 else ""
        yield SkippedInput(
            name,
            f"{len(missing):,} of the {len(pages):,} pages that it lists have no capture that can be read "
            f"({first}{more})",
            "Capture them again, or give their WARC itself to read all that was captured",
        )


def _archive(
    package: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, digest: str
) -> Iterator[Document | SkippedInput]:
    """The captures of one WARC, then a line if its bytes are not those that were packed."""
    shown = f"{name}#{printable(member.filename)}"
    if member.flag_bits & 1:
        yield SkippedInput(shown, "it is encrypted", "Unpack it with its password first, and give the WARC")
        return
    if _is_bomb(member):
        yield SkippedInput(shown, _BOMB, _AGAIN)
        return
    try:
        with package.open(member) as packed:
            hashed = _Hashed(packed)
            stream = io.BufferedReader(hashed, 1 << 16)
            for part in read_warc(stream, shown):
                yield replace(part, name=f"{name}{part.name[len(shown) :]}") if isinstance(part, Document) else part
            made = hashed.digest()
    except SkippedInput as problem:
        yield problem
    except DAMAGED as error:
        yield SkippedInput(shown, f"it is damaged ({said(error)}); what stands before the damage was read", _AGAIN)
    else:
        if digest and made != digest:
            reason = "its bytes do not have the digest that the package states: it was altered or damaged"
            yield SkippedInput(shown, f"{reason}. It was read all the same", "Compare it with the original archive")


class _Hashed(io.RawIOBase):
    """A stream whose bytes are hashed as they are read."""

    def __init__(self, stream: IO[bytes]) -> None:
        super().__init__()
        self._stream = stream
        self._hash = hashlib.sha256()

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """The next bytes."""
        part = self._stream.read(len(buffer))
        buffer[: len(part)] = part
        self._hash.update(part)
        return len(part)

    def digest(self) -> str:
        """The SHA-256 of the whole stream; what was not read of it yet is read now."""
        while part := self._stream.read(1 << 16):
            self._hash.update(part)
        return self._hash.hexdigest()
