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
    Issue("territory", "territory", "territory"),
    Issue("borders", "borders", "territory"),
    Issue("status-autonomy", "status and autonomy", "territory"),
    Issue("recognition", "recognition", "territory"),
    Issue("sovereignty-guarantees", "sovereignty and independence", "territory"),
    Issue("security-guarantees", "security guarantees", "violence"),
    Issue("neutrality-alliances", "neutrality and alliances", "violence"),
    Issue("demilitarisation", "demilitarisation and arms limits", "violence"),
    Issue("disarmament", "disarmament of armed groups", "violence"),
    Issue("peacekeepers", "peacekeepers", "violence"),
    Issue("foreign-military-aid", "foreign military aid", "violence"),
    Issue("mercenaries-proxies", "mercenaries and proxies", "violence"),
    Issue("mines", "mines and unexploded shells", "violence"),
    Issue("prisoners", "prisoners", "people"),
    Issue("children", "children", "people"),
    Issue("missing-persons", "the missing and the dead", "people"),
    Issue("hostages", "hostages", "people"),
    Issue("civilian-protection", "protection of civilians", "people"),
    Issue("humanitarian-access", "humanitarian access and aid", "people"),
    Issue("refugees-return", "refugees and the displaced", "people"),
    Issue("accountability", "accountability and justice", "people"),
    Issue("amnesty", "amnesty", "people"),
    Issue("reparations", "reparations", "economy"),
    Issue("reconstruction", "reconstruction", "economy"),
    Issue("sanctions", "sanctions", "economy"),
    Issue("frozen-assets", "frozen assets", "economy"),
    Issue("trade", "trade", "economy"),
    Issue("energy-infrastructure", "energy and infrastructure", "economy"),
    Issue("water", "water and dams", "economy"),
    Issue("nuclear-safety", "nuclear safety", "violence"),
    Issue("nuclear-weapons", "nuclear weapons", "violence"),
    Issue("ports-navigation", "ports and shipping", "economy"),
    Issue("airspace", "airspace and flights", "economy"),
    Issue("elections", "elections and referendums", "state"),
    Issue("constitution", "constitution and lawful order", "state"),
    Issue("power-sharing", "power-sharing", "state"),
    Issue("language-rights", "language, faith and minority rights", "state"),
    Issue("direct-talks", "direct talks", "process"),
    Issue("leaders-meeting", "leaders' meeting", "process"),
    Issue("mediation", "mediation", "process"),
    Issue("draft-texts", "draft texts and answers", "process"),
    Issue("confidence-building", "confidence-building", "process"),
    Issue("other", "other matters", "other"),
)

ISSUE_BY_ID: dict[str, Issue] = {issue.id: issue for issue in ISSUES}
