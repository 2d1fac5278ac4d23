"""The public benchmarks of single abilities, listed by hand: `dragoman.evaluate.NAME` holds the scorer of each."""

TASKS: dict[str, str] = {
    "plv": "Score the PLOVER root between a marked source and target: PLV_train.tsv or PLV_test.tsv.",
}
