"""What the tagger sees of a token beside a cue: how the parse leads from one to the other, and what lies between."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from dragoman.extract.cue_features import Around, beside
from dragoman.extract.hashing import Rows, key, mixed, rows
from dragoman.extract.sheet import Floats, Ints, Keys, Sheet

_STEPS = 6
"""Steps up from a cue that are told apart."""
_REACH = 110
"""Tokens to either side of a cue that are looked at."""
_OUTSIDE = _STEPS + 1


@dataclass(frozen=True)
class Pairs:
    """Cues with the tokens around them: `cue` and `token` are indexes of the sheet, `first` where each cue's begin."""

    cue: Ints
    token: Ints
    first: Ints


def pairs(sheet: Sheet, cues: Ints) -> Pairs:
    """The tokens of each cue's sentence and its neighbours in the same paragraph, within reach."""
    size = len(sheet)
    place = np.arange(size)
    opening = np.searchsorted(sheet.sentence, sheet.sentence[cues] - 1, side="left")
    closing = np.searchsorted(sheet.sentence, sheet.sentence[cues] + 1, side="right")
    above = np.searchsorted(sheet.paragraph, sheet.paragraph[cues], side="left")
    below = np.searchsorted(sheet.paragraph, sheet.paragraph[cues], side="right")
    start = np.maximum.reduce([opening, above, cues - _REACH]) if len(cues) else cues
    end = np.minimum.reduce([closing, below, cues + _REACH]) if len(cues) else cues
    lengths = end - start
    first = np.concatenate([[0], np.cumsum(lengths)])
    token = np.repeat(start - first[:-1], lengths) + np.arange(first[-1])
    return Pairs(np.repeat(cues, lengths), place[token], first)


@dataclass(frozen=True)
class Paths:
    """How the parse leads from cue to token: steps up, a hash of that way, the branch below, steps down from it."""

    up: Ints
    way: Keys
    branch: Ints
    down: Ints
    below: Keys


def paths(sheet: Sheet, given: Pairs) -> Paths:
    """The paths of all pairs; in another sentence the branch is the token's root."""
    first, last = sheet.edges
    depth, head, dep = sheet.depth, sheet.head, sheet.dep
    top, up = given.cue.copy(), np.zeros(len(given.cue), np.int64)
    way = mixed(dep[given.cue])
    same = sheet.sentence[given.cue] == sheet.sentence[given.token]
    for _ in range(_STEPS):
        rising = np.flatnonzero(same & ((given.token < first[top]) | (given.token > last[top])) & (head[top] != top))
        if not len(rising):
            break
        top[rising] = head[top[rising]]
        up[rising] += 1
        way[rising] = mixed(way[rising], dep[top[rising]])
    inside = same & (given.token >= first[top]) & (given.token <= last[top])
    up = np.where(inside, up, np.where(same, _STEPS, _OUTSIDE))
    floor = np.where(inside, depth[top] + 1, 0)
    branch, below = given.token.copy(), np.zeros(len(given.token), np.uint64)
    for step in range(int(depth.max(initial=0)) + 1):
        rising = np.flatnonzero(depth[branch] > floor)
        if not len(rising):
            break
        if step < 3:
            below[rising] = mixed(below[rising], dep[branch[rising]])
        branch[rising] = head[branch[rising]]
    return Paths(up, way, branch, np.minimum(depth[given.token] - depth[branch], 4), below)


def part_rows(sheet: Sheet, seen: Around, given: Pairs, led: Paths, *, bits: int) -> Rows:
    """The features of pairs as rows of a table of weights."""
    columns = (*_on_path(sheet, seen, given, led), *_on_token(sheet, given, led), *_between(sheet, given, led))
    return rows(columns, bits=bits)


