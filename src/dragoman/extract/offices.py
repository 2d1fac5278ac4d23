"""Offices beside a person's name: which role, and whose."""

from dataclasses import dataclass

from dragoman.extract.home import at_home
from dragoman.extract.naming import Ledger
from dragoman.extract.title_words import title_before, title_within, titles
from dragoman.model.entity import Entity, EntityKind
from dragoman.text.lexicon import load, words
from dragoman.text.page import Paragraph
from dragoman.text.parse import Doc

_REACH = 7
"""How many words before a title its owner may stand."""
_APPOSITION = 28
_HELPERS = ("aide", "adviser", "advisor", "assistant")


@dataclass(frozen=True, slots=True)
class Office:
    """A role as printed, its PLOVER code, whose it is, and whether it is held now."""

    role: str
    code: str
    owner: Entity | None
    former: bool = False
    guessed: bool = False
    """Whether the owner is only the country that the sentence or the report speaks of."""


def offices(paragraph: Paragraph, start: int, end: int, ledger: Ledger) -> list[Office]:
    """The offices that stand before and after the name at tokens `[start, end)`, nearest first."""
    found = [
        _before(paragraph, start, ledger),
        _under(paragraph, start, ledger),
        _led_by(paragraph, start, ledger),
        _of(paragraph, start, end, ledger),
        _leading(paragraph, end, ledger),
        *_after(paragraph, end, ledger),
    ]
    return [office for office in found if office]


def _before(paragraph: Paragraph, start: int, ledger: Ledger) -> Office | None:
    doc, edge = paragraph.doc, start
    if edge and doc[edge - 1].text in (",", "(") and doc[start].dep_ == "appos":
        edge -= 1
    elif start and doc[start - 1].text == ",":
        edge = start - 1 if _reversed_apposition(doc, start) else start
    if start and doc[start - 1].lower_ == "and" and edge == start:
        return _shared_plural(paragraph, start, ledger)
    title = title_before(doc, edge)
    if title is None:
        return _unlisted_title(paragraph, edge, ledger)
    at, role = title
    low = max(0, at - _REACH)
    owner = _owner_left(paragraph, at, low, ledger) or _within(paragraph, at, edge, ledger) or _state(ledger, role)
    left, guessed = doc[low:at], owner is None
    if owner is None and _is_state_office(role):
        owner = _neighbouring_owner(paragraph, at, ledger) or at_home(ledger, paragraph, at)
    code = _role_code(role, paragraph, low, at, ledger)
    return Office(role, code, owner, _former(left.text, near=True), guessed and owner is not None)


def _shared_plural(paragraph: Paragraph, start: int, ledger: Ledger) -> Office | None:
    """'Presidents A and B': the second shares the title and nothing else."""
    doc = paragraph.doc
    first = ledger.ending_at(paragraph, start - 1)
    if first is None or first.entity.kind is not EntityKind.PERSON or first.start == 0:
        return None
    plural = doc[first.start - 1]
    title = title_before(doc, first.start) if plural.tag_ in ("NNS", "NNPS") else None
    return Office(title[1], titles()[title[1]], None) if title else None


def _reversed_apposition(doc: Doc, start: int) -> bool:
    """'the Ruritanian president, A B, said': a noun phrase with a title just before the comma."""
    title = title_before(doc, start - 1)
    if title is None:
        return False
    opening = doc[max(0, title[0] - 4) : title[0]]
    return any(t.lower_ in ("the", "a", "an", "its", "their", "'s") or t.tag_ == "POS" for t in opening)


def _unlisted_title(paragraph: Paragraph, edge: int, ledger: Ledger) -> Office | None:
    """An adjective of a country straight before a name: 'Ruritania's A B'."""
    naming = ledger.ending_at(paragraph, edge)
    if naming and naming.is_nation and naming.end == edge and paragraph.doc[naming.end - 1].tag_ == "POS":
        return Office("", "", naming.entity)
    return None


def _owner_left(paragraph: Paragraph, at: int, low: int, ledger: Ledger) -> Entity | None:
    """The owner left of a title, with nothing between but its own modifiers: a possessive, else the nearest."""
    doc, nearest = paragraph.doc, None
    for index in range(at - 1, low - 1, -1):
        token = doc[index]
        naming = ledger.at(paragraph, index)
        if naming and "POS" in (doc[naming.end - 1].tag_, doc[naming.end].tag_):
            return naming.entity
        if naming and naming.owns:
            nearest = nearest or naming.entity
        elif naming or (
            token.pos_ not in ("ADJ", "NOUN", "PROPN", "PART", "NUM") and token.text not in ("-", "and", "'s")
        ):
            break
    return nearest


