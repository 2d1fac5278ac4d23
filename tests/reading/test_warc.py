"""WARCs: captures with address and time, in order; cut, damaged or hostile archives give what is whole and a line."""

import gzip
import io
import random
import tracemalloc
import zlib

import brotli
import pytest
from captures import INFO, answer, packed, page, record
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import SkippedInput
from dragoman.reading.document import Document, Format
from dragoman.reading.warc import read_warc
from dragoman.reading.warc_records import LARGEST

FIRST, SECOND, THIRD = (record(f"https://example.org/{n}", answer(page(f"Talks, day {n}"))) for n in (1, 2, 3))
ALL = (INFO, FIRST, SECOND, THIRD)
KINDS = {"plain": b"".join(ALL), "members": packed(ALL), "one member": gzip.compress(b"".join(ALL), mtime=0)}


def _read(content: bytes) -> tuple[list[Document], list[SkippedInput]]:
    """Documents and problems; what read_warc itself raises is a problem too."""
    documents: list[Document] = []
    problems: list[SkippedInput] = []
    try:
        for part in read_warc(io.BytesIO(content), "news.warc.gz"):
            (documents if isinstance(part, Document) else problems).append(part)  # type: ignore[arg-type]
    except SkippedInput as problem:
        problems.append(problem)
    return documents, problems


def _addresses(content: bytes) -> list[str]:
    return [document.hinted.url.rsplit("/", 1)[1] for document in _read(content)[0]]


@pytest.mark.parametrize("kind", KINDS)
def test_every_capture_with_its_address_and_time(kind: str) -> None:
    documents, problems = _read(KINDS[kind])
    assert not problems
    assert [document.name for document in documents] == [f"news.warc.gz#https://example.org/{n}" for n in (1, 2, 3)]
    first = documents[0]
    assert first.content == page("Talks, day 1")
    assert (first.format, first.charset, first.stem) == (Format.HTML, "utf-8", "example.org")
    assert (first.hinted.url, first.hinted.seen) == ("https://example.org/1", "2025-06-02T08:15:00Z")


def test_kinds_of_files_are_told_by_bytes_then_by_label() -> None:
    archive = b"".join(
        (
            record("https://example.org/a.pdf", answer(b"%PDF-1.4 ...", "text/html")),
            record("https://example.org/b", answer(b"Talks went on.", "text/plain")),
            record("https://example.org/c", answer(page(), "application/octet-stream")),
            record("https://example.org/d", page(), kind="resource", media="text/html"),
            record("<https://example.org/e>", answer(page()), version="1.0"),
        )
    )
    documents, problems = _read(archive)
    assert not problems
    assert [d.format for d in documents] == [Format.PDF, Format.TEXT, Format.HTML, Format.HTML, Format.HTML]
    assert documents[4].hinted.url == "https://example.org/e"


def test_two_captures_of_one_address_are_two_versions() -> None:
    later = record("https://example.org/1", answer(page("Changed")), date="2025-06-03T08:15:00Z")
    documents, _ = _read(FIRST + later)
    assert [document.hinted.seen[:10] for document in documents] == ["2025-06-02", "2025-06-03"]


def test_what_is_no_report_passes_in_silence() -> None:
    others = (
        record("https://example.org/x", answer(b"", status="404 Not Found")),
        record("https://example.org/x", answer(b"", status="301 Moved")),
        record("https://example.org/i.png", answer(b"\x89PNG", "image/png")),
        record("https://example.org/robots.txt", answer(b"User-agent: *", "text/plain")),
        record("https://example.org/x", answer(b""), kind="revisit"),
        record("https://example.org/x", b"GET / HTTP/1.1\r\n\r\n", kind="request"),
        record("urn:text:https://example.org/1", b"Talks", kind="resource", media="text/plain"),
        record("dns:example.org", b"127.0.0.1", kind="resource", media="text/dns"),
    )
    documents, problems = _read(b"".join((*others, FIRST)))
    assert len(documents) == 1
    assert not problems
    documents, problems = _read(b"".join(others))
    assert not documents
    assert "no page that can be read: " in problems[0].reason
    assert "2 answers other than 200" in problems[0].reason
    assert "1 revisit records" in problems[0].reason


