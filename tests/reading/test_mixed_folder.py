"""A folder of a thousand inputs of all kinds, fifty of them bad, is read to its end and each bad one is named."""

import gzip
import json
import zipfile
from pathlib import Path

import duckdb
from captures import INFO, SENTENCES, answer, packed, record
from captures import page as plain_page
from prints import column, pdf

from dragoman.reading.reports import read_inputs

GOOD, BAD = 950, 50
KINDS = 10
_HEAD = '<?xml version="1.0"?><rss version="2.0"><channel><title>Ardana Post</title>'
_LONG = " ".join(
    (*SENTENCES, "Talks on a second exchange are to begin within a week, officials of both sides said.") * 2
)


def _title(number: int) -> str:
    return f"Rebels free {number} prisoners in Ardana"


def _text(number: int) -> str:
    return f"{_title(number)}\n\nARDANA (Daily Example) — {_LONG}\n"


def _entry(number: int) -> str:
    return (
        f"<item><title>{_title(number)}</title><link>https://example.org/{number}</link>"
        f"<description><![CDATA[<p>{_LONG} {_LONG} {_LONG} {_LONG}</p>]]></description></item>"
    )


def _write_good(folder: Path, number: int) -> None:
    """One input with one report."""
    name, kind = folder / f"{number:04}", number % KINDS
    if kind == 0:
        name.with_suffix(".txt").write_bytes(_text(number).encode("utf-16" if number % 20 else "utf-8"))
    elif kind == 1:
        name.with_suffix(".md").write_text(_text(number).replace("Rebels", "# Rebels", 1), encoding="utf-8")
    elif kind == 2:
        name.with_suffix(".html").write_bytes(
            plain_page(_title(number)).replace(b"<head>", b"<head><meta charset=latin1>")
        )
    elif kind == 3:
        lines = [_title(number), "", *[_LONG[at : at + 80] for at in range(0, len(_LONG), 80)]]
        name.with_suffix(".pdf").write_bytes(pdf([column(lines)]))
    elif kind == 4:
        name.with_suffix(".xml").write_text(f"{_HEAD}{_entry(number)}</channel></rss>", encoding="utf-8")
    elif kind == 5:
        name.with_suffix(".jsonl").write_text(json.dumps({"title": _title(number), "body": _LONG}), encoding="utf-8")
    elif kind == 6:
        name.with_suffix(".csv").write_text(f'headline,text\n{_title(number)},"{_LONG}"\n', encoding="utf-8")
    elif kind == 7:
        page = record(f"https://example.org/{number}", answer(plain_page(_title(number))))
        name.with_suffix(".warc.gz").write_bytes(packed([INFO, page]))
    elif kind == 8:
        page = record(f"https://example.org/{number}", answer(plain_page(_title(number))))
        with zipfile.ZipFile(name.with_suffix(".wacz"), "w") as package:
            package.writestr("archive/data.warc.gz", packed([INFO, page]))
    else:
        item = {"uri": f"urn:example:{number}", "type": "text", "headline": _title(number), "body_text": _LONG}
        name.with_suffix(".json").write_text(json.dumps({"version": "1", **item}), encoding="utf-8")


def _write_bad(folder: Path, number: int) -> str:
    """One input that cannot be read, or not wholly; returns its name."""
    whole = packed([INFO, record("https://example.org/x", answer(b"<html>no article</html>"))])
    bomb = '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    contents: list[tuple[str, bytes]] = [
        ("empty.txt", b""),
        ("binary.txt", bytes(range(256)) * 20),
        ("cut.txt", "The talks failed — ".encode()[:-2]),
        ("links.html", b"<!doctype html><html><body><nav><a href=/a>A</a></nav></body></html>"),
        ("no-feed.rss", b"<opml><body>a list of feeds, not one of them</body></opml>"),
        (
            "bomb.xml",
            f"<?xml version='1.0'?>{bomb}<rss version='2.0'><channel><title>&b;</title></channel></rss>".encode(),
        ),
        ("scan.pdf", pdf([[]])),
        ("broken.pdf", b"%PDF-1.7\nnothing of it is there"),
        ("no-column.csv", b"song,singer\nA,B\n"),
        ("empty-rows.csv", b"text\n" + b"\n" * 100 + b'""\n' * 1000),
        ("broken.jsonl", b'{"text": "an unfinished'),
        ("broken.json", b'{"uri": '),
        ("cut.warc.gz", whole[: len(whole) // 2]),
        ("bomb.warc.gz", gzip.compress(b"\x00" * 3_000_000)),
        ("broken.wacz", b"PK\x03\x04 and no more"),
        ("picture.jpg", b"\xff\xd8\xff\xe0"),
        ("office.docx", b"PK\x03\x04"),
        ("other.parquet", b"PAR1 but nothing else"),
        (
            "turkish.txt",
            "Barış görüşmeleri sürüyor ve iki taraf bir araya geliyor, ama anlaşma yok ve bu bir sorun.".encode(),
        ),
        ("line\nbreak.txt", b"\x00\x01"),
    ]
    name, content = contents[number % len(contents)]
    name = f"bad-{number:02}-{name}"
    (folder / name).write_bytes(content)
    return name


def test_a_thousand_inputs_of_which_fifty_are_bad(tmp_path: Path) -> None:
    for number in range(GOOD):
        _write_good(tmp_path, number)
    bad = {_write_bad(tmp_path, number) for number in range(BAD)}
    parquet = tmp_path / "0009.parquet"  # in place of one good input
    (tmp_path / "0009.json").unlink()
    duckdb.sql(f"SELECT '{_title(9)}' AS title, '{_LONG}' AS text").write_parquet(str(parquet))
    assert len(list(tmp_path.iterdir())) == GOOD + BAD
    reading = read_inputs([str(tmp_path)])
    read = [report for report in reading.reports if report.skipped_reason is None]
    titles = {report.title for report in read}
    assert titles == {_title(number) for number in range(GOOD)}
    assert len(read) == GOOD
    named = " ".join(problem.name for problem in reading.skipped)
    assert [name for name in sorted(bad) if name.replace("\n", "\\n") not in named] == []
    assert all("\n" not in str(problem) and problem.remedy for problem in reading.skipped)
    assert "Traceback" not in named
