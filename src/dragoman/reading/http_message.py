"""An HTTP answer as a crawler stored it: its status, its fields, and its body with the transport's packing undone."""

import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

import brotli

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)? +(\d{3})\b")
_END = re.compile(rb"\r?\n\r?\n")
_SIZE = re.compile(rb"[ \t]*([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]{0,1000})?\r?\n")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:+-]{1,40})", re.IGNORECASE)
_ZSTD = b"\x28\xb5\x2f\xfd"
_MOST_CODINGS = 4
_LARGEST_HEAD = 65_536


class BrokenBody(Exception):  # noqa: N818 - it says what the body is
    """The body is too large, cut off or packed in a way that cannot be undone; its text says which."""


@dataclass(frozen=True, slots=True)
class Message:
    """Status (200 where nothing is said), fields by lower-case name, and the body as it was sent."""

    status: int
    fields: Mapping[str, str]
    body: bytes

    @property
    def media_type(self) -> str:
        """As declared, without its parameters, in lower case; "" where it is not declared."""
        return self.fields.get("content-type", "").partition(";")[0].strip().casefold()

    @property
    def charset(self) -> str:
        """As declared, or ""."""
        found = _CHARSET.search(self.fields.get("content-type", ""))
        return found[1] if found else ""


def message(block: bytes) -> Message | None:
    """The parts of an answer; None where the bytes do not begin as one."""
    status = _STATUS.match(block)
    if status is None:
        return None
    end = _END.search(block, 0, _LARGEST_HEAD)
    head, body = (block[: end.start()], block[end.end() :]) if end else (block[:_LARGEST_HEAD], b"")
    fields: dict[str, str] = {}
    for line in head.split(b"\n")[1:]:
        name, colon, value = line.decode("latin-1").partition(":")
        if colon:
            known = fields.get(name.strip().casefold())
            fields[name.strip().casefold()] = f"{known}, {value.strip()}" if known else value.strip()
    return Message(int(status[1]), fields, body)


def unpacked(answer: Message, largest: int) -> bytes:
    """The body with its transfer and content codings undone, as far as it has them: many crawlers undo them
    and keep the fields that declare them. Raises BrokenBody.
    """
    body = answer.body
    if "chunked" in answer.fields.get("transfer-encoding", "").casefold():
        body = _joined(body)
    codings = [coding.strip().casefold() for coding in answer.fields.get("content-encoding", "").split(",")]
    if len(codings) > _MOST_CODINGS:
        raise BrokenBody("the page is packed many times over")
    for coding in reversed(codings):
        body = _undone(body, coding, largest)
    if len(body) > largest:
        raise BrokenBody(f"the page is larger than {largest // 1_000_000} MB")
    return body


def _joined(body: bytes) -> bytes:
    """The chunks as one; the body as it is where it does not begin with a chunk's size."""
    joined = bytearray()
    at = 0
    while size := _SIZE.match(body, at):
        start, length = size.end(), int(size[1], 16)
        if not length:
            return bytes(joined)
        if start + length > len(body):
            break
        joined += body[start : start + length]
        at = start + length + (2 if body[start + length : start + length + 2] == b"\r\n" else 1)
    if at == 0 and (size is None or _readable(body)):
        return body
    raise BrokenBody("the capture of the page is not whole")


def _undone(body: bytes, coding: str, largest: int) -> bytes:
    if coding in ("gzip", "x-gzip"):
        return _inflated(body, 31, largest) if body.startswith(b"\x1f\x8b") else body
    if coding == "deflate" and not _readable(body):
        zlib_wrapped = len(body) > 1 and body[0] & 15 == 8 and (body[0] << 8 | body[1]) % 31 == 0
        return _inflated(body, 15 if zlib_wrapped else -15, largest)
    if coding == "br" and not _readable(body):
        return _brotli(body, largest)
    if body.startswith(_ZSTD):
        raise BrokenBody("the page is packed with zstd, which is not read")
    return body


def _inflated(body: bytes, window: int, largest: int) -> bytes:
    unpack = zlib.decompressobj(window)
    try:
        made = unpack.decompress(body, largest + 1)
    except zlib.error as error:
        raise BrokenBody("the page's packed bytes are damaged") from error
    return _checked(made, largest, whole=unpack.eof)


def _brotli(body: bytes, largest: int) -> bytes:
    unpack = brotli.Decompressor()
    parts = []
    size = 0
    try:
        given = body
        while size <= largest and not unpack.is_finished():
            part = unpack.process(given, output_buffer_limit=1_000_000)
            if not (part or given) and not unpack.is_finished():
                break
            given = b""
            parts.append(part)
            size += len(part)
    except brotli.error as error:
        raise BrokenBody("the page's packed bytes are damaged") from error
    return _checked(b"".join(parts), largest, whole=unpack.is_finished())


def _checked(made: bytes, largest: int, *, whole: bool) -> bytes:
    if len(made) > largest:
        raise BrokenBody(f"the page is larger than {largest // 1_000_000} MB")
    if not whole:
        raise BrokenBody("the capture of the page is not whole")
    return made


def _readable(body: bytes) -> bool:
    """Whether a body is a text or a page already, so that its coding was undone before it was stored."""
    start = body[:512].lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith((b"<", b"%PDF", b"{")) or (bool(start) and start.isascii() and b"\x00" not in start)
