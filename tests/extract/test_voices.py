"""The voice behind any words: the innermost attribution, hearsay, or the outlet."""

import pytest
from told import page_of

from dragoman.extract.found import Found
from dragoman.extract.names import names
from dragoman.extract.speech import speech
from dragoman.extract.voices import OUTLET, voice_of
from dragoman.model.attribution import Voice, VoiceKind


def behind(text: str, words: str) -> Voice:
    page = page_of(text)
    found = Found(names=names(page, Found()))
    found = Found(names=found.names, speech=speech(page, found))
    start = page.report.text.index(words)
    return voice_of(page, found, page.cut(start, start + len(words)))


@pytest.mark.parametrize(
    ("text", "words", "kind", "side"),
    [
        ("Kenya's army said 12 drones fell on the town.", "12 drones fell", VoiceKind.NAMED, "Kenya"),
        ("Two drones fell. Kenya's army said so.", "Two drones fell", VoiceKind.OUTLET, ""),
        ("The army reportedly lost 12 drones.", "lost 12 drones", VoiceKind.HEARSAY, ""),
        ("Ugandan officials say 12 drones fell.", "12 drones fell", VoiceKind.UNNAMED, "Uganda"),
        ("Kenya's army said Uganda denied that 12 drones fell.", "12 drones fell", VoiceKind.NAMED, "Uganda"),
    ],
)
def test_words_have_the_voice_of_the_innermost_attribution(text: str, words: str, kind: VoiceKind, side: str) -> None:
    voice = behind(text, words)
    assert (voice.kind, voice.side) == (kind, side)


def test_a_voice_within_another_keeps_the_other_as_its_relay() -> None:
    voice = behind("Kenya's army said Uganda denied that 12 drones fell.", "12 drones fell")
    assert [actor.name for actor in voice.chain] == ["Kenya's army"]


def test_an_agency_that_cites_a_ministry_is_a_relay() -> None:
    voice = behind("According to Reuters, citing Kenya's Defense Ministry, 12 drones fell.", "12 drones fell")
    assert (voice.name, [a.name for a in voice.chain]) == ("Kenya's Defense Ministry", ["Reuters"])


def test_a_reminder_after_what_was_said_is_the_outlets() -> None:
    text = "Kenya said talks would go on, following a swap of 50 prisoners in May."
    assert behind(text, "50 prisoners") == OUTLET
    assert behind(text, "talks would go on").name == "Kenya"
