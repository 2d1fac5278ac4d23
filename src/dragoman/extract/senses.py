"""Senses of event words: which verb or noun tells which PLOVER event under which conditions, as data."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from dragoman.extract.agents import names_body, names_people
from dragoman.extract.grammar import (
    after,
    complement,
    described_as,
    direct_object,
    particles,
    phrase,
    subject,
)
from dragoman.model.plover import EventType
from dragoman.text.lexicon import words
from dragoman.text.parse import Token

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_LEAST = {"event_phrases": 2}
_ACTORS = frozenset({"GPE", "NORP", "ORG", "PERSON"})


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of some verbs or nouns; `docs` of the fields stand at the head of the data files."""

    type: EventType
    mode: str
    lemmas: frozenset[str]
    to: tuple[str, ...]
    by: tuple[str, ...]
    conditions: Mapping[str, frozenset[str]]
    places: tuple[str, ...]
    both: bool
    owner: bool
    undergone: bool
    owned: str
    complement: bool
    alone: bool
    intransitive: bool
    transitive: bool
    deep: bool
    least: int
    given: bool = False
    mutual: bool = False
    other: bool = False
    infinitive: bool = False


DECLARATION = Sense(
    type=EventType.AGREE,
    mode="",
    lemmas=frozenset(),
    to=(),
    by=(),
    conditions={},
    places=(),
    both=False,
    owner=False,
    undergone=False,
    owned="actor",
    complement=False,
    alone=False,
    intransitive=False,
    transitive=False,
    deep=False,
    least=1,
)
"""The sense of verbs that only declare what someone will or will not do; its type comes with the intent."""


@cache
def verbs() -> Mapping[str, tuple[Sense, ...]]:
    """The senses of each verb lemma, in the order in which they are tried."""
    return _by_lemma(("event_phrases", "events"), "verb")


@cache
def nouns() -> Mapping[str, tuple[Sense, ...]]:
    """The senses of each noun lemma, in the order in which they are tried."""
    return _by_lemma(("event_nouns",), "noun")


@cache
def word_class(name: str) -> frozenset[str]:
    """The words of a class of the verb file, classes inside it spread out."""
    return _spread(_table("events")["class"][name])


def verb_sense(verb: Token) -> Sense | None:
    """The sense in which a verb tells of an event here, or None; nobody is attacked in a game."""
    for sense in verbs().get(verb.lemma_.lower(), ()):
        if _verb_fits(verb, sense):
            return None if sense.type is EventType.ASSAULT and word_class("sport") & _below(verb) else sense
    return None


def noun_sense(noun: Token) -> Sense | None:
    """The sense in which a noun names an event here, or None."""
    senses = nouns().get(noun.lemma_.lower(), ())
    if not senses:
        return None
    around = phrase(noun) | _neighbours(noun)
    own = frozenset({noun.lemma_.lower(), noun.lower_})
    for sense in senses:
        unwanted, needed = sense.conditions.get("not"), sense.conditions.get("needs")
        if unwanted and unwanted & (around - own):
            continue
        if needed and not needed & around:
            continue
        return sense
    return None


def _neighbours(word: Token) -> frozenset[str]:
    """Lemmas of the words just before and after, within the sentence."""
    sentence = word.sent
    beside = (i for i in (word.i - 1, word.i + 1) if sentence.start <= i < sentence.end)
    return frozenset(word.doc[i].lemma_.lower() for i in beside)


