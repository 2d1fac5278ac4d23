"""Cues that are no verb with its subject: according to, citing, a claim that, what X called."""

from dragoman.extract.contents import content_of, runs, time_after
from dragoman.extract.cue_words import Cue, is_cue, is_strict
from dragoman.extract.subjects import addressee_of
from dragoman.model.attribution import Manner
from dragoman.text.parse import Token

SOURCED = frozenset(("according", "citing", "quoting"))
_WHAT_REACH = 16


def sourced_phrase(token: Token) -> Cue | None:
    """'according to X', 'citing X': the source is the object, the content the clause around."""
    source = _object(token)
    if source is None:
        return None
    own = {t for tag in token.sent if tag.lower_ in SOURCED and tag != token.sent.root for t in tag.subtree}
    if token.lower_ in ("citing", "quoting"):
        if token.tag_ != "VBG":
            return None
        main = _clause(token)
        inner = content_of(main) if main is not None and is_cue(main) else []
        content = inner or (list(main.subtree) if main is not None else [])
        return Cue(token, source, runs([t for t in content if t not in own], token, own), Manner.SPEECH, strict=False)
    main = _clause(token)
    content = list(main.subtree) if main is not None else _behind(token, source)
    content = _reminder(token) or content
    return Cue(token, source, runs([t for t in content if t not in own], token, own), Manner.SPEECH, strict=False)


def _reminder(token: Token) -> list[Token]:
    """Of 'A did B, a day after C did D, according to X' what X tells: the clause behind the last comma."""
    doc, begin = token.doc, token.sent.start
    commas = [i for i in range(begin, token.i) if doc[i].text == ","]
    if len(commas) < 2 or commas[-1] != token.i - 1 or not time_after(doc, commas[-2] + 1, token.i):
        return []
    after = next(t.i for t in doc[commas[-2] + 1 : token.i] if t.lower_ in ("after", "before"))
    told = doc[after + 1 : token.i - 1]
    return list(told) if any(t.pos_ in ("VERB", "AUX") for t in told) else []


def _behind(token: Token, source: Token) -> list[Token]:
    """What follows 'According to X,' at the head of a sentence that the parse leaves without a main verb."""
    comma = next((t for t in token.sent if t.text == "," and t.i > source.i), None)
    if comma is None or token.i > token.sent.start + 1:
        return []
    return list(token.doc[comma.i + 1 : token.sent.end])


def _object(token: Token) -> Token | None:
    if token.lower_ == "according":
        to = next((c for c in token.children if c.lower_ == "to"), None)
        if to is None:
            following = token.nbor(1) if token.i + 1 < len(token.doc) else None
            to = following if following is not None and following.lower_ == "to" else None
        return next((c for c in to.children if c.dep_ in ("pobj", "pcomp")), None) if to is not None else None
    return next((c for c in token.children if c.dep_ in ("pobj", "dobj")), None)


def _clause(token: Token) -> Token | None:
    """The nearest verb above that has a subject, or the sentence's root."""
    apart = token.i > token.sent.start and token.nbor(-1).text == ","
    for ancestor in token.ancestors:
        if apart and ancestor.dep_ in ("advcl", "relcl", "ccomp", "xcomp", "acl", "pcomp", "prep"):
            continue  # set off by a comma, it tells of the whole sentence
        if ancestor.pos_ in ("VERB", "AUX") and any(
            c.dep_ in ("nsubj", "nsubjpass", "expl") for c in ancestor.children
        ):
            return ancestor if ancestor.dep_ != "relcl" else _clause(ancestor)
    root = token.sent.root
    return root if root != token else None


def owned_noun(noun: Token) -> Cue | None:
    """'X's claim that ...': the owner is the source."""
    clause = next(
        (
            c
            for c in noun.children
            if c.dep_ in ("acl", "ccomp", "relcl") and any(m.lower_ == "that" and m.dep_ == "mark" for m in c.children)
        ),
        None,
    )
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    if owner is None:
        by = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ in ("by", "from", "of")), None)
        owner = next((o for o in by.children if o.dep_ == "pobj"), None) if by is not None else None
    if clause is None or owner is None:
        return None
    return Cue(noun, owner, runs(list(clause.subtree), noun, set()), Manner.SPEECH, strict=False)


def by_count(noun: Token) -> Cue | None:
    """'..., by X's count': X is the source of the clause around."""
    by = noun.head
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    verb = next((t for t in by.ancestors if t.pos_ in ("VERB", "AUX")), None)
    if by.lower_ != "by" or by.dep_ not in ("prep", "agent") or owner is None or verb is None:
        return None
    own = set(by.subtree)
    before = by.nbor(-1) if by.i > noun.sent.start else None
    if before is not None and before.like_num:
        return Cue(noun, owner, runs([before], noun, own), Manner.SPEECH, strict=True)
    if before is not None and before.text != ",":
        return None
    return Cue(noun, owner, runs([t for t in verb.subtree if t not in own], noun, own), Manner.SPEECH, strict=True)


def free_relative(what: Token) -> Cue | None:
    """'what X called a Y', 'what X said was a Y': the label, up to the next stop, is what X says."""
    doc, end = what.doc, min(what.sent.end, what.i + _WHAT_REACH)
    verb = next((t for t in doc[what.i + 1 : end] if t.pos_ in ("VERB", "AUX") or t.text in (",", ";")), None)
    if verb is None or verb.i == what.i + 1 or not is_cue(verb):
        return None
    stop = next((t.i for t in doc[verb.i : what.sent.end] if t.text in (",", ";", "—", "–")), what.sent.end)
    opening = next(
        (t.i + 1 for t in doc[verb.i + 1 : stop] if t.lower_ in ("was", "were", "is", "are", "as", "be")), None
    )
    if opening is None and not any(c.dep_ in ("oprd", "dobj", "ccomp") and c.i > verb.i for c in verb.children):
        return None
    label = list(doc[opening or verb.i + 1 : stop])
    return Cue(
        verb,
        doc[what.i + 1 : verb.i].root,
        runs(label, verb, set()),
        Manner.SPEECH,
        strict=is_strict(verb),
        addressee=addressee_of(verb),
    )
