"""Names and sides: whether two names mean the same one, and on which side a name stands."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from dragoman.evaluate.episode_words import alike, plain, shared, tokens

_SMALL = frozenset(("the", "a", "an", "of", "for", "and", "in", "at", "to", "by", "on", "s"))
# Words that say nothing of who it is among the people of a side.
_GENERIC_WORDS = """
    official officials authority authorities government governments source sources spokesman spokeswoman
    spokesperson delegation delegations side sides people leader leaders states country unknown
"""
_ROLE_WORDS = """
    president minister prime vice foreign defense secretary general chief mr mrs ms dr sir envoy aide
    lawmaker mp ambassador adviser chancellor king governor mayor colonel major captain admiral commander
"""
_BODY_WORDS = """
    ministry department service force forces agency office parliament council committee staff army navy
    guard party corps court union nations command bureau commission administration
"""
_GENERIC = frozenset(_GENERIC_WORDS.split())
_ROLES = frozenset(_ROLE_WORDS.split())
_BODIES = frozenset(_BODY_WORDS.split())
_ACRONYM = re.compile(r"((?:[A-Z][\w’'-]+)(?: (?:of|the|for|and|on|[A-Z][\w’'-]+)){1,7}) \(([A-Z][A-Za-z]{1,7})\)")


def main_name(text: str) -> str:
    """A gold name without what stands in brackets or after a comma."""
    return re.split(r",|;", re.sub(r"\([^)]*\)", " ", text))[0].strip()


def alternatives(text: str) -> tuple[str, ...]:
    """The names that a gold string offers, parted by a stroke or semicolon; "outlet voice" is not one."""
    parts = (main_name(part) for part in re.split(r"\s*[/;]\s*", text))
    return tuple(part for part in parts if part and not plain(part).startswith("outlet"))


@dataclass(frozen=True, slots=True)
class Sides:
    """The gold's stems for each side, and the long forms of acronyms that the texts explain."""

    stems: Mapping[str, tuple[str, ...]]
    acronyms: Mapping[str, str]

    @classmethod
    def read(cls, gold: Mapping[str, Any], texts: Iterable[str]) -> "Sides":
        """Take the stems from the gold and "Long Name (LN)" from the texts."""
        found = {short: long for text in texts for long, short in _ACRONYM.findall(text)}
        sides = gold.get("sides") or {}
        return cls({side: tuple(map(str, items)) for side, items in sides.items()}, found)

    def of(self, name: str) -> frozenset[str]:
        """The sides whose name or stems a name holds."""
        words = tuple(re.findall(r"[^\W_]+", plain(name)))
        text = " ".join(words)
        return frozenset(
            side for side, items in self.stems.items() if any(_holds(words, text, item) for item in (*items, side))
        )

    def of_label(self, label: str) -> frozenset[str]:
        """The side that a side label means: its name, its stems, or a code of three letters."""
        named = self.of(label)
        if named or not re.fullmatch(r"[A-Za-z]{3}", label):
            return named
        code = label.casefold()
        return frozenset(
            side for side in self.stems if plain(side).startswith(code) or (" " in side and _initials(side) == code[:2])
        )

    def forms(self, name: str) -> tuple[str, ...]:
        """A name and what the texts' acronyms make of it, both ways."""
        known = [name]
        words = frozenset(re.findall(r"[^\W_]+", name))
        for short, long in self.acronyms.items():
            if short in words:
                known.append(long)
            elif len(words) > 1 and (plain(name) in plain(long) or plain(long) in plain(name)):
                known.append(short)
        return tuple(known)

    def same(self, gold: str, shown: Iterable[str]) -> bool:
        """Whether one of the shown names means one of those that the gold string offers."""
        forms = [form for name in shown if name for form in self.forms(name)]
        wanted = [form for name in alternatives(gold) for form in self.forms(name)]
        return any(self._same(one, other) for one in wanted for other in forms)

    def _same(self, one: str, other: str) -> bool:
        first, second = _name_words(one), _name_words(other)
        if not first or not second:
            return False
        if _within(first, second) or _within(second, first):
            short, long = sorted((first, second), key=len)
            return self._tells(short, long)
        if any(word in _BODIES for word in first + second):
            return False
        bare_first, bare_second = _without(first, _ROLES), _without(second, _ROLES)
        if not bare_first or not bare_second:
            return False
        short, long = sorted((bare_first, bare_second), key=len)
        return _within(short, long) and self._tells(short, long)

    def _tells(self, short: tuple[str, ...], long: tuple[str, ...]) -> bool:
        """Whether the shorter name is more than a generic word, and not just the country of the longer."""
        own = _without(short, _GENERIC)
        if all(word in _BODIES for word in own):
            return all(word in _BODIES for word in _without(long, _GENERIC))
        country = {word for side in self.stems for word in tokens(side)}
        if any(not shared((word,), country) for word in own):
            return True
        return not any(not shared((word,), country) for word in _without(long, _GENERIC))

    def meets(self, gold: str, shown: Iterable[str]) -> bool:
        """Whether a gold party and a shown one stand on one side, or share a word that tells who it is."""
        names = [name for name in shown if name]
        wanted = self.of(main_name(gold)) or self.of(gold)
        sides = frozenset(side for name in names for side in self.of(name))
        if wanted or sides:
            return bool(wanted & sides)
        words = _name_words(main_name(gold))
        telling = _without(words, _GENERIC)
        # "Delegations" tells nobody from others, but if it is all that the gold has, it is what must be shown.
        left_out = _GENERIC if telling else frozenset[str]()
        return any(shared(telling or words, _without(_name_words(name), left_out)) for name in names)


def _initials(side: str) -> str:
    return "".join(word[0] for word in plain(side).split())[:2]


def _holds(words: tuple[str, ...], text: str, item: str) -> bool:
    wanted = " ".join(re.findall(r"[^\W_]+", plain(item)))
    if not wanted:
        return False
    if " " in wanted:
        return f" {wanted}" in f" {text}"
    # A short stem ("us") stands for itself only; a longer one opens a word.
    return any(word == wanted if len(wanted) <= 3 else word.startswith(wanted) for word in words)


def _name_words(name: str) -> tuple[str, ...]:
    return tuple(word for word in tokens(re.sub(r"\([^)]*\)", " ", name)) if word not in _SMALL)


def _without(words: tuple[str, ...], left_out: frozenset[str]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in left_out)


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return all(any(alike(word, other) for other in long) for word in short)
