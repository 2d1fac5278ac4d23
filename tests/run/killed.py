"""Run by test_killed.py in a process of its own: reads a folder into records in child processes and kills them.

Models are loaded once, before the children fork, so that each child comes quickly to the point of its death.
"""

import json
import os
import signal
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from dragoman.model.codec import to_plain
from dragoman.model.ids import content_id
from dragoman.reading.inputs import documents
from dragoman.reading.reports import read_inputs
from dragoman.run.growth import take, update
from dragoman.run.pipeline import Settings, extract
from dragoman.store.record import Store
from dragoman.store.verify import verify

SETTINGS = Settings(workers=1)
OFFSETS = (0.0, 0.005, 0.05, 0.25)
NEVER = 10**6


def read(folder: Path, record: Path, tell: int) -> None:
    """Read the folder into the record, telling each step, and at the end what the record holds."""

    def step(what: str) -> None:
        os.write(tell, f"{what}\n".encode())

    step("start")
    with Store.open(record, create=True) as store:
        step("open")
        take(store, documents([str(folder)]), SETTINGS)
        step("taken")
        data = update(store, SETTINGS, lambda *_: step("layer")).record
        step("built")
        faults = verify(store)
    data = replace(data, reports=tuple(replace(report, added="") for report in data.reports))
    step(f"record {content_id('r', json.dumps(to_plain(data), sort_keys=True), faults)}")


def run(folder: Path, record: Path, *, kill_after: int = NEVER, offset: float = 0.0) -> list[str]:
    """The steps that a reading told, killed `offset` seconds after the step number `kill_after`."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ours)
        try:
            read(folder, record, theirs)
        finally:
            os._exit(0)
    os.close(theirs)
    seen = []
    with os.fdopen(ours) as told:
        for line in told:
            seen.append(line.strip())
            if len(seen) == kill_after:
                time.sleep(offset)
                os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return seen


def main(folder: Path) -> None:
    """Kill a reading at every step and shortly after it, let the next one end; prints what each pair of runs told."""
    extract(read_inputs([str(folder)]).reports[0], settings=SETTINGS)
    with tempfile.TemporaryDirectory() as place:
        whole = run(folder, Path(place) / "whole")
        pairs = []
        for steps in range(1, len(whole)):
            for offset in OFFSETS:
                record = Path(place) / f"killed-{steps}-{offset}"
                killed = run(folder, record, kill_after=steps, offset=offset)
                pairs.append([killed, run(folder, record)])
    print(json.dumps({"whole": whole, "pairs": pairs}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
