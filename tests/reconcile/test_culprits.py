"""Who did it and what was hit: rival accounts of one attack meet, two attacks do not, and parties are treated alike."""

import pytest
from told_by import record_told, shown

from dragoman.model.claim import Field
from dragoman.model.event import Standing
from dragoman.model.verdict import Verdict

SHELLED = "{} forces shelled the central market in Tacna on Tuesday, killing 12 people, {}'s Defense Ministry said.\n"
BLAMED = (
    "TACNA, Peru - An explosion destroyed a dam near Tacna on Tuesday. {one} blamed {other} for the explosion.\n\n"
    "The {adjective} Defense Ministry said the dam had been blown up from below.\n"
)


def over_actor(record):
    return [(c.verdict, c.reason) for c in shown(record, field=Field.ACTOR)]


def test_two_accounts_that_name_different_doers_are_in_conflict(tmp_path):
    record = record_told(tmp_path, SHELLED.format("Chilean", "Peru"), SHELLED.format("Peruvian", "Chile"))
    ((verdict, reason),) = over_actor(record)
    assert verdict == Verdict.CONFLICT
    assert "Peru's Defense Ministry names Chilean forces" in reason
    assert "Chile's Defense Ministry names Peruvian forces" in reason
    attacks = [event.standing for event in record.events if event.actors]
    assert attacks == [Standing.DISPUTED, Standing.DISPUTED]


def test_exchanged_names_give_the_exchanged_conflict(tmp_path):
    texts = SHELLED.format("Chilean", "Peru"), SHELLED.format("Peruvian", "Chile")
    (first,) = over_actor(record_told(tmp_path, *texts))
    (second,) = over_actor(record_told(tmp_path, *reversed(texts)))
    assert first[0] == second[0]
    assert sorted(first[1].split(", ")) == sorted(second[1].split(", "))


def test_blame_on_both_sides_for_one_explosion(tmp_path):
    record = record_told(
        tmp_path,
        BLAMED.format(one="Peru", other="Chile", adjective="Peruvian"),
        BLAMED.format(one="Chile", other="Peru", adjective="Chilean"),
    )
    ((verdict, reason),) = over_actor(record)
    assert (verdict, "Peru names Chile" in reason, "Chile names Peru" in reason) == (Verdict.CONFLICT, True, True)


def test_each_accuses_the_other_of_one_thing(tmp_path):
    text = "{} accused {} on Tuesday of breaking the ceasefire.\n"
    record = record_told(tmp_path, text.format("Peru", "Chile"), text.format("Chile", "Peru"))
    assert [verdict for verdict, _ in over_actor(record)] == [Verdict.CONFLICT]
    other = "Chile accused Peru on Tuesday of jailing its consul.\n"
    assert not over_actor(record_told(tmp_path, text.format("Peru", "Chile"), other))


def test_who_claims_an_attack_and_who_is_blamed_for_it(tmp_path):
    record = record_told(
        tmp_path,
        "LIMA - A bomb killed nine people at a bus station in Lima on Tuesday. The Red Dawn Brigade claimed "
        "responsibility.\n\nPresident Ana Quispe blamed Chile for the attack.\n",
    )
    ((_, reason),) = over_actor(record)
    assert "Ana Quispe names Chile" in reason
    assert "Red Dawn Brigade names Red Dawn Brigade" in reason


@pytest.mark.parametrize(
    "other",
    [
        "Peruvian forces shelled the central market in Arica on Tuesday, killing 12 people, Chile's ministry said.\n",
        "Peruvian forces shelled a road near Tacna on Tuesday, Chile's Defense Ministry said.\n",
        "Peruvian forces shelled the central market in Tacna in March 2029, killing 12 people, Chile's army said.\n",
    ],
)
def test_two_attacks_are_no_conflict_over_one(tmp_path, other):
    assert not over_actor(record_told(tmp_path, SHELLED.format("Chilean", "Peru"), other))


def test_a_civilian_and_a_military_target_of_one_attack(tmp_path):
    text = "Chilean drones struck a {} in Tacna on Tuesday, killing nine people, the {} army said.\n"
    record = record_told(tmp_path, text.format("hospital", "Peruvian"), text.format("military barracks", "Chilean"))
    (found,) = shown(record, field=Field.RECIPIENT)
    assert found.verdict == Verdict.CONFLICT
    assert "Peru's army speaks of “hospital”" in found.reason or "Peru's army of “hospital”" in found.reason
    same = record_told(tmp_path, text.format("hospital", "Peruvian"), text.format("clinic", "Chilean"))
    assert not shown(same, field=Field.RECIPIENT)
