"""Texts with known publication days, from public sets in their published formats and a file of labels."""

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from xml.etree import ElementTree

from dragoman.errors import InputError

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATE_LINE = re.compile(rf"(?:\w+day, )?(?:(?:{_MONTHS}) \d{{1,2}}|\d{{1,2}} (?:{_MONTHS})),? (?:19|20)\d{{2}}")


@dataclass(frozen=True, slots=True)
class Known:
    """A text and the ISO days within which it was published; `seen` is when it was captured ("" for unsaid)."""

    id: str
    text: str
    first: str
    last: str
    title: str = ""
    address: str = ""
    seen: str = ""


def known_sets(folder: Path, labels: Path | None = None) -> dict[str, list[Known]]:
    """The sets that a folder holds, by name; `stories` needs a file of labels. Raises InputError where it holds none.

    `polnear/data/metadata.tsv` has a day for each text; `meantime` a creation time, printed as the second line;
    `stories/wikinews_medium.json` addresses, and days only in the labels (story, article, first, last).
    """
    sets: dict[str, list[Known]] = {}
    if (folder / "polnear" / "data" / "metadata.tsv").is_file():
        sets["polnear"] = list(_polnear(folder / "polnear" / "data"))
    if (folder / "meantime").is_dir():
        sets["meantime"] = list(_meantime(folder / "meantime"))
        sets["meantime without its date lines"] = [_without_date_line(one) for one in sets["meantime"]]
    stories = folder / "stories" / "wikinews_medium.json"
    if stories.is_file() and labels is not None:
        sets["stories"] = list(_stories(stories, labels, captured=False))
        sets["stories with their capture times"] = list(_stories(stories, labels, captured=True))
        sets["stories without their addresses"] = [replace(one, address="") for one in sets["stories"]]
    if not any(sets.values()):
        raise InputError(f"{folder}: none of polnear/data, meantime and stories (with labels) is there")
    return sets


def _polnear(data: Path) -> Iterator[Known]:
    with (data / "metadata.tsv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            path = data / row["compartment"] / "text" / f"{row['filename']}.txt"
            if path.is_file() and re.fullmatch(r"\d{4}-\d{2}-\d{2}", row["publication_date"]):
                day = row["publication_date"]
                yield Known(row["filename"], path.read_text(encoding="utf-8"), day, day)


def _meantime(folder: Path) -> Iterator[Known]:
    # The corpus holds every document twice; one copy is enough.
    found = {path.name: path for path in sorted(folder.rglob("*.xml"))}
    for _, path in sorted(found.items()):
        root = ElementTree.parse(path).getroot()
        created = [t.get("value", "") for t in root.iter("TIMEX3") if t.get("functionInDocument") == "CREATION_TIME"]
        sentences: dict[str, list[str]] = {}
        for token in root.iter("token"):
            sentences.setdefault(token.get("sentence", ""), []).append(token.text or "")
        text = "\n\n".join(_joined(tokens) for tokens in sentences.values())
        if created and re.fullmatch(r"\d{4}-\d{2}-\d{2}", created[0]):
            yield Known(path.stem, text, created[0], created[0])


def _joined(tokens: list[str]) -> str:
    """Tokens put together again as they are printed."""
    return re.sub(r" (?=[,.;:!?)\]%]|['’]s\b|n['’]t\b)|(?<=[(\[$£€]) ", "", " ".join(tokens))


def _without_date_line(known: Known) -> Known:
    kept = [part for part in known.text.split("\n\n") if not _DATE_LINE.fullmatch(part.rstrip("."))]
    return replace(known, text="\n\n".join(kept))


def _stories(path: Path, labels: Path, *, captured: bool) -> Iterator[Known]:
    stories = {story["_id"]["$oid"]: story["articles"] for story in json.loads(path.read_text(encoding="utf-8"))}
    with labels.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            article = stories[row["story"]][int(row["article"])]
            yield Known(
                id=f"{row['story']}#{row['article']}",
                text=f"{article['title']}\n\n{article['text']}",
                first=row["first"],
                last=row["last"],
                title=article["title"],
                address=article["ext_url"],
                seen=article["created_at"]["$date"] if captured else "",
            )
