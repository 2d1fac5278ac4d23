"""Times of MEANTIME, from running text: found, their extent, type and value, in the manner of TempEval-3."""

from pathlib import Path

from dragoman.evaluate.meantime_format import Marked, meantime_texts
from dragoman.evaluate.score import TaskScore
from dragoman.evaluate.texts import Reader, text_report
from dragoman.evaluate.timex import timexes
from dragoman.evaluate.timex_score import Timed, timex_score
from dragoman.extract.found import Found


def evaluate(folder: Path, read: Reader) -> TaskScore:
    """Score the times of the marked sentences; the line that only prints the day of creation is left out."""
    texts = list(meantime_texts(folder))
    reports = (text_report(one.id, one.text, headline=one.headline, day=one.day) for one in texts)
    return timex_score("meantime", [_timed(one, found) for one, (_, found) in zip(texts, read(reports), strict=True)])


def _timed(marked: Marked, found: Found) -> Timed:
    shown = tuple(
        one
        for one in timexes(found)
        if one.start < marked.until and not any(one.start < end and start < one.end for start, end in marked.lines)
    )
    return Timed(marked.id, marked.text, marked.times, shown)
