"""A quantity claim as it is compared: the thing counted, what was done to it, of which event, between whom."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.link.lexicon import rows
from dragoman.link.material import Material
from dragoman.link.sentences import sentence_of
from dragoman.link.sides import Sides
from dragoman.link.told import Told
from dragoman.link.words import content, stem, words
from dragoman.model.claim import Claim, Field
from dragoman.model.plover import EventType
from dragoman.model.quantity import Measure
from dragoman.model.span import Span
from dragoman.text.lexicon import load

LENGTHS = frozenset({Measure.DURATION, Measure.GAP})
_WORD = re.compile(r"[^\W_]+")
_BACK = 500
"""Characters back from a sentence in which the event that it speaks of again was told."""
_HARM = frozenset({"killed", "injured", "missing"})
_REACH = 9
"""Words from a number within which a verb or noun may say what was done."""


@dataclass(frozen=True, slots=True)
class Counted:
    """One quantity claim with its measure, things and deeds.

    `told` and `event` are the mention and event that it measures (None for a statement), `near` the events told in its
    sentence, `matters` the positions ("party/issue/stance") whose words hold it.
    """

    claim: Claim
    measure: Measure
    things: frozenset[str]
    done: frozenset[str]
    told: Told | None
    event: str | None
    near: frozenset[str]
    matters: frozenset[str]
    context: str

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.claim.id

    @property
    def length(self) -> bool:
        """Whether it is a length of time or a gap."""
        return self.measure in LENGTHS

    @property
    def words(self) -> frozenset[str]:
        """Stems of the sentence in which it stands."""
        return content(self.context)


def count(
    material: Material, sides: Sides, *, told: Mapping[str, Told], events: Mapping[str, str]
) -> tuple[Counted, ...]:
    """All quantity claims by id; `events` maps each event mention to its event."""
    measures = {quantity.span: quantity.measure for quantity in material.quantities}
    reports = {report.id: report for report in material.reports}
    by_report: dict[str, list[Told]] = defaultdict(list)
    for mention in sorted(told.values(), key=lambda t: (t.mention.trigger, t.id)):
        by_report[mention.report].append(mention)
    matters = _by_report(
        (span, f"{sides.of_actor(p.party)}/{p.issue}/{p.stance}") for p in material.positions for span in (p.span,)
    )
    made = []
    for claim in material.claims:
        if claim.field != Field.QUANTITY or claim.report not in reports:
            continue
        sentence = sentence_of(claim.span, reports[claim.report])
        measure = measures.get(claim.span, Measure.COUNT)
        measured = told.get(claim.event_mention or "")
        length = measure in LENGTHS
        things = frozenset() if length else things_of(claim)
        done = _own_deeds(claim, length) or _deeds_around(claim, sentence, length=length)
        if not done and measured and not length:
            known = rows("countables", "done")
            done = frozenset(deed for word in measured.trigger for deed in known.get(word, ()))
        made.append(
            Counted(
                claim,
                measure,
                things,
                _flown(things, done),
                measured,
                events.get(claim.event_mention or ""),
                near=frozenset(events[t.id] for t in _near(sentence, by_report.get(claim.report, ()), done=done)),
                matters=frozenset(m for span, m in matters.get(claim.report, ()) if span.overlaps(claim.span)),
                context=sentence.exact,
            )
        )
    return tuple(sorted(made, key=lambda c: c.id))


def _near(sentence: Span, told: Sequence[Told], *, done: frozenset[str]) -> list[Told]:
    """The events told in a sentence; without any, the nearest before it of a kind that the sentence names again.

    The killed and injured are those of the nearest attack before, though the sentence names none.
    """
    inside = [t for t in told if sentence.covers(t.mention.trigger)]
    harmed = bool(done & _HARM)
    if any(t.mention.type == EventType.ASSAULT for t in inside) or (inside and not harmed):
        return inside
    known = rows("linking", "families")
    named = {family for word in content(sentence.exact) for family in known.get(word, ())}
    before = [t for t in told if 0 < sentence.start - t.mention.trigger.end < _BACK and t.real]
    again = [t for t in before if t.families & named or (harmed and t.mention.type == EventType.ASSAULT)]
    return [*inside, *again[-1:]]


def _by_report(found: Iterable[tuple[Span, str]]) -> dict[str, list[tuple[Span, str]]]:
    grouped: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for span, name in found:
        grouped[span.report].append((span, name))
    return grouped


def things_of(claim: Claim) -> frozenset[str]:
    """The things that a claim counts: the row of its unit, else of the last word of `what`, else that word itself."""
    known = rows("countables", "things")
    spoken = words(claim.what)
    compound = "".join(spoken[-2:])
    for word in (claim.unit.replace(" ", "").replace("-", ""), compound, *reversed(spoken)):
        if found := known.get(stem(word)):
            return found
    return frozenset({stem(claim.unit or (spoken[-1] if spoken else ""))})


def kind_of(things: frozenset[str]) -> frozenset[str]:
    """The things of which these are a kind (bombers are aircraft), without themselves."""
    pairs = (row.split() for row in load("countables")["broader"])
    return frozenset(whole for kind, whole in pairs if kind in things)


def _flown(things: frozenset[str], done: frozenset[str]) -> frozenset[str]:
    """A drone that is destroyed was intercepted."""
    if things & set(load("countables")["flying"]) and "struck" in done:
        return (done - {"struck"}) | {"intercepted"}
    return done


def _own_deeds(claim: Claim, length: bool) -> frozenset[str]:
    """What was done by the claim's own words; for a length of time only its scope tells ("after", "before")."""
    known = rows("countables", "spans" if length else "done")
    said = claim.scope if length else f"{claim.scope} {claim.what}"
    found = [known[s] for s in map(stem, words(said)) if s in known]
    return frozenset().union(*found)


def _deeds_around(claim: Claim, sentence: Span, *, length: bool) -> frozenset[str]:
    """What was done by the nearest telling word of the sentence."""
    known = rows("countables", "spans" if length else "done")
    first, last = claim.span.start - sentence.start, claim.span.end - sentence.start
    inside = [m.group() for m in _WORD.finditer(claim.span.exact)] if length else []
    before = [m.group() for m in _WORD.finditer(sentence.exact[: max(0, first)])][::-1]
    after = [m.group() for m in _WORD.finditer(sentence.exact[last:])]
    near: list[tuple[int, frozenset[str]]] = []
    for offset, side in ((0, inside), (1, before), (1, after)):
        found = next(((i, known[stem(w)]) for i, w in enumerate(side[:_REACH]) if stem(w) in known), None)
        if found:
            near.append((offset and found[0] + offset, found[1]))
    nearest = min((steps for steps, _ in near), default=0)
    return frozenset().union(*(deeds for steps, deeds in near if steps == nearest))
