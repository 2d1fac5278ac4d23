"""The order of consequence in which comparisons are shown: the one rule, for the brief and for `show comparisons`.

First by verdict; of conflicts, those between two sides first; then by what is at stake, harm to people first.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

from dragoman.link.counted import HARM
from dragoman.link.lexicon import rows
from dragoman.link.words import stem, words
from dragoman.model.claim import UTTERANCE, Claim, Field
from dragoman.model.event import Event
from dragoman.model.plover import EventType
from dragoman.model.record import RecordData
from dragoman.model.verdict import Comparison, Verdict
from dragoman.reconcile.between import Between, Ends, between, between_outlets

VERDICTS = (
    Verdict.CONFLICT,
    Verdict.CHANGED,
    Verdict.REVISED,
    Verdict.DIFFERENT_TIME,
    Verdict.DIFFERENT_SCOPE,
    Verdict.FINER,
    Verdict.COMPATIBLE,
    Verdict.SAME,
)
"""What contradicts, what moved, what only looks alike, what agrees."""
_BETWEEN = tuple(Between)
Rank = tuple[int, int, int]


class Stake(IntEnum):
    """What two claims differ over, the gravest first."""

    HARM = 0
    DEED = 1
    STANCE = 2
    NUMBER = 3
    CIRCUMSTANCE = 4


_STAKES: Mapping[Field, Stake] = {
    Field.OCCURRENCE: Stake.DEED,
    Field.ACTOR: Stake.DEED,
    Field.RECIPIENT: Stake.DEED,
    Field.STANCE: Stake.STANCE,
    Field.QUANTITY: Stake.NUMBER,
}


@dataclass(frozen=True)
class Consequence:
    """Ranks the comparisons of a record; the smallest rank is shown first."""

    record: RecordData

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """Claims by id."""
        return {claim.id: claim for claim in self.record.claims}

    @cached_property
    def events(self) -> Mapping[str, Event]:
        """Events by id."""
        return {event.id: event for event in self.record.events}

    def ends(self, comparison: Comparison) -> Ends:
        """Between whom a comparison runs; over who said something it is between those who quote it."""
        a, b = self.claims[comparison.a], self.claims[comparison.b]
        spoken = comparison.field == Field.ACTOR and comparison.subject.kind == UTTERANCE
        return between_outlets(a, b) if spoken else between(a, b)

    def rank(self, comparison: Comparison) -> Rank:
        """Verdict, between whom (of conflicts only), what is at stake."""
        verdict = VERDICTS.index(comparison.verdict)
        conflict = comparison.verdict == Verdict.CONFLICT
        ends = _BETWEEN.index(self.ends(comparison).kind) if conflict else 0
        return verdict, ends, self.stake(comparison)

    def stake(self, comparison: Comparison) -> Stake:
        """Harm to people where people are counted as harmed or an attack is in doubt, else by field."""
        stake = _STAKES.get(comparison.field, Stake.CIRCUMSTANCE)
        if stake == Stake.NUMBER:
            harmed = any(_harm(self.claims[claim]) for claim in (comparison.a, comparison.b))
            return Stake.HARM if harmed else stake
        event = self.events.get(comparison.subject.id)
        attack = event is not None and event.type == EventType.ASSAULT
        return Stake.HARM if stake == Stake.DEED and attack else stake


def _harm(claim: Claim) -> bool:
    """Whether a count is told as one of people killed, injured or missing."""
    known = rows("countables", "done")
    said = {family for word in words(f"{claim.what} {claim.scope}") for family in known.get(stem(word), ())}
    return bool(said & HARM)
