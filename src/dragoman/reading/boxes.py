"""The boxes of a page that are not the report's own prose: dropped from its tree, or marked for what they are."""

import re
from collections.abc import Iterator
from typing import Any

from dragoman.model.report import SectionKind
from dragoman.reading.box_names import box_kinds
from dragoman.text.blocks import Block
from dragoman.text.furniture import opens_list
from dragoman.text.lexicon import words

# A letter of a script that nobody reads carries the marks through the extraction; it is taken out of pages before.
MARK = "\U00010640"
_MARKED = re.compile(rf"{MARK}([a-z])\s([^{MARK}]*){MARK}?")
_LETTERS = {"c": SectionKind.CAPTION, "o": SectionKind.OTHER, "s": SectionKind.STANDFIRST, "b": SectionKind.CREDIT}
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_BOXES = frozenset({"section", "aside", "div", "nav", "ul", "ol"})
_WHOLE = frozenset({"html", "body", "main", "head", "article", "h1", "td", "tr", "tbody", "table"})
_INLINE = frozenset({"a", "span", "b", "strong", "em", "i", "u", "time", "small", "sup", "sub", "mark", "font"})
_SILENT = frozenset({"script", "style", "noscript", "template", "a", "button", "option"})
# No box that is dropped holds more than half of the prose; one named by its heading only, no more than a third.
PROSE_SHARE, LISTED_SHARE = 1 / 2, 1 / 3
SHORT_PROSE, LONGEST_MARKED, LONGEST_BYLINE, FEWEST_POSTED = 60, 2_000, 18, 4
RUN = 25


