"""Numbers in running text, in figures and in words: points, ranges, shares and vague plurals."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from dragoman.text.lexicon import load


class Kind(StrEnum):
    """How a number is given."""

    POINT = "point"
    RANGE = "range"
    VAGUE = "vague"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Numeral:
    """Characters `[start, end)` of a text that say a number; `value` is null for ranges and vague plurals.

    Shares are in percent. `figures` tells whether it is written in digits.
    """

    start: int
    end: int
    kind: Kind
    value: float | None
    low: float | None
    high: float | None
    figures: bool = False


@cache
def pairs(lexicon: str, heading: str) -> Mapping[str, float]:
    """The entries "word value" of a list as a mapping."""
    entries = (entry.rpartition(" ") for entry in load(lexicon)[heading])
    return MappingProxyType({word: float(value) for word, _, value in entries})


def either(words: Iterable[str]) -> str:
    """A regular expression for any of some words, longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@cache
def _values() -> dict[str, float]:
    ones = {word: float(n) for n, word in enumerate(load("numerals")["from_zero"])}
    return {**ones, **pairs("numerals", "tens")}


@cache
def _scales() -> Mapping[str, float]:
    return pairs("numerals", "scales")


@cache
def _grammar() -> dict[str, str]:
    """The named pieces from which all patterns are put together."""
    ones, tens = either(load("numerals")["from_zero"]), either(pairs("numerals", "tens"))
    scale = either(_scales())
    below = rf"(?:(?:{tens})(?:[- ](?:{either(load('numerals')['from_zero'][1:10])}))?|{ones})(?!\w)"
    digits = r"(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3}){2,}(?= [a-z])|\d+)(?:\.\d+)?|\.\d+"
    half = r"(?:[- ]and[- ](?:an?|one)[- ](?:half|quarter)(?!\w)|(?<=\d)[½¼])"
    article = rf"(?:half )?(?:another|an?)(?=[- ](?:{scale})(?!\w))"
    tail = rf"[- ]?(?<![a-z])(?:{scale})(?!\w)|(?:(?<=hundred)|(?<=thousand)|(?<=million))(?:,? and)?[ -]{below}"
    point = rf"(?:(?:{digits})|{below}|{article})(?:{half})?(?:{tail})*(?:{half})?"
    return {"below": below, "digits": digits, "scale": scale, "point": point}


_CODES = ("USD", "EUR", "GBP", "AUD", "CAD", "CHF", "INR", "RMB")


_FIRST = "zotfsenah"
"""First letters of number words and articles: a cheap test before the dear ones."""


@cache
def _point() -> re.Pattern[str]:
    codes = "|".join(f"(?<={c})" for c in (*_CODES, r"\$US", r"\$NZ", " RM", r"\(RM", " Rs"))
    apart = r"(?<![\w/:@#&])(?:(?<![A-Za-z]-)|(?<=minus-))(?<!\d[.,])(?<!\d[-–])(?<!\d )"
    start = rf"(?=[\d.{_FIRST}])(?:{apart}|(?<=\d[-–])|{codes}|(?<=\bto-))(?!\d+(?:st|nd|rd|th)\b)"
    return re.compile(rf"{start}(?:{_grammar()['point']})(?:(?<=\d)(?P<suffix>[kmb])(?![\w²/]))?", re.IGNORECASE)


FRACTION = (
    r"\b(?:\d{1,2}[ -])?[1-9]/(?:[2-9]|10|16)(?=[ -](?:of|an?|inch|foot|feet|yard|mile|pound|ounce|cup|gallon|pint|hour"
    r"|acre|ton|kilo|met|teaspoon|tablespoon)[a-z]*\b)"
)
"""A fraction in figures ("1/2 mile", "2 1/2 hours", "3/4 of"), not a date: by what follows."""


@cache
def _fraction() -> re.Pattern[str]:
    return re.compile(FRACTION, re.IGNORECASE)


