"""What the trained tagger adds to the rules of speech, and which of their acts it takes back."""

from collections.abc import Iterator, Sequence

from dragoman.extract.acts import Act
from dragoman.extract.contents import joined
from dragoman.extract.cue_words import is_strict, manner_of
from dragoman.extract.quotes import Stretch
from dragoman.extract.scene import Scene, printed
from dragoman.extract.sources import voice_at
from dragoman.model.attribution import Manner, VoiceKind
from dragoman.model.marked import Ascribed, Pieces
from dragoman.text.lexicon import words
from dragoman.text.page import Page
from dragoman.text.parse import Token

_FIGURES = frozenset(("put", "accord", "according", "cite", "citing", "quote", "quoting"))
SURE = 5.0
"""Log odds of a cue from which the tagger may add a voice that the rules did not find."""


def added(scene: Scene, acts: Sequence[Act]) -> Iterator[Act]:
    """Acts of speech of which the tagger is sure, whose verb is one of speech and whose source can speak."""
    for one in scene.found.ascribed:
        here = scene.paragraph.start <= one.head < scene.paragraph.end
        if not here or one.score < SURE or not one.marked.source:
            continue
        verb = scene.paragraph.tokens(one.head, one.head + 1)[0]
        if not _finite(verb):
            continue
        act = _act(scene, one, verb)
        if act is not None and not any(_known(other, act) for other in acts):
            yield act


def _finite(verb: Token) -> bool:
    """Whether a verb of speech stands in a tense of its own, and denies nothing: "has not said" tells nothing."""
    spoken = verb.pos_ == "VERB" and is_strict(verb) and verb.tag_ in ("VBD", "VBZ", "VBP", "VBN")
    return spoken and not any(c.dep_ in ("neg", "auxpass") for c in verb.children)


def _act(scene: Scene, one: Ascribed, verb: Token) -> Act | None:
    source = _tokens(scene, one.marked.source)
    content = joined(tuple(t.i for t in _tokens(scene, one.marked.content)), scene.paragraph.doc)
    doc = scene.paragraph.doc
    spans = [scene.page.words(scene.paragraph, doc[start:end]) for start, end in content]
    if not source or not any(t.pos_ in ("VERB", "AUX") for start, end in content for t in doc[start:end]):
        return None
    head = scene.paragraph.doc[source[0].i : source[-1].i + 1].root
    voice = voice_at(scene, head, strict=True)
    if voice is None:
        return None
    return Act(
        scene.paragraph, voice, printed(scene, head), scene.page.words(scene.paragraph, verb), spans, manner_of(verb)
    )


def _tokens(scene: Scene, pieces: Pieces) -> list[Token]:
    return [token for start, end in pieces for token in scene.paragraph.tokens(start, end)]


def _known(other: Act, act: Act) -> bool:
    """Whether another act has this cue, or these words without the cue around them."""
    if other.cue and act.cue and other.cue.overlaps(act.cue):
        return True
    around = act.cue is not None and other.holds(act.cue.start, act.cue.end)
    return not around and any(s.overlaps(t) for s in other.content for t in act.content)


def doubted(page: Page, act: Act, ascribed: Sequence[Ascribed], quoted: Sequence[Stretch]) -> bool:
    """Whether indirect words are given to somebody by a doubtful cue that the tagger takes for none.

    Only words of speech and thought are doubted, and never a verb that only a speaker can have or that puts a figure.
    Of cues inside quotation marks the tagger says nothing; where it never ran, nothing is doubted.
    """
    if not ascribed or act.cue is None or act.stretches or act.voice.kind is VoiceKind.HEARSAY:
        return False
    if act.manner not in (Manner.SPEECH, Manner.ATTITUDE) or not act.cue.exact[0].isalpha():
        return False
    cue = act.cue
    certain = words("cues", "strict", "revising") | _FIGURES
    if any(stretch.holds(cue.start) for stretch in quoted) or any(
        t.lemma_.lower() in certain for t in page.tokens(cue)
    ):
        return False
    return not any(start < cue.end and cue.start < end for one in ascribed for start, end in one.marked.cue)
