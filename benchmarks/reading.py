"""Words a second of the whole reading of a report beside the bare spaCy pipeline, same texts, same processes, same run.

    python benchmarks/reading.py [--processes N] [--repeat N] REPORT...

"Reading" is all that is done to one report: the parse and every extractor of the standard recipe; linking comes after.
Prints the words a second and the peak memory of a process of both, their ratio, and what each extractor costs as a
share of the parse. Words are tokens of the parser. Without reports the bundled sample is read.
"""

import argparse
import resource
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from importlib.resources import files
from multiprocessing import get_context

from dragoman.engine.local import single_threaded
from dragoman.extract.found import Found
from dragoman.model.report import Report
from dragoman.reading.reports import read_inputs
from dragoman.run.pipeline import Settings, read_pages
from dragoman.run.recipe import STANDARD
from dragoman.text.annotate import annotate, pipeline
from dragoman.text.gazetteer import Gazetteer
from dragoman.text.paragraphs import paragraphs
from dragoman.text.world import world

Work = Callable[[Sequence[Report]], int]


def bare(reports: Sequence[Report]) -> int:
    """Parse the paragraphs of the reports with spaCy and nothing else; returns their words."""
    nlp = pipeline()
    texts = [report.text[start:end] for report in reports for _, start, end in paragraphs(report)]
    return sum(len(doc) for doc in nlp.pipe(texts, batch_size=16))


def reading(reports: Sequence[Report]) -> int:
    """Read the reports with the standard recipe; returns their words."""
    return sum(len(p.doc) for page, _ in read_pages(reports, settings=Settings()) for p in page.paragraphs)


def timed(work: Work, reports: Sequence[Report]) -> tuple[float, float, int]:
    """Begin and end of the work on the clock of the machine, and the words; the models are loaded before it begins."""
    work(reports[:1])
    start = time.monotonic()
    words = work(reports)
    return start, time.monotonic(), words


def peak(work: Work, reports: Sequence[Report]) -> float:
    """The peak memory of this process after the work, in MB."""
    work(reports)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def rate(work: Work, reports: Sequence[Report], processes: int) -> float:
    """Words a second over so many processes, each with its share of the reports."""
    shares = [reports[n::processes] for n in range(processes)]
    with single_threaded(), ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        done = list(pool.map(timed, [work] * processes, shares))
    return sum(words for *_, words in done) / (max(end for _, end, _ in done) - min(start for start, *_ in done))


def by_step(reports: Sequence[Report]) -> dict[str, float]:
    """Seconds of the parse and of each extractor, in this process."""
    gazetteer = Gazetteer(world())
    list(read_pages(reports[:2], settings=Settings()))
    start = time.perf_counter()
    pages = list(annotate(reports, gazetteer))
    spent = {"parse": time.perf_counter() - start}
    for page in pages:
        found = Found()
        for step in STANDARD:
            start = time.perf_counter()
            found = replace(found, **{step.yields: step.run(page, found)})
            spent[step.name] = spent.get(step.name, 0.0) + time.perf_counter() - start
    return spent


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("reports", nargs="*")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--repeat", type=int, default=4, help="how often each report is read")
    asked = parser.parse_args()
    inputs = asked.reports or [str(files("dragoman").joinpath("sample", "reports"))]
    reports = [r for r in read_inputs(inputs).reports if r.skipped_reason is None] * asked.repeat
    rates = {work.__name__: rate(work, reports, asked.processes) for work in (bare, reading)}
    for work in (bare, reading):
        with single_threaded(), ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            memory = pool.submit(peak, work, reports).result()
        print(f"{work.__name__:<10} {rates[work.__name__]:8.0f} words/s  peak {memory:5.0f} MB")
    print(f"ratio      {rates['reading'] / rates['bare']:8.2f}  on {asked.processes} processes")
    with single_threaded(), ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        spent = pool.submit(by_step, reports).result()
    for name, seconds in spent.items():
        print(f"  {name:<12} {seconds / spent['parse']:6.3f} of the parse")
    print(f"  {'all rules':<12} {sum(spent.values()) / spent['parse'] - 1:6.3f} of the parse")


if __name__ == "__main__":
    main()
