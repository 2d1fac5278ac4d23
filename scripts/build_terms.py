"""Count in how many paragraphs of the texts written for dragoman each word stands: `link/data/terms.tsv`.

    python scripts/build_terms.py

The counts tell rare words from common ones when events are linked. They are frozen with each version: counted from
the record itself, one more report would move the weights of all others.
"""

from collections import Counter
from pathlib import Path

from dragoman.link.words import content
from dragoman.train.marked import read_marked

ROOT = Path(__file__).parents[1]
TEXTS = ROOT / "training" / "attribution" / "texts"
TABLE = ROOT / "src" / "dragoman" / "link" / "data" / "terms.tsv"
FEWEST = 2
"""Words of fewer paragraphs are left out: they are as rare as words that are not in the table at all."""
SHORTEST = 40
"""Characters of a paragraph that counts."""


def main() -> None:
    """Count and write the table, most frequent first."""
    texts = [text.text for path in sorted(TEXTS.glob("*.txt")) for text in read_marked(path)]
    paragraphs = [part for text in texts for part in text.split("\n\n") if len(part) > SHORTEST]
    counts = Counter(word for part in paragraphs for word in content(part))
    kept = sorted(((word, n) for word, n in counts.items() if n >= FEWEST), key=lambda item: (-item[1], item[0]))
    lines = [f"\t{len(paragraphs)}", *(f"{word}\t{n}" for word, n in kept)]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(kept)} words of {len(paragraphs)} paragraphs: {TABLE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
