"""Event coreference across reports on ECB+: marked mentions, within a topic, singletons kept; CoNLL F1.

The sets published beside ECB+ results use other splits and other mentions, so no published number stands here; the
same lemma is the baseline, from the same mentions in the same run.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from dragoman.errors import InputError
from dragoman.evaluate.coreference import Labels, conll_f1
from dragoman.evaluate.ecbplus_format import GoldText, ecbplus_texts
from dragoman.evaluate.ecbplus_rows import Pools, mention_pools
from dragoman.evaluate.score import Measure, TaskScore
from dragoman.evaluate.texts import Reader
from dragoman.link.clusters import roots
from dragoman.link.event_rows import BITS, table
from dragoman.link.grouping import groups
from dragoman.link.linkage import Block, Linkage, load_linkage
from dragoman.link.probabilistic import Scored, score

DEVELOPMENT = frozenset({"2", "5", "12", "18", "21", "23", "34", "35"})
TAUGHT = frozenset(str(topic) for topic in range(1, 36)) - DEVELOPMENT
"""Topics from which the shipped linkage was learned; they are never scored."""
_BLOCKS = (
    Block("l.trigger = r.trigger", ("trigger",)),
    Block("bit_count(xor(l.trigger_sense, r.trigger_sense)) <= 148"),
    Block("list_has_any(l.around, r.around) and list_has_any(l.words, r.words)"),
)
"""Marked mentions of any kind have neither type nor parties to be blocked by."""


def evaluate(folder: Path, read: Reader) -> TaskScore:
    """Score the mentions of all topics from which nothing was learned."""
    texts = [text for text in ecbplus_texts(folder) if text.topic not in TAUGHT]
    if not texts:
        raise InputError(f"{folder}: only topics are there from which the linkage was learned")
    pools = mention_pools(texts, read)
    linkage = load_linkage("events")
    gold = {topic: _gold(texts, topic) for topic in pools.rows}
    shown = [(gold[topic], _linked(linkage, pools, topic)) for topic in sorted(pools.rows)]
    same = [(gold[topic], {row.id: pools.lemmas[row.id] for row in pools.rows[topic]}) for topic in sorted(pools.rows)]
    return TaskScore("ecbplus", (*_measures("", shown), *_measures("same lemma: ", same)))


def pairs(linkage: Linkage, pools: Pools, topic: str, *, least: float) -> Iterable[Scored]:
    """The weighed pairs of a topic's mentions."""
    return score(replace(linkage, blocks=_BLOCKS), table(pools.rows[topic]), least=least, bits=BITS)


def chains(texts: Iterable[GoldText]) -> Mapping[str, str]:
    """Each mention to its chain."""
    return {mention.id: mention.chain for text in texts for mention in text.mentions}


def _gold(texts: Sequence[GoldText], topic: str) -> Mapping[str, str]:
    return chains(text for text in texts if text.topic == topic)


def _linked(linkage: Linkage, pools: Pools, topic: str) -> Mapping[str, str]:
    found = pairs(linkage, pools, topic, least=linkage.unseen)
    return roots(groups(linkage, [row.id for row in pools.rows[topic]], found))


def _measures(name: str, pools: Sequence[tuple[Labels, Labels]]) -> tuple[Measure, ...]:
    mean, parts = conll_f1(pools)
    of = sum(len(gold) for gold, _ in pools)
    every = (Measure(f"{name}{kind} F1", one.f1, of, one.precision, one.recall) for kind, one in parts.items())
    return (Measure(f"{name}CoNLL F1", mean, of), *every)
