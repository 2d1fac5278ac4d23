"""Words that point back: "the president", "the ministry", "the two men", he, she, it, they, who, which."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from dragoman.extract.bodies import canonical, heads
from dragoman.extract.naming import Ledger, Naming
from dragoman.extract.offices import title_before
from dragoman.model.entity import Entity, EntityKind, Form
from dragoman.text.lexicon import words
from dragoman.text.page import Page, Paragraph

_HE = frozenset(("he", "his", "she", "her", "hers"))
_IT = frozenset(("it", "its", "itself"))
_THEY = frozenset(("they", "them", "their", "themselves"))
_WHO = frozenset(("who", "whom", "whose", "which"))
_SYNONYMS = {"premier": "prime minister", "secretary of state": "secretary"}
_BODIES = (EntityKind.COUNTRY, EntityKind.ORGANISATION, EntityKind.GROUP)
_PLURAL = (EntityKind.ORGANISATION, EntityKind.GROUP)
_ORGAN_REACH = 3
"""How many paragraphs back "the ministry" or "the group" may look."""
_ARTICLES = frozenset(("the", "its", "his", "their", "her"))


def enter_short_forms(page: Page, ledger: Ledger) -> None:
    """Enter short noun phrases and pronouns for which one referent stands out."""
    seen: list[Naming] = []
    unquoted: list[Naming] = []
    for paragraph in page.paragraphs:
        quoted = quoted_tokens(paragraph.doc)
        for sentence in paragraph.doc.sents:
            for token in sentence:
                naming = ledger.starting_at(paragraph, token.i)
                within = token.i in quoted
                if naming:
                    _note(naming, seen, unquoted, quoted=within)
                    continue
                known = seen if within else unquoted
                entity, start, form = _referent(paragraph, token, known, ledger)
                if entity and not (form is Form.PRONOUN and ledger.of(token, paragraph)):
                    naming = Naming(paragraph, start, token.i + 1, entity, form)
                    ledger.add(naming)
                    _note(naming, seen, unquoted, quoted=within)


def quoted_tokens(doc: Doc) -> frozenset[int]:
    """Indexes of the tokens between double quotation marks of a paragraph."""
    inside, within = set[int](), False
    for token in doc:
        if token.text in ('"', "``", "''"):
            within = not within
        elif within:
            inside.add(token.i)
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
        return _body(paragraph, token, seen), token.i, Form.PRONOUN
    if token.pos_ in ("NOUN", "PROPN") and token.ent_type_ != "PERSON":
        return _noun(paragraph, token, seen)
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


def _root(naming: Naming) -> Token:
    return naming.paragraph.doc[naming.start : naming.end].root


def _sentence_of(naming: Naming) -> tuple[int, int]:
    return naming.paragraph.index, naming.paragraph.doc[naming.start].sent.start


def _person(paragraph: Paragraph, token: Token, seen: Sequence[Naming]) -> Entity | None:
    """The nearest subject that is a person, in this sentence before the word or in the last one that has one."""
    persons = [n for n in _recent(paragraph, token, seen) if n.entity.kind is EntityKind.PERSON]
    if not persons:
        return None
    nearest = _sentence_of(persons[0])
    here = [n for n in persons if _sentence_of(n) == nearest]
    subjects = [n for n in here if is_subject(_root(n)) and _root(n) != token]
    if subjects:
        return subjects[-1].entity
    return here[0].entity if len({n.entity.id for n in here}) == 1 else _last_subject(persons, nearest)


def _last_subject(persons: Sequence[Naming], skip: tuple[int, int]) -> Entity | None:
    return next((n.entity for n in persons if _sentence_of(n) != skip and is_subject(_root(n))), None)


def _body(paragraph: Paragraph, token: Token, seen: Sequence[Naming]) -> Entity | None:
    """The subject of the same sentence, or of the last, when it is a country, organ or group."""
    if token.lower_ == "it" and _expletive(token):
        return None
    here = (paragraph.index, token.sent.start)
    last = max((_sentence_of(n) for n in seen if _sentence_of(n) < here), default=None)
    of_verb = token.dep_ in ("dobj", "dative", "pobj")
    if of_verb and token.lower_ in _THEY:
        return None
    for place in (here, last):
        if of_verb and place == here:
            continue  # "X denied it": never X
        subjects = [
            n
            for n in seen
            if _sentence_of(n) == place and is_subject(_root(n)) and (place != here or n.start < token.i)
        ]
        if subjects:
            many = token.lower_ in _THEY
            bodies = [n for n in subjects if n.entity.kind in (_PLURAL if many else _BODIES)]
            return bodies[-1].entity if bodies and bodies[-1] is subjects[-1] else None
        if _subject_of(token.sent, token) and place == here:
            return None
    return None


def _subject_of(sentence: Words, before: Token) -> bool:
    return any(is_subject(t) and t.i < before.i and t.pos_ in ("NOUN", "PROPN") for t in sentence)


def _expletive(token: Token) -> bool:
    """'it is', 'it will take', 'it remains' with a clause behind: no one is meant."""
    verb = token.head
    return token.dep_ == "expl" or (
        token.dep_ in ("nsubj", "nsubjpass")
        and (verb.lemma_ in ("be", "seem", "appear", "remain", "happen", "rain", "take", "become", "matter"))
    )


def _noun(paragraph: Paragraph, token: Token, seen: Sequence[Naming]) -> tuple[Entity | None, int, Form]:
    """'the president', 'the ministry', 'the air force': the last one so called."""
    doc = paragraph.doc
    if token.i + 1 < len(doc) and doc[token.i + 1].pos_ in ("NOUN", "PROPN") and doc[token.i + 1].dep_ != "appos":
        return None, token.i, Form.NOUN
    title = title_before(doc, token.i + 1)
    start = title[0] if title else _organ_start(token)
    bare = token.lower_ in ("authorities", "police", "prosecutors")
    if start is None or _has_owner(token) or not (bare or (start and doc[start - 1].lower_ in _ARTICLES)):
        return None, token.i, Form.NOUN
    begin = start - 1 if start and doc[start - 1].lower_ in _ARTICLES else start
    if title and token.tag_ in ("NN", "NNP"):
        entity = next(
            (n.entity for n in reversed(seen) if n.entity.kind is EntityKind.PERSON and _holds(n.entity, title[1])),
            None,
        )
        if entity:
            return entity, begin, Form.NOUN
    if token.lower_ in words("bodies", "groups") or heads().get(token.lower_) == "REB":
        return _last_of(paragraph, seen, EntityKind.GROUP, ""), begin, Form.NOUN
    if token.lower_ in words("bodies", "outlets"):
        return _last_of(paragraph, seen, EntityKind.ORGANISATION, "MED"), begin, Form.NOUN
    organ = canonical(doc[start : token.i + 1].text).casefold()
    return _organ(paragraph, token, seen, organ), begin, Form.NOUN


def _organ(paragraph: Paragraph, token: Token, seen: Sequence[Naming], organ: str) -> Entity | None:
    """The last organ so called; from further back only the one of the report, and no other country's sentence."""
    fitting = [
        n for n in seen if n.entity.kind in _BODIES and n.entity.role and _same_organ(organ, n.entity.role.casefold())
    ]
    if not fitting:
        return None
    last = fitting[-1]
    if paragraph.index - last.paragraph.index <= 1:
        return last.entity
    here = (n for n in seen if _sentence_of(n) == (paragraph.index, token.sent.start) and n.is_nation)
    others = any(n.entity.country != last.entity.country for n in here)
    alone = len({n.entity.id for n in fitting}) == 1
    near = paragraph.index - last.paragraph.index <= _ORGAN_REACH
    return last.entity if not others and (alone or near) else None


