"""Makes a record's JSON object out of a gold file and its texts: what a perfect reader would have shown."""

import re
from collections.abc import Iterator, Mapping
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

from dragoman.evaluate.episode_words import shared, stems

Json = dict[str, Any]
_VERDICT = {"agree": "same", "refine": "finer", "conflict": "conflict"}
_STATUS = {
    "not met": "broken",
    "done": "kept",
    "partly_kept": "partly_kept",
    "kept": "kept",
    "broken": "broken",
    "overtaken": "overtaken",
    "disputed": "disputed",
    "due": "due",
}


def make_record(gold: Mapping[str, Any], folder: Path) -> Json:
    """Make a record that tells all of the gold and nothing else."""
    return _Maker(gold, folder).make()


def bag_of_words(gold: Mapping[str, Any], folder: Path) -> Json:
    """Make a record that shows every word of the texts as everything it could be, and has read nothing."""
    record = _Maker(gold, folder).empty()
    for report in record["reports"]:
        text = report["text"]
        record["entities"].append({"id": f"n-{report['id']}", "name": text, "kind": "group", "aliases": []})
        for number, word in enumerate(re.finditer(r"\S+", text)):
            key = f"{report['id']}-{number}"
            span = _span(report["id"], text, word.start(), word.end())
            digits = re.sub(r"[^\d.]", "", word.group()).strip(".")
            value = float(digits) if re.fullmatch(r"\d+(\.\d+)?", digits) else None
            field = "quantity" if number % 2 or value is not None else "occurrence"
            record["claims"].append(_claim(f"c-{key}", span, field=field, value=value))
            variant = {"report": report["id"], "kind": "direct", "span": span}
            nobody = {"entity": None, "name": "", "code": ""}
            record["utterances"].append({"id": f"u-{key}", "speaker": nobody, "variants": [variant]})
            record["positions"].append({"id": f"p-{key}", "issue": word.group(), "claims": [f"c-{key}"]})
            record["commitments"].append({"id": f"k-{key}", "what": word.group(), "claims": [f"c-{key}"]})
            record["events"].append({"id": f"e-{key}", "summary": word.group(), "claims": [f"c-{key}"]})
    ids = [claim["id"] for claim in record["claims"]]
    for a, b in pairwise(ids):
        record["comparisons"].append(_comparison(f"v-{a}", a, b, "quantity", "conflict"))
    return record


def _claim(key: str, span: Json, **given: Any) -> Json:
    voice = {"kind": "outlet", "entity": None, "name": "", "side": "", "chain": []}
    plain = {
        "id": key, "about": {"kind": "statement", "id": key}, "event": None, "event_mention": None,
        "field": "occurrence", "value": None, "low": None, "low_strict": False, "high": None,
        "high_strict": False, "hedge": None, "unit": "", "what": "", "scope": "", "side": "", "per": "",
        "polarity": "asserted", "modality": "happened", "voice": voice, "account": "", "outlet": "",
        "report": span["report"], "as_of": None, "span": span, "extractor": "gold/1",
    }  # fmt: skip
    return plain | given


def _span(report: str, text: str, start: int, end: int) -> Json:
    return {"report": report, "start": start, "end": end, "exact": text[start:end]}


def _unit(figure: Json, reading: Json) -> str:
    return str(reading.get("unit") or figure["unit"])


def _comparison(key: str, a: str, b: str, field: str, verdict: str) -> Json:
    subject = {"kind": "event", "id": "e"}
    return {"id": key, "subject": subject, "field": field, "a": a, "b": b, "verdict": verdict, "reason": ""}


def _bare(name: object) -> str:
    return re.split(r",|;|/", re.sub(r"\([^)]*\)", "", str(name)))[0].strip()


def _who(name: object) -> Json:
    return {"entity": None, "name": _bare(name), "code": ""}


