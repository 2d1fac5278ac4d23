"""The dateline that opens a news text: place, agency or outlet in brackets, day."""

import re
from dataclasses import dataclass

from dragoman.text.lexicon import words

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_CAPS = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’]*(?:[ -][A-ZÀ-Þ'’][A-ZÀ-Þ.'’]*){0,4}"
_MIXED = r"[A-ZÀ-Þ][\w.'’-]*(?: (?:de|da|del|el|al|la|of|the|[A-ZÀ-Þ][\w.'’-]*)){0,4}"
_DAY = rf"(?:(?:\w+day,? )?(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?)"
_AGENCY = r"(?:,? ?[(\[](?P<agency>[^()\[\]]{2,40})[)\]]|\.? ?/(?P<slashed>[A-Z][\w -]{1,20})/\.?)"
_DASH = r"(?:\s+[–—-]{1,2}\s*|\s*[–—]\s*|\s*--\s*|-{1,2}\s)"
_REGION = rf"(?:, {_MIXED})?"

_FORMS = tuple(
    re.compile(form)
    for form in (
        # KHARTOUM, Sudan, June 2 (Agency) - ; BEIRUT/GENEVA (Agency) - ; ADDIS ABABA -
        rf"^(?P<place>{_CAPS}(?:/{_CAPS})*{_REGION})(?:[,.]? (?P<day>{_DAY}))?{_AGENCY}?"
        rf"(?:{_DASH}|(?<=[)\]/])[:.]?\s|(?<=/\.)\s)",
        # (LONDON) -
        rf"^\((?P<place>{_CAPS}{_REGION})\)\s*[–—-]+\s*",
        # Kampala (Outlet) - ; Goma, DR Congo, June 2 (Agency) -
        rf"^(?P<place>{_MIXED}(?:, {_MIXED})?)(?:,? (?P<day>{_DAY}))?,? ?[(\[](?P<agency>[A-Z][^()\[\]]{{1,39}})[)\]]"
        rf"(?:{_DASH}|:\s)",
        # Port Sudan, Sudan - ; Nairobi, Kenya CNN -
        rf"^(?P<place>{_MIXED}, {_MIXED}?)(?: (?P<agency>[A-Z]{{2,6}}))?\s*[–—]\s*",
        # (Agency) -
        r"^[(\[](?P<agency>[A-Z][^()\[\]]{1,39})[)\]]\s*[–—-]+\s",
        # AMMAN:
        rf"^(?P<place>{_CAPS}): (?=[A-Z])",
    )
)

LONGEST = 160


@dataclass(frozen=True, slots=True)
class Dateline:
    """Place, agency or outlet, and day as printed ("" for none); `end` is where the sentence begins."""

    place: str = ""
    agency: str = ""
    day: str = ""
    end: int = 0


def dateline(paragraph: str) -> Dateline | None:
    """Read the dateline at the head of a paragraph; None without one."""
    head = paragraph[:LONGEST]
    for form in _FORMS:
        found = form.match(head)
        if found and len(paragraph) > found.end():
            groups = found.groupdict()
            place = (groups.get("place") or "").strip()
            if _no_place(place):
                return None
            agency = groups.get("agency") or groups.get("slashed") or ""
            return Dateline(place, agency.strip(), groups.get("day") or "", found.end())
    return None


def colon_dateline(paragraph: str) -> bool:
    """Whether only a colon marks it: the form that speakers' names in a transcript share."""
    found = dateline(paragraph)
    return found is not None and paragraph[: found.end].rstrip().endswith(":") and not found.agency


def _no_place(place: str) -> bool:
    folded = place.casefold().strip(" .")
    return folded in words("sections", "kickers", "related_lines", "related_labels", "note_headings", "other_lines")
