"""Who the source of an attribution is: a named voice, an unnamed one, or nobody who speaks."""

from dataclasses import replace

from dragoman.extract.held import definite_office, office_voice, own_body
from dragoman.extract.joint import joint
from dragoman.extract.owners import agents, is_outsider, qualifiers
from dragoman.extract.reference import entities_at, entity_of, mention_at
from dragoman.extract.scene import Scene, is_outlet, printed
from dragoman.extract.shortforms import is_one_unnamed, unnamed_before
from dragoman.extract.subjects import is_date
from dragoman.model.attribution import Voice, VoiceKind
from dragoman.model.entity import Entity, EntityKind, Form
from dragoman.model.report import SectionKind
from dragoman.text.lexicon import words
from dragoman.text.parse import Token

_FIRST_AND_SECOND = frozenset(("i", "we", "you", "me", "us", "myself", "ourselves"))
_SOME = frozenset(("many", "some", "several", "most", "few", "other", "senior", "top", "local"))
_RELATIVE = frozenset(("who", "which", "that", "whom"))
_VAGUE = frozenset(
    ("it", "this", "that", "there", "what", "these", "those", "nobody", "none", "everyone", "everything")
)
_NAME_REACH = 6
"""How many words before a name "gave her name as" may begin."""


def voice_at(scene: Scene, token: Token, *, strict: bool) -> Voice | None:
    """The voice of a source headed by this token; None where it is no one who speaks.

    `strict` tells that the cue can only be an act of speech, so that any noun before it is a speaker.
    """
    if token.lower_ == "it" and (body := _body_subject(token)) is not None:
        return _mentioned(scene, token) or voice_at(scene, body, strict=strict)
    if _cannot_speak(scene, token):
        return None
    if token.lower_ in _RELATIVE and token.tag_ in ("WP", "WDT"):
        return _relative(scene, token, strict=strict)
    apposed = _apposed(scene, token)
    if apposed:
        return _named(scene, apposed)
    if mention_at(scene.found, scene.paragraph, token):
        return _mentioned(scene, token)
    return _common(scene, token, strict=strict)


def _body_subject(token: Token) -> Token | None:
    """The body that is the main subject before 'it' in the same sentence ("Her government wants ..., it says")."""
    kinds = words("unnamed", "bodies", "staffs")
    subjects = [t for t in token.sent.root.children if t.dep_ == "nsubj" and t.i < token.i and t.tag_ == "NN"]
    return next((t for t in subjects if t.lower_ in kinds), None)


def _cannot_speak(scene: Scene, token: Token) -> bool:
    """Pronouns of the speaker, dates, marks, and 'it' or 'this' that stands for nobody known."""
    if not token.text[0].isalpha() or is_date(token) or token.pos_ in ("PART", "ADP"):
        return token.pos_ != "NUM"
    if any(c.dep_ == "det" and c.lower_ in ("neither", "no") for c in token.children):
        return True
    vague = token.lower_ in _VAGUE and not any(c.i > token.i for c in token.children)
    return token.lower_ in _FIRST_AND_SECOND or (vague and not mention_at(scene.found, scene.paragraph, token))


def _common(scene: Scene, token: Token, *, strict: bool) -> Voice | None:
    """The voice of a noun that names nobody: a spokesman, a document, an office, people, any speaker."""
    if token.lower_ in ("he", "she"):
        return _stranger(scene, token)
    forms = {token.lower_, token.lemma_.lower()}
    if forms & words("unnamed", "mouthpieces"):
        return _mouthpiece(scene, token)
    if forms & words("unnamed", "documents"):
        return _document(scene, token)
    told = office_voice(scene, token) or definite_office(scene, token) or _self_named(token)
    told = told or _body_voice(scene, token) or joint(scene, token)
    if told:
        return told
    return _nobody_named(scene, token, strict=strict)


def _nobody_named(scene: Scene, token: Token, *, strict: bool) -> Voice | None:
    """The unnamed voice of people and of whatever can only be a speaker, and a name that was not known before."""
    if _is_share(token):
        return _behind_count(scene, token)
    forms = {token.lower_, token.lemma_.lower()}
    speaks = strict and token.pos_ in ("PRON", "ADJ") and token.lower_ not in _VAGUE
    speaks = speaks or (strict and bool(forms & words("unnamed", "speakers")))
    known = forms & words("unnamed", "people", "organs", "bodies") or token.lower_ in ("those", "one")
    if known or speaks or (token.pos_ == "NOUN" and _agentive(token)):
        return _unnamed(scene, token)
    if token.pos_ == "PROPN" and token.text[0].isupper():
        if token.tag_ == "NNPS" or any(c.dep_ == "amod" and c.lower_ in _SOME for c in token.children):
            return _unnamed(scene, token)
        return Voice(VoiceKind.NAMED, None, printed(scene, token).exact)
    return None


