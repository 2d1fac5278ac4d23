"""What happened: PLOVER events with their parties, time, place, mood and voice, sentence by sentence."""

from dataclasses import dataclass, replace

from spacy.tokens import Token

from dragoman.extract.actor_codes import actor_code
from dragoman.extract.arguments import parties, unknown_body, without
from dragoman.extract.assertion import assertion
from dragoman.extract.bearers import Bearers, unique
from dragoman.extract.circumstances import when, where
from dragoman.extract.clauses import clause_of, trimmed, up_to
from dragoman.extract.found import Extractor, Found
from dragoman.extract.grammar import after, agent, direct_object, governors, is_passive, subject
from dragoman.extract.intents import declared, intent
from dragoman.extract.modes import mode_of
from dragoman.extract.tellers import is_bare, of_a_body, only_words, promised_by_teller, warned_of
from dragoman.extract.triggers import Trigger, triggers
from dragoman.extract.voices import voice_of
from dragoman.extract.warfare import actor_of
from dragoman.model.entity import Actor, Entity, EntityKind
from dragoman.model.event import EventMention, Modality, Polarity
from dragoman.model.ids import content_id
from dragoman.model.plover import EventType
from dragoman.text.lexicon import words
from dragoman.text.page import Page, Paragraph

# Words and papers pass from someone; without a named one there is no event to tell.
_NEEDS_ACTOR = frozenset(
    {
        EventType.AGREE,
        EventType.CONSULT,
        EventType.SUPPORT,
        EventType.REQUEST,
        EventType.THREATEN,
        EventType.REJECT,
        EventType.MOBILIZE,
    }
)
_WORDS = frozenset({EventType.AGREE, EventType.CONSULT, EventType.SUPPORT, EventType.REQUEST, EventType.COOPERATE})
_ORDINALS = frozenset(
    {"first", "second", "third", "fourth", "fifth", "sixth", "next", "new", "another", "latest", "last", "further"}
    | {"fresh", "final", "opening"}
)
_DEFINITE = frozenset({"the", "this", "these", "those", "that"})


@dataclass(frozen=True, slots=True)
class _Told:
    """An event told, to which "the talks" and "both sides" may point back; `sentence` counts through the report."""

    trigger: Trigger
    actors: tuple[Entity, ...]
    recipients: tuple[Entity, ...]
    sentence: int
    declared: Modality | None = None

    @property
    def ids(self) -> tuple[frozenset[str], frozenset[str]]:
        """The sides of the parties as sets of names."""
        return frozenset(e.side or e.name for e in self.actors), frozenset(e.side or e.name for e in self.recipients)


def events(page: Page, found: Found) -> tuple[EventMention, ...]:
    """Every event that the report tells, in order of the text; the same event may be told several times."""
    told: list[_Told] = []
    mentions: list[EventMention] = []
    for number, (paragraph, sentence) in enumerate(page.sentences()):
        bearers = Bearers(page, found, paragraph)
        asked = any(token.text == "?" for token in sentence[-2:])
        complete = (_completed(trigger, bearers, told, number) for trigger in triggers(sentence) if not asked)
        here = [one for one in complete if one is not None]
        kept = [one for one in here if not any(_repeats(one, other) for other in here if other is not one)]
        for one in joined_with_results(kept):
            mention = _mention(page, found, paragraph, one)
            if not _worth_telling(mention, one):
                continue
            mentions.append(mention)
            if mention.polarity is Polarity.ASSERTED:
                told.append(one)
    return tuple(mentions)


def _worth_telling(mention: EventMention, told: _Told) -> bool:
    """Whether somebody or some place is known; that people did not speak or agree is no event."""
    if any(c.dep_ == "preconj" and c.lower_ == "neither" for w in governors(told.trigger.token) for c in w.children):
        return False
    if mention.polarity is Polarity.DENIED and mention.type in _WORDS and not told.trigger.noun:
        return any(word.lemma_ in ("deny", "dispute", "refute") for word in governors(told.trigger.token))
    known = bool(mention.actors or mention.recipients or mention.place or told.trigger.sense.alone)
    return known or (mention.polarity is Polarity.ASSERTED and _hits_people(told.trigger))


