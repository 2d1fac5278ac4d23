"""The whole way from material to record: an invented story told by two outlets, in any order."""

from dataclasses import replace

import pytest
from builders import (
    COUNTRIES,
    HEARSAY,
    LIKENESS,
    entity,
    event,
    named,
    occurrence,
    report,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from raid_story import ARMY, MINISTRY, MONDAY, SUNDAY, TERENSKY, A, B, material

from dragoman.link.material import Material
from dragoman.model.entity import EntityKind
from dragoman.model.event import Modality, Standing
from dragoman.model.plover import EventType
from dragoman.model.position import Stance, Status
from dragoman.model.verdict import Verdict
from dragoman.reconcile.record import reconcile


@pytest.fixture(scope="module")
def record():
    return reconcile(material(), similarity=LIKENESS)


def verdicts(record, field):
    return sorted(c.verdict for c in record.comparisons if c.field == field)


def test_the_raid_is_one_event_denied_by_one_side_and_so_disputed(record):
    (raid,) = [e for e in record.events if e.type == EventType.ASSAULT]
    assert len(raid.aliases) == 5
    assert (raid.accounts, raid.standing, raid.modality) == (2, Standing.DISPUTED, Modality.HAPPENED)
    assert raid.time == SUNDAY
    assert raid.summary in (A.text + B.text)


def test_an_outlet_that_prints_one_sides_count_adds_no_standing_and_the_other_side_disputes_it(record):
    (trucks,) = [f for f in record.figures if f.unit == "truck"]
    assert (trucks.best, trucks.high, trucks.verdict) == (40, None, Verdict.CONFLICT)
    assert trucks.standing == Standing.DISPUTED
    found = [c.verdict for c in record.comparisons if {c.a, c.b} <= set(trucks.claims)]
    assert sorted(found) == [Verdict.CONFLICT, Verdict.CONFLICT, Verdict.SAME]


def test_state_and_stance_differ_as_a_reader_would_say(record):
    assert verdicts(record, "stance") == [Verdict.CONFLICT]
    assert verdicts(record, "occurrence").count(Verdict.CHANGED) == 1


def test_spellings_of_a_speaker_are_one_and_the_utterance_has_two_wordings(record):
    (said,) = record.utterances
    assert len(said.variants) == 2
    assert said.differences
    assert len([e for e in record.entities if e.kind == EntityKind.PERSON]) == 1


def test_a_promise_is_kept_by_the_later_word_and_positions_cite_their_claims(record):
    (promised,) = record.commitments
    assert (promised.status, len(promised.claims)) == (Status.KEPT, 2)
    assert {p.stance: len(p.claims) for p in record.positions} == {Stance.REJECTS: 1, Stance.UNDECIDED: 1}


def test_talks_make_a_process_with_its_length_in_exact_words(record):
    (run,) = record.processes
    assert [p.name for p in run.parties] == ["Norvania", "Sudria"]
    assert [(r.place, r.length) for r in run.rounds] == [("Velm", "one hour")]


def test_every_claim_keeps_its_mention_and_every_subject_resolves(record):
    known = {x.id for x in (*record.events, *record.positions, *record.commitments)}
    for claim in record.claims:
        assert claim.account == claim.outlet
        assert claim.about.kind == "statement" or claim.about.id in known
        assert claim.event_mention is None or claim.event_mention in {m.id for m in material().events}
    assert {c.a for c in record.comparisons} | {c.b for c in record.comparisons} <= {c.id for c in record.claims}
    assert all(c.subject.id in known for c in record.comparisons)


@settings(deadline=None, max_examples=15)
@given(st.randoms())
def test_any_order_of_the_material_gives_the_same_record(record, random):
    whole = material()
    shuffled = replace(
        whole,
        **{
            name: tuple(random.sample(getattr(whole, name), len(getattr(whole, name))))
            for name in whole.__slots__
            if name != "outlets"
        },
    )
    assert reconcile(shuffled, similarity=LIKENESS) == record


@pytest.mark.parametrize(
    ("voices", "expected"),
    [
        ((named(ARMY),), Standing.ONE_SIDE),
        ((named(ARMY), named(MINISTRY)), Standing.BOTH_SIDES),
        ((named("the Red Cross"),), Standing.THIRD_PARTY),
        ((HEARSAY,), Standing.HEARSAY),
    ],
)
def test_standing_follows_the_voices(voices, expected):
    reports = [report(f"Norvania shelled Sudria on Sunday, said voice {n}.", f"Outlet {n}") for n in range(len(voices))]
    told = [event(r, "shelled", time=SUNDAY, voice=v) for r, v in zip(reports, voices, strict=True)]
    claims = tuple(occurrence(r, m) for r, m in zip(reports, told, strict=True))
    made = Material(tuple(reports), (*COUNTRIES, ARMY, MINISTRY), claims=claims, events=tuple(told))
    (found,) = reconcile(made, similarity=LIKENESS).events
    assert found.standing == expected


def test_a_relayed_word_is_the_account_of_its_origin_and_not_of_each_outlet():
    wire = report("Norvania shelled Sudria, the army told North Wire.", "North Wire")
    relay = report("Norvania shelled Sudria, the army told North Wire.  ", "Harbour Post")
    voices = (named(ARMY), named(ARMY, chain=("North Wire",)))
    told = [event(r, "shelled", time=SUNDAY, voice=v) for r, v in zip((wire, relay), voices, strict=True)]
    claims = tuple(occurrence(r, m) for r, m in zip((wire, relay), told, strict=True))
    made = Material((wire, relay), (*COUNTRIES, ARMY), claims=claims, events=tuple(told))
    (found,) = reconcile(made, similarity=LIKENESS).events
    assert (found.accounts, found.voices) == (1, ("Norvanian army",))


def test_persons_without_a_side_make_no_process_and_those_with_one_count_for_it():
    told = report("Olek Terensky held talks with Maria Dovic in Velm on Monday.", "North Wire")
    sided, alone = entity("Maria Dovic", EntityKind.PERSON, "Sudria"), entity("Olek Terensky", EntityKind.PERSON, "")
    for other, expected in ((alone, []), (TERENSKY, ["Norvania - Sudria talks"])):
        talks = event(told, "talks", type=EventType.CONSULT, by=(other, sided), on=(), time=MONDAY)
        made = Material((told,), (*COUNTRIES, sided, other), claims=(occurrence(told, talks),), events=(talks,))
        assert [p.name for p in reconcile(made, similarity=LIKENESS).processes] == expected
