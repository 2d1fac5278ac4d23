"""Scores of an evaluation as a table, with the misses below where they are wanted."""

from collections.abc import Iterator

from dragoman.evaluate.episode_score import EpisodeScore


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
