"""The issue vocabulary: what peace talks are about, in our own words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue's id, its name in a sentence and its group."""

    id: str
    name: str
    group: str


ISSUES: tuple[Issue, ...] = (
    Issue("ceasefire", "ceasefire", "violence"),
    Issue("ceasefire-monitoring", "monitoring of a ceasefire", "violence"),
    Issue("withdrawal", "withdrawal of forces", "violence"),
    Issue("demilitarisation", "demilitarisation and arms limits", "violence"),
    Issue("disarmament", "disarmament of armed groups", "violence"),
    Issue("attacks-on-infrastructure", "attacks on infrastructure", "violence"),
    Issue("peacekeepers", "peacekeepers and foreign troops", "violence"),
    Issue("military-aid", "military aid", "violence"),
    Issue("security-guarantees", "security guarantees", "violence"),
    Issue("alliances", "alliances and neutrality", "violence"),
    Issue("territory", "territory", "territory"),
    Issue("borders", "borders", "territory"),
    Issue("recognition", "recognition", "territory"),
    Issue("autonomy", "status and autonomy", "territory"),
    Issue("prisoners", "prisoners", "people"),
    Issue("children", "children", "people"),
    Issue("hostages", "hostages and detainees", "people"),
    Issue("remains-missing", "the dead and the missing", "people"),
    Issue("refugees", "refugees and the displaced", "people"),
    Issue("humanitarian-access", "humanitarian access and aid", "people"),
    Issue("human-rights", "human rights and minorities", "people"),
    Issue("accountability", "accountability and justice", "people"),
    Issue("amnesty", "amnesty", "people"),
    Issue("direct-talks", "direct talks", "process"),
    Issue("leaders-meeting", "leaders' meeting", "process"),
    Issue("mediation", "mediation", "process"),
    Issue("memorandum", "draft texts and memoranda", "process"),
    Issue("settlement", "a peace agreement", "process"),
    Issue("other-sides-positions", "the other side's proposals", "process"),
    Issue("elections", "elections", "state"),
    Issue("constitution", "constitution and power-sharing", "state"),
    Issue("government", "government and leadership", "state"),
    Issue("sanctions", "sanctions", "economy"),
    Issue("reparations", "reparations and reconstruction", "economy"),
    Issue("trade-energy", "trade, energy and resources", "economy"),
    Issue("transport", "ports, shipping and crossings", "economy"),
    Issue("mines", "mines and unexploded shells", "violence"),
    Issue("civilian-protection", "protection of civilians", "people"),
    Issue("nuclear", "nuclear safety and weapons", "violence"),
)

ISSUE_BY_ID: dict[str, Issue] = {issue.id: issue for issue in ISSUES}
