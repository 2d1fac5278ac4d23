"""What the tagger sees of a token that may be a cue."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np

from dragoman.extract.hashing import Rows, classes, key, keys, looked_up, mixed, rows
from dragoman.extract.sheet import Floats, Ints, Keys, Sheet
from dragoman.text.lexicon import load

_DEPS = (
    "nsubj", "nsubjpass", "dobj", "ccomp", "xcomp", "prep", "agent", "mark", "dative", "oprd", "neg", "aux", "auxpass",
    "advcl", "poss", "det", "acl", "relcl", "conj", "appos", "parataxis", "prt", "attr", "acomp", "pcomp", "expl",
    "csubj",
)  # fmt: skip
_NEAR = 12
"""Words to either side within which a quotation mark is seen."""


@cache
def _dep_bits() -> tuple[Keys, Ints]:
    return classes({dep: (dep,) for dep in _DEPS})


@cache
def _cue_classes() -> tuple[Keys, Ints]:
    lists = load("cues")
    return classes({name: [word.split()[0] for word in lists[name]] for name in lists})


@cache
def _part_keys() -> tuple[int, int, Keys]:
    return key("VERB"), key("AUX"), keys(("aux", "auxpass"))


def candidates(sheet: Sheet, heads: Keys) -> Ints:
    """The tokens that may head a cue, in order: verbs, and words among `heads` (sorted hashes of lemmas)."""
    verb, aux, helping = _part_keys()
    verbs = (sheet.pos == np.uint64(verb)) | ((sheet.pos == np.uint64(aux)) & ~np.isin(sheet.dep, helping))
    known = heads[np.minimum(np.searchsorted(heads, sheet.lemma), len(heads) - 1)] == sheet.lemma
    return np.flatnonzero(verbs | (known & (sheet.pos != np.uint64(aux))))


@dataclass(frozen=True)
class Around:
    """What hangs on each token: its children's relations as bits, its subject (-1: none), the classes of its lemma."""

    hangs: Ints
    subject: Ints
    kinds: Ints
    prepositions: Keys
    particles: Keys


def around(sheet: Sheet) -> Around:
    """Look at the children of every token once."""
    bits = looked_up(sheet.dep, _dep_bits())
    child = sheet.head != np.arange(len(sheet))
    hangs = np.zeros(len(sheet), np.int64)
    np.bitwise_or.at(hangs, sheet.head[child], bits[child])
    subject = np.full(len(sheet), -1, np.int64)
    for dep in ("nsubjpass", "nsubj"):
        there = np.flatnonzero(child & (sheet.dep == np.uint64(key(dep))))
        subject[sheet.head[there]] = there
    return Around(
        hangs,
        subject,
        looked_up(sheet.lemma, _cue_classes()),
        _gathered(sheet, child, ("prep", "agent", "dative")),
        _gathered(sheet, child, ("aux", "neg", "prt", "mark", "auxpass")),
    )


def _gathered(sheet: Sheet, child: Ints, deps: tuple[str, ...]) -> Keys:
    """The words of the children with these relations as one hash a token, whatever their order."""
    there = child & np.isin(sheet.dep, np.array([key(dep) for dep in deps], np.uint64))
    found = np.zeros(len(sheet), np.uint64)
    np.add.at(found, sheet.head[there], mixed(sheet.lower[there]))
    return found


def beside(column: Keys | Ints, at: Ints, paragraph: Ints, step: int) -> Keys:
    """The column's value some tokens away in the same paragraph; 0 beyond its ends."""
    other = np.clip(at + step, 0, len(column) - 1)
    same = (paragraph[other] == paragraph[at]) & (other == at + step)
    return np.where(same, column[other], 0).astype(np.uint64)


def cue_rows(sheet: Sheet, seen: Around, at: Ints, *, bits: int) -> Rows:
    """The features of candidate tokens as rows of a table of weights."""
    return rows(_features(sheet, seen, at), bits=bits)


def _features(sheet: Sheet, seen: Around, at: Ints) -> Iterator[Keys]:
    head, subject = sheet.head[at], seen.subject[at]
    lemma, tag, dep = sheet.lemma[at], sheet.tag[at], sheet.dep[at]
    hangs, kinds = seen.hangs[at], seen.kinds[at]
    no_subject = subject < 0
    yield mixed(lemma)
    yield mixed(sheet.lower[at])
    yield mixed(tag, dep)
    yield mixed(lemma, dep)
    yield mixed(lemma, hangs)
    yield mixed(tag, hangs)
    yield mixed(kinds, dep)
    yield mixed(kinds, hangs)
    yield mixed(kinds, tag)
    yield mixed(sheet.lemma[head], dep)
    yield mixed(sheet.tag[head], dep, tag)
    yield mixed(seen.kinds[head], dep)
    yield mixed(seen.prepositions[at], lemma)
    yield mixed(seen.prepositions[at], tag)
    yield mixed(seen.particles[at], tag)
    yield mixed(seen.particles[at], lemma)
    yield mixed(np.where(no_subject, 0, sheet.lemma[subject]))
    yield mixed(np.where(no_subject, 0, sheet.tag[subject]), np.where(no_subject, 0, sheet.entity[subject]), kinds)
    for step in (-2, -1, 1, 2):
        yield mixed(beside(sheet.lower, at, sheet.paragraph, step))
        yield mixed(beside(sheet.tag, at, sheet.paragraph, step), tag)
    yield mixed(beside(sheet.lower, at, sheet.paragraph, 1), lemma)
    yield mixed(beside(sheet.lower, at, sheet.paragraph, -1), lemma)
    yield mixed(_marks_near(sheet, at), kinds)
    yield mixed(_marks_near(sheet, at), tag)
    yield mixed(sheet.quoted[at], sheet.depth[at], tag)
    yield mixed(sheet.paragraph[at] == 0, lemma)


def _marks_near(sheet: Sheet, at: Ints) -> Ints:
    """Whether a token is quoted, and how near a mark stands before and behind it."""
    place = np.arange(len(sheet))
    is_mark = sheet.quoted % 2 == 1
    before = np.maximum.accumulate(np.where(is_mark, place, -_NEAR))
    behind = np.minimum.accumulate(np.where(is_mark, place, len(sheet) + _NEAR)[::-1])[::-1]
    left, right = np.minimum(at - before[at], _NEAR), np.minimum(behind[at] - at, _NEAR)
    return sheet.quoted[at] + 4 * _bucket(left) + 32 * _bucket(right)


def _bucket(distance: Ints) -> Ints:
    return np.searchsorted(np.array([1, 2, 3, 5, 8, _NEAR]), distance)


def cue_dense(sheet: Sheet, at: Ints, vectors: Floats) -> Floats:
    """The parser's vectors of a token and its head, and the word's static vector (zeros for an unknown word)."""
    rows_of = sheet.row[at]
    static = np.where((rows_of >= 0)[:, None], vectors[rows_of], np.float32(0))
    return np.concatenate([sheet.tensor[at], sheet.tensor[sheet.head[at]], static], axis=1)