def _last_of(paragraph: Paragraph, seen: Sequence[Naming], kind: EntityKind, code: str) -> Entity | None:
    near = (n for n in reversed(seen) if paragraph.index - n.paragraph.index <= _ORGAN_REACH)
    return next((n.entity for n in near if n.entity.kind is kind and n.entity.code.endswith(code)), None)


def _organ_start(token: Token) -> int | None:
    """First token of the organ's own words that end here, or None where no organ's head stands."""
    doc = token.doc
    return next(
        (i for i in range(max(0, token.i - 3), token.i + 1) if _organ_words(doc[i : token.i + 1].text.lower())), None
    )


def _organ_words(text: str) -> bool:
    if text in words("bodies", "groups", "outlets"):
        return True
    if text.split(maxsplit=1)[0] in ("the", "a", "an", "its", "his", "their", "her", "of", "and", "in"):
        return False
    return text in heads() or canonical(text) != text or _extended(text.split())


def _extended(said: list[str]) -> bool:
    """Whether the words are an organ's head with parts of its name before it."""
    splits = range(1, len(said))
    return any(" ".join(said[i:]) in heads() and all(w in words("bodies", "parts") for w in said[:i]) for i in splits)


def _same_organ(said: str, role: str) -> bool:
    return said == role or role.endswith(f" {said}")


def _has_owner(token: Token) -> bool:
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return (after is not None and after.lower_ in ("of", "for")) or any(
        c.dep_ == "poss" and c.pos_ != "PRON" for c in token.children
    )


def _holds(entity: Entity, title: str) -> bool:
    """Whether a person's role is the title, or ends with it ('foreign minister' for 'the minister')."""
    role, title = (_SYNONYMS.get(words_, words_) for words_ in (entity.role, title))
    return bool(role) and (role == title or role.endswith(f" {title}") or (role in title and " " in role))
