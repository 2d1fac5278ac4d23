"""Who the source of an attribution is: a named voice, an unnamed one, or nobody who speaks."""

from dataclasses import dataclass, replace

from spacy.tokens import Token

from dragoman.extract.found import Found
from dragoman.extract.reference import entities_at, entity_of, mention_at, owners_at
from dragoman.extract.subjects import is_date
from dragoman.model.attribution import Voice, VoiceKind
from dragoman.model.entity import Entity, EntityKind, Form
from dragoman.model.span import Span
from dragoman.text.lexicon import words
from dragoman.text.page import Page, Paragraph

_FIRST_AND_SECOND = frozenset(("i", "we", "you", "me", "us", "myself", "ourselves"))
_RELATIVE = frozenset(("who", "which", "that", "whom"))
_VAGUE = frozenset(
    ("it", "this", "that", "there", "what", "these", "those", "nobody", "none", "everyone", "everything")
)
_LONGEST_NAME = 90


@dataclass(frozen=True, slots=True)
class Scene:
    """A report as it is read for speech: the page, what is named there, and the paragraph in hand."""

    page: Page
    found: Found
    paragraph: Paragraph


def voice_at(scene: Scene, token: Token, *, strict: bool) -> Voice | None:
    """The voice of a source headed by this token; None where it is no one who speaks.

    `strict` tells that the cue can only be an act of speech, so that any noun before it is a speaker.
    """
    if _cannot_speak(scene, token):
        return None
    if token.lower_ in _RELATIVE and token.tag_ in ("WP", "WDT"):
        return _relative(scene, token, strict=strict)
    person = _apposed_person(scene, token)
    if person:
        return _named(scene, person)
    if mention_at(scene.found, scene.paragraph, token):
        return _mentioned(scene, token)
    return _common(scene, token, strict=strict)


def _cannot_speak(scene: Scene, token: Token) -> bool:
    """Pronouns of the speaker, dates, marks, and 'it' or 'this' that stands for nobody known."""
    if not token.text[0].isalpha() or is_date(token) or token.pos_ in ("PART", "ADP"):
        return token.pos_ != "NUM"
    vague = token.lower_ in _VAGUE and not any(c.i > token.i for c in token.children)
    return token.lower_ in _FIRST_AND_SECOND or (vague and not mention_at(scene.found, scene.paragraph, token))


def _common(scene: Scene, token: Token, *, strict: bool) -> Voice | None:
    """The voice of a noun that names nobody: a spokesman, a document, an office, people, any speaker."""
    forms = {token.lower_, token.lemma_.lower()}
    if forms & words("unnamed", "mouthpieces"):
        return _mouthpiece(scene, token)
    if forms & words("unnamed", "documents"):
        return _document(scene, token)
    office = _office_voice(scene, token)
    if office:
        return office
    speaks = strict and token.pos_ in ("NOUN", "PRON", "NUM", "ADJ") and token.lower_ not in _VAGUE
    described = token.lower_ in ("those", "one")
    if (
        forms & words("unnamed", "people", "organs")
        or described
        or speaks
        or (token.pos_ == "NOUN" and _agentive(token))
    ):
        return _unnamed(scene, token)
    if token.pos_ == "PROPN" and token.text[0].isupper():
        return Voice(VoiceKind.NAMED, None, printed(scene, token).exact)
    return None


def _relative(scene: Scene, token: Token, *, strict: bool) -> Voice | None:
    verb = next((a for a in token.ancestors if a.dep_ == "relcl"), None)
    if mention_at(scene.found, scene.paragraph, token):
        return _mentioned(scene, token)
    return voice_at(scene, verb.head, strict=strict) if verb is not None else None


def _apposed_person(scene: Scene, token: Token) -> Entity | None:
    """The person named beside an office: 'the minister, A B,' or 'spokesman A B' however it was parsed."""
    for child in token.children:
        if child.dep_ == "appos":
            mention = mention_at(scene.found, scene.paragraph, child)
            entity = entity_of(scene.found, mention) if mention else None
            if entity and entity.kind is EntityKind.PERSON:
                return entity
    return None


def _mentioned(scene: Scene, token: Token) -> Voice | None:
    entities = entities_at(scene.page, scene.found, scene.paragraph, token)
    mention = mention_at(scene.found, scene.paragraph, token)
    if not entities or mention is None:
        return None
    first = entities[0]
    if is_outlet(scene, first) or first.kind is EntityKind.PLACE:
        return None
    plural = token.tag_ in ("NNS", "NNPS") and mention.form is Form.DEMONYM
    if plural:
        return Voice(VoiceKind.UNNAMED, None, printed(scene, token).exact)
    joined = [
        e
        for e in entities
        if e.kind in (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.COUNTRY, EntityKind.GROUP)
    ]
    if len(joined) > 1 and len({e.side for e in joined}) > 1:
        return Voice(VoiceKind.NAMED, None, " and ".join(e.name for e in joined))
    return _named(scene, first)


def _named(scene: Scene, entity: Entity) -> Voice | None:
    return None if is_outlet(scene, entity) else Voice(VoiceKind.NAMED, entity.id, entity.name, entity.side)


