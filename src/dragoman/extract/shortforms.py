"""Words that point back: "the president", "the ministry", "the two men", he, she, it, they, who, which."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from dragoman.extract.backnouns import noun_referent
from dragoman.extract.naming import Ledger, Naming
from dragoman.model.entity import Entity, EntityKind, Form
from dragoman.text.lexicon import words
from dragoman.text.page import Page, Paragraph
from dragoman.text.parse import KEPT, Doc, Token, Words

_HE = frozenset(("he", "his", "she", "her", "hers"))
_IT = frozenset(("it", "its", "itself"))
_THEY = frozenset(("they", "them", "their", "themselves"))
_WHO = frozenset(("who", "whom", "whose", "which"))
_POINTING = _HE | _IT | _THEY | _WHO | {"him", "himself", "herself", "military"}
_BODIES = (EntityKind.COUNTRY, EntityKind.ORGANISATION, EntityKind.GROUP)
_PLURAL = (EntityKind.ORGANISATION, EntityKind.GROUP)


def enter_short_forms(page: Page, ledger: Ledger) -> None:
    """Enter short noun phrases and pronouns for which one referent stands out."""
    seen: list[Naming] = []
    unquoted: list[Naming] = []
    for paragraph in page.paragraphs:
        quoted = quoted_tokens(paragraph.doc)
        for index, token in enumerate(paragraph.doc):
            naming = ledger.starting_at(paragraph, index)
            within = index in quoted
            if naming:
                _note(naming, seen, unquoted, quoted=within)
                continue
            if token.pos_ not in ("NOUN", "PROPN") and token.lower_ not in _POINTING:
                continue
            entity, start, form = _referent(paragraph, token, seen if within else unquoted, ledger)
            if entity and not (form is Form.PRONOUN and ledger.of(token, paragraph)):
                naming = Naming(paragraph, start, index + 1, entity, form)
                ledger.add(naming)
                _note(naming, seen, unquoted, quoted=within)


@lru_cache(maxsize=KEPT)
def quoted_tokens(doc: Doc) -> frozenset[int]:
    """Indexes of the tokens between double quotation marks of a paragraph."""
    inside, within = set[int](), False
    for index, word in enumerate(doc.lower):
        if word in ('"', "``", "''"):
            within = not within
        elif within:
            inside.add(index)
    return frozenset(inside)


def _note(naming: Naming, seen: list[Naming], unquoted: list[Naming], *, quoted: bool) -> None:
    seen.append(naming)
    if not quoted:
        unquoted.append(naming)


def _referent(
    paragraph: Paragraph, token: Token, seen: Sequence[Naming], ledger: Ledger
) -> tuple[Entity | None, int, Form]:
    word = token.lower_
    if word in _WHO and token.tag_ in ("WP", "WDT", "WP$"):
        return _antecedent(paragraph, token, ledger), token.i, Form.PRONOUN
    if word in ("him", "himself", "herself") or (word == "her" and token.tag_ == "PRP"):
        return None, token.i, Form.PRONOUN
    if word in _HE:
        return _person(paragraph, token, seen), token.i, Form.PRONOUN
    if word in _IT or word in _THEY:
        return _body(paragraph, token, seen, quoted_tokens(paragraph.doc)), token.i, Form.PRONOUN
    military = word == "military" and token.dep_ == "amod" and ledger.army is not None
    if (token.pos_ in ("NOUN", "PROPN") or military) and token.ent_type_ != "PERSON":
        return noun_referent(paragraph, token, seen, ledger)
    return None, token.i, Form.NOUN


def _antecedent(paragraph: Paragraph, pronoun: Token, ledger: Ledger) -> Entity | None:
    verb = next((a for a in pronoun.ancestors if a.dep_ == "relcl"), None)
    naming = ledger.of(verb.head, paragraph) if verb is not None else None
    if pronoun.dep_ not in ("nsubj", "nsubjpass", "poss"):
        return None
    if naming is None:
        before = pronoun.i - (2 if pronoun.i and pronoun.nbor(-1).text in (",", "—", "–") else 1)
        naming = ledger.ending_at(paragraph, before + 1) if before >= 0 else None
        return naming.entity if naming and verb is None else None
    return naming.entity


def _recent(paragraph: Paragraph, token: Token, seen: Sequence[Naming]) -> Iterator[Naming]:
    """Namings before the token within its paragraph and the one before, nearest first."""
    for naming in reversed(seen):
        if paragraph.index - naming.paragraph.index > 1:
            return
        if naming.paragraph.index < paragraph.index or naming.start < token.i:
            yield naming


def is_subject(token: Token) -> bool:
    """Whether a word is a subject or stands beside one."""
    return token.dep_ in ("nsubj", "nsubjpass") or (
        token.dep_ in ("conj", "compound", "appos") and token.head.dep_ in ("nsubj", "nsubjpass")
    )


def _person(paragraph: Paragraph, token: Token, seen: Sequence[Naming]) -> Entity | None:
    """The nearest subject that is a person, in this sentence before the word or in the last one that has one."""
    persons = [n for n in _recent(paragraph, token, seen) if n.entity.kind is EntityKind.PERSON]
    if not persons or _stranger_between(paragraph, token, persons):
        return None
    nearest = persons[0].sentence
    here = [n for n in persons if n.sentence == nearest]
    subjects = [n for n in here if is_subject(n.root) and n.root != token]
    if subjects:
        return subjects[-1].entity
    return here[0].entity if len({n.entity.id for n in here}) == 1 else _last_subject(persons, nearest)


def _stranger_between(paragraph: Paragraph, token: Token, persons: Sequence[Naming]) -> bool:
    """Whether somebody unnamed spoke or acted after the last named person did ("a spokesman denied it. He said")."""
    stranger = unnamed_before(token)
    if stranger is None:
        return False
    named = next((n for n in persons if is_subject(n.root)), persons[0])
    return named.paragraph.index < paragraph.index or named.end <= stranger.i


def unnamed_before(token: Token) -> Token | None:
    """The last noun for one person without a name that is a main subject in the sentences before, or None."""
    before = token.doc[: token.sent.start]
    return next((t for t in reversed(before) if is_one_unnamed(t)), None)


def is_one_unnamed(token: Token) -> bool:
    """Whether a noun tells of one person without a name and is the subject of its sentence's main verb."""
    people = words("unnamed", "people") | words("unnamed", "mouthpieces")
    verb = token.head
    main = token.dep_ == "nsubj" and (verb == token.sent.root or verb.dep_ == "conj" or verb.head == token.sent.root)
    named = any(c.dep_ == "appos" and c.pos_ == "PROPN" for c in token.children)
    return main and not named and token.tag_ == "NN" and token.lower_ in people and verb.dep_ != "relcl"


