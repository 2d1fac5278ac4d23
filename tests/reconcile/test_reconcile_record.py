"""The whole way from material to record: an invented story told by two outlets, in any order."""

from dataclasses import replace

import pytest
from builders import (
    COUNTRIES,
    HEARSAY,
    LIKENESS,
    NORVANIA,
    SUDRIA,
    city,
    entity,
    event,
    interval,
    named,
    number,
    occurrence,
    position,
    promise,
    quote,
    report,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.link.material import Material
from dragoman.model.entity import EntityKind
from dragoman.model.event import Modality, Polarity, Standing
from dragoman.model.plover import EventType
from dragoman.model.position import Stance, Status
from dragoman.model.quantity import Hedge, Measure
from dragoman.model.verdict import Verdict
from dragoman.reconcile.record import reconcile

TERENSKY = entity("Olek Terensky", EntityKind.PERSON, "Norvania")
TERENSKIY = entity("Olek Terenskiy", EntityKind.PERSON, "Norvania")
ARMY = entity("Norvanian army", EntityKind.ORGANISATION, "Norvania")
MINISTRY = entity("Sudrian Defense Ministry", EntityKind.ORGANISATION, "Sudria")
VELM = city("Velm", "KES", 10.0, 10.0)

A = report(
    "Norvanian planes raided Sudrian depots on Sunday. The army said it had hit more than 40 trucks in the raid. "
    "The ministry said several trucks burned in the raid.\n"
    "Talks between Norvania and Sudria are under way in Velm on Monday.\n"
    "Sudria has refused a ceasefire.\n"
    "“Only losses will bring them to the table. We are ready,” Terensky said on Monday.\n"
    "Sudria promised to hand over its draft memorandum on prisoners.",
    "Harbour Post",
)
B = report(
    "A Norvanian raid on Sudrian depots destroyed over 40 trucks on Sunday, it is said. "
    "Sudria denied the raid on depots.\n"
    "Talks between Norvania and Sudria ended in Velm on Monday after one hour.\n"
    "Sudria has yet to agree to a ceasefire.\n"
    "“Only heavy losses will bring them to talks. We are ready,” Terenskiy said on Monday.\n"
    "Sudria handed over its draft memorandum on prisoners, as promised.",
    "Valley Courier",
)
SUNDAY, MONDAY = interval("2031-03-09"), interval("2031-03-10")
TALKS = {"type": EventType.CONSULT, "by": (NORVANIA, SUDRIA), "on": (), "time": MONDAY, "place": VELM}


def material() -> Material:
    ministry, army = named(MINISTRY), named(ARMY)
    raids = [
        event(A, "raided", clause="Norvanian planes raided Sudrian depots on Sunday.", time=SUNDAY),
        event(A, "raid", clause="The army said it had hit more than 40 trucks in the raid.", voice=army),
        event(A, "burned", clause="several trucks burned in the raid", by=(), voice=ministry, time=SUNDAY),
        event(B, "raid", clause="A Norvanian raid on Sudrian depots destroyed over 40 trucks on Sunday", time=SUNDAY),
        event(B, "raid", clause="the raid on depots", by=(NORVANIA,), voice=ministry, polarity=Polarity.DENIED),
    ]
    talks = [
        event(
            A,
            "Talks",
            clause="Talks between Norvania and Sudria are under way in Velm on Monday.",
            modality=Modality.ONGOING,
            **TALKS,
        ),
        event(B, "Talks", clause="Talks between Norvania and Sudria ended in Velm on Monday after one hour.", **TALKS),
    ]
    numbers = [
        number(A, "more than 40 trucks", 40, "truck", hedge=Hedge.MORE_THAN, of=raids[1], voice=army, scope="hit"),
        number(A, "several trucks", None, "truck", hedge=Hedge.VAGUE, low=2, of=raids[2], voice=ministry),
        number(B, "over 40 trucks", 40, "truck", hedge=Hedge.MORE_THAN, of=raids[3], scope="destroyed"),
        number(B, "one hour", 1, "hour", of=talks[1], measure=Measure.DURATION, scope="lasting"),
    ]
    stances = [
        position(A, "Sudria has refused a ceasefire.", SUDRIA, Stance.REJECTS),
        position(B, "Sudria has yet to agree to a ceasefire.", SUDRIA, Stance.UNDECIDED),
    ]
    promises = [
        promise(
            A,
            "Sudria promised to hand over its draft memorandum on prisoners.",
            "hand over its draft memorandum on prisoners",
            SUDRIA,
        ),
        promise(
            B,
            "Sudria handed over its draft memorandum on prisoners, as promised.",
            "handed over its draft memorandum on prisoners",
            SUDRIA,
            status=Status.KEPT,
        ),
    ]
    quotes = [
        quote(A, "Only losses will bring them to the table. We are ready,", named(TERENSKY)),
        quote(B, "Only heavy losses will bring them to talks. We are ready,", named(TERENSKIY)),
    ]
    mentions = (*raids, *talks)
    return Material(
        reports=(A, B),
        entities=(*COUNTRIES, TERENSKY, TERENSKIY, ARMY, MINISTRY),
        claims=(*(occurrence(by_report(m), m) for m in mentions), *(p[1] for p in (*stances, *promises)),
                *(n[0] for n in numbers)),
        events=mentions,
        quotes=tuple(quotes),
        quantities=tuple(n[1] for n in numbers),
        positions=tuple(p[0] for p in stances),
        commitments=tuple(p[0] for p in promises),
    )  # fmt: skip


def by_report(mention):
    return A if mention.trigger.report == A.id else B


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
