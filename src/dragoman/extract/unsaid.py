"""What a number counts where no noun follows it: from the words of a tally, the whole of a part, or the text before."""

import re
from collections.abc import Sequence
from dataclasses import replace

from dragoman.extract.antecedents import antecedent, countable, is_counted
from dragoman.extract.counted import PEOPLE, Counted, noun_after, state_of, states
from dragoman.extract.drafts import Draft
from dragoman.extract.hedges import hedge_before
from dragoman.extract.numerals import Kind, Numeral
from dragoman.model.quantity import Measure
from dragoman.text.lexicon import words
from dragoman.text.parse import Doc, Token, Words

_PART = re.compile(
    r"(?: more)? of (?:them|these|those|us|you|whom|which"
    r"|the (?P<state>dead|killed|wounded|injured|hurt|missing|displaced|detained|arrested|evacuated|rescued))\b",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"\b(?:at|to|from|as|by|is|was|were|are|be|been|reach\w*|hit|pass\w*|topp?\w*|exceed\w*|total\w*|number\w*|past|now|:)\s*$",
    re.IGNORECASE,
)
_AND_OF = re.compile(r"(?:,|;|\band|\bor) of (?:the )?(?P<thing>[\w-]+(?: [\w-]+)?) (?:at|to|is|was)\s*$", re.I)
_CARRY = re.compile(
    r"(?:\b(?:from|to|with|including|against|than|versus|or|and|another|by|for|other|of|last|first|remaining)|[(,–-])\s*$"
)
_COMPARED = re.compile(r"\b(?:(?:up|down) from|compared (?:with|to)|against|versus|than) $", re.IGNORECASE)
_QUOTE_OPENS = re.compile(r"[“\"‘]\s*(?:\w+,\s)?$")
_QUOTE_CLOSES = re.compile(r"\s?[,.!?]?\s?[”\"’]")
_ALONE = re.compile(
    r"\s*(?:$|[,.;:)”\"’–—]|(?:on|in|for|at|to|of|from|by|over|under|last|this|during|after|before|per|and|or)\b)"
)
_NO_COUNT_BEFORE = re.compile(r"\b(?:the|this|that|these|those|both|every|any|which|what|no|each)\s+$", re.IGNORECASE)
_REACH = 25


def unsaid(docs: Sequence[Doc], numeral: Numeral, earlier: Sequence[Draft], scope: str) -> Counted | None:
    """The thing that a number of the last paragraph counts though no noun follows; `earlier` stands before it there."""
    doc = docs[-1]
    if part := _part(docs, numeral, earlier):
        return part
    if scope:
        return _carried(doc, numeral, earlier, scope)
    if _COMPARED.search(doc.text[: numeral.start]) and (before := _carried(doc, numeral, earlier, scope)):
        return before
    return (
        _tallied(docs, numeral, earlier)
        or _people(doc, numeral)
        or _apposed(doc, numeral)
        or _carried(doc, numeral, earlier, scope)
        or _pointed(docs, numeral, earlier)
    )


def _part(docs: Sequence[Doc], numeral: Numeral, earlier: Sequence[Draft]) -> Counted | None:
    """The members of a whole: "four of them children" counts children, "six of the dead" people, else the whole."""
    doc = docs[-1]
    found = _PART.match(doc.text, numeral.end)
    if not found:
        return None
    state = states("casualties").get((found["state"] or "").casefold(), "")
    index = doc.index_after(found.end())
    is_said = index < len(doc) and doc[index].lemma_ == "be"
    named = noun_after(doc, index + is_said, of=False)
    if named and named.head is not None and named.head.tag_ == "NNS" and named.head.dep_ not in ("nsubj", "nsubjpass"):
        return replace(named, state=state)
    if state:
        return Counted(None, found.end(), found.end(), PEOPLE, PEOPLE, state)
    carried = _carried(doc, numeral, earlier, "of which")
    noun = antecedent(docs, doc.index_after(numeral.start))
    last = _last_count(earlier)
    if carried and (noun is None or last is None or noun.doc is not doc or noun.idx <= last.end):
        return carried
    return _as_counted(noun, numeral) if noun is not None else None


