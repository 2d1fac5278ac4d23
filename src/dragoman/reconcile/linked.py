"""Material after linking, with the look-ups that verdicts are made from."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from dragoman.link.material import Material
from dragoman.link.sides import Sides
from dragoman.link.similarity import Similarity
from dragoman.link.told import Told
from dragoman.model.attribution import VoiceKind
from dragoman.model.claim import Claim
from dragoman.model.entity import Mention
from dragoman.model.event import EventMention
from dragoman.model.plover import MATERIAL_CONFLICT, EventType
from dragoman.model.report import Report, first_versions


@dataclass(frozen=True)
class Linked:
    """Material with canonical entities and linked claims; `events` maps event mentions to events."""

    material: Material
    sides: Sides
    told: Mapping[str, Told]
    events: Mapping[str, str]
    order: Mapping[str, str]
    similarity: Similarity

    @cached_property
    def reports(self) -> dict[str, Report]:
        """Reports by id."""
        return {report.id: report for report in self.material.reports}

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Claims by id."""
        return {claim.id: claim for claim in self.material.claims}

    @cached_property
    def mentions(self) -> dict[str, EventMention]:
        """Event mentions by id."""
        return {mention.id: mention for mention in self.material.events}

    @cached_property
    def names_in(self) -> dict[str, tuple[Mention, ...]]:
        """The mentions of entities in each report."""
        found: dict[str, list[Mention]] = {}
        for mention in self.material.mentions:
            found.setdefault(mention.span.report, []).append(mention)
        return {report: tuple(mentions) for report, mentions in found.items()}

    @cached_property
    def claims_of_event(self) -> dict[str, tuple[Claim, ...]]:
        """All claims that belong to each event, sorted by id."""
        found: dict[str, list[Claim]] = {}
        for claim in self.material.claims:
            if claim.event:
                found.setdefault(claim.event, []).append(claim)
        return {event: tuple(claims) for event, claims in found.items()}

    @cached_property
    def members(self) -> dict[str, tuple[Told, ...]]:
        """The mentions of each event, sorted by id."""
        found: dict[str, list[Told]] = {}
        for mention, event in sorted(self.events.items()):
            found.setdefault(event, []).append(self.told[mention])
        return {event: tuple(told) for event, told in found.items()}

    @cached_property
    def main_rounds(self) -> dict[str, str]:
        """Each report to the meeting of which it speaks more often than of any other."""
        said: dict[str, Counter[str]] = {}
        for mention, event in self.events.items():
            told = self.told[mention]
            if told.mention.type == EventType.CONSULT and "talk" in told.families:
                said.setdefault(told.report, Counter())[event] += 1
        ranked = {report: sorted(count.items(), key=lambda e: (-e[1], e[0])) for report, count in said.items()}
        return {r: best[0][0] for r, best in ranked.items() if len(best) == 1 or best[0][1] > best[1][1]}

    @cached_property
    def adversaries(self) -> dict[str, frozenset[str]]:
        """Each side to the sides with which it is told to fight."""
        found: dict[str, set[str]] = {}
        for told in self.told.values():
            if told.mention.type == EventType.ASSAULT:
                for one, other in product(told.actors, told.recipients):
                    found.setdefault(one, set()).add(other)
                    found.setdefault(other, set()).add(one)
        return {side: frozenset(others - {side}) for side, others in found.items()}

    def parties_of(self, event: str | None) -> frozenset[str]:
        """The sides on either end of an event; where only one is told of a fight, with those it fights."""
        members = self.members.get(event or "", ())
        sides = frozenset(side for told in members for side in told.parties)
        if len(sides) != 1 or not any(told.mention.type in MATERIAL_CONFLICT for told in members):
            return sides
        return sides | self.adversaries.get(min(sides), frozenset())

    @cached_property
    def first_versions(self) -> dict[str, str]:
        """Each report to the first version of it."""
        return first_versions(self.material.reports)

    def versions_of_one(self, a: str, b: str) -> bool:
        """Whether two reports are versions of one."""
        return a != b and self.first_versions.get(a, a) == self.first_versions.get(b, b)

    def published(self, report: str) -> str | None:
        """The day on which a report came out at the latest, or None where no more is known than by when it was seen."""
        published = self.reports[report].published if report in self.reports else None
        return published.end if published and published.start else None


def voices_of(claims: Iterable[Claim]) -> tuple[str, ...]:
    """The names behind claims, sorted: speakers, and the outlets that speak in their own voice."""
    outlets = (VoiceKind.OUTLET, VoiceKind.HEARSAY)
    return tuple(sorted({c.outlet if c.voice.kind in outlets else c.voice.name for c in claims} - {""}))
