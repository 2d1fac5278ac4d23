"""What happened, who did it to whom, and what is no event."""

import pytest
from scene import scene

from dragoman.extract.senses import nouns, verbs
from dragoman.model.event import EventMention, Modality, Polarity
from dragoman.model.plover import MODES, EventType


def events_of(text: str) -> tuple[EventMention, ...]:
    return scene(text)[1].events


def brief(event: EventMention) -> tuple[str, set[str], set[str]]:
    return event.type.value, {a.name for a in event.actors}, {r.name for r in event.recipients}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Chad attacked Sudan on Monday.", ("ASSAULT", {"Chad"}, {"Sudan"})),
        ("Sudan was attacked by Chad on Monday.", ("ASSAULT", {"Chad"}, {"Sudan"})),
        ("Chad launched a drone strike on Sudan's largest air base.", ("ASSAULT", {"Chad"}, {"Sudan"})),
        ("Sudan said it shot down 12 Chadian drones overnight.", ("ASSAULT", {"Chad"}, {"Sudan"})),
        ("Kenya expelled two Ugandan diplomats.", ("SANCTION", {"Kenya"}, {"Uganda"})),
        ("Kenya imposed sanctions on Uganda.", ("COERCE", {"Kenya"}, {"Uganda"})),
        ("Kenya urged Uganda to release the hostages.", ("REQUEST", {"Kenya"}, {"Uganda"})),
        ("Kenya accused Uganda of arming rebels.", ("ACCUSE", {"Kenya"}, {"Uganda"})),
        ("Kenya told Uganda to leave the town at once.", ("REQUEST", {"Kenya"}, {"Uganda"})),
        ("Kenya shot down a Ugandan spy drone on Monday.", ("ASSAULT", {"Kenya"}, {"Uganda"})),
        ("Kenya said the mine was newly laid and recalled its ambassador.", ("SANCTION", {"Kenya"}, set())),
        ("Kenya does not recognise the border.", ("REJECT", {"Kenya"}, set())),
        ("Kenya threatened to attack Uganda.", ("THREATEN", {"Kenya"}, {"Uganda"})),
        ("Kenya rejected Uganda's proposal on Friday.", ("REJECT", {"Kenya"}, {"Uganda"})),
        ("Kenya praised Uganda for its role.", ("SUPPORT", {"Kenya"}, {"Uganda"})),
        ("Kenya provided $5 million in aid to Uganda.", ("AID", {"Kenya"}, {"Uganda"})),
        ("Talks between Kenya and Uganda resumed in Kampala.", ("CONSULT", {"Kenya", "Uganda"}, set())),
        ("Kenya and Uganda exchanged 40 prisoners on Sunday.", ("COOPERATE", {"Kenya", "Uganda"}, set())),
    ],
)
def test_type_and_parties(text: str, wanted: tuple[str, set[str], set[str]]) -> None:
    assert wanted in [brief(event) for event in events_of(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The firm struck a deal with a supplier in Kenya.",
        "The minister returned to office in January.",
        "Kenya hit a record high in coffee exports.",
        "The striker hit the post before Kenya attacked again in the match.",
        "Kenya said the weather was fine.",
        "Kenya and Uganda fight corruption.",
    ],
)
def test_idioms_and_bare_speech_are_no_events(text: str) -> None:
    assert not [e for e in events_of(text) if e.type is not EventType.REQUEST]


def test_nobody_is_made_the_actor_of_an_explosion() -> None:
    found = [e for e in events_of("Explosions were reported at two bridges in Kenya.") if e.type is EventType.ASSAULT]
    assert found
    assert all(not event.actors for event in found)


def test_the_matter_demanded_is_no_happening() -> None:
    found = events_of("Kenya demanded that Uganda withdraw its troops.")
    assert {(e.type, e.modality) for e in found} == {
        (EventType.REQUEST, Modality.HAPPENED),
        (EventType.RETREAT, Modality.DEMANDED),
    }


