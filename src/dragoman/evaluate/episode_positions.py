"""Positions and commitments matched one to one by party, issue or content, and stance."""

import re
from collections.abc import Sequence

from dragoman.evaluate.episode_issues import issue_likeness
from dragoman.evaluate.episode_matching import match_one_to_one
from dragoman.evaluate.episode_score import Ability, Part
from dragoman.evaluate.episode_view import Json, View

_WORDS = frozenset(("open", "due", "kept", "partly_kept", "broken", "disputed", "overtaken"))
# What the gold says of a commitment in its own words, and the statuses of the record that say so.
_STATUSES = (
    (re.compile(r"\bnot (?:met|kept)|broken|fail", re.IGNORECASE), ("broken", "due", "overtaken")),
    (re.compile(r"part", re.IGNORECASE), ("partly_kept",)),
    (re.compile(r"disputed", re.IGNORECASE), ("disputed",)),
    (re.compile(r"overtaken|withdrawn", re.IGNORECASE), ("overtaken",)),
    (re.compile(r"outstanding|open|preparation|not yet|pending|due", re.IGNORECASE), ("open", "due")),
    (re.compile(r"done|kept|met\b|fulfilled", re.IGNORECASE), ("kept",)),
)


def score_positions(view: View) -> Part:
    """Positions and commitments by recall and precision, and the status of the commitments found."""
    positions, commitments = view.golden("positions"), view.golden("commitments")
    shown_positions, shown_commitments = view.shown("positions"), view.shown("commitments")
    found = match_one_to_one(positions, shown_positions, lambda one, other: _position_fit(view, one, other))
    kept = match_one_to_one(commitments, shown_commitments, lambda one, other: _commitment_fit(view, one, other))
    judged = [(one, other) for one, other in kept if _accepted_status(one)]
    wrong = tuple(
        f"status: {_commitment_line(one)}: gold {one.get('status_at_the_time')}, shown {other.get('status')}"
        for one, other in judged
        if other.get("status") not in _accepted_status(one)
    )
    has_status = any(_accepted_status(one) for one in commitments)
    return Part(
        (
            *_recall_precision(view, "positions", positions, shown_positions, found),
            *_recall_precision(view, "commitments", commitments, shown_commitments, kept),
            Ability("commitment status", len(judged) - len(wrong), len(judged), wrong, has_status),
        )
    )


def _recall_precision(
    view: View, name: str, gold: Sequence[Json], shown: Sequence[Json], pairs: Sequence[tuple[Json, Json]]
) -> tuple[Ability, Ability]:
    found, true = {id(one) for one, _ in pairs}, {str(other["id"]) for _, other in pairs}
    line = _position_line if name == "positions" else _commitment_line
    kind = name.removesuffix("s")
    missed = tuple(f"{kind} missed: {line(one)}" for one in gold if id(one) not in found)
    false = tuple(f"{kind} false: {_shown_line(view, one)}" for one in shown if str(one["id"]) not in true)
    return (
        Ability(f"{name} found", len(pairs), len(gold), missed, bool(gold)),
        Ability(f"{name} precision", len(pairs), len(shown), false, bool(gold)),
    )


def _position_fit(view: View, gold: Json, shown: Json) -> int:
    """How well a position fits: 0 if party, stance, reports or issue are others."""
    stances = {str(gold.get("stance")), *map(str, gold.get("also_acceptable_stances") or ())}
    if str(shown.get("stance")) not in stances or not _from_its_reports(view, gold, shown):
        return 0
    if not view.sides.meets(str(gold.get("party") or ""), view.names(shown.get("party"))):
        return 0
    content = f"{shown.get('content') or ''} {shown.get('conditions') or ''} {_words_cited(view, shown)}"
    likeness = issue_likeness(
        str(gold.get("issue") or ""), str(gold.get("content") or ""), str(shown.get("issue") or ""), content
    )
    return 1_000 + 10 * likeness if likeness else 0


def _commitment_fit(view: View, gold: Json, shown: Json) -> int:
    """How well a commitment fits: by whom, the words of what, the reports; to whom and due lend weight."""
    if not _from_its_reports(view, gold, shown) or not _by_fits(view, gold, shown):
        return 0
    content = f"{shown.get('what') or ''} {_words_cited(view, shown)}"
    wanted, what = str(gold.get("what") or ""), str(shown.get("what") or "")
    likeness = issue_likeness(wanted, wanted, what, content)
    if not likeness:
        return 0
    to = view.sides.meets(str(gold.get("to") or ""), view.names(shown.get("to")))
    status = shown.get("status") in _accepted_status(gold)
    return 1_000 + 10 * likeness + 50 * to + 50 * status


def _by_fits(view: View, gold: Json, shown: Json) -> bool:
    """Whether all parties that the gold names as promising, and no other side, stand in the record."""
    given = shown.get("by")
    makers = [view.names(one) for one in (given if isinstance(given, (list, tuple)) else (given,)) if one]
    # What stands in brackets may tell the side ("Country (army)"), and is no party of its own.
    wanted = re.split(r"\s+and\s+(?![^()]*\))|\s*,\s*(?![^()]*\))", str(gold.get("by") or ""))
    met = [any(view.sides.meets(one, names) for names in makers) for one in wanted if one.strip()]
    stray = [names for names in makers if not any(view.sides.meets(one, names) for one in wanted)]
    return bool(met) and all(met) and not stray


def _from_its_reports(view: View, gold: Json, shown: Json) -> bool:
    files = {document.id for file in gold.get("files") or () if (document := view.document(str(file)))}
    places = [view.claim_place(claim) for claim in _claims(view, shown)]
    return any(place and place.document in files and not view.in_tail(place) for place in places)


def _claims(view: View, shown: Json) -> tuple[Json, ...]:
    listed = view.listed(shown)
    if listed:
        return listed
    key = str(shown["id"])
    return tuple(claim for claim in view.claims.values() if str((claim.get("about") or {}).get("id")) == key)


def _words_cited(view: View, shown: Json) -> str:
    return " ".join(str((claim.get("span") or {}).get("exact") or "") for claim in _claims(view, shown))


def _accepted_status(gold: Json) -> tuple[str, ...]:
    text = str(gold.get("status_at_the_time") or gold.get("status") or "")
    if text in _WORDS:
        return (text,)
    return next((accepted for pattern, accepted in _STATUSES if pattern.search(text)), ())


def _position_line(gold: Json) -> str:
    return f"{gold.get('party')} {gold.get('stance')} {gold.get('issue')}: {gold.get('content')}"


def _commitment_line(gold: Json) -> str:
    return f"{gold.get('by')} to {gold.get('to')}: {gold.get('what')}"


def _shown_line(view: View, shown: Json) -> str:
    if "stance" in shown:
        party = (view.names(shown.get("party")) or ("nobody",))[0]
        return f"{party} {shown.get('stance')} {shown.get('issue')}: {shown.get('content')} ({shown['id']})"
    given = shown.get("by")
    makers = [view.names(one) for one in (given if isinstance(given, (list, tuple)) else (given,))]
    by = "+".join(names[0] for names in makers if names) or "nobody"
    return f"{by}: {shown.get('what')} ({shown['id']})"