def _chunked(body: bytes) -> bytes:
    half = len(body) // 2
    return b"%x;a=b\r\n%b\r\n%X\r\n%b\r\n0\r\n\r\n" % (half, body[:half], len(body) - half, body[half:])


@pytest.mark.parametrize(
    ("fields", "pack"),
    [
        ("Content-Encoding: gzip", gzip.compress),
        ("Content-Encoding: x-gzip", gzip.compress),
        ("Content-Encoding: deflate", zlib.compress),
        ("Content-Encoding: deflate", lambda body: zlib.compress(body, wbits=-15)),
        ("Content-Encoding: br", brotli.compress),
        ("Transfer-Encoding: chunked", _chunked),
        ("Transfer-Encoding: chunked\r\nContent-Encoding: gzip", lambda body: _chunked(gzip.compress(body))),
        ("Content-Encoding: deflate, gzip", lambda body: gzip.compress(zlib.compress(body))),
        # Many crawlers undo the packing and keep the fields.
        ("Content-Encoding: gzip", bytes),
        ("Content-Encoding: br", bytes),
        ("Content-Encoding: deflate", bytes),
        ("Content-Encoding: zstd", bytes),
        ("Transfer-Encoding: chunked", bytes),
    ],
)
def test_packing_of_the_transport_is_undone(fields: str, pack) -> None:  # type: ignore[no-untyped-def]
    documents, problems = _read(record("https://example.org/1", answer(pack(page()), more=f"{fields}\r\n")))
    assert not problems
    assert documents[0].content == page()


@pytest.mark.parametrize(
    ("fields", "body", "reason"),
    [
        ("Content-Encoding: gzip", gzip.compress(page())[:-20], "not whole"),
        ("Content-Encoding: gzip", gzip.compress(bytes(LARGEST + 1)), "larger than 20 MB"),
        ("Content-Encoding: br", brotli.compress(bytes(LARGEST + 1)), "larger than 20 MB"),
        ("Content-Encoding: br", brotli.compress(page())[:-20], "not whole"),
        ("Content-Encoding: gzip", b"\x1f\x8b\x08" + bytes(40), "damaged"),
        ("Content-Encoding: zstd", b"\x28\xb5\x2f\xfd" + bytes(40), "zstd"),
        ("Content-Encoding: gzip, gzip, gzip, gzip, gzip", page(), "many times over"),
        ("Transfer-Encoding: chunked", _chunked(page())[:-60], "not whole"),
    ],
)
def test_a_page_that_cannot_be_unpacked_is_named(fields: str, body: bytes, reason: str) -> None:
    bad = record("https://example.org/bad", answer(body, more=f"{fields}\r\n"))
    documents, problems = _read(FIRST + bad + SECOND)
    assert [document.hinted.url[-1] for document in documents] == ["1", "2"]
    assert len(problems) == 1
    assert reason in problems[0].reason
    assert "https://example.org/bad" in problems[0].reason


def test_like_faults_are_one_line() -> None:
    bad = b"".join(
        record(f"https://example.org/{n}", answer(page()), more="WARC-Truncated: length\r\n") for n in range(5000)
    )
    documents, problems = _read(bad + FIRST)
    assert len(documents) == 1
    assert len(problems) == 1
    assert "example.org/2 and 4,997 more" in problems[0].reason


@pytest.mark.parametrize("kind", KINDS)
def test_cut_at_every_byte(kind: str) -> None:
    """What stands whole before the cut is read as it is; a cut that takes anything away is told with its byte."""
    content = KINDS[kind]
    whole = [document.content for document in _read(content)[0]]
    for size in range(1, len(content)):
        documents, problems = _read(content[:size])
        assert [document.content for document in documents] == whole[: len(documents)]
        assert len(problems) <= 1
        if len(documents) < len(whole) and not _between(content, size):
            assert problems, size
            assert "cut off" in problems[0].reason or "no WARC" in problems[0].reason
        if problems and "cut off" in problems[0].reason:
            assert f"at byte {size:,}" in problems[0].reason


