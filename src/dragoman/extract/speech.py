"""Who says what: attributions with their voices and chains, and every quote with its speaker."""

import re
from collections.abc import Iterator
from dataclasses import replace

from dragoman.extract.acts import MAJORITY, Act, innermost
from dragoman.extract.cue_words import Cue
from dragoman.extract.cues import cues
from dragoman.extract.datelines import dateline_end
from dragoman.extract.found import Extractor, Found, Speech
from dragoman.extract.headlines import headline_acts
from dragoman.extract.hearsay import hearsay
from dragoman.extract.quotes import Stretch, is_sentence, stretches
from dragoman.extract.reference import entities_at, mention_at
from dragoman.extract.scene import Scene, is_outlet, is_own_name, printed
from dragoman.extract.seconded import added, doubted
from dragoman.extract.shortforms import quoted_tokens
from dragoman.extract.sources import voice_at
from dragoman.extract.subjects import interviewer, quoting
from dragoman.extract.tags import Tagger
from dragoman.model.attribution import Attribution, Manner, Quote, QuoteKind, Voice, VoiceKind
from dragoman.model.entity import Actor, EntityKind
from dragoman.model.ids import content_id
from dragoman.model.report import SectionKind
from dragoman.model.span import Span
from dragoman.text.page import Page, Paragraph
from dragoman.text.parse import Token


def speech(page: Page, found: Found) -> Speech:
    """Read cues and quotes into acts, nest them, and hand them out as attributions and quotes."""
    acts = [act for paragraph in page.paragraphs for act in _acts(Scene(page, found, paragraph))]
    _place_quotes(page, found, acts)
    quoted = stretches(page)
    sound = (a for a in acts if a.content and not doubted(page, a, found.ascribed, quoted))
    acts = sorted(sound, key=lambda a: (a.begins, a.size))
    voices = {id(act): _with_chain(act, acts) for act in acts}
    voices |= {id(outer): voices[id(inner)] for outer, inner in _passed_on(found, acts)}
    made = [(act, _attribution(page, act, voices[id(act)])) for act in acts]
    return Speech(tuple(attribution for _, attribution in made), tuple(_quotes(page, made)))


def _acts(scene: Scene) -> list[Act]:
    quoted = quoted_tokens(scene.paragraph.doc)
    sound = (c for c in cues(scene.paragraph.doc) if not _mixed_up(c, quoted))
    found = [act for cue in sound if (act := _act(scene, cue))]
    told = list(headline_acts(scene))
    found = [a for a in found if not any(s.overlaps(t) for b in told for s in a.content for t in b.content)] + told
    for token, ranges in hearsay(scene.paragraph.doc):
        cue = scene.page.words(scene.paragraph, token)
        content = _spans(scene.page, scene.paragraph, ranges)
        if content:
            found.append(Act(scene.paragraph, Voice(VoiceKind.HEARSAY), None, cue, content))
    return [*found, *added(scene, found)]


def _mixed_up(cue: Cue, quoted: frozenset[int]) -> bool:
    """Whether the parse took words of the quotation for the speaker of a cue outside it."""
    return cue.source is not None and cue.source.i in quoted and cue.token.i not in quoted


def _spans(page: Page, paragraph: Paragraph, ranges: tuple[tuple[int, int], ...]) -> list[Span]:
    """The runs as spans, without the report's dateline."""
    first = dateline_end(paragraph)
    return [page.words(paragraph, paragraph.doc[max(first, start) : end]) for start, end in ranges if end > first]


def _act(scene: Scene, cue: Cue) -> Act | None:
    source = _past_dateline(scene, cue)
    voice = voice_at(scene, source, strict=cue.strict) if source is not None else None
    if source is None or voice is None:
        return None
    return Act(
        paragraph=scene.paragraph,
        voice=voice,
        source=printed(scene, source),
        cue=scene.page.words(scene.paragraph, cue.token),
        content=_spans(scene.page, scene.paragraph, cue.content),
        manner=cue.manner,
        addressee=_actor(scene, cue.addressee),
        relays=_relays(scene, cue),
    )