def _read_fractions(text: str) -> Iterator[Numeral]:
    for match in _fraction().finditer(text):
        *whole, part = re.split(r"[ -]", match.group())
        over, under = part.split("/")
        value = float(whole[0] if whole else 0) + float(over) / float(under)
        if text.startswith(" of", match.end()):
            percent = float(f"{100 * value:.3g}")
            yield Numeral(match.start(), match.end(), Kind.SHARE, percent, percent, percent, True)
        else:
            yield Numeral(match.start(), match.end(), Kind.POINT, value, value, value, True)


@cache
def _vague() -> re.Pattern[str]:
    scale = either(_scales())
    plural, inner = either(pairs("numerals", "plural")), either(pairs("numerals", "plural_scale"))
    word, couple = either(pairs("numerals", "vague")), either(load("numerals")["couple"])
    return re.compile(
        rf"(?<![\w-])(?:(?P<outer>{plural}) (?:of|upon) (?P<inner>{inner})"
        rf"|(?P<couple>{couple})(?: (?P<cscale>{scale}))?"
        rf"|(?P<plural>{plural})"
        rf"|(?P<word>{word}|few(?= (?:{scale}))|(?:(?<=past )|(?<=last )|(?<=next )|(?<=coming ))few(?= [a-z]+s\b))"
        rf"(?: (?P<wscale>{scale}))?)(?![\w-])",
        re.IGNORECASE,
    )


@cache
def _share() -> re.Pattern[str]:
    one = either([*load("numerals")["from_zero"][1:10], "a"])
    number = rf"(?:\d{{1,3}}|{_grammar()['below']})"
    return re.compile(
        rf"(?<![\w-])(?:(?P<many>{one})[- ](?P<part>{either(pairs('numerals', 'parts'))})(?![\w-])"
        rf"|(?P<of>{number}) (?:in|out of|of(?= (?:10|ten|100|every)\b)) (?:every )?(?P<whole>{number})(?= [a-z]|[.,;])"
        r"(?! (?:years?|days?|hours?|weeks?|months?)\b)"
        r"|(?P<half>half)(?= (?:of|the|its|his|her|their|our|those|these|are|were|have|had|in)\b))",
        re.IGNORECASE,
    )


def numerals(text: str, skip: tuple[tuple[int, int], ...] = ()) -> tuple[Numeral, ...]:
    """All numbers of a text in order, none overlapping another or a range to skip; what they count is not looked at."""
    found: list[Numeral] = []
    for read in (_read_vague, _read_fractions, _read_shares, _read_points):
        taken = (*skip, *((n.start, n.end) for n in found))
        found.extend(n for n in read(text) if not any(n.start < end and start < n.end for start, end in taken))
    return tuple(_join_ranges(text, sorted(found, key=lambda n: n.start)))


@cache
def _vague_stems() -> tuple[str, ...]:
    """One word of each vague number: cheap to look for before they are read."""
    return (*pairs("numerals", "plural"), "several", "multiple", "few", "handful", "couple")


def _read_vague(text: str) -> Iterator[Numeral]:
    folded = text.casefold()
    if not any(stem in folded for stem in _vague_stems()):
        return
    plural, inner, words = (pairs("numerals", h) for h in ("plural", "plural_scale", "vague"))
    for match in _vague().finditer(text):
        part = {name: found.casefold() for name, found in match.groupdict().items() if found}
        value: float | None = None
        if "couple" in part:
            value = low = 2 * _scales().get(part.get("cscale", ""), 1.0)
        elif "outer" in part:
            low = plural[part["outer"]] * inner[part["inner"]]
        elif "plural" in part:
            low = plural[part["plural"]]
        else:
            low = words.get(part["word"], words["a few"]) * _scales().get(part.get("wscale", ""), 1.0)
        if part.get("plural") in ("tens", "scores") and not text.startswith((" of", " more"), match.end()):
            continue
        yield Numeral(match.start(), match.end(), Kind.VAGUE, value, low, None)


