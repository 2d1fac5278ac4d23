"""The linkage of events, learned from the marked mentions of ECB+ (annotation CC BY 3.0)."""

from pathlib import Path

from dragoman.errors import InputError
from dragoman.evaluate.ecbplus import TAUGHT, chains, pairs
from dragoman.evaluate.ecbplus_format import ecbplus_texts
from dragoman.evaluate.ecbplus_rows import mention_pools
from dragoman.evaluate.texts import Reader
from dragoman.link.linkage import Linkage
from dragoman.train.linking import fit

_EVERY = -1000.0
BASIS = "ecbplus"


def learn(folder: Path, read: Reader, linkage: Linkage) -> Linkage:
    """The linkage with what the training topics teach the comparisons of basis "ecbplus"."""
    texts = [text for text in ecbplus_texts(folder) if text.topic in TAUGHT]
    if not texts:
        raise InputError(f"{folder}: no topic for training is there; topics 1 to 35 but the development ones are")
    pools, chain = mention_pools(texts, read), chains(texts)
    found = [one for topic in sorted(pools.rows) for one in pairs(linkage, pools, topic, least=_EVERY)]
    same = [chain[one.a] == chain[one.b] for one in found]
    names = {comparison.name for comparison in linkage.comparisons if comparison.basis == BASIS}
    return fit(linkage, [one.reached for one in found], same, names=names)