def _table(name: str) -> dict[str, Any]:
    text = files("dragoman.text").joinpath("data", f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _by_lemma(listed: tuple[str, ...], key: str) -> Mapping[str, tuple[Sense, ...]]:
    found: dict[str, tuple[Sense, ...]] = {}
    for entry, least in ((one, _LEAST.get(name, 1)) for name in listed for one in _table(name)[key]):
        sense = _sense({"least": least} | entry)
        for lemma in sorted(sense.lemmas):
            found[lemma] = (*found.get(lemma, ()), sense)
    return found


def _sense(entry: Mapping[str, Any]) -> Sense:
    carried = ("needs", "carrier", "not_carrier")
    named = ("with", "object", "not", "subject", "not_subject", "content", "not_content", *carried)
    return Sense(
        type=EventType(entry["type"]),
        mode=entry.get("mode", ""),
        lemmas=frozenset(entry["lemmas"]),
        to=tuple(entry.get("to", entry.get("on", ["object"]))),
        by=tuple(entry.get("by", ())),
        conditions={key: _spread(entry[key]) for key in named if entry.get(key)},
        places=tuple(entry.get("in", ["object"])),
        both=bool(entry.get("both") or entry.get("between")),
        owner=bool(entry.get("owner")),
        undergone=bool(entry.get("undergone")),
        owned=entry.get("owned", "actor"),
        complement=bool(entry.get("complement")),
        alone=bool(entry.get("alone")),
        intransitive=bool(entry.get("intransitive")),
        transitive=bool(entry.get("transitive")),
        deep=bool(entry.get("deep")),
        least=int(entry.get("least", 1)),
        given=bool(entry.get("given")),
        mutual=bool(entry.get("mutual")),
        other=bool(entry.get("other")),
        infinitive=bool(entry.get("infinitive")),
    )


def _spread(listed: list[str]) -> frozenset[str]:
    """A list with the classes it names ("@drones") replaced by their words; marks in capitals stay."""
    out: set[str] = set()
    for word in listed:
        out |= word_class(word[1:]) if word.startswith("@") and word[1:].islower() else {word}
    return frozenset(out)


def _verb_fits(verb: Token, sense: Sense) -> bool:
    wanted = sense.conditions
    if "with" in wanted and wanted["with"].isdisjoint(particles(verb) | _brought_by_object(verb)):
        return False
    if (sense.complement and complement(verb) is None) or (sense.other and not _other_asked(verb)):
        return False
    if sense.infinitive and not _told_to(verb):
        return False
    if not _built_so(verb, sense) or not _subject_fits(verb, wanted):
        return False
    if sense.places[-1:] == ("for",) and direct_object(verb) is None and not list(after(verb, "for")):
        return False
    if ("object" in wanted or "not" in wanted) and not _object_fits(verb, sense):
        return False
    return not ("content" in wanted or "not_content" in wanted) or _content_fits(verb, wanted)


def _brought_by_object(verb: Token) -> frozenset[str]:
    """Prepositions that the parser hangs on the object ("shared reports *with* X")."""
    held = direct_object(verb)
    return frozenset(c.lower_ for c in held.children if c.dep_ == "prep" and c.i > verb.i) if held else frozenset()


def _content_fits(verb: Token, wanted: Mapping[str, frozenset[str]]) -> bool:
    below = _below(verb)
    if "content" in wanted and not wanted["content"] & below and not _marked(verb, wanted["content"]):
        return False
    return not ("not_content" in wanted and wanted["not_content"] & below)


@lru_cache(maxsize=64)
def _below(verb: Token) -> frozenset[str]:
    """Lemmas of what stands below the verb, without what only says who its subject is."""
    beside = _said_beside(verb)
    return frozenset(t.lemma_.lower() for t in verb.subtree if t.i != verb.i and t.i not in beside)


def _said_beside(verb: Token) -> frozenset[int]:
    """The words that only say who the subject is ("X, a partner of Y, called for ...")."""
    who = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    beside = (c for c in who.children if c.dep_ == "appos") if who is not None else ()
    return frozenset(t.i for one in beside for t in one.subtree)


def _other_asked(verb: Token) -> bool:
    """Whether what the verb governs is to be done by another than its subject ("wants X to leave")."""
    asked = complement(verb)
    if asked is None:
        return False
    return any(c.dep_ in ("nsubj", "nsubjpass") for c in asked.children) or direct_object(verb) is not None


def _told_to(verb: Token) -> bool:
    """Whether someone is to do something by an infinitive ("told X to leave")."""
    asked = complement(verb)
    infinitive = asked is not None and any(c.dep_ == "aux" and c.lower_ == "to" for c in asked.children)
    return infinitive and direct_object(verb) is not None


def _built_so(verb: Token, sense: Sense) -> bool:
    """Whether the verb has an object or none, as the sense asks."""
    return (
        not (sense.intransitive or sense.transitive)
        or (direct_object(verb) is None and described_as(verb) is None) is not sense.transitive
    )


def _subject_fits(verb: Token, wanted: Mapping[str, frozenset[str]]) -> bool:
    if not ("subject" in wanted or "not_subject" in wanted):
        return True
    who = subject(verb)
    if "subject" in wanted and not (who is not None and _in(who, wanted["subject"])):
        return False
    return not ("not_subject" in wanted and who is not None and _in(who, wanted["not_subject"]))


def _object_fits(verb: Token, sense: Sense) -> bool:
    heads = [head for place in sense.places for head in _placed(verb, place)]
    wanted, unwanted = sense.conditions.get("object"), sense.conditions.get("not")
    if wanted and not any(_in(head, wanted) for head in heads):
        return False
    return not (unwanted and any(_in(head, unwanted) for head in heads))


def _placed(verb: Token, place: str) -> list[Token]:
    if place == "object":
        held = direct_object(verb) or described_as(verb)
        return [held] if held is not None else []
    if place == "complement":
        asked = complement(verb)
        return [c for c in asked.children if c.dep_ == "nsubj"] if asked is not None else []
    return list(after(verb, place))


def _in(head: Token, wanted: frozenset[str]) -> bool:
    return not wanted.isdisjoint(phrase(head)) or _kind_in(head, wanted)


def _kind_in(head: Token, wanted: frozenset[str]) -> bool:
    return (
        (("PLACE" in head.ent_type_ or head.ent_type_ in _PLACES) and "@PLACE" in wanted)
        or (head.ent_type_ in _ACTORS and "@ACTOR" in wanted)
        or (head.pos_ == "NUM" and head.dep_ in ("dobj", "nsubj") and "@NUMBER" in wanted)
        or (head.ent_type_ == "PERSON" and "@PERSON" in wanted)
        or ("@PEOPLE" in wanted and any(names_people(one) for one in _counted(head)))
        or ("@BODY" in wanted and names_body(head))
    )


def _counted(head: Token) -> Iterator[Token]:
    """The head, and those whom it only counts ("dozens of farmers", "a group of nurses")."""
    yield head
    if head.pos_ == "NUM" or head.lemma_.lower() in words("event_frames", "gathering", "crowding"):
        yield from after(head, "of")


def _marked(verb: Token, wanted: frozenset[str]) -> bool:
    return any(_kind_in(token, wanted) for token in verb.subtree)
