"""The public benchmarks of single abilities, listed by hand: `dragoman.evaluate.NAME` holds the scorer of each."""

TASKS: dict[str, str] = {
    "geo": "Places: tagging and resolution on LGL, TR-News or GeoWebNews, as published.",
}
