"""Cues as PARC and PolNeAR mark them: without those spoken to, and without time and place behind the verb."""

import numpy as np

from dragoman.extract.hashing import key, keys
from dragoman.extract.sheet import Ints, Keys, Sheet
from dragoman.text.lexicon import words


def lean(sheet: Sheet, cue: Ints, head: int) -> Ints:
    """The tokens of a marked cue that stay; all of them where nothing hangs on its head behind it."""
    first, last = sheet.edges
    children = cue[(sheet.head[cue] == head) & (cue > head)]
    dropped = [child for child in children if _goes(sheet, cue, int(child), head)]
    kept = np.ones(len(cue), bool)
    for child in dropped:
        kept &= (cue < first[child]) | (cue > last[child])
    return cue[kept]


def _goes(sheet: Sheet, cue: Ints, child: int, head: int) -> bool:
    dep, verb = int(sheet.dep[child]), int(sheet.lemma[head])
    if dep in _keys("dobj", "dative", "iobj"):
        return verb in keys(words("cues", "addressing"))
    if dep in _keys("npadvmod", "advmod") and int(sheet.entity[child]) in _keys("DATE", "TIME"):
        return True
    if dep != key("prep") and dep != key("dative"):
        return False
    objects = cue[(sheet.head[cue] == child) & (cue > child)]
    if not len(objects):
        return False
    timed = any(int(sheet.entity[one]) in _keys("DATE", "TIME") for one in objects)
    return timed or verb in keys(words("cues", "strict"))


def _keys(*names: str) -> Keys:
    return keys(names)
