"""A report's text cut into sections; every character lies in at most one, and only reporting is ever read."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType

from dragoman.model.report import Section, SectionKind
from dragoman.text.blocks import Block, blocks
from dragoman.text.dateline import dateline
from dragoman.text.furniture import (
    furniture,
    is_biography,
    is_byline,
    is_closing,
    is_cut_off,
    is_kicker,
    is_names_only,
    opens_list,
)
from dragoman.text.lexicon import words
from dragoman.text.tail import Kinds, mark_related
from dragoman.text.twice import mark_posts, mark_twins

LAST_BLOCKS = 3
STANDFIRST_WORDS, TAG_WORDS, POINT_WORDS, HEADLINE_WORDS = 45, 4, 25, 4
CAPTION_WORDS = 4
# Longer than any report, a whole day's live blog too: only what single lines say of themselves is heard.
MOST_BLOCKS = 3_000


def sections(
    text: str, *, title: str = "", known: Mapping[int, SectionKind] = MappingProxyType({})
) -> tuple[Section, ...]:
    """Cut a text into sections, sorted and half-open.

    A known `title` tells which line is the headline; `known` are the kinds of paragraphs, by number, that the page
    from which the text comes sets apart.
    """
    cut = blocks(text)
    kinds: Kinds = [known.get(index) or furniture(block) for index, block in enumerate(cut)]
    _mark_header(cut, kinds)
    _mark_notes(cut, kinds)
    _mark_lists(cut, kinds)
    _mark_caption_twins(cut, kinds)
    head = _headline(cut, kinds, " ".join(title.split()).casefold())
    _mark_captions(text, cut, kinds)
    mark_posts(cut, kinds)
    if head is not None:
        _mark_top(cut, kinds, head)
    if len(cut) > MOST_BLOCKS:
        return _merged(cut, [kind or SectionKind.BODY for kind in kinds])
    mark_related(cut, kinds)
    _mark_endings(cut, kinds)
    mark_twins(cut, kinds)
    return _merged(cut, [kind or SectionKind.BODY for kind in kinds])


def first_of(text: str, parts: Sequence[Section], kind: SectionKind) -> str:
    """The first line of the first section of a kind, "" without one."""
    return next((text[p.start : p.end].split("\n", maxsplit=1)[0].strip() for p in parts if p.kind is kind), "")


def byline(text: str, parts: Sequence[Section]) -> str:
    """Who signed the report, as printed without `by`; "" when nobody did."""
    for part in parts:
        if part.kind is not SectionKind.CREDIT:
            continue
        for block in blocks(text[part.start : part.end]):
            if is_byline(block):
                return re.sub(r"^\w+[: ]\s*", "", block.words).rstrip(".")
            if is_names_only(block):
                return block.words
    return ""


def header_field(block: Block) -> tuple[str, str] | None:
    """The field and value of a header line (`Source: NAME`), or None; the field is a heading of the lexicon."""
    name, colon, value = block.words.partition(":")
    folded = name.strip(" *_").casefold()
    if not colon or len(folded) > 20 or block.count > 40:
        return None
    for field in ("outlet", "title", "published", "url", "language", "byline", "dateline", "ignored"):
        if folded in words("sections", f"header_{field}"):
            return field, value.strip(" *_\"'")
    return None


def header(cut: Sequence[Block]) -> tuple[tuple[int, str, str], ...]:
    """The header lines above a text as (index of block, field, value); none unless two or more stand together."""
    found = []
    for index, block in enumerate(cut[:14]):
        field = header_field(block)
        if field is not None:
            found.append((index, *field))
        elif block.words.strip("-"):
            break
    return tuple(found) if len({field for _, field, _ in found}) >= 2 else ()


def _mark_header(cut: Sequence[Block], kinds: Kinds) -> None:
    for index, field, _ in header(cut):
        kinds[index] = SectionKind.CREDIT if field == "byline" else SectionKind.OTHER


def _mark_lists(cut: Sequence[Block], kinds: Kinds) -> None:
    """The names of topics below a heading such as `Tags`, the points below one such as `Summary`."""
    longest = 0
    for index, block in enumerate(cut):
        heading = block.folded.rstrip(":. ")
        if index and heading in words("sections", "tag_headings"):
            longest = TAG_WORDS
        elif index and heading in words("sections", "summary_headings"):
            longest = POINT_WORDS
        elif (
            opens_list(block)
            or (kinds[index] is None and (block.ends_sentence or block.count > longest))
            or dateline(block.words) is not None
        ):
            longest = 0
        if longest and kinds[index] is None:
            kinds[index] = SectionKind.OTHER


def _mark_notes(cut: Sequence[Block], kinds: Kinds) -> None:
    """A heading such as `Correction` makes the paragraph after it a note too."""
    for index in range(len(cut) - 1):
        if cut[index].folded.rstrip(":. ") in words("sections", "note_headings") and index:
            kinds[index] = kinds[index + 1] = SectionKind.OTHER


def _headline(cut: Sequence[Block], kinds: Kinds, title: str) -> int | None:
    """The index of the headline, or None where the text begins at once with its first paragraph."""
    titled = next((i for i, block in enumerate(cut[:14]) if title and _same(block, title)), None)
    if titled is not None:
        for index in range(titled):
            kinds[index] = kinds[index] or SectionKind.OTHER
        kinds[titled] = SectionKind.HEADLINE
        return titled
    menu = any(block.folded in words("sections", "navigation") for block in cut[:14])
    for index, block in enumerate(cut[:14]):
        if kinds[index] is SectionKind.RELATED and index == 0 and not (block.ends_sentence or is_cut_off(block)):
            kinds[index] = None
        if kinds[index] is not None:
            continue
        if index + 1 < len(cut) and (is_kicker(block) or (menu and block.count < HEADLINE_WORDS)):
            kinds[index] = SectionKind.OTHER
        elif _heads(cut, kinds, index):
            kinds[index] = SectionKind.HEADLINE
            return index
        else:
            return None
    return None


def _same(block: Block, title: str) -> bool:
    return " ".join(block.words.split()).casefold().rstrip(".") == title.rstrip(".")


def _heads(cut: Sequence[Block], kinds: Kinds, index: int) -> bool:
    block = cut[index]
    if dateline(block.words) is not None or block.count > 30 or len(block.words) > 220 or block.words.endswith(":"):
        return False
    if not block.words.endswith((".", ".”", '."', ",")):
        return True
    after = next((i for i in range(index + 1, len(cut)) if kinds[i] is None), None)
    signed = index + 1 < len(cut) and (is_byline(cut[index + 1]) or is_names_only(cut[index + 1]))
    return signed or (after is not None and dateline(cut[after].words) is not None)


def _mark_top(cut: Sequence[Block], kinds: Kinds, head: int) -> None:
    """Second copies of the headline, bylines and the standfirst, down to the first paragraph."""
    stood = False
    for index in range(head + 1, min(head + 12, len(cut))):
        block = cut[index]
        if block.folded == cut[head].folded or (kinds[index] is None and is_kicker(block)):
            kinds[index] = SectionKind.OTHER
        elif kinds[index] is not None or opens_list(block):
            stood = stood or kinds[index] is SectionKind.STANDFIRST
        elif is_names_only(block) or (block.count < HEADLINE_WORDS and cut[index - 1].folded.endswith(" from")):
            kinds[index] = SectionKind.CREDIT
        elif not stood and _stands_first(cut, kinds, index):
            kinds[index], stood = SectionKind.STANDFIRST, True
        else:
            return


def _stands_first(cut: Sequence[Block], kinds: Kinds, index: int) -> bool:
    """Short, and set off from the first paragraph by a byline, a dateline or the want of a full stop."""
    block = cut[index]
    after = next((i for i in range(index + 1, len(cut)) if kinds[i] is None and not is_names_only(cut[i])), None)
    if after is None or block.count > STANDFIRST_WORDS or block.count < 4 or dateline(block.words) is not None:
        return False
    between = range(index + 1, after)
    signed = any(is_byline(cut[i]) or is_names_only(cut[i]) for i in between)
    if block.words.endswith(":"):
        return False
    return signed or dateline(cut[after].words) is not None or not block.ends_sentence


def _mark_captions(text: str, cut: Sequence[Block], kinds: Kinds) -> None:
    """A line without a full stop right under a picture's name or credit is its caption."""
    for index in range(1, len(cut)):
        adjacent = text[cut[index - 1].end : cut[index].start].count("\n") == 1
        plain = kinds[index] is None and not cut[index].ends_sentence and cut[index].count <= 40
        if adjacent and plain and kinds[index - 1] is SectionKind.CAPTION and dateline(cut[index].words) is None:
            kinds[index] = SectionKind.CAPTION


