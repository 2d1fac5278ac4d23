"""The words that a cue ascribes: clause, infinitive, object, label, or the sentence around a tag."""

from collections.abc import Iterator, Sequence
from functools import cache

from dragoman.extract.cue_words import is_strict
from dragoman.extract.subjects import stands_off, subject_of, told_beside
from dragoman.text.lexicon import load, words
from dragoman.text.parse import Doc, Token

_DANGLING = frozenset(("and", "but", "or", "while", "whether", "that", "because", "which"))
TAG_WORDS = 12
"""Most words of a tag that stands inside or behind what it ascribes."""


@cache
def _accusing() -> dict[str, tuple[str, ...]]:
    """Prepositions by verb ("accuse": "of")."""
    table: dict[str, tuple[str, ...]] = {}
    for entry in load("cues")["accusing"]:
        verb, preposition = entry.split()
        table[verb] = (*table.get(verb, ()), preposition)
    return table


def content_of(verb: Token) -> list[Token]:
    """The tokens of the clause, infinitive, object or phrase that the verb ascribes."""
    lemma = verb.lemma_.lower()
    delayed = _delayed(verb) if is_strict(verb) else []
    if delayed or lemma in words("cues", "asking", "offering"):
        return delayed or (_asked(verb) if _in_utterance(verb) else [])
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and _is_clause(c, lemma)), None)
    if clause is not None and not _apart(clause, verb):
        return list(clause.subtree)
    if lemma in words("cues", "naming") and (judged := _judgement(verb)):
        return judged
    if verb.dep_ == "parataxis" and verb.head.pos_ in ("VERB", "AUX"):
        own = set(verb.subtree)
        return [t for t in verb.head.subtree if t not in own]
    if verb.dep_ == "advcl" and _as_told(verb):
        own = set(verb.subtree)
        return [t for t in verb.head.subtree if t not in own]
    attitude = lemma in words("cues", "attitude", "forecast") and lemma not in words("cues", "speech")
    if attitude:
        return []
    if lemma in words("cues", "infinitive"):
        clause = next((c for c in verb.children if c.dep_ == "xcomp"), None)
        if clause is not None:
            return list(clause.subtree)
    return _phrasal(verb, lemma)


def _delayed(verb: Token) -> list[Token]:
    """'said in a speech that ...', 'said before going in that ...': the clause, hung on what is between."""
    if any(c.dep_ in ("ccomp", "dobj", "parataxis") for c in verb.children):
        return []
    rest = verb.doc[verb.i + 1 : verb.sent.end]
    that = next((t for t in rest if t.text in (",", ";", ":", '"') or (t.lower_ == "that" and t.dep_ == "mark")), None)
    if that is None or that.lower_ != "that" or that.i - verb.i > TAG_WORDS or rest[0].pos_ not in ("ADP", "SCONJ"):
        return []
    clause = that.head
    between = range(verb.i + 1, that.i)
    return list(clause.subtree) if clause.head.i in between and clause.i > that.i else []


def _in_utterance(verb: Token) -> bool:
    """Whether what is asked or offered stands in an utterance that is told of ('in a letter', 'in a statement')."""
    subject = subject_of(verb)
    near = [*verb.children, *(subject.children if subject is not None else ())]
    things = (o for c in near if c.dep_ == "prep" and c.lower_ in ("in", "on", "via", "through") for o in c.children)
    return any(o.dep_ == "pobj" and o.lemma_.lower() in words("unnamed", "documents") for o in things)


def _asked(verb: Token) -> list[Token]:
    """The clause, infinitive or thing asked for or offered."""
    kinds = ("ccomp", "xcomp", "dobj")
    return [t for c in verb.children if c.dep_ in kinds and c.i > verb.i for t in c.subtree]


def trailing(verb: Token, source: Token) -> list[Token]:
    """'A did B, C told D.': the sentence up to the comma before the tag, where the parse links nothing."""
    first, doc = min(source.left_edge.i, verb.i), verb.doc
    if (
        not is_strict(verb)
        or first - 1 <= verb.sent.start
        or doc[first - 1].text != ","
        or verb.sent.end - verb.i > TAG_WORDS
    ):
        return []
    said = doc[verb.sent.start : first - 1]
    return list(said) if any(t.pos_ in ("VERB", "AUX") for t in said) else []


