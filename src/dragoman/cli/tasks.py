"""The public benchmarks of single abilities, listed by hand: `dragoman.evaluate.NAME` holds the scorer of each."""

TASKS: dict[str, str] = {
    "plv": "Score the PLOVER root between a marked source and target: PLV_train.tsv or PLV_test.tsv.",
    "plover": "Score type, mode, dead and injured of the PLOVER gold records.",
    "falseevents": "Score events shown in running text that has none: MEANTIME or re3d.",
    "assertion": "Score polarity and modality on the events that MEANTIME marks.",
    "swap": "Score whether both parties of a text are read alike, by exchanging their names.",
}