def test_a_refusal_told_by_not_is_a_rejection_that_happened() -> None:
    (event,) = events_of("Kenya said it would not release the prisoners.")
    assert (event.type, event.modality, event.polarity) == (EventType.REJECT, Modality.HAPPENED, Polarity.ASSERTED)


def test_bare_talks_point_back_to_the_parties_named_before() -> None:
    first, later = events_of("Talks between Kenya and Uganda began on Monday. The talks lasted an hour.")
    assert first.actors == later.actors


def test_every_span_says_its_words() -> None:
    page, found = scene("Kenya's army shelled Moyale on Monday, killing six people, Uganda said.")
    for event in found.events:
        event.trigger.check(page.report.text)
        event.clause.check(page.report.text)
        assert event.clause.covers(event.trigger)


def test_every_sense_names_a_mode_of_its_type() -> None:
    senses = [sense for table in (verbs(), nouns()) for several in table.values() for sense in several]
    assert all(not s.mode or s.mode.startswith("@") or s.mode in MODES[s.type] for s in senses)


@pytest.mark.parametrize(
    "text",
    [
        "Pro-Kenya militias attacked Uganda.",
        "Kenyan-backed fighters attacked Uganda.",
        "Kenya's rebels attacked Uganda.",
    ],
)
def test_those_only_linked_with_a_country_do_not_act_for_it(text: str) -> None:
    assert not [e for e in events_of(text) if any(actor.name == "Kenya" for actor in e.actors)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Kenya and Uganda met in Kampala. Both sides agreed to a truce.", ("AGREE", {"Kenya", "Uganda"}, set())),
        (
            "Kenya and Uganda fought. The United Nations urged both countries to stop.",
            ("REQUEST", {"United Nations"}, {"Kenya", "Uganda"}),
        ),
        (
            "NAIROBI, March 4 (Reuters) - Kenya and Uganda agreed to free 30 prisoners each.",
            ("AGREE", {"Kenya", "Uganda"}, set()),
        ),
        ("Kenya said it would not leave Moyale.", ("REJECT", {"Kenya"}, set())),
        ("Kenya said it would retaliate.", ("THREATEN", {"Kenya"}, set())),
        ("Kenya no longer demands reparations.", ("CONCEDE", {"Kenya"}, set())),
        ("Kenya is ready to meet Uganda.", ("AGREE", {"Kenya"}, {"Uganda"})),
        ("Kenya received a letter from Uganda.", ("CONSULT", {"Uganda"}, {"Kenya"})),
    ],
)
def test_what_is_declared_and_by_both(text: str, wanted: tuple[str, set[str], set[str]]) -> None:
    """Declarations count as what they declare, and "both sides" are the two named side by side."""
    assert wanted in [brief(event) for event in events_of(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya accused the coalition of killing 60 civilians.",
        '"Stop shelling the town," Kenya told Uganda.',
        "Kenya said 40 percent of Uganda's aircraft were destroyed.",
        "Will Kenya attack Uganda?",
        "Kenya insists it will stay in Uganda.",
        "Kenya warned of a new attack by Uganda.",
    ],
)
def test_what_is_only_alleged_ordered_asked_or_foreseen_is_no_deed(text: str) -> None:
    """Who accuses, orders, asks or warns has not done it."""
    assert not [
        e
        for e in events_of(text)
        if e.type in (EventType.ASSAULT, EventType.THREATEN)
        and e.modality is Modality.HAPPENED
        and any(a.name == "Kenya" for a in e.actors)
    ]


def test_victims_told_as_a_result_belong_to_the_attack() -> None:
    (event,) = [
        e for e in events_of("Kenyan guns shelled a camp, killing six Ugandans.") if e.type is EventType.ASSAULT
    ]
    assert brief(event) == ("ASSAULT", {"Kenya"}, {"Uganda"})


