"""A tiny invented episode, written for these tests: two reports and their gold."""

from pathlib import Path
from typing import Any

A = """Talks resume in Port Cassel

PORT CASSEL - Delegations of Ardovia and Belmark met in Port Cassel on Monday for the second round of talks, \
one and a half days after the battle of Quill Ridge. The session was still under way at noon.

The Ardovian Defence Staff (ADS) said it had destroyed more than 20 tanks at Quill Ridge. Belmark's army said \
several tanks were damaged there.

“The sky must feel what the ground has paid,” President Ilen Mirel of Ardovia said in the port. Belmark's envoy \
Osk Torvik called the battle “a reckless stunt.”

Ardovia is asking for a 14-day truce. Belmark has refused the truce. A person in Ardovia's government told the \
Courier that the plan took two years to draft.

Belmark launched 30 rockets at Ardovia on Sunday night, the ADS said. Torvik promised that Belmark would hand \
over a list of captives. Analyst Rona Vey expects a heavy blow from Belmark in spring.
"""

B_BODY = """Talks between Ardovia and Belmark in Port Cassel end

Talks between Ardovia and Belmark in Port Cassel ended on Monday after three hours, 36 hours after the battle.

Over 20 Belmark tanks were destroyed at Quill Ridge. Nine bridges reportedly fell that day. It is not known who \
blew up a depot in Belmark on Friday.

“The sky must learn what the ground has paid,” Mirel said.

Belmark launched 55 rockets at Ardovia on Tuesday. Belmark has yet to answer the call for a truce. The plan took \
a year to draft, Ardovian officials said. Since March 3 the road has been shut. Belmark plans to host a summit.

"""

B_TAIL = """More from the Bee
More from the Bee
The Gallant Fair opens in Westmere on Friday with 400 stalls.
"""


def _reading(file: str, phrase: str, by: str, kind: str, **numbers: Any) -> dict[str, Any]:
    return {"file": file, "phrase": phrase, "claimed_by": by, "voice_kind": kind, **numbers}


def _exact(value: float) -> dict[str, Any]:
    return {"value": value, "low": value, "high": value, "hedge": "exact"}


_OVER_20 = {"value": 20, "low": 20, "low_strict": True, "high": None, "hedge": "more_than"}
_SEVERAL = {"value": None, "low": 2, "high": None, "hedge": "vague"}


def _figure(key: str, quantity: str, unit: str, relation: str, *readings: Any, **more: Any) -> dict[str, Any]:
    return {
        "id": key,
        "quantity": quantity,
        "unit": unit,
        "relation": relation,
        "readings": list(readings),
        **more,
    }


FIGURES = [
    _figure(
        "F1", "tanks destroyed", "tanks", "conflict",
        _reading("A", "destroyed more than 20 tanks", "ADS (said)", "named", **_OVER_20),
        _reading("B", "Over 20 Belmark tanks were destroyed", "outlet voice", "outlet", **_OVER_20),
        _reading("A", "several tanks were damaged", "Belmark army", "named", **_SEVERAL),
        pairs=[
            {"a": 0, "b": 1, "verdict": ["same"]},
            {"a": 0, "b": 2, "verdict": ["conflict"]},
            {"a": 1, "b": 2, "verdict": ["conflict"]},
        ],
        standing="disputed",
    ),
    _figure(
        "F2", "time taken to draft the plan", "years", "conflict",
        _reading("A", "took two years to draft", "a person in Ardovia's government", "unnamed", **_exact(2)),
        _reading("B", "took a year to draft", "Ardovian officials", "unnamed", **_exact(1)),
    ),
    _figure(
        "F3", "interval between battle and talks", "days", "agree",
        _reading("A", "one and a half days after the battle", "outlet voice", "outlet", **_exact(1.5)),
        _reading("B", "36 hours after the battle", "outlet voice", "outlet", **_exact(1.5)),
    ),
    _figure(
        "F4", "rockets launched", "rockets", "different-thing",
        _reading("A", "Belmark launched 30 rockets", "ADS", "named", **_exact(30)),
        _reading("B", "launched 55 rockets at Ardovia", "outlet voice", "outlet", **_exact(55)),
        pairs=[{"a": 0, "b": 1, "verdict": ["different_time"], "or": "not compared"}],
    ),
    _figure(
        "F5", "length of the session", "hours", "single",
        _reading("B", "after three hours", "outlet voice", "outlet", **_exact(3)),
    ),
    _figure(
        "F6", "truce length sought", "days", "single",
        _reading("A", "a 14-day truce", "outlet voice", "outlet", **_exact(14)),
    ),
    _figure(
        "F7", "bridges fallen", "bridges", "single",
        _reading("B", "Nine bridges reportedly fell", "outlet voice (reported)", "hearsay", **_exact(9)),
    ),
    _figure(
        "F8", "ordinal of the round", "ordinal", "single",
        _reading("A", "the second round of talks", "outlet voice", "outlet", **_exact(2)),
    ),
    _figure(
        "F9", "rockets launched on Sunday", "rockets", "single",
        _reading("A", "launched 30 rockets at Ardovia", "Ardovian Defence Staff", "named", **_exact(30)),
    ),
    _figure(
        "F10", "date of the closing", "date", "single",
        _reading("B", "Since March 3", "outlet voice", "outlet", value=None, low=None, high=None, hedge="exact"),
    ),
]  # fmt: skip