def _on_path(sheet: Sheet, seen: Around, given: Pairs, led: Paths) -> Iterator[Keys]:
    first, last = sheet.edges
    cue, token, branch, up = given.cue, given.token, led.branch, led.up
    dep = sheet.dep[branch]
    side = np.sign(branch - cue) + 1
    where = up * 4 + side
    opens = first[branch]
    yield mixed(where, dep)
    yield mixed(led.way, dep, side)
    yield mixed(sheet.lemma[cue], dep, where)
    yield mixed(seen.hangs[cue], dep, where)
    yield mixed(seen.kinds[cue], dep, where)
    yield mixed(sheet.tag[cue], sheet.dep[cue], dep, where)
    yield mixed(dep, (token == opens) + 2 * (token == last[branch]), up)
    yield mixed(sheet.lower[opens], dep, up)
    yield mixed(sheet.lemma[branch], dep, up)
    yield mixed(sheet.tag[branch], sheet.entity[branch], dep, up)
    yield mixed(led.below, dep, up)
    yield mixed(led.below, sheet.dep[token], sheet.tag[token], np.minimum(up, 2))
    yield mixed(branch == seen.subject[cue], branch == seen.subject[sheet.head[branch]], up)


def _on_token(sheet: Sheet, given: Pairs, led: Paths) -> Iterator[Keys]:
    token, paragraph = given.token, sheet.paragraph
    lower, tag = sheet.lower[token], sheet.tag[token]
    before, after = (beside(sheet.lower, token, paragraph, step) for step in (-1, 1))
    yield mixed(lower, np.minimum(led.up, 2))
    yield mixed(lower, before)
    yield mixed(lower, after)
    yield mixed(tag, beside(sheet.tag, token, paragraph, -1), beside(sheet.tag, token, paragraph, 1))
    yield mixed(sheet.entity[token], led.up)
    yield mixed(lower, _next_branch(sheet, led, given, -1), led.up)
    yield mixed(lower, _next_branch(sheet, led, given, 1), led.up)


def _next_branch(sheet: Sheet, led: Paths, given: Pairs, step: int) -> Keys:
    """The relation of the branch in which the token before or behind lies, with how far up it is."""
    place = np.arange(len(given.token))
    other = np.clip(place + step, 0, len(place) - 1)
    same = (given.cue[other] == given.cue) & (other == place + step)
    return np.where(same, mixed(sheet.dep[led.branch[other]], led.up[other]), 0).astype(np.uint64)


def _between(sheet: Sheet, given: Pairs, led: Paths) -> Iterator[Keys]:
    cue, token = given.cue, given.token
    distance = token - cue
    near = np.clip(distance, -6, 6) + 6
    comma = np.cumsum(sheet.lower == np.uint64(key(",")))
    marks = np.cumsum(sheet.quoted % 2 == 1)
    commas = np.minimum(np.abs(comma[token] - comma[cue]), 3)
    passed = np.minimum(np.abs(marks[token] - marks[cue]), 4)
    sentence = sheet.sentence[token] - sheet.sentence[cue] + 1
    side = np.sign(distance) + 1
    quotes = sheet.quoted[token] + 4 * sheet.quoted[cue] + 16 * passed + 128 * side
    yield mixed(np.sign(distance) * np.searchsorted(np.array([1, 2, 3, 5, 8, 13, 21, 34]), np.abs(distance)) + 9)
    yield mixed(commas, side, sentence, led.up)
    yield mixed(quotes, sentence)
    yield mixed(quotes, sheet.lemma[cue])
    yield mixed(quotes, led.up, sheet.dep[led.branch])
    yield mixed(near, sheet.lemma[cue])
    yield mixed(near, sheet.lemma[cue], sheet.tag[token])
    yield mixed(near, sheet.tag[cue], sheet.dep[token], sheet.head[token] == cue)
    yield mixed(near, sheet.lower[token], sheet.tag[cue])


def part_dense(sheet: Sheet, given: Pairs, led: Paths) -> Floats:
    """The parser's vectors of the token, the cue and the head of the branch."""
    return np.concatenate([sheet.tensor[given.token], sheet.tensor[given.cue], sheet.tensor[led.branch]], axis=1)