_WAR_AT_HOME = "Colombia's army fought the ELN on Monday. ELN rebels shelled a post, and the ELN lost a camp. "


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The army accused the rebels of looting.", ("ACCUSE", {"Colombia's army"}, {"ELN"})),
        ("Army warplanes bombed the rebels on Friday.", ("ASSAULT", {"Colombia's army"}, {"ELN"})),
        ("The rebels want the army to leave the valley.", ("REQUEST", {"ELN"}, {"Colombia's army"})),
        ("Each side accused the other of lying.", ("ACCUSE", {"Colombia's army", "ELN"}, set())),
        ("Each side said the other had fired first.", ("ACCUSE", {"Colombia's army", "ELN"}, set())),
        ("The ELN said it was the army that had broken the truce.", ("ACCUSE", {"ELN"}, {"Colombia's army"})),
        ("Kenya appealed to both sides to stop the fighting.", ("REQUEST", {"Kenya"}, {"Colombia's army", "ELN"})),
    ],
)
def test_in_a_war_at_home_the_army_and_the_rebels_are_known(text: str, wanted: tuple[str, set[str], set[str]]) -> None:
    assert wanted in [brief(event) for event in events_of(_WAR_AT_HOME + text)]


def test_a_refusal_that_there_will_be_anything_is_by_who_says_it() -> None:
    found = events_of('"There will be no talks with Uganda," Kenya\'s government said.')
    refusals = [e for e in found if e.type is EventType.REJECT]
    assert len(refusals) == 1
    assert (refusals[0].polarity, refusals[0].modality) == (Polarity.ASSERTED, Modality.HAPPENED)
    assert any("Kenya" in actor.name for actor in refusals[0].actors)


def test_what_another_is_accused_of_is_no_deed_of_the_accuser() -> None:
    found = events_of("Kenya accused Uganda of shelling a camp, killing nine people.")
    assert not [e for e in found if e.type is EventType.ASSAULT and any(a.name == "Kenya" for a in e.actors)]


def test_an_attack_by_nobody_named_on_people_is_told() -> None:
    found = events_of("Shells fell on a displacement camp.")
    assert [(e.type, e.actors, e.recipients) for e in found] == [(EventType.ASSAULT, (), ())]


@pytest.mark.parametrize("text", ["Kenya's envoy boarded his plane.", "The UN appeal for Kenya is 16% funded."])
def test_plain_doings_and_states_are_no_events(text: str) -> None:
    assert not events_of(text)


@pytest.mark.parametrize(
    ("text", "paper"),
    [
        (
            "In the list that Minister Lira Hovan read out late Thursday, Chad undertook to reopen the crossing.",
            "Lira Hovan",
        ),
        ("Chad, in a letter that the Morning Herald has seen, promised to free four engineers.", "Morning Herald"),
    ],
)
def test_who_read_or_printed_a_promise_is_not_who_it_was_given_to(text: str, paper: str) -> None:
    agreed = [e for e in events_of(text) if e.type is EventType.AGREE]
    assert agreed
    assert all(paper not in {r.name for r in e.recipients} for e in agreed)


def test_to_whom_a_promise_is_given_is_still_read() -> None:
    agreed = [brief(e) for e in events_of("Chad promised Sudan to reopen the crossing.")]
    assert ("AGREE", {"Chad"}, {"Sudan"}) in agreed


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Kenya demanded that Ugandan troops leave the valley.", "yield"),
        ("Kenya asked Uganda for troops.", "assist"),
    ],
)
def test_troops_asked_to_leave_are_not_troops_asked_for(text: str, mode: str) -> None:
    assert [e.mode for e in events_of(text) if e.type is EventType.REQUEST] == [mode]


def test_half_the_name_of_a_place_does_not_act() -> None:
    protests = events_of("A handful of women from Sallow Reach sat down in front of the gate on Saturday.")
    assert protests
    assert all("Reach" not in {a.name for a in e.actors} for e in protests)