def _tallied(docs: Sequence[Doc], numeral: Numeral, earlier: Sequence[Draft]) -> Counted | None:
    """What a tally is of: "put the number of X at 12", "X, put at 12", "the crowd at 900", "and of Y at 7"."""
    doc = docs[-1]
    token = doc.at(numeral.end - 1)
    start = hedge_before(doc, numeral.start, None)[1]
    ahead = doc.text[token.sent.start_char : start] if token is not None else ""
    if token is None or not _LINK.search(ahead):
        return None
    before = doc[max(token.sent.start, token.i - _REACH) : token.i]
    tally = _tally(before, token)
    other = _AND_OF.search(ahead)
    if other and any(t.lemma_.lower() in words("counted", "tallies") for t in before):
        thing, at = other["thing"], numeral.start
        state = states("casualties").get(thing.casefold().split()[-1], "")
        what, unit = (PEOPLE, PEOPLE) if state else (thing, thing.split()[-1].casefold())
        return Counted(None, at, at, what, unit, state)
    if tally is not None:
        last = _last_count(earlier)
        again = (
            replace(last.counted, start=numeral.start, end=numeral.start, head=None) if last and last.counted else None
        )
        return _tally_of(docs, tally, numeral) or again
    return _framed(token, numeral)


def _tally(before: Words, number: Token) -> Token | None:
    """The last word of a tally before a number that belongs to its clause."""
    above = {t.i for t in number.ancestors}
    tallies = (t for t in reversed(before) if t.lemma_.lower() in words("counted", "tallies"))
    nouns = (t for t in tallies if t.pos_ == "NOUN" or t.lower_ == "dead")
    return next((t for t in nouns if t.i in above or t.head.i in above), None)


def _tally_of(docs: Sequence[Doc], tally: Token, numeral: Numeral) -> Counted | None:
    doc, lemma = docs[-1], tally.lemma_.lower()
    at = numeral.start
    following = doc[tally.i + 1] if tally.i + 1 < len(doc) else tally
    if following.lower_ == "of" and lemma not in words("counted", "crowds"):
        after = doc[tally.i + 2 : tally.i + 5]
        adjective = next((states("casualties")[t.lower_] for t in after if t.lower_ in states("casualties")), "")
        named = noun_after(doc, tally.i + 2, of=True)
        if named and named.head is not None and named.head.lower_ not in states("casualties"):
            return replace(named, start=at, end=at, state=state_of(named.head), head=None)
        return Counted(None, at, at, PEOPLE, PEOPLE, adjective) if adjective else None
    if lemma in ("toll", "dead") or "death" in {c.lower_ for c in tally.children}:
        return Counted(None, at, at, PEOPLE, PEOPLE, "killed")
    if lemma in words("counted", "crowds"):
        return Counted(None, at, at, PEOPLE, PEOPLE)
    if lemma in words("counted", "harms") or (lemma == "loss" and tally.tag_ == "NNS"):
        return Counted(None, at, at, tally.text, lemma, states("nouns").get(lemma, ""))
    noun = antecedent(docs, tally.i)
    return _as_counted(noun, numeral) if noun is not None else None


def _framed(token: Token, numeral: Numeral) -> Counted | None:
    """The plural that a verb of tallying, rise or fall is said of: "losses, put at 300", "arrivals rose to 40"."""
    verb = token.head.head if token.dep_ == "pobj" else token.head
    if verb.lemma_.lower() not in words("counted", "up", "down", "framing"):
        return None
    said_of = [c for c in verb.children if c.dep_ in ("dobj", "nsubj", "nsubjpass") and c.i < token.i]
    if verb.dep_ in ("acl", "relcl"):
        said_of.append(verb.head)
    things = (t for t in reversed(said_of) if t.tag_ == "NNS")
    noun = next((t for t in things if t.lemma_.lower() not in words("counted", "persons") or t.dep_ == "dobj"), None)
    return _as_counted(noun, numeral) if noun is not None else None


