"""What one line of a report says of who supplied its text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.link.words import fold
from dragoman.reading.outlet import holder_in
from dragoman.text.outlets import Outlet, Outlets

LONGEST = 500
HELPED = re.compile(
    r"contribut|additional|with (?:the )?(?:files?|reporting|inputs?|information|material|agenc)|reporting by|assist"
    r"|inputs? (?:from|by)|files from|supplement|photo|picture|image|video|graphic|stringer|handout|\bpool\b|follow "
    r"|support|fund(?:s|ed|ing)\b|grant|sponsor|partner|collaborat",
    re.IGNORECASE,
)
"""Words that thank an agency for a part of a report, for money or for pictures: no sign that the whole is its text."""
_OF_PERSONS = re.compile(
    r"\b(?:former(?:ly)?|previously|ex|retired|late|who|is|was|are|were|has|have|had|works?|worked|serv(?:es|ed)|joined"
    r"|covers?|covered|reports|reported|writes|wrote)\b",
    re.IGNORECASE,
)
"""A sentence on the writer's life: for whom somebody works or worked is not who supplied this text."""
_NOTED = re.compile(
    r"\b(?:updat|correct|amend|clarif|edited to|statement|comment|respon[ds]|inquir|investigat|interview|after\b"
    r"|following\b)",
    re.IGNORECASE,
)
"""A note of what was changed in a text, or of what led to it."""
_FED = re.compile(
    r"\b(?:feeds?|syndicated|wire|agency|agencies|(?:re)?published|produced|provided|supplied|courtesy|(?:report|story|article)"
    r" (?:by|from|is from|comes from))\b",
    re.IGNORECASE,
)
_OF_ITSELF = re.compile(
    r"^\W*(?:this|the|our) (?:[\w-]+ )?(?:story|report|article|copy|content|piece|text)\b", re.IGNORECASE
)
_SOURCE = re.compile(r"^\W*(?:source|sources|agency|credit|via|courtesy)\b\W+", re.IGNORECASE)
_PARTS = re.compile(r"\s*[,|/;•·()\[\]–—]\s*|\s+-\s+|\s+(?:for|of|via|from)\s+(?=[A-Z])")
_JOINED = r"(?:and|&|with|\+)"
_SIGN = re.compile(
    r"(?:(?<=[.!?\"'’”)\]])|^)\s*(?:[—–-]{1,2} ?|[(\[]\W?|/ ?)(?P<name>[^\W\d][\w'’. /&-]{1,39}?)[)\]]?"
    r"(?:/[\w /]{1,20})?\W*$"
    r"|(?<=[.!?\"'’”]) (?P<desk>[A-Z]{3,4})(?: [A-Z]{2,4}){1,4}\W*$"
)


@dataclass(frozen=True, slots=True)
class House:
    """Whose report is read: its outlet and owner, and the table by which names are known."""

    outlet: str
    owner: str
    table: Outlets

    def own(self, name: str) -> bool:
        """Whether a name is the report's own outlet, or one of its publisher family."""
        if not name:
            return False
        mine = self.table.named(self.outlet, credited=True)
        if fold(name) == fold(self.outlet) or (mine and name in mine.names):
            return True
        return self.table.family(name) in {self.table.family(one) for one in (self.outlet, self.owner) if one}

    def names_itself(self, line: str) -> bool:
        """Whether the outlet's own name stands in a line."""
        return bool(self.outlet) and bool(re.search(rf"(?<!\w){re.escape(fold(self.outlet))}(?!\w)", fold(line)))


def supplier(line: str, house: House) -> str:
    """The one agency, or other outlet, whose whole text a byline or credit says this is, or ""."""
    line = line[:LONGEST]
    if HELPED.search(line) or _OF_PERSONS.search(line) or line.rstrip().endswith(":"):
        return ""
    found = house.table.agencies_in(line)
    names = {outlet.name for _, _, outlet in found}
    if house.names_itself(line) or len({house.table.family(name) for name in names}) > 1:
        return ""
    if found:
        start, outlet = found[0][0], found[0][2]
        return "" if _beside_others(line, start, found[-1][1]) else outlet.name
    bare = _SOURCE.sub("", line).strip(" .")
    outlets = [one for part in (bare, *_PARTS.split(bare)) if (one := _listed(part, house.table))]
    return outlets[0].name if len({one.name for one in outlets}) == 1 else ""


def copyright_holder(line: str, house: House) -> str:
    """The listed outlet that holds a text's copyright or published it first, or ""."""
    outlet = house.table.named(holder_in(line), credited=True)
    return outlet.name if outlet else ""


def fed_by(line: str, house: House) -> str:
    """The agency from which, as a note says, the text was taken over, or ""."""
    of_itself = _OF_ITSELF.search(line) or line.lstrip().startswith(("(", "["))
    if not (_FED.search(line) and of_itself) or HELPED.search(line) or _NOTED.search(line):
        return ""
    names = {outlet.name for _, _, outlet in house.table.agencies_in(line)}
    return names.pop() if len(names) == 1 else ""


def signed_by(paragraph: str, house: House) -> str:
    """The agency that signs the last words of a paragraph: "(Reuters)", "— AFP"."""
    found = _SIGN.search(paragraph[-200:])
    outlet = house.table.named((found["name"] or found["desk"]).strip(), credited=True) if found else None
    return outlet.name if outlet and outlet.agency else ""


def _beside_others(line: str, start: int, end: int) -> bool:
    """Whether an agency stands in a row with a person or the staff: "Jane Doe and Reuters", "AFP with agencies"."""
    before = re.search(rf"\w\W+{_JOINED}\s+(?:[Tt]he\s+)?$", line[:start])
    after = re.match(rf"\s*{_JOINED}\s+\w", line[end:])
    return bool(before or after)


def _listed(part: str, table: Outlets) -> Outlet | None:
    part = re.sub(r"^(?:[Bb]y|BY|[Ff]rom) ", "", part.strip())
    return table.named(part, credited=True) if part[:1].isupper() or part.isalpha() else None


def lines(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """The lines of a section that are not empty, each with its offset."""
    for match in re.finditer(r"[^\n]*\S[^\n]*", text[start:end]):
        yield start + match.start(), match.group()
