"""The public benchmarks of single abilities, listed by hand: `dragoman.evaluate.NAME` holds the scorer of each."""

TASKS: dict[str, str] = {
    "geo": "Places: tagging and resolution on LGL, TR-News or GeoWebNews, as published.",
    "newsquant": "Score quantities of single sentences on NewsQuant: value, unit and change.",
    "swap": "Score whether both parties of a text are read alike, by exchanging their names.",
}
