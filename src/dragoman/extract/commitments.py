"""What was promised to the other side, by when, and what a report says became of it."""

from collections.abc import Iterable, Iterator

from dragoman.extract.clauses import clause_of
from dragoman.extract.found import Extractor, Found
from dragoman.extract.promise_days import due_of
from dragoman.extract.promises import Promise, promises
from dragoman.extract.stance_parties import Parties, side_name
from dragoman.extract.voices import voice_of
from dragoman.extract.warfare import actor_of
from dragoman.model.entity import Actor, Entity
from dragoman.model.event import EventMention, Modality, Polarity
from dragoman.model.ids import content_id
from dragoman.model.plover import EventType
from dragoman.model.position import CommitmentMention, Status
from dragoman.model.time import Interval
from dragoman.text.lexicon import words
from dragoman.text.page import Page, Paragraph

_AHEAD = (Modality.PLANNED, Modality.ONGOING)


def commitments(page: Page, found: Found) -> tuple[CommitmentMention, ...]:
    """Every promise that the report tells, kept or not, in order of the text."""
    promised = _widest(_promised(page, found))
    exchanged = (
        m for m in _exchanges(page, found) if not any(m.span.overlaps(p.span) and m.by == p.by for p in promised)
    )
    mentions = {mention.id: mention for mention in (*promised, *exchanged)}
    return tuple(sorted(mentions.values(), key=lambda m: (m.span.start, m.span.end, m.id)))


def _widest(mentions: Iterable[CommitmentMention]) -> tuple[CommitmentMention, ...]:
    """Each promise once: not again inside a longer telling of it."""
    kept: list[CommitmentMention] = []
    for mention in sorted(mentions, key=lambda m: (m.span.start - m.span.end, m.id)):
        if not any(one.by == mention.by and one.what.overlaps(mention.what) for one in kept):
            kept.append(mention)
    return tuple(kept)


def _promised(page: Page, found: Found) -> Iterator[CommitmentMention]:
    for paragraph, sentence in page.sentences():
        parties = Parties(page, found, paragraph)
        for promise in promises(sentence):
            by = _bound(promise, parties)
            if by:
                yield _mention(page, found, paragraph, promise, by, parties)


def _bound(promise: Promise, parties: Parties) -> tuple[Entity, ...]:
    """The sides that are bound; nobody where one speaks of what another will do."""
    sides = parties.sides(promise.by)
    if promise.own:
        return _by_own_words(promise, sides, parties)
    if promise.what.pos_ == "NOUN" and sides and parties.bearers.voice(promise.cue):
        # What a rival says was promised binds nobody.
        return sides if parties.speaks_for(promise.cue, sides) else ()
    if promise.speaker is None:
        return sides
    speaking = parties.sides(promise.speaker)
    return sides if {side_name(e) for e in sides} & {side_name(e) for e in speaking} else ()


def _by_own_words(promise: Promise, sides: tuple[Entity, ...], parties: Parties) -> tuple[Entity, ...]:
    """The side that says so: the subject's own, or, where the subject is a thing, the speaker's."""
    if sides:
        return sides if parties.speaks_for(promise.cue, sides) else ()
    if promise.by.pos_ == "PRON" or parties.bearers.who(promise.by):
        return ()
    return parties.voice(promise.cue)


def _mention(
    page: Page, found: Found, paragraph: Paragraph, promise: Promise, by: tuple[Entity, ...], parties: Parties
) -> CommitmentMention:
    span = clause_of(page, paragraph, promise.cue)
    what = clause_of(page, paragraph, promise.what)
    if promise.cue.dep_ == "relcl" and promise.what.pos_ == "VERB" and promise.status is not Status.BROKEN:
        # "the men whom it promised to free": what is promised is told with its noun.
        what = page.cut(min(paragraph.at(promise.cue.head.left_edge), what.start), max(what.end, span.end))
    due = due_of(page, found, paragraph, promise.cue.sent, span)
    to = parties.bearers.who(promise.to)
    return CommitmentMention(
        id=content_id("cm", page.report.id, what.start, what.end, promise.status, *(e.name for e in by)),
        span=span if span.covers(what) else page.cut(min(span.start, what.start), max(span.end, what.end)),
        by=tuple(actor_of(entity) for entity in by),
        to=_other(tuple(entity.actor for entity in to), tuple(actor_of(entity) for entity in by)),
        what=what,
        due=due,
        status=_status(page, promise.status, due),
        voice=voice_of(page, found, page.words(paragraph, promise.cue)),
    )


def _other(to: tuple[Actor, ...], by: tuple[Actor, ...]) -> Actor | None:
    return next((actor for actor in to if actor not in by), None)


def _status(page: Page, told: Status, due: Interval) -> Status:
    day = page.report.published.day
    overdue = told is Status.OPEN and due.end is not None and day is not None and due.end < day
    return Status.DUE if overdue else told


def _exchanges(page: Page, found: Found) -> Iterator[CommitmentMention]:
    """Exchanges of prisoners and the like: in preparation or agreed they are open, done they are kept."""
    for event in found.events:
        if event.polarity is Polarity.DENIED or len(event.actors) < 2 or not _of_exchange(page, event):
            continue
        planned = event.type is EventType.AGREE or event.modality in _AHEAD
        if not planned and event.modality not in (Modality.HAPPENED, Modality.BACKGROUND):
            continue
        status = Status.OPEN if planned else Status.KEPT
        yield CommitmentMention(
            id=content_id("cm", page.report.id, event.clause.start, event.clause.end, status, event.id),
            span=event.clause,
            by=event.actors,
            to=None,
            what=event.clause,
            due=event.time,
            status=status,
            voice=event.voice,
        )


def _of_exchange(page: Page, event: EventMention) -> bool:
    if event.type not in (EventType.COOPERATE, EventType.AGREE):
        return False
    lemmas = {token.lemma_.lower() for token in page.tokens(event.clause)}
    return bool(lemmas & words("commitments", "exchanges")) and bool(lemmas & words("commitments", "exchanged"))


COMMITMENTS = Extractor(
    "commitments", "1", needs=("names", "times", "speech", "events"), yields="commitments", run=commitments
)
