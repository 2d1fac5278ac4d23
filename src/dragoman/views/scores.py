"""Scores of an evaluation as a table, with the misses below where they are wanted."""

from collections.abc import Iterator

from dragoman.evaluate.episode_score import EpisodeScore
from dragoman.evaluate.score import Measure, TaskScore


def score_table(score: EpisodeScore, *, errors: bool = False) -> str:
    """One line an ability (share, how many of how many), one a count; `errors` lists every miss under them."""
    return "\n".join(_lines(score, errors=errors))


def _lines(score: EpisodeScore, *, errors: bool) -> Iterator[str]:
    width = max(len(name) for name in [*(a.name for a in score.abilities), *(c.name for c in score.counts)])
    for ability in score.abilities:
        share = "    -" if ability.ratio is None else f"{ability.ratio:5.2f}"
        yield f"{ability.name:<{width}}  {share}  {ability.numerator} of {ability.denominator}"
        if errors:
            yield from (f"      {miss}" for miss in ability.misses)
    for count in score.counts:
        yield f"{count.name:<{width}}  {count.value:5d}"
        if errors:
            yield from (f"      {line}" for line in count.lines)


def task_table(score: TaskScore, *, errors: bool = False) -> str:
    """One line a measure (value, precision and recall, items, anchor), then confusions and counts."""
    return "\n".join(_task_lines(score, errors=errors))


def _task_lines(score: TaskScore, *, errors: bool) -> Iterator[str]:
    width = max(len(name) for name in [*(m.name for m in score.measures), *(c.name for c in score.counts)])
    for measure in score.measures:
        yield f"{measure.name:<{width}}  {_measured(measure)}".rstrip()
        if errors:
            yield from (f"      {miss}" for miss in measure.misses)
    for confusion in score.confusions:
        yield f"{confusion.name} (in the gold, shown, times)"
        yield from (f"      {gold or 'nothing'} / {shown or 'nothing'}: {n}" for gold, shown, n in confusion.pairs)
    for count in score.counts:
        yield f"{count.name:<{width}}  {count.value:5d}"
        if errors:
            yield from (f"      {line}" for line in count.lines)


def _measured(measure: Measure) -> str:
    value = "    -" if measure.value is None else f"{measure.value:.3f}" if not measure.unit else f"{measure.value:.0f}"
    parts = [f"{value}{' ' + measure.unit if measure.unit else ''}"]
    if measure.precision is not None and measure.recall is not None:
        parts.append(f"P {measure.precision:.3f}  R {measure.recall:.3f}")
    parts.append(f"of {measure.of}")
    if measure.anchor:
        parts.append(f"[{measure.anchor}]")
    return "  ".join(parts)
