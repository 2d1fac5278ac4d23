"""Reports of one story are found by what they are about, whatever else is in the pool and in whatever order."""

import random
from pathlib import Path

import pytest

from dragoman.link.stories import link_stories
from dragoman.model.report import Report
from dragoman.reading.reports import read_inputs

EPISODES = sorted((Path(__file__).parents[2] / "benchmarks" / "verdicts").glob("*/reports"))
SAMPLE = Path(__file__).parents[2] / "src" / "dragoman" / "sample" / "reports"


def _reports(folder: Path) -> list[Report]:
    return list(read_inputs([str(folder)]).reports)


@pytest.fixture(scope="module")
def pool() -> dict[str, list[Report]]:
    return {folder.parent.name: _reports(folder) for folder in EPISODES}


def test_five_conflicts_fall_into_five_stories(pool: dict[str, list[Report]]) -> None:
    told = {frozenset(report.id for report in reports) for reports in pool.values()}
    found = link_stories([report for reports in pool.values() for report in reports])
    assert len(EPISODES) == 5
    assert {frozenset(story) for story in found} == told


def test_a_war_of_other_names_is_no_part_of_the_story(pool: dict[str, list[Report]]) -> None:
    offensive, sample = pool["e1-offensive"], _reports(SAMPLE)
    for story in link_stories([*offensive, *sample]):
        assert len({report in offensive for report in [*offensive, *sample] if report.id in story}) == 1


def test_the_order_of_the_reports_is_of_no_matter(pool: dict[str, list[Report]]) -> None:
    reports = [report for some in pool.values() for report in some]
    shuffled = random.Random(3).sample(reports, len(reports))
    assert link_stories(shuffled) == link_stories(reports)


def test_a_report_without_words_stands_alone(pool: dict[str, list[Report]]) -> None:
    empty = Report(id="r0", path_or_url="", text="", text_sha256="", outlet="")
    assert ("r0",) in link_stories([empty, *pool["e5-aid"]])


def test_nothing_is_no_story() -> None:
    assert link_stories([]) == ()