def _is_share(token: Token) -> bool:
    """'four of them soldiers': a count beside a sentence, which the parse took for a speaker."""
    numbers = [c for c in token.children if c.pos_ == "NUM"] if token.pos_ == "NOUN" else []
    shares = [n for n in numbers if any(c.lower_ == "of" for c in n.children)]
    if token.pos_ == "NUM":
        beside = any(c.dep_ in ("attr", "appos", "oprd", "dobj", "acl", "relcl") for c in token.children)
        return beside or not any(c.dep_ == "prep" and c.lower_ == "of" for c in token.children)
    return bool(shares)


def _behind_count(scene: Scene, token: Token) -> Voice | None:
    """The person named after a comma between a number that the parse took for the speaker and its verb."""
    for other in token.doc[token.i + 1 : token.sent.end]:
        mention = mention_at(scene.found, scene.paragraph, other)
        if mention and scene.paragraph.at(other) == mention.span.start and other.nbor(-1).text == ",":
            entity = entity_of(scene.found, mention)
            if entity.kind is EntityKind.PERSON:
                return _named(scene, entity)
    return None


def _stranger(scene: Scene, token: Token) -> Voice:
    """'he said' after somebody unnamed spoke: the same voice; else the pronoun itself, unnamed."""
    before = unnamed_before(token)
    known = voice_at(scene, before, strict=True) if before is not None else _stranger_above(scene, token)
    if known is not None:
        return known
    return Voice(VoiceKind.UNNAMED, None, token.text)


def _stranger_above(scene: Scene, token: Token) -> Voice | None:
    """The last one without a name who is a subject in the paragraph before, when no person acts after."""
    if scene.paragraph.index == 0 or token.sent.start > 0:
        return None
    above = replace(scene, paragraph=scene.page.paragraphs[scene.paragraph.index - 1])
    other_sex = "man" if token.lower_ == "she" else "woman"
    for word in reversed(above.paragraph.doc):
        if word.dep_ in ("nsubj", "nsubjpass") and _is_person(above, word):
            return None
        if is_one_unnamed(word):
            fits = not word.lower_.endswith(other_sex) or (other_sex == "man" and word.lower_.endswith("woman"))
            return voice_at(above, word, strict=True) if fits else None
    return None


def _body_voice(scene: Scene, token: Token) -> Voice | None:
    """A body that can be told by 'the', its owner or its place: named as printed, on its owner's side."""
    kinds = {token.lower_, token.lemma_.lower(), *(c.lemma_.lower() for c in token.children if c.dep_ == "appos")}
    if not kinds & words("unnamed", "bodies") or (token.tag_ == "NNS" and token.lower_ not in ("police", "forces")):
        return None
    before = [c for c in token.children if c.i < token.i]
    if (own := own_body(scene, token, before)) is not None:
        return own
    told = any(c.lower_ == "the" or (c.dep_ == "poss" and c.pos_ != "PRON") for c in before)
    placed = any(c.dep_ in ("compound", "nmod", "amod") and c.pos_ == "PROPN" for c in before)
    vague = any(c.lower_ in ("a", "an", "another", "one", "each", "every", "some", "any", "both") for c in before)
    headline = scene.paragraph.kind is SectionKind.HEADLINE and not vague
    if vague or not (told or placed or headline):
        return None
    civil = token.lemma_.lower() in words("unnamed", "civil_bodies")
    owners = () if civil else qualifiers(scene, token)
    sides = tuple(dict.fromkeys(e.side for e in owners if e.side))
    name = printed(scene, token).exact
    name = f"the {name[4:]}" if name.startswith("The ") else name
    return Voice(VoiceKind.NAMED, None, name, sides[0] if len(sides) == 1 else "")


