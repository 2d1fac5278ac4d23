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


@pytest.mark.parametrize(
    ("text", "words", "name", "side"),
    [
        ("The district council said 12 drones fell.", "12 drones fell", "the district council", ""),
        ("Kenya's army closed the road. The army said 12 drones fell.", "12 drones fell", "Kenya's army", "Kenya"),
        ("A doctor at the Saudi Hospital said 12 people died.", "12 people died", "a doctor at the Saudi Hospital", ""),
        ("A woman who gave her name as Amina said 12 drones fell.", "12 drones fell", "Amina", ""),
        (
            "Kenya's president, Paul Okello, left. His office said 12 drones fell.",
            "12 drones fell",
            "Paul Okello's office",
            "Kenya",
        ),
        (
            "Two people died, four of them drivers, Amina Otieno, the governor of Turkana, told reporters.",
            "Two people died",
            "Amina Otieno",
            "",
        ),
        ("A spokesman for Kenya's army denied it. He said 12 drones fell.", "12 drones fell", "Kenya's army", "Kenya"),
        ("The governor puts the toll at 12, the police at 9.", "9", "the police", ""),
    ],
)
def test_a_body_an_office_and_a_private_person_are_named_voices(text: str, words: str, name: str, side: str) -> None:
    voice = behind(text, words)
    assert (voice.name.casefold(), voice.side) == (name.casefold(), side)


def test_rival_forces_of_one_country_are_never_one_side() -> None:
    text = "Sudan's army said 12 drones fell. The Rapid Support Forces said 9 trucks burned. The group denied a raid."
    assert behind(text, "12 drones fell").side == "Sudan"
    assert behind(text, "9 trucks burned").side == "Rapid Support Forces (RSF)"
    assert behind(text, "a raid").side == "Rapid Support Forces (RSF)"


def test_a_possessive_in_a_tag_is_not_the_one_that_is_accused() -> None:
    text = "Kenya's army denied the raid. Uganda “broke its word”, its spokesman, Paul Okello, said."
    assert behind(text, "broke its word").side in ("", "Kenya")


def test_what_nobody_has_said_is_nobodys() -> None:
    assert behind("Neither government has said that 12 drones fell.", "12 drones fell") == OUTLET
    assert behind("Kenya has not confirmed that 12 drones fell.", "12 drones fell") == OUTLET


def test_a_paper_that_passes_on_an_account_is_a_relay() -> None:
    text = "A Kenyan officer told Reuters that 12 drones fell, the Lakeside Gazette reported."
    voice = behind(text, text[: text.index(", the Lakeside")])
    assert (voice.kind, voice.side, voice.chain[0].name) == (VoiceKind.UNNAMED, "Kenya", "Reuters")
