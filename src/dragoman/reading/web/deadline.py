"""A limit of time on all that happens on one connection."""

import socket
import threading
import time
from contextlib import suppress
from types import TracebackType
from typing import Self


class Deadline:
    """Shuts the connection from another thread when the time is over.

    Timeouts of a socket begin anew with every byte that comes; a server that drips bytes is stopped only so.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._ends = time.monotonic() + seconds
        self._timer = threading.Timer(seconds, self._shut)
        self._timer.daemon = True
        self._lock = threading.Lock()
        self._line: socket.socket | None = None

    @property
    def left(self) -> float:
        """Seconds left, never quite none."""
        return max(0.001, self._ends - time.monotonic())

    @property
    def passed(self) -> bool:
        """Whether the time is over."""
        return time.monotonic() >= self._ends

    def watch(self, sock: socket.socket) -> None:
        """Guard a connected socket; TLS may take it over later, so a second handle of the same line is kept."""
        with self._lock:
            if self._line is not None:
                self._line.close()
            self._line = socket.fromfd(sock.fileno(), sock.family, sock.type)
        if self.passed:
            self._shut()

    def _shut(self) -> None:
        with self._lock, suppress(OSError):
            if self._line is not None:
                self._line.shutdown(socket.SHUT_RDWR)

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._timer.cancel()
        with self._lock:
            if self._line is not None:
                self._line.close()
                self._line = None
