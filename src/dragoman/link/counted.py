"""A quantity claim as it is compared: the thing counted, what was done to it, when, where, of which event."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from dragoman.link.deeds import WHOLE, deeds_of, happenings_of, length_of, moods_of
from dragoman.link.lexicon import rows, stems_of
from dragoman.link.material import Material
from dragoman.link.scenes import NOWHERE, Scene, Scenes
from dragoman.link.sentences import sentence_of
from dragoman.link.sides import Sides
from dragoman.link.told import Told
from dragoman.link.when import Times
from dragoman.link.words import content, fold, stem, words
from dragoman.model.claim import Claim, Field
from dragoman.model.plover import EventType
from dragoman.model.quantity import Measure
from dragoman.model.report import Report
from dragoman.model.span import Span
from dragoman.model.time import Interval
from dragoman.text.lexicon import load

LENGTHS = frozenset({Measure.DURATION, Measure.GAP})
_NAMING = frozenset({Measure.ORDINAL, Measure.AGE})
_BACK = 500
"""Characters back from a sentence in which the event that it speaks of again was told."""
HARM = frozenset({"killed", "injured", "missing"})
"""What is done to people in attacks."""
_FINE = frozenset({"venue", "city", "province"})
_GOT_THROUGH = re.compile(
    r"^(?: (?!were|was|been|being|are|is)[\w’'-]+){0,3}? "
    r"(?:struck|hit|reached|attacked|targeted|crashed|fell|landed|slammed)\b"
)
_REST = re.compile(
    r"\bthe (?:last|other|remaining|rest)\b ?(?:of the )?$|^the (?:last|other|remaining)\b", re.IGNORECASE
)
_MORE = re.compile(r"^(?: [\w’'-]+)? (?:more|others)\b(?! than)")
_FEARED = re.compile(r"\b(?:could|might|may|risks?|threatens? to)\b[^,;.]{0,60}$", re.IGNORECASE)
_MODEL = re.compile(r"^(?:f|fa|a|b|tu|il|su|mig|yak|jf?|mi|ka|ah|uh|ch|c)-?\d{1,3}[a-z]{0,2}s?$", re.IGNORECASE)
"""A type of aircraft by which it is counted ("two Su-25s")."""
_NOT = re.compile(r"\b(?:not|rather than|instead of|contrary to|disput\w+|below|far from) (?:the )?(\d[\d,]*)\b")


@dataclass(frozen=True)
class Counted:
    """One quantity claim with its measure, things and deeds.

    `told` and `event` are the mention and event that it measures (None for a statement), `near` the events told in its
    sentence (`here`) or just before it, `matters` the positions ("party/issue/stance") whose words hold it, `moods`
    whether it is only demanded, offered or accepted, `of` the kinds of happenings of which it is a length, `when` and
    `places` those of its clause, `ahead` and `after` the words of its sentence around it, `scene` where and on which
    days the things around it are told.
    """

    claim: Claim
    measure: Measure
    things: frozenset[str]
    done: frozenset[str]
    moods: frozenset[str]
    of: frozenset[str]
    told: Told | None
    event: str | None
    near: frozenset[str]
    here: bool
    matters: frozenset[str]
    when: Interval
    places: frozenset[str]
    context: str
    published: str
    ahead: str = ""
    after: str = ""
    scene: Scene = NOWHERE

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.claim.id

    @property
    def report(self) -> str:
        """The report's id."""
        return self.claim.report

    @property
    def length(self) -> bool:
        """Whether it is a length of time or a gap."""
        return self.measure in LENGTHS

    @property
    def part(self) -> bool:
        """Whether it counts a part of things counted before ("two of the five")."""
        return "of which" in self.claim.scope

    @property
    def rest(self) -> bool:
        """Whether it counts what is left of things counted before ("the other 12")."""
        return bool(_REST.search(self.ahead) or _REST.match(self.claim.span.exact))

    @property
    def added(self) -> bool:
        """Whether it comes on top of a count, or is only feared ("could drive out half a million more")."""
        return bool(_MORE.match(self.after) or _FEARED.search(self.ahead))

    @cached_property
    def words(self) -> frozenset[str]:
        """Stems of the sentence in which it stands, without numbers, days and words of saying."""
        small = stems_of("saying") | calendar()
        return frozenset(word for word in content(self.context) if not word[:1].isdigit() and word not in small)

    @cached_property
    def refuted(self) -> frozenset[float]:
        """Numbers that its sentence sets aside: "12, not 31"."""
        return frozenset(float(n.replace(",", "")) for n in _NOT.findall(fold(self.context)))


def count(
    material: Material, sides: Sides, *, told: Mapping[str, Told], events: Mapping[str, str]
) -> tuple[Counted, ...]:
    """All quantity claims by id; `events` maps each event mention to its event."""
    reader = _Reader(material, sides, told, events)
    known = (c for c in material.claims if c.field == Field.QUANTITY and c.report in reader.reports)
    return tuple(sorted((reader.read(claim) for claim in known), key=lambda c: c.id))


