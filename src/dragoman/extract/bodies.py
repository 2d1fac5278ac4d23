"""Organs of states and parties, and other organisations: "X's Defense Ministry", "the X army"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from dragoman.extract.datelines import dateline_end
from dragoman.extract.home import at_home
from dragoman.extract.naming import Ledger, Naming
from dragoman.model.entity import Entity, EntityKind, Form
from dragoman.text.gazetteer import entity_id
from dragoman.text.lexicon import load, words
from dragoman.text.page import Page, Paragraph
from dragoman.text.parse import Doc, Token

_WHENCE = frozenset(("from", "near", "outside", "around", "at", "in"))


@cache
def heads() -> dict[str, str]:
    """PLOVER role by organ head ("ministry": GOV), lower case."""
    lists = load("bodies")
    return {head: code for code, entries in lists.items() if code.isupper() for head in entries}


@cache
def _longest_first() -> tuple[str, ...]:
    return tuple(sorted(heads(), key=len, reverse=True))


@cache
def _any_head() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, _longest_first()))})\b")


def _head_in(text: str) -> str:
    """The longest organ's head that stands in a name, or ''."""
    return max(_any_head().findall(text), key=len, default="")


def enter_organs(page: Page, ledger: Ledger) -> None:
    """Enter the organs that stand with their owner."""
    for paragraph in page.paragraphs:
        for start, end in _organs(paragraph.doc):
            naming = _owned(paragraph, start, end, ledger)
            if naming:
                ledger.add(naming)


def enter_organisations(page: Page, ledger: Ledger) -> None:
    """Enter what else the tagger calls an organisation."""
    for paragraph in page.paragraphs:
        for start, end in _others(paragraph, ledger):
            ledger.add(organisation(paragraph, start, end, ledger))


def _organs(doc: Doc) -> Iterator[tuple[int, int]]:
    """Start and end of each organ's own words ("Defense Ministry", "Ministry of Foreign Affairs", "air force")."""
    done = 0
    for index, word in enumerate(doc.lower):
        if index < done or word not in _head_openings():
            continue
        end = _head_end(doc, index)
        if end:
            start = index
            while start and _is_part(doc[start - 1]):
                start -= 1
            done = _of_field(doc, end)
            yield start, done


def _head_end(doc: Doc, start: int) -> int:
    """End of the longest organ head that begins here, or 0."""
    for end in range(min(len(doc), start + 4), start, -1):
        if doc.cut(start, end).lower() in heads() and doc[end - 1].pos_ in ("NOUN", "PROPN", "ADJ"):
            return end
    return 0


@cache
def _head_openings() -> frozenset[str]:
    """Everything with which an organ's head can begin."""
    return frozenset(head[:i] for head in heads() for i in range(1, len(head) + 1))


def _is_part(token: Token) -> bool:
    return token.lower_ in words("bodies", "parts") and token.pos_ in ("NOUN", "PROPN", "ADJ")


def _of_field(doc: Doc, end: int) -> int:
    """End of 'of Foreign Affairs' or 'of Defence' after 'Ministry'."""
    if (
        end + 1 < len(doc)
        and doc[end - 1].lower_ in ("ministry", "department", "office")
        and doc[end].lower_ in ("of", "for")
    ):
        stop = end + 1
        while stop < len(doc) and (
            _is_part(doc[stop])
            or doc[stop].text in ("Affairs", "the", "and", "Public", "Trade", "President", "Prime", "Minister")
        ):
            stop += 1
        return stop if doc[stop - 1].text[0].isupper() else end
    return end


def _owned(paragraph: Paragraph, start: int, end: int, ledger: Ledger) -> Naming | None:
    doc = paragraph.doc
    if ledger.covered(paragraph, start, end):
        return None
    left = ledger.ending_at(paragraph, _skip_adjectives(doc, start, ledger, paragraph))
    rebels = heads().get(doc[start:end].text.lower()) == "REB"
    rebels = rebels or doc[end - 1].lower_ in words("bodies", "groups")
    if left and left.entity.kind is EntityKind.GROUP and rebels:
        return Naming(paragraph, left.start, end, left.entity, Form.NAME)
    if left and left.owns and left.entity.kind in (EntityKind.COUNTRY, EntityKind.GROUP):
        return Naming(paragraph, left.start, end, organ(left.entity, doc[start:end].text, ledger), Form.NAME)
    after = end + 1
    if end < len(doc) and doc[end].lower_ == "of":
        after += doc[after].lower_ == "the" if after < len(doc) else 0
        right = ledger.starting_at(paragraph, after) if after < len(doc) else None
        if right and right.is_nation and right.form is Form.NAME:
            return Naming(paragraph, start, right.end, organ(right.entity, doc[start:end].text, ledger), Form.NAME)
    return None