def _within(paragraph: Paragraph, start: int, end: int, ledger: Ledger) -> Entity | None:
    """The organ that is part of a title ("army spokesman"), once it is known whose army that is."""
    inside = [n.entity for n in ledger.within(paragraph, start, end) if n.entity.kind is not EntityKind.PERSON]
    return inside[0] if inside else None


def _is_state_office(role: str) -> bool:
    return any(word in role for word in ("minister", "president", "premier", "chancellor", "chief of staff"))


def _neighbouring_owner(paragraph: Paragraph, at: int, ledger: Ledger) -> Entity | None:
    """The one country whose possessives and adjectives stand earlier in the same sentence, or None."""
    begin = paragraph.doc[at].sent.start
    owners = [n.entity for n in ledger.within(paragraph, begin, at) if n.is_nation]
    owning = [n.entity for n in ledger.within(paragraph, begin, at) if n.is_nation and n.owns]
    return owning[-1] if owning and len({o.id for o in owners}) == 1 else None


def national_office(role: str) -> str:
    """The code of the one state that has an office under that name, or ''."""
    return next((code for code, entries in load("offices").items() if role in entries), "")


def _state(ledger: Ledger, role: str) -> Entity | None:
    return ledger.state(national_office(role))


def _after(paragraph: Paragraph, end: int, ledger: Ledger) -> list[Office]:
    """The offices of an apposition ("A B, an aide of C and member of D's team,")."""
    doc = paragraph.doc
    if end >= len(doc) or doc[end].text not in (",", "—", "–", "-", "--", "("):
        return []
    stop, begin, found = _close(doc, end + 1), end + 1, list[Office]()
    while (office := _apposed(paragraph, begin, stop, ledger)) is not None:
        found.append(office[0])
        conjunction = office[1]
        while conjunction < stop and doc[conjunction].lower_ != "and":
            conjunction += 1
        if conjunction >= stop:
            break
        begin = conjunction + 1
    return found


def _apposed(paragraph: Paragraph, opening: int, stop: int, ledger: Ledger) -> tuple[Office, int] | None:
    """The first office in `[opening, stop)` with the end of its title."""
    doc = paragraph.doc
    first = title_within(doc, opening, stop) if opening < stop else None
    if first is None or not _opens_apposition(doc, opening, first[0], ledger, paragraph):
        return None
    begin, close, role = first
    follower = ledger.starting_at(paragraph, close) if close < stop else None
    if (follower and follower.entity.kind is EntityKind.PERSON) or _person_like(doc, close, stop):
        return None
    owner = _owner_left(paragraph, begin, opening, ledger) or _owner_right(
        paragraph, close, stop, ledger, to=role.endswith(_HELPERS)
    )
    owner = owner or _within(paragraph, begin, close, ledger) or _state(ledger, role)
    code = _role_code(role, paragraph, opening, stop, ledger)
    return Office(role, code, owner, _former(doc[opening:begin].text, near=False)), close


def _person_like(doc: Doc, start: int, stop: int) -> bool:
    return start < stop and doc[start].ent_type_ == "PERSON"


def _close(doc: Doc, start: int) -> int:
    """Where an apposition ends: at the next comma, dash or bracket, or after its reach."""
    for index in range(start, min(len(doc), start + _APPOSITION)):
        if doc[index].text in (",", "—", "–", "--", ")", ";", '"') or doc[index].is_sent_end:
            return index
        if doc[index].text == "-" and doc[index].whitespace_ and doc[index - 1].whitespace_:
            return index
    return min(len(doc), start + _APPOSITION)


def _opens_apposition(doc: Doc, start: int, title: int, ledger: Ledger, paragraph: Paragraph) -> bool:
    """Whether only a noun phrase's own words stand between the comma and the title."""
    if doc[start].lower_ == "who":
        return title - start <= 5 and doc[start + 1].lemma_ in ("be", "serve", "lead", "head")
    for token in doc[start:title]:
        naming = ledger.of(token, paragraph)
        if (
            not naming
            and token.pos_ in ("VERB", "AUX", "ADP", "PRON", "SCONJ")
            and token.dep_ != "amod"
            and token.lower_ not in ("its", "his", "her")
        ):
            return False
    return doc[start].pos_ != "CCONJ"


def _owner_right(paragraph: Paragraph, start: int, stop: int, ledger: Ledger, *, to: bool) -> Entity | None:
    """The owner named after a title by 'of', 'in', 'at', 'for' or 'with', the first one found."""
    doc = paragraph.doc
    links = ("of", "in", "at", "for", "with", "on", "from", *(("to",) if to else ()))
    if start >= stop or doc[start].lower_ not in links:
        return None
    for naming in ledger.within(paragraph, start, stop):
        before = doc[naming.start - 1].lower_
        if before not in ("on", "against", "about") and (to or before != "to"):
            return naming.entity
    return None


