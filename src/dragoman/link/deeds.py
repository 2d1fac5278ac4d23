"""What was done to counted things, by the claim's own words or by the clause around them."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from dragoman.link.lexicon import rows
from dragoman.link.words import fold, stem, words
from dragoman.model.claim import Claim
from dragoman.model.span import Span
from dragoman.text.lexicon import load

_WORD = re.compile(r"[^\W_]+")
_ASIDE = re.compile(r",\s(?:not|rather than|instead of|including|among them)\b[^,;.]{0,40},")
CLAUSE_BREAK = re.compile(
    r"[;:()“”\"–—]|,\s|\.\s|\b(?:and|but|or|while|after|before|when|since|as|because|which|that|who|whom|whose|though|although"
    r"|following|amid|despite|if|until|unless|where|whether)\b",
    re.IGNORECASE,
)
WHOLE = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty|half|most|some)) of "
    r"(?:the |its |their )?(?:about |some |more than |at least |nearly )?$",
    re.IGNORECASE,
)
"""Words before the whole of which a part is counted: "two of the" five."""
_LISTED = re.compile(r"([\w’'-]+), (?:[\w-]+ [\w-]+(?:,| and|, and) ){0,3}$")
"""The word before a list into which a count is broken up: "eight had died, six civilians and two" soldiers."""
_REACH = 14
"""Words from a number within which a verb or noun of its clause may say what was done."""
JOINT = re.compile(r"^(?:,\s|and|or|but)$", re.IGNORECASE)
"""Breaks across which clauses of one sentence still share a time."""
_TOOK = re.compile(r"\b(?:took|take|takes|taken|for) (?:[\w-]+ ){0,3}$", re.IGNORECASE)
_WINDOW = re.compile(
    r"\bin (?:about|just|over|under|more than|less than|nearly|almost|the (?:last|past))? ?$", re.IGNORECASE
)
"""Words before a length within which something happened: "the second meeting in" a month."""
_MET = re.compile(r"\b(?:met|talked|negotiated|conferred|sat down) for (?:[\w-]+ ){0,3}$", re.IGNORECASE)
"""Words of meeting before its length: "met for" two hours."""
_ELAPSED = re.compile(r"\bafter (?:[\w-]+ ){0,3}$", re.IGNORECASE)


def deeds_of(claim: Claim, sentence: Span, things: frozenset[str]) -> frozenset[str]:
    """Families of what was done to the things of a count; empty when nothing near tells."""
    known, kind = rows("countables", "done"), kind_of_thing(things)
    ahead = sentence.exact[: max(0, claim.span.start - sentence.start)]
    if WHOLE.search(ahead):
        return frozenset()
    own = _families(words(f"{claim.scope} {claim.what}"), known, kind)
    if found := own or _around(claim, sentence, known=known, kind=kind):
        return found
    listed = _LISTED.search(ahead)
    if found := _families(words(listed.group(1)), known, kind) if listed else frozenset():
        return found
    # A bare number goes on with what was done before it: "80 are to be freed, 40 from each side".
    bare = claim.unit.casefold()[:4] not in claim.span.exact.casefold()
    before = [word for word in _WORD.findall(ahead) if _families([word], known, kind)]
    return _families(before[-1:], known, kind) if bare else frozenset()


def length_of(claim: Claim, sentence: Span) -> frozenset[str]:
    """What a length of time is of: "lasting", "after", "deadline" and the like, and the happenings that it measures."""
    known = rows("countables", "spans")
    own = _families(words(claim.scope), known, "")
    ahead = sentence.exact[: claim.span.start - sentence.start]
    if _WINDOW.search(ahead):
        return frozenset({"window"})
    elapsed = _ELAPSED.search(ahead) and not own
    if elapsed or _of(claim, sentence):
        return own | {"lasting"}
    took = {"lasting"} if _TOOK.search(ahead) else set()
    return own or _around(claim, sentence, known=known, kind="", inside=True) or frozenset(took)


def happenings_of(claim: Claim, sentence: Span) -> frozenset[str]:
    """Kinds of happenings of which a length is said: "six hours of talks", "a truce of 14 days"."""
    known = rows("linking", "families")
    said = words(claim.what) + _of(claim, sentence)
    if _MET.search(sentence.exact[: claim.span.start - sentence.start]):
        said.append("talk")
    return frozenset(family for word in said for family in known.get(stem(word), ()))


def _of(claim: Claim, sentence: Span) -> list[str]:
    """The words of a happening that "of" joins to a length: "six hours of talks"."""
    known = rows("linking", "families")
    of = re.search(r" of ((?:[\w’'-]+ ){0,2}?[\w’'-]+)$", claim.span.exact) or re.match(
        r" of ((?:[\w’'-]+ ){0,2}?[\w’'-]+)", sentence.exact[claim.span.end - sentence.start :]
    )
    return [word for word in words(of.group(1)) if stem(word) in known] if of else []


def moods_of(claim: Claim, sentence: Span) -> frozenset[str]:
    """Whether the number is demanded, offered, accepted or refused by the words of its clause."""
    known = rows("countables", "wished")
    ahead, after = _clause(claim, sentence)
    return _families(words(f"{claim.scope} {ahead} {after}"), known, "")


def kind_of_thing(things: Iterable[str]) -> str:
    """What can be done to things turns on whether they are a "person", a "weapon" or another "object"."""
    known = set(things)
    if not known:
        return ""
    if known & _persons():
        return "person"
    return "weapon" if known & set(load("countables")["weapons"]) else "object"


@cache
def _persons() -> frozenset[str]:
    pairs = (row.split() for row in load("countables")["broader"])
    return frozenset({"person", "family", *(kind for kind, whole in pairs if whole == "person")})


@cache
def _suited() -> Mapping[str, frozenset[str]]:
    pairs = [row.split() for row in load("countables")["suits"]]
    return {family: frozenset(kind for other, kind in pairs if other == family) for family, _ in pairs}


def _suits(family: str, kind: str) -> bool:
    return not kind or family not in _suited() or kind in _suited()[family]


def _families(said: Iterable[str], known: Mapping[str, frozenset[str]], kind: str) -> frozenset[str]:
    return frozenset(f for word in said for f in known.get(stem(word), ()) if _suits(f, kind))


def _clause(claim: Claim, sentence: Span) -> tuple[str, str]:
    """The words of the claim's clause before and after it, without asides ("12 drones, not 31, had flown")."""
    told = _ASIDE.sub(lambda aside: " " * len(aside.group()), sentence.exact)
    ahead = told[: max(0, claim.span.start - sentence.start)]
    after = told[claim.span.end - sentence.start :]
    start = max((m.end() for m in CLAUSE_BREAK.finditer(ahead)), default=0)
    end = CLAUSE_BREAK.search(after, 1)
    return ahead[start:], after[: end.start()] if end else after


def _around(
    claim: Claim, sentence: Span, *, known: Mapping[str, frozenset[str]], kind: str, inside: bool = False
) -> frozenset[str]:
    """What was done by the nearest telling word of the clause; a word after the number wins over one as far before."""
    ahead, after = _clause(claim, sentence)
    rows_: list[tuple[float, list[str]]] = [
        (0.5, [m.group() for m in _WORD.finditer(ahead)][::-1]),
        (0.0, [m.group() for m in _WORD.finditer(after)]),
    ]
    if inside:
        rows_.append((-1.0, [m.group() for m in _WORD.finditer(fold(claim.span.exact))]))
    near: list[tuple[float, frozenset[str]]] = []
    for offset, side in rows_:
        told = ((at + offset, _families([word], known, kind)) for at, word in enumerate(side[:_REACH]))
        near += [next(((steps, deeds) for steps, deeds in told if deeds), (float(_REACH), frozenset()))]
    return min(near, key=lambda found: found[0])[1]
