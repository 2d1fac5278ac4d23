"""A WARC: the pages, texts and PDFs that a crawler or a browser captured, each with its address and time."""

import re
from collections.abc import Iterator
from typing import BinaryIO
from urllib.parse import urlsplit

from dragoman.errors import SkippedInput
from dragoman.reading.document import Document, Format
from dragoman.reading.html import looks_like_html
from dragoman.reading.http_message import BrokenBody, Message, message, unpacked
from dragoman.reading.stated import Stated
from dragoman.reading.tally import Tally
from dragoman.reading.tape import BrokenTape, Tape
from dragoman.reading.walk import printable
from dragoman.reading.warc_records import LARGEST, Record, records

_FORMATS = {
    "text/html": Format.HTML,
    "application/xhtml+xml": Format.HTML,
    "text/plain": Format.TEXT,
    "application/pdf": Format.PDF,
}
_TIME = re.compile(r"\d{4}-\d\d-\d\d")
_ADDRESS = re.compile(r"(?:https?|ftp|file)://", re.IGNORECASE)
_LONGEST_ADDRESS = 4_000
_UNTYPED = ("", "application/octet-stream", "application/unknown", "text/unknown")
# Files that sites offer to robots, in plain text.
_FOR_ROBOTS = re.compile(r"/(?:robots|ads|app-ads|humans|llms|security|sellers)\.txt$|/\.well-known/", re.IGNORECASE)
_ZSTD = (b"\x28\xb5\x2f\xfd", b"\x5d\x2a\x4d\x18")
_HOW = "Give a WARC as crawlers and browsers write it (.warc or .warc.gz)"


def read_warc(stream: BinaryIO, name: str) -> Iterator[Document | SkippedInput]:
    """The captured pages, texts and PDFs of a WARC, plain or gzipped, in its order; each capture of an address is one.

    Answers other than 200, revisits, images, scripts and the like are no reports and pass in silence unless nothing
    can be read at all. Like faults are one line with a count, after the documents.
    """
    tally = Tally(name)
    yielded = 0
    tape = Tape(stream)
    start = _start(tape)
    if start.startswith(_ZSTD):
        raise SkippedInput(name, "it is packed with zstd", "Unpack it first, with `zstd -d`")
    if not b"WARC/".startswith(start[:5].strip()) or not start:
        raise SkippedInput(name, "it is no WARC" if start else "it is empty", _HOW)
    for record in records(tape, tally):
        document = _document(record, tally)
        if document is not None:
            yielded += 1
            yield document
    yield from tally.lines()
    if not yielded and not tally.faults:
        account = tally.account()
        yield SkippedInput(name, f"it holds no page that can be read{': ' + account if account else ''}", _HOW)


def _start(tape: Tape) -> bytes:
    """The first bytes; those of a WARC where they are damaged, since what follows them may be whole."""
    try:
        return tape.peek(8)
    except BrokenTape:
        return b"WARC/"


def _document(record: Record, tally: Tally) -> Document | None:
    address = record.address
    if not _ADDRESS.match(address) or len(address) > _LONGEST_ADDRESS:
        tally.pass_over("records of other kinds")
        return None
    answer = _answer(record)
    if answer is None or answer.status != 200:
        tally.pass_over("answers other than 200" if answer else "records of other kinds")
        return None
    if answer.media_type not in (*_FORMATS, *_UNTYPED) or _FOR_ROBOTS.search(address):
        tally.pass_over("images, scripts, styles, data and other files")
        return None
    where = printable(address)
    if record.fields.get("warc-truncated") or record.fields.get("warc-segment-number"):
        tally.fault("the crawler did not capture a page whole", "Capture the page again", where)
        return None
    try:
        if not record.whole:
            raise BrokenBody(f"the page is larger than {LARGEST // 1_000_000} MB")
        content = unpacked(answer, LARGEST)
    except BrokenBody as broken:
        tally.fault(str(broken), "Capture the page again", where)
        return None
    return _made(record, answer, content, f"{tally.name}#{where}", tally)


def _made(record: Record, answer: Message, content: bytes, name: str, tally: Tally) -> Document | None:
    format = _format(answer.media_type, content)
    if format is None or not content.strip():
        tally.pass_over("empty pages" if format else "images, scripts, styles, data and other files")
        return None
    captured = record.fields.get("warc-date", "")
    return Document(
        name,
        content,
        format,
        charset=answer.charset,
        hinted=Stated(url=printable(record.address), seen=captured if _TIME.match(captured) else ""),
        stem=_host(record.address),
    )


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _answer(record: Record) -> Message | None:
    """The stored answer; a resource without HTTP head is its own body."""
    kind = record.fields.get("content-type", "")
    if record.kind == "response" or kind.casefold().startswith("application/http"):
        return message(record.block)
    return Message(200, {"content-type": kind}, record.block)


def _format(media_type: str, content: bytes) -> Format | None:
    """What the bytes begin as, before what the server called them."""
    if content.startswith(b"%PDF"):
        return Format.PDF
    if looks_like_html(content):
        return Format.HTML
    return _FORMATS.get(media_type)
