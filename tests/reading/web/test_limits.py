"""No host can fill the memory, take more than its time, or pass half a page for a whole one."""

import contextlib
import gzip
import socket
import threading
import tracemalloc
import zlib
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler

import brotli
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.errors import SkippedInput
from local_site import Make, Reply, Site, raw

ZEROS = bytes(40_000_000)


@pytest.mark.parametrize(
    ("coding", "bomb"),
    [
        ("gzip", gzip.compress(ZEROS)),
        ("deflate", zlib.compress(ZEROS)),
        ("br", brotli.compress(ZEROS, quality=1)),
        ("gzip, gzip", gzip.compress(gzip.compress(ZEROS))),
    ],
)
def test_a_bomb_stops_at_the_limit(site: Site, fetcher: Make, coding: str, bomb: bytes) -> None:
    site.pages["/a"] = Reply(bomb, headers={"Content-Encoding": coding})
    reader = fetcher(largest=1_000_000)
    tracemalloc.start()
    try:
        with pytest.raises(SkippedInput, match="larger than 1 MB"):
            reader.get(site.url("/a"))
        assert tracemalloc.get_traced_memory()[1] < 6_000_000
    finally:
        tracemalloc.stop()


CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"


@pytest.mark.parametrize(
    ("start", "reason"),
    [
        (b"HTTP/1.1 200 OK\r\n\r\n", "larger than 1 MB"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 9999999999\r\n\r\n", "larger than 1 MB"),
        (CHUNKED + b"fffffffff\r\n", "larger than 1 MB"),
        (CHUNKED + b"-1\r\n", "not proper HTTP"),
        (CHUNKED + b"-5\r\n", "not proper HTTP"),
        (b"HTTP/1.1 200 OK\r\nX: ", "not proper HTTP"),
        (b"", "not proper HTTP"),
    ],
)
def test_an_endless_answer_stops_at_the_limit(site: Site, fetcher: Make, start: bytes, reason: str) -> None:
    """A chunk of -1 bytes is what would make the library read until the memory is full."""
    sent = 0

    def page(handler: BaseHTTPRequestHandler) -> None:
        nonlocal sent
        handler.close_connection = True
        handler.wfile.write(start)
        while sent < 100_000_000:
            handler.wfile.write(bytes(65_536).replace(b"\0", b"x"))
            sent += 65_536

    site.pages["/a"] = page
    with pytest.raises(SkippedInput, match=reason):
        fetcher(largest=1_000_000, retries=0).get(site.url("/a"))
    assert sent < 50_000_000


@pytest.mark.parametrize(
    "page",
    [
        raw(b"HTTP/1.1 200 OK\r\n\r\n", then=b"x", pause=0.02),
        raw(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n", then=b"x", pause=0.02),
        raw(CHUNKED, then=b"1\r\nx\r\n", pause=0.02),
        raw(b"HTTP/1.1 200 OK\r\nX: ", then=b"x", pause=0.02),
        raw(b"HT", then=b"T", pause=0.02),
        raw(then=b"HTTP/1.1 100 Continue\r\n\r\n", pause=0.02),
        raw(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\nContent-Encoding: gzip\r\n\r\n", then=b"", pause=0),
    ],
    ids=["body", "measured body", "chunks", "headers", "status", "continue", "silence"],
)
def test_an_answer_that_drips_is_cut_at_its_time(site: Site, fetcher: Make, page: Callable[..., None]) -> None:
    over = threading.Event()

    def held(handler: BaseHTTPRequestHandler) -> None:
        page(handler)
        over.wait(5)

    site.pages["/a"] = held
    with pytest.raises(SkippedInput, match=r"took longer than 0\.4 s"):
        fetcher(seconds=0.4).get(site.url("/a"))
    over.set()
    assert site.paths.count("/a") == 1


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_host_that_never_speaks_is_cut_at_its_time(fetcher: Make, scheme: str) -> None:
    """Under https the wait is inside the handshake."""
    with contextlib.closing(socket.create_server(("127.0.0.1", 0))) as silent:
        url = f"{scheme}://127.0.0.1:{silent.getsockname()[1]}/"
        with pytest.raises(SkippedInput, match=r"took longer than 0\.4 s"):
            fetcher(seconds=0.4).get(url)


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort", "cut off"),
        (CHUNKED + b"5\r\nshort\r\n", "cut off"),
        (CHUNKED + b"50\r\nshort", "cut off"),
        (CHUNKED + b"zz\r\nshort", "cut off"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nshort", "not proper HTTP"),
        (b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nno gzip at all", "compression is broken"),
        (b"HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\nno brotli at all", "compression is broken"),
        (b"HTTP/1.1 200 OK\r\nContent-Encoding: zstd\r\n\r\n\x28\xb5\x2f\xfd", r"not understood \(zstd\)|broken"),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n", "not proper HTTP"),
        (b"", "broke the connection off"),
        (b"SSH-2.0\r\n", "not proper HTTP"),
    ],
)
def test_half_a_page_is_none(site: Site, fetcher: Make, answer: bytes, reason: str) -> None:
    site.pages["/a"] = raw(answer)
    with pytest.raises(SkippedInput, match=reason):
        fetcher(retries=1).get(site.url("/a"))


_WORDS = [
    CHUNKED,
    b"HTTP/1.1 200 OK\r\n",
    b"Content-Length: 9\r\n",
    b"Content-Encoding: gzip\r\n",
    b"Location: ",
    b"\r\n",
    b"5\r\n",
]


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts=st.lists(st.sampled_from(_WORDS) | st.binary(max_size=12), max_size=9))
def test_any_bytes_are_a_page_or_a_line(site: Site, fetcher: Make, parts: list[bytes]) -> None:
    site.pages["/a"] = raw(*parts)
    with contextlib.suppress(SkippedInput):
        assert len(fetcher(retries=0).get(site.url("/a")).content) <= sum(map(len, parts))


def test_a_page_cut_off_once_is_fetched_again(site: Site, fetcher: Make) -> None:
    site.pages["/a"] = [raw(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort"), Reply(b"Whole.")]
    assert fetcher().get(site.url("/a")).content == b"Whole."


def test_what_follows_a_page_on_the_line_is_not_the_next_page(site: Site, fetcher: Make) -> None:
    """A host that says more than it announced could else answer for a page that was not yet asked for."""
    read, sent = threading.Event(), threading.Event()

    def page(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nPage.")
        read.wait(5)
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nEvil")
        sent.set()

    site.pages |= {"/a": page, "/b": Reply(b"Next.")}
    with fetcher() as reader:
        assert reader.get(site.url("/a")).content == b"Page."
        read.set()
        sent.wait(5)
        assert reader.get(site.url("/b")).content == b"Next."


def test_a_page_that_was_not_read_to_its_end_does_not_spoil_the_next(site: Site, fetcher: Make) -> None:
    site.pages |= {"/a": Reply(bytes(3_000_000)), "/b": Reply(b"Next."), "/c": Reply(b"Gone.", 404)}
    with fetcher(largest=1_000_000, retries=0) as reader:
        for path in ("/a", "/c"):
            with pytest.raises(SkippedInput):
                reader.get(site.url(path))
            assert reader.get(site.url("/b")).content == b"Next."
