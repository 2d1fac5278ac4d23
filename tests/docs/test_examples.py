"""The examples in README and docs run, and print what the page says they print."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
_BLOCK = re.compile(r"^```(console|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def _blocks(page: Path) -> list[tuple[str, str]]:
    return [
        (kind, body) for kind, body in _BLOCK.findall(page.read_text(encoding="utf-8")) if "python3 -m venv" not in body
    ]


@pytest.mark.parametrize("page", [page for page in PAGES if _blocks(page)], ids=lambda page: page.name)
def test_examples_of_a_page(page: Path, tmp_path: Path) -> None:
    """All blocks of a page run in order, in a folder that holds the sample as `sample`."""
    shutil.copytree(ROOT / "src" / "dragoman" / "sample", tmp_path / "sample")
    for kind, body in _blocks(page):
        if kind == "python":
            _run([sys.executable, "-c", body], tmp_path)
            continue
        for command, shown in _commands(body):
            arguments = shlex.split(command)
            if arguments == ["make", "demo"]:
                arguments = ["dragoman", "demo"]
            if arguments[0] == "make":
                continue  # a fresh clone runs it
            assert arguments[0] == "dragoman", f"{page.name}: only dragoman's own commands can be tested: {command}"
            printed = _run([sys.executable, "-c", "from dragoman.cli.main import run; run()", *arguments[1:]], tmp_path)
            for line in shown:
                assert line.strip() in printed, f"{page.name}: `{command}` no longer prints: {line}"


def _commands(body: str) -> list[tuple[str, list[str]]]:
    """Each command of a console block with the lines shown under it; `...` stands for lines left out."""
    commands: list[tuple[str, list[str]]] = []
    for line in body.splitlines():
        if line.startswith("$ "):
            commands.append((line[2:], []))
        elif line.strip() and line.strip() != "...":
            commands[-1][1].append(line)
    return commands


def _run(arguments: list[str], folder: Path) -> str:
    done = subprocess.run(arguments, cwd=folder, capture_output=True, check=False, env={**os.environ, "COLUMNS": "160"})
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    assert done.returncode in (0, 1), done.stderr.decode()
    return done.stdout.decode()