class Boxes:
    """A tree's boxes with the amount of text in each; `clear` changes the tree."""

    def __init__(self, tree: Any, title: str) -> None:
        self.elements = list(tree.iter("*"))
        self.prose: dict[Any, int] = dict.fromkeys(self.elements, 0)
        self.size: dict[Any, int] = dict.fromkeys(self.elements, 0)
        for element in reversed(self.elements):
            parent = element.getparent()  # of a page in pieces, the tree begins below its root
            self._weigh(element, parent if parent in self.size else None)
        self.whole = self.prose[self.elements[0]] if self.elements else 0
        self.headed: Any = None
        self.held = self._holding(title.casefold())

    def clear(self) -> list[tuple[str, SectionKind]]:
        """Drop what is never the report; mark captions, posts, pull quotes, standfirsts, bylines and notes.

        Answers the standfirst, byline and caption between the main heading and the text: often outside its own box.
        """
        gone: set[Any] = set()
        under: dict[str, str] = {}
        headed = begun = False
        for element in self.elements[1:]:
            headed = headed or element is self.headed
            parent = element.getparent()
            if parent is None or parent in gone:
                gone.add(element)
                continue
            kinds = box_kinds(element.get("class") or "", element.get("id") or "")
            letter = "" if element in self.held or element.tag in _WHOLE else self._letter(element, kinds)
            if letter:
                if letter in "sbc" and headed and not begun:
                    under.setdefault(letter, _text(element))
                _replace(element, letter)
                gone.add(element)
            elif self._is_furniture(element, kinds) or self._is_list(element):
                element.drop_tree()
                gone.add(element)
            elif element.tag == "span" and parent.tag == "p":
                # The extractor drops spans by their names, and with them words out of the midst of a sentence.
                element.attrib.clear()
            elif headed and element.tag == "p":
                begun = begun or self.prose[element] > 0
        return [(words, _LETTERS[letter]) for letter, words in under.items() if words]

    def _weigh(self, element: Any, parent: Any) -> None:
        """Add an element's characters, and its words in runs of some length outside links, to its parent's."""
        text, tail = element.text or "", element.tail or ""
        self.size[element] += len(text)
        if len(text) >= RUN and element.tag not in _SILENT:
            self.prose[element] += text.count(" ")
        if parent is not None:
            self.size[parent] += self.size[element] + len(tail)
            self.prose[parent] += self.prose[element] + (tail.count(" ") if len(tail) >= RUN else 0)

    def _holding(self, title: str) -> set[Any]:
        """The first main heading, any that repeats the title, the marked body, and all in which they stand."""
        held: set[Any] = set()
        first = True
        for element in self.elements:
            heads = element.tag in ("h1", "h2") and bool(title) and self.size[element] < 2 * LONGEST_MARKED
            if (element.tag == "h1" and first) or (heads and _text(element).casefold() == title):
                first = first and element.tag != "h1"
                self.headed = self.headed if self.headed is not None else element
            elif element.get("itemprop") != "articleBody":
                continue
            holder = element
            while holder is not None and holder not in held:
                held.add(holder)
                holder = holder.getparent()
        return held

    def _letter(self, element: Any, kinds: frozenset[str]) -> str:
        """The mark of a box that is shown but not the report's prose, "" for none."""
        if element.tag == "a" or self.size[element] > LONGEST_MARKED or self.prose[element] > PROSE_SHARE * self.whole:
            return ""
        count = len(_text(element).split())
        if count >= FEWEST_POSTED and kinds & {"posts", "pull_quotes", "notes"}:
            return "o"
        if element.tag in ("figure", "figcaption") or "captions" in kinds:
            return "" if _frames_text(element) else "c"
        if "standfirsts" in kinds and element.tag in ("p", "h2", "h3", "div") and count >= FEWEST_POSTED:
            return "s"
        signs = "author" in ((element.get("itemprop") or ""), (element.get("rel") or "")) or "bylines" in kinds
        return "b" if signs and element.tag in ("p", "div", "span", "address") and count <= LONGEST_BYLINE else ""

    def _is_furniture(self, element: Any, kinds: frozenset[str]) -> bool:
        if element.tag in _WHOLE or element in self.held or self.prose[element] > PROSE_SHARE * self.whole:
            return False
        if element.tag in words("pages", "dropped_tags") or "hidden" in kinds:
            return True
        role, said = (element.get("role") or "").casefold(), (element.get("itemprop") or "").casefold()
        if role in words("pages", "dropped_roles") or said in words("pages", "dropped_properties"):
            return True
        if element.tag in _INLINE:
            return False
        return "dropped" in kinds or ("dropped_short" in kinds and self.prose[element] <= SHORT_PROSE)

    def _is_list(self, element: Any) -> bool:
        """Whether a box's own heading announces other reports."""
        if element.tag not in _BOXES or element in self.held or self.prose[element] > LISTED_SHARE * self.whole:
            return False
        heading = next((child for child in element[:3] if child.tag in _HEADINGS), None)
        if heading is None or self.size[heading] > LONGEST_MARKED:
            return False
        said = _text(heading)
        return opens_list(Block(0, len(said), said))


def unmarked(line: str) -> Iterator[tuple[str, SectionKind | None]]:
    """The parts of an extracted line with the kinds that were marked, None for what was not; none is empty."""
    last = 0
    for found in _MARKED.finditer(line):
        yield from _part(line[last : found.start()], None)
        yield from _part(found[2], _LETTERS.get(found[1]))
        last = found.end()
    yield from _part(line[last:], None)


def _part(words: str, kind: SectionKind | None) -> Iterator[tuple[str, SectionKind | None]]:
    words = " ".join(words.replace(MARK, " ").split())
    if words:
        yield words, kind


def _replace(element: Any, letter: str) -> None:
    """Put one marked paragraph in the place of a box, nothing in that of an empty one."""
    text = _text(element)
    if not text:
        element.drop_tree()
        return
    paragraph = element.makeelement("p")
    paragraph.text, paragraph.tail = f"{MARK}{letter} {text} {MARK}", element.tail
    element.getparent().replace(element, paragraph)


def _frames_text(element: Any) -> bool:
    """Whether a figure frames a quotation or a table instead of a picture."""
    return next(element.iter("blockquote", "table", "pre"), None) is not None


def _text(element: Any) -> str:
    """An element's words, apart where one piece ends a word and the next begins with a capital."""
    joined = ""
    for piece in element.itertext():
        apart = joined[-1:].islower() or joined[-1:] in '.!?”")'
        joined += f" {piece}" if apart and (piece[:1].isupper() or piece[:1] in "—–(") else piece
    return " ".join(joined.split())
