"""A denial that is told as words meets what it denies, and nothing else."""

from builders import (
    COUNTRIES,
    LIKENESS,
    NORVANIA,
    SUDRIA,
    at,
    claim,
    entity,
    event,
    interval,
    named,
    occurrence,
    report,
)

from dragoman.link.material import Material
from dragoman.model.attribution import Attribution, Manner
from dragoman.model.claim import About, Field
from dragoman.model.entity import EntityKind
from dragoman.model.event import Polarity, Standing
from dragoman.model.plover import EventType
from dragoman.model.verdict import Verdict
from dragoman.reconcile.record import reconcile

ARMY = entity("Norvanian army", EntityKind.ORGANISATION, "Norvania")
MINISTRY = entity("Sudrian Defense Ministry", EntityKind.ORGANISATION, "Sudria")
SUNDAY = interval("2031-03-09")


def made(text, denied, *, events=(), voice=ARMY):
    told = report(text, "North Wire")
    said = Attribution("a-1", None, None, (at(told, denied),), named(voice), Manner.DENIAL)
    denial = claim(told, denied, Field.OCCURRENCE, About("statement", "a-1"), voice=named(voice))
    mentions = tuple(event(told, trigger, clause=clause, **fields) for trigger, clause, fields in events)
    material = Material(
        (told,),
        (*COUNTRIES, ARMY, MINISTRY),
        claims=(denial, *(occurrence(told, m) for m in mentions)),
        events=mentions,
        attributions=(said,),
    )
    return reconcile(material, similarity=LIKENESS)


STRIKE = (
    "strike",
    "A strike on the grain market killed nine on Sunday",
    {"by": (), "on": (SUDRIA,), "time": SUNDAY, "voice": named(MINISTRY)},
)


def test_a_denial_in_words_contradicts_the_happening_and_makes_it_disputed():
    record = made(
        "A strike on the grain market killed nine on Sunday, the ministry said. "
        "The army denied that its forces had hit the market.",
        "its forces had hit the market",
        events=[STRIKE],
    )
    (found,) = record.comparisons
    assert (found.field, found.verdict) == (Field.OCCURRENCE, Verdict.CONFLICT)
    assert record.events[0].standing == Standing.DISPUTED
    assert [c.polarity for c in record.claims if c.about.kind == "statement"] == [Polarity.DENIED]


def test_what_speaks_of_another_thing_is_not_denied():
    record = made(
        "A strike on the grain market killed nine on Sunday, the ministry said. "
        "The army denied that it had shelled a hospital in spring.",
        "it had shelled a hospital in spring",
        events=[STRIKE],
    )
    assert record.comparisons == ()


def test_a_pointing_denial_of_a_blame_is_about_the_actor():
    blame = ("blames", "The ministry blames Norvania", {"by": (SUDRIA,), "on": (NORVANIA,), "type": EventType.ACCUSE})
    record = made("The ministry blames Norvania for the blast. The army denied it.", "it.", events=[blame])
    assert [(c.field, c.verdict) for c in record.comparisons] == [(Field.ACTOR, Verdict.CONFLICT)]
