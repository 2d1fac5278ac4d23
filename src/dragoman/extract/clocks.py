"""Clock times and parts of a day: "18:00 UTC", "3pm", "0800 GMT", "noon"."""

import re
from collections.abc import Iterator
from functools import cache

_ZONE = (
    r"(?:local time|zulu|[ecmp][sd]?t|bst|cest|cet|eest|eet|msk|ist|jst|aest"
    r"|\((?:gmt|utc) ?[+-]\d{1,2}(?::\d{2})?\)"
    r"|(?:gmt|utc)(?: ?[+-] ?\d{1,2})?)"
)
_WORDS = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}


@cache
def _clock() -> re.Pattern[str]:
    half = r"(?P<half>[ap])\.?m(?:\.(?=\W|$)|\b)"
    before = "|".join(
        rf"(?<=\b{word} )" for word in ("at", "by", "until", "from", "around", "before", "after", "since")
    )
    zone = rf"(?: ?{_ZONE}(?!\w))"
    return re.compile(
        rf"(?<![\w:.,/$€£-])(?:"
        rf"(?P<h1>[01]?\d|2[0-4])(?:[:.](?P<m1>[0-5]\d)(?::[0-5]\d)?)? ?{half}{zone}?"
        rf"|(?P<h2>[01]?\d|2[0-4]):(?P<m2>[0-5]\d)(?::[0-5]\d)?(?: ?hrs\b)?{zone}?(?![\d:])"
        rf"|(?P<h3>[01]\d|2[0-4])(?P<m3>[0-5]\d)(?: hours| hrs)?{zone}"
        rf"|(?P<h4>[01]?\d|2[0-4])\.(?P<m4>[0-5]\d){zone}"
        rf"|(?P<h5>1[0-2]|[1-9]) o'?clock\b"
        rf"|(?:{before})(?P<word>noon|midday|midnight)\b"
        rf"|(?<=\bat )(?P<h6>1[0-2]|[1-9])(?=(?: on)? (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
        r")",
        re.IGNORECASE,
    )


def clocks(text: str) -> Iterator[tuple[int, int, str]]:
    """Each clock time of a text with its 24-hour form ("18:40") as it is printed, whatever the zone."""
    for match in _clock().finditer(text):
        word = (match["word"] or "").casefold()
        if word:
            yield match.start(), match.end(), _WORDS[word]
            continue
        hour = int(next(h for n in range(1, 7) if (h := match[f"h{n}"])))
        minute = next((m for n in range(1, 5) if (m := match[f"m{n}"])), "00")
        half = (match["half"] or "").casefold()
        if half and hour > 12:
            continue
        hour = hour % 12 + (12 if half == "p" else 0) if half else hour
        yield match.start(), match.end(), f"{hour:02}:{minute}"
