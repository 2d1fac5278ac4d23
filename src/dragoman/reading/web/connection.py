"""Connections of urllib3 that leave by the gate and are bounded by a deadline."""

import http.client
import io
import socket
import ssl
from collections.abc import Callable
from typing import Any

from urllib3.connection import HTTPConnection, HTTPSConnection

from dragoman.reading.web.deadline import Deadline
from dragoman.reading.web.gate import Gate
from dragoman.reading.web.location import Location

READ_SECONDS = 30.0


class _Measured(io.BufferedReader):
    """Never reads to the end at once: a chunk that says it is -1 bytes long would fill the memory."""

    def read(self, size: int | None = -1, /) -> bytes:
        if size is None or size < 0:
            raise http.client.HTTPException("a length below zero")
        return super().read(size)


class _Response(http.client.HTTPResponse):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fp = _Measured(self.fp.detach())


class Connection(HTTPConnection):
    """Called at a checked address; nothing else is looked up, and no proxy is asked."""

    gate: Gate
    deadline: Deadline
    response_class = _Response

    def _new_conn(self) -> socket.socket:
        return self.gate.connect(self.host, self.port, self.deadline)


class SecureConnection(Connection, HTTPSConnection):
    """The same behind TLS, which is verified for the host's name, not for the address called."""


def connection_to(location: Location, gate: Gate, trusted: Callable[[], ssl.SSLContext]) -> Connection:
    """A connection that is not open yet; its `deadline` is set before each request."""
    connection = (
        SecureConnection(location.host, location.port, timeout=READ_SECONDS, ssl_context=trusted())
        if location.scheme == "https"
        else Connection(location.host, location.port, timeout=READ_SECONDS)
    )
    connection.gate = gate
    return connection


def authorities() -> ssl.SSLContext:
    """The system's certificate authorities, or those of SSL_CERT_FILE."""
    context = ssl.create_default_context()
    context.set_alpn_protocols(["http/1.1"])
    return context