def is_outlet(scene: Scene, entity: Entity) -> bool:
    """Whether an entity is the outlet that publishes the report."""
    outlet = scene.page.report.outlet.casefold()
    return bool(outlet) and any(
        name.casefold().removeprefix("the ") == outlet.removeprefix("the ") for name in (entity.name, *entity.aliases)
    )


def _qualifiers(scene: Scene, token: Token) -> tuple[Entity, ...]:
    """Owners before the word and after it: 'of', 'for', 'in', 'from', 'at', 'with' and 'published by'."""
    owners = list(owners_at(scene.page, scene.found, scene.paragraph, token))
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in (
            "of",
            "for",
            "in",
            "from",
            "at",
            "with",
            "by",
            "within",
            "inside",
            "on",
        ):
            for thing in child.children:
                if thing.dep_ == "pobj":
                    owners += entities_at(scene.page, scene.found, scene.paragraph, thing)
                    owners += owners_at(scene.page, scene.found, scene.paragraph, thing)
        elif child.dep_ in ("acl", "relcl"):
            owners += [
                e for agent in _agents(child) for e in entities_at(scene.page, scene.found, scene.paragraph, agent)
            ]
        elif child.dep_ == "conj" and child.lower_ in words("unnamed", "people"):
            continue
    return tuple(dict.fromkeys(owners))


def _agents(verb: Token) -> list[Token]:
    """The nouns after 'by' or 'from' of a participle ('published by X')."""
    preps = [c for c in verb.children if c.dep_ in ("agent", "prep") and c.lower_ in ("by", "from")]
    return [obj for prep in preps for obj in prep.children if obj.dep_ == "pobj"]


def _mouthpiece(scene: Scene, token: Token) -> Voice | None:
    owner = next(iter(_qualifiers(scene, token)), None)
    return _named(scene, owner) if owner and not is_outlet(scene, owner) else _unnamed(scene, token)


def _document(scene: Scene, token: Token) -> Voice | None:
    """A statement speaks for its owner; without one it is an unnamed voice."""
    owner = next(iter(_qualifiers(scene, token)), None)
    if owner:
        return _named(scene, owner)
    speaker = next(
        (o for c in token.children if c.dep_ == "prep" and c.lower_ in ("by", "from") for o in c.children), None
    )
    speaker = speaker or next((a for c in token.children if c.dep_ == "acl" for a in _agents(c)), None)
    if speaker is not None and speaker.lower_ in words("unnamed", "people", "organs"):
        return _unnamed(scene, speaker)
    return _unnamed(scene, token)


def _office_voice(scene: Scene, token: Token) -> Voice | None:
    """An office that one person or staff holds: 'Ruritania's president', 'Prime Minister A B's office'."""
    holder = token.lower_ in words("unnamed", "holders") and token.tag_ in ("NN", "NNP")
    staff = token.lower_ in words("unnamed", "staffs")
    if not (holder or staff) or any(c.lower_ in ("a", "an", "former") for c in token.children):
        return None
    owners = _qualifiers(scene, token)
    fitting = [o for o in owners if o.kind is EntityKind.COUNTRY or (staff and o.kind is EntityKind.PERSON)]
    if not fitting or is_outlet(scene, fitting[0]):
        return None
    return Voice(VoiceKind.NAMED, None, printed(scene, token).exact, fitting[0].side)


def _agentive(token: Token) -> bool:
    """Whether a noun's ending tells of people ("physicians", "lawmakers")."""
    lemma = token.lemma_.lower()
    return lemma.endswith(("er", "or", "ist", "ian", "man", "woman", "ee")) and lemma not in words(
        "unnamed", "not_people"
    )


def _unnamed(scene: Scene, token: Token) -> Voice:
    sides = tuple(dict.fromkeys(e.side for e in _qualifiers(scene, token) if e.side))
    name = printed(scene, token).exact
    voice = Voice(VoiceKind.UNNAMED, None, name, sides[0] if len(sides) == 1 else "")
    return replace(voice, side="") if _outsider(token) else voice


def _outsider(token: Token) -> bool:
    """People who are of a country without speaking for it."""
    apart = any(c.lower_ in ("former", "ex", "opposition", "western", "foreign") for c in token.children)
    return apart or token.lemma_.lower() in words("unnamed", "outsiders")


def printed(scene: Scene, token: Token) -> Span:
    """The noun phrase of a source as printed: its modifiers and short phrases, without clauses and appositions."""
    members = [token]
    for child in token.children:
        if (
            child.dep_ in ("det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "case")
            and child.i < token.i
        ) or (
            child.i > token.i and (child.dep_ == "prep" or (child.dep_ in ("amod", "acl") and not _opens_clause(child)))
        ):
            members += list(child.subtree)
        elif child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN"):
            members += [t for t in child.subtree if t.dep_ not in ("relcl", "appos", "punct")]
    first, last = min(t.i for t in members), max(t.i for t in members)
    span = scene.page.words(scene.paragraph, token.doc[first : last + 1])
    if len(span.exact) > _LONGEST_NAME:
        left = min((t.i for t in members if t.i <= token.i), default=token.i)
        span = scene.page.words(scene.paragraph, token.doc[left : token.i + 1])
    return span


def _opens_clause(token: Token) -> bool:
    return token.dep_ == "acl" and token.nbor(-1).text == ","