def _phrasal(verb: Token, lemma: str) -> list[Token]:
    thing = next((c for c in verb.children if c.dep_ in ("dobj", "dative", "oprd")), None)
    prepositions = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in _accusing().get(lemma, ())]
    if prepositions:
        behind = [t for t in prepositions[0].subtree if t != prepositions[0]]
        if thing is None or thing.tag_ in ("WDT", "WP"):
            return behind
        return [*thing.subtree, *prepositions[0].subtree]
    label = next((c for c in verb.children if c.dep_ == "oprd" or (c.dep_ == "prep" and c.lower_ == "as")), None)
    if label is not None and label.dep_ == "prep" and thing is None and verb.tag_ != "VBN":
        return []  # "called for a truce as a first step" names nothing
    if label is not None and lemma in words("cues", "naming"):
        return [t for t in label.subtree if t != label or label.dep_ == "oprd"]
    finite = verb.tag_ in ("VBD", "VBN", "VBZ", "VBG")
    if finite and thing is not None and lemma in words("cues", "objects") and thing.pos_ in ("NOUN", "PROPN", "NUM"):
        modifiers = [c for c in verb.children if c.i > thing.i and c.dep_ in ("prep", "npadvmod", "advcl")]
        return [
            *thing.subtree,
            *(
                t
                for m in modifiers
                if m.dep_ == "prep" and m.lower_ in ("in", "at", "on", "over", "near", "between")
                for t in m.subtree
            ),
        ]
    return []


def placed_figure(verb: Token) -> Iterator[tuple[Token, list[Token]]]:
    """Source and content of each 'X puts the toll at N', with ', Y at M' behind it."""
    source = subject_of(verb)
    thing = next((c for c in verb.children if c.dep_ == "dobj"), None)
    link = "at" if verb.lemma_ == "put" else "to"
    at = next((t for t in verb.subtree if t.lower_ == link and thing is not None and t.i > thing.i), None)
    if source is None or thing is None or at is None or thing.lemma_.lower() not in words("cues", "measures"):
        return
    number = next((c for c in at.children if c.dep_ == "pobj"), None)
    if number is None or not any(t.like_num for t in number.subtree):
        return
    beyond = [c.left_edge.i for c in number.children if _goes_beyond(c, number)]
    end = _compared(verb.doc, min([number.right_edge.i + 1, *beyond]))
    yield source, list(verb.doc[thing.left_edge.i : end])
    rest = verb.doc[end : verb.sent.end]
    again = next((t for t in rest if t.lower_ == "at" and t.i + 1 < len(t.doc) and t.nbor(1).like_num), None)
    if again is None:
        return
    if any(t.lower_ == "of" for t in verb.doc[end : again.i]):  # "the number of dead at 5, and of wounded at 9"
        yield source, list(verb.doc[end + 1 : again.i + 2])
    elif not any(t.pos_ in ("VERB", "AUX") for t in rest):
        other = verb.doc[again.i - 1]
        if other.pos_ in ("NOUN", "PROPN"):
            yield other, list(verb.doc[again.i + 1 : again.i + 3])


def _compared(doc: Doc, end: int) -> int:
    """End of ', up from 9' behind a number, or of the number."""
    behind = [t.lower_ for t in doc[end : end + 4]]
    told = behind[:1] == [","] and behind[1:2] in (["up"], ["down"]) and behind[2:3] == ["from"]
    return end + 4 if told and doc[end + 3].like_num else end


def _goes_beyond(child: Token, number: Token) -> bool:
    """Whether a word behind a number begins something else than a second number beside it ("60 dead and 12 hurt")."""
    if child.i < number.i or child.dep_ not in ("conj", "cc", "punct", "relcl"):
        return False
    after = child.nbor(1) if child.i + 1 < len(child.doc) else child
    if child.dep_ == "cc":
        return not after.like_num
    return not (child.dep_ == "conj" and child.left_edge.like_num and child.left_edge.nbor(-1).lower_ == "and")


def _as_told(verb: Token) -> bool:
    """'..., as X said': the verb has nothing of its own to ascribe."""
    kinds = {c.dep_ for c in verb.children}
    told = any(c.lower_ == "as" and c.dep_ in ("mark", "advmod") for c in verb.children)
    return (
        told and not kinds & {"dobj", "dative", "ccomp", "xcomp", "oprd"} and not _accusing().get(verb.lemma_.lower())
    )


def _judgement(verb: Token) -> list[Token]:
    """The complement alone of 'called A a B', where the parse reads 'A a B' as a clause."""
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.pos_ in ("NOUN", "ADJ", "PROPN")), None)
    subject = next((c for c in clause.children if c.dep_ == "nsubj"), None) if clause is not None else None
    if clause is None or subject is None:
        return []
    own = set(subject.subtree)
    return [t for t in clause.subtree if t not in own]


def _is_clause(clause: Token, lemma: str) -> bool:
    if lemma in ("agree", "disagree") and not any(c.dep_ in ("mark", "nsubj", "nsubjpass") for c in clause.children):
        return False
    if lemma in words("cues", "no_clause"):
        return any(c.dep_ == "mark" for c in clause.children)
    return clause.pos_ in ("VERB", "AUX", "ADJ", "NOUN", "ADV", "PROPN", "PRON", "NUM", "X", "ADP", "INTJ")


