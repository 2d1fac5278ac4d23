"""`dragoman judge` as an analyst meets it, from the list of doubts to a colleague's file."""

import json
import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-c", "from dragoman.cli.main import run; run()"]


def dragoman(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run the installed command in a process of its own."""
    return subprocess.run([*COMMAND, *arguments], input=stdin, capture_output=True, check=False)


def rows(*arguments: str) -> list[dict]:
    """The JSON lines that a command prints."""
    done = dragoman(*arguments, "--json")
    assert done.returncode == 0, done.stderr.decode()
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


@pytest.fixture(scope="module")
def fresh(pair: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record that nobody has judged yet."""
    path = tmp_path_factory.mktemp("fresh") / "yemen.dragoman"
    assert dragoman("read", str(pair), "--record", str(path)).returncode == 0
    return path


@pytest.fixture
def record(fresh: Path, tmp_path: Path) -> str:
    return str(shutil.copy(fresh, tmp_path / "yemen.dragoman"))


@pytest.fixture
def doubtful(tmp_path: Path) -> str:
    """A record of two numbers that nearly are one figure: nothing in the words ties them together."""
    texts = {
        "Hill Post": "Norvania's army said 14 soldiers were killed in the hills near the river on Tuesday.",
        "Mill Post": "Six soldiers were mourned in the capital, the Sudrian defense ministry said.",
    }
    folder = tmp_path / "hills"
    folder.mkdir()
    for outlet, text in texts.items():
        (folder / f"{outlet}.txt").write_text(f"Fighting in the hills\n\n{text}\n", encoding="utf-8")
        sidecar = json.dumps({"outlet": outlet, "published": "2031-03-05"})
        (folder / f"{outlet}.meta.json").write_text(sidecar, encoding="utf-8")
    path = str(tmp_path / "hills.dragoman")
    assert dragoman("read", str(folder), "--record", path).returncode == 0
    return path


def two(record: str) -> tuple[str, str]:
    """The dead of two outlets in one figure."""
    claims = {
        row["value"]: row["id"] for row in rows("show", "claims", "--record", record, "--where", "field=quantity")
    }
    return claims[12], claims[9]


def held(record: str) -> dict[str, str]:
    return {claim: row["id"] for row in rows("show", "figures", "--record", record) for claim in row["claims"]}


def test_a_word_is_said_listed_explained_contradicted_and_taken_back(record: str, tmp_path: Path) -> None:
    a, b = two(record)
    before = rows("show", "claims", "--record", record)
    assert held(record)[a] == held(record)[b]
    done = dragoman("judge", "different", a, b, "--record", record, "--by", "Ann", "--why", "two markets")
    assert done.returncode == 0, done.stderr.decode()
    assert "different figure, Ann" in done.stdout.decode()
    assert held(record)[a] != held(record)[b]
    assert "“two markets”; holds" in dragoman("why", a, "--record", record).stdout.decode()
    (said,) = rows("judge", "list", "--record", record)
    assert (said["by"], said["effect"], said["why"]) == ("Ann", "holds", "two markets")
    against = dragoman("judge", "same", a, b, "--record", record, "--by", "Ben")
    assert against.returncode == 1
    assert against.stderr.decode().count("not applied") == 2
    assert "different, Ann" in against.stderr.decode()
    listed = dragoman("judge", "list", "--record", record).stdout.decode()
    assert listed.count("without effect, contradicted") == 2
    assert "killing “nine people”, according to" in listed
    undone = dragoman("judge", "undo", said["id"], "--record", record, "--by", "Ann")
    assert undone.returncode == 0, undone.stderr.decode()
    assert held(record)[a] == held(record)[b]
    assert len(rows("judge", "list", "--record", record)) == 1
    assert {row["effect"] for row in rows("judge", "list", "--record", record, "--all")} == {
        "holds",
        "taken back",
        f"takes back {said['id']}",
    }
    read_off = [(c["id"], c["value"], c["span"]) for c in before]
    assert [(c["id"], c["value"], c["span"]) for c in rows("show", "claims", "--record", record)] == read_off
    assert dragoman("verify", "--record", record).returncode == 0


def test_a_log_is_exported_and_merged_into_another_record(fresh: Path, record: str, tmp_path: Path) -> None:
    a, b = two(record)
    assert dragoman("judge", "different", a, b, "--record", record, "--by", "Ann").returncode == 0
    assert dragoman("judge", "export", str(tmp_path / "ann.jsonl"), "--record", record).returncode == 0
    other = str(shutil.copy(fresh, tmp_path / "other.dragoman"))
    done = dragoman("judge", "import", str(tmp_path / "ann.jsonl"), "--record", other)
    assert done.returncode == 0, done.stderr.decode()
    assert held(other)[a] != held(other)[b]
    again = dragoman("judge", "import", "-", "--record", other, stdin=(tmp_path / "ann.jsonl").read_bytes())
    assert (again.returncode, again.stdout) == (0, b"")
    assert b"nothing that had not been said" in again.stderr
    assert dragoman("judge", "export", "-", "--record", other).stdout == (tmp_path / "ann.jsonl").read_bytes()


def test_a_file_on_reports_that_are_not_there_is_kept_and_named(pair: Path, record: str, tmp_path: Path) -> None:
    a, b = two(record)
    assert dragoman("judge", "different", a, b, "--record", record, "--by", "Ann").returncode == 0
    shared = dragoman("judge", "export", "-", "--record", record).stdout
    (tmp_path / "ann.jsonl").write_bytes(shared + b"not a row\n")
    half = str(tmp_path / "half.dragoman")
    assert dragoman("read", str(pair / "north.txt"), "--record", half).returncode == 0
    done = dragoman("judge", "import", str(tmp_path / "ann.jsonl"), "--record", half)
    errors = done.stderr.decode()
    assert done.returncode == 1
    assert "the report is not in the record" in errors
    assert "ann.jsonl, line 2" in errors
    assert dragoman("read", str(pair), "--record", half).returncode == 0  # the report comes in, and the word holds
    assert [row["effect"] for row in rows("judge", "list", "--record", half)] == ["holds"]


def test_links_worth_judging_are_listed_with_both_words(doubtful: str) -> None:
    (found,) = rows("judge", "next", "--record", doubtful)
    assert (found["together"], found["conflicts"]) == (False, 1)
    shown = dragoman("judge", "next", "--record", doubtful).stdout.decode()
    assert dragoman("judge", "--record", doubtful).stdout.decode() == shown
    for words in (
        "figure, apart now",
        found["a"],
        found["b"],
        "Hill Post",
        "“Six soldiers”",
        "deed: of one it is not said",
    ):
        assert words in shown


def test_on_a_terminal_it_asks_keeps_each_answer_and_puts_all_together_at_the_end(doubtful: str) -> None:
    ours, theirs = pty.openpty()
    asking = subprocess.Popen(
        [*COMMAND, "judge", "--record", doubtful, "--by", "Ann"],
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    os.close(theirs)
    os.write(ours, b"maybe\n\ny\n")
    out, errors = asking.communicate(timeout=300)
    os.close(ours)
    assert asking.returncode == 0, errors.decode()
    assert b"Six soldiers" in out
    (row,) = rows("judge", "list", "--record", doubtful)
    assert (row["verdict"], row["by"], row["effect"]) == ("same", "Ann", "holds")
    (figure,) = rows("show", "figures", "--record", doubtful)
    assert (figure["verdict"], sorted(figure["claims"])) == ("conflict", sorted(row["things"]))
    assert dragoman("judge", "next", "--record", doubtful).stdout == b"no link is uncertain\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("judge",), "--record PATH"),
        (("judge", "same", "em-1", "em-2", "--record", "no-such-record", "--by", "Ann"), "there is no record here"),
        (("judge", "same", "em-1", "em-2", "--record", "RECORD", "--by", "Ann"), "em-1: nothing that can be judged"),
        (("judge", "same", "em-1", "em-2", "--record", "RECORD"), "--by"),
        (("judge", "undo", "j-1", "--record", "RECORD", "--by", "Ann"), "no judgement has this id"),
        (("judge", "import", "no-such-file.jsonl", "--record", "RECORD"), "no-such-file.jsonl"),
    ],
)
def test_wrong_use_is_exit_code_2_with_what_to_do(record: str, arguments: tuple[str, ...], said: str) -> None:
    done = dragoman(*(record if one == "RECORD" else one for one in arguments))
    assert done.returncode == 2
    assert said in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert done.stdout == b""