def _mark_caption_twins(cut: Sequence[Block], kinds: Kinds) -> None:
    """A caption's words printed a second time beside it, without its credit."""
    for one, other in [*pairwise(range(len(cut))), *((b, a) for a, b in pairwise(range(len(cut))))]:
        twice = cut[one].count >= CAPTION_WORDS and cut[one].folded.rstrip(".") in cut[other].folded
        if kinds[one] is None and kinds[other] is SectionKind.CAPTION and twice:
            kinds[one] = SectionKind.CAPTION


def _mark_endings(cut: Sequence[Block], kinds: Kinds) -> None:
    """What is said of the writers under the last paragraph, and scraps below the closing credit."""
    first = next((i for i, block in enumerate(cut) if kinds[i] is None and block.looks_prose), len(cut))
    signed = [i for i in range(first, len(cut)) if kinds[i] is SectionKind.CREDIT and is_closing(cut[i])]
    closing = signed[0] if signed else len(cut)
    for index in range(closing + 1, len(cut)):
        if kinds[index] is None and not cut[index].looks_prose:
            kinds[index] = SectionKind.OTHER
    for index in [i for i, kind in enumerate(kinds) if kind is None][-LAST_BLOCKS:][::-1]:
        if not is_biography(cut[index]):
            return
        kinds[index] = SectionKind.CREDIT


def _merged(cut: Sequence[Block], kinds: Sequence[SectionKind]) -> tuple[Section, ...]:
    """Neighbours of one kind become one section; headlines stay alone."""
    merged: list[Section] = []
    for block, kind in zip(cut, kinds, strict=True):
        if merged and merged[-1].kind is kind and kind is not SectionKind.HEADLINE:
            merged[-1] = Section(kind, merged[-1].start, block.end)
        else:
            merged.append(Section(kind, block.start, block.end))
    return tuple(merged)
