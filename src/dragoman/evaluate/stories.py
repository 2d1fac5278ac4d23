"""Which reports tell one story: the events of a JSON list, each with the articles of many outlets on it.

Events are dealt whole to two halves, by the parity of the SHA-256 of their id. The threshold (`link/stories.py`) was
chosen on the one half as a pool of its own, and stays as it is for the other. B-cubed depends on the pool: the more
other articles there are to be taken for the same story, the lower it is. So each half is scored alone, and once more
in the pool of all articles. An article listed under several events counts for the first.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping
from pathlib import Path

from dragoman.errors import InputError
from dragoman.evaluate.coreference import NOTHING, Labels, Parts
from dragoman.evaluate.lineage import digest, read_stories
from dragoman.evaluate.score import Measure, TaskScore
from dragoman.link.clusters import roots
from dragoman.link.stories import JOIN, link_stories
from dragoman.model.report import Report

HALVES = ("tune", "test")
_ANCHOR = "TF-IDF weighed on the pool, best threshold: .911; on a held-out half .928"


def evaluate(folder: Path, *, join: float = JOIN) -> TaskScore:
    """B-cubed of both halves, each as a pool of its own and among all articles; raises InputError without a list."""
    files = sorted(folder.glob("*.json"))
    if not files:
        raise InputError(f"{folder}: no JSON file with events and their articles is there")
    reports, events = read_stories(files[0]), read_events(files[0])
    measures = []
    for half in HALVES:
        own = [article for article in reports if half_of(events[article]) == half]
        measures.append(_measure(half, own, events, _stories(own, reports, join)))
        measures.append(_measure(f"{half}, among all {len(reports)}", own, events, _stories(reports, reports, join)))
    return TaskScore("stories", tuple(measures))


def read_events(path: Path) -> dict[str, str]:
    """The id of the event of each article, by the short hash of the article's address."""
    found: dict[str, str] = {}
    for event in json.loads(path.read_text(encoding="utf-8")):
        for article in event["articles"]:
            found.setdefault(digest(article["ext_url"]), str(event["_id"]["$oid"]))
    return found


def half_of(event: str) -> str:
    """The half to which an event belongs with all its articles."""
    return HALVES[1 - int(hashlib.sha256(event.encode()).hexdigest(), 16) % 2]


def _stories(articles: Iterable[str], reports: Mapping[str, Report], join: float) -> dict[str, str]:
    """Each article to its story, linked as one pool."""
    of_report = roots(link_stories((reports[article] for article in sorted(articles)), join=join))
    return {article: of_report[report.id] for article, report in reports.items() if report.id in of_report}


def _measure(name: str, own: Collection[str], events: Mapping[str, str], stories: Mapping[str, str]) -> Measure:
    """The mean over a half's own articles; what else is in their stories lowers their precision."""
    gold: Labels = {article: events[article] for article in stories}
    parts = _of_own(own, gold, stories)
    misses = _misses(own, events, stories)
    return Measure(f"B-cubed, {name}", parts.f1, len(own), parts.precision, parts.recall, anchor=_ANCHOR, misses=misses)


def _of_own(own: Collection[str], gold: Labels, stories: Labels) -> Parts:
    """B-cubed over some of the articles of a pool: the mean of what each one's story holds of its event."""
    held, told = _groups(stories), _groups(gold)
    total = NOTHING
    for article in own:
        same, true = held[stories[article]], told[gold[article]]
        both = len(same & true)
        total += Parts(both / len(same), 1, both / len(true), 1)
    return total


def _groups(labels: Labels) -> dict[Hashable, frozenset[str]]:
    groups: dict[Hashable, set[str]] = defaultdict(set)
    for item, label in labels.items():
        groups[label].add(str(item))
    return {label: frozenset(items) for label, items in groups.items()}


def _misses(own: Collection[str], events: Mapping[str, str], stories: Mapping[str, str]) -> tuple[str, ...]:
    """One line for each article that stands with another event's, or apart from its own event's."""
    lines = []
    for article in sorted(own):
        strangers = [one for one in stories if stories[one] == stories[article] and events[one] != events[article]]
        missing = [one for one in stories if events[one] == events[article] and stories[one] != stories[article]]
        if strangers or missing:
            lines.append(f"{article}: {len(strangers)} of other events with it, {len(missing)} of its own apart")
    return tuple(lines)
