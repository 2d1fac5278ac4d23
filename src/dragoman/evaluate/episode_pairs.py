"""Comparisons: verdicts of pairs of readings, conflicts shown and missed, differences that are no numbers."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from dragoman.evaluate.episode_issues import same_issue
from dragoman.evaluate.episode_matching import match_one_to_one
from dragoman.evaluate.episode_readings import Key, ReadFigures
from dragoman.evaluate.episode_score import Ability, Part
from dragoman.evaluate.episode_view import Json, View
from dragoman.evaluate.episode_words import shared, stems

_RELATIONS = {
    "agree": ("same", "compatible", "finer"),
    "refine": ("compatible", "finer"),
    "conflict": ("conflict",),
    "different-thing": ("different_scope", "different_time"),
}
NOT_COMPARED = "not compared"
Verdicts = Mapping[frozenset[str], frozenset[str]]
"""What was said of two claims, by their ids; a pair that is not there was not compared."""
# The state of a thing ("under way" / "ended") is told by claims of occurrence.
_FIELDS = {"state": ("occurrence",)}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two gold readings and the verdicts accepted for them; "not compared" may be among these."""

    a: Key
    b: Key
    accepted: tuple[str, ...]


def gold_pairs(view: View) -> tuple[Pair, ...]:
    """The pairs that the gold lists, or, where a figure lists none, all pairs by its relation.

    A conflict over more than two readings without listed pairs says of no single pair that it conflicts.
    """
    pairs: list[Pair] = []
    for figure in view.golden("figures"):
        name, listed = str(figure["id"]), figure.get("pairs") or ()
        pairs += [Pair((name, int(one["a"])), (name, int(one["b"])), _accepted(one)) for one in listed]
        relation = str(figure.get("relation"))
        count = len(figure.get("readings") or ())
        if listed or relation not in _RELATIONS or (relation == "conflict" and count > 2):
            continue
        accepted = _RELATIONS[relation] + ((NOT_COMPARED,) if relation == "different-thing" else ())
        pairs += [Pair((name, a), (name, b), accepted) for a, b in combinations(range(count), 2)]
    return tuple(pairs)


def _accepted(item: Json) -> tuple[str, ...]:
    verdict = item.get("verdict") or ()
    extra = item.get("or") or ()
    return tuple(str(one) for many in (verdict, extra) for one in ((many,) if isinstance(many, str) else many))


def score_pairs(view: View, figures: ReadFigures) -> Part:
    """Pairs by verdict, conflicts by recall and precision, differences by verdict."""
    pairs = gold_pairs(view)
    verdicts = shown_verdicts(view)
    misses = tuple(filter(None, (_pair_miss(pair, figures, verdicts) for pair in pairs)))
    differences = match_differences(view)
    return Part(
        (
            Ability("pairs by verdict", len(pairs) - len(misses), len(pairs), misses, bool(pairs)),
            *_conflicts(view, pairs, figures, differences),
            _differences(view, differences),
        )
    )


def shown_verdicts(view: View) -> Verdicts:
    """The verdicts of the record's quantity and time comparisons, by the two claims' ids."""
    found: dict[frozenset[str], frozenset[str]] = {}
    for one in view.shown("comparisons"):
        if one.get("field") in ("quantity", "time"):
            key = frozenset((str(one["a"]), str(one["b"])))
            found[key] = found.get(key, frozenset()) | {str(one["verdict"])}
    return found


def said_of(pair: Pair, figures: ReadFigures, verdicts: Verdicts) -> frozenset[str]:
    """All verdicts on the claims that tell a gold pair; "not compared" alone where there is none."""
    joined = (
        verdicts.get(frozenset((a, b)), frozenset()) for a in figures.claims(pair.a) for b in figures.claims(pair.b)
    )
    return frozenset[str]().union(*joined) or frozenset({NOT_COMPARED})


