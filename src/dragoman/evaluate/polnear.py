"""Attribution on PolNeAR: source, cue and content against the marks of its annotators."""

from pathlib import Path

from dragoman.evaluate.attribution import Read, measures
from dragoman.evaluate.polnear_format import read_polnear
from dragoman.evaluate.score import TaskScore
from dragoman.evaluate.texts import Reader, text_report
from dragoman.model.attribution import Attribution
from dragoman.model.marked import Marked, pieces

_ANCHORS = {
    "source": "BBC Citron on PARC3 .853; two annotators .79",
    "cue": "BBC Citron on PARC3 .823; two annotators .71",
    "content": "BBC Citron on PARC3 .593; two annotators .70",
    "source tokens": "two annotators .80",
    "cue tokens": "two annotators .70",
    "content tokens": "BBC Citron on PARC3 .833 by overlap; two annotators .91",
}


def evaluate(folder: Path, read: Reader) -> TaskScore:
    """Score the attributions of a part of PolNeAR (`dev` of a whole set), and beside them those that give a voice."""
    gold = list(read_polnear(folder))
    pages = read(text_report(one.name, one.text) for one in gold)
    tagged, voiced = [], []
    for one, (page, found) in zip(gold, pages, strict=True):
        tagged.append(Read(one, page, tuple(a.marked for a in found.ascribed)))
        voiced.append(Read(one, page, tuple(as_marked(one.text, a) for a in found.speech.attributions)))
    return TaskScore("polnear", (*measures(tagged, anchors=_ANCHORS), *measures(voiced, prefix="voices: ")))


def as_marked(text: str, attribution: Attribution) -> Marked:
    """An attribution of the record as ranges alone."""
    source, cue = attribution.source, attribution.cue
    return Marked(
        ((source.start, source.end),) if source else (),
        ((cue.start, cue.end),) if cue else (),
        pieces(text, ((s.start, s.end) for s in attribution.content)),
    )
