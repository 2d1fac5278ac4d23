"""The names of two parties exchanged in a text, and both told by a sign, so that two readings can be compared."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.text.world import Country, articled


@dataclass(frozen=True, slots=True)
class Party:
    """The forms in which a text names one party; `persons` are full names and surnames, the most named first."""

    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    persons: tuple[str, ...] = ()

    @classmethod
    def of(cls, country: Country, persons: Sequence[str] = ()) -> "Party":
        """A country with its names, demonyms and capital, and persons who stand for it."""
        names = (country.name, *(alias for alias in country.aliases if not alias.isupper()))
        return cls(tuple(map(_article, names)), country.demonyms, (country.capital,), tuple(persons))

    def forms(self) -> Mapping[str, tuple[str, ...]]:
        """The forms by kind, alike for every party: what stands for what when two are exchanged."""
        plural = tuple(word for word in self.demonyms if word.endswith("s"))
        plain = tuple(word for word in self.demonyms if not word.endswith("s"))
        surnames = tuple(dict.fromkeys(name.split()[-1] for name in self.persons))
        full = tuple(name for name in self.persons if " " in name)
        kinds = {"name": self.names, "adjective": plain, "people": plural or plain, "capital": self.capitals}
        return {**kinds, "person": full, "surname": surnames}


@dataclass(frozen=True, slots=True)
class Exchange:
    """Two parties whose names change places."""

    a: Party
    b: Party

    def swapped(self, text: str) -> str:
        """The text with every form of one party's name replaced by the other's of the same kind."""
        pairs = {
            form: there[kind][0]
            for here, there in ((self._forms(self.a), self._forms(self.b)), (self._forms(self.b), self._forms(self.a)))
            for kind, forms in here.items()
            for form in forms
        }
        return _replaced(text, pairs)

    def _forms(self, party: Party) -> Mapping[str, tuple[str, ...]]:
        """A party's forms of those kinds of which the other has one too."""
        a, b = self.a.forms(), self.b.forms()
        return {kind: forms for kind, forms in party.forms().items() if a[kind] and b[kind]}

    def signed(self, text: str, *, swapped: bool = False) -> str:
        """The text with each form replaced by a sign for party and kind; `swapped` gives each the other's sign."""
        first, second = (self.b, self.a) if swapped else (self.a, self.b)
        signs = {
            form: f"<{number} {kind}>"
            for number, party in ((1, first), (2, second))
            for kind, forms in self._forms(party).items()
            for form in forms
        }
        return _replaced(text, signs)

    def names_one(self, text: str) -> bool:
        """Whether the text names either party."""
        return self.signed(text) != text


def _article(name: str) -> str:
    return f"the {name}" if articled(name) else name


def _replaced(text: str, pairs: Mapping[str, str]) -> str:
    """Longest forms first, whole words; an article that belongs to a name goes with it, also in a capital."""
    if not pairs:
        return text
    bare = {form.removeprefix("the "): new for form, new in pairs.items()}
    forms = sorted(bare, key=len, reverse=True)
    pattern = re.compile(rf"(?P<the>\b[Tt]he )?(?<![\w-])(?P<form>{'|'.join(map(re.escape, forms))})(?![\w-]*\w)")

    def new(match: re.Match[str]) -> str:
        form, article = match["form"], match["the"] or ""
        word = bare[form]
        if f"the {form}" in pairs:
            article = ""
        if word.startswith("the ") and article:
            word = word.removeprefix("the ")
        made = article + word
        return made[0].upper() + made[1:] if match.group()[0].isupper() and match.start() == 0 else made

    return pattern.sub(new, text)
