"""A real server on this machine, and a clock that no test has to wait for."""

import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from dragoman.reading.web.fetch import Fetcher


@dataclass(frozen=True)
class Reply:
    body: bytes = b"A report."
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)

    def __call__(self, handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(self.status)
        for name, value in {"Content-Length": str(len(self.body)), **self.headers}.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(self.body)


def raw(*parts: bytes, then: bytes = b"", pause: float = 0.0) -> Callable[[BaseHTTPRequestHandler], None]:
    """Sends parts as they are, and `then` without end."""

    def page(handler: BaseHTTPRequestHandler) -> None:
        handler.close_connection = True
        for part in parts:
            handler.wfile.write(part)
        never = threading.Event()
        while then:
            handler.wfile.write(then)
            never.wait(pause)

    return page


Page = Callable[[BaseHTTPRequestHandler], None]


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exception(), OSError):  # readers that break off are what is tested
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class Site:
    """Pages by path, several for one path in turn; `asked` is what came in, with the port it came from."""

    def __init__(self) -> None:
        self.pages: dict[str, Page | list[Page]] = {"/robots.txt": Reply(status=404)}
        self.asked: list[tuple[str, Message]] = []
        self.lines: set[tuple[str, int]] = set()
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                site.asked.append((self.path, self.headers))
                site.lines.add(self.client_address)
                page = site.pages.get(self.path, Reply(status=404))
                if isinstance(page, list):
                    page = page.pop(0)
                try:
                    page(self)
                except OSError:
                    self.close_connection = True

            def log_message(self, format: str, *args: object) -> None:
                """Nothing is printed."""

        self.server = _Server(("127.0.0.1", 0), Handler)
        self.host = f"127.0.0.1:{self.server.server_port}"

    def url(self, path: str) -> str:
        return f"http://{self.host}{path}"

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


class Time:
    """Sleeping moves the clock at once."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    def clock(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


Make = Callable[..., Fetcher]
