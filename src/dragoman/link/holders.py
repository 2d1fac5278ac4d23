"""Which paragraph of an outlet's reports tells what a sentence tells, found without reading them all again."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from dragoman.link.words import content, overlap
from dragoman.model.report import Report
from dragoman.text.paragraphs import paragraphs

_OFTEN = 200
"""A word that stands in more paragraphs than this does not lead to one."""
_LOOKED_AT = 20
_UNDATED = "9999"


class Holders:
    """The paragraphs of some reports by their words."""

    def __init__(self, reports: Iterable[Report]) -> None:
        self._told: list[tuple[Report, frozenset[str]]] = []
        self._where: dict[str, list[int]] = defaultdict(list)
        for report in sorted(reports, key=lambda r: r.id):
            for _, start, end in paragraphs(report):
                words = content(report.text[start:end])
                for word in words:
                    self._where[word].append(len(self._told))
                self._told.append((report, words))

    def best(self, sentence: str, until: str | None) -> tuple[float, str]:
        """Share of a sentence's words in the paragraph that has most, and its report; none published after `until`.

        (0, "") where no paragraph shares a telling word.
        """
        words = content(sentence)
        counts: Counter[int] = Counter()
        for word in words:
            found = self._where.get(word, [])
            if len(found) <= _OFTEN:
                counts.update(found)
        likely = sorted(counts, key=lambda at: (-counts[at], at))[:_LOOKED_AT]
        scored = [
            (-overlap(words, told), report.id)
            for report, told in (self._told[at] for at in likely)
            if (report.published.start or "") <= (until or _UNDATED)
        ]
        best, report_id = min(scored, default=(0.0, ""))
        return -best, report_id
