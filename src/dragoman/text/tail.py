"""Where a page stops being the report: lists of other reports, in its midst or down to its end."""

import re
from collections.abc import Iterable, Sequence

from dragoman.model.report import SectionKind
from dragoman.text.blocks import Block
from dragoman.text.furniture import is_closing, opens_list
from dragoman.text.lexicon import words

Kinds = list[SectionKind | None]
"""One kind a block; None where the block reads like reporting."""

_NAME = re.compile(r"(?<=[\w,;:’'\"“)—–-] )[A-Z][\w’'-]{2,}")
_TEASER = re.compile(r"(?:\[?(?:…|\.\.\.)\]?|\b[Rr]ead [Mm]ore|\b[Cc]ontinue [Rr]eading)\W*$")
_PASSED = frozenset({SectionKind.CAPTION, SectionKind.OTHER, SectionKind.RELATED})
BODY_BEFORE_END = 50
RESUMES = 3
SHARED = 1 / 3
# A list with less than a third as many words below it as the report has above stands at the page's end.
LATE = 1 / 3
TEASER_WORDS = 60
HEADLINE_WORDS = 4
LONGEST_ENDING = 40
# No page lists more than this below its report; what is said of the end of a page is not sought further above.
LONGEST_TAIL = 300


class _Above:
    """What stands above a block, kept up as the blocks are gone through, so that each is looked at once."""

    def __init__(self, blocks: Sequence[Block], kinds: Kinds) -> None:
        self.blocks, self.kinds = blocks, kinds
        self.seen = self.read = 0
        self.begun = self.ended = False

    def advance(self, index: int) -> None:
        """Go on to a block.

        The report has `begun` where a headline or some reporting stands above: nothing is a tail before. It has
        `ended` where a copyright line stands above and at least fifty words of reporting above that.
        """
        for place in range(self.seen, index):
            kind, block = self.kinds[place], self.blocks[place]
            self.begun = self.begun or kind is SectionKind.HEADLINE or (kind is None and block.looks_prose)
            self.ended = self.ended or (kind is SectionKind.COPYRIGHT and self.read >= BODY_BEFORE_END)
            self.read += block.count if kind is None else 0
        self.seen = max(self.seen, index)


def mark_related(blocks: Sequence[Block], kinds: Kinds) -> None:
    """Set RELATED, in place, on the lists of other reports; a list in the midst ends where the report goes on."""
    index, above = 0, _Above(blocks, kinds)
    while index < len(blocks):
        above.advance(index)
        if not _begins(blocks, kinds, index, above):
            index += 1
            continue
        until = _resumption(blocks, kinds, index, ended=above.ended)
        for place in range(index, until):
            if above.ended or kinds[place] not in (SectionKind.COPYRIGHT, SectionKind.CREDIT):
                kinds[place] = SectionKind.RELATED
        index = max(until, index + 1)


def _begins(blocks: Sequence[Block], kinds: Kinds, index: int, above: _Above) -> bool:
    block = blocks[index]
    if kinds[index] not in (None, SectionKind.RELATED) or not above.begun:
        return False
    if opens_list(block) or _repeated(blocks, kinds, index):
        return True
    if kinds[index] is not None:
        return False
    if above.ended and kinds[index - 1] is not None:
        return True
    if len(blocks) - index > LONGEST_TAIL:
        return False
    return _after_credit(blocks, kinds, index) or _last_list(blocks, kinds, index) or _teased(blocks, kinds, index)


def _after_credit(blocks: Sequence[Block], kinds: Kinds, index: int) -> bool:
    """Headlines with teasers, or several headlines, right after the writers' credit."""
    prose = next((i for i, block in enumerate(blocks) if kinds[i] is None and block.looks_prose), index)
    closed = any(kinds[i] is SectionKind.CREDIT and is_closing(blocks[i]) for i in range(prose, index))
    rest = [block for block, kind in zip(blocks[index:], kinds[index:], strict=True) if kind is None]
    heads = sum(block.looks_headline and not block.ends_sentence for block in rest)
    return closed and blocks[index].looks_headline and heads >= 2


def _repeated(blocks: Sequence[Block], kinds: Kinds, index: int) -> bool:
    """A headline printed twice in a row, once as link and once as title, below the report's own."""
    if index + 1 >= len(blocks) or kinds[index] is not None or blocks[index].count < 4:
        return False
    return blocks[index].looks_headline and blocks[index].folded == blocks[index + 1].folded