def _between(content: bytes, size: int) -> bool:
    """Whether a cut falls between records: nothing shows that more was to come."""
    plain = content.startswith(b"WARC")
    ends = [sum(len(one) for one in (ALL if plain else [packed([r]) for r in ALL])[:n]) for n in range(1, 5)]
    return any(end - 4 * plain <= size <= end for end in ends)


def test_damage_inside_takes_one_record_and_the_rest_is_read() -> None:
    members = [packed([one]) for one in ALL]
    harmed = bytearray(members[2])
    harmed[30:60] = random.Random(1).randbytes(30)
    documents, problems = _read(b"".join([*members[:2], bytes(harmed), members[3]]))
    assert [document.hinted.url[-1] for document in documents] == ["1", "3"]
    assert "damaged" in problems[0].reason
    assert "at byte" in problems[0].reason
    assert _addresses(b"".join([*members[:2], b"neither packed nor text" * 9000, *members[2:]])) == ["1", "2", "3"]
    for place in (FIRST + b"lines that belong\r\nto nothing\r\n" * 3000 + SECOND, FIRST[:-4] + b"more\r\n" + SECOND):
        documents, problems = _read(place)
        assert [document.hinted.url[-1] for document in documents] == ["1", "2"]
        assert "belong to no record" in problems[0].reason


@pytest.mark.parametrize("length", ["-5", "1e3", "", "9" * 30, "٣"])
def test_a_record_without_a_length_is_passed_over(length: str) -> None:
    head, rest = FIRST.split(b"Content-Length: ", 1)
    bad = head + b"Content-Length: " + length.encode() + rest[rest.index(b"\r\n") :]
    documents, problems = _read(bad + SECOND)
    assert [document.hinted.url[-1] for document in documents] == ["2"]
    assert "does not say its length" in problems[0].reason


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (gzip.compress(b""), "empty"),
        (b"Some text", "no WARC"),
        (gzip.compress(b"Some text"), "no WARC"),
        (bytes(5000), "no WARC"),
        (b"\x28\xb5\x2f\xfd\x00", "zstd"),
        (b"\x1f\x8b\x08\xff\xff\xff\xff\xff", "damaged"),
        (gzip.compress(INFO)[:20], "cut off"),
        (b"WARC/1.0\r\n" + b"x" * 200_000, "no end"),
        (b"WARC/1.0\r\n" + b"X: y\r\n" * 20_000, "no end"),
        (b"WARC/1.0\r\nX: y\r\n" + b" y\r\n" * 90_000, "no end"),
    ],
)
def test_what_is_no_warc_is_told(content: bytes, reason: str) -> None:
    documents, problems = _read(content)
    assert not documents
    assert reason in problems[0].reason


def test_neither_large_records_nor_bombs_fill_the_memory() -> None:
    large = record("https://example.org/large", answer(bytes(3 * LARGEST)))
    film = record("https://example.org/film", answer(bytes(3 * LARGEST), "video/mp4"))
    bomb = record("https://example.org/bomb", bytes(10 * LARGEST))
    archive = packed([FIRST, large, film]) + packed([SECOND, bomb, THIRD])
    del large, film, bomb
    tracemalloc.start()
    documents, problems = _read(archive)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < LARGEST
    assert [document.hinted.url[-1] for document in documents] == ["1", "2"]
    assert "200 times" in problems[-1].reason
    assert "larger than 20 MB (https://example.org/large)" in problems[0].reason


def test_an_address_is_printed_on_one_line() -> None:
    documents, _ = _read(record("https://example.org/\x1b[2J\x9b\u2028x", answer(page())))
    assert documents[0].name.isprintable()


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=600))
def test_any_bytes_give_documents_or_lines(content: bytes) -> None:
    for start in (b"", b"WARC/1.0\r\n", FIRST[:300], b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03"):
        documents, problems = _read(start + content)
        assert documents or problems


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(sorted(KINDS)), st.lists(st.tuples(st.integers(0, 4000), st.binary(max_size=8)), max_size=4))
def test_any_damage_gives_documents_or_lines(kind: str, changes: list[tuple[int, bytes]]) -> None:
    content = bytearray(KINDS[kind])
    for place, change in changes:
        content[place % len(content) : place % len(content) + len(change)] = change
    documents, problems = _read(bytes(content))
    assert documents or problems
    assert all("\n" not in str(problem) for problem in problems)
