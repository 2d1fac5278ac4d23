"""What was hit: accounts of one attack of which one names a civilian target and another a military one."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations

from dragoman.link.words import stem, words
from dragoman.model.claim import Claim, Field
from dragoman.model.event import Modality, Polarity
from dragoman.model.plover import EventType
from dragoman.model.verdict import Comparison, Verdict
from dragoman.reconcile.figures import comparison
from dragoman.reconcile.linked import Linked
from dragoman.reconcile.reasons import because, voice_name
from dragoman.reconcile.voices import comparable, teller
from dragoman.text.lexicon import load

_REAL = frozenset({Modality.HAPPENED, Modality.ONGOING})
_AFTER = 12
"""Words after the deed's own among which its target stands."""


def compare_targets(linked: Linked) -> tuple[Comparison, ...]:
    """Conflicts over the recipient of an attack, one for each two tellers, sorted by id."""
    found: dict[tuple[str, ...], Comparison] = {}
    for event in sorted(linked.members):
        claims = [c for c in linked.claims_of_event.get(event, ()) if c.field == Field.OCCURRENCE]
        for a, b, hit in _pairs(linked, sorted(claims, key=lambda c: (linked.order.get(c.report, ""), c.id))):
            key = event, *sorted((teller(a), teller(b)))
            said = {"a": hit[0], "b": hit[1], "voice": voice_name(a), "voice2": voice_name(b)}
            made = comparison(a, b, Verdict.CONFLICT, because("targets", **said), order=linked.order)
            found.setdefault(key, replace(made, field=Field.RECIPIENT))
    return tuple(sorted(found.values(), key=lambda c: c.id))


def _pairs(linked: Linked, claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim, tuple[str, str]]]:
    told: dict[tuple[str, ...], tuple[Claim, tuple[str, str]]] = {}
    for claim in claims:
        if claim.polarity == Polarity.ASSERTED and claim.modality in _REAL:
            target = _target(linked, claim)
            told.setdefault((teller(claim), *target), (claim, target))
    for (a, (kind, word)), (b, (other, word2)) in combinations(told.values(), 2):
        if kind and other and kind != other and comparable(a, b) and a.report != b.report:
            yield a, b, (word, word2)


def _target(linked: Linked, claim: Claim) -> tuple[str, str]:
    """Whether an attack's clause names a "civilian" or a "military" target, and the word; none where it names both."""
    mention = linked.mentions.get(claim.event_mention or "")
    if mention is None or mention.type != EventType.ASSAULT:
        return "", ""
    after = mention.clause.exact[max(0, mention.trigger.end - mention.clause.start) :]
    named = [(kind, word) for word in words(after)[:_AFTER] if (kind := _kinds().get(stem(word), ""))]
    return named[0] if len({kind for kind, _ in named}) == 1 else ("", "")


@cache
def _kinds() -> dict[str, str]:
    lists = load("targets")
    return {stem(word): kind for kind in ("civilian", "military") for word in lists[kind]}
