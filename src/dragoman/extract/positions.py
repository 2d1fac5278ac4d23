"""What parties want: stances on the issues of peace talks, with who voices them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from dragoman.extract.bearers import Bearers
from dragoman.extract.clauses import clause_of, trimmed, up_to
from dragoman.extract.found import Extractor, Found
from dragoman.extract.goals import goal_items
from dragoman.extract.grammar import governors, subject
from dragoman.extract.issues import issue_of, issues_in
from dragoman.extract.stance_contents import StanceCue
from dragoman.extract.stance_parties import Parties, side_name
from dragoman.extract.stances import stance_cues
from dragoman.extract.voices import voice_of
from dragoman.extract.warfare import actor_of
from dragoman.model.attribution import VoiceKind
from dragoman.model.entity import Actor, Entity
from dragoman.model.ids import content_id
from dragoman.model.position import PositionMention, Stance
from dragoman.model.span import Span
from dragoman.text.lexicon import words
from dragoman.text.page import Page, Paragraph
from dragoman.text.parse import Token, Words

_OLD = timedelta(days=365)
_PARTING = frozenset({",", ";", "—", "–", "--"})
_RELATIVE = frozenset({"which", "who", "that", "where", "whose"})
_BRINGING = ("on", "condition", "provided", "providing", "assuming")
_OTHER = "other"
_OTHERS = "draft-texts"


@dataclass(slots=True)
class _Recent:
    """The issues told last in a paragraph, to which "the request" and "those terms" point."""

    issues: list[str] = field(default_factory=list)
    named: list[str] = field(default_factory=list)

    @property
    def last(self) -> str | None:
        """The issue of the last stance told, else the one named last."""
        return next(iter((*self.issues[-1:], *self.named[-1:])), None)


@dataclass(frozen=True, slots=True)
class _Wish:
    """One thing wanted: the words and their issue."""

    cue: StanceCue
    issue: str
    words: tuple[Token, ...]
    aside: bool = False
    """Whether it is told beside the main matter, as what must come first or later."""


def positions(page: Page, found: Found) -> tuple[PositionMention, ...]:
    """Every stance of a party on an issue that the report tells, in order of the text."""
    mentions: dict[str, PositionMention] = {}
    for paragraph in page.paragraphs:
        parties, recent = Parties(page, found, paragraph), _Recent()
        for sentence in paragraph.doc.sents:
            for mention in _of_sentence(page, found, paragraph, sentence, parties, recent):
                mentions.setdefault(mention.id, mention)
        for party, content in goal_items(page, found, paragraph, parties.bearers):
            for goal in _goal(page, found, party, content):
                mentions.setdefault(goal.id, goal)
    return tuple(sorted(mentions.values(), key=lambda m: (m.span.start, m.span.end, m.issue, m.id)))


def _of_sentence(
    page: Page, found: Found, paragraph: Paragraph, sentence: Words, parties: Parties, recent: _Recent
) -> Iterator[PositionMention]:
    for cue in stance_cues(sentence):
        sides = _holders(cue, parties)
        if not sides or not _counts(cue, sides, parties) or _long_past(page, found, cue.token):
            continue
        for wish in _wanted(cue, recent):
            if not wish.aside:
                recent.issues.append(wish.issue)
            for party in sides:
                yield _mention(page, found, paragraph, party, wish)
    named = [issue for _, issue, _ in issues_in(sentence)]
    recent.named += named[-1:]


def _counts(cue: StanceCue, sides: Sequence[Entity], parties: Parties) -> bool:
    """Whether the words are those of the party, where only they count, and what must be done is for another to do."""
    if cue.own:
        return parties.speaks_for(cue.token, sides)
    if cue.by_voice and cue.to is not None:
        asked = {side_name(side) for side in parties.sides(cue.to)}
        return cue.to.lower_ not in ("i", "we", "you") and not asked & {side_name(side) for side in sides}
    return True


def _long_past(page: Page, found: Found, cue: Token) -> bool:
    """Whether it is told of a time long before the report ("signed a truce in 2019"): what was wanted is history."""
    day = page.report.published.day
    own = {t for c in cue.children if c.dep_ in ("prep", "npadvmod", "advmod") for t in (c, *c.children)}
    ends = {t.interval.end for t in found.times if t.relation == "at" and any(w in own for w in page.tokens(t.span))}
    here = {end for end in ends if end is not None}
    return day is not None and bool(here) and date.fromisoformat(max(here)) < date.fromisoformat(day) - _OLD


def _holders(cue: StanceCue, parties: Parties) -> tuple[Entity, ...]:
    if cue.by_voice:
        return parties.voice(cue.token)
    if cue.holder is not None:
        return parties.sides(cue.holder)
    return parties.of(parties.bearers.owners(cue.token)) if cue.owned else ()


def _wanted(cue: StanceCue, recent: _Recent) -> Iterator[_Wish]:
    """What is wanted, piece by piece; pieces of no issue are left out."""
    for content in cue.contents:
        own = _tokens(content, cue)
        if cue.listed and content.pos_ != "VERB":
            for piece in _pieces(own):
                issue = issue_of(piece)
                if issue is not None:
                    yield _Wish(cue, issue, tuple(piece))
            continue
        issue = _plain_issue(own) if cue.by_voice else _issue(content, cue, recent)
        urged = _under_threat(cue)
        about = urged or issue
        if about is not None and own:
            yield _Wish(cue, about, tuple(own))
        yield from _order(content, cue, issue)
        yield from _bargained(cue)


def _under_threat(cue: StanceCue) -> str | None:
    """What a threat is to bring about: "threatened to publish it unless they sign up to monitors"."""
    if cue.stance is not Stance.THREATENS:
        return None
    below = (t for content in cue.contents for t in (*content.children, *cue.token.children))
    clause = next((t for t in below if any(c.dep_ == "mark" and c.lower_ == "unless" for c in t.children)), None)
    return issue_of(clause.subtree) if clause is not None else None


def _bargained(cue: StanceCue) -> Iterator[_Wish]:
    """What a party asks for its consent: "would pull back if they stopped the bombing" demands an end to it."""
    clause = cue.conditions
    if cue.stance is not Stance.ACCEPTS_WITH_CONDITIONS or clause is None or clause.pos_ not in ("VERB", "AUX"):
        return
    own = [t for t in clause.subtree if t.dep_ != "mark"]
    issue, other = _plain_issue(own), subject(clause)
    if issue is not None and other is not None and other.pos_ != "PRON":
        yield _Wish(replace(cue, stance=Stance.DEMANDS, conditions=None, own=False), issue, tuple(own), aside=True)


def _plain_issue(tokens: Sequence[Token]) -> str | None:
    return next((issue for _, issue, weak in issues_in(tokens) if not weak), None)


def _order(content: Token, cue: StanceCue, issue: str | None) -> Iterator[_Wish]:
    """What must come first: "no truce before they leave" demands that they leave; "leave before a truce" defers it."""
    other = {Stance.DEMANDS: Stance.ACCEPTS_WITH_CONDITIONS, Stance.REJECTS: Stance.DEMANDS}.get(cue.stance)
    late = next((t for t in content.subtree if _comes_before(t)), None)
    if other is None or late is None or issue is None:
        return
    own = [t for t in late.subtree if t.lower_ not in words("stances", "first_marks")]
    then = _plain_issue(own) or issue_of(own)
    if then is not None and then != issue and own:
        conditions = content if other is Stance.ACCEPTS_WITH_CONDITIONS else None
        yield _Wish(replace(cue, stance=other, conditions=conditions), then, tuple(own), aside=True)


def _comes_before(token: Token) -> bool:
    """Whether a clause or noun stands after "before", "until" or "unless"."""
    marks = words("stances", "first_marks")
    if token.dep_ == "advcl":
        return any(c.dep_ == "mark" and c.lower_ in marks for c in token.children)
    return token.dep_ == "pobj" and token.head.lower_ in ("before", "until") and token.ent_type_ not in ("DATE", "TIME")


def _pieces(tokens: list[Token]) -> Iterator[list[Token]]:
    """The items of an enumeration, parted at commas, dashes and joining words; relative clauses left out."""
    piece: list[Token] = []
    for token in tokens:
        joining = token.lower_ == "plus" or (token.dep_ == "cc" and token.head.pos_ in ("NOUN", "PROPN"))
        if token.text in _PARTING or joining:
            if piece and piece[0].lower_ not in _RELATIVE:
                yield piece
            piece = []
        else:
            piece.append(token)
    if piece and piece[0].lower_ not in _RELATIVE:
        yield piece


def _issue(content: Token, cue: StanceCue, recent: _Recent) -> str | None:
    """The issue of the content's words, or of what was told before where they only point back."""
    own = _tokens(content, cue)
    if _theirs(content):
        return _OTHERS
    if content.lemma_.lower() in words("stances", "pointing") and _points(content):
        named = issue_of(t for t in own if t != content)
        itself = issue_of(own)
        return named or recent.last or (itself if itself != _OTHER else None)
    named = issue_of(own)
    backward = any(t.lower_ in ("it", "them", "this", "that", "so", "those") and t.pos_ == "PRON" for t in own)
    bare = content == cue.token and (
        cue.stance is Stance.UNDECIDED or cue.token.lemma_ in words("stances", "answering")
    )
    if named is None and (bare or backward) and not cue.own:
        return recent.last
    return named