def _hits_people(trigger: Trigger) -> bool:
    """Whether an attack by nobody named is on people or on a place where they are ("shells fell on a camp")."""
    verb = trigger.token
    if trigger.noun or trigger.sense.type is not EventType.ASSAULT or verb.tag_ == "VBG":
        return False
    held = [head for head in (direct_object(verb), *after(verb, "on", "into")) if head is not None]
    return any(head.lemma_.lower() in words("event_frames", "gathering_places") for head in held)


def _completed(trigger: Trigger, bearers: Bearers, told: list[_Told], sentence: int) -> _Told | None:
    """The trigger with its parties, taken from what was told before where the words point back; None for too few."""
    actors, recipients = parties(trigger, bearers)
    sense = trigger.sense
    if not actors and promised_by_teller(trigger):
        actors = bearers.who(subject(trigger.token.head))
    if actors and not trigger.noun and trigger.built is None and not of_a_body(trigger, actors):
        declared_by = _declaration(trigger, bearers, actors, recipients)
        if declared_by is not None:
            return replace(declared_by, sentence=sentence)
        if only_words(trigger, bearers, actors):
            return None
    if sense.both and of_a_body(trigger, actors):
        return _Told(trigger, actors, (), sentence)
    if sense.both and len(actors) < 2 and not (sense.alone and actors and trigger.carrier is not None):
        return _of_the_two(trigger, bearers, told, actors=actors, sentence=sentence)
    if not actors and (sense.type in _NEEDS_ACTOR or not sense.lemmas):
        return None
    known = len(actors) + len(recipients)
    told_apart = trigger.carrier is not None or not trigger.noun
    violent = sense.type is EventType.ASSAULT and not known and told_apart
    if known >= sense.least or (sense.alone and trigger.carrier is not None) or violent:
        refused = trigger.built is not None and sense.type is EventType.REJECT
        return _Told(trigger, actors, recipients, sentence, declared=Modality.HAPPENED if refused else None)
    return None


def _of_the_two(
    trigger: Trigger, bearers: Bearers, told: list[_Told], *, actors: tuple[Entity, ...], sentence: int
) -> _Told | None:
    """An event of two sides that its words do not both name; None if they are not known, or it only goes on."""
    pair = _pair_before(trigger, told, bearers)
    if pair and _goes_on(trigger, told, sentence):
        return None
    pair = pair or _the_two(trigger, bearers, actors)
    if len(pair) < 2 or without(actors, pair):
        return None
    return _Told(trigger, pair, (), sentence)


def _declaration(
    trigger: Trigger, bearers: Bearers, actors: tuple[Entity, ...], recipients: tuple[Entity, ...]
) -> _Told | None:
    """What the actors declare that they will or will not do; None where they declare nothing."""
    sense = trigger.sense
    who = bearers.who(agent(trigger.token)) if sense.both and not promised_by_teller(trigger) else actors
    who = tuple(entity for entity in who if not unknown_body(entity))
    kind = None if is_bare(sense) else sense.type
    meant = intent(trigger.token, kind, own=bearers.speaks_for(trigger.token, who))
    if meant is None or not who or (meant.type is EventType.AGREE and warned_of(trigger.token)):
        return None
    told_to = without((*actors, *recipients), who)
    return _Told(replace(trigger, sense=declared(sense, meant.type)), who, told_to, 0, declared=meant.modality)


def _pair_before(trigger: Trigger, told: list[_Told], bearers: Bearers) -> tuple[Entity, ...]:
    """The two sides told before to which "both sides", or "the talks" of the same kind, point back."""
    both = _named_together(trigger)
    if both is None and not _is_definite(trigger):
        return ()
    persons = both is not None and both.lemma_.lower() in words("event_frames", "both_persons")
    for one in reversed(told):
        if not one.trigger.sense.both or len(one.actors) != 2:
            continue
        if both is None and not _same_kind(trigger, one.trigger):
            continue
        if not persons or all(entity.kind is EntityKind.PERSON for entity in one.actors):
            plain = persons or both is None
            return one.actors if plain else unique(bearers.side_of(entity) for entity in one.actors)
    return ()