def _apposed(doc: Doc, numeral: Numeral) -> Counted | None:
    """The plural that a number after a dash or comma stands beside: "air strikes -- eight in a day"."""
    found = _ASIDE.search(doc.text[: hedge_before(doc, numeral.start, None)[1]])
    noun = doc.at(found.start() - 1) if found and found.start() else None
    if noun is None or not countable(noun) or not _ALONE.match(doc.text, numeral.end):
        return None
    return _as_counted(noun, numeral)


_ASIDE = re.compile(r"(?: --| –| —| -|—|,| \() ?$")


def _last_count(earlier: Sequence[Draft]) -> Draft | None:
    return next((d for d in reversed(earlier) if d.measure is Measure.COUNT and d.counted), None)


def _carried(doc: Doc, numeral: Numeral, earlier: Sequence[Draft], scope: str) -> Counted | None:
    """The thing counted before, for "of which 52", "up from 2.4 million" and their like."""
    counts = [d for d in earlier if d.measure is Measure.COUNT and d.counted and d.unit != "time"]
    if not counts:
        return None
    last, token = counts[-1], doc.at(numeral.start)
    same = token is not None and token.sent.start_char <= last.start
    if not scope and not (same and (_CARRY.search(doc.text[: numeral.start]) or _is_subject(token))):
        return None
    counted = last.counted
    before = counts[-2] if len(counts) > 1 else None
    if scope and counted and before and before.counted and re.fullmatch(r",? and ", doc.text[before.end : last.start]):
        counted = replace(counted, what=f"{before.counted.what} and {counted.what}", unit=before.unit)
    return replace(counted, state="", start=min(counted.start, numeral.start)) if counted else None


def _people(doc: Doc, numeral: Numeral) -> Counted | None:
    """People, where a toll is told or the verb says what is done only to people: "killed hundreds", "a toll of 40"."""
    token = doc.at(numeral.end - 1)
    state = state_of(token) if token is not None else ""
    if not state and _TOLL.search(doc.text[: numeral.start]):
        state = "killed"
    if state in states("casualties").values():
        return Counted(None, numeral.end, numeral.end, PEOPLE, PEOPLE, state)
    first = doc.index_after(hedge_before(doc, numeral.start, None)[1])
    before = doc[first - 2] if first > 1 and doc[first - 1].lower_ == "of" else None
    if before is not None and before.lemma_.lower() in _PARENTS:
        return Counted(None, numeral.end, numeral.end, "children", "child")
    if before is not None and before.lemma_.lower() in words("counted", "groups"):
        return Counted(None, numeral.end, numeral.end, PEOPLE, PEOPLE, state_of(before))
    return None


_PARENTS = frozenset({"mother", "father", "parent", "mum", "dad", "grandmother", "grandfather"})
_TOLL = re.compile(r"\bdeath toll\b[^.;]{0,60}\b(?:to|at|of|from|is|was)\b[^.;,]{0,20}$")


def _is_subject(token: Token | None) -> bool:
    return token is not None and token.dep_ in ("nsubjpass", "nsubj", "dobj") and token.head.pos_ in ("VERB", "AUX")


