"""How accounts of one thing relate, and which quotes are one utterance, over many episodes with gold.

**Pairs.** Each pair of readings that the gold lists counts once, also where it stands in two figures. A verdict that
the gold accepts is right and counts for itself; else the pair counts for the first that the gold accepts, as missed,
and for what was shown, as false. Pairs rightly left out count for nothing, so that of what two rules show not the same
number of pairs counts. Readings that stand in no figure together are not to be compared: a verdict on them is false,
except that they are of other scope or time. So is one on a claim that is no reading of the gold. A reading that was
not found is not compared.

**Beside each** stands what a plain rule gets from the same readings and the same quotes.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.evaluate.episode_files import EpisodeFiles, all_episodes
from dragoman.evaluate.episode_pairs import (
    NOT_COMPARED,
    Pair,
    Verdicts,
    gold_pairs,
    said_of,
    score_pairs,
    shown_verdicts,
)
from dragoman.evaluate.episode_quotes import Opening, gold_openings, join_score, one_utterance, score_quotes
from dragoman.evaluate.episode_readings import Key, ReadFigures, read_figures
from dragoman.evaluate.episode_score import Ability, Count
from dragoman.evaluate.episode_view import View, look
from dragoman.evaluate.plain_rules import plain_utterance, plain_verdicts
from dragoman.evaluate.score import Confusion, Measure, TaskScore, f1, share
from dragoman.model.verdict import Verdict

Build = Callable[[Sequence[str]], Mapping[str, Any]]
"""Makes the JSON record of some reports, by their paths."""
_VERDICTS = tuple(verdict.value for verdict in Verdict if verdict is not Verdict.SINGLE)
_NO_READING = "no reading"
_OTHER_THINGS = frozenset({"different_scope", "different_time"})
_RULE = "plain rule: "


@dataclass(frozen=True, slots=True)
class Judged:
    """One pair: the gold's verdict, the one shown, and a line that names it; `found` if both readings were read."""

    gold: str
    shown: str
    line: str
    found: bool = True


@dataclass(frozen=True, slots=True)
class _Episode:
    name: str
    view: View
    figures: ReadFigures
    openings: tuple[Opening, ...]


def evaluate(folder: Path, build: Build) -> TaskScore:
    """Score all episodes in a folder or below it; raises InputError where there is none."""
    episodes = [_read(files, build) for files in all_episodes(folder)]
    ours = [one for each in episodes for one in judge(each.name, each.view, each.figures, shown_verdicts(each.view))]
    rule = [one for each in episodes for one in judge(each.name, each.view, each.figures, plain_verdicts(each.view))]
    measures = (
        *_by_verdict("", ours),
        *_by_verdict(_RULE, rule),
        *_differences(episodes),
        *_utterances("", episodes, one_utterance),
        *_utterances(_RULE, episodes, plain_utterance),
    )
    confused = Confusion.of("verdicts", ((one.gold, one.shown) for one in ours), most=40)
    return TaskScore("verdicts", measures, (confused,), (_unread(episodes),))


def _read(files: EpisodeFiles, build: Build) -> _Episode:
    view = look(build(files.files), files.gold, files.texts)
    return _Episode(files.folder.name, view, read_figures(view), gold_openings(view))


def judge(name: str, view: View, figures: ReadFigures, verdicts: Verdicts) -> Iterator[Judged]:
    """Every pair of the gold that counts, and every comparison shown where none should be."""
    same_reading = {key: reading.keys[0] for reading in figures.readings for key in reading.keys}
    listed: dict[frozenset[Key], Pair] = {}
    for pair in gold_pairs(view):
        listed.setdefault(frozenset((same_reading[pair.a], same_reading[pair.b])), pair)
    lines = {reading.keys[0]: reading.line for reading in figures.readings}
    for keys, pair in listed.items():
        line = " / ".join([name, *(lines[key] for key in sorted(keys))])
        found = bool(figures.claims(pair.a) and figures.claims(pair.b))
        if (one := _judged(pair, said_of(pair, figures, verdicts))) is not None:
            yield Judged(*one, line, found)
    for claims, said in verdicts.items():
        if any(view.claims[claim]["field"] != "quantity" for claim in claims):
            continue
        for verdict in sorted(said):
            gold = _uncalled(claims, figures, same_reading, listed, verdict)
            if gold:
                yield Judged(gold, verdict, f"{name} / {_words(view, claims)}")


