"""What the tagger adds to the rules of speech and what it takes back, and phenomena of attribution end to end."""

from dataclasses import replace

import pytest
from told import page_of

from dragoman.extract.ascriptions import ascriptions
from dragoman.extract.found import Found
from dragoman.extract.names import NAMES
from dragoman.extract.scene import Scene
from dragoman.extract.seconded import added
from dragoman.extract.speech import speech
from dragoman.model.attribution import VoiceKind
from dragoman.model.marked import Ascribed, Marked
from dragoman.text.page import Page


def _found(page: Page) -> Found:
    found = Found()
    names = NAMES.run(page, found)
    found = replace(found, names=names)
    return replace(found, ascribed=ascriptions(page, found))


def _said(text: str) -> list[tuple[str, str]]:
    page = page_of(text)
    return [(a.voice.name, " … ".join(s.exact for s in a.content)) for a in speech(page, _found(page)).attributions]


TEXT = "Ilse Dran said the bridge would open. Tovin Hale coughed loudly about the weather."


def _mark(text: str, source: str, cue: str, content: str, score: float) -> Ascribed:
    def at(words: str) -> tuple[tuple[int, int], ...]:
        return ((text.index(words), text.index(words) + len(words)),)

    return Ascribed(Marked(at(source), at(cue), at(content)), text.index(cue), score)


def test_a_sure_cue_of_speech_that_the_rules_missed_is_added() -> None:
    page = page_of(TEXT)
    mark = _mark(TEXT, "Ilse Dran", "said", "the bridge would open", 8.0)
    found = replace(_found(page), ascribed=(mark,))
    scene = Scene(page, found, page.paragraphs[0])
    (act,) = added(scene, [])
    assert (act.voice.name, act.voice.kind) == ("Ilse Dran", VoiceKind.NAMED)
    assert [span.exact for span in act.content] == ["the bridge would open"]
    assert list(added(scene, [act])) == []


@pytest.mark.parametrize(
    ("source", "cue", "content", "score"),
    [
        ("Ilse Dran", "said", "the bridge would open", 3.0),  # not sure enough
        ("Tovin Hale", "coughed", "about the weather", 9.0),  # no verb of speech
        ("the bridge", "said", "would open", 9.0),  # no one who speaks
        ("Ilse Dran", "said", "the bridge", 9.0),  # nothing told
    ],
)
def test_what_is_unsure_or_no_speech_is_not_added(source: str, cue: str, content: str, score: float) -> None:
    page = page_of(TEXT)
    found = replace(_found(page), ascribed=(_mark(TEXT, source, cue, content, score),))
    assert list(added(Scene(page, found, page.paragraphs[0]), [])) == []


def test_a_doubtful_cue_needs_the_assent_of_the_tagger_and_a_verb_of_speech_does_not() -> None:
    text = "Karsk signalled that the canal would close. Mirel Aduna said that it would not."
    page = page_of(text)
    found = replace(_found(page), ascribed=())
    acts = {a.cue.exact: a for a in speech(page, found).attributions if a.cue}
    assert {"signalled", "said"} <= set(acts)
    elsewhere = (Ascribed(Marked((), ((0, 5),), ((6, 10),)), 0, 9.0),)
    kept = {a.cue.exact for a in speech(page, replace(found, ascribed=elsewhere)).attributions if a.cue}
    assert kept == {"said"}


def test_where_the_tagger_never_ran_nothing_is_doubted() -> None:
    page = page_of(TEXT)
    found = replace(_found(page), ascribed=())
    (first, *_) = speech(page, found).attributions
    assert first.voice.name == "Ilse Dran"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Mirel Aduna said the mediators had told both sides to wait.",
            [("Mirel Aduna", "the mediators had told both sides to wait")],
        ),
        (
            "Two officials said the bridge at Tolm had been mined.",
            [("Two officials", "the bridge at Tolm had been mined")],
        ),
        ("The so-called “corridor of calm” was empty by nightfall.", []),
        ("Lorries stood on both banks, and the customs house was shut.", []),
    ],
)
def test_phenomena(text: str, said: list[tuple[str, str]]) -> None:
    found = _said(text)
    for one in said:
        assert one in found
    assert said or found == []


def test_a_quotation_that_goes_on_in_the_next_paragraph_keeps_its_speaker() -> None:
    text = "“We came with a map,” Mirel Aduna said. “They came with a shovel.\n\n“There was nothing to fold.”"
    found = _said(text)
    assert {voice for voice, _ in found} == {"Mirel Aduna"}
    assert any("nothing to fold" in content for _, content in found)