def _last_subject(persons: Sequence[Naming], skip: tuple[int, int]) -> Entity | None:
    return next((n.entity for n in persons if n.sentence != skip and is_subject(n.root)), None)


def _body(paragraph: Paragraph, token: Token, seen: Sequence[Naming], quoted: frozenset[int]) -> Entity | None:
    """The subject of the same sentence, or of the last, when it is a country, organ or group."""
    if token.lower_ == "it" and _expletive(token):
        return None
    here = (paragraph.index, token.sent.start)
    last = max((n.sentence for n in seen if n.sentence < here), default=None)
    of_verb = token.dep_ in ("dobj", "dative", "pobj")
    many = token.lower_ in _THEY
    if of_verb and many:
        return None
    own = [] if of_verb else _subjects(seen, here, before=token.i)  # "X denied it": never X
    if own and not (_tags(token) and _verb_of(own[-1]).i in quoted):
        return _one_body(own, many=many)
    apart = quoted if token.i not in quoted else frozenset[int]()
    if not own and not of_verb and _subject_of(token.sent, token, apart):
        return None
    earlier = _subjects(seen, last) if last else []
    main = [n for n in earlier if n.leads]
    return _one_body(main or earlier, many=many)


def _subjects(seen: Sequence[Naming], place: tuple[int, int], *, before: int | None = None) -> list[Naming]:
    """The namings of one sentence that are subjects, all of them or those before a token."""
    found = [n for n in seen if n.sentence == place and is_subject(n.root)]
    return [n for n in found if before is None or n.start < before]


def _one_body(subjects: Sequence[Naming], *, many: bool) -> Entity | None:
    if not subjects or subjects[-1].entity.kind not in (_PLURAL if many else _BODIES):
        return None
    return subjects[-1].entity


def _tags(token: Token) -> bool:
    """Whether a possessive opens the speaker of a tag ("..., its spokesman said")."""
    return token.dep_ == "poss" and token.head.dep_ in ("nsubj", "appos") and token.i > token.sent.start


def _verb_of(naming: Naming) -> Token:
    """The verb whose subject a naming is, or stands beside."""
    root = naming.root
    return (root if root.dep_ in ("nsubj", "nsubjpass") else root.head).head


def _subject_of(sentence: Words, before: Token, apart: frozenset[int]) -> bool:
    """Whether a noun is a subject in the sentence ahead of a word, and not in a quotation that the word is outside."""
    ahead = (t for t in sentence if t.i < before.i and t.i not in apart)
    return any(is_subject(t) and t.pos_ in ("NOUN", "PROPN") for t in ahead)


def _expletive(token: Token) -> bool:
    """'it is', 'it will take', 'it remains' with a clause behind: no one is meant."""
    verb = token.head
    return token.dep_ == "expl" or (
        token.dep_ in ("nsubj", "nsubjpass")
        and (verb.lemma_ in ("be", "seem", "appear", "remain", "happen", "rain", "take", "become", "matter"))
    )
