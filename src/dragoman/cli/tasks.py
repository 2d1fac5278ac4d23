"""The public benchmarks of single abilities, listed by hand.

`dragoman.evaluate.NAME` holds the scorer of each; a hyphen of the name is an underscore there.
"""

TASKS: dict[str, str] = {
    "plover-actors": "Score the PLOVER country and sector given to the actors of PLOVER's gold records.",
    "re3d": "Score persons, organisations and places against the entities of re3d.",
}
