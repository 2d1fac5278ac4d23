"""Words that ascribe: for every cue the head of its source and the words that it ascribes, read off the parse."""

from collections.abc import Iterator

from dragoman.extract.closing_tags import closing, interjected
from dragoman.extract.contents import content_of, placed_figure, runs, trailing
from dragoman.extract.cue_phrases import SOURCED, by_count, free_relative, owned_noun, sourced_phrase
from dragoman.extract.cue_words import Cue, is_cue, is_strict, manner_of
from dragoman.extract.subjects import addressee_of, subject_of
from dragoman.text.lexicon import words
from dragoman.text.parse import Doc, Token

_TELLING = frozenset({"VERB", "AUX", "NOUN", "ADP", "SCONJ"})


def cues(doc: Doc) -> Iterator[Cue]:
    """Every cue of a paragraph that has a source and content of its own in the parse, in order."""
    done: set[int] = set()
    for token in doc:
        if token.lower_ == "what" and token.tag_ == "WP":
            free = free_relative(token)
            if free is not None:
                done.add(free.token.i)
                yield free
        if token.pos_ not in _TELLING:
            continue
        found = sourced_phrase(token) if token.lower_ in SOURCED and token.pos_ in ("ADP", "SCONJ", "VERB") else None
        if found is None and token.pos_ in ("VERB", "AUX") and is_cue(token) and token.i not in done:
            found = _verb(token)
        if found is None and token.pos_ == "VERB" and _puts_figure(token):
            yield from _figures(token)
        if found is None and token.pos_ == "NOUN":
            found = _noun(token)
        if found is not None and _tells(doc, found.content):
            yield found


def _noun(noun: Token) -> Cue | None:
    lemma = noun.lemma_.lower()
    owned = owned_noun(noun) if lemma in words("cues", "nouns") else None
    return by_count(noun) if owned is None and lemma in words("cues", "countings") else owned


def _tells(doc: Doc, content: tuple[tuple[int, int], ...]) -> bool:
    """Whether a content is more than a small word ("basically")."""
    small = ("ADV", "PART", "CCONJ", "SCONJ", "PUNCT", "ADP", "DET", "SPACE", "AUX")
    return any(t.pos_ not in small for start, end in content for t in doc[start:end])


def _is_idle(verb: Token) -> bool:
    """Whether a cue tells of no act: 'must realize', 'could suggest', 'does not believe' inside a wish."""
    modal = any(c.dep_ == "aux" and c.tag_ == "MD" and c.lower_ not in ("will", "'ll") for c in verb.children)
    denied = any(c.dep_ == "neg" for c in verb.children) and not words("cues", "denial") & {verb.lemma_.lower()}
    return denied or (modal and not is_strict(verb)) or verb.lemma_.lower() in words("cues", "factive")


def _verb(verb: Token) -> Cue | None:
    if _is_idle(verb):
        return None
    infinitive = verb.tag_ == "VB" and any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    if infinitive and not (verb.dep_ == "xcomp" and verb.head.lemma_.lower() in words("cues", "leading_in")):
        return None
    tag = (interjected(verb) or closing(verb)) if verb.tag_ in ("VBD", "VBZ", "VBP") else None
    if tag is not None and tag.content:
        return tag
    source = subject_of(verb)
    if source is None:
        return None
    content = content_of(verb) or trailing(verb, source)
    if not content:
        return None
    taken = set(source.subtree) if source.head == verb else {source}
    return Cue(verb, source, runs(content, verb, taken), manner_of(verb), is_strict(verb), addressee_of(verb))


def _puts_figure(verb: Token) -> bool:
    """'put the cost at', 'raised the toll to'."""
    if verb.lemma_ not in words("cues", "revising"):
        return verb.lemma_ == "put"
    thing = next((c.lemma_.lower() for c in verb.children if c.dep_ == "dobj"), "")
    return verb.lemma_ == "put" or thing in words("cues", "tolls")


def _figures(verb: Token) -> Iterator[Cue]:
    """'X puts the toll at N, Y at M': each with its own source."""
    for source, content in placed_figure(verb):
        taken = {source, *(t for t in source.subtree if t not in content)}
        yield Cue(verb, source, runs(content, verb, taken), manner_of(verb), strict=False)
