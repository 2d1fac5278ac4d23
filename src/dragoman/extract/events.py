"""What happened: PLOVER events with their parties, time, place, mood and voice, sentence by sentence."""

from dataclasses import replace

from dragoman.extract.actor_codes import actor_code
from dragoman.extract.arguments import parties, unknown_body, without
from dragoman.extract.assertion import assertion
from dragoman.extract.bearers import Bearers, speech_around
from dragoman.extract.both_sides import of_the_two
from dragoman.extract.circumstances import when, where
from dragoman.extract.clauses import clause_of, trimmed, up_to
from dragoman.extract.described import bears_part, ends, phrase_of, two_told
from dragoman.extract.found import Extractor, Found
from dragoman.extract.grammar import after, agent, direct_object, governors, subject
from dragoman.extract.intents import declared, intent, refuses
from dragoman.extract.modes import mode_of
from dragoman.extract.results import joined_with_results
from dragoman.extract.tellers import is_bare, of_a_body, only_words, promised_by_teller, warned_of
from dragoman.extract.told_events import Told
from dragoman.extract.triggers import Trigger, triggers
from dragoman.extract.voices import voice_of
from dragoman.extract.warfare import actor_of
from dragoman.model.entity import Actor, Entity
from dragoman.model.event import EventMention, Modality, Polarity
from dragoman.model.ids import content_id
from dragoman.model.plover import MATERIAL_CONFLICT, EventType
from dragoman.text.lexicon import words
from dragoman.text.page import Page, Paragraph
from dragoman.text.parse import Token

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
# What firms do all day is told of parties only where there are two.
_DEALINGS = frozenset(
    {
        EventType.AGREE,
        EventType.CONSULT,
        EventType.SUPPORT,
        EventType.REQUEST,
        EventType.COOPERATE,
        EventType.AID,
        EventType.THREATEN,
        EventType.SANCTION,
        EventType.MOBILIZE,
    }
)
_WORDS = frozenset({EventType.AGREE, EventType.CONSULT, EventType.SUPPORT, EventType.REQUEST, EventType.COOPERATE})


def events(page: Page, found: Found) -> tuple[EventMention, ...]:
    """Every event that the report tells, in order of the text; the same event may be told several times."""
    told: list[Told] = []
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


def _worth_telling(mention: EventMention, told: Told) -> bool:
    """Whether somebody or some place is known; that people did not speak or agree is no event."""
    if any(c.dep_ == "preconj" and c.lower_ == "neither" for w in governors(told.trigger.token) for c in w.children):
        return False
    if mention.polarity is Polarity.DENIED and mention.type in _WORDS and not told.trigger.noun:
        return any(word.lemma_ in ("deny", "dispute", "refute") for word in governors(told.trigger.token))
    if _is_thin(mention, told):
        return False
    known = bool(mention.actors or mention.recipients or mention.place or told.trigger.sense.alone)
    known |= mention.actor_words is not None and mention.recipient_words is not None
    return known or (mention.polarity is Polarity.ASSERTED and _hits_people(told.trigger))


def _is_thin(mention: EventMention, told: Told) -> bool:
    """Whether too little is told for an event: a purpose, a bare infinitive or a firm's business with one party."""
    if mention.recipients or len(mention.actors) > 1:
        if mention.actors or _two_phrases(told):
            return False
        only_meant = mention.type in _DEALINGS and mention.modality is not Modality.HAPPENED
        return only_meant or _infinitive(told.trigger) == "purpose"
    meant = _infinitive(told.trigger)
    if _two_phrases(told):
        return meant == "purpose" and not mention.actors
    if meant == "purpose" or (meant and not mention.actors):
        return True
    business = mention.type in _DEALINGS and told.declared is None
    return business and bool(told.actors) and all(unknown_body(one) for one in told.actors)


def _two_phrases(told: Told) -> bool:
    """Whether both parties are told by words for people or bodies, or for what force is done to."""
    who, whom = told.doing, told.undergoing
    struck = told.trigger.sense.type in MATERIAL_CONFLICT
    return who is not None and whom is not None and bears_part(whom, struck=struck)


def _infinitive(trigger: Trigger) -> str:
    """ "purpose" where the verb only says what something is for ("forces to defend the dam"), "to" for other ones."""
    verb = trigger.token
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        verb = verb.head
    bare = verb.tag_ == "VB" and any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    if trigger.noun or trigger.built is not None or not bare:
        return ""
    return "purpose" if verb.dep_ in ("advcl", "acl", "relcl", "pcomp") else "to"


def _hits_people(trigger: Trigger) -> bool:
    """Whether an attack by nobody named is on people or on a place where they are ("shells fell on a camp")."""
    verb = trigger.token
    if trigger.noun or trigger.sense.type is not EventType.ASSAULT or verb.tag_ == "VBG":
        return False
    held = [head for head in (direct_object(verb), *after(verb, "on", "into")) if head is not None]
    return any(head.lemma_.lower() in words("event_frames", "gathering_places") for head in held)