def _self_named(token: Token) -> Voice | None:
    """A private person who gave a name: 'a woman who gave her name as A', 'a man who asked to be named only as B'."""
    clauses = [c for c in token.children if c.dep_ in ("relcl", "acl")]
    for word in (t for clause in clauses for t in clause.subtree):
        if word.pos_ != "PROPN" or word.ent_type_ not in ("PERSON", "") or not word.text[0].isupper():
            continue
        before = token.doc[max(token.i + 1, word.i - _NAME_REACH) : word.i]
        asked = any(t.lemma_.lower() in words("unnamed", "giving_names") for t in before)
        if asked and before[-1].lower_ in ("as", "only", ",", "name", "named", "called", "herself", "himself"):
            last = word.i + 1
            while last < len(token.doc) and token.doc[last].pos_ == "PROPN":
                last += 1
            return Voice(VoiceKind.NAMED, None, token.doc[word.i : last].text)
    return None


def _relative(scene: Scene, token: Token, *, strict: bool) -> Voice | None:
    verb = next((a for a in token.ancestors if a.dep_ == "relcl"), None)
    head = verb.head if verb is not None else None
    while head is not None and head.dep_ == "appos" and _is_person(scene, head.head):
        head = head.head
    if head is not None and _is_person(scene, head):
        return voice_at(scene, head, strict=strict)
    if mention_at(scene.found, scene.paragraph, token):
        return _mentioned(scene, token)
    return voice_at(scene, head, strict=False) if head is not None else None


def _is_person(scene: Scene, token: Token) -> bool:
    mention = mention_at(scene.found, scene.paragraph, token)
    return mention is not None and entity_of(scene.found, mention).kind is EntityKind.PERSON


def _apposed(scene: Scene, token: Token) -> Entity | None:
    """Who is named beside an office or a kind of body: 'the minister, A B,', 'the daily C', 'head of D, A B,'."""
    own = mention_at(scene.found, scene.paragraph, token)
    holder = not own and bool({token.lower_, token.lemma_.lower()} & words("unnamed", "people", "mouthpieces"))
    kind = not own and token.lower_ in words("bodies", "outlets") | words("unnamed", "bodies")
    for child in token.children:
        if child.dep_ == "appos":
            mention = mention_at(scene.found, scene.paragraph, child)
            entity = entity_of(scene.found, mention) if mention else None
            if entity and (entity.kind is EntityKind.PERSON or (kind and entity.kind is EntityKind.ORGANISATION)):
                return entity
    return _behind(scene, token) if holder else None


def _behind(scene: Scene, token: Token) -> Entity | None:
    """The person between commas after 'the head of the X mission', where the parse hangs the name on the body."""
    for body in (t for c in token.children if c.dep_ == "prep" for t in c.subtree):
        office = {body.lower_, body.lemma_.lower()} & words("unnamed", "people", "mouthpieces", "holders")
        for child in body.children:
            if child.dep_ == "appos" and not office and child.left_edge.nbor(-1).text == ",":
                mention = mention_at(scene.found, scene.paragraph, child)
                entity = entity_of(scene.found, mention) if mention else None
                if entity and entity.kind is EntityKind.PERSON and not _is_person(scene, body):
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


def _mouthpiece(scene: Scene, token: Token) -> Voice | None:
    owner = next(iter(qualifiers(scene, token)), None)
    return _named(scene, owner) if owner and not is_outlet(scene, owner) else _unnamed(scene, token)


def _document(scene: Scene, token: Token) -> Voice | None:
    """A statement speaks for its owner; without one it is an unnamed voice."""
    owner = next(iter(qualifiers(scene, token)), None)
    if owner:
        return _named(scene, owner)
    speaker = next(
        (o for c in token.children if c.dep_ == "prep" and c.lower_ in ("by", "from") for o in c.children), None
    )
    speaker = speaker or next((a for c in token.children if c.dep_ == "acl" for a in agents(c)), None)
    if speaker is not None and speaker.lower_ in words("unnamed", "people", "organs"):
        return joint(scene, speaker) or _unnamed(scene, speaker)
    return _unnamed(scene, token)


def _agentive(token: Token) -> bool:
    """Whether a noun's ending tells of people ("physicians", "lawmakers")."""
    lemma = token.lemma_.lower()
    return lemma.endswith(("er", "or", "ist", "ian", "man", "woman", "ee")) and lemma not in words(
        "unnamed", "not_people"
    )


def _unnamed(scene: Scene, token: Token) -> Voice:
    sides = tuple(dict.fromkeys(e.side for e in qualifiers(scene, token) if e.side))
    name = printed(scene, token).exact
    voice = Voice(VoiceKind.UNNAMED, None, name, sides[0] if len(sides) == 1 else "")
    return replace(voice, side="") if is_outsider(token) else voice
