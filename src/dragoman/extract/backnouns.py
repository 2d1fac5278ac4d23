"""Short noun phrases that point back: "the president", "the ministry", "the army", "her government"."""

from collections.abc import Sequence
from functools import cache, lru_cache

from dragoman.extract.bodies import canonical, canonicals, heads, heads_code, organ
from dragoman.extract.holders import bearer_of_word, head_of_delegation, holder_at_home
from dragoman.extract.home import at_home
from dragoman.extract.naming import Ledger, Naming
from dragoman.extract.title_words import title_before, titles
from dragoman.extract.warfare import is_plain_army
from dragoman.model.entity import Entity, EntityKind, Form
from dragoman.model.report import SectionKind
from dragoman.text.lexicon import words
from dragoman.text.page import Paragraph
from dragoman.text.parse import Token

_SYNONYMS = {"premier": "prime minister", "secretary of state": "secretary"}
_BODIES = (EntityKind.COUNTRY, EntityKind.ORGANISATION, EntityKind.GROUP)
_ORGAN_REACH = 3
"""How many paragraphs back "the ministry" or "the group" may look."""
_PHRASES = 8192
"""Phrases of up to four words whose answer is kept."""
_ARTICLES = frozenset(("the", "its", "his", "their", "her"))
_GOVERNING = frozenset(("government", "administration", "cabinet"))


def noun_referent(
    paragraph: Paragraph, token: Token, seen: Sequence[Naming], ledger: Ledger
) -> tuple[Entity | None, int, Form]:
    """The entity for which a noun stands with the first token of its phrase: the last one so called, or None."""
    doc = paragraph.doc
    holder, opening = holder_at_home(paragraph, token.i, seen, ledger)
    if holder is not None:
        return holder, opening, Form.NOUN
    beside = token.i + 1 < len(doc) and doc[token.i + 1].pos_ in ("NOUN", "PROPN") and doc[token.i + 1].dep_ != "appos"
    title = title_before(doc, token.i + 1)
    start = title[0] if title else _organ_start(token)
    if start is None or _has_owner(token):
        return _worded(paragraph, token, seen)
    if beside:
        speaker = doc[token.i + 1].lemma_.lower() in titles() or doc[token.i + 1].lower_ in words("unnamed", "people")
        if title or not speaker or doc[token.i].lower_ not in heads():
            return None, token.i, Form.NOUN
        return _organ_here(paragraph, token, seen, ledger, start), start, Form.NOUN
    article = doc[start - 1].lower_ if start else ""
    bare = token.lower_ in ("authorities", "police", "prosecutors") or paragraph.kind is SectionKind.HEADLINE
    if not (bare or article in _ARTICLES):
        return None, token.i, Form.NOUN
    begin = start - 1 if article in _ARTICLES else start
    if article in _ARTICLES and article != "the" and not title:
        return _owned_by_pronoun(paragraph, start, token, ledger), begin, Form.NOUN
    definite = _definite(paragraph, token, seen, ledger, start)
    return (definite, begin, Form.NOUN) if definite is not None else _worded(paragraph, token, seen)


def _worded(paragraph: Paragraph, token: Token, seen: Sequence[Naming]) -> tuple[Entity | None, int, Form]:
    """'the head of the delegation' and 'the fund': whoever is known under such words."""
    if not token.i or token.nbor(-1).lower_ != "the":
        return None, token.i, Form.NOUN
    head = head_of_delegation(paragraph, token.i, seen)
    alone = not _has_owner(token) and token.dep_ not in ("compound", "amod", "nmod") and token.pos_ == "NOUN"
    return head or (bearer_of_word(paragraph, token.i, seen) if alone else None), token.i - 1, Form.NOUN


def _definite(paragraph: Paragraph, token: Token, seen: Sequence[Naming], ledger: Ledger, start: int) -> Entity | None:
    """The holder of an office, the armed group, the outlet or the organ meant by a definite noun."""
    title = title_before(paragraph.doc, token.i + 1)
    if title and token.tag_ in ("NN", "NNP"):
        persons = (n.entity for n in reversed(seen) if n.entity.kind is EntityKind.PERSON)
        holder = next((person for person in persons if _holds(person, title[1])), None)
        if holder:
            return holder
    if token.lower_ in words("bodies", "groups") or heads().get(token.lower_) == "REB":
        return _last_of(paragraph, seen, EntityKind.GROUP, "")
    if token.lower_ == "force" and start == token.i:
        return _last_force(paragraph, seen)
    if token.lower_ in words("bodies", "outlets"):
        return _last_of(paragraph, seen, EntityKind.ORGANISATION, "MED")
    return _organ_here(paragraph, token, seen, ledger, start)


