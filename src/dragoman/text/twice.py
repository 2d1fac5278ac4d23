"""Words that are not the report's own prose or stand in it twice: posts of others, pull quotes, repeated lines."""

import re
from collections.abc import Sequence

from dragoman.model.report import SectionKind
from dragoman.text.blocks import Block
from dragoman.text.furniture import closes_post, is_date_line
from dragoman.text.tail import Kinds

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_QUOTED = re.compile(r"[\"“'‘](?P<words>[^\"”“]{8,}?)[\"”'’.]{1,2}(?:\s*[—–-]{1,2}\s*.{2,60})?")
FEWEST_TWIN, MOST_TWIN, FEWEST_QUOTED, LONGEST_NAME = 6, 60, 4, 6
ALIKE, MOST_PLACES = 0.8, 20


def mark_posts(blocks: Sequence[Block], kinds: Kinds) -> None:
    """Set OTHER on the text above the line that names a post's writer: the words are the poster's."""
    for index in range(1, len(blocks)):
        above = blocks[index - 1]
        signed = closes_post(blocks[index]) and blocks[index].words[:1] in "—–-"
        if signed and kinds[index - 1] is None and not above.words.endswith(":"):
            kinds[index - 1] = SectionKind.OTHER
        if blocks[index].words.startswith("@") and closes_post(blocks[index]):
            _mark_posted(blocks, kinds, index)


def _mark_posted(blocks: Sequence[Block], kinds: Kinds, handle: int) -> None:
    """Set OTHER on a post saved as `NAME`, `@handle`, its words, its date: from its writer's name to its date."""
    dated = next((i for i in range(handle + 2, min(handle + 6, len(blocks))) if is_date_line(blocks[i])), None)
    if dated is None:
        return
    start = handle - 1 if blocks[handle - 1].count <= LONGEST_NAME and not blocks[handle - 1].ends_sentence else handle
    kinds[start:dated] = [SectionKind.OTHER] * (dated - start)


def mark_twins(blocks: Sequence[Block], kinds: Kinds) -> None:
    """Set OTHER on a paragraph that repeats words of another one: printed twice, or a quotation pulled out large."""
    read = [i for i, kind in enumerate(kinds) if kind is None]
    said = {i: _spelled(blocks[i].folded) for i in read}
    where: dict[str, list[int]] = {}
    for i in read:
        for gram in _grams(said[i]):
            if len(places := where.setdefault(gram, [])) < MOST_PLACES:
                places.append(i)
    for i in read:
        quotation = _QUOTED.fullmatch(blocks[i].words)
        spoken = _spelled(quotation["words"].casefold().replace("’", "'")) if quotation else said[i]
        count = spoken.count(" ") - 1
        if not (FEWEST_QUOTED if quotation else FEWEST_TWIN) <= count <= MOST_TWIN:
            continue
        grams = _grams(spoken)
        hosts = {j for gram in grams[:1] + grams[-1:] for j in where.get(gram, ()) if j != i and kinds[j] is None}
        if any(_repeats(spoken, said[j], grams, quoted=bool(quotation), earlier=j < i) for j in sorted(hosts)):
            kinds[i] = SectionKind.OTHER


def _repeats(words: str, host: str, grams: Sequence[str], *, quoted: bool, earlier: bool) -> bool:
    """Whether a paragraph is the same as an earlier one, a part of a longer one, or a quotation much like its words."""
    if words == host:
        return earlier
    if len(words) > len(host):
        return False
    return words in host or (quoted and sum(gram in host for gram in grams) >= ALIKE * len(grams))


def _spelled(folded: str) -> str:
    """A line's words alone, with blanks between and around."""
    return f" {' '.join(_WORD.findall(folded))} "


def _grams(words: str) -> list[str]:
    """Each three words in a row, with blanks around."""
    found = words.split()
    return [f" {' '.join(found[i : i + 3])} " for i in range(len(found) - 2)]