def _skip_adjectives(doc: Doc, start: int, ledger: Ledger, paragraph: Paragraph) -> int:
    """Step over up to two plain adjectives between owner and organ ("Ruritania's powerful security service")."""
    for step in range(3):
        at = start - step
        if at and ledger.ending_at(paragraph, at):
            return at
        plain = at > 0 and (doc[at - 1].pos_ == "ADJ" or (doc[at - 1].tag_ == "VBG" and doc[at - 1].dep_ == "amod"))
        if not plain or doc[at - 1].text[0].isupper():
            return start
    return start


def organ(owner: Entity, printed: str, ledger: Ledger) -> Entity:
    """The organ of an owner: canonical name, role code, and the owner's side (rebels and opposition: their own)."""
    own, head = canonical(printed), printed.lower().split(" of ")[0]
    code = next((heads()[h] for h in _longest_first() if head.endswith(h)), "GOV")
    apart = code in ("REB", "OPP")
    name = _owned_name(owner, own, ledger)
    listed = next((e for form in (printed, own) for e in _listed(owner, form, ledger)), None)
    if listed:
        return replace(listed, role=own)
    kind = EntityKind.GROUP if apart else EntityKind.ORGANISATION
    return Entity(
        id=entity_id(name, kind),
        name=name,
        kind=kind,
        code=f"{owner.country}{code}" if owner.country else code,
        side=name if apart else owner.side,
        country=owner.country,
        role=own,
    )


def _listed(owner: Entity, form: str, ledger: Ledger) -> Iterator[Entity]:
    """The user's own entry for an organ of the owner, under a name with the owner's name or adjective."""
    for name in (f"{owner.name}'s {form}", f"{owner.name}’s {form}", *(f"{a} {form}" for a in owner.aliases)):
        found = ledger.listed(name)
        if found and found.kind is not EntityKind.COUNTRY and found.side == owner.side:
            yield found


def _owned_name(owner: Entity, own: str, ledger: Ledger) -> str:
    plural = own.islower() and own.endswith("s") and own not in ("emergency services",)
    adjective = ledger.adjective(owner) if plural or owner.name.endswith("s") else ""
    if adjective:
        return f"{adjective} {own}"
    return f"{owner.name}'s {own}"


@cache
def canonicals() -> dict[str, str]:
    """The one name of an organ by each of its spellings, without case."""
    return {name.casefold(): entry.split("|")[0] for entry in load("bodies")["same"] for name in entry.split("|")}


def canonical(printed: str) -> str:
    """One name for an organ's spellings ("Ministry of Defence" is "Defense Ministry")."""
    plain = printed.replace("Defence", "Defense").replace("defence", "defense")
    known = canonicals().get(printed.casefold()) or canonicals().get(plain.casefold())
    return known or plain


def _others(paragraph: Paragraph, ledger: Ledger) -> Iterator[tuple[int, int]]:
    """Organisations that the tagger sees and nothing above has named."""
    doc, done = paragraph.doc, dateline_end(paragraph)
    for ent in doc.ents:
        if ent.label_ != "ORG":
            continue
        start, end = max(ent.start, done), ent.end
        while start < end and (doc[start].lower_ in ("the", "a", "an") or not doc[start].text[0].isalnum()):
            start += 1
        while end > start and (doc[end - 1].tag_ == "POS" or not doc[end - 1].text[0].isalnum()):
            end -= 1
        if start >= end or ledger.covered(paragraph, start, end) or (_is_part(doc[start]) and end - start == 1):
            continue
        if doc[start].text[0].isupper() and doc[end - 1].pos_ == "PROPN" and not _half_a_place(doc, start, end):
            yield start, end


