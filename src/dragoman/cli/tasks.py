"""The public benchmarks of single abilities, listed by hand.

`dragoman.evaluate.NAME` holds the scorer of each; a hyphen of the name is an underscore there.
"""

TASKS: dict[str, str] = {
    "assertion": "Score polarity and modality on the events that MEANTIME marks.",
    "ecbplus": "Score event coreference across reports on ECB+: marked mentions, within a topic.",
    "false-events": "Score events shown in running text that has none: MEANTIME or re3d.",
    "geo": "Places: tagging and resolution on LGL, TR-News or GeoWebNews, as published.",
    "meantime": "Score the times of MEANTIME (CAT XML): extents, types and values.",
    "newsquant": "Score quantities of single sentences on NewsQuant: value, unit and change.",
    "plover": "Score type, mode, dead and injured of the PLOVER gold records.",
    "plover-actors": "Score the PLOVER country and sector given to the actors of PLOVER's gold records.",
    "plv": "Score the PLOVER root between a marked source and target: PLV_train.tsv or PLV_test.tsv.",
    "polnear": "Score source, cue and content of attributions on PolNeAR.",
    "re3d": "Score persons, organisations and places against the entities of re3d.",
    "swap": "Score whether both parties of a text are read alike, by exchanging their names.",
    "tempeval": "Score the times of TimeML files, as in TempEval-3: extents, types and values.",
}