def _pair_miss(pair: Pair, figures: ReadFigures, verdicts: Verdicts) -> str | None:
    """What is wrong with a pair, None if nothing is; of several verdicts all must be accepted."""
    name = f"{pair.a[0]}[{pair.a[1]}]-[{pair.b[1]}]"
    if not figures.claims(pair.a) or not figures.claims(pair.b):
        return f"pair {name}: a reading was not found; accepted {'/'.join(pair.accepted)}"
    shown = said_of(pair, figures, verdicts)
    if shown <= frozenset(pair.accepted):
        return None
    return f"pair {name}: shown {'/'.join(sorted(shown))}, accepted {'/'.join(pair.accepted)}"


def _conflicts(
    view: View, pairs: tuple[Pair, ...], figures: ReadFigures, differences: "Differences"
) -> tuple[Ability, Ability]:
    """Recall over the gold's conflicts, precision over the record's (each two claims and field once)."""
    wanted = {frozenset((pair.a, pair.b)) for pair in pairs if "conflict" in pair.accepted}
    must = {frozenset((pair.a, pair.b)) for pair in pairs if pair.accepted == ("conflict",)}
    shown: dict[tuple[frozenset[str], str], Json] = {}
    for one in view.shown("comparisons"):
        if one.get("verdict") == "conflict":
            shown.setdefault((frozenset((str(one["a"]), str(one["b"]))), str(one.get("field"))), one)
    met: set[frozenset[Key]] = set()
    false = []
    for one in shown.values():
        told = _told(figures, one) & wanted if one.get("field") in ("quantity", "time") else set()
        met |= told
        if not told and not differences.is_conflict(view, one):
            false.append(f"false conflict: {_told_line(view, one)}")
    missed = [f"conflict missed: {' '.join(f'{f}[{i}]' for f, i in sorted(one))}" for one in must - met]
    expected = tuple(one for one in view.golden("differences") if _accepted(one) == ("conflict",))
    held = {id(gold) for gold, one in differences.found if one.get("verdict") == "conflict"}
    missed += [f"conflict missed: {_difference_line(gold)}" for gold in expected if id(gold) not in held]
    total = len(must) + len(expected)
    return (
        Ability("conflicts recall", total - len(missed), total, tuple(sorted(missed)), bool(total)),
        Ability("conflicts precision", len(shown) - len(false), len(shown), tuple(false), bool(total)),
    )


def _told(figures: ReadFigures, comparison: Json) -> set[frozenset[Key]]:
    """The pairs of gold readings that a comparison's two claims tell."""
    first = figures.told.get(str(comparison["a"]), frozenset())
    second = figures.told.get(str(comparison["b"]), frozenset())
    return {frozenset((one, other)) for one in first for other in second}


def _told_line(view: View, comparison: Json) -> str:
    sides = []
    for key in ("a", "b"):
        claim = view.claims.get(str(comparison[key])) or {}
        sides.append(repr((claim.get("span") or {}).get("exact", "")))
    return f"{comparison.get('field')} {' / '.join(sides)} ({comparison.get('id')})"


@dataclass(frozen=True, slots=True)
class Differences:
    """Gold differences with the comparison matched to each."""

    found: tuple[tuple[Json, Json], ...]

    def is_conflict(self, view: View, comparison: Json) -> bool:
        """Whether a comparison tells of a difference for which the gold accepts a conflict."""
        return any(
            "conflict" in _accepted(gold) and _concerns(view, gold, comparison) > 0
            for gold in view.golden("differences")
        )


def match_differences(view: View) -> Differences:
    """Match the gold's differences with comparisons on the same field of the same thing, one to one."""
    gold, shown = view.golden("differences"), view.shown("comparisons")
    return Differences(match_one_to_one(gold, shown, lambda one, other: _concerns(view, one, other)))


def _differences(view: View, differences: Differences) -> Ability:
    gold = view.golden("differences")
    misses = []
    for one in gold:
        match = next((shown for wanted, shown in differences.found if wanted is one), None)
        verdict = NOT_COMPARED if match is None else str(match.get("verdict"))
        if verdict not in _accepted(one) or match is None:
            misses.append(f"{_difference_line(one)}: shown {verdict}, accepted {'/'.join(_accepted(one))}")
    return Ability("differences", len(gold) - len(misses), len(gold), tuple(misses), bool(gold))