_PARTED = re.compile(
    r"\b(?:by|than|nearly|almost|about|around|roughly|least|over|under|to|only|just|barely|up|down|cut|lost|fell|rose)"
    r"(?: (?:about|nearly|almost|around|some))? $",
    re.IGNORECASE,
)


def _is_part(text: str, match: re.Match[str]) -> bool:
    """Whether "a third" is a share, not one more of a row: it says of what, or by how much."""
    after = text[match.end() : match.end() + 3]
    before = match["part"].casefold() in ("half", "quarter") or _PARTED.search(text[: match.start()])
    return after == " of" or (after[:1] in (".", ",", "") and bool(before))


def _read_shares(text: str) -> Iterator[Numeral]:
    parts = pairs("numerals", "parts")
    for match in _share().finditer(text):
        if match["half"]:
            percent = 50.0
        elif match["part"]:
            if match["many"].casefold() in ("a", "one") and " " in match.group() and not _is_part(text, match):
                continue
            percent = 100 * _values().get(match["many"].casefold(), 1.0) / parts[match["part"].casefold()]
        else:
            of, whole = _fold(match["of"]), _fold(match["whole"])
            if not 0 < of < whole or whole > 1000:
                continue
            percent = 100 * of / whole
        percent = float(f"{percent:.3g}")  # as a careful hand writes it: a third is 33.3
        yield Numeral(match.start(), match.end(), Kind.SHARE, percent, percent, percent)


def _read_points(text: str) -> Iterator[Numeral]:
    for match in _point().finditer(text):
        words, end = match.group(), match.end()
        if _IDENTIFIER.fullmatch(words):
            continue
        suffix = (match["suffix"] or "").casefold()
        if suffix:
            words = words[:-1]
        if suffix == "m" and not _is_million(text, match.start(), end):
            suffix, end = "", end - 1
        signed = _SIGN.search(text, max(0, match.start() - _SIGN_REACH), match.start())
        if text[: match.start()].endswith("+") and not (signed and _SIGNED_UNIT.match(text, end)):
            continue
        value = _fold(words) * pairs("numerals", "attached").get(suffix, 1.0)
        value = value if signed is None or signed["sign"] == "+" else -value
        start = signed.start("sign") if signed and not signed["mark"] else match.start()
        yield Numeral(start, end, Kind.POINT, value, value, value, any(c.isdigit() for c in words))


_IDENTIFIER = re.compile(r"\d{10,}")
_SIGN_REACH = 9
_SIGN = re.compile(r"(?P<sign>(?:^|(?<=[\s($€£]))[-−+]|\bminus[- ])(?P<mark>[$€£]?)$", re.IGNORECASE)
_SIGNED_UNIT = re.compile(r"\s?(?:%|per ?cent\b|percent\w*\b|points?\b|degrees?\b|°)")


def _is_million(text: str, start: int, end: int) -> bool:
    """Whether "3m" is three million: money stands before it or a plural noun after it; else it is metres."""
    money = re.search(r"[$€£¥₹]\s?$|[A-Z]{2,3}\s?$", text[:start])
    return money is not None or _COUNTED_NEAR.match(text, end) is not None


_COUNTED_NEAR = re.compile(
    r" (?!tall|high|long|wide|deep|away|from|below|above|of|in|\(|\d)"
    r"(?:[a-z]+ ){0,4}?(?:[a-z]{3,}s|people|men|women|children)\b"
)


def _fold(words: str) -> float:
    """The value of a number as written ("two and a half million", "1,200", "4 hundred thousand")."""
    total = current = 0.0
    scale = 1.0
    words = _SPACED.sub("", words)
    text = re.sub(r"[- ]and[- ](?:an?|one)[- ](half|quarter)", r" +\1", words.casefold())
    for word in re.findall(r"\+half|\+quarter|[½¼]|\d[\d,]*(?:\.\d+)?|\.\d+|[a-z]+", text):
        if word in ("+half", "½", "+quarter", "¼"):
            part = 0.5 if word in ("+half", "½") else 0.25
            total, current = (total + part * scale, current) if not current and total else (total, current + part)
        elif word in _scales():
            scale = _scales()[word]
            if scale < 1000:
                current = (current or 1.0) * scale
            else:
                total, current = total + (current or 1.0) * scale, 0.0
        elif word == "half":
            current = 0.5
        elif word in ("a", "an", "another"):
            current = current or 1.0
        elif word != "and":
            current += _values()[word] if word in _values() else float(word.replace(",", ""))
    return total + current


