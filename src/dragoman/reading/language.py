"""The language of a text, by its script and its commonest words; no model."""

import re
import unicodedata
from collections import Counter
from functools import cache

from dragoman.text.lexicon import load

SUPPORTED = frozenset({"en"})
ENOUGH_WORDS, ENOUGH_KNOWN = 8, 0.1
SAMPLE = 20_000
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SCRIPTS = {
    "HEBREW": "he",
    "HANGUL": "ko",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "CJK": "zh",
    "DEVANAGARI": "hi",
    "BENGALI": "bn",
    "TAMIL": "ta",
    "ETHIOPIC": "am",
    "THAI": "th",
    "MYANMAR": "my",
    "GREEK": "el",
    "GEORGIAN": "ka",
    "ARMENIAN": "hy",
    "KHMER": "km",
    "SINHALA": "si",
}


def language(text: str, declared: str = "") -> str:
    """The ISO 639-1 code of a text; where it is too short to tell, the declared code, else `en` for Latin script."""
    sample = text[:SAMPLE]
    script = _script(sample)
    if script in _SCRIPTS:
        return "ja" if script == "CJK" and re.search(r"[\u3040-\u30ff]", sample) else _SCRIPTS[script]
    words = Counter(word.casefold() for word in _WORD.findall(sample))
    total = sum(words.values())
    scores = {code: sum(words[word] for word in common) for code, common in _profiles(script).items()}
    known = re.split(r"[-_]", declared.strip().casefold())[0]
    best = max(sorted(scores), key=lambda code: (scores[code], code == known, code == "en"), default="")
    if not best or total < ENOUGH_WORDS or scores[best] < ENOUGH_KNOWN * total:
        return known or ("en" if script == "LATIN" else "und")
    return best


def _script(sample: str) -> str:
    """The script of most letters."""
    counts = Counter(unicodedata.name(letter, "UNKNOWN").split()[0] for letter in sample if letter.isalpha())
    return counts.most_common(1)[0][0] if counts else "LATIN"


@cache
def _profiles(script: str) -> dict[str, frozenset[str]]:
    return {
        code: frozenset(words) for code, words in sorted(load("languages").items()) if _script("".join(words)) == script
    }