def _last_list(blocks: Sequence[Block], kinds: Kinds, index: int) -> bool:
    """Three headlines or more, or headlines with cut-off teasers, that close the page."""
    rest = [block for block, kind in zip(blocks[index:], kinds[index:], strict=True) if kind is None]
    before = next((blocks[i] for i in range(index - 1, -1, -1) if kinds[i] is None), None)
    if before is None or before.words.endswith(":") or before.bulleted or before.looks_headline:
        return False
    heads = [b for b in rest if b.looks_headline and not b.ends_sentence and not b.bulleted]
    teasers = [b for b in rest if _is_teaser(b)]
    if not rest[0].looks_headline or len(heads) < 2:
        return False
    if len(heads) == len(rest):
        return len(heads) >= 3
    return bool(teasers) and len(heads) + len(teasers) == len(rest)


def _teased(blocks: Sequence[Block], kinds: Kinds, index: int) -> bool:
    """Headlines, each with one short paragraph under it, that close the page without any heading.

    Two such pairs are enough where only within them no blank line stands; else it takes three.
    """
    rest = [place for place in range(index, len(blocks)) if kinds[place] in (None, SectionKind.RELATED)]
    before = next((blocks[i] for i in range(index - 1, -1, -1) if kinds[i] is None), None)
    if before is None or not before.looks_prose or not _late(blocks, kinds, index):
        return False
    pairs = [(blocks[head], blocks[teaser]) for head, teaser in zip(rest[::2], rest[1::2], strict=False)]
    spaced = blocks[index - 1].end + 1 < blocks[index].start
    joined = spaced and all(head.end + 1 == teaser.start for head, teaser in pairs)
    fits = all(_titles(head) and teaser.ends_sentence and teaser.count <= TEASER_WORDS for head, teaser in pairs)
    return len(rest) % 2 == 0 and fits and len(pairs) >= (2 if joined else 3)


def _is_teaser(block: Block) -> bool:
    """Whether a paragraph breaks off as those below links do."""
    return bool(_TEASER.search(block.words[-LONGEST_ENDING:]))


def _titles(block: Block) -> bool:
    """A headline of some length: subheadings within reports are shorter."""
    return block.looks_headline and not block.ends_sentence and block.count >= HEADLINE_WORDS


def _late(blocks: Sequence[Block], kinds: Kinds, index: int) -> bool:
    """Whether little is left to read below a block."""
    counts = [block.count if kind is None else 0 for block, kind in zip(blocks, kinds, strict=True)]
    return sum(counts[index:]) <= LATE * sum(counts[:index])


def _beneath(blocks: Sequence[Block], index: int) -> bool:
    """Whether a paragraph hangs under a headline, with no blank line between but one before the headline."""
    head = blocks[index - 1]
    spaced = index >= 2 and blocks[index - 2].end + 1 < head.start
    return spaced and _titles(head) and head.end + 1 == blocks[index].start


def _resumption(blocks: Sequence[Block], kinds: Kinds, start: int, *, ended: bool) -> int:
    """The first block after `start` at which the report goes on, or the number of blocks when it does not."""
    told = (None, SectionKind.HEADLINE, SectionKind.STANDFIRST)
    known = _names(block for block, kind in zip(blocks[:start], kinds[:start], strict=True) if kind in told)
    late, index, first = opens_list(blocks[start]) and _late(blocks, kinds, start), start + 1, True
    while index < len(blocks):
        if blocks[index].folded in words("sections", "list_ends"):
            return index + 1
        run = _run(blocks, kinds, index)
        if not run or _beneath(blocks, run[0]):
            first = first and not run
            index += 1
            continue
        akin = sum(bool(known & _names([blocks[i]])) for i in run) >= SHARED * len(run)
        last = len(run) >= 2 and all(kind is not None for kind in kinds[run[-1] + 1 :])
        closes = not ended and first and ((last and not late) or _closed(blocks, kinds, run[-1] + 1))
        if akin and (closes or (len(run) >= RESUMES and not late)):
            return index
        index, first = run[-1] + 1, False
    return len(blocks)


def _run(blocks: Sequence[Block], kinds: Kinds, index: int) -> list[int]:
    """Paragraphs of prose from `index` on, with captions and links between them let pass."""
    run: list[int] = []
    for place in range(index, len(blocks)):
        if kinds[place] is None and blocks[place].looks_prose and not _is_teaser(blocks[place]):
            run.append(place)
        elif not run or kinds[place] not in _PASSED or opens_list(blocks[place]):
            break
    return run


def _closed(blocks: Sequence[Block], kinds: Kinds, index: int) -> bool:
    """Whether the report's closing credit or copyright line comes next."""
    if index >= len(blocks):
        return False
    credit = kinds[index] is SectionKind.CREDIT and is_closing(blocks[index])
    return credit or kinds[index] is SectionKind.COPYRIGHT


def _names(found: Iterable[Block]) -> frozenset[str]:
    return frozenset(name for block in found for name in _NAME.findall(block.words))
