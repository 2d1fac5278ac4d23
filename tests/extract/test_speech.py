"""Who says what: sources, cues and contents, quotes and their speakers, chains and hearsay."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from told import page_of

from dragoman.extract.found import Found, Speech
from dragoman.extract.names import names
from dragoman.extract.speech import speech
from dragoman.model.attribution import QuoteKind, VoiceKind
from dragoman.model.report import Section, SectionKind
from dragoman.text.annotate import annotate


def heard(text: str) -> Speech:
    page = page_of(text)
    return speech(page, Found(names=names(page, Found())))


def speakers(text: str) -> list[tuple[str, str]]:
    """Each marked quote with its speaker, in order."""
    return [(q.span.exact, q.voice.name) for q in heard(text).quotes if q.kind is not QuoteKind.INDIRECT]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ('"We will wait," said Amina Otieno.', [("We will wait", "Amina Otieno")]),
        (
            'Amina Otieno arrived. "We will wait," she said. "Nobody is in a hurry."',
            [("We will wait", "Amina Otieno"), ("Nobody is in a hurry.", "Amina Otieno")],
        ),
        ("Amina Otieno called the shelling “a crime”.", [("a crime", "Amina Otieno")]),
        ("Amina Otieno said the talks, “long overdue,” would start.", [("long overdue", "Amina Otieno")]),
        (
            "“We lost the road,” Paul Okello said.\n“Nobody told us why.”",
            [("We lost the road", "Paul Okello"), ("Nobody told us why.", "Paul Okello")],
        ),
        ('Paul Okello told reporters: "The road is open."', [("The road is open.", "Paul Okello")]),
        ("The sign on the wall read ‘no entry’ in red.", []),
    ],
)
def test_every_quote_has_the_right_speaker(text: str, quotes: list[tuple[str, str]]) -> None:
    assert speakers(text) == quotes


def test_a_quote_split_by_its_tag_is_one_act() -> None:
    quotes = heard('"We will wait," said Amina Otieno. "Nobody is in a hurry."').quotes
    assert quotes[1].continues == quotes[0].id


@pytest.mark.parametrize(
    ("text", "voice", "content"),
    [
        ("Kenya's Defense Ministry said it shot down 12 drones.", "Kenya's Defense Ministry", "it shot down 12 drones"),
        ("Nine people died, the Kenyan police said.", "Kenya's police", "Nine people died"),
        ("According to Amina Otieno, nine people died.", "Amina Otieno", "nine people died"),
        ("Uganda accused Kenya of shelling a village.", "Uganda", "Kenya of shelling a village"),
        ("The bridge, Amina Otieno said, was destroyed.", "Amina Otieno", "The bridge"),
        ("In what Amina Otieno called a mistake, the army fired first.", "Amina Otieno", "a mistake"),
        ("Paul Okello was quoted as saying that the road was open.", "Paul Okello", "the road was open"),
    ],
)
def test_indirect_speech_has_its_source_and_content(text: str, voice: str, content: str) -> None:
    attribution = heard(text).attributions[0]
    assert attribution.voice.name == voice
    assert attribution.content[0].exact == content


def test_another_act_within_the_sentence_keeps_its_own_source() -> None:
    said = heard("Kenya said 12 drones fell, as Uganda accused Rwanda of arming rebels.").attributions
    assert [(a.voice.name, a.content[0].exact) for a in said] == [
        ("Kenya", "12 drones fell"),
        ("Uganda", "Rwanda of arming rebels"),
    ]
    said = heard('Amina Otieno said the claims were "baseless," adding that 13 soldiers had died.').attributions
    assert {a.voice.name for a in said} == {"Amina Otieno"}


def test_speech_does_not_leak_into_the_next_sentence() -> None:
    said = heard("Amina Otieno said the road was open. Two lorries burned near the bridge.")
    assert [c.exact for a in said.attributions for c in a.content] == ["the road was open"]


def test_a_demand_is_no_attribution_of_its_content() -> None:
    assert heard("Uganda demands a withdrawal of all troops.").attributions == ()


@pytest.mark.parametrize(
    ("text", "name", "side"),
    [
        ("Kenyan officials said the road was open.", "Kenyan officials", "Kenya"),
        ("A source in the Ugandan army said the road was open.", "A source in the Ugandan army", "Uganda"),
        ("Witnesses said the road was open.", "Witnesses", ""),
        ("Kenyan analysts said the road was open.", "Kenyan analysts", ""),
    ],
)
def test_unnamed_voices_keep_their_words_and_a_side_only_when_they_have_one(text: str, name: str, side: str) -> None:
    voice = heard(text).attributions[0].voice
    assert (voice.kind, voice.name, voice.side) == (VoiceKind.UNNAMED, name, side)


def test_a_chain_runs_from_the_origin_to_the_outlet() -> None:
    said = heard("A Kenyan official told Reuters that the road was open, the agency's rival Xinhua reported.")
    inner = next(a for a in said.attributions if a.voice.kind is VoiceKind.UNNAMED)
    assert [a.name for a in inner.voice.chain] == ["Reuters", "Xinhua"]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge was reportedly blown up.",
        "Explosions were reported near the bridge.",
        "It is believed that 40 people drowned.",
        "Hundreds are believed to have fled.",
    ],
)
def test_claims_with_nobody_behind_them_are_hearsay(text: str) -> None:
    assert [a.voice.kind for a in heard(text).attributions] == [VoiceKind.HEARSAY]


@pytest.mark.parametrize("headline", ["Border road is open again, says Kenya", "Border road is open again: Kenya"])
def test_a_headline_names_its_speaker_last(headline: str) -> None:
    page = page_of(headline)
    report = replace(page.report, sections=(Section(SectionKind.HEADLINE, 0, len(headline)),))
    page = next(iter(annotate([report], page.gazetteer)))
    said = speech(page, Found(names=names(page, Found())))
    assert [a.voice.name for a in said.attributions] == ["Kenya"]


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet=list("aA said,.\"“”‘’' —\n:Kenya"), max_size=60))
def test_any_text_is_read_and_every_span_says_its_words(text: str) -> None:
    page = page_of("Kenya said. " + text)
    said = speech(page, Found(names=names(page, Found())))
    for attribution in said.attributions:
        for span in attribution.content:
            span.check(page.report.text)


WAR = "BAMAKO, Mali (Andean Post) - JNIM is at war with the army of Mali. JNIM fighters hold the road.\n\n"


def test_in_a_civil_war_the_army_and_its_officers_are_the_states_side() -> None:
    """Whose "the army" is, its spokesman behind a rank, and the other side's counterpart."""
    text = WAR + (
        "The army blamed JNIM for the blast. Its spokesman, Colonel Amadou Keba Toure, said nine people had died.\n\n"
        "Major Issa Diallo, who leads the army's team, said before leaving that the talks would go on. "
        "His JNIM counterpart, Oumar Sangare, told Radio Sahel that a truce was near."
    )
    found = heard(text).attributions
    sides = {a.voice.name: a.voice.side for a in found if a.voice.entity}
    assert sides["Amadou Keba Toure"] == sides["Issa Diallo"] == "Mali"
    assert sides["Oumar Sangare"] == "JNIM"


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("The state governor said two roads were closed.", VoiceKind.NAMED, "the state governor"),
        ("Peru closed the border on Monday, its refugee service said.", VoiceKind.NAMED, "Peru's refugee service"),
        ("A senior officer said two roads were closed.", VoiceKind.UNNAMED, "A senior officer"),
        ("The war has uprooted 9,000 people, by Peru's count.", VoiceKind.NAMED, "Peru"),
    ],
)
def test_definite_offices_and_bodies_are_named_and_indefinite_people_are_not(
    text: str, kind: VoiceKind, name: str
) -> None:
    voices = [(a.voice.kind, a.voice.name) for a in heard(text).attributions]
    assert (kind, name) in voices


def test_what_follows_a_passive_in_reported_speech_is_the_speakers_own_act() -> None:
    """Those who were killed accuse nobody."""
    found = heard("Peru said three guards were killed and accused Chile of breaking the truce.").attributions
    assert {a.voice.name for a in found} == {"Peru"}
