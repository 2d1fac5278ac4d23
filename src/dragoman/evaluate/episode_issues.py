"""Issues of talks compared by their words and by groups of words that mean the same issue."""

from dragoman.evaluate.episode_words import shared, stems

# Each line is one issue under the names that news and codebooks give it.
_GROUPS = tuple(
    stems(line)
    for line in (
        "ceasefire cease-fire truce armistice cessation hostilities killing fire",
        "territory territories territorial regions land annexation annex cede province provinces occupied",
        "borders border frontier line boundary",
        "withdrawal withdraw pullout troops",
        "demilitarisation demilitarization demilitarize disarmament disarm disarmed arms-limits",
        "alliance alliances nato neutrality neutral bloc membership accession",
        "prisoners prisoner pow captives swap swaps exchange release",
        "children child deported abducted minors",
        "hostages hostage detainees captivity",
        "remains bodies missing dead",
        "refugees displaced return-of-displaced",
        "leaders leader summit presidents presidential top-level highest-level",
        "sanctions sanction embargo",
        "mediation mediator mediate broker brokering brokered",
        "direct-talks talks negotiations dialogue negotiate negotiating",
        "memorandum document draft drafts text terms",
        "settlement peace-agreement deal accord",
        "weapons military-aid military-support deliveries",
        "guarantees security-guarantees peacekeepers peacekeeping",
        "humanitarian aid access corridor corridors relief",
        "accountability justice tribunal amnesty crimes",
        "elections election vote referendum",
        "constitution power-sharing government autonomy federal status",
        "recognition recognise sovereignty independence",
        "reparations compensation reconstruction assets",
        "energy infrastructure grid nuclear plant",
        "shipping ports port grain blockade crossing crossings",
        "positions proposals proposal reply response",
    )
)


def same_issue(gold: str, shown: str) -> bool:
    """Whether two issues share a word that tells, or a group of names for one issue."""
    first, second = stems(gold), stems(shown)
    return bool(shared(first, second) or _groups(first) & _groups(second))


def issue_likeness(gold: str, gold_content: str, shown: str, shown_content: str) -> int:
    """How like two issues are, 0 to 100: by name, else by at least two words of their contents."""
    first, second = stems(gold), stems(shown)
    words, other_words = stems(gold_content), stems(shown_content)
    common = len(shared(words, other_words))
    content = 40 * common // max(1, len(words))
    if shared(first, second):
        return 60 + content
    if _groups(first) & _groups(second):
        return 50 + content
    # The name may differ where one codebook is finer; then the gold's name must stand in the content.
    if (shared(first, other_words) or _groups(first) & _groups(other_words)) and common:
        return 20 + content
    return 10 + content if common >= 2 else 0


def _groups(words: frozenset[str]) -> frozenset[int]:
    return frozenset(index for index, group in enumerate(_GROUPS) if shared(words, group))
