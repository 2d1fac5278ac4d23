"""Everything a user may point at is read or named, and one bad input never stops the others."""

import io
import json
import os
from pathlib import Path

import pytest

from dragoman.errors import InputError
from dragoman.model.ids import bytes_hash, content_id
from dragoman.reading.asking import Asking
from dragoman.reading.reports import read_inputs
from dragoman.reading.sidecar import read_rows
from dragoman.reading.stated import Stated

REPORT = (
    "Rebels free 30 prisoners in Ardana\n\nARDANA (The Daily Example) — The Northern Front freed 30 prisoners on"
    " Tuesday, the group said.\n\nThe army confirmed that the men had been handed over.\n"
)


def test_a_report_is_identified_by_bytes_outlet_and_address_never_by_its_path(tmp_path: Path) -> None:
    ids = set()
    for name in ("a.txt", "b.txt"):
        folder = tmp_path / name.removesuffix(".txt")
        folder.mkdir()
        (folder / name).write_text(REPORT, encoding="utf-8")
        ids |= {report.id for report in read_inputs([str(folder)]).reports}
    assert ids == {content_id("r", bytes_hash(REPORT.encode()), "The Daily Example", "")}


def test_text_is_the_decoded_file_and_its_hash_holds(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbf" + REPORT.replace("\n", "\r\n").encode())
    reading = read_inputs([str(path)])
    (report,) = reading.reports
    assert report.text == REPORT
    assert report.text_sha256 == bytes_hash(REPORT.encode())
    assert reading.documents[report.id].content == path.read_bytes()
    assert (report.outlet, report.dateline, report.language) == ("The Daily Example", "ARDANA", "en")


def test_bad_inputs_are_named_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01\x02" * 50)
    (tmp_path / "cut.txt").write_bytes((REPORT + "“").encode()[:-1])
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n")
    (tmp_path / "notes.meta.json").write_text("{}", encoding="utf-8")
    (tmp_path / ".hidden").write_text("x", encoding="utf-8")
    reading = read_inputs([str(tmp_path), str(tmp_path / "missing.txt"), ""])
    assert [report.title for report in reading.reports] == ["Rebels free 30 prisoners in Ardana"]
    named = {Path(problem.name).name for problem in reading.skipped}
    assert named == {"empty.txt", "binary.txt", "cut.txt", "picture.png", "missing.txt", "''"}
    assert all(problem.reason and problem.remedy for problem in reading.skipped)


def test_utf16_is_read(tmp_path: Path) -> None:
    (tmp_path / "bom.txt").write_bytes(REPORT.encode("utf-16"))
    (tmp_path / "bare.txt").write_bytes(REPORT.encode("utf-16-le"))
    reading = read_inputs([str(tmp_path)])
    assert [report.text for report in reading.reports] == [REPORT, REPORT]
    assert not reading.skipped


def test_the_same_bytes_count_once_for_one_outlet_and_twice_for_two(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(REPORT, encoding="utf-8")
    (tmp_path / "c.meta.json").write_text(json.dumps({"outlet": "Radio Example"}), encoding="utf-8")
    reading = read_inputs([str(tmp_path)])
    assert [report.outlet for report in reading.reports] == ["The Daily Example", "Radio Example"]
    assert [Path(name).name for name in reading.duplicates] == ["b.txt"]
    assert not reading.skipped


def test_an_unsupported_language_is_kept_marked_and_never_half_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "Les rebelles libèrent 30 prisonniers\n\nLe Front du Nord a libéré 30 prisonniers mardi dans la ville, selon le"
        " groupe. L'armée a confirmé que les hommes étaient rentrés chez eux avec leurs familles.\n",
        encoding="utf-8",
    )
    reading = read_inputs([str(path)])
    (report,) = reading.reports
    assert report.language == "fr"
    assert report.skipped_reason
    assert report.sections == ()
    assert [problem.name for problem in reading.skipped] == [str(path)]


def test_standard_input_is_a_report() -> None:
    reading = read_inputs(["-"], Asking(said=Stated(outlet="Radio Example")), stdin=io.BytesIO(REPORT.encode()))
    assert [report.outlet for report in reading.reports] == ["Radio Example"]


@pytest.mark.skipif(os.name != "posix", reason="links and pipes of POSIX")
def test_loops_and_pipes_do_not_hang(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "inside").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    reading = read_inputs([str(tmp_path)])
    assert len(reading.reports) == 1
    assert {Path(problem.name).name for problem in reading.skipped} == {"inside", "self.txt", "pipe.txt"}


@pytest.mark.skipif(os.name != "posix", reason="file names that only POSIX allows")
def test_names_are_safe_to_print(tmp_path: Path) -> None:
    (tmp_path / "a\nb\x1b[31m\u202e.txt").write_text(REPORT, encoding="utf-8")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/bad\xff.txt")).write_bytes(b"")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/odd\xfe.txt")).write_text(
        "Talks fail\n\nThe talks failed, the army said.\n"
    )
    reading = read_inputs([str(tmp_path)])
    assert [report.outlet.encode("utf-8") for report in reading.reports if report.title == "Talks fail"] == [
        b"odd\\udcfe"
    ]
    shown = [report.path_or_url for report in reading.reports] + [problem.name for problem in reading.skipped]
    assert len(shown) == 3
    assert all(name.isprintable() and name.encode("utf-8") for name in shown)


def test_a_table_says_what_the_text_does_not(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    table = tmp_path / "table.csv"
    table.write_text(
        "\ufefffile,outlet,published,url\na.txt,Radio Example,2025-06-03,https://example.org/a\n", encoding="utf-8"
    )
    reading = read_inputs([str(tmp_path)], Asking(said=Stated(outlet="Ignored"), rows=read_rows(table)))
    (report,) = reading.reports
    assert (report.outlet, report.address) == ("Radio Example", "https://example.org/a")
    assert report.published.start == "2025-06-03"
    assert report.published.basis.startswith("your word")
    assert not reading.skipped


def test_a_sidecar_wins_over_the_table_and_a_broken_one_is_named(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(REPORT, encoding="utf-8")
    (tmp_path / "a.txt.meta.json").write_text('{"outlet": "Radio Example"}', encoding="utf-8")
    (tmp_path / "b.meta.json").write_text("{", encoding="utf-8")
    table = tmp_path / "table.csv"
    table.write_text("path,outlet,title\na.txt,Other,A title\n", encoding="utf-8")
    reading = read_inputs([str(tmp_path)], Asking(rows=read_rows(table)))
    assert [(report.outlet, report.title) for report in reading.reports] == [("Radio Example", "A title")]
    assert [Path(problem.name).name for problem in reading.skipped] == ["b.txt"]


@pytest.mark.parametrize("content", ["outlet,title\nA,B\n", ""])
def test_a_table_without_a_file_column_is_the_users_error(tmp_path: Path, content: str) -> None:
    table = tmp_path / "table.csv"
    table.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match="column named file"):
        read_rows(table)
