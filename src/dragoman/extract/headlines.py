"""Attribution in headlines, which the parser reads badly: "Talks failed: Moscow", "Talks failed, says UN"."""

from collections.abc import Iterator

from dragoman.extract.acts import Act
from dragoman.extract.cue_words import is_cue, is_strict
from dragoman.extract.scene import Scene, printed
from dragoman.extract.sources import voice_at
from dragoman.model.attribution import Voice, VoiceKind
from dragoman.model.report import SectionKind
from dragoman.text.lexicon import words
from dragoman.text.parse import Words

_LEAST, _LONGEST = 3, 6
"""Words that a headline's content must have, and that its speaker may have."""


def headline_acts(scene: Scene) -> Iterator[Act]:
    """The acts told by a headline's colon, dash or closing tag; a country before a colon is a topic, not a speaker."""
    if scene.paragraph.kind is SectionKind.BODY:
        return
    for part in _parts(scene):
        act = _colon(scene, part) or _closing_tag(scene, part)
        if act:
            yield act


def _parts(scene: Scene) -> Iterator[Words]:
    doc, start = scene.paragraph.doc, 0
    for token in doc:
        if token.text == ";":
            yield doc[start : token.i]
            start = token.i + 1
    yield doc[start:]


def _colon(scene: Scene, part: Words) -> Act | None:
    doc, page, paragraph = scene.paragraph.doc, scene.page, scene.paragraph
    dashes = ("-", "–", "—")
    marks = [
        t
        for t in part
        if t.text == ":" or (t.text in dashes and t.i > part.start and t.whitespace_ and doc[t.i - 1].whitespace_)
    ]
    if len(marks) != 1:
        return None
    before, after = doc[part.start : marks[0].i], doc[marks[0].i + 1 : part.end]
    for speaker, content in ((after, before), (before, after)):
        if len(content) < _LEAST or not 0 < len(speaker) <= _LONGEST or any(t.pos_ in ("VERB", "AUX") for t in speaker):
            continue
        voice = voice_at(scene, speaker.root, strict=False)
        if voice and not (speaker is before and _is_topic(scene, voice)) and _can_speak(speaker, voice):
            cue = page.words(paragraph, marks[0])
            return Act(paragraph, voice, printed(scene, speaker.root), cue, [page.words(paragraph, content)])
    return None


def _can_speak(speaker: Words, voice: Voice) -> bool:
    return bool(voice.entity) or speaker.root.lower_ in words("unnamed", "people")


def _closing_tag(scene: Scene, part: Words) -> Act | None:
    """'..., says X' and '..., X says' at the end of a headline's part."""
    doc, page, paragraph = scene.paragraph.doc, scene.page, scene.paragraph
    comma = next((t for t in reversed(part) if t.text == ","), None)
    if comma is None or comma.i - part.start < _LEAST or not 1 < part.end - comma.i - 1 <= _LONGEST + 1:
        return None
    marks = ("'", '"', "''")
    tag = doc[comma.i + 1 + (doc[comma.i + 1].text in marks) : part.end]
    cue = next((t for t in (tag[0], tag[-1]) if is_cue(t) and is_strict(t)), None)
    if cue is None:
        return None
    speaker = doc[tag.start + 1 : tag.end] if cue == tag[0] else doc[tag.start : tag.end - 1]
    root = max(speaker, key=lambda t: (t.pos_ in ("PROPN", "NOUN"), t.i))
    voice = voice_at(scene, root, strict=True)
    content = page.words(paragraph, doc[part.start : comma.i])
    return (
        Act(paragraph, voice, page.words(paragraph, speaker), page.words(paragraph, cue), [content]) if voice else None
    )


def _is_topic(scene: Scene, voice: Voice) -> bool:
    country = scene.page.gazetteer.actor(voice.name)
    return voice.kind is VoiceKind.NAMED and country is not None and country[0].id == voice.entity
