"""The examples in README and docs run, and print what the page says they print."""

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from dragoman.cli.main import run

ROOT = Path(__file__).parents[2]
INPUTS = ROOT / "docs" / "reading" / "inputs"
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("**/*.md"))]
SITE = "localhost:8000"
"""Where the pages serve `inputs` from; the tests serve it on a free port."""
_BLOCK = re.compile(r"^```(console|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def _blocks(page: Path) -> list[tuple[str, str]]:
    return [
        (kind, body) for kind, body in _BLOCK.findall(page.read_text(encoding="utf-8")) if "python3 -m venv" not in body
    ]


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """A real server on loopback that serves `inputs`."""
    handler = partial(_Quiet, directory=str(INPUTS))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"localhost:{server.server_address[1]}"
        server.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the test's output is for its own words."""


@pytest.mark.parametrize("page", [page for page in PAGES if _blocks(page)], ids=lambda page: page.name)
def test_examples_of_a_page(
    page: Path, tmp_path: Path, site: str, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """All blocks of a page run in order, in a folder that holds the sample as `sample` and the docs' `inputs`.

    Commands run in this process, so that the models are loaded once for all of them.
    """
    shutil.copytree(ROOT / "src" / "dragoman" / "sample", tmp_path / "sample")
    shutil.copytree(INPUTS, tmp_path / "inputs")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "160")
    for kind, body in _blocks(page):
        if kind == "python":
            subprocess.run([sys.executable, "-c", body], check=True)
            continue
        for command, shown in _commands(body):
            arguments = shlex.split(command.replace(SITE, site))
            if arguments == ["make", "demo"]:
                arguments = ["dragoman", "demo"]
            if arguments[0] == "make":
                continue  # a fresh clone runs it
            assert arguments[0] == "dragoman", f"{page.name}: only dragoman's own commands can be tested: {command}"
            monkeypatch.setattr(sys, "argv", arguments)
            capfdbinary.readouterr()
            with pytest.raises(SystemExit) as ended:
                run()
            printed, errors = (out.decode() for out in capfdbinary.readouterr())
            assert ended.value.code in (0, 1, None), f"{page.name}: `{command}`: {errors}"
            for line in shown:
                assert line.strip().replace(SITE, site) in printed, f"{page.name}: `{command}` no longer prints: {line}"


def _commands(body: str) -> list[tuple[str, list[str]]]:
    """Each command of a console block with the lines shown under it; `...` stands for lines left out."""
    commands: list[tuple[str, list[str]]] = []
    for line in body.splitlines():
        if line.startswith("$ "):
            commands.append((line[2:], []))
        elif line.strip() and line.strip() != "...":
            commands[-1][1].append(line)
    return commands