def _goes_on(trigger: Trigger, told: list[_Told], sentence: int) -> bool:
    """Whether a verb only tells more of the sitting or call told just before ("the two men exchanged views")."""
    near = [one for one in told if sentence - one.sentence <= 1 and one.trigger.sense.type is EventType.CONSULT]
    return bool(near) and not trigger.noun and trigger.sense.type is EventType.CONSULT


def _the_two(trigger: Trigger, bearers: Bearers, actors: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """The two sides of the report, meant by "a truce was signed" and "a third round will be held" with nobody named."""
    if not trigger.sense.mutual or actors:
        return ()
    if trigger.noun:
        named = any(bearers.who(head) for head in after(trigger.token, "with", "between", "among"))
        if trigger.sense.type is EventType.ASSAULT and not trigger.sense.conditions.get("carrier"):
            return () if named or not _measured(trigger.token) else bearers.two_sides()
        if _while_it_lasts(trigger):
            return ()
        return () if named or trigger.carrier is None or not _counted(trigger.token) else bearers.two_sides()
    if _of_some_truce(trigger):
        return ()
    return bearers.two_sides() if agent(trigger.token) is None or not is_passive(trigger.token) else ()


def _of_some_truce(trigger: Trigger) -> bool:
    """Whether it was "a truce" that broke down, which may be anyone's."""
    noun = subject(trigger.token) if trigger.sense.type is EventType.ASSAULT else None
    return noun is not None and any(c.lower_ in ("a", "an") for c in noun.children)


def _measured(noun: Token) -> bool:
    """Whether the noun tells of a whole spell of fighting ("nine days of clashes")."""
    spell = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    spans = ("day", "week", "month", "hour", "night", "year")
    return spell is not None and spell.lemma_ in spans and any(c.dep_ == "nummod" for c in spell.children)


def _while_it_lasts(trigger: Trigger) -> bool:
    """Whether the noun only bounds the time of something else ("as long as the talks last")."""
    carrier = trigger.carrier
    return carrier is not None and carrier.dep_ == "advcl" and carrier.lemma_ in ("last", "be", "continue", "go")


def _counted(noun: Token) -> bool:
    """Whether "the talks" or "a third round" is one of a known row, not just any talks."""
    return any(c.lower_ in _DEFINITE or c.lower_ in _ORDINALS for c in noun.children)


def _same_kind(word: Trigger, before: Trigger) -> bool:
    """Whether "the talks" may point to that event: one of its type, and a sitting for a sitting, a call for a call."""
    calls = words("event_frames", "by_phone")
    alike = (word.token.lemma_.lower() in calls) == (before.token.lemma_.lower() in calls)
    return before.sense.type is word.sense.type and alike


def _is_definite(trigger: Trigger) -> bool:
    """Whether a bare "the talks", "the meeting" is what its sentence is about."""
    token = trigger.token
    below = list(token.children)
    if not trigger.noun or trigger.carrier is None or _while_it_lasts(trigger):
        return False
    if any(c.dep_ in ("poss", "prep", "relcl") for c in below):
        return False
    return any(child.dep_ == "det" and child.lower_ in _DEFINITE for child in below)


def _named_together(trigger: Trigger) -> Token | None:
    """The noun of "both sides", "the two leaders", "per side" by which the clause names its parties."""
    head = subject(trigger.clause_head)
    near = [t for t in trigger.token.subtree if t.dep_ == "pobj"] + ([head] if head is not None else [])
    marks = words("event_frames", "both_marks")
    for noun in near:
        if noun.lemma_.lower() in words("event_frames", "both_sides") and (
            any(c.lower_ in marks for c in noun.children) or noun.head.lower_ == "per"
        ):
            return noun
    return None


def _repeats(one: _Told, other: _Told) -> bool:
    """Whether the other, a word beside this one in the parse, tells the same with as many parties or more."""
    if one.trigger.sense.type is not other.trigger.sense.type:
        return False
    word, beside = one.trigger, other.trigger
    if not {word.token, word.clause_head, word.token.head} & {beside.token, beside.clause_head, beside.token.head}:
        return False
    (a, b), (c, d) = one.ids, other.ids
    fewer = a <= c and b <= d
    return fewer and ((a, b) != (c, d) or word.token.i > beside.token.i)


def joined_with_results(told: list[_Told]) -> list[_Told]:
    """The events without those told as a result ("..., killing six"), whose victims go to the cause."""
    causes = {id(one): cause for one in told if (cause := _cause(one, told)) is not None}
    out = []
    for one in told:
        if id(one) in causes:
            continue
        hurt = unique(e for other in told if causes.get(id(other)) is one for e in other.recipients)
        out.append(replace(one, recipients=one.recipients or without(hurt, one.actors)))
    return out


def _cause(one: _Told, told: list[_Told]) -> _Told | None:
    verb = one.trigger.token
    standing_off = verb.dep_ in ("advcl", "acl", "conj") and verb.tag_ == "VBG"
    if not standing_off or one.trigger.sense.type is not EventType.ASSAULT:
        return None
    above = list(governors(verb))[:3]
    for other in told:
        same = other is not one and other.trigger.sense.type is EventType.ASSAULT and other.trigger.token.i < verb.i
        if same and {other.trigger.token, other.trigger.clause_head} & {*above, *(w.head for w in above)}:
            return other
    return None


def _mention(page: Page, found: Found, paragraph: Paragraph, told: _Told) -> EventMention:
    trigger = told.trigger
    span = page.words(paragraph, trigger.token)
    time, _ = when(paragraph, found, trigger)
    if told.declared is not None and not time.known:
        time, _ = when(paragraph, found, replace(trigger, token=_said(trigger.token), carrier=None))
    polarity, modality = assertion(paragraph, trigger.token, time=time, published=page.report.published.interval)
    if told.declared is not None:
        polarity, modality = Polarity.ASSERTED, told.declared
    return EventMention(
        id=content_id("em", page.report.id, "event", span.start, span.end, trigger.sense.type),
        trigger=span,
        clause=clause_of(page, paragraph, trigger.clause_head),
        type=trigger.sense.type,
        mode=mode_of(trigger),
        actors=tuple(actor_of(entity) for entity in told.actors) or _described(page, found, paragraph, trigger),
        recipients=tuple(actor_of(entity) for entity in told.recipients),
        polarity=polarity,
        modality=modality,
        time=time,
        place=where(paragraph, found, trigger),
        voice=voice_of(page, found, span),
    )


def _said(verb: Token) -> Token:
    """The verb of speech above a declaration, whose time is that of the declaring; else the verb itself."""
    says = words("commitments", "says")
    return next((w for w in governors(verb) if w.pos_ == "VERB" and w.lemma_.lower() in says), verb)


def _described(page: Page, found: Found, paragraph: Paragraph, trigger: Trigger) -> tuple[Actor, ...]:
    """The people who protest, in the report's words, where they are of no named side."""
    who = agent(trigger.clause_head) if trigger.sense.type is EventType.PROTEST else None
    if who is None or who.pos_ not in ("NOUN", "NUM"):
        return ()
    last = max(
        (t for t in who.subtree if not any(a.dep_ in ("relcl", "acl", "appos") for a in (t, *up_to(t, who)))),
        key=lambda t: t.i,
    )
    code = actor_code(page, found, paragraph, who)
    return (Actor(None, trimmed(page, paragraph, who.left_edge, last).exact, code),)


EVENTS = Extractor("events", "1", needs=("names", "places", "times", "speech"), yields="events", run=events)
