"""A report's headline as its page shows it, without the name of the site."""

import re
from collections.abc import Sequence
from typing import Any

HEADINGS = ("h1", "h2", "h3")
FEWEST_WORDS, LONGEST, MOST_HEADINGS = 3, 400, 200
_LAST = re.compile(r"\s[|–—·»:-]{1,2}\s[^|–—·]{2,40}$")
_FIRST = re.compile(r"^[^|–—·:]{2,40}\s[|»]{1,2}\s")
_WORD = re.compile(r"\w+")


def bare_title(title: str, outlet: str) -> str:
    """A title without the outlet's name, or anything else, after a bar, and without the outlet's name after a dash."""
    title = " ".join(title[: 2 * LONGEST].split())[:LONGEST]
    ending = _LAST.search(title)
    if ending is None:
        return _FIRST.sub("", title) if _is_name(_FIRST.match(title), outlet) else title
    shorter = title[: ending.start()]
    cut = "|" in ending[0] or _is_name(ending, outlet)
    if cut and len(shorter.split()) >= FEWEST_WORDS:
        return bare_title(shorter, outlet)
    return title


def shown_title(tree: Any, stated: Sequence[str]) -> str:
    """The heading that says what the page states as its title; the title where none does, "" without either."""
    title = next(filter(None, stated), "")
    found = zip(range(MOST_HEADINGS), tree.iter(*HEADINGS), strict=False)
    headings = [(tag.tag, _words(tag)) for _, tag in found]
    long = [(tag, words) for tag, words in headings if len(words.split()) >= FEWEST_WORDS]
    if not title:
        return next((words for tag, words in [*long, *headings] if tag == "h1" and words), "")
    folded = title.casefold()
    exact = (words for _, words in long if folded.endswith(words.casefold()) or _begins(folded, words.casefold()))
    akin = (words for tag, words in long if tag == "h1" and _shared(words, folded))
    return next(exact, "") or next(akin, "") or title


def _words(tag: Any) -> str:
    text = ""
    for piece in tag.itertext():
        text += piece
        if len(text) > 2 * LONGEST:
            return ""
    return " ".join(text.split())


def _begins(title: str, heading: str) -> bool:
    """Whether only a short name follows the heading in the title."""
    rest = title.removeprefix(heading)
    return rest != title and bool(_LAST.match(rest))


def _shared(heading: str, title: str) -> bool:
    """Whether half of a heading's words stand in the title, or half of the title's in it."""
    these, those = set(_WORD.findall(heading.casefold())), set(_WORD.findall(title))
    return 2 * len(these & those) >= min(len(these), len(those)) > 0


def _is_name(found: re.Match[str] | None, outlet: str) -> bool:
    """Whether a part set off by a mark is the outlet's name, or its site's."""
    if found is None or not outlet:
        return False
    part, name = found[0].strip(" |–—·»:-").casefold(), outlet.casefold()
    return bool(part) and (part in name or name in part or part.replace(" ", "") in name.replace(" ", ""))