class _Reader:
    """Look-ups by report, made once, from which each claim is read."""

    def __init__(self, material: Material, sides: Sides, told: Mapping[str, Told], events: Mapping[str, str]) -> None:
        self.reports = {report.id: report for report in material.reports}
        self.told, self.events, self.times = told, events, Times(material)
        self.scenes = Scenes(material)
        self.measures = {quantity.span: quantity.measure for quantity in material.quantities}
        self.by_report: dict[str, list[Told]] = defaultdict(list)
        for mention in sorted(told.values(), key=lambda t: (t.mention.trigger, t.id)):
            self.by_report[mention.report].append(mention)
        stances = ((p.span, f"{sides.of_actor(p.party)}/{p.issue}/{p.stance}") for p in material.positions)
        self.matters = _by_report(stances)
        self.places = _by_report((p.span, p.place.name) for p in material.places if p.place.precision in _FINE)

    def read(self, claim: Claim) -> Counted:
        """One claim with all that its sentence and its event tell of it."""
        report = self.reports[claim.report]
        sentence = sentence_of(claim.span, report)
        measured = self.told.get(claim.event_mention or "")
        measure = self.measures.get(claim.span, Measure.COUNT)
        length = measure in LENGTHS
        things = frozenset() if length else things_of(claim)
        done = self._done(claim, sentence, measure, things)
        near = _near(sentence, self.by_report.get(claim.report, ()), done=done)
        return Counted(
            claim=claim,
            measure=measure,
            things=things,
            done=_flown(claim, sentence, things, done),
            moods=moods_of(claim, sentence),
            of=happenings_of(claim, sentence) if length else frozenset(),
            told=measured,
            event=self.events.get(claim.event_mention or ""),
            near=frozenset(self.events[t.id] for t in near),
            here=any(sentence.covers(t.mention.trigger) for t in near),
            matters=frozenset(m for span, m in self.matters.get(claim.report, ()) if span.overlaps(claim.span)),
            when=self._when(claim, report, measured, done=done),
            places=self._places(claim, sentence, measured),
            context=sentence.exact,
            published=_published(report),
            ahead=sentence.exact[: max(0, claim.span.start - sentence.start)],
            after=sentence.exact[claim.span.end - sentence.start :],
            scene=self.scenes.of(claim.span, sentence) if done & HARM else NOWHERE,
        )

    def _when(self, claim: Claim, report: Report, told: Told | None, *, done: frozenset[str]) -> Interval:
        """The time of a count; harm is not of the day of talks told beside it, nor of a day still to come."""
        harm = bool(done & HARM)
        other = harm and told is not None and told.mention.type != EventType.ASSAULT
        found = self.times.of(claim, report, None if other else told)
        ahead = harm and bool(found.end and report.published.end and found.end > report.published.end)
        return Interval() if ahead else found

    def _done(self, claim: Claim, sentence: Span, measure: Measure, things: frozenset[str]) -> frozenset[str]:
        """What was done by the words around the claim, else by its event; nothing is done to ordinals and wholes."""
        if measure in LENGTHS:
            return length_of(claim, sentence)
        if measure in _NAMING or WHOLE.search(sentence.exact[: max(0, claim.span.start - sentence.start)]):
            return frozenset()
        told, known = self.told.get(claim.event_mention or ""), rows("countables", "done")
        events = frozenset(deed for word in told.trigger for deed in known.get(word, ())) if told else frozenset()
        found = deeds_of(claim, sentence, things) or events
        return found or (frozenset({"killed"}) if things == {"body"} else frozenset())

    def _places(self, claim: Claim, sentence: Span, told: Told | None) -> frozenset[str]:
        """The cities and other fine places of the sentence, or that of the event."""
        here = frozenset(fold(name) for span, name in self.places.get(claim.report, ()) if sentence.covers(span))
        own = told.place if told and told.place and told.place.precision in _FINE else None
        return here or (frozenset({fold(own.name)}) if own else frozenset())


def _published(report: Report) -> str:
    """The day of a report, or "" when it is not known to the day."""
    return (report.published.end or "") if report.published.start == report.published.end else ""


def _near(sentence: Span, told: Sequence[Told], *, done: frozenset[str]) -> list[Told]:
    """The events told in a sentence; without any, the nearest before it of a kind that the sentence names again.

    The killed and injured are those of the nearest attack before, though the sentence names none.
    """
    inside = [t for t in told if sentence.covers(t.mention.trigger)]
    harmed = bool(done & HARM)
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
    if _MODEL.match(claim.unit):
        return frozenset({"aircraft"})
    for word in (claim.unit.replace(" ", "").replace("-", ""), compound, *reversed(spoken)):
        if word in _plain():
            break
        if found := known.get(stem(word)):
            return found
    last = stem(claim.unit or (spoken[-1] if spoken else ""))
    return frozenset({last}) if last else frozenset()


@cache
def _plain() -> frozenset[str]:
    """Words that only look like a form of a known thing ("plans" are no planes)."""
    return frozenset(load("countables")["plain"])


@cache
def calendar() -> frozenset[str]:
    """Stems of the names of days and months and of other words that only say when."""
    return frozenset(stem(word) for word in load("counted")["empty"])


@cache
def _wholes() -> tuple[tuple[str, str], ...]:
    return tuple((row.split()[0], row.split()[1]) for row in load("countables")["broader"])


def kind_of(things: frozenset[str]) -> frozenset[str]:
    """The things of which these are a kind (bombers are aircraft), without themselves."""
    return frozenset(whole for kind, whole in _wholes() if kind in things)


def _flown(claim: Claim, sentence: Span, things: frozenset[str], done: frozenset[str]) -> frozenset[str]:
    """A drone that was destroyed was intercepted; one that itself struck something got through."""
    if not things & set(load("countables")["flying"]) or not done & {"struck", "intercepted"}:
        return done
    after = sentence.exact[claim.span.end - sentence.start :]
    if _GOT_THROUGH.match(after):
        return frozenset({"landed"})
    return (done - {"struck"}) | {"intercepted"}
