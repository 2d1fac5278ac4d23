"""The PLOVER root between a marked source and target, on plain sentences and with the pair given."""

from collections.abc import Sequence
from pathlib import Path

from dragoman.evaluate.pair_fit import PairFit
from dragoman.evaluate.pair_material import Remembered, features_on
from dragoman.evaluate.pair_trained import shown_across_folds, shown_by_shipped
from dragoman.evaluate.plv_format import MarkedPair, read_pairs
from dragoman.evaluate.score import Confusion, Measure, TaskScore, macro_f1
from dragoman.evaluate.texts import Reader, text_report
from dragoman.extract.pair_features import PairFeatures, root_name
from dragoman.model.event import EventMention, Modality
from dragoman.model.plover import QUADS, EventType

_INTENDED = {
    **dict.fromkeys(QUADS[0] | QUADS[1], EventType.AGREE),
    **dict.fromkeys(QUADS[3], EventType.THREATEN),
}
_TRAIN = {"root": "ZSP with the pair given .743", "quad": "ZSP with the pair given .867"}
_TEST = {"root": "ZSP with the pair given .821", "quad": "ZSP with the pair given .892"}


def evaluate(folder: Path, read: Reader) -> TaskScore:
    """Macro-F1 of root and quad class over the marked pairs of PLV_train.tsv or PLV_test.tsv.

    End to end each plain sentence is read as a report of its own; the event of the right root must stand between
    parties named in the marked ranges, and a pair without one is wrong. With the pair given the event of the sentence
    that fits the pair best is taken. The trained part tells the root of the pair itself: as it ships; where the rules
    read no event between the two; and learned from the set in five folds, as a user's own copy of the set yields. The
    set's YIELD is CONCEDE or RETREAT. Every sentence holds an event, so this says nothing of false ones (`false-events`
    does). What is only planned is to dragoman an event of its type with that modality; the set, after CAMEO, calls it
    the intent: AGREE for cooperation, THREATEN for conflict. What is denied is no event.
    """
    name, pairs = read_pairs(folder)
    reports = [text_report(f"{name}:{number}", pair.text) for number, pair in enumerate(pairs)]
    end_to_end: list[str] = []
    given: list[str] = []
    features: list[PairFeatures] = []
    for pair, (page, found) in zip(pairs, read(reports), strict=True):
        fit = PairFit(page.report.text, found)
        end_to_end.append(root_of(fit.matched(pair.sources, pair.targets)))
        given.append(root_of(fit.best(pair.sources, pair.targets)))
        features.append(features_on(page, pair))
    embed = Remembered()
    trained = shown_by_shipped(features, embed)
    anchors = _TEST if "test" in name else _TRAIN
    other = [pair.other for pair in pairs]
    both = [read_root or root for read_root, root in zip(end_to_end, trained, strict=True)]
    measures = (
        *_measures("end to end", pairs, end_to_end, anchors),
        *_measures("pair given", pairs, given, anchors),
        *_measures("pair given, trained", pairs, trained, anchors),
        *_measures("pair given, rules then trained", pairs, both, anchors),
        *_measures("pair given, learned in folds", pairs, shown_across_folds(pairs, features, embed), anchors),
        *(_measures("other system, pair given", pairs, other, {}) if any(other) else ()),
    )
    found_at_all = tuple((pair.root, root) for pair, root in zip(pairs, end_to_end, strict=True))
    return TaskScore("plv", measures, (Confusion.of("end to end", found_at_all, most=40),))


def root_of(event: EventMention | None) -> str:
    """The root of an event by the set's names, for one only planned that of the intent; "" for none."""
    if event is None:
        return ""
    if event.modality is Modality.PLANNED and event.type in _INTENDED:
        return str(_INTENDED[event.type])
    return root_name(event.type)


def quad_of(root: str) -> str:
    """The quad class 1 to 4 of a root by the set's names; "" for none."""
    return next((str(number) for number, types in enumerate(QUADS, 1) if root in _names(types)), "")


def _names(types: frozenset[EventType]) -> set[str]:
    return {root_name(one) for one in types}


def _measures(
    name: str, pairs: Sequence[MarkedPair], shown: Sequence[str], anchors: dict[str, str]
) -> tuple[Measure, ...]:
    misses = [
        f"{pair.id} {pair.root}, shown {root or 'nothing'}: {_told(pair)}"
        for pair, root in zip(pairs, shown, strict=True)
        if root != pair.root
    ]
    roots = ((pair.root, root) for pair, root in zip(pairs, shown, strict=True))
    quads = ((pair.quad, quad_of(root)) for pair, root in zip(pairs, shown, strict=True))
    return (
        macro_f1(f"{name}, root", roots, anchor=anchors.get("root", ""), misses=misses),
        macro_f1(f"{name}, quad", quads, anchor=anchors.get("quad", "")),
    )


def _told(pair: MarkedPair) -> str:
    """The sentence with its ends in brackets."""
    marks = [(at, mark) for start, end in pair.sources for at, mark in ((start, "[S "), (end, "]"))]
    marks += [(at, mark) for start, end in pair.targets for at, mark in ((start, "[T "), (end, "]"))]
    text = pair.text
    for at, mark in sorted(marks, reverse=True):
        text = text[:at] + mark + text[at:]
    return text
