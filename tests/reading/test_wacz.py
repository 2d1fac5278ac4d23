"""WACZ: the listed pages of its WARCs, streamed; altered, cut or hostile packages give a line each."""

import hashlib
import io
import json
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from captures import INFO, answer, packed, page, record
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.errors import SkippedInput
from dragoman.reading.document import Document
from dragoman.reading.wacz import read_wacz

DATA = packed([INFO, *(record(f"https://example.org/{n}", answer(page(f"Talks, day {n}"))) for n in (1, 2, 3))])
HEADER = {"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}


def _wacz(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as package:
        for name, content in files.items():
            package.writestr(name, content, zipfile.ZIP_DEFLATED)
    return path


def _pages(*pages: dict[str, object]) -> bytes:
    return b"".join(json.dumps(page).encode() + b"\n" for page in (HEADER, *pages))


def _read(path: Path) -> tuple[list[Document], list[SkippedInput]]:
    documents: list[Document] = []
    problems: list[SkippedInput] = []
    try:
        for part in read_wacz(path, "news.wacz"):
            (documents if isinstance(part, Document) else problems).append(part)  # type: ignore[arg-type]
    except SkippedInput as problem:
        problems.append(problem)
    return documents, problems


def test_all_captures_where_no_pages_are_listed(tmp_path: Path) -> None:
    more = packed([record("https://example.org/4", answer(page()))])
    files = {"archive/b.warc.gz": more, "archive/a.warc.gz": DATA, "pages/pages.jsonl": _pages(), "indexes/i.cdx": b"x"}
    documents, problems = _read(_wacz(tmp_path / "a.wacz", files))
    assert [document.name for document in documents] == [f"news.wacz#https://example.org/{n}" for n in (1, 2, 3, 4)]
    assert not problems


def test_only_listed_pages_are_reports(tmp_path: Path) -> None:
    """What a page loaded beside itself is in the WARC too; lists speak of http and of closing slashes at will."""
    listed = _pages({"url": "http://example.org/3/#top", "title": "Day three"}, {"url": "https://example.org/9"})
    extra = _pages({"url": "https://example.org/1", "title": 5, "seed": False})
    files = {"archive/a.warc.gz": DATA, "pages/pages.jsonl": listed, "pages/extraPages.jsonl": extra}
    documents, problems = _read(_wacz(tmp_path / "a.wacz", files))
    assert [(d.hinted.url[-1], d.hinted.title) for d in documents] == [("1", ""), ("3", "Day three")]
    assert len(problems) == 1
    assert "1 of the 3 pages" in problems[0].reason
    assert "example.org/9" in problems[0].reason


@pytest.mark.parametrize("listed", [b"{", b"\xff\xfe", b"[" * 100_000], ids=["cut", "bytes", "deep"])
def test_a_damaged_list_is_told_and_all_is_read(tmp_path: Path, listed: bytes) -> None:
    documents, problems = _read(
        _wacz(tmp_path / "a.wacz", {"archive/a.warc.gz": DATA, "pages/pages.jsonl": _pages() + listed})
    )
    assert len(documents) == 3
    assert "list of pages is damaged" in problems[0].reason


@pytest.mark.parametrize("sound", [True, False])
def test_digests_are_checked(tmp_path: Path, *, sound: bool) -> None:
    digest = hashlib.sha256(DATA if sound else b"another").hexdigest()
    resource = {"name": "a.warc.gz", "path": "archive/a.warc.gz", "hash": f"sha256:{digest}", "bytes": len(DATA)}
    package = json.dumps({"profile": "data-package", "resources": [resource]}).encode()
    documents, problems = _read(_wacz(tmp_path / "a.wacz", {"archive/a.warc.gz": DATA, "datapackage.json": package}))
    assert len(documents) == 3
    assert [problem.reason.split(":")[0] for problem in problems] == (
        [] if sound else ["its bytes do not have the digest that the package states"]
    )


@pytest.mark.parametrize("package", [b"", b"[]", b'{"resources": 3}', b'{"resources": [1, {"path": 2}]}'])
def test_a_package_file_that_says_nothing_is_no_fault(tmp_path: Path, package: bytes) -> None:
    documents, problems = _read(_wacz(tmp_path / "a.wacz", {"archive/a.warc.gz": DATA, "datapackage.json": package}))
    assert (len(documents), problems) == (3, [])


def test_a_package_file_that_is_cut_off_is_no_fault(tmp_path: Path) -> None:
    path = _wacz(tmp_path / "a.wacz", {"archive/data.warc.gz": DATA, "datapackage.json": b"{}"})
    content = bytearray(path.read_bytes())
    entry = content.rindex(b"PK\x01\x02")  # its entry in the zip's own list: more bytes than there are
    content[entry + 10 : entry + 12] = bytes(2)
    content[entry + 20 : entry + 28] = (9_000_000).to_bytes(4, "little") * 2
    path.write_bytes(content)
    documents, _ = _read(path)
    assert len(documents) == 3


def test_names_that_climb_out_of_the_folder_are_not_archives(tmp_path: Path) -> None:
    files = {"../archive/a.warc.gz": DATA, "archive/../../b.warc.gz": DATA, "/archive/c.warc": DATA}
    documents, problems = _read(_wacz(tmp_path / "a.wacz", files))
    assert not documents
    assert "holds no WARC" in problems[0].reason
    assert [path.name for path in tmp_path.iterdir()] == ["a.wacz"]


def test_what_is_no_zip_or_cut_off_is_told(tmp_path: Path) -> None:
    whole = _wacz(tmp_path / "a.wacz", {"archive/a.warc.gz": DATA}).read_bytes()
    for content in (b"", b"PK\x03\x04", whole[: len(whole) // 2], whole[:-10], b"text"):
        (tmp_path / "b.wacz").write_bytes(content)
        documents, problems = _read(tmp_path / "b.wacz")
        assert not documents
        assert "it is no zip, or it is cut off or damaged" in problems[0].reason


def test_damaged_and_encrypted_members_are_told_and_others_read(tmp_path: Path) -> None:
    path = _wacz(tmp_path / "a.wacz", {"archive/a.warc.gz": DATA, "archive/b.warc.gz": DATA, "archive/c.warc": b""})
    content = bytearray(path.read_bytes())
    place = content.index(b"archive/a.warc.gz") + 40
    content[place : place + 20] = bytes(20)
    directory = content.index(b"PK\x01\x02", content.index(b"PK\x01\x02") + 4)
    content[directory + 8] |= 1
    path.write_bytes(content)
    _, problems = _read(path)
    assert [problem.name for problem in problems] == [
        "news.wacz#archive/a.warc.gz",
        "news.wacz#archive/b.warc.gz",
        "news.wacz#archive/c.warc",
    ]
    assert "damaged" in problems[0].reason
    assert "encrypted" in problems[1].reason
    assert "empty" in problems[2].reason


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "a.wacz"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        with package.open("archive/a.warc", "w") as bomb:
            for _ in range(200):
                bomb.write(bytes(1_000_000))
        package.writestr("archive/b.warc.gz", DATA)
    tracemalloc.start()
    documents, problems = _read(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5_000_000
    assert len(documents) == 3
    assert "200 times" in problems[0].reason


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 5000), st.binary(max_size=6)), max_size=4), st.integers(0, 3000))
def test_any_damage_gives_documents_or_lines(tmp_path: Path, changes: list[tuple[int, bytes]], missing: int) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        package.writestr("archive/a.warc.gz", DATA)
        package.writestr("pages/pages.jsonl", _pages({"url": "https://example.org/1"}), zipfile.ZIP_DEFLATED)
        package.writestr("datapackage.json", b"{}")
    content = held.getvalue()[missing % 10 :]
    harmed = bytearray(content)
    for place, change in changes:
        harmed[place % len(harmed) : place % len(harmed) + len(change)] = change
    path = tmp_path / "a.wacz"
    path.write_bytes(harmed)
    documents, problems = _read(path)
    assert documents or problems
    assert all("\n" not in str(problem) for problem in problems)