def _event(key: str, kind: str, description: str, **more: Any) -> dict[str, Any]:
    plain = {
        "id": key, "plover_type": kind, "description": description, "recipients": ["Ardovia"], "date": None,
        "place": None, "status": "reported as happened", "actors": ["Belmark"], "supported_by": ["A"],
    }  # fmt: skip
    return plain | more


EVENTS = [
    _event(
        "E1", "CONSULT", "Delegations meet in Port Cassel for their second round", supported_by=["A", "B"],
        actors=["Ardovia (delegation)", "Belmark (delegation)"], recipients=["each other"], place="Port Cassel",
    ),
    _event(
        "E2", "ASSAULT", "Battle of Quill Ridge, tanks destroyed", actors=["Ardovia (ADS)"],
        recipients=["Belmark"], place="Quill Ridge", also_acceptable_types=["COERCE"],
    ),
    _event("E3", "ASSAULT", "Thirty rockets on Sunday night", date="2030-06-02"),
    _event("E4", "ASSAULT", "Rockets on Tuesday, 55 of them", date="2030-06-04", supported_by=["B"]),
    _event("E5", "REJECT", "Belmark refuses the truce"),
    _event(
        "E6", "ASSAULT", "A depot is blown up, nobody knows by whom", actors=["unknown"],
        recipients=["Belmark (depot)"], supported_by=["B"],
    ),
    _event(
        "E8", "ASSAULT", "Nine bridges fall", actors=["unknown (Ardovia, according to nobody)"],
        recipients=["travellers"], supported_by=["B"],
    ),
    _event(
        "E7", "CONSULT", "Belmark means to host a summit", status="planned", recipients=["each other"],
        supported_by=["B"],
    ),
]  # fmt: skip

GOLD: dict[str, Any] = {
    "documents": [
        {"id": "A", "file": "courier.txt", "outlet": "Courier"},
        {"id": "B", "file": "bee.txt", "outlet": "Bee", "tail_starts_at": len(B_BODY)},
    ],
    "figures": FIGURES,
    "events": EVENTS,
    "quotes": [
        {
            "id": "Q1",
            "speaker": "Ilen Mirel",
            "openings": [
                {"file": "A", "opening": "The sky must feel"},
                {"file": "B", "opening": "The sky must learn"},
            ],
            "same_statement": True,
        },
        {
            "id": "Q2",
            "speaker": "Osk Torvik (about the battle)",
            "openings": [{"file": "A", "opening": "a reckless stunt"}],
            "same_statement": True,
        },
    ],
    "positions": [
        {"party": "Ardovia", "issue": "ceasefire", "stance": "demands", "content": "14-day truce", "files": ["A"]},
        {"party": "Belmark", "issue": "ceasefire", "stance": "rejects", "content": "the truce", "files": ["A"]},
        {
            "party": "Belmark",
            "issue": "ceasefire",
            "stance": "undecided",
            "content": "has yet to answer the call for a truce",
            "files": ["B"],
        },
    ],
    "commitments": [
        {
            "by": "Belmark (Torvik)",
            "to": "Ardovia",
            "what": "hand over a list of captives",
            "status_at_the_time": "open",
            "files": ["A"],
        }
    ],
    "attribution_traps": [
        {
            "statement": "More than 20 tanks were destroyed",
            "side": "Ardovia",
            "phrases": [
                {"file": "A", "phrase": "it had destroyed more than 20 tanks", "voice_kinds_ok": ["named"]},
                {"file": "B", "phrase": "Over 20 Belmark tanks were destroyed", "voice_kinds_ok": ["outlet"]},
            ],
            "standing_ok": ["one_side", "disputed"],
        },
        {
            "statement": "The battle was a stunt",
            "side": "Belmark",
            "phrases": [{"file": "A", "phrase": "“a reckless stunt.”", "voice_kinds_ok": ["named"]}],
            "standing_ok": ["one_side"],
        },
        {
            "statement": "A heavy blow followed",
            "side": None,
            "phrases": [{"file": "A", "phrase": "expects a heavy blow from Belmark", "voice_kinds_ok": ["named"]}],
            "standing_ok": ["forecast only: no event of modality happened or ongoing"],
        },
    ],
    "must_not_appear": ["Gallant Fair", "Westmere"],
    "sides": {"Ardovia": ["ardov", "ads", "mirel"], "Belmark": ["belmark", "torvik"]},
    "differences": [
        {
            "field": "stance",
            "party": "Belmark",
            "issue": "ceasefire",
            "a": "A: refused",
            "b": "B: has yet to answer",
            "verdict": ["conflict"],
        },
        {
            "field": "occurrence",
            "thing": "state of the talks",
            "a": "A: under way",
            "b": "B: ended after three hours",
            "verdict": ["changed"],
        },
    ],
}


def write_texts(folder: Path) -> Path:
    """Write the two reports into a folder."""
    (folder / "courier.txt").write_text(A, encoding="utf-8")
    (folder / "bee.txt").write_text(B_BODY + B_TAIL, encoding="utf-8")
    return folder
