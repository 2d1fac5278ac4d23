"""A report and its later version, with what the record holds of each."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from dragoman.model.attribution import Utterance, Variant
from dragoman.model.claim import Claim
from dragoman.model.report import Report
from dragoman.reconcile.aligned import Aligned, Sentence, align

Spoken = tuple[Utterance, Variant]


@dataclass(frozen=True)
class Held:
    """The record as the comparison of versions looks things up in it.

    Claims and quotes by report, figure by claim, and the names of who acts in an event with all other names of theirs.
    """

    reports: Mapping[str, Report]
    claims: Mapping[str, tuple[Claim, ...]]
    spoken: Mapping[str, tuple[Spoken, ...]]
    figures: Mapping[str, str]
    actors: Mapping[str, tuple[tuple[str, ...], ...]]


@dataclass(frozen=True)
class TwoVersions:
    """The earlier and the later version; claims and quotes are in the order of the text."""

    earlier: Report
    later: Report
    held: Held

    @cached_property
    def aligned(self) -> Aligned:
        """The sentences of both, side by side."""
        return align(self.earlier, self.later)

    @property
    def before(self) -> tuple[Claim, ...]:
        """The claims of the earlier version."""
        return self.held.claims.get(self.earlier.id, ())

    @property
    def after(self) -> tuple[Claim, ...]:
        """The claims of the later version."""
        return self.held.claims.get(self.later.id, ())

    @cached_property
    def changed_before(self) -> frozenset[str]:
        """Ids of the earlier claims that stand in sentences which the later version does not print alike."""
        sentences = (*self.aligned.gone, *(first for first, _ in self.aligned.reworded), self.aligned.headlines[0])
        return frozenset(claim.id for claim in inside(self.before, sentences))

    @cached_property
    def changed_after(self) -> frozenset[str]:
        """Ids of the later claims that stand in sentences which the earlier version does not print alike."""
        sentences = (*self.aligned.new, *(second for _, second in self.aligned.reworded), self.aligned.headlines[1])
        return frozenset(claim.id for claim in inside(self.after, sentences))


def inside(claims: Iterable[Claim], sentences: Iterable[Sentence | None]) -> Iterator[Claim]:
    """The claims that begin in one of the sentences."""
    known = [sentence for sentence in sentences if sentence]
    return (claim for claim in claims if any(sentence.holds(claim.span) for sentence in known))
