"""Learning the PLOVER root of a marked pair: from our own marked sentences, or from a user's copy of the plv set."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from dragoman.errors import InputError
from dragoman.evaluate.pair_material import Remembered, material
from dragoman.evaluate.plv import quad_of
from dragoman.evaluate.plv_format import FILES, MarkedPair, read_pairs, unmarked
from dragoman.evaluate.score import TaskScore, macro_f1
from dragoman.extract.pair_roots import WITH_SENTENCES, PairRoots, learn
from dragoman.model.plover import EventType

HELD_OUT = "-heldout.tsv"
_ROOTS = frozenset({"YIELD", *map(str, EventType)} - {"CONCEDE", "RETREAT"})


def train_events(folder: Path) -> tuple[PairRoots, int]:
    """A part learned from the pairs in the folder, and from how many; the same files give the same weights.

    The folder holds `PLV_train.tsv` or our own files (`root<TAB>marked_sentence`); InputError where it holds neither.
    """
    pairs = _taught(folder)
    embed = Remembered()
    return learn(material(pairs), [pair.root for pair in pairs], embed, WITH_SENTENCES), len(pairs)


def held_out_score(folder: Path, model: PairRoots) -> TaskScore | None:
    """Macro-F1 of root and quad class on the files that were kept out of the learning; None where there are none."""
    pairs = own_pairs(sorted(folder.glob(f"*{HELD_OUT}")))
    if not pairs:
        return None
    shown = model.best(material(pairs), Remembered())
    told = [(pair.root, root) for pair, root in zip(pairs, shown, strict=True)]
    return TaskScore(
        "events, held out",
        (
            macro_f1("root", told),
            macro_f1("quad", [(quad_of(gold), quad_of(root)) for gold, root in told]),
        ),
    )


def own_pairs(files: Iterable[Path]) -> tuple[MarkedPair, ...]:
    """The pairs of files of our own form; InputError names the line that is not of it."""
    return tuple(pair for path in files for pair in _lines(path))


def _taught(folder: Path) -> Sequence[MarkedPair]:
    if any((folder / name).is_file() for name in FILES):
        return read_pairs(folder)[1]
    pairs = own_pairs(path for path in sorted(folder.glob("*.tsv")) if not path.name.endswith(HELD_OUT))
    if not pairs:
        raise InputError(
            f"{folder}: no pairs to learn from. Give a folder of .tsv files with lines root<TAB>marked_sentence, "
            f"or one with {FILES[0]}"
        )
    return pairs


def _lines(path: Path) -> Iterable[MarkedPair]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: not readable as UTF-8 text: {error}. Give a table of marked sentences") from error
    for number, line in enumerate(lines, 1):
        root, _, marked = line.partition("\t")
        if not line.strip() or root == "root":
            continue
        text, ranges = unmarked(marked)
        if root not in _ROOTS or not (ranges["s"] or ranges["t"]):
            raise InputError(f"{path}, line {number}: give a root, a tab and a sentence with <s>..</s> and <t>..</t>")
        yield MarkedPair(f"{path.name}:{number}", text, tuple(ranges["s"]), tuple(ranges["t"]), root, quad_of(root))