def _half_a_place(doc: Doc, start: int, end: int) -> bool:
    """Whether the tagger cut the first name off a place of which people come ("from Long Shelf": "Shelf")."""
    last = doc[end - 1]
    cut = end - start == 1 and start > 1 and doc[start - 1].dep_ == "compound" and doc[start - 1].head == last
    named = cut and doc[start - 1].pos_ == "PROPN" and not doc[start - 1].ent_type_
    return named and last.dep_ == "pobj" and last.head == doc[start - 2] and last.head.lower_ in _WHENCE


def organisation(paragraph: Paragraph, start: int, end: int, ledger: Ledger) -> Naming:
    """The naming of an organisation by the tokens `[start, end)`: its kind, code and side by the words of its name."""
    doc = paragraph.doc
    owner = (
        ledger.covered(paragraph, start, start + 1)
        or start < 2
        or doc[start - 1].tag_ != "POS"
        or doc[start - 2].pos_ != "PROPN"
    )
    text = doc[start:end].text if owner else f"{doc[start - 2].text}'s {doc[start:end].text}"
    start = start if owner else start - 2
    owners = [n.entity for n in ledger.within(paragraph, start, end) if n.is_nation]
    known = unowned_organ(paragraph, start, text, ledger) if owner else None
    if known:
        return Naming(paragraph, start, end, known, Form.NAME)
    head = _head_in(text.lower())
    own_army = is_force(text) or _called_armed(doc, start)
    state = owners[0] if owners and len({o.id for o in owners}) == 1 and head else None
    code = f"{state.country}{heads()[head]}" if state else ""
    kind = EntityKind.GROUP if own_army and not state else EntityKind.ORGANISATION
    entity = Entity(
        id=entity_id(text, kind),
        name=text,
        kind=kind,
        code="REB" if own_army and not state else code,
        side=state.side if state else (text if own_army else ""),
        country=state.country if state else "",
        role=canonical(text) if head and (state or _is_bare(text)) else "",
    )
    return Naming(paragraph, start, end, entity, Form.ACRONYM if text.isupper() else Form.NAME)


def _called_armed(doc: Doc, start: int) -> bool:
    """'the rebel X', 'the armed group X': what stands before a name says that it is an armed group's."""
    before = doc[start - 1] if start else None
    if before is None or before.pos_ not in ("NOUN", "ADJ", "PROPN"):
        return False
    group = before.lower_ in words("bodies", "groups") and start > 1
    telling = doc[start - 2] if group else before
    return heads().get(f"{telling.lower_}s") == "REB" or telling.lower_ in words("bodies", "armed_words")


def is_force(text: str) -> bool:
    """Whether a proper name is that of an armed group ("X Liberation Front", "Y Resistance Army")."""
    said = text.lower().split()
    armed = said[-1] in words("bodies", "force_heads") and bool(set(said) & words("bodies", "force_parts"))
    return armed and len(said) > 1


def _is_bare(text: str) -> bool:
    """Whether a name is an organ's own words and no more ("Defence Ministry"), so that its owner is left open."""
    said = text.lower().split()
    return any(
        " ".join(said[i:]) in heads() and all(word in words("bodies", "parts") for word in said[:i])
        for i in range(len(said))
    )


def unowned_organ(paragraph: Paragraph, start: int, text: str, ledger: Ledger) -> Entity | None:
    """Whose 'the Defence Ministry' is: the only one so called in the report, else that of the report's home."""
    if not _is_bare(text):
        return None
    role = canonical(text).casefold()
    same = {n.entity.id: n.entity for n in ledger.all() if n.entity.role and n.entity.role.casefold() == role}
    named = [e for e in same.values() if e.kind is not EntityKind.PERSON]
    if named:
        return named[0] if len(named) == 1 else None
    owner = at_home(ledger, paragraph, start)
    return organ(owner, text, ledger) if owner and heads_code(text) not in ("REB", "OPP") else None


def heads_code(text: str) -> str:
    """The PLOVER role of the organ's head with which these words end, or ''."""
    return next((heads()[h] for h in _longest_first() if text.lower().endswith(h)), "")
