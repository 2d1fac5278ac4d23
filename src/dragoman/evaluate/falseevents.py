"""Events shown on running text where others have marked none."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.errors import InputError
from dragoman.evaluate.marked_events import MarkedText, meantime_texts, re3d_texts
from dragoman.evaluate.score import Measure, TaskScore
from dragoman.evaluate.texts import Reader, text_report
from dragoman.model.event import EventMention


@dataclass(slots=True)
class _Tally:
    """Sentences without a mark and what is shown in them; events in all annotated sentences and those marked."""

    free: int = 0
    shown: list[str] = field(default_factory=list)
    events: int = 0
    marked: int = 0
    unmarked: list[str] = field(default_factory=list)


def evaluate(folder: Path, read: Reader) -> TaskScore:
    """Events shown in sentences of running text without any, for each such sentence (lower is better).

    MEANTIME marks every event of its annotated sentences, most of them on firms and markets, so a sentence without a
    mark has none, and a trigger that is no marked event is false. re3d marks relations only: its sentences without one
    between actors (fighting, talking, liking, disliking, allied) may well tell an event, so that count is an upper
    bound. Whole texts are read, as reports.
    """
    meantime, re3d = meantime_texts(folder), re3d_texts(folder)
    if not meantime and not re3d:
        raise InputError(f"{folder}: no MEANTIME XML and no re3d documents.json. Give the folder of one of the two")
    measures: list[Measure] = []
    if meantime:
        tally = _tallied(meantime, read)
        rate = len(tally.shown) / tally.free if tally.free else None
        measures.append(Measure("meantime, events a sentence without one", rate, tally.free, misses=tuple(tally.shown)))
        right = tally.marked / tally.events if tally.events else None
        lines = tuple(tally.unmarked)
        measures.append(Measure("meantime, triggers that are marked events", right, tally.events, misses=lines))
    if re3d:
        tally = _tallied(re3d, read)
        rate = len(tally.shown) / tally.free if tally.free else None
        name = "re3d, events a sentence without a relation of actors"
        measures.append(Measure(name, rate, tally.free, misses=tuple(tally.shown)))
    return TaskScore("falseevents", tuple(measures))


def _tallied(texts: Sequence[MarkedText], read: Reader) -> _Tally:
    tally = _Tally()
    reports = [text_report(one.id, one.text, headline=one.headline) for one in texts]
    for text, (page, found) in zip(texts, read(reports), strict=True):
        for paragraph, sentence in page.sentences():
            start, end = paragraph.start + sentence.start_char, paragraph.start + sentence.end_char
            if end > text.annotated or not any(token.is_alpha for token in sentence):
                continue
            here = [one for one in found.events if start <= one.trigger.start < end]
            if not any(mark.start < end and start < mark.end for mark in text.marks):
                tally.free += 1
                tally.shown += [_line(text, one) for one in here]
            tally.events += len(here)
            missed = [one for one in here if not _is_marked(text, one)]
            tally.marked += len(here) - len(missed)
            tally.unmarked += [_line(text, one) for one in missed]
    return tally


def _is_marked(text: MarkedText, event: EventMention) -> bool:
    return any(mark.start < event.trigger.end and event.trigger.start < mark.end for mark in text.marks)


def _line(text: MarkedText, event: EventMention) -> str:
    actors, recipients = (", ".join(one.name for one in end) or "-" for end in (event.actors, event.recipients))
    return f"{text.id} {event.type} {actors} > {recipients} [{event.trigger.exact}]: {event.clause.exact}"