def _apart(clause: Token, verb: Token) -> bool:
    """Whether a clause before the verb is a sentence of its own ("A accuses B; B denies it")."""
    if clause.i > verb.i:
        return False
    between = verb.doc[clause.i : verb.i]
    return any(t.text == ";" for t in between) or any(
        c.dep_ == "dobj" and c.lower_ in ("it", "this", "that") for c in verb.children
    )


def runs(tokens: Sequence[Token], cue: Token, taken: set[Token]) -> tuple[tuple[int, int], ...]:
    """Tokens as runs `[start, end)` without the cue, its source, and marks and 'that' at the edges."""
    relayed = {s for t in tokens if t != cue and _speaks_apart(t, cue) for s in t.subtree}
    kept = sorted({t.i for t in tokens if t != cue and t not in taken and t not in relayed})
    background = next((i for i in kept if i > cue.i and _is_background(cue.doc, i)), None)
    kept = [i for i in kept if background is None or i < background]
    return joined(kept, cue.doc)


def _speaks_apart(token: Token, cue: Token) -> bool:
    """Whether another act begins at a word of the content: citing X, adding that, as X accused Y."""
    if token.lower_ in ("citing", "quoting"):
        return True
    if token.tag_ == "VBG" and token.lemma_.lower() in words("cues", "further") and token.i > cue.i:
        return stands_off(token)
    if token.dep_ == "conj" and told_beside(token) == cue:
        return True
    if token.dep_ == "relcl" and _told_aside(token):
        return True
    apart = token.dep_ == "advcl" and _is_act(token)
    return apart and any(c.lower_ in ("as", "while") and c.dep_ in ("mark", "advmod") for c in token.children)


def _told_aside(verb: Token) -> bool:
    """', which Y says did B': another's word on what was said, added behind a comma."""
    first = verb.left_edge
    stands = first.i > 0 and first.nbor(-1).text == "," and first.tag_ == "WDT" and verb.tag_ in ("VBZ", "VBP", "VBD")
    own = next((c for c in verb.children if c.dep_ == "nsubj" and c.tag_ != "WDT"), None)
    return stands and is_strict(verb) and own is not None and own.pos_ != "PRON"


def _is_act(token: Token) -> bool:
    """Whether a verb can only be an act of speech or an accusation, or puts a figure."""
    figure = token.lemma_ == "put" and any(c.lemma_.lower() in words("cues", "measures") for c in token.children)
    return figure or is_strict(token) or token.lemma_.lower() in _accusing()


def joined(indexes: Sequence[int], doc: Doc) -> tuple[tuple[int, int], ...]:
    """Sorted token indexes as runs, trimmed at their edges."""
    found: list[list[int]] = []
    for index in indexes:
        if found and index == found[-1][1]:
            found[-1][1] = index + 1
        else:
            found.append([index, index + 1])
    trimmed = (_trim(doc, start, end) for start, end in found)
    return tuple(run for run in trimmed if run[0] < run[1])


def _is_background(doc: Doc, index: int) -> bool:
    """Whether ', following ...' or ', hours after ...' begins here: the outlet's own reminder after what was said."""
    if doc[index].text != "," or index + 1 >= len(doc):
        return False
    return doc[index + 1].lower_ in ("following", "having") or time_after(doc, index + 1, doc[index].sent.end)


def time_after(doc: Doc, start: int, end: int) -> bool:
    """Whether 'hours after', 'a day before' or 'two weeks after' begins at a token."""
    head = [t.lower_ for t in doc[start : min(end, start + 4)]]
    return any(w in ("after", "before") for w in head[1:]) and any(
        w.rstrip("s") in ("hour", "day", "week", "month", "minute", "moment") for w in head
    )


def _trim(doc: Doc, start: int, end: int) -> tuple[int, int]:
    while start < end and (
        (doc[start].is_punct and doc[start].text not in "$(")
        or (doc[start].lower_ == "that" and doc[start].dep_ == "mark")
    ):
        start += 1
    while end > start and (
        (doc[end - 1].is_punct and doc[end - 1].text not in ")%")
        or doc[end - 1].is_space
        or (doc[end - 1].lower_ in _DANGLING and end < len(doc) and doc[end].i <= doc[end - 1].sent.end)
    ):
        end -= 1
    return _with_marks(doc, start, end)


def _with_marks(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The run with the quotation mark of which it holds only the other."""
    marks = [i for i in range(start, end) if doc[i].text in ('"', "``", "''")]
    if len(marks) % 2 == 0:
        return start, end
    closes = next((i for i in range(end, min(len(doc), end + 2)) if doc[i].text in ('"', "''")), None)
    if closes is not None:
        return start, closes + 1
    opens = start > 0 and doc[start - 1].text in ('"', "``")
    return (start - 1, end) if opens else (start, end)
