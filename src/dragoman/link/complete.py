"""Quantity claims with what their sentence leaves to the reader: the thing counted, "each", "in all", a part."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dragoman.link.deeds import WHOLE
from dragoman.link.lexicon import rows
from dragoman.link.sentences import sentence_of
from dragoman.link.words import stem
from dragoman.model.claim import Claim, Field
from dragoman.model.report import Report

_EACH = re.compile(
    r"^(?:[ ,]+[\w’'-]+){0,2}?,? (?:from|on|for|in|by|to) (?:each|either) (?:side|direction|country|party|camp|army)\b"
    r"|^,? (?:each|apiece|per side)\b(?! (?:other|of\b|day|week|month|year))",
    re.IGNORECASE,
)
_IN_ALL = re.compile(r"^(?:,? [\w’'-]+){0,6}?,? (?:in all|in total|altogether|overall|combined)\b", re.IGNORECASE)
_TOTAL = re.compile(
    r"\b(?:a total of|in all,?|altogether,?|a combined"
    r"|(?:overall|total|combined) (?:death )?(?:toll|number|count) (?:to|at|of))\s*$",
    re.IGNORECASE,
)
_AMONG = re.compile(
    r"\b(?:includ(?:es?|ing|ed)|among (?:them|those|the \w+),?(?: (?:are|were))?|the other|another|the remaining"
    r"|a further) (?:at least |about |some |around )?$",
    re.IGNORECASE,
)
_PART = re.compile(r"^[\w.,-]+ (?:[\w-]+ )?of (?:the|these|those|them|which|whom)\b", re.IGNORECASE)
_PUT = re.compile(
    r"\b(?:put|puts|putting|estimated?|gave|gives|set|sets|placed|places) (?:the |its )?"
    r"(?:(?:number|toll|figure|count|size|total|tally) (?:of )?(?:the )?)?([\w’'-]+)(?: [\w’'-]+){0,3}? at\b",
    re.IGNORECASE,
)
_LIST = re.compile(r"\b(?:list|roll|register|tally) of (?:the )?((?:[\w’'-]+ ){0,2}?[\w’'-]+s)\b", re.IGNORECASE)
_NEAR = 260
"""Characters back in which the thing stands that a bare number counts."""
_GENERAL = frozenset({"number", "toll", "figure", "count", "size", "total", "tally", "it", "them", "that"})


def completed(claims: Iterable[Claim], reports: Mapping[str, Report]) -> tuple[Claim, ...]:
    """All claims, the quantities among them completed from their sentence, in the order given."""
    given = tuple(claims)
    before: dict[str, Claim] = {}
    done: dict[str, Claim] = {}
    counts = (c for c in given if c.field == Field.QUANTITY and c.report in reports)
    for claim in sorted(counts, key=lambda c: (c.span, c.id)):
        whole = _completed(claim, reports[claim.report], before.get(claim.report))
        done[claim.id] = whole
        if whole.unit:
            before[claim.report] = whole
    return tuple(done.get(claim.id, claim) for claim in given)


def _completed(claim: Claim, report: Report, before: Claim | None) -> Claim:
    sentence = sentence_of(claim.span, report)
    ahead = report.text[sentence.start : claim.span.start]
    after = report.text[claim.span.end : max(sentence.end, claim.span.end)]
    if not claim.unit:
        claim = _with_thing(claim, ahead, before)
    elif listed := _LIST.search(after) if stem(claim.unit) in rows("countables", "members") else None:
        claim = replace(claim, what=listed.group(1), unit=_counted_noun(listed.group(1)))
    scope = claim.scope
    if WHOLE.search(ahead):
        scope = ""
    elif "of which" not in scope and (_PART.match(claim.span.exact) or _AMONG.search(ahead)):
        scope = f"of which, {scope}".rstrip(", ")
    if "in all" not in scope and (_IN_ALL.match(after) or _TOTAL.search(ahead)):
        scope = f"{scope}, in all".lstrip(", ")
    return replace(claim, scope=scope, per=claim.per or ("side" if _EACH.match(after) else ""))


def _with_thing(claim: Claim, ahead: str, before: Claim | None) -> Claim:
    """A bare number with the noun that is "put at" it, else with the thing that was counted just before."""
    named = [m.group(1) for m in _PUT.finditer(ahead) if m.group(1).casefold() not in _GENERAL]
    if named:
        return replace(claim, what=named[-1], unit=_counted_noun(named[-1]))
    bare = not claim.what and isinstance(claim.value, int | float) and claim.value > 1
    if bare and before and claim.span.start - before.span.end < _NEAR:
        return replace(claim, what=before.what, unit=before.unit)
    return claim


def _counted_noun(phrase: str) -> str:
    """The last word of a phrase that is known as countable, else its last word, in the singular as printed."""
    spoken: Sequence[str] = phrase.casefold().split()
    known = rows("countables", "things")
    word = next((w for w in reversed(spoken) if stem(w) in known), spoken[-1])
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
