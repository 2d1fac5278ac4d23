"""Name every slip in files of marked texts, and count what they hold: `python scripts/check_marked.py FILE...`."""

import sys
from pathlib import Path

from dragoman.errors import InputError
from dragoman.train.marked import marked_parts, unmark


def main(names: list[str]) -> int:
    """Print counts; exit status 1 where a text has a slip."""
    texts = words = attributions = slips = 0
    for part_name, part in (one for name in names for one in marked_parts(Path(name))):
        try:
            text = unmark(part, name=part_name)
        except InputError as error:
            slips += 1
            print(error, file=sys.stderr)
            continue
        texts, words, attributions = texts + 1, words + len(text.text.split()), attributions + len(text.attributions)
    print(f"{texts} texts, {words} words, {attributions} attributions, {slips} texts with a slip")
    return 1 if slips else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