def _organ_here(
    paragraph: Paragraph, token: Token, seen: Sequence[Naming], ledger: Ledger, start: int
) -> Entity | None:
    """The organ so called before; in a headline the first one below; where none is, that of the report's home."""
    printed = paragraph.doc[start : token.i + 1].text
    said = canonical(printed).casefold()
    if paragraph.kind is SectionKind.HEADLINE:
        below = [n for n in ledger.all() if n.paragraph.index > paragraph.index and _is_organ(n, said)]
        near = [n.entity for n in below if n.paragraph.index == below[0].paragraph.index]
        if near:
            return near[0] if len({e.id for e in near}) == 1 else None
    elif (own := _army(paragraph, token, ledger, start)) is not None:
        return own
    elif any(_is_organ(n, said) for n in seen):
        return _organ(paragraph, token, seen, said)
    owner = at_home(ledger, paragraph, start)
    return organ(owner, printed, ledger) if owner and heads_code(printed) not in ("", "REB", "OPP") else None


def _army(paragraph: Paragraph, token: Token, ledger: Ledger, start: int) -> Entity | None:
    """The army of the report's civil war, unless another country leads the sentence up to there."""
    printed = paragraph.doc[start : token.i + 1].text
    if ledger.army is None or not is_plain_army(printed):
        return None
    before = ledger.within(paragraph, token.sent.start, start)
    abroad = any(n.is_nation and n.entity.country != ledger.army.country for n in before)
    return None if abroad else organ(ledger.army, printed, ledger)


def _is_organ(naming: Naming, said: str) -> bool:
    entity = naming.entity
    return entity.kind in _BODIES and bool(entity.role) and _same_organ(said, entity.role.casefold())


def _owned_by_pronoun(paragraph: Paragraph, start: int, token: Token, ledger: Ledger) -> Entity | None:
    """'its army', 'her government': the organ of the country or group, or of the person's country, that it means."""
    naming = ledger.at(paragraph, start - 1)
    owner = naming.entity if naming else None
    printed = paragraph.doc[start : token.i + 1].text
    if owner and owner.kind is EntityKind.PERSON:
        owner = ledger.listed(owner.side) if owner.side and token.lower_ in _GOVERNING else None
    if owner is None or owner.kind not in (EntityKind.COUNTRY, EntityKind.GROUP) or not heads_code(printed):
        return None
    return organ(owner, printed, ledger)


def _organ(paragraph: Paragraph, token: Token, seen: Sequence[Naming], said: str) -> Entity | None:
    """The last organ so called; from further back only the one of the report, and no other country's sentence."""
    fitting = [n for n in seen if _is_organ(n, said)]
    if not fitting:
        return None
    latest = [n for n in fitting if n.sentence == fitting[-1].sentence]
    last = next((n for n in latest if n.leads), fitting[-1])
    if len({n.entity.id for n in latest}) > 1 and not last.leads:
        return None
    since = [n for n in seen if n.order > last.order and n.is_nation and n.leads]
    moved_on = any(n.entity.country != last.entity.country for n in since)
    compound = token.dep_ == "compound"
    if moved_on and (compound or paragraph.index > last.paragraph.index):
        return None
    if paragraph.index - last.paragraph.index <= 1:
        return last.entity
    here = (n for n in seen if n.sentence == (paragraph.index, token.sent.start) and n.is_nation)
    others = any(n.entity.country != last.entity.country for n in here)
    alone = len({n.entity.id for n in fitting}) == 1
    near = paragraph.index - last.paragraph.index <= _ORGAN_REACH
    return last.entity if not others and (alone or near) else None


def _last_of(paragraph: Paragraph, seen: Sequence[Naming], kind: EntityKind, code: str) -> Entity | None:
    near = (n for n in reversed(seen) if paragraph.index - n.paragraph.index <= _ORGAN_REACH)
    return next((n.entity for n in near if n.entity.kind is kind and n.entity.code.endswith(code)), None)


def _last_force(paragraph: Paragraph, seen: Sequence[Naming]) -> Entity | None:
    """The armed group or body under arms that leads the last sentence led by a body, when it is near."""
    near = [n for n in seen if paragraph.index - n.paragraph.index <= 1 and n.leads]
    last = next((n.entity for n in reversed(near) if n.entity.kind in _BODIES), None)
    if last is None or last.kind is EntityKind.COUNTRY:
        return None
    return last if last.kind is EntityKind.GROUP or last.code.endswith(("MIL", "COP", "IGO")) or not last.code else None


def _organ_start(token: Token) -> int | None:
    """First token of the organ's own words that end here, or None where no organ's head stands."""
    doc, end = token.doc, token.i + 1
    first = max(0, end - 4)
    if doc.lower[token.i] not in _organ_ends() and "defence" not in doc.cut(first, end).lower():
        return None
    return next((i for i in range(first, end) if _organ_words(doc.cut(i, end).lower())), None)


@cache
def _organ_ends() -> frozenset[str]:
    """Everything with which an organ's own words can end, but for the spelling of "defence"."""
    known = {*heads(), *canonicals(), *words("bodies", "groups", "outlets"), "force"}
    return frozenset(name[i:] for name in known for i in range(len(name)))


@lru_cache(maxsize=_PHRASES)
def _organ_words(text: str) -> bool:
    if text in words("bodies", "groups", "outlets") or text == "force":
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
