"""Lines that belong to pictures: names of image files, credits, captions."""

import re
from functools import cache

from dragoman.text.blocks import Block
from dragoman.text.lexicon import load, words
from dragoman.text.openings import label, opens
from dragoman.text.outlets import outlets

_IMAGE_NAME = re.compile(
    r"^(?=\S*\d{3})[\w-]+[_-][\w.-]+$|^\S+\.(?:jpe?g|png|gif|webp|avif|tiff?|svg|bmp|mp4)$|^(?:IMG|DSC|GettyImages)\w*\d{3,}\w*$",
    re.IGNORECASE,
)
_SEEN = re.compile(
    r"\b(?:is|are|was|were|can be) (?:seen|shown|pictured) (?:here )?in "
    r"(?:(?:this|these) (?:[\w.,-]+ ){0,4}|an? (?:file|handout|undated|archive|combination) )"
    r"(?:photo|photograph|image|picture|frame|screen ?grab|screenshot|video grab|still)s?\b"
    r"|\bin (?:this|these) (?:[\w.-]+ ){0,3}(?:photo|photograph|image|picture|screen ?grab|frame grab|still)s?"
    r" (?:taken|released|provided|obtained|made|shot|issued|posted|from|by)\b",
    re.IGNORECASE,
)
_GALLERY = re.compile(
    r"^(?:\[?\(?\d{1,3} ?(?:of|/) ?\d{1,3}\)?\]?[.:|] (?=\S)|slide \d{1,3} of \d{1,3}\b)"
    r"|\bpurchase licensing rights\b"
    r"|[.!?”\"] (?:close|(?:hide|toggle) caption|enlarge(?: this image)?|expand)$",
    re.IGNORECASE,
)
_PERSON = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}"
LONGEST_CAPTION = 60
NAMED = "\x01"


def is_picture(block: Block) -> bool:
    """The name of an image, a photo credit, or a caption that carries one."""
    line, folded = block.words, block.folded
    if _IMAGE_NAME.search(line.strip("[]()")):
        return True
    if block.count <= LONGEST_CAPTION and (_SEEN.search(line) or _GALLERY.search(line)):
        return True
    if block.count <= 60 and (label("photo_labels").search(folded) or opens(folded, "photo_openings")):
        return True
    return block.count <= 70 and bool(
        _photo_credit().search(_agency().sub(NAMED, line)) or folded.rstrip(".") in words("sections", "photo_words")
    )


@cache
def _agency() -> re.Pattern[str]:
    """The name of a news agency or of a house that sells pictures."""
    names = "|".join(re.escape(name) for name in sorted(outlets().agency_names, key=lambda name: (-len(name), name)))
    houses = r"(?i:getty images|getty|shutterstock|alamy|epa|picture alliance|zuma|imago)"
    return re.compile(rf"(?:\b|(?<=via))(?:{names}|{houses})(?: Images| Photo| News)?\b")


@cache
def _photo_credit() -> re.Pattern[str]:
    """`X via Getty`, `AFP/Getty Images`, `(Photo by NAME)`, a caption that closes with `[NAME/AGENCY]`.

    It is sought in a line whose agencies are each one mark: a list of all of them in each form takes too long.
    """
    photo = "|".join(re.escape(word) for word in load("sections")["photo_words"])
    agency, person = NAMED, r"[\w.'’ -]{2,50}"
    return re.compile(
        rf"[.!?”\"]\s+{agency}(?: ?/ ?(?:{person}|{agency})){{1,3}}\.?$"
        rf"|[.!?”\"]\s+(?:(?:{person}|{agency})/ ?){{1,3}}{agency}\.?$"
        rf"|^(?:{_PERSON} ?/ ?){{1,2}}{agency} [A-Z]"
        rf"|^\S.{{0,100}}?\bvia\s?{agency}[.)\]]*$"
        rf"|^(?:(?:{person}|{agency})/ ?){{1,3}}{agency}[.)\]]*$"
        rf"|^{agency}(?: ?/ ?(?:{person}|{agency})){{1,3}}$"
        rf"|[\[(](?:(?i:file|photo|image|picture|handout|screengrab)\b[^\])]{{0,80}}"
        rf"|[^\])]{{0,60}}/ ?{agency}"
        rf"|{agency}/[^\])]{{2,60}}|[^\])]{{0,60}}\bvia {agency}[^\])]*)\.?[\])]\.?$"
        rf"|^(?i:{photo})\.?$"
        rf"|\b(?:Photo|Photograph|Picture|Image|Credit)s?(?:: ?| by ?)(?:(?:{person}|{agency})/ ?)?[^.:]{{0,60}}$"
    )
