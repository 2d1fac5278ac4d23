"""An invented story told by two outlets: a raid, talks, a stance, a promise and a quote in two translations."""

from builders import (
    COUNTRIES,
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

from dragoman.link.material import Material
from dragoman.model.entity import EntityKind
from dragoman.model.event import Modality, Polarity
from dragoman.model.plover import EventType
from dragoman.model.position import Stance, Status
from dragoman.model.quantity import Hedge, Measure

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
