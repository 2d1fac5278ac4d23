"""Who stands behind an event or a figure, through how many lines, and who denies it: derived from its claims."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.link.words import fold
from dragoman.model.claim import Claim, Field
from dragoman.model.entity import Entity, EntityKind
from dragoman.model.event import Event, Polarity, Standing
from dragoman.model.figure import Figure
from dragoman.model.record import RecordData
from dragoman.model.report import Report
from dragoman.model.verdict import Comparison, Verdict
from dragoman.reconcile.accounts import count_accounts
from dragoman.reconcile.linked import voices_of
from dragoman.reconcile.reasons import voice_name
from dragoman.reconcile.standing import SPEAKING, sided
from dragoman.reconcile.voices import opposed, voice_key

_LETTERS = 3
_ADJECTIVES = ("i", "n", "ese", "ish", "ic")
"""Letters that a country and the word for what is its own share, and the ends of such words."""


@dataclass(frozen=True, slots=True)
class Side:
    """A side that speaks: its name, the word for what is its own ("" where no organ is called by it), its kind."""

    name: str
    adjective: str = ""
    country: bool = False


@dataclass(frozen=True, slots=True)
class Corroboration:
    """What an item rests on.

    `voices` are those who assert it, or where nobody speaks the outlets that print it; `sides` those for which they
    speak, `third` whether one of them speaks for none; `one_owner` says that its several outlets have one; `between`
    are sides whose numbers contradict each other; those of `blame_denied_by` deny that it was they.
    """

    standing: Standing
    accounts: int
    outlets: tuple[str, ...]
    one_owner: bool
    voices: tuple[str, ...]
    sides: tuple[Side, ...]
    third: bool
    denied_by: tuple[str, ...]
    blame_denied_by: tuple[str, ...]
    between: tuple[str, ...]


class Corroborations:
    """The corroboration of the events and figures of one record."""

    def __init__(self, record: RecordData) -> None:
        self._claims = {claim.id: claim for claim in record.claims}
        self._reports = {report.id: report for report in record.reports}
        self._sides = _sides(record.entities)
        self._conflicts: dict[str, list[Comparison]] = defaultdict(list)
        for comparison in record.comparisons:
            if comparison.verdict == Verdict.CONFLICT:
                for about in {comparison.subject.id, comparison.a, comparison.b}:
                    self._conflicts[about].append(comparison)

    def of_event(self, event: Event) -> Corroboration:
        """What an event rests on; numbers told of it count only where nothing else tells it."""
        claims = [self._claims[claim] for claim in event.claims]
        told = [claim for claim in claims if claim.field != Field.QUANTITY] or claims
        return self._of(event.standing, told, self._conflicts.get(event.id, ()))

    def of_figure(self, figure: Figure) -> Corroboration:
        """What a figure rests on."""
        claims = [self._claims[claim] for claim in figure.claims]
        found = {c.id: c for claim in figure.claims for c in self._conflicts.get(claim, ())}
        inside = [c for c in found.values() if {c.a, c.b} <= set(figure.claims)]
        return self._of(figure.standing, claims, inside)

    def _of(self, found: Standing, claims: Sequence[Claim], conflicts: Sequence[Comparison]) -> Corroboration:
        asserted = [c for c in claims if c.polarity == Polarity.ASSERTED or c.value == 0] or claims
        # An outlet that tells of talks and of who stayed away denies nothing that it tells itself.
        said = {voice_key(c) for c in asserted}
        against = [c for c in claims if c not in asserted and voice_key(c) not in said]
        speaking = [v for v in sided([c.voice for c in asserted]) if v.kind in SPEAKING]
        spoken = [c for c in asserted if c.voice.kind in SPEAKING]
        reports = [self._reports[c.report] for c in asserted]
        return Corroboration(
            standing=found,
            accounts=count_accounts(claims),
            outlets=tuple(sorted({report.outlet for report in reports})),
            one_owner=_one_owner(reports),
            voices=voices_of(spoken or asserted),
            sides=tuple(self._sides.get(side, Side(side)) for side in sorted({v.side for v in speaking} - {""})),
            third=any(not voice.side for voice in speaking),
            denied_by=_names([*against, *self._denials(conflicts, Field.OCCURRENCE)]),
            blame_denied_by=_names(self._denials(conflicts, Field.ACTOR)),
            between=self._between(conflicts),
        )

    def _denials(self, conflicts: Iterable[Comparison], field: Field) -> list[Claim]:
        ends = [self._claims[end] for c in conflicts if c.field == field for end in (c.a, c.b)]
        return [claim for claim in ends if claim.polarity == Polarity.DENIED]

    def _between(self, conflicts: Iterable[Comparison]) -> tuple[str, ...]:
        pairs = ((self._claims[c.a], self._claims[c.b]) for c in conflicts if c.field == Field.QUANTITY)
        return tuple(sorted({claim.voice.side for a, b in pairs if opposed(a, b) for claim in (a, b)}))


def _names(claims: Iterable[Claim]) -> tuple[str, ...]:
    return tuple(sorted({voice_name(claim) for claim in claims}))


def _one_owner(reports: Iterable[Report]) -> bool:
    """Whether several outlets are known to have one owner."""
    owners = {report.outlet: report.owner for report in reports}
    return len(owners) > 1 and len(set(owners.values())) == 1 and "" not in owners.values()


def _sides(entities: Sequence[Entity]) -> Mapping[str, Side]:
    """Each side with the word for what is its own, as a record names its organs ("Talvethi army") and people."""
    words: dict[str, Counter[str]] = defaultdict(Counter)
    for entity in entities:
        if entity.side and entity.kind in (EntityKind.ORGANISATION, EntityKind.COUNTRY):
            organ = entity.kind == EntityKind.ORGANISATION
            names = (name.split() for name in (entity.name, *entity.aliases))
            for first in {name[0] for name in names if organ == (len(name) > 1)}:
                if _is_adjective(first, entity.side):
                    words[entity.side][first] += 1
    countries = {entity.name for entity in entities if entity.kind == EntityKind.COUNTRY}
    named = {entity.side for entity in entities if entity.side}
    best = {side: min(said, key=lambda word: (-said[word], word)) for side, said in words.items()}
    return {side: Side(side, best.get(side, ""), side in countries) for side in named}


def _is_adjective(word: str, side: str) -> bool:
    alike = fold(word)[:_LETTERS] == fold(side)[:_LETTERS]
    return alike and word != side and fold(word).endswith(_ADJECTIVES)