def _pointed(docs: Sequence[Doc], numeral: Numeral, earlier: Sequence[Draft]) -> Counted | None:
    """What a bare number as subject, object or whole answer points back to; people where none can be told of many."""
    doc = docs[-1]
    token = doc.at(numeral.end - 1)
    if token is None or not _stands_alone(doc, numeral, token):
        return None
    state = state_of(token)
    kinds = words("counted", "aloft") if state in words("counted", "aloft_states") else frozenset[str]()
    vague = numeral.kind is Kind.VAGUE
    noun = None if vague and not kinds else antecedent(docs, _first(doc, numeral), kinds)
    large = (numeral.low or 0) >= (_DOZENS if vague else _CROWD)
    if noun is not None and not (large and not vague and not is_counted(noun)):
        return replace(_as_counted(noun, numeral), state=state)
    last = _last_count(earlier)
    if last and last.counted and noun is None and not large:
        return replace(last.counted, start=numeral.start, end=numeral.start, head=None, state=state)
    return Counted(None, numeral.end, numeral.end, PEOPLE, PEOPLE, state) if large else None


_DOZENS, _CROWD = 20.0, 1000.0
"""From here on a vague plural ("dozens"), or a number with nothing counted in sight, means people."""


def _stands_alone(doc: Doc, numeral: Numeral, token: Token) -> bool:
    """Whether a bare number stands for things: a subject, an object of a deed, after "it is", or a whole answer."""
    before, after = doc.text[: hedge_before(doc, numeral.start, None)[1]], doc.text[numeral.end :]
    if _QUOTE_OPENS.search(before) and re.match(r"(?: at least| or so| or more| maybe)?[,.]?[”\"]", after):
        return True
    if _NO_COUNT_BEFORE.search(before) or token.tag_ == "PRP" or token.ent_type_ in ("DATE", "TIME", "MONEY"):
        return False
    if numeral.value == 1 and not re.search(r"(?:^|[,.;:]|\b(?:and|but|only|at least|just))\s*$", before):
        return False
    if token.dep_ in ("nummod", "amod") and token.head.lower_ == "more":
        token = token.head
    if token.dep_ in ("nsubj", "nsubjpass"):
        return token.head.pos_ in ("VERB", "AUX")
    if token.dep_ in ("dobj", "npadvmod"):
        return bool(state_of(token)) or (_more(doc, numeral) and token.dep_ == "dobj")
    if token.dep_ == "attr":
        subject = next((c for c in token.head.children if c.dep_ in ("nsubj", "expl")), None)
        return subject is not None and subject.lower_ in ("it", "they", "there", "that", "these", "those")
    return False


def _more(doc: Doc, numeral: Numeral) -> bool:
    return doc.text.startswith((" more", " others"), numeral.end)


def _first(doc: Doc, numeral: Numeral) -> int:
    return doc.index_after(numeral.start)


def _as_counted(noun: Token, numeral: Numeral) -> Counted:
    """A noun said elsewhere as the thing counted; it lends its words, not its place."""
    return Counted(None, numeral.start, numeral.start, noun.text, noun.lemma_.lower())


def measured_before(doc: Doc, numeral: Numeral, earlier: Sequence[Draft]) -> Draft | None:
    """The reading whose unit a bare number shares: "two hours on the road and one at sea", "to $7bn from 6bn"."""
    last = earlier[-1] if earlier else None
    token = doc.at(numeral.start)
    if last is None or token is None or token.sent.start_char > last.start:
        return None
    between, after = doc.text[last.end : numeral.start], doc.text[numeral.end :]
    if last.measure in (Measure.DURATION, Measure.DISTANCE) and _GOES_ON.fullmatch(between):
        return last if _ALONE.match(after) else None
    level = last.measure in _LEVELS and not last.change and numeral.figures
    return last if level and _LEVEL_FROM.fullmatch(between) and _ALONE.match(after) else None


_GOES_ON = re.compile(r"[^.;:]*(?:\b(?:and|or|then|but)|,) ")
_LEVEL_FROM = re.compile(r",? (?:[a-z]+ ){0,3}?(?:from|compared (?:with|to)|versus|against) (?:about |around )?")
_LEVELS = (Measure.MONEY, Measure.SHARE, Measure.DISTANCE, Measure.DURATION, Measure.RATE, Measure.OTHER)
