"""Marks in a clause that set one happening apart from another of its kind."""

import re
from dataclasses import dataclass

from dragoman.link.lexicon import rows, stems_of, words_of
from dragoman.link.words import fold, stem, words
from dragoman.text.lexicon import load

_DIGITAL = re.compile(r"\d{1,2}(?:st|nd|rd|th)")
_SMALL = {word: str(value) for value, word in enumerate(load("numerals")["from_zero"]) if value > 1}
"""Numbers printed as words; "one" is more often a pronoun."""
_NUMBER = re.compile(rf"\b(\d[\d,]*(?:\.\d+)?|{'|'.join(_SMALL)})(?:\s+[\w’'-]+){{0,2}}?\s+([^\W\d_]{{3,}})")
_AROUND = 40
"""Characters on either side of a trigger in which a mark speaks of it."""


@dataclass(frozen=True, slots=True)
class Marks:
    """Ordinals ("second"), whether the happening is an earlier, a further one, an anniversary; counts by noun stem."""

    ordinals: frozenset[str]
    earlier: bool
    further: bool
    anniversary: bool
    counts: frozenset[tuple[str, str]]

    def exclude(self, other: "Marks") -> str:
        """The mark by which the two cannot be one happening, or ""."""
        if self.ordinals and other.ordinals and not self.ordinals & other.ordinals:
            return "different ordinals"
        if self.anniversary != other.anniversary:
            return "an anniversary is not the event"
        if (self.earlier and other.further) or (self.further and other.earlier):
            return "one is earlier, the other further"
        return ""

    def counts_differ(self, other: "Marks") -> bool:
        """Whether both print a number for one noun and share none of these numbers."""
        nouns = {noun for noun, _ in self.counts} & {noun for noun, _ in other.counts}
        mine = {number for noun, number in self.counts if noun in nouns}
        return bool(nouns) and not mine & {number for noun, number in other.counts if noun in nouns}


def marks(clause: str, at: int) -> Marks:
    """The marks of a clause around the trigger that begins at character `at` of it."""
    near = words(clause[max(0, at - _AROUND) : at + _AROUND])
    stems = frozenset(stem(word) for word in near)
    return Marks(
        ordinals=_ordinals(words(clause)),
        earlier=bool(set(near) & words_of("earlier")),
        further=bool(set(near) & words_of("further")),
        anniversary=bool(stems & stems_of("commemorating")),
        counts=frozenset(
            (stem(noun), _SMALL.get(number, number.replace(",", ""))) for number, noun in _NUMBER.findall(fold(clause))
        ),
    )


def _ordinals(clause: list[str]) -> frozenset[str]:
    """Ordinals that count a happening: one is named by one of the three words after."""
    known, happenings = stems_of("ordinals"), rows("linking", "families")
    return frozenset(
        word
        for at, word in enumerate(clause)
        if (stem(word) in known or _DIGITAL.fullmatch(word))
        and any(stem(part) in happenings for after in clause[at + 1 : at + 4] for part in (after, *after.split("-")))
    )
