"""The public benchmarks of single abilities, listed by hand: `dragoman.evaluate.NAME` holds the scorer of each."""

TASKS: dict[str, str] = {
    "meantime": "Score the times of MEANTIME (CAT XML): extents, types and values.",
    "tempeval": "Score the times of TimeML files, as in TempEval-3: extents, types and values.",
}
