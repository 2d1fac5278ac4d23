"""Draw pairs of articles of one event to be labelled by hand: python draw_story_pairs.py STORIES.json > pairs.tsv

The pairs are stratified by how many runs of three words the two share, so that pairs which share some words but not
most, where a threshold decides, are well covered. Events are dealt to `tune` and `test` whole: no article is in both.
"""

import hashlib
import json
import re
import sys
from itertools import combinations
from pathlib import Path

STRATA = ((0.0, 12), (0.01, 10), (0.02, 14), (0.03, 22), (0.05, 22), (0.08, 26), (0.12, 99))
"""Lowest share of the shorter article's runs that both have, and how many pairs are drawn from there upwards."""
_WORD = re.compile(r"\w+")


def digest(*parts: str) -> str:
    """A short name for an article's address, and the order in which pairs are drawn."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]


def runs(text: str) -> frozenset[tuple[str, ...]]:
    """All runs of three words of a text."""
    words = [word.lower() for word in _WORD.findall(text)]
    return frozenset(zip(words, words[1:], words[2:], strict=False))


def main() -> None:
    """Print event, the two articles, the half, and the overlap by which the pair was drawn."""
    bands: list[list[tuple[str, str, str, float]]] = [[] for _ in STRATA]
    for event in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")):
        of = {digest(article["ext_url"]): runs(article["text"]) for article in event["articles"]}
        for a, b in combinations(sorted(of), 2):
            if of[a] and of[b]:
                share = len(of[a] & of[b]) / min(len(of[a]), len(of[b]))
                band = max(i for i, (low, _) in enumerate(STRATA) if share >= low)
                bands[band].append((event["_id"]["$oid"], a, b, share))
    print("event\ta\tb\thalf\toverlap")
    for (_, wanted), band in zip(STRATA, bands, strict=True):
        for event, a, b, share in sorted(band, key=lambda pair: digest(*pair[:3]))[:wanted]:
            half = "tune" if int(digest(event), 16) % 2 else "test"
            print(event, a, b, half, f"{share:.3f}", sep="\t")


if __name__ == "__main__":
    main()
