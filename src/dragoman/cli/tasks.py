"""The public benchmarks of single abilities, listed by hand: `dragoman.evaluate.NAME` holds the scorer of each."""

TASKS: dict[str, str] = {
    "polnear": "Score source, cue and content of attributions on PolNeAR.",
}
