"""The public benchmarks of single abilities, listed by hand: `dragoman.evaluate.NAME` holds the scorer of each."""

TASKS = {
    "swap": "Score whether both parties of a text are read alike, by exchanging their names.",
}
