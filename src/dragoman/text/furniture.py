"""What a single line of a news page is when it is not the report: credit, caption, copyright, link or notice."""

import re
from functools import cache

from dragoman.model.report import SectionKind
from dragoman.text.blocks import Block
from dragoman.text.lexicon import load, words
from dragoman.text.openings import label, opens
from dragoman.text.outlets import outlets
from dragoman.text.pictures import is_picture

_URL_ONLY = re.compile(r"^(?:https?://|www\.|pic\.twitter\.com/)\S+$", re.IGNORECASE)
_COPYRIGHT = re.compile(
    r"^\W*(?:copyright\b.{0,12}(?:©|\(c\)|\d{4})|(?:©|\(c\)|&copy;)\s*(?:copyright\s*)?(?:\d{4}|[a-z].{0,60}\d{4})"
    r"|(?:©|\(c\))\s*[A-Z][\w .&'-]{1,60}$|all rights reserved\b|this material may not be published"
    r"|(?:this|the) (?:article|story|report|piece|post|column|essay|interview) (?:was |is |has been |has )?"
    r"(?:(?:first |originally )?(?:re)?published (?:on|by|in|from|at|with)"
    r"|(?:first|originally) (?:appeared|aired|ran) (?:on|in|at))\b"
    r"|the post .{3,200} (?:first )?appeared (?:first )?(?:on|in) "
    r"|originally published (?:on|by|in|at)\b|as published in\b"
    r"|first published (?:on|by|in) [A-Z]|republished (?:with|from|under)\b|reproduced with permission\b"
    r"|distributed by\b)",
    re.IGNORECASE,
)
LONGEST = 1200
LONGEST_LINK, SHOUTED_LINK = 30, 60
_RULE = re.compile(r"^[\W_]+$")
_CODE = re.compile(r"[{}]\s*$|^<[^>]+>.*|^\(?function\b|^[.#@][\w-]+\s*(?:\{|,)|^var \w+ ?=")
_SIGNED = re.compile(r"^[(\[]?[A-Z]{2,10}(?: ?/ ?[A-Za-z]{1,12}){1,3}[)\]]?$")
_EMAIL = re.compile(r"[\w.-]+@[\w-]+\.\w+")
_TWEET = re.compile(r"^[—–-]{1,2} .{1,60}\(@\w+\)")
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")
_MONTH = re.compile(r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:[a-z]*ary|ch|il|ust|ember|ober)?")
_WEEKDAY = re.compile(r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?")
_CONTACT = re.compile(
    r"^(?:to (?:contact|reach) the (?:reporter|author|editor|writer|journalist)s?"
    r"|to comment on (?:a|this)|\S{1,60}@\S{1,60}\.[a-z]+\b)"
    r"|\b(?:our|the) news ?desk (?:on|at)\b.*\d"
    r"|(?:^|[.:;!] |\band )(?:follow|find|reach|contact|e-?mail|tweet) (?:me|him|her|them|us|the (?:author|writer)s?) "
    r"(?:on|at|via)\b.*(?:@|twitter|facebook|bluesky|threads|mastodon|instagram|linkedin)"
)
_COUNTS = re.compile(
    r"^\W*(?:(?:\d[\d.,]*\s?[km]?|no)\s"
    r"(?:comments?|shares?|views?|likes?|reactions?|retweets?|reposts?|replies|votes?)\W*){1,6}$"
    r"|^(?:comments?|shares?|views?|likes?|votes?)\W{0,3}\d[\d.,]*\s?[km]?\W*$"
    r"|^\d{1,3} ?min(?:ute)?s? (?:read|listen)\b.{0,20}$"
)
_POSTED = re.compile(
    r"[—–-]{1,2} .{1,60}\(@\w+\),? .{0,30}\d{4}$|^@\w{2,30}(?: ?[·|].{0,30})?$|^.{1,60}\(@\w{2,30}\),? \w+ \d.{0,20}$"
)
_CUT_OFF = re.compile(
    r"(?:…|\.\.\.)\]?\s*\[?(?:(?:read|see|view|show) (?:more|full|all)\b|continue reading).{0,20}$", re.IGNORECASE
)
_SAYS = re.compile(r"[\"“]|\b(?:said|says|told|added|according)\b", re.IGNORECASE)
_NAME = r"[A-Z][\w.'’-]+(?:[ ](?:(?:al|bin|ben|de|da|van|von|el|ibn|du|la|le)|[A-Z][\w.'’-]+)){1,3}"
_BY = re.compile(r"(?:By|BY|by|From)[: ]\s*(?=\S)")
_LINKING = frozenset(
    {"and", "in", "of", "for", "with", "the", "at", "to", "our", "de", "da", "van", "von", "bin", "al", "el"}
    | {
        "la",
        "le",
        "du",
        "ibn",
        "&",
        "|",
        "/",
        "-",
        "–",
        "staff",
        "writer",
        "writers",
        "reporter",
        "reporters",
        "agencies",
    }
    | {"correspondent", "correspondents"}
)
_NAMES_ONLY = re.compile(
    rf"^{_NAME}(?:(?:, | and | & |, and |/ ?|\s*\|\s*){_NAME})*(?:(?:,| \||,? in| -| –| —) [A-Z][\w .,'’&/-]{{1,60}})?$"
)


def furniture(block: Block) -> SectionKind | None:
    """The kind of a line that is not reporting wherever it stands, or None."""
    if len(block.words) > LONGEST:
        return None
    if _COPYRIGHT.search(block.words) and block.count <= 90:
        return SectionKind.COPYRIGHT
    if is_notice(block):
        return SectionKind.OTHER
    if is_picture(block):
        return SectionKind.CAPTION
    if is_credit(block):
        return SectionKind.CREDIT
    return SectionKind.RELATED if is_link(block) else None


def is_notice(block: Block) -> bool:
    """A rule, an address, code, a date line, a newsroom's note or a call to the reader."""
    line, folded = block.words, block.folded
    if _RULE.search(line) or _URL_ONLY.search(line) or _CODE.search(line) or closes_post(block):
        return True
    if (_COUNTS.search(folded) and block.count <= 12) or (_CONTACT.search(folded) and not _SAYS.search(line)):
        return True
    if is_date_line(block) or folded.rstrip(".:)") in words("sections", "other_lines"):
        return True
    if is_note(block):
        return True
    bracketed = line.startswith("(") and line.endswith(")")
    if (bracketed and opens(folded, "note_brackets")) or (block.count <= 4 and _EMAIL.search(line)):
        return True
    return block.count <= 45 and opens(folded, "other_openings") and not _SAYS.search(line)


def closes_post(block: Block) -> bool:
    """The line under a post of another site: `— NAME (@handle) June 2, 2025`; or a whole post that ends so."""
    return bool(_TWEET.search(block.words) or _POSTED.search(block.words))


def is_note(block: Block) -> bool:
    """A newsroom's note on its own text."""
    return block.count <= 90 and (opens(block.folded, "note_openings") or _note(block.folded))


def is_date_line(block: Block) -> bool:
    """A line of nothing but dates, clock times and words such as Published."""
    tokens = _TOKEN.findall(block.folded)
    if len(tokens) > 30 or not any(token.isdigit() for token in tokens):
        return False
    named = [token for token in tokens if _MONTH.fullmatch(token) or _WEEKDAY.fullmatch(token)]
    known = words("sections", "date_words")
    letters = [token for token in tokens if token[0].isalpha() and token not in named]
    whole = all(token in known for token in letters) and all(len(t) <= 4 for t in tokens if t.isdigit())
    numeric = bool(re.search(r"\d{1,4}[-/.:]\d{1,2}", block.words))
    return whole and bool(named or numeric or {"ago", "read"} & set(letters))


def is_credit(block: Block) -> bool:
    """A line that names who wrote, edited or helped, or where the text came from."""
    line, folded = block.words, block.folded
    if block.count <= 60 and any(phrase in folded for phrase in load("sections")["credit_phrases"]):
        return not re.search(r"[\"“]", line)
    if block.count <= 45 and opens(folded, "credit_openings") and not _SAYS.search(line):
        return True
    bare = folded.strip("()[]. ")
    if block.count <= 6 and (bare in agencies() or bare in words("sections", "byline_roles")):
        return True
    if folded.startswith("follow ") and block.count <= 30 and ("twitter" in folded or "@" in folded):
        return True
    return bool(_SIGNED.match(line)) or is_byline(block)


def is_byline(block: Block) -> bool:
    """`By NAME`, `by the AGENCY staff`: short, capitalised, no sentence."""
    opening = _BY.match(block.words)
    if opening is None or block.count > 18:
        return False
    rest = block.words[opening.end() :].rstrip(".").split()
    return all(word[0].isupper() or word in _LINKING for word in rest) and any(word[0].isupper() for word in rest)


def is_names_only(block: Block) -> bool:
    """Nothing but one or more names, perhaps with a role, an agency or a city: a byline, right under a headline."""
    folded = block.folded
    if block.count > 12 or block.ends_sentence:
        return False
    roles = words("sections", "byline_roles")
    return bool(_NAMES_ONLY.search(block.words)) and (block.count <= 6 or any(role in folded for role in roles))


def is_biography(block: Block) -> bool:
    """`NAME is a reporter for ...`, `NAME reported from CITY`: said of the writers at the end of a page."""
    if block.count > 60 or re.search(r"[\"“]", block.words):
        return False
    if re.match(rf"{_NAME}(?:,? and {_NAME})? reported from [A-Z][\w ,.;-]*", block.words):
        return True
    role = "|".join(map(re.escape, load("sections")["bio_roles"]))
    return bool(re.match(rf"{_NAME}(?: \([^)]*\))? (?:is|was|covers|writes) .{{0,60}}\b(?:{role})\b", block.words))


def is_link(block: Block) -> bool:
    """`READ MORE: another headline` on one line."""
    if is_cut_off(block):
        return True
    if block.count > (SHOUTED_LINK if block.words[:4].isupper() else LONGEST_LINK):
        return False
    found = label("related_labels").search(block.folded)
    if found and len(block.folded) > found.end():
        return True
    return bool(label("headline_labels").search(block.folded)) and not block.ends_sentence and block.count > 2


def is_cut_off(block: Block) -> bool:
    """A teaser that breaks off: `... Read more`."""
    return bool(_CUT_OFF.search(block.words))


def opens_list(block: Block) -> bool:
    """A heading under which other reports are listed."""
    folded = block.folded.rstrip(":>» ")
    if block.count > 10 or block.words.endswith(".") or _SAYS.search(block.words):
        return False
    return folded in words("sections", "related_lines") or opens(folded, "related_openings")


def is_closing(block: Block) -> bool:
    """A credit such as stands under the last paragraph of a report."""
    folded = block.folded
    if any(phrase in folded for phrase in load("sections")["credit_phrases"]):
        return True
    return bool(re.match(r"(?:additional )?(?:report|edit|writ)ing by\b|with (?:files|inputs?) from\b|source:", folded))


def is_kicker(block: Block) -> bool:
    """The name of a site's section above a headline."""
    parts = re.split(r"\s*[|/>»,]\s*", block.folded.strip(" :."))
    return block.count <= 8 and all(part in words("sections", "kickers") for part in parts)


@cache
def agencies() -> frozenset[str]:
    """Every name of every news agency, in lower case."""
    return frozenset(name.casefold() for name in outlets().agency_names)


def _note(folded: str) -> bool:
    """`This article has been updated to ...`, `Correction, 11 October: ...`."""
    headings = "|".join(map(re.escape, load("sections")["note_headings"]))
    if re.match(rf"(?:{headings})\b(?:,| \(| on| -) ?[^:]{{0,30}}\d[^:]{{0,12}}:", folded):
        return True
    subjects, verbs = ("|".join(load("sections")[key]) for key in ("note_subjects", "note_verbs"))
    and_its = r"(?: and (?:the|its) [\w ]{1,30})?"
    changed = rf"(?:was|were|has been|have been|is being|will be) (?:\w+ )?(?:{verbs})\b"
    pattern = rf"(?:this|the) (?:\w+ )?(?:{subjects}){and_its} {changed}"
    return bool(re.match(pattern, folded))
