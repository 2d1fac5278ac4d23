"""The command line as a user meets it: its help, its exit codes, what goes to which stream."""

import json
import subprocess
import sys
from pathlib import Path

import pytest


def dragoman(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run the installed command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", "from dragoman.cli.main import run; run()", *arguments],
        input=stdin,
        capture_output=True,
        check=False,
    )


def test_help_needs_no_heavy_library() -> None:
    """`dragoman --help` answers at once because the models' libraries are not imported for it."""
    code = (
        "import sys, dragoman.cli.main; "
        "print(sorted({'spacy', 'duckdb', 'onnxruntime', 'numpy', 'trafilatura'} & set(sys.modules)))"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout
    assert out.strip() == "[]"


def test_help_lists_the_commands() -> None:
    out = dragoman("--help").stdout.decode()
    for command in ("demo", "brief", "read", "show", "why", "export", "verify", "evaluate", "doctor"):
        assert command in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("brief", "no-such-file.txt"), "no-such-file.txt"),
        (("brief",), "give either INPUT... or --record PATH"),
        (("show", "claims", "--record", "no-such-record"), "there is no record here"),
        (("show", "nonsense", "--record", "x"), "nonsense"),
        (("evaluate", "episode", "--data", "no-such-folder"), "no gold.json"),
    ],
)
def test_wrong_use_is_exit_code_2_with_what_to_do(arguments: tuple[str, ...], said: str) -> None:
    done = dragoman(*arguments)
    assert done.returncode == 2
    assert said in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert done.stdout == b""


def test_a_bad_input_is_named_and_the_rest_is_read(pair: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    done = dragoman("brief", str(pair), str(empty), str(tmp_path / "missing.txt"))
    assert done.returncode == 1
    errors = done.stderr.decode()
    assert "empty.txt" in errors
    assert "missing.txt" in errors
    assert "WHAT HAPPENED" in done.stdout.decode()


def test_standard_input_is_read(pair: Path) -> None:
    done = dragoman("brief", "-", "--outlet", "Northern Post", stdin=(pair / "north.txt").read_bytes())
    assert done.returncode == 0, done.stderr.decode()
    assert "Northern Post" in done.stdout.decode()


def test_a_record_is_read_shown_explained_and_verified(pair: Path, tmp_path: Path) -> None:
    record = str(tmp_path / "yemen.dragoman")
    assert dragoman("read", str(pair), "--record", record).returncode == 0
    again = dragoman("read", str(pair), "--record", record)
    assert b"0 new of 2 reports" in again.stdout
    shown = dragoman("show", "claims", "--record", record, "--where", "field=quantity", "--json")
    rows = [json.loads(line) for line in shown.stdout.decode().splitlines()]
    assert {row["value"] for row in rows} >= {12, 9}
    explained = dragoman("why", rows[0]["id"], "--record", record)
    assert rows[0]["span"]["exact"] in explained.stdout.decode()
    sound = dragoman("verify", "--record", record)
    assert sound.returncode == 0
    assert sound.stdout.startswith(b"sound: 2 reports")
    assert dragoman("why", "c-unknown", "--record", record).returncode == 2


def test_a_record_is_exported_to_output_and_to_files(pair: Path, tmp_path: Path) -> None:
    record, table = str(tmp_path / "yemen.dragoman"), tmp_path / "links.csv"
    assert dragoman("read", str(pair), "--record", record).returncode == 0
    for form, begins in (("eventreport", b"id,event_id,country,"), ("ucdp", b"id,year,side_a,"), ("json", b"{")):
        assert dragoman("export", "--record", record, "--format", form, "-o", "-").stdout.startswith(begins)
    assert dragoman("export", "--record", record, "--format", "links", "-o", str(table)).stdout == b""
    assert table.read_bytes().startswith(b"a,b,score,")
    texts = json.loads(dragoman("export", "--record", record, "--texts", "none").stdout)
    assert {report["text"] for report in texts["reports"]} == {""}
    wrong = dragoman("export", "--record", record, "-o", str(tmp_path / "record.parquet"))
    assert wrong.returncode == 2
    assert b"json is no table" in wrong.stderr


def test_events_and_figures_are_shown_with_who_stands_behind_them(pair: Path, tmp_path: Path) -> None:
    record = str(tmp_path / "yemen.dragoman")
    assert dragoman("read", str(pair), "--record", record).returncode == 0
    for what in ("events", "figures"):
        shown = dragoman("show", what, "--record", record, "--json").stdout.decode().splitlines()
        assert shown
        assert all(json.loads(line)["corroboration"] for line in shown)
    assert "corroboration" in dragoman("show", "figures", "--record", record).stdout.decode()


@pytest.mark.parametrize(("form", "begins"), [("text", ""), ("md", "# "), ("html", "<!DOCTYPE html>"), ("json", "{")])
def test_every_format_of_the_brief(pair: Path, form: str, begins: str) -> None:
    out = dragoman("brief", str(pair), "--format", form).stdout.decode()
    assert out.startswith(begins)
    assert ("\nWHAT HAPPENED\n" in out) == (form == "text")
    assert "Marran" in out
