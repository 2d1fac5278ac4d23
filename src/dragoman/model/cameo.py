"""The CAMEO root of an event: PLOVER's own crosswalk read backwards.

After the table of the PLOVER draft of 17 September 2021 (Open Event Data Alliance, CC BY-SA 4.0): a PLOVER type
comes from one CAMEO root, save ACCUSE, COERCE and ASSAULT, where the mode tells from which.
"""

from dragoman.model.plover import EventType

_ROOTS = {
    EventType.AGREE: "03",
    EventType.CONSULT: "04",
    EventType.SUPPORT: "05",
    EventType.COOPERATE: "06",
    EventType.AID: "07",
    EventType.CONCEDE: "08",
    EventType.RETREAT: "08",
    EventType.REQUEST: "10",
    EventType.ACCUSE: "11",
    EventType.REJECT: "12",
    EventType.THREATEN: "13",
    EventType.PROTEST: "14",
    EventType.MOBILIZE: "15",
    EventType.SANCTION: "16",
    EventType.COERCE: "17",
    EventType.ASSAULT: "19",
}
_BY_MODE = {
    (EventType.ACCUSE, "investigate"): "09",
    **dict.fromkeys(
        (
            (EventType.ASSAULT, mode)
            for mode in (
                "beat",
                "torture",
                "execute",
                "sexual",
                "assassinate",
                "primitive",
                "explosives",
                "suicide-attack",
            )
        ),
        "18",
    ),
    (EventType.ASSAULT, "cleansing"): "20",
    (EventType.ASSAULT, "unconventional"): "20",
}


def cameo_root(event_type: EventType, mode: str = "") -> str:
    """The two digits of the CAMEO root, "03" to "20"; an assault whose mode is not known is conventional force."""
    return _BY_MODE.get((event_type, mode), _ROOTS[event_type])
