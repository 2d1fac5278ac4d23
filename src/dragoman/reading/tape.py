"""A byte stream read forwards by lines and counts, its gzip undone, in bounded memory."""

import zlib
from typing import BinaryIO

CHUNK = 65_536
LINE = 65_536
CUT = "it is cut off"
_GZIP = b"\x1f\x8b\x08"
# Deflate cannot pack more than 1,032 to one, and saved pages are packed five to twenty to one.
BOMB_RATIO = 200
BOMB_FLOOR = 100_000_000


class BrokenTape(Exception):  # noqa: N818 - it says what the stream is
    """The bytes end too early or cannot be unpacked, near byte `at` of the stream; `final` where nothing can follow."""

    def __init__(self, reason: str, at: int, *, final: bool = False) -> None:
        super().__init__(reason)
        self.reason, self.at, self.final = reason, at, final


class Tape:
    """Reads a stream once; gzip is told by its first bytes, in one member or in many."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._fed = 0
        self._raw = self._read()
        self._packed = self._raw.startswith(_GZIP)
        self._unpack = zlib.decompressobj(31) if self._packed else None
        self._open = self._packed
        self._buffer = b""
        self._start = 0
        self._made = 0

    @property
    def at(self) -> int:
        """Bytes of the stream that have been used."""
        return self._fed - len(self._raw) - (0 if self._packed else len(self._buffer) - self._start)

    def peek(self, count: int) -> bytes:
        """The next bytes, left where they are; fewer where less is at hand."""
        return self._buffer[self._start : self._start + count] if self._fill() else b""

    def line(self) -> bytes:
        """The next line with its end, at most `LINE` bytes of it; empty at the end of the stream."""
        parts: list[bytes] = []
        size = 0
        while size < LINE and self._fill():
            stop = self._buffer.find(b"\n", self._start, self._start + LINE - size) + 1
            part = self._cut(stop - self._start if stop else LINE - size)
            parts.append(part)
            size += len(part)
            if stop:
                break
        return b"".join(parts)

    def take(self, count: int) -> bytes:
        """Exactly so many bytes; BrokenTape where the stream has fewer."""
        parts: list[bytes] = []
        while count and self._need():
            parts.append(self._cut(count))
            count -= len(parts[-1])
        return b"".join(parts)

    def skip(self, count: int) -> None:
        """Leave out exactly so many bytes; BrokenTape where the stream has fewer."""
        while count and self._need():
            count -= len(self._cut(count))

    def recover(self) -> bool:
        """After BrokenTape, go on at the next gzip member (archives pack each record for itself); False at the end."""
        self._buffer, self._start = b"", 0
        begin = 1
        while self._packed and self._raw:
            found = self._raw.find(_GZIP, begin)
            if found >= 0:
                self._raw = self._raw[found:]
                self._unpack, self._open = zlib.decompressobj(31), True
                return True
            tail, begin = self._raw[-2:], 0
            self._raw = self._read()
            self._raw = tail + self._raw if self._raw else b""
        return False

    def _read(self) -> bytes:
        more = self._stream.read(CHUNK)
        self._fed += len(more)
        return more

    def _cut(self, most: int) -> bytes:
        part = self._buffer[self._start : self._start + most]
        self._start += len(part)
        return part

    def _need(self) -> bool:
        if not self._fill():
            raise BrokenTape(CUT, self.at, final=True)
        return True

    def _fill(self) -> bool:
        """Whether there are bytes in the buffer, after reading on where it was empty."""
        while self._start >= len(self._buffer):
            if not self._raw:
                self._raw = self._read()
            if not self._raw and not self._open:
                return False
            if self._unpack is None:
                self._buffer, self._raw, self._start = self._raw, b"", 0
            else:
                self._buffer, self._start = self._unpacked(self._unpack), 0
        return True

    def _unpacked(self, unpack: "zlib._Decompress") -> bytes:
        if not self._open:
            return self._next_member()
        given = self._raw
        try:
            made = unpack.decompress(given, CHUNK)
        except zlib.error as error:
            raise BrokenTape("its packed bytes are damaged", self.at) from error
        self._raw = unpack.unconsumed_tail or unpack.unused_data
        self._open = not unpack.eof
        self._made += len(made)
        if not (given or made or unpack.eof):
            raise BrokenTape(CUT, self.at, final=True)
        if self._made > BOMB_FLOOR + BOMB_RATIO * self.at:
            raise BrokenTape("it unpacks to more than 200 times its size", self.at, final=True)
        return made

    def _next_member(self) -> bytes:
        """Begin the next member; zeros may pad the last one."""
        self._raw = self._raw.lstrip(b"\x00")
        if len(self._raw) < len(_GZIP):
            self._raw += self._read()
        if self._raw:
            if self._raw[: len(_GZIP)] != _GZIP[: len(self._raw)]:
                raise BrokenTape("bytes that are not packed follow its packed ones", self.at)
            self._unpack, self._open = zlib.decompressobj(31), True
        return b""
