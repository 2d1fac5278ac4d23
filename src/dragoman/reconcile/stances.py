"""A party's stances on one issue that differ between reports or voices."""

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import combinations, product

from dragoman.link.houses import home
from dragoman.link.words import content
from dragoman.model.attribution import VoiceKind
from dragoman.model.claim import Claim, Field
from dragoman.model.position import PositionMention, Stance
from dragoman.model.verdict import Comparison, Verdict
from dragoman.reconcile.figures import comparison
from dragoman.reconcile.linked import Linked
from dragoman.reconcile.reasons import because, day, voice_name
from dragoman.reconcile.voices import comparable, same_voice, voice_key

_EXCLUDING = frozenset(
    frozenset(stances)
    for stances in (
        (Stance.REJECTS, Stance.ACCEPTS),
        (Stance.REJECTS, Stance.UNDECIDED),
        (Stance.REJECTS, Stance.ACCEPTS_WITH_CONDITIONS),
        (Stance.REJECTS, Stance.CONCEDES),
        (Stance.ACCEPTS, Stance.UNDECIDED),
    )
)
_MOVES = frozenset(
    frozenset(stances)
    for stances in (
        (Stance.DEMANDS, Stance.ACCEPTS_WITH_CONDITIONS),
        (Stance.UNDECIDED, Stance.ACCEPTS_WITH_CONDITIONS),
        (Stance.THREATENS, Stance.CONCEDES),
        (Stance.THREATENS, Stance.ACCEPTS),
        (Stance.DEMANDS, Stance.CONCEDES),
        (Stance.UNDECIDED, Stance.CONCEDES),
    )
)
"""Pairs of stances that cannot both hold at one time, and pairs that only show a move when one is later."""
_STANCE_WORDS = {
    Stance.DEMANDS: "demanding it",
    Stance.ACCEPTS: "accepting",
    Stance.ACCEPTS_WITH_CONDITIONS: "accepting with conditions",
    Stance.REJECTS: "rejecting",
    Stance.UNDECIDED: "undecided",
    Stance.CONCEDES: "conceding",
    Stance.THREATENS: "threatening it",
    Stance.OFFERS: "offering it",
}
_FAR = 10**4
_TERMS = re.compile(r"\b(?:before|until|till|unless|without|as long as|so long as|first)\b", re.IGNORECASE)


def compare_stances(linked: Linked) -> tuple[Comparison, ...]:
    """A party's stances on one issue that exclude each other: a conflict at one time, a change or revision later."""
    mentions = {mention.id: mention for mention in linked.material.positions}
    told: dict[tuple[str, str], dict[Stance, list[tuple[Claim, PositionMention]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for claim in linked.material.claims:
        mention = mentions.get(claim.about.id)
        if mention and claim.field == Field.STANCE:
            side = linked.sides.of_actor(mention.party)
            if side:
                told[side, mention.issue][mention.stance].append((claim, mention))
    found = []
    for (side, _), stances in sorted(told.items()):
        for one, other in combinations(sorted(stances), 2):
            if frozenset({one, other}) in _EXCLUDING | _MOVES:
                found.append(_stance(linked, side, stances=(one, other), told=(stances[one], stances[other])))
    return tuple(c for c in found if c)


def _stance(
    linked: Linked,
    side: str,
    *,
    stances: tuple[Stance, Stance],
    told: tuple[Sequence[tuple[Claim, PositionMention]], Sequence[tuple[Claim, PositionMention]]],
) -> Comparison | None:
    """The comparison of two claims of one time, else of the party's own words; None when no two are of one matter."""
    both = {voice_key(a) for a, _ in told[0]} & {voice_key(b) for b, _ in told[1]}
    pairs = [
        (a, b)
        for (a, first), (b, second) in product(*told)
        if a.report != b.report
        and comparable(a, b)
        and _one_matter(first, second)
        and not (a.as_of == b.as_of and (voice_key(a) in both or voice_key(b) in both))
        and not (_gap(a, b, linked) == 0 and _agree_in_terms(stances, a, b))
    ]
    if not pairs:
        return None
    gaps = {p: _gap(p[0], p[1], linked) for p in pairs}
    a, b = min(pairs, key=lambda p: (gaps[p] > 0, _removed(p, side, linked), gaps[p], p[0].id, p[1].id))
    early, late = sorted((a, b), key=lambda c: (linked.order.get(c.report, ""), c.id))
    said = {c.id: _STANCE_WORDS[stance] for c, stance in zip((a, b), stances, strict=True)}
    fields = {"party": side, "a": said[early.id], "b": said[late.id], "date": day(early), "date2": day(late)}
    voices = {"voice": voice_name(early), "voice2": voice_name(late)}
    if 0 < gaps[a, b] < _FAR:
        same = same_voice(a, b)
        reason = because("stance-revised" if same else "stance-later", **fields, **voices)
        return comparison(a, b, Verdict.REVISED if same else Verdict.CHANGED, reason, order=linked.order)
    if frozenset(stances) in _MOVES:
        return None
    return comparison(a, b, Verdict.CONFLICT, because("stance", **fields, **voices), order=linked.order)


def _agree_in_terms(stances: tuple[Stance, Stance], a: Claim, b: Claim) -> bool:
    """Whether "no truce before they leave" and "a truce if they leave" say the same."""
    if set(stances) != {Stance.REJECTS, Stance.ACCEPTS_WITH_CONDITIONS}:
        return False
    rejecting = a if stances[0] == Stance.REJECTS else b
    return bool(_TERMS.search(rejecting.span.exact))


def _removed(pair: tuple[Claim, Claim], side: str, linked: Linked) -> int:
    """How far two claims are from the party's own word in the report that had it first."""
    own = (c.voice.kind == VoiceKind.NAMED and c.voice.side == side and not c.voice.chain for c in pair)
    copied = (c.report in linked.reports and c.account != home(linked.reports[c.report]) for c in pair)
    return sum(not said for said in own) + sum(copied) + sum(bool(c.voice.chain) for c in pair)


def _one_matter(a: PositionMention, b: PositionMention) -> bool:
    """Whether two passages may speak of one matter: the same counterpart, and a word in common where both have many."""
    if a.to and b.to and a.to != b.to:
        return False
    first, second = content(a.content.exact), content(b.content.exact)
    return min(len(first), len(second)) < 3 or bool(first & second)


def _gap(a: Claim, b: Claim, linked: Linked) -> int:
    """Days between the days for which two claims are said, or reports at the latest came out; very many if unknown."""
    first, second = (c.as_of or linked.published(c.report) for c in (a, b))
    if not first or not second:
        return _FAR
    return abs((date.fromisoformat(first) - date.fromisoformat(second)).days)