def _completed(trigger: Trigger, bearers: Bearers, told: list[Told], sentence: int) -> Told | None:
    """The trigger with its parties and the phrases in which they stand; None for too few."""
    complete = _by_names(trigger, bearers, told, sentence)
    if complete is None and (two_told(trigger) or _own_refusal(trigger)):
        complete = _by_words(trigger, bearers, sentence)
    if complete is None:
        return None
    doing, undergoing = ends(trigger)
    return replace(complete, doing=doing, undergoing=undergoing)


def _by_words(trigger: Trigger, bearers: Bearers, sentence: int) -> Told | None:
    """What one does to another of whom one at least is not named ("a court freed nine men"); None for no deed."""
    sense = trigger.sense
    told_apart = trigger.carried == "doing" if trigger.noun else not _only_describes(trigger.token)
    if (trigger.built is not None and trigger.built.target is None) or not told_apart:
        return None
    actors, recipients = parties(trigger, bearers)
    if actors and only_words(trigger, bearers, actors):
        return None
    held = ends(trigger)[1]
    its = bearers.who(held) if held is not None else ()
    if its and actors and not without(its, actors):
        # What somebody says of his own side passes between no two.
        return None
    own = any(c.dep_ == "nsubj" and c.pos_ == "PRON" for c in trigger.token.children)
    meant = intent(trigger.token, sense.type, own=own) if not trigger.noun else None
    if meant is not None:
        sense = declared(sense, meant.type)
    elif is_bare(sense):
        return None
    return Told(replace(trigger, sense=sense), actors, recipients, sentence, meant.modality if meant else None)


def _own_refusal(trigger: Trigger) -> bool:
    """Whether someone says what he himself will not grant ("the court said it would not lift the order")."""
    verb = trigger.token
    own = next((c for c in verb.children if c.dep_ == "nsubj" and c.pos_ == "PRON"), None)
    said = speech_around(own) if own is not None and not trigger.noun else None
    who = subject(said) if said is not None else None
    return who is not None and bears_part(who, struck=False) and refuses(verb)


def _only_describes(verb: Token) -> bool:
    """Whether a relative clause in the present says what someone is ("a group that fights the army")."""
    helped = any(c.dep_ in ("aux", "auxpass", "neg") for c in verb.children)
    return verb.dep_ == "relcl" and verb.tag_ in ("VBZ", "VBP") and not helped


def _by_names(trigger: Trigger, bearers: Bearers, told: list[Told], sentence: int) -> Told | None:
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
        return Told(trigger, actors, (), sentence)
    if sense.both and len(actors) < 2 and not (sense.alone and actors and trigger.carrier is not None):
        return of_the_two(trigger, bearers, told, actors=actors, sentence=sentence)
    if not actors and (sense.type in _NEEDS_ACTOR or not sense.lemmas):
        return None
    known = len(actors) + len(recipients)
    told_apart = trigger.carrier is not None or not trigger.noun
    violent = sense.type is EventType.ASSAULT and not known and told_apart
    if known >= sense.least or (sense.alone and trigger.carrier is not None) or violent:
        refused = trigger.built is not None and sense.type is EventType.REJECT
        return Told(trigger, actors, recipients, sentence, declared=Modality.HAPPENED if refused else None)
    return None


def _declaration(
    trigger: Trigger, bearers: Bearers, actors: tuple[Entity, ...], recipients: tuple[Entity, ...]
) -> Told | None:
    """What the actors declare that they will or will not do; None where they declare nothing."""
    sense = trigger.sense
    who = bearers.who(agent(trigger.token)) if sense.both and not promised_by_teller(trigger) else actors
    who = tuple(entity for entity in who if not unknown_body(entity))
    kind = None if is_bare(sense) else sense.type
    meant = intent(trigger.token, kind, own=bearers.speaks_for(trigger.token, who))
    if meant is None or not who or (meant.type is EventType.AGREE and warned_of(trigger.token)):
        return None
    told_to = without((*actors, *recipients), who)
    return Told(replace(trigger, sense=declared(sense, meant.type)), who, told_to, 0, declared=meant.modality)


def _repeats(one: Told, other: Told) -> bool:
    """Whether the other, a word beside this one in the parse, tells the same with as many parties or more."""
    if one.trigger.sense.type is not other.trigger.sense.type:
        return False
    word, beside = one.trigger, other.trigger
    if not {word.token, word.clause_head, word.token.head} & {beside.token, beside.clause_head, beside.token.head}:
        return False
    (a, b), (c, d) = one.ids, other.ids
    fewer = a <= c and b <= d
    return fewer and ((a, b) != (c, d) or word.token.i > beside.token.i)


def _mention(page: Page, found: Found, paragraph: Paragraph, told: Told) -> EventMention:
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
        actor_words=phrase_of(page, paragraph, told.doing) if told.doing is not None else None,
        recipient_words=phrase_of(page, paragraph, told.undergoing) if told.undergoing is not None else None,
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
