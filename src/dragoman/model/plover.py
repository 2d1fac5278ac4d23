"""PLOVER event types (2021 draft, 16 roots) and the modes dragoman codes."""

from enum import StrEnum


class EventType(StrEnum):
    """The 16 PLOVER roots."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


MODES: dict[EventType, frozenset[str]] = {
    EventType.CONSULT: frozenset({"visit", "third-party", "multilateral", "phone"}),
    EventType.CONCEDE: frozenset({"release", "return", "ceasefire", "offer"}),
    EventType.RETREAT: frozenset({"withdraw", "release", "return", "ceasefire", "access", "resign"}),
    EventType.REQUEST: frozenset({"assist", "change", "yield", "meet"}),
    EventType.ACCUSE: frozenset({"disapprove", "investigate", "allege"}),
    EventType.REJECT: frozenset({"assist", "change", "yield", "meet"}),
    EventType.THREATEN: frozenset({"restrict", "ban", "arrest", "relations", "expel", "territory", "violence"}),
    EventType.PROTEST: frozenset({"demo", "riot", "strike", "hunger", "boycott", "obstruct"}),
    EventType.SANCTION: frozenset({"convict", "expel", "withdraw", "discontinue", "embargo"}),
    EventType.MOBILIZE: frozenset({"troops", "weapons", "police", "militia"}),
    EventType.COERCE: frozenset(
        {"seize", "restrict", "ban", "censor", "arrest", "deport", "withhold", "misinformation", "cyber"}
    ),
    EventType.ASSAULT: frozenset(
        {
            "beat",
            "torture",
            "execute",
            "sexual",
            "assassinate",
            "primitive",
            "firearms",
            "explosives",
            "suicide-attack",
            "heavy-weapons",
            "aerial",
            "drone",
            "missile",
            "cleansing",
            "unconventional",
        }
    ),
}
"""Modes by type; a type that is absent has none. `phone`, `drone`, `missile` and `offer` are finer than the draft's."""

MATERIAL_CONFLICT = frozenset(
    {EventType.PROTEST, EventType.SANCTION, EventType.MOBILIZE, EventType.COERCE, EventType.ASSAULT}
)

QUADS = (
    frozenset({EventType.AGREE, EventType.CONSULT, EventType.SUPPORT}),
    frozenset({EventType.CONCEDE, EventType.COOPERATE, EventType.AID, EventType.RETREAT}),
    frozenset({EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.THREATEN}),
    MATERIAL_CONFLICT,
)
"""The quad classes in order: verbal and material cooperation, verbal and material conflict."""
