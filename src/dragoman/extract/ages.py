"""Ages: "Ilse Marrun, 47,", "a weaver of 63", "aged 7", "my uncle is 76"."""

import re
from collections.abc import Iterator

from dragoman.extract.counted import Counted
from dragoman.extract.numerals import Kind, Numeral
from dragoman.text.lexicon import words
from dragoman.text.parse import Doc, Token

_OLDEST = 115
_AFTER_COMMA = re.compile(r"(?<=[^\W\d_]), (?P<age>\d{1,3})(?=[,.;)](?!\d)|\s*$| and \w| who\b| was\b)")
_IN_BRACKETS = re.compile(r"(?<=[^\W\d_]) \((?P<age>\d{1,3})\)")
_AGED = re.compile(r"\baged? (?:of )?(?P<age>\d{1,3})\b(?! (?:to|and|or|-) ?\d)(?!-)", re.IGNORECASE)
_OF = re.compile(
    r"(?<=[^\W\d_]) of (?P<age>\d{1,3})"
    r"(?=\s*(?:[,.;:)”\"](?!\d)|$)| (?:who|from|was|is|with|and|in|said|told)\b)"
)
_WHO = re.compile(r",? who (?:is|was|turned) (?P<age>\d{1,3})(?=[,.](?!\d)| and\b| when\b)")
_AT = re.compile(r"(?:^|(?<=[.!?”\"] ))At (?:just |only )?(?P<age>\d{1,3}), (?:he|she)\b")
_FIRST = re.compile(r"(?<=[a-z]), (?P<age>\d{1,2})(?= and \d{1,2}[,.])")
_SECOND = re.compile(r"(?<=[a-z], )\d{1,2} and (?P<age>\d{1,2})(?=[,.](?!\d))")
_IS = re.compile(
    r"\b(?:is|was|be|turned|turns|turn|’s|'s|am|I'm|I’m) (?:now |only |just |barely |about )?(?P<age>\d{1,3})"
    r"(?=\s*(?:[,.;:)”\"’—–](?!\d)|$)| (?:and|when|but|at|now|years old|then|by|this|next|last)\b)"
)
_YOUNGEST = 1
_NAMES_OF_ELSE = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME", "EVENT", "LAW", "MONEY", "PRODUCT"})


def ages(doc: Doc) -> Iterator[tuple[Numeral, int, Counted]]:
    """Each age of a person, with where its words begin ("aged") and the person."""
    tests = (
        (_AFTER_COMMA, _named),
        (_IN_BRACKETS, _named),
        (_OF, _person),
        (_WHO, _before_who),
        (_AT, _nobody),
        (_FIRST, _pair),
        (_SECOND, _pair),
        (_IS, _subject),
        (_AGED, _nearest),
    )
    text = doc.text
    if not doc.has_digit:
        return
    for pattern, whose in tests:
        for match in pattern.finditer(text):
            value = float(match["age"])
            index = doc.index_after(match.start("age"))
            if not _YOUNGEST <= value <= _OLDEST or index >= len(doc):
                continue
            person = whose(doc, index)
            if person is None and pattern not in (_AGED, _AT):
                continue
            start, end = match.start("age"), match.end("age")
            numeral = Numeral(start, end, Kind.POINT, value, value, value, True)
            what = person.text if person is not None else ""
            counted = Counted(person, start, start, what, "year")
            yield numeral, match.start() if pattern is _AGED else start, counted


def _named(doc: Doc, index: int) -> Token | None:
    """The person whose full name stands before the comma or bracket."""
    name = doc[index - 2] if index > 1 else None
    if name is not None and name.tag_ == "NN" and _is_person(name):
        return name
    if name is None or name.pos_ != "PROPN" or not name.text[0].isupper() or name.ent_type_ in _NAMES_OF_ELSE:
        return None
    before = doc[name.i - 1] if name.i > name.sent.start else None
    full = before is not None and before.text[0].isupper() and before.pos_ in ("PROPN", "NOUN", "ADJ")
    return name if name.ent_type_ == "PERSON" or full else None


def _before_who(doc: Doc, index: int) -> Token | None:
    """The singular person before "who is"."""
    comma = index > 3 and doc[index - 3].text == ","
    noun = doc[index - 3 - comma] if index > 3 else None
    one = noun is not None and ((noun.tag_ == "NN" and _is_person(noun)) or noun.pos_ == "PROPN")
    return noun if one else None


def _nobody(_doc: Doc, _index: int) -> None:
    """Nobody: the person of "At 34, he ..." is said only after."""


def _person(doc: Doc, index: int) -> Token | None:
    """The singular person before "of": "a weaver of 63"."""
    noun = doc[index - 2] if index > 1 else None
    return noun if noun is not None and noun.tag_ == "NN" and _is_person(noun) else None


def _pair(doc: Doc, index: int) -> Token | None:
    """The people before "14 and 16"."""
    before = reversed(doc[max(0, index - 4) : index])
    noun = next((t for t in before if t.pos_ in ("NOUN", "PROPN")), None)
    return noun if noun is not None and noun.tag_ == "NNS" and _is_person(noun) else None


def _subject(doc: Doc, index: int) -> Token | None:
    """The one person of whom "is 76" is said."""
    verb = next((t for t in reversed(doc[max(0, index - 3) : index]) if t.lemma_ in ("be", "turn", "'s")), None)
    if verb is None:
        return None
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is None:
        return None
    one = subject.lower_ in ("he", "she", "i") or subject.ent_type_ == "PERSON"
    return subject if one or (subject.tag_ == "NN" and _is_person(subject)) else None


def _nearest(doc: Doc, index: int) -> Token | None:
    """The noun that "aged" follows at once; "at the age of" stands apart from its person."""
    before = doc[max(0, index - 4) : index]
    noun = next((t for t in reversed(before) if t.pos_ in ("NOUN", "PROPN")), None)
    return noun if noun is not None and noun.lower_ not in ("age", "ages") else None


def _is_person(noun: Token) -> bool:
    return noun.lemma_.lower() in words("counted", "persons", "kin") or bool(_AGENT.search(noun.lemma_.lower()))


_AGENT = re.compile(r"(?:man|woman|boy|girl|person|[a-z]{3}er|[a-z]{3}or|[a-z]{3}ist|[a-z]{3}ian|[a-z]{3}ee)$")