_SIGNS = "[$€£¥₹]"
_MARK = rf"(?:(?:(?:US|AU|CA|HK|NZ|NT) ?|[ACSR])?{_SIGNS}(?:US|NZ|A)?|(?:RM|Rs\.?|USD|EUR|GBP|CHF) ?)"
_SPACED = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
_DASH = re.compile(rf"\s?(?:[-–—−]|to|to-|and|or)\s?-?{_MARK}?")
_MARKED = re.compile(rf"{_MARK}$")
_FROM = re.compile(rf"\b(?:between|from|to|of)\s+(?:about |around |roughly |some )?{_MARK}?$", re.IGNORECASE)
_COMPARED = re.compile(rf"\b(?:up|down)\s+from\s+(?:about |around |the )?{_MARK}?$", re.IGNORECASE)
_CHANGING = re.compile(
    r"\b(?:r[io]se|increas|gr[eo]w|f[ae]ll|dropp|declin|cut|rais|reduc|went|up|down|chang|jump|climb|lower|expand"
    r"|shr[aiu]nk|bring|brought)\w*\b[^.;]*$"
)


def _join_ranges(text: str, found: list[Numeral]) -> Iterator[Numeral]:
    """Put two points that stand as bounds of one range together."""
    index = 0
    while index < len(found):
        first = found[index]
        second = found[index + 1] if index + 1 < len(found) else None
        joined = _range(text, first, second) if second else None
        yield joined or first
        index += 2 if joined else 1


def _range(text: str, first: Numeral, second: Numeral) -> Numeral | None:
    percent = re.compile(r"\s?(?:%|percent\b|per cent\b)")
    link = text[first.end : second.start]
    if percent.match(link):
        link = re.sub(r"\s+", " ", percent.sub(" ", link)) if percent.match(text, second.end) else ","
    marked = re.search(_MARK, link)
    if marked and not _MARKED.search(text[: first.start]):
        return None
    if first.kind is not Kind.POINT or second.kind is not Kind.POINT or not _DASH.fullmatch(link):
        return None
    low, high = first.value or 0.0, second.value or 0.0
    word = re.sub(_MARK, "", link).strip(" -")
    before = text[: first.start]
    opener = _FROM.search(before)
    if word == "and" and not (opener and opener.group().casefold().startswith("between")):
        return None
    if word == "or" and not low < high <= max(low + 2, min(1.5 * low, 1000)):
        return None
    measured = link != text[first.end : second.start] or marked is not None
    factor = _shared_scale(text[second.start : second.end])
    compared = _COMPARED.search(before) and low < 1000 <= factor
    if (
        word == "to"
        and not compared
        and _CHANGING.search(before[-60:])
        and (measured or (opener and opener.group().startswith("from")))
    ):
        return None
    if word == "to" and opener and opener.group().casefold().startswith("to"):
        return None
    if low < 1000 <= high and low * factor < high and not re.search(r"[a-z,]", text[first.start : first.end], re.I):
        low *= factor
    low, high = (high, low) if high < low < 0 else (low, high)
    if not low < high:
        return None
    return replace(first, end=second.end, kind=Kind.RANGE, value=None, low=low, high=high)


def _shared_scale(words: str) -> float:
    """The scale said once at the end of a range ("4-5 million"), else 1."""
    scale = re.search(rf"({_grammar()['scale']})$|(?<=\d)([kmb])$", words, re.IGNORECASE)
    if not scale:
        return 1.0
    attached = pairs("numerals", "attached")
    return _scales()[scale[1].casefold()] if scale[1] else attached[scale[2].casefold()]