def _points(content: Token) -> bool:
    if content.pos_ == "PRON" or any(c.dep_ in ("acl", "relcl") for c in content.children):
        return True
    return any(c.lower_ in words("stances", "pointing_marks") for c in content.children)


def _theirs(content: Token) -> bool:
    """Whether it is the other side's papers: "Moscow's positions", "the rebels' proposal"."""
    owned = any(c.dep_ == "poss" and c.pos_ in ("PROPN", "NOUN") for c in content.children)
    return (
        owned and content.lemma_.lower() in words("stances", "theirs") and issue_of(content.subtree) in (None, _OTHERS)
    )


def _tokens(content: Token, cue: StanceCue) -> list[Token]:
    """The words of one content without those of what is joined to it or of conditions."""
    others = {c for c in cue.contents if c != content}
    if cue.conditions is not None:
        others |= {cue.conditions, *(w for w in governors(cue.conditions) if w.lower_ in _BRINGING)}
    others |= {t for t in content.subtree if t != content and (_comes_before(t) or _apart(t, content))}
    others |= {c for c in content.children if c.dep_ in ("relcl", "acl") and cue.token in c.subtree}
    held = {cue.token} if content != cue.token else set()
    out = []
    for token in content.subtree:
        if not any(a in others for a in (token, *up_to(token, content))) and token not in held:
            out.append(token)
    return out


