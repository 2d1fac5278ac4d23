"""A reading killed at any step loses nothing that was finished, repeats nothing, and the next one completes it."""

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("killed.py")
REPORTS = {
    "a": "Army frees 30 prisoners in Ardana\n\nARDANA, March 4 (Northern Post) - The army freed 30 prisoners on Tuesday, the defence ministry said. The rebels denied it.\n",
    "b": "Thirty men released\n\nRebels said on Tuesday that only 20 men had been freed in Ardana. “We counted them,” a spokesman said.\n",
    "c": "Talks to resume\n\nThe two sides will meet in Muscat on March 10, the foreign ministry said. It demands a full ceasefire.\n",
}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork, to load the models once for all readings")
def test_a_killed_reading_goes_on_where_it_stopped(tmp_path: Path) -> None:
    for name, text in REPORTS.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        (tmp_path / f"{name}.meta.json").write_text(
            f'{{"outlet": "Outlet {name}", "published": "2031-03-04"}}', encoding="utf-8"
        )
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    done = subprocess.run(
        [sys.executable, str(SCRIPT), str(tmp_path)], capture_output=True, check=False, env=environment, text=True
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    whole = told["whole"]
    assert Counter(whole)["layer"] == len(REPORTS)
    assert whole[-1].startswith("record ")
    killed = [first for first, _ in told["pairs"] if len(first) < len(whole)]
    assert len(killed) >= 12  # a kill may come too late only at the last steps
    for first, second in told["pairs"]:
        assert second[-1] == whole[-1], f"after {first} the record is another"
        assert second.count("layer") <= len(REPORTS) - first.count("layer"), f"after {first} work was repeated"
