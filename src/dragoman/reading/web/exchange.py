"""One request and its answer, within limits of size and time."""

import ssl
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from urllib3.response import HTTPResponse

from dragoman.reading.web.connection import Connection, authorities, connection_to
from dragoman.reading.web.deadline import Deadline
from dragoman.reading.web.faults import FAULTS, fault
from dragoman.reading.web.gate import Gate
from dragoman.reading.web.location import Location
from dragoman.reading.web.trouble import LATER, SAVE_IT, Trouble

KEPT_OPEN = 8
PIECE = 65_536
# What the library can undo; a page compressed otherwise would be read as letters.
CODINGS = tuple(coding for coding in HTTPResponse.CONTENT_DECODERS if coding != "x-gzip")
_FOREIGN = {"br", "zstd", "compress", "x-compress", "dcb", "dcz"}.difference(CODINGS)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a host answered; `content` is decompressed, and empty where the status is no success."""

    location: Location
    status: int
    headers: Mapping[str, str]
    content: bytes = b""


class Exchange:
    """Asks for pages one at a time; the last few connections are kept open for more of the same site."""

    def __init__(self, gate: Gate, *, agent: str, seconds: float) -> None:
        self._gate, self._seconds = gate, seconds
        self._headers = {
            "User-Agent": agent,
            "Accept": "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8",
            "Accept-Encoding": ", ".join(CODINGS),
        }
        self._open: OrderedDict[str, Connection] = OrderedDict()

    def ask(self, location: Location, headers: Mapping[str, str], *, largest: int) -> Answer:
        """GET a page of at most `largest` bytes; raises Trouble."""
        connection = self._connection(location)
        complete = False
        with Deadline(self._seconds) as deadline:
            try:
                answer, complete = self._asked(connection, deadline, location, {**self._headers, **headers}, largest)
            except (Trouble, *FAULTS) as error:
                if deadline.passed:
                    raise _too_slow(self._seconds) from error
                if isinstance(error, Trouble):
                    raise
                raise fault(error) from error
            finally:
                self._put_back(location, connection, complete=complete)
        return answer

    def close(self) -> None:
        """Close the connections kept open."""
        while self._open:
            self._open.popitem()[1].close()

    @cached_property
    def _authorities(self) -> ssl.SSLContext:
        return authorities()

    def _connection(self, location: Location) -> Connection:
        kept = self._open.pop(location.site, None)
        if kept is not None and kept.is_connected:
            return kept
        if kept is not None:
            kept.close()
        return connection_to(location, self._gate, lambda: self._authorities)

    def _put_back(self, location: Location, connection: Connection, *, complete: bool) -> None:
        if not complete or connection.is_closed:
            connection.close()
            return
        self._open[location.site] = connection
        if len(self._open) > KEPT_OPEN:
            self._open.popitem(last=False)[1].close()

    def _asked(
        self, connection: Connection, deadline: Deadline, location: Location, headers: Mapping[str, str], largest: int
    ) -> tuple[Answer, bool]:
        """The answer, and whether nothing of it is left on the line."""
        connection.deadline = deadline
        if connection.sock is not None:
            deadline.watch(connection.sock)
        connection.request("GET", location.target, headers=headers, preload_content=False)
        response = connection.getresponse()
        try:
            whole = response.status < 300 or response.status == 304
            content = _content(response, deadline, largest) if whole else b""
            return Answer(location, response.status, response.headers, content), response.closed
        finally:
            response.close()


def _content(response: HTTPResponse, deadline: Deadline, largest: int) -> bytes:
    """The body, decompressed piece by piece, so that hardly more than `largest` bytes are ever held."""
    codings = {coding.strip().lower() for coding in response.headers.get("Content-Encoding", "").split(",")}
    foreign = sorted(codings & _FOREIGN)
    if foreign:
        raise Trouble(f"it is compressed in a way that is not understood ({foreign[0]})", SAVE_IT)
    content = bytearray()
    announced = response.length_remaining or 0
    if announced <= largest:
        for piece in response.stream(PIECE, decode_content=True):
            content += piece
            if len(content) > largest or deadline.passed:
                break
    if deadline.passed:
        raise _too_slow(deadline.seconds)
    if max(announced, len(content)) > largest:
        raise Trouble(f"it is larger than {largest / 1_000_000:g} MB", "Give the address of a single report")
    return bytes(content)


def _too_slow(seconds: float) -> Trouble:
    return Trouble(f"it took longer than {seconds:g} s", f"{LATER}, or save the page in a browser and give the file")