def _under(paragraph: Paragraph, start: int, ledger: Ledger) -> Office | None:
    """'Ruritania, under President A B,': the country that leads the sentence owns the title."""
    doc = paragraph.doc
    title = title_before(doc, start)
    if title is None or title[0] < 2 or doc[title[0] - 1].lower_ != "under":
        return None
    edge = title[0] - 2 if doc[title[0] - 2].text == "," else title[0] - 1
    naming = ledger.ending_at(paragraph, edge)
    return Office(title[1], titles()[title[1]], naming.entity) if naming and naming.is_nation else None


def _led_by(paragraph: Paragraph, start: int, ledger: Ledger) -> Office | None:
    """'the movement, led by A B': its leader."""
    doc = paragraph.doc
    if (
        start < 3
        or doc[start - 1].lower_ != "by"
        or doc[start - 2].lower_ not in ("led", "headed", "commanded", "chaired")
    ):
        return None
    edge = start - 3 if doc[start - 3].text == "," else start - 2
    naming = ledger.ending_at(paragraph, edge)
    if naming is None or naming.entity.kind is EntityKind.PERSON:
        return None
    code = naming.entity.code
    return Office("leader", code[3:] if len(code) == 6 else "GOV", naming.entity)


def _leading(paragraph: Paragraph, end: int, ledger: Ledger) -> Office | None:
    """'A B, who leads the army's team,': the head of the people whom its owner sent."""
    doc = paragraph.doc
    if end + 3 >= len(doc) or doc[end].text not in (",", "—", "–") or doc[end + 1].lower_ != "who":
        return None
    if doc[end + 2].lemma_ not in ("lead", "head", "chair", "represent"):
        return None
    for naming in ledger.within(paragraph, end + 3, min(len(doc), end + 3 + _REACH)):
        behind = [t.lower_ for t in doc[naming.end : naming.end + 3]]
        people = any(word in words("bodies", "stand_ins") for word in behind)
        if people and naming.owns and naming.entity.kind is not EntityKind.PERSON:
            code = naming.entity.code[3:] if len(naming.entity.code) == 6 else "GOV"
            return Office("head of delegation", code, naming.entity)
    return None


def _of(paragraph: Paragraph, start: int, end: int, ledger: Ledger) -> Office | None:
    """'Gen. A B of the Ruritanian army': the organ straight after the name."""
    doc = paragraph.doc
    if end + 1 >= len(doc) or doc[end].lower_ not in ("of", "from"):
        return None
    at = end + 2 if doc[end + 1].lower_ == "the" else end + 1
    naming = ledger.starting_at(paragraph, at) or ledger.starting_at(paragraph, end + 1)
    if naming is not None and naming.is_nation:
        return _of_land(doc, start, naming.entity)
    if naming is None or naming.entity.kind not in (EntityKind.ORGANISATION, EntityKind.GROUP):
        return None
    title = title_before(doc, start)
    if title and naming.entity.code in ("IGO", "NGO"):
        return Office(title[1], titles()[title[1]], naming.entity)
    return Office("", naming.entity.code[3:] if len(naming.entity.code) == 6 else naming.entity.code, naming.entity)


def _of_land(doc: Doc, start: int, land: Entity) -> Office | None:
    """'King A of Ruritania': a title before the name and its land behind it."""
    title = title_before(doc, start)
    public = title is not None and titles()[title[1]] not in ("CVL", "MED")
    return Office(title[1], titles()[title[1]], land) if title and public else None


def _role_code(role: str, paragraph: Paragraph, start: int, end: int, ledger: Ledger) -> str:
    """The role's code; a generic title takes that of the body named beside it."""
    code = titles()[role]
    if role not in words("forms", "generic_titles"):
        return code
    text = f" {paragraph.doc[start:end].text.lower()} "
    for body_code in ("LEG", "SPY", "COP", "MIL", "JUD", "REB", "OPP"):
        if any(f" {head} " in text for head in load("bodies")[body_code]):
            return body_code
    owner = next((n.entity for n in ledger.within(paragraph, start, end) if n.entity.code), None)
    return owner.code[3:] if owner and len(owner.code) == 6 else code


def _former(text: str, *, near: bool) -> bool:
    spoken = text.lower().replace("-", " ").split()
    return any(word in words("forms", "former") for word in (spoken[-2:] if near else spoken))