def _past_dateline(scene: Scene, cue: Cue) -> Token | None:
    """The source; where the parse took the dateline for it, the first noun phrase behind the dash."""
    first, source = dateline_end(scene.paragraph), cue.source
    if source is None or source.i >= first:
        return source
    inner = ("compound", "det", "amod", "poss", "nummod", "punct", "case")
    behind = scene.paragraph.doc[first : cue.token.i]
    return next((t for t in behind if t.pos_ in ("PROPN", "NOUN", "PRON") and t.dep_ not in inner), None)


def _actor(scene: Scene, token: Token | None) -> Actor | None:
    entities = entities_at(scene.page, scene.found, scene.paragraph, token) if token is not None else ()
    return entities[0].actor if entities else None


def _relays(scene: Scene, cue: Cue) -> tuple[Actor, ...]:
    """The outlet of others to which something was told, when it is not the one that publishes."""
    for token in (cue.addressee, interviewer(cue.token), quoting(cue.source)):
        for entity in entities_at(scene.page, scene.found, scene.paragraph, token) if token is not None else ():
            media = entity.code.endswith("MED") or (entity.kind is EntityKind.ORGANISATION and not entity.code)
            if media and not is_outlet(scene, entity):
                return (entity.actor,)
        if token is not None and _unlisted_outlet(scene, token):
            return (Actor(None, printed(scene, token).exact),)
    return ()


def _unlisted_outlet(scene: Scene, token: Token) -> bool:
    """Whether an organisation that nothing names is told something, outside quotation marks."""
    quoted = token.i in quoted_tokens(token.doc)
    named = mention_at(scene.found, scene.paragraph, token)
    return token.ent_type_ == "ORG" and not quoted and not named and not is_own_name(scene, token.text)


def _place_quotes(page: Page, found: Found, acts: list[Act]) -> None:
    """Give each quoted stretch to an act, whole stretches last to first claim over the parse's guess."""
    every = stretches(page)
    for stretch in every:
        tagger = Tagger(Scene(page, found, stretch.paragraph), every, acts)
        act = tagger.place(stretch) or _told_below(page, acts, stretch)
        if act is not None:
            span = page.cut(stretch.start, stretch.end)
            if is_sentence(page, stretch):
                act.content = [part for s in act.content for part in _from_quote(page, s, stretch)]
            inside = [s for s in act.content if not span.covers(s)]
            if not any(s.covers(span) for s in inside):
                act.content = sorted(
                    [*(s for s in inside if not s.overlaps(span)), *_around(page, inside, stretch), span]
                )
            act.stretches.append(stretch)


def _told_below(page: Page, acts: list[Act], stretch: Stretch) -> Act | None:
    """A headline's quoted words that nobody is given for there: whoever says them in the body."""
    if stretch.paragraph.kind is not SectionKind.HEADLINE:
        return None
    text, said = page.report.text, page.report.text[stretch.start : stretch.end]
    for match in re.finditer(rf"\b{re.escape(said)}\b", text[stretch.paragraph.end :], re.IGNORECASE):
        begin, end = (stretch.paragraph.end + at for at in match.span())
        body = innermost([a for a in acts if a.paragraph.kind is SectionKind.BODY and a.speaks], begin, end)
        if body is not None:
            act = Act(stretch.paragraph, body.voice, None, None, [], relays=body.relays)
            acts.append(act)
            return act
    return None


def _from_quote(page: Page, span: Span, stretch: Stretch) -> list[Span]:
    """A content without a sentence of its own ahead of the quotation, which the parse ran into it."""
    before = page.report.text[span.start : stretch.outer_start].rstrip() if span.end > stretch.outer_start else ""
    if not before or before[-1] not in ".!?":
        return [span]
    end = stretch.end if span.end <= stretch.outer_end else span.end
    return [page.cut(stretch.start, end)] if end > stretch.start else []


def _around(page: Page, spans: list[Span], stretch: Stretch) -> list[Span]:
    """What of overlapping spans lies outside the marks."""
    kept: list[Span] = []
    for span in spans:
        if span.start < stretch.outer_end and stretch.outer_start < span.end:
            if span.start < stretch.outer_start:
                kept.append(page.cut(span.start, stretch.outer_start))
            if span.end > stretch.outer_end:
                kept.append(page.cut(stretch.outer_end, span.end))
    return [s for s in kept if s.exact.strip(" ,.;:—–-")]


