"""Which claims a later version of their report overtakes, and which stand beside it."""

from dataclasses import replace

from builders import HEARSAY, claim, entity, named, report

from dragoman.model.claim import About, Claim, Field
from dragoman.model.entity import EntityKind
from dragoman.model.event import Polarity
from dragoman.model.quantity import Hedge
from dragoman.reconcile.current import overtaken

ARMY = entity("Norvanian army", EntityKind.ORGANISATION, "Norvania")
MINISTRY = entity("Sudrian Defense Ministry", EntityKind.ORGANISATION, "Sudria")
OLD = report("The raid killed 12 people. Norvania shelled Velm at dawn.", day="2031-03-09")
NEW = report("The raid killed 15 people. Norvania shelled Velm at dusk.", day="2031-03-10", supersedes=OLD.id)
OTHER = report("The raid killed 12 people. Norvania shelled Velm at dawn.", "Valley Courier", day="2031-03-09")


def number(told, words, **fields):
    value = float(words.split()[0])
    fields |= {"value": value, "low": value, "high": value, "hedge": Hedge.EXACT}
    about = About("statement", f"q-{told.id}")
    return claim(told, words, Field.QUANTITY, about, what="people", unit="person", **fields)


def shelled(told, words, **fields):
    return claim(told, words, Field.OCCURRENCE, About("event", f"e-{told.id}"), **fields)


def old_of(*claims: Claim, figures=()) -> set[str]:
    """The words of the claims that are overtaken."""
    found = overtaken(claims, (OLD, NEW, OTHER), figures)
    return {c.span.exact for c in claims if c.id in found.claims}


def test_a_number_is_overtaken_by_the_next_versions_number_for_the_same_thing():
    first, second = number(OLD, "12 people"), number(NEW, "15 people")
    assert old_of(first, second, figures=[(first.id, second.id)]) == {"12 people"}
    assert old_of(first, second, figures=[(first.id,), (second.id,)]) == set()


def test_another_outlets_number_is_not_overtaken():
    first, other, second = number(OLD, "12 people"), number(OTHER, "12 people"), number(NEW, "15 people")
    found = overtaken((first, other, second), (OLD, NEW, OTHER), [(first.id, other.id, second.id)])
    assert found.claims == {first.id}
    assert found.corrections == {(first.id, second.id)}


def test_a_sentence_reworded_takes_the_place_of_the_earlier_one():
    dawn, dusk = shelled(OLD, "Norvania shelled Velm at dawn"), shelled(NEW, "Norvania shelled Velm at dusk")
    assert old_of(dawn, dusk) == {"Norvania shelled Velm at dawn"}
    assert old_of(dawn, replace(dusk, polarity=Polarity.DENIED)) == set()


def test_a_named_voice_is_overtaken_by_itself_alone():
    army, ministry = number(OLD, "12 people", voice=named(ARMY)), number(NEW, "15 people", voice=named(MINISTRY))
    assert old_of(army, ministry, figures=[(army.id, ministry.id)]) == set()
    own, hearsay = number(OLD, "12 people"), number(OLD, "12 people", voice=HEARSAY)
    for unnamed in (own, hearsay):
        assert old_of(unnamed, ministry, figures=[(unnamed.id, ministry.id)]) == {"12 people"}
    again = number(NEW, "15 people", voice=named(ARMY))
    assert old_of(army, again, figures=[(army.id, again.id)]) == {"12 people"}


def test_what_is_repeated_keeps_its_first_day_and_is_no_correction():
    first, again = number(OLD, "12 people"), number(replace_text(NEW, OLD), "12 people")
    found = overtaken((first, again), (OLD, replace_text(NEW, OLD)), [(first.id, again.id)])
    assert found.claims == {again.id}
    assert not found.corrections


def test_a_number_that_stood_beside_another_one_before_does_not_correct_it():
    """Where a report gives two counts of one thing, its next version gives the same two."""
    both = report("Officials counted 12 people, medics 15 people.", day="2031-03-09")
    later = report("Officials counted 12 people, medics 15 people. ", day="2031-03-10", supersedes=both.id)
    claims = [number(told, words) for told in (both, later) for words in ("12 people", "15 people")]
    found = overtaken(claims, (both, later), [[c.id for c in claims]])
    assert found.claims == {claim.id for claim in claims if claim.report == later.id}
    assert not found.corrections


def test_a_row_of_versions_corrects_the_first_that_said_it():
    third = report("The raid killed 18 people.", day="2031-03-11", supersedes=NEW.id)
    same = replace_text(NEW, OLD)
    first, again, last = number(OLD, "12 people"), number(same, "12 people"), number(third, "18 people")
    figures = [(first.id, again.id, last.id)]
    found = overtaken((first, again, last), (OLD, same, third), figures)
    assert found.claims == {first.id, again.id}
    assert found.corrections == {(first.id, last.id)}


def replace_text(told, other):
    """A later version that prints the words of another report."""
    return replace(told, text=other.text, sections=other.sections)