def _judged(pair: Pair, said: frozenset[str]) -> tuple[str, str] | None:
    """The pair's verdict and the one shown; None where it was rightly left out."""
    wrong = sorted(said - set(pair.accepted))
    if wrong:
        return pair.accepted[0], wrong[0]
    right = next(one for one in pair.accepted if one in said)
    return None if right == NOT_COMPARED else (right, right)


def _uncalled(
    claims: frozenset[str],
    figures: ReadFigures,
    same_reading: Mapping[Key, Key],
    listed: Mapping[frozenset[Key], Pair],
    verdict: str,
) -> str | None:
    """What the gold says of a comparison that it does not list; None where it lists it or lets it be."""
    told = [{same_reading[key] for key in figures.told.get(claim, ())} for claim in sorted(claims)]
    if verdict in _OTHER_THINGS:
        return None
    if not all(told) or len(told) < len("ab"):
        return _NO_READING
    pairs = {frozenset((one, other)) for one in told[0] for other in told[1]}
    # One reading told twice in a report is compared with itself: no pair of the gold, and no error.
    return None if pairs & listed.keys() or any(len(pair) == 1 for pair in pairs) else NOT_COMPARED


def _words(view: View, claims: Iterable[str]) -> str:
    spans = (view.claims[claim]["span"] for claim in sorted(claims))
    return " / ".join(f"“{span['exact']}”" for span in spans)


def _by_verdict(prefix: str, judged: Sequence[Judged]) -> Iterator[Measure]:
    gold, shown = Counter(one.gold for one in judged), Counter(one.shown for one in judged)
    right = Counter(one.gold for one in judged if one.gold == one.shown)
    every = [
        f1(
            f"{prefix}{verdict}",
            right=right[verdict],
            shown=shown[verdict],
            gold=gold[verdict],
            misses=(
                _miss(one) for one in judged if verdict == one.gold != one.shown or verdict == one.shown != one.gold
            ),
        )
        for verdict in _VERDICTS
    ]
    scored = [one.value or 0.0 for one in every if one.of]
    yield Measure(f"{prefix}macro F1", sum(scored) / len(scored) if scored else None, sum(one.of for one in every))
    listed = [one for one in judged if one.gold in _VERDICTS]
    both = [one for one in listed if one.found]
    yield share(f"{prefix}pairs right", right=sum(right[one] for one in _VERDICTS), of=len(listed))
    yield share(
        f"{prefix}pairs right, both readings found", right=sum(one.gold == one.shown for one in both), of=len(both)
    )
    yield from every


def _miss(one: Judged) -> str:
    return f"gold {one.gold}, shown {one.shown}{'' if one.found else ' (a reading not found)'}: {one.line}"


def _differences(episodes: Sequence[_Episode]) -> Iterator[Measure]:
    """Conflicts of all fields and differences that are no numbers, as the scorer of an episode counts them."""
    parts = [score_pairs(one.view, one.figures).abilities for one in episodes]
    parts += [score_quotes(one.view).abilities for one in episodes]
    for name in ("conflicts recall", "conflicts precision", "differences", "quotes with speaker"):
        yield _sum(name, [ability for part in parts for ability in part if ability.name == name])


def _sum(name: str, abilities: Sequence[Ability]) -> Measure:
    right, of = sum(one.numerator for one in abilities), sum(one.denominator for one in abilities)
    return share(name, right=right, of=of, misses=(miss for one in abilities for miss in one.misses))


def _utterances(
    prefix: str, episodes: Sequence[_Episode], joins: Callable[[Opening, Opening], bool]
) -> Iterator[Measure]:
    parts = [join_score(one.openings, joins) for one in episodes]
    yield f1(
        f"{prefix}utterances joined",
        right=sum(recall.numerator for recall, _ in parts),
        shown=sum(precision.denominator for _, precision in parts),
        gold=sum(recall.denominator for recall, _ in parts),
        misses=(miss for part in parts for ability in part for miss in ability.misses),
    )


def _unread(episodes: Sequence[_Episode]) -> Count:
    """Readings that no claim tells: their pairs cannot be compared."""
    lines = (
        f"{one.name}: {reading.line}"
        for one in episodes
        for reading in one.figures.readings
        if reading not in [found for found, _ in one.figures.found]
    )
    return Count("readings not found", tuple(lines))