def _with_chain(act: Act, acts: list[Act]) -> Voice:
    """The voice with its relays: those it was told to, then the voices within whose content it stands."""
    chain = list(act.relays)
    anchor = act.cue or act.source
    outer = [
        a
        for a in acts
        if a is not act
        and anchor
        and a.holds(anchor.start, anchor.end)
        and a.size > act.size
        and a.voice.kind is not VoiceKind.HEARSAY
    ]
    outer += [a for a in acts if a is not act and _cites(a, act)]
    for relay in sorted(outer, key=lambda a: (a.size, a.begins)):
        actor = Actor(relay.voice.entity, relay.voice.name)
        chain += [actor, *relay.relays]
    unique = {a.name: a for a in reversed(chain) if a.name and a.name != act.voice.name}
    return replace(act.voice, chain=tuple(reversed(unique.values())))


def _passed_on(found: Found, acts: list[Act]) -> Iterator[tuple[Act, Act]]:
    """Acts of an outlet that only pass on one told inside them ("A told B that ..., the C reported"), with that one."""
    media = {e.id for e in found.names.entities if e.code.endswith("MED")}
    known = {e.id for e in found.names.entities if e.kind is EntityKind.ORGANISATION and not e.code}
    for outer in acts:
        reported = outer.cue is not None and outer.cue.exact.lower().startswith("report")
        if outer.voice.entity not in media and not (outer.voice.entity in known and reported):
            continue
        inside = [a for a in acts if a is not outer and a.speaks and a.cue and outer.holds(a.cue.start, a.cue.end)]
        main = next((a for a in inside if _extent(a) > MAJORITY * _extent(outer, whole=False)), None)
        if main is not None:
            yield outer, main


def _extent(act: Act, *, whole: bool = True) -> int:
    """Characters from an act's first word (or, not `whole`, its content's first) to its content's last."""
    return max(s.end for s in act.content) - (act.begins if whole else min(s.start for s in act.content))


def _cites(outer: Act, inner: Act) -> bool:
    """'AGENCY reported ..., citing X': both hold the same words, and X is the origin."""
    if not (inner.cue and inner.cue.exact.lower() in ("citing", "quoting") and inner.speaks and outer.speaks):
        return False
    same = outer.paragraph is inner.paragraph and outer.cue is not None and outer.cue.start < inner.cue.start
    return same and any(s.overlaps(t) for s in outer.content for t in inner.content)


def _attribution(page: Page, act: Act, voice: Voice) -> Attribution:
    first = act.cue or act.content[0]
    key = content_id("a", page.report.id, "attribution", first.start, first.end, act.content[0].start)
    return Attribution(key, act.source, act.cue, tuple(act.content), voice, act.manner, act.addressee)


def _quotes(page: Page, made: list[tuple[Act, Attribution]]) -> list[Quote]:
    found: list[Quote] = []
    for act, attribution in made:
        previous: Quote | None = None
        for stretch in sorted(act.stretches, key=lambda s: s.start):
            span = page.cut(stretch.start, stretch.end)
            kind = QuoteKind.DIRECT if is_sentence(page, stretch) else QuoteKind.MIXED
            previous = _quote(span, kind, attribution, previous.id if previous else _carried(act, found))
            found.append(previous)
        if (
            not act.stretches
            and act.speaks
            and act.manner in (Manner.SPEECH, Manner.DENIAL, Manner.FORECAST, Manner.PLAN)
        ):
            found.append(_quote(attribution.content[0], QuoteKind.INDIRECT, attribution, None))
    return sorted(found, key=lambda q: (q.span.start, q.span.end))


def _carried(act: Act, found: list[Quote]) -> str | None:
    """The last quote of the paragraph before, for an act that goes on without a tag."""
    if act.cue is not None:
        return None
    earlier = [
        q
        for q in found
        if q.span.start < act.begins and q.voice.name == act.voice.name and q.kind is not QuoteKind.INDIRECT
    ]
    return earlier[-1].id if earlier else None


def _quote(span: Span, kind: QuoteKind, attribution: Attribution, continues: str | None) -> Quote:
    key = content_id("q", span.report, kind, span.start, span.end)
    return Quote(key, span, kind, attribution.voice, attribution.id, continues)


SPEECH = Extractor("speech", "1", needs=("names",), yields="speech", run=speech)
