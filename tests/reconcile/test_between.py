"""Between whom a conflict runs is read off the two voices, and party for party alike."""

import pytest
from builders import OUTLET, named, number, report
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.attribution import Voice, VoiceKind
from dragoman.reconcile.between import BETWEEN, Between, between

ARMY, STAFF = named("the army", "Norvania"), named("the general staff", "Norvania")
MINISTRY, ENVOY, CLERK = named("the ministry", "Sudria"), named("the envoy"), named("the clerk")
UNNAMED = Voice(VoiceKind.UNNAMED, None, "an official", "Sudria")
_SWAP = {"Norvania": "Sudria", "Sudria": "Norvania"}


def told(voice, outlet="North Wire"):
    return number(report(f"It was 12 planes, by {outlet}.", outlet), "12 planes", 12, "plane", voice=voice)[0]


@pytest.mark.parametrize(
    ("one", "other", "kind", "phrase"),
    [
        (ARMY, MINISTRY, Between.SIDES, "between Norvania and Sudria"),
        (ARMY, UNNAMED, Between.SIDES, "between Norvania and Sudria"),
        (ARMY, STAFF, Between.ONE_SIDE, "within Norvania"),
        (ARMY, OUTLET, Between.SIDE_AND_OTHER, "between Norvania and Harbour Post"),
        (ENVOY, MINISTRY, Between.SIDE_AND_OTHER, "between Sudria and the envoy"),
        (ENVOY, CLERK, Between.VOICES, "between the clerk and the envoy"),
        (OUTLET, OUTLET, Between.OUTLETS, "between the outlets Harbour Post and North Wire"),
        (ARMY, ARMY, Between.ONE_VOICE, "between two reports of what the army said"),
    ],
)
def test_whom_a_conflict_runs_between(one, other, kind, phrase):
    ends = between(told(one), told(other, "Harbour Post"))
    assert (ends.kind, ends.phrase) == (kind, phrase)


def test_one_voice_in_one_report_contradicts_itself():
    assert between(told(ARMY), told(ARMY)).phrase == "within one report of North Wire"


def test_every_kind_has_its_listed_phrase():
    assert set(BETWEEN) == set(Between)


@given(st.sampled_from([ARMY, STAFF, MINISTRY, ENVOY, OUTLET]), st.sampled_from([ARMY, STAFF, MINISTRY, ENVOY, OUTLET]))
def test_exchanged_parties_give_the_exchanged_phrase(one, other):
    def swapped(voice):
        return Voice(voice.kind, None, voice.name, _SWAP.get(voice.side, voice.side))

    ends = between(told(one), told(other, "Harbour Post"))
    mirror = between(told(swapped(one)), told(swapped(other), "Harbour Post"))
    assert mirror.kind == ends.kind
    assert {mirror.a, mirror.b} == {_SWAP.get(ends.a, ends.a), _SWAP.get(ends.b, ends.b)}


@given(st.sampled_from([ARMY, STAFF, MINISTRY, ENVOY, OUTLET]), st.sampled_from([ARMY, STAFF, MINISTRY, ENVOY, OUTLET]))
def test_which_claim_comes_first_makes_no_difference(one, other):
    a, b = told(one), told(other, "Harbour Post")
    assert between(a, b) == between(b, a)
