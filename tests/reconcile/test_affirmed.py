"""Who is said not to have taken part is no participant."""

from pathlib import Path

from dragoman.reading.reports import read_inputs
from dragoman.run.pipeline import Settings, read_once

TEXT = """Talks open in Muscat

MUSCAT, March 4 (Northern Post) - Delegations of Kenya and Uganda held talks in Muscat on Tuesday. Presidents Peter Odera and Samuel Kintu did not attend the talks.

Copyright © 2031 Northern Post. All rights reserved.
"""


def test_those_who_did_not_attend_are_no_actors(tmp_path: Path) -> None:
    (tmp_path / "talks.txt").write_text(TEXT, encoding="utf-8")
    record = read_once(read_inputs([str(tmp_path)]), Settings(workers=1)).record
    talks = [event for event in record.events if event.type == "CONSULT"]
    assert talks
    assert {"Kenya", "Uganda"} <= {actor.name for event in talks for actor in event.actors}
    held = [e for e in talks if any(actor.name == "Kenya" for actor in e.actors)]
    assert not any("Odera" in actor.name for event in held for actor in event.actors)
