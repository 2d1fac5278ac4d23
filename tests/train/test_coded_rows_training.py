"""`dragoman train linking`: from a folder of coded rows to a file that reads back as what was learned."""

import csv
import re
import subprocess
import sys
from pathlib import Path

from coded_table import table
from dragoman.link.linkage import linkage_text, load_linkage, parse
from dragoman.train.coded_rows import THRESHOLDS, train_coded_rows
from dragoman.train.linking import render


def test_the_command_writes_what_was_learned_and_keeps_the_words(tmp_path: Path) -> None:
    rows = table(5, events=40)
    with (tmp_path / "reports.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    out = tmp_path / "mine.toml"
    code = "from dragoman.cli.main import run; run()"
    given = ["train", "linking", "--set", "maverick", "--data", str(tmp_path), "--out", str(out)]
    done = subprocess.run([sys.executable, "-c", code, *given], capture_output=True, check=False, text=True)
    assert (done.returncode, done.stdout) == (0, "")
    assert "coded_rows" in done.stderr
    learned = parse(out.read_text(encoding="utf-8"))
    assert learned == train_coded_rows(tmp_path)
    assert learned.hold in THRESHOLDS
    assert learned.join >= 0
    assert learned != load_linkage("coded_rows")
    assert _words(out.read_text(encoding="utf-8")) == _words(linkage_text("coded_rows"))


def _words(text: str) -> str:
    return re.sub(r"\b(m|u|prior|join|hold) = [-.\w]+", "", text)


def test_the_shipped_file_is_as_the_command_would_write_it() -> None:
    assert render(linkage_text("coded_rows"), load_linkage("coded_rows")) == linkage_text("coded_rows")