def _concerns(view: View, gold: Json, comparison: Json) -> int:
    """How well a comparison is about a gold difference; 0 if field, reports or thing are others."""
    field = str(gold.get("field"))
    if comparison.get("field") not in _FIELDS.get(field, (field,)):
        return 0
    claims = [view.claims.get(str(comparison.get(key))) for key in ("a", "b")]
    first, second = claims
    if first is None or second is None:
        return 0
    told = (_told_of(view, gold.get("a")), _told_of(view, gold.get("b")))
    straight = _from(view, first, told[0][0]) and _from(view, second, told[1][0])
    crossed = _from(view, first, told[1][0]) and _from(view, second, told[0][0])
    orders = [order for order, holds in ((told, straight), (told[::-1], crossed)) if holds]
    accounts = [tuple(words for _, words in order) for order in orders]
    topic = max((_topic(view, gold, comparison, (first, second), words) for words in accounts), default=0)
    return 1_000 + 500 * (comparison.get("verdict") in _accepted(gold)) + 20 * topic if topic else 0


def _told_of(view: View, text: object) -> tuple[frozenset[str], str]:
    """A gold account "file, file: what they say" as its documents' ids (none: any report) and the words."""
    head, _, rest = str(text or "").partition(":")
    named = [view.document(file.strip()) for file in head.split(",")]
    known = frozenset(document.id for document in named if document)
    return (known, rest.strip()) if len(known) == len(named) else (frozenset(), str(text or ""))


def _from(view: View, claim: Json, documents: frozenset[str]) -> bool:
    place = view.claim_place(claim)
    return place is not None and (not documents or place.document in documents)


def _topic(view: View, gold: Json, comparison: Json, claims: tuple[Json, Json], accounts: tuple[str, ...]) -> int:
    """How many marks of the gold's thing the claims meet: party and issue of a stance, else words.

    Each claim must share a word with the thing or the account that it should tell, both together two.
    """
    subject = _subject_text(view, comparison)
    thing = re.sub(r"\bstate of\b", "", str(gold.get("thing") or ""))
    met = [
        len(shared(stems(f"{thing} {words}"), stems(f"{subject} {_context(view, claim)}")))
        for claim, words in zip(claims, accounts, strict=True)
    ]
    if gold.get("party") or gold.get("issue"):
        on_it = all(_on_position(view, gold, comparison, claim) for claim in claims)
        return 1 + sum(met) if on_it else 0
    return sum(met) if all(met) and sum(met) >= 2 else 0


def _on_position(view: View, gold: Json, comparison: Json, claim: Json) -> bool:
    """Whether a claim is about a position of the gold's party on the gold's issue."""
    wanted = {str((claim.get("about") or {}).get("id")), str((comparison.get("subject") or {}).get("id"))}
    key = str(claim["id"])
    for position in view.shown("positions"):
        if str(position["id"]) not in wanted and key not in map(str, position.get("claims") or ()):
            continue
        party = view.sides.meets(str(gold.get("party") or ""), view.names(position.get("party")))
        issue = f"{position.get('issue') or ''} {position.get('content') or ''}"
        if party and same_issue(str(gold.get("issue") or ""), issue):
            return True
    return False


def _subject_text(view: View, comparison: Json) -> str:
    wanted = str((comparison.get("subject") or {}).get("id"))
    for event in view.shown("events"):
        if wanted == str(event["id"]) or wanted in map(str, event.get("aliases") or ()):
            return str(event.get("summary") or "")
    return ""


def _context(view: View, claim: Json) -> str:
    place = view.claim_place(claim)
    value = claim.get("value")
    sentence = view.documents[place.document].sentence(place) if place else ""
    return f"{sentence} {value if isinstance(value, str) else ''}"


def _difference_line(gold: Json) -> str:
    thing = gold.get("thing") or f"{gold.get('party')} on {gold.get('issue')}"
    return f"difference of {gold.get('field')}, {thing}"