def _apart(token: Token, content: Token) -> bool:
    """Whether the word heads what is beside the matter: the subject of what is to be done, an attribution, a reason."""
    if token.head != content or content.pos_ not in ("VERB", "AUX"):
        return False
    reason = token.dep_ == "advcl" and any(
        c.dep_ == "mark" and c.lower_ in ("because", "as", "since") for c in token.children
    )
    return (
        token.dep_ in ("parataxis", "cc", "punct", "mark") or reason or (token.dep_ == "conj" and token.pos_ == "VERB")
    )


def _mention(page: Page, found: Found, paragraph: Paragraph, party: Entity, wish: _Wish) -> PositionMention:
    cue, own, issue = wish.cue, wish.words, wish.issue
    span = clause_of(page, paragraph, cue.token)
    what = trimmed(page, paragraph, own[0], own[-1])
    to = Bearers(page, found, paragraph).who(cue.to) if cue.to is not None else ()
    return PositionMention(
        id=content_id("pm", page.report.id, what.start, what.end, party.name, issue, cue.stance),
        span=span if span.covers(what) else _around(page, span, what),
        party=actor_of(party),
        issue=issue,
        stance=cue.stance,
        content=what,
        conditions=clause_of(page, paragraph, cue.conditions) if cue.conditions is not None else None,
        voice=voice_of(page, found, page.words(paragraph, cue.token)),
        to=_actor(to, party),
        proposal=cue.stance is Stance.OFFERS,
    )


def _around(page: Page, one: Span, other: Span) -> Span:
    return page.cut(min(one.start, other.start), max(one.end, other.end))


def _actor(entities: Sequence[Entity], party: Entity) -> Actor | None:
    return next((e.actor for e in entities if e.id != party.id), None)


def _goal(page: Page, found: Found, party: Entity, content: Span) -> Iterator[PositionMention]:
    """One item of a list of aims in a party's own words."""
    issue = issue_of(page.tokens(content))
    voice = voice_of(page, found, content)
    if issue is None or voice.kind is not VoiceKind.NAMED:
        return
    yield PositionMention(
        id=content_id("pm", page.report.id, content.start, content.end, party.name, issue, Stance.DEMANDS),
        span=content,
        party=actor_of(party),
        issue=issue,
        stance=Stance.DEMANDS,
        content=content,
        conditions=None,
        voice=voice,
    )


POSITIONS = Extractor("positions", "1", needs=("names", "times", "speech"), yields="positions", run=positions)
