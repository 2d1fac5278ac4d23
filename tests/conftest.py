"""Two short invented reports that several tests read, and a server on this machine."""

import atexit
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from dragoman.reading.reports import read_inputs
from dragoman.run.pipeline import Built, Settings, read_once
from local_site import Site

settings.register_profile("dragoman", deadline=None)  # no test is timed: speed lives in benchmarks
settings.load_profile("dragoman")

NORTH = """Shelling kills 12 in Sanaa market, health ministry says

SANAA, March 4 (Northern Post) - At least 12 people were killed on Tuesday when shells hit a market in Sanaa, Yemen's Health Ministry said.

Saudi Arabia's Defense Ministry denied that its forces had shelled the market. "We did not fire at any market," the ministry said in a statement.

Yemeni Foreign Minister Ali Marran said Yemen demands a full ceasefire and the release of prisoners. "We want the guns to fall silent," he said.

Copyright © 2031 Northern Post. All rights reserved.
"""

SOUTH = """Market hit in Sanaa

By Dana Whitlock

Shells hit a market in Sanaa on Tuesday, killing nine people, according to Saudi Arabia's Defense Ministry, which blamed rebels.

Saudi Arabia has refused a ceasefire. Talks between Yemen and Saudi Arabia will be held in Muscat on March 10, officials said.

"We want the guns to go silent," Yemeni Foreign Minister Ali Marran told reporters.

Copyright © 2031 Southern Courier. All rights reserved.
"""


@pytest.fixture(scope="session")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two reports of one shelling by two outlets, dated 4 March 2031."""
    folder = tmp_path_factory.mktemp("pair")
    for name, text in (("north", NORTH), ("south", SOUTH)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        sidecar = f'{{"outlet": "{name.title()} Post", "published": "2031-03-04"}}'
        (folder / f"{name}.meta.json").write_text(sidecar, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def built(pair: Path) -> Built:
    """The record of the two reports."""
    return read_once(read_inputs([str(pair)]), Settings(workers=1))


@pytest.fixture
def site() -> Iterator[Site]:
    """A server on loopback, started and ended for each test; `site.pages` is what it serves."""
    site = Site()
    thread = threading.Thread(target=site.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield site
    site.server.shutdown()
    site.server.server_close()
    thread.join()


STATUS = pytest.StashKey[int]()


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    session.config.stash[STATUS] = int(exitstatus)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """End with pytest's own summary: DuckDB's binding counts what the interpreter has not let go of when it ends.

    Everything is closed and said by then; what runs at exit is run here, and nothing is torn down after it.
    """
    if STATUS in config.stash:
        atexit._run_exitfuncs()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(config.stash[STATUS])
