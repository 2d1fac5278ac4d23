"""People and bodies told without a name ("Ruritanian troops", "opposition leaders"): the PLOVER sector of a noun."""

from functools import cache

from dragoman.text.lexicon import load, words
from dragoman.text.parse import Token

_BESIDE = ("compound", "amod", "nmod")


def sector_of(noun: Token) -> str:
    """The PLOVER sector of a noun with the words before it, or '' where it tells of nobody."""
    lemma = noun_form(noun)
    before = [c for c in noun.children if c.dep_ in _BESIDE and c.i < noun.i]
    for word in reversed(before):
        for said in (word.lower_, word.lemma_.lower()):
            if (pair := _sectors().get(f"{said} {lemma}")) is not None:
                return pair
    alone = _sectors().get(lemma, "")
    if lemma not in words("sectors", "bodies") and not alone:
        return ""
    if any(c.lower_ in words("sectors", "former") for c in before):
        return "ELI" if alone in ("GOV", "LEG") else alone
    if alone in ("REF", "MED", "HLH", "EDU", "LAB", "CRM", "JUD"):
        return alone
    told = next((_telling()[c.lower_] for c in reversed(before) if c.lower_ in _telling()), "")
    return told or alone


def tells_of_people(noun: Token) -> bool:
    """Whether a noun tells of people or of a body of people, with or without a sector of its own."""
    return noun.pos_ in ("NOUN", "PROPN", "ADJ") and (
        bool(sector_of(noun)) or noun_form(noun) in words("sectors", "bodies")
    )


def is_one_person(noun: Token) -> bool:
    """Whether a noun tells of one person ("a commander"), not of many or of a body."""
    return noun.tag_ in ("NN", "NNP") and noun_form(noun) in words("sectors", "persons")


@cache
def sectors() -> frozenset[str]:
    """Every sector of the lists."""
    return frozenset(code for code in load("sectors") if code.isupper())


def noun_form(noun: Token) -> str:
    """A noun in the singular, lower case, under which the lists know it."""
    lemma, lower = noun.lemma_.lower(), noun.lower_
    return lower.removesuffix("s") if lemma == lower and lower not in _sectors() and lower.endswith("s") else lemma


@cache
def _sectors() -> dict[str, str]:
    return {head: code for code, heads in load("sectors").items() if code.isupper() for head in heads}


@cache
def _telling() -> dict[str, str]:
    pairs = (entry.split("|") for entry in load("sectors")["telling"])
    return {word: sector for word, sector in pairs}  # noqa: C416 - the types of the two parts are told so
