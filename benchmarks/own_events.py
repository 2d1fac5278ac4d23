"""Events end to end on the project's own marked sentences, scored as `dragoman evaluate plv` scores the published ones.

    python benchmarks/own_events.py training/events/texts/events-07.tsv ...

The rules of events were widened on events-01 to -06; the other files were looked at in numbers only.
"""

import sys
from pathlib import Path

from dragoman.engine.local import single_threaded
from dragoman.evaluate.pair_fit import PairFit
from dragoman.evaluate.plv import quad_of, root_of
from dragoman.evaluate.score import macro_f1, share
from dragoman.evaluate.texts import text_report
from dragoman.run.pipeline import Settings, read_pages
from dragoman.train.events import own_pairs


def main(files: list[str]) -> None:
    """Read every sentence plainly and print how many pairs have an event of their root between them."""
    if not files:
        sys.exit("name the files to read: python benchmarks/own_events.py training/events/texts/events-07.tsv ...")
    pairs = own_pairs(Path(name) for name in files)
    reports = [text_report(f"{number}", pair.text) for number, pair in enumerate(pairs)]
    with single_threaded():
        read = zip(pairs, read_pages(reports, settings=Settings()), strict=True)
        shown = [root_of(PairFit(page.report.text, found).matched(p.sources, p.targets)) for p, (page, found) in read]
    roots = [(pair.root, root) for pair, root in zip(pairs, shown, strict=True)]
    for measure in (
        share("right", right=sum(gold == root for gold, root in roots), of=len(roots)),
        macro_f1("root", roots),
        macro_f1("quad", [(quad_of(gold), quad_of(root)) for gold, root in roots]),
    ):
        print(f"{measure.name:<6} {measure.value:.3f}  of {measure.of}")


if __name__ == "__main__":
    main(sys.argv[1:])
