"""The sides for which a phrase speaks, also behind "the army", "his side" and "the mediators"."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from dragoman.extract.bearers import Bearers
from dragoman.extract.found import Found
from dragoman.extract.grammar import after, agent, direct_object, governors, subject
from dragoman.extract.pairs import names_both
from dragoman.extract.reference import mention_at
from dragoman.extract.warfare import Home, home_war
from dragoman.model.entity import Entity, EntityKind
from dragoman.text.lexicon import words
from dragoman.text.page import Page, Paragraph
from dragoman.text.parse import Token

_SPEAKING_SECTORS = frozenset({"", "GOV", "MIL", "SPY", "REB", "IGO", "UAF", "COP"})
_SILENT = frozenset({"MED", "NGO", "BUS"})
_SECTOR = 3
_PRONOUNS = frozenset({"it", "he", "she", "they"})
_OWN = frozenset({"its", "his", "her", "their"})
_DEPTH = 4
_SIDES = (EntityKind.COUNTRY, EntityKind.GROUP, EntityKind.ORGANISATION)
_MODIFIERS = ("amod", "compound", "nmod", "relcl", "acl", "prep")


class Parties:
    """Looks up, in one paragraph, the sides that want, refuse or promise something."""

    def __init__(self, page: Page, found: Found, paragraph: Paragraph) -> None:
        """Look in this paragraph of this page."""
        self._page, self._found, self._paragraph = page, found, paragraph
        self.bearers = Bearers(page, found, paragraph)
        self._officers: dict[str, tuple[Entity, ...]] = {}

    def sides(self, token: Token | None, depth: int = 0) -> tuple[Entity, ...]:
        """The sides for which the phrase stands, nobody where it is not plain."""
        if token is None or depth > _DEPTH:
            return ()
        own = _is_own_body(token) or token.lemma_.lower() in words("stances", "own_people")
        if own and any(c.dep_ == "poss" and c.lower_ in _OWN for c in token.children):
            speaking = self._speakers(token, depth)
            if speaking:
                return speaking
        if token.lemma_.lower() == "counterpart":
            # "His X counterpart" is of X, whoever "he" is.
            named = (e for c in token.children if c.dep_ in _MODIFIERS[:3] for e in self.bearers.named(c))
            return self.of(tuple(named))
        told = self.of(self.bearers.who(token))
        if len(told) == 1 and _is_plain_both(token):
            return self._both() or told
        joined = [side for other in token.children if other.dep_ == "conj" for side in self._meant(other, depth)]
        if told:
            return distinct((*told, *joined))
        return distinct((*self._meant(token, depth), *joined))

    def of(self, holders: Sequence[Entity]) -> tuple[Entity, ...]:
        """The sides for which the holders speak; nobody for those who hold no office."""
        sides: list[Entity] = []
        for one in holders:
            if one.kind is EntityKind.PERSON and not one.side and not _is_unofficial(one):
                if one.id not in self._officers:
                    self._officers[one.id] = _introduced(self._page, self._found, one.id)
                sides += self._officers[one.id]
            elif _speaks_for_side(one):
                sides.append(self._shown(one))
        return distinct(side for side in sides if side.kind is not EntityKind.PERSON)

    def voice(self, token: Token) -> tuple[Entity, ...]:
        """The sides in whose words the token stands."""
        told = self.of(self.bearers.voice(token))
        return told or self._speakers(token, 1)

    def speaks_for(self, token: Token, sides: Sequence[Entity]) -> bool:
        """Whether the words at the token are those of one of the sides."""
        if self.bearers.speaks_for(token, sides):
            return True
        return bool({side_name(e) for e in self._speakers(token, 1)} & {side_name(e) for e in sides})

    def _speakers(self, token: Token, depth: int) -> tuple[Entity, ...]:
        """The sides of whoever says, in the same sentence, the clause in which the token stands."""
        for said, who in _sayings(token):
            if who == token or token in who.subtree:
                continue
            if who.lower_ in _PRONOUNS:
                return self.of(self.bearers.voice(token)) or self._told_before(said, depth + 1)
            source = next(iter(after(who, "by", "from")), None)
            return self.sides(who, depth + 1) or self.sides(source, depth + 1)
        return ()

    def _told_before(self, verb: Token, depth: int) -> tuple[Entity, ...]:
        """The sides of the subject of the sentence before, for an "it" that opens a new one."""
        start = verb.sent.start
        if start == 0 or depth > _DEPTH:
            return ()
        root = verb.doc[start - 1].sent.root
        who = subject(root)
        if who is None:
            return ()
        return self._told_before(root, depth + 1) if who.lower_ in _PRONOUNS else self.sides(who, depth + 1)

    def _meant(self, token: Token, depth: int) -> tuple[Entity, ...]:
        """The sides meant by a noun that names none."""
        lemma = token.lemma_.lower()
        if token.lower_ in _PRONOUNS:
            return self._speakers(token, depth) if token.head.dep_ in ("ccomp", "conj", "advcl") else ()
        if names_both(token) or _is_plain_both(token):
            return self.of(self.bearers.two_sides()) or self._both()
        owner = next((c for c in token.children if c.dep_ == "poss" and c.lower_ not in _OWN), None)
        if owner is not None:
            return self.sides(owner, depth + 1)
        if lemma in words("stances", "mediators"):
            return _mediators(self._page, self._found)
        definite = any(c.lower_ == "the" or c.lower_ in _OWN for c in token.children) or token.tag_ == "NNS"
        return self._definite(token, depth) if definite else ()

    def _definite(self, token: Token, depth: int) -> tuple[Entity, ...]:
        """The sides meant by "the team", "the army" or "the rebels"."""
        speaking = _is_own_body(token) and not any(c.dep_ in _MODIFIERS for c in token.children)
        told = self._speakers(token, depth) if speaking else ()
        home, lemma = self._home(), token.lemma_.lower()
        foreign = any(c.dep_ in _MODIFIERS[:3] and c.ent_type_ in ("GPE", "NORP") for c in token.children)
        if told or home is None or foreign:
            return told
        if lemma in words("stances", "state_bodies"):
            return (replace(home.army, id=""),) if lemma == "general" else (home.country,)
        return (home.group,) if lemma in words("stances", "rebel_bodies") else ()

    def _both(self) -> tuple[Entity, ...]:
        """The army and the armed group that fights it, where the report tells of such a war."""
        home = self._home()
        return (*self.of((home.army,)), home.group) if home is not None else ()

    def _home(self) -> Home | None:
        return home_war(self._found.names, self._page.report.text)

    def _shown(self, holder: Entity) -> Entity:
        """The side of a holder; in a war at home the army stands for itself, as its foe does."""
        side, home = self.bearers.side_of(holder), self._home()
        if side.id == holder.id and holder.side and holder.side != holder.name:
            named = (e for e in self._found.names.entities if e.name == holder.side and e.kind in _SIDES)
            side = next(named, side)
        if home is None or side.id != home.country.id or home.army.id == home.country.id:
            return side
        soldier = bool(set(holder.role.lower().replace(".", "").split()) & words("stances", "ranks"))
        return replace(home.army, id="") if soldier or holder.code.endswith("MIL") else side


def distinct(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """Each side once, in order; an army known by its kind alone has no id."""
    return tuple({(entity.id, entity.name): entity for entity in entities}.values())


def side_name(entity: Entity) -> str:
    """The name of the side on which the entity stands."""
    return entity.side or entity.name


def _speaks_for_side(entity: Entity) -> bool:
    alone = entity.kind is EntityKind.ORGANISATION and not entity.side and 0 < len(entity.code) <= _SECTOR
    if alone or entity.kind in (EntityKind.COUNTRY, EntityKind.GROUP):
        return entity.code not in _SILENT
    sector = entity.code[3:6] if len(entity.code) > _SECTOR else ""
    return bool(entity.side) and sector in _SPEAKING_SECTORS and not _is_unofficial(entity)


def _is_unofficial(entity: Entity) -> bool:
    return bool(set(entity.role.lower().split()) & words("stances", "unofficial"))


def _is_own_body(token: Token) -> bool:
    return token.lemma_.lower() in words("stances", "own_bodies")


def _is_plain_both(token: Token) -> bool:
    """Whether a plural says by its adjective that two enemies are meant: "the warring forces"."""
    plural = token.tag_ in ("NNS", "NNPS") and token.lemma_.lower() in words("event_frames", "both_sides")
    return plural and any(c.lower_ in ("warring", "opposing", "rival") for c in token.children)


def _sayings(token: Token) -> Iterator[tuple[Token, Token]]:
    """Verbs of speech above the token, or beside it ("they will, she said"), with their subjects."""
    saying = words("stances", "speaking")
    below = token
    for above in governors(token):
        if above.lemma_.lower() in saying and below.dep_ in ("ccomp", "advcl", "xcomp", "conj", "dobj", "nsubj"):
            who = subject(above)
            if who is not None and who != below:
                yield above, who
        below = above
    for word in (token, *governors(token)):
        for beside in word.children:
            if beside.dep_ == "parataxis" and beside.lemma_.lower() in saying:
                who = subject(beside)
                if who is not None:
                    yield beside, who


@lru_cache(maxsize=8)
def _mediators(page: Page, found: Found) -> tuple[Entity, ...]:
    """Those who, the report says, host, chair or broker the talks."""
    sides: list[Entity] = []
    for paragraph in page.paragraphs:
        parties = Parties(page, found, paragraph)
        for token in paragraph.doc:
            if token.pos_ != "VERB" or token.lemma_.lower() not in words("stances", "mediating"):
                continue
            held, who = direct_object(token), agent(token)
            if held is not None and who is not None and held.lemma_.lower() in words("stances", "sittings"):
                sides += parties.of(parties.bearers.who(who))
    return distinct(side for side in sides if side.kind is not EntityKind.GROUP)


def _introduced(page: Page, found: Found, person: str) -> tuple[Entity, ...]:
    """The sides of the body of which the report, where it introduces the person, says that he or she is an officer."""
    for named in found.names.mentions:
        paragraph = page.paragraph_of(named.span) if named.entity == person else None
        if paragraph is None:
            continue
        parties = Parties(page, found, paragraph)
        for token in page.tokens(named.span):
            mention = mention_at(found, paragraph, token) if token.pos_ == "PROPN" else None
            if mention is None or mention.entity != person:
                continue
            for office in _offices(token):
                bodies = parties.bearers.who(office)
                sides = () if any(e.kind is EntityKind.PERSON for e in bodies) else parties.sides(office, 1)
                if sides:
                    return sides
    return ()


def _offices(name: Token) -> Iterator[Token]:
    """What owns the office beside a name: "the army's negotiator, X", "X, who leads the army's team"."""
    nouns = [c for c in name.children if c.dep_ == "appos"]
    if name.dep_ == "appos":
        nouns.append(name.head)
    for clause in name.children:
        leads = clause.dep_ == "relcl" and clause.lemma_ in ("lead", "head", "command")
        held = direct_object(clause) if leads else None
        nouns += [held] if held is not None else []
    for noun in nouns:
        yield from (c for c in noun.children if c.dep_ == "poss" and c.pos_ != "PRON")
        yield from after(noun, "of", "for")
