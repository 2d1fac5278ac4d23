"""Reprints among articles of one event: dragoman beside one threshold on shared runs of three words.

python benchmarks/story_reprints.py STORIES.json benchmarks/data/story_reprints.tsv
"""

import re
import sys
from collections.abc import Sequence
from pathlib import Path

from dragoman.evaluate.lineage import Labelled, evaluate_pairs, read_labels, read_stories
from dragoman.model.report import Report

_WORD = re.compile(r"\w+")


def runs(report: Report) -> frozenset[tuple[str, ...]]:
    """All runs of three words of a report."""
    words = [word.lower() for word in _WORD.findall(report.text)]
    return frozenset(zip(words, words[1:], words[2:], strict=False))


def counts(pairs: Sequence[Labelled], likeness: dict[Labelled, float], threshold: float) -> tuple[int, int, int]:
    """Right, same and shown pairs when all that are as alike as the threshold are called the same."""
    shown = [pair for pair in pairs if likeness[pair] >= threshold]
    return sum(pair.same for pair in shown), sum(pair.same for pair in pairs), len(shown)


def main() -> None:
    """Print recall and precision on both halves; the threshold is the best one on the half for tuning."""
    stories, labels = Path(sys.argv[1]), Path(sys.argv[2])
    for ability in evaluate_pairs(stories, labels).abilities:
        print(f"dragoman    {ability.name:<28} {ability.numerator} of {ability.denominator}")
    articles = {name: runs(report) for name, report in read_stories(stories).items()}
    pairs = [pair for pair in read_labels(labels) if pair.label != "relay" and {pair.a, pair.b} <= articles.keys()]
    likeness = {p: len(articles[p.a] & articles[p.b]) / len(articles[p.a] | articles[p.b]) for p in pairs}
    tune = [pair for pair in pairs if pair.half == "tune"]

    def f_score(threshold: float) -> float:
        right, same, shown = counts(tune, likeness, threshold)
        return 2 * right / max(1, same + shown)

    best = max((step / 200 for step in range(1, 100)), key=f_score)
    for half in ("test", "tune"):
        some = [pair for pair in pairs if pair.half == half]
        for name, chosen in ((half, some), (f"{half}, sure labels", [pair for pair in some if pair.sure])):
            right, same, shown = counts(chosen, likeness, best)
            print(f"3-grams >= {best:.3f}  recall, {name}: {right} of {same}; precision: {right} of {shown}")


if __name__ == "__main__":
    main()