class _Maker:
    """Holds the texts and gathers the arrays of one record."""

    def __init__(self, gold: Mapping[str, Any], folder: Path) -> None:
        self.gold = gold
        self.files: dict[str, str] = {one["id"]: one["file"] for one in gold["documents"]}
        self.texts = {
            key: (folder / file).read_text(encoding="utf-8").removeprefix("\ufeff") for key, file in self.files.items()
        }
        self.tails = {one["id"]: one.get("tail_starts_at") for one in gold["documents"]}
        self.record = self.empty()
        self.by_reading: dict[tuple[str, int], str] = {}
        self.taken: list[tuple[str, int, int]] = []

    def empty(self) -> Json:
        names = "entities claims events figures comparisons utterances positions proposals commitments processes"
        record: Json = {"schema": "dragoman/record/1", **{name: [] for name in names.split()}}
        record["reports"] = [
            {"id": f"r-{key}", "path_or_url": f"/anywhere/{file.rsplit('.', 1)[0]}", "text": self.texts[key]}
            for key, file in self.files.items()
        ]
        return record

    def make(self) -> Json:
        self._figures()
        self._events()
        self._positions()
        self._commitments()
        self._quotes()
        self._differences()
        self._traps()
        return self.record

    def _add(self, key: str, file: str, start: int, end: int, **given: Any) -> str:
        claim = _claim(f"c-{key}", _span(f"r-{file}", self.texts[file], start, end), **given)
        self.record["claims"].append(claim)
        self.taken.append((file, start, end))
        return str(claim["id"])

    def _find(self, file: str, phrase: str) -> tuple[int, int]:
        start = self.texts[file].index(phrase)
        return start, start + len(phrase)

    def _figures(self) -> None:
        for figure in self.gold["figures"]:
            claims = [self._reading(figure, index) for index in range(len(figure["readings"]))]
            key = figure["id"]
            standing = self._standing(figure) or "outlets_only"
            self.record["figures"].append({"id": f"f-{key}", "claims": claims, "standing": standing})
            for a, b, verdict in _pairs(figure):
                if verdict:
                    name = f"v-{key}-{a}-{b}"
                    self.record["comparisons"].append(_comparison(name, claims[a], claims[b], "quantity", verdict))

    def _reading(self, figure: Json, index: int) -> str:
        reading = figure["readings"][index]
        start, end = self._find(reading["file"], reading["phrase"])
        for other in self.gold["figures"]:
            for position, one in enumerate(other["readings"]):
                key = (other["id"], position)
                same = all(one.get(name) == reading.get(name) for name in ("file", "value", "low", "high"))
                if key in self.by_reading and same and _unit(other, one) == _unit(figure, reading):
                    first, last = self._find(one["file"], one["phrase"])
                    if first < end and start < last:
                        return self.by_reading[key]
        kind = reading["voice_kind"]
        name = "" if kind in ("outlet", "hearsay") else _bare(reading["claimed_by"])
        numbers = {
            key: reading.get(key, False) for key in ("value", "low", "high", "low_strict", "high_strict", "hedge")
        }
        made = self._add(
            f"{figure['id']}-{index}", reading["file"], start, end,
            field="time" if figure["unit"] == "date" else "quantity", unit=_unit(figure, reading),
            what=figure["quantity"], voice={"kind": kind, "entity": None, "name": name}, **numbers,
        )  # fmt: skip
        self.by_reading[(figure["id"], index)] = made
        return made

    def _standing(self, figure: Json) -> str | None:
        accepted = [str(figure["standing"])] if figure.get("standing") else None
        for trap in self.gold["attribution_traps"]:
            for phrase in trap["phrases"]:
                place = self._find(phrase["file"], phrase["phrase"])
                for reading in figure["readings"]:
                    other = self._find(reading["file"], reading["phrase"])
                    if reading["file"] == phrase["file"] and place[0] < other[1] and other[0] < place[1]:
                        allowed = trap["standing_ok"]
                        accepted = [one for one in accepted or allowed if one in allowed]
        return accepted[0] if accepted else None

    def _sentences(self, file: str) -> Iterator[tuple[int, int]]:
        end = self.tails[file] or len(self.texts[file])
        for found in re.finditer(r"[^\n]+?(?:[.!?][”\"]?(?=\s)|\n|$)", self.texts[file][:end]):
            yield found.span()

    def _about(self, key: str, file: str, words: str, **given: Any) -> str:
        """Add a claim on one word, outside all traps, of the sentence that shares most with these words."""
        wanted = stems(words)
        text = self.texts[file]
        traps = [
            self._find(file, phrase["phrase"])
            for trap in self.gold["attribution_traps"]
            for phrase in trap["phrases"]
            if phrase["file"] == file
        ]
        sentences = list(self._sentences(file))
        sentences.sort(key=lambda one: -len(shared(wanted, stems(text[slice(*one)]))))
        for first, last in sentences:
            for word in re.finditer(r"\w{3,}", text[first:last]):
                start, end = first + word.start(), first + word.end()
                if not any(start < b and a < end for a, b in traps):
                    return self._add(f"{key}-{file}", file, start, end, **given)
        raise AssertionError(f"no free word for {key} in {file}")

    def _events(self) -> None:
        for event in self.gold["events"]:
            key = f"e-{event['id']}"
            claims = [self._about(event["id"], file, event["description"], event=key) for file in event["supported_by"]]
            planned = re.match(r"planned|forecast|conditional", event["status"])
            date = event["date"] if re.fullmatch(r"\d{4}(-\d\d){0,2}", str(event["date"])) else None
            self.record["events"].append(
                {
                    "id": key, "aliases": [], "type": event["plover_type"], "summary": event["description"],
                    "time": {"start": date, "end": date, "precision": "day"},
                    "place": {"name": event["place"] or ""},
                    "actors": [_who(one) for one in event["actors"] if one != "unknown"],
                    "recipients": [_who(one) for one in event["recipients"] if one != "each other"],
                    "modality": "planned" if planned else "happened", "standing": None, "claims": claims,
                }
            )  # fmt: skip

    def _positions(self) -> None:
        for index, one in enumerate(self.gold["positions"]):
            about = {"kind": "position", "id": f"p-{index}"}
            words = f"{one['issue']} {one['content']}"
            claims = [self._about(f"p{index}", file, words, about=about, field="stance") for file in one["files"]]
            position = {"id": f"p-{index}", "party": _who(one["party"]), "issue": _bare(one["issue"])}
            rest = {"stance": one["stance"], "content": one["content"], "claims": claims}
            self.record["positions"].append(position | rest)

    def _commitments(self) -> None:
        for index, one in enumerate(self.gold["commitments"]):
            claims = [self._about(f"k{index}", file, one["what"]) for file in one["files"]]
            told = one["status_at_the_time"]
            status = next((value for word, value in _STATUS.items() if word in told), "open")
            by = [_who(part) for part in one["by"].split(" and ")]
            made = {"id": f"k-{index}", "by": by, "to": _who(one["to"]), "what": one["what"]}
            self.record["commitments"].append(made | {"status": status, "claims": claims})

    def _quotes(self) -> None:
        for quote in self.gold["quotes"]:
            groups = [quote["openings"]] if quote["same_statement"] else [[one] for one in quote["openings"]]
            for number, openings in enumerate(groups):
                variants = []
                for one in openings:
                    start, end = self._find(one["file"], one["opening"])
                    span = _span(f"r-{one['file']}", self.texts[one["file"]], start, end)
                    variants.append({"report": f"r-{one['file']}", "kind": "direct", "span": span})
                key = f"u-{quote['id']}-{number}"
                made = {"id": key, "aliases": [], "speaker": _who(quote["speaker"]), "variants": variants}
                self.record["utterances"].append(made)

    def _differences(self) -> None:
        for index, one in enumerate(self.gold["differences"]):
            claims: list[str] = []
            for side in ("a", "b"):
                files, _, words = one[side].partition(": ")
                file = files.split(", ")[0]
                key = f"d{index}{side}"
                if one["field"] == "stance":
                    claims.append(self._stance(one, file, claims))
                else:
                    claims.append(self._about(key, file, f"{one['thing']} {words}", field=one["field"]))
            made = _comparison(f"v-d{index}", claims[0], claims[1], one["field"], one["verdict"][0])
            self.record["comparisons"].append(made)

    def _stance(self, difference: Json, file: str, used: list[str]) -> str:
        for position in self.record["positions"]:
            same = position["party"]["name"] == difference["party"] and position["issue"] == difference["issue"]
            for claim in position["claims"]:
                if same and claim.endswith(f"-{file}") and claim not in used:
                    return str(claim)
        raise AssertionError(f"no position for {difference}")

    def _traps(self) -> None:
        for index, trap in enumerate(self.gold["attribution_traps"]):
            for number, phrase in enumerate(trap["phrases"]):
                start, end = self._find(phrase["file"], phrase["phrase"])
                if any(file == phrase["file"] and a < end and start < b for file, a, b in self.taken):
                    continue
                voice = {"kind": phrase["voice_kinds_ok"][0], "entity": None, "name": trap["side"] or ""}
                key = f"t{index}-{number}"
                self._add(key, phrase["file"], start, end, voice=voice, modality="background")


def _pairs(figure: Json) -> Iterator[tuple[int, int, str | None]]:
    for pair in figure.get("pairs") or ():
        yield pair["a"], pair["b"], None if pair.get("or") else pair["verdict"][0]
    if not figure.get("pairs") and figure["relation"] in _VERDICT:
        for a, b in combinations(range(len(figure["readings"])), 2):
            yield a, b, _VERDICT[figure["relation"]]
