"""What is found does not hang on how a text is set: broken lines, quotation marks, dashes, spelling."""

import textwrap
from dataclasses import replace
from typing import Any

import pytest
from told import page_of

from dragoman.extract.found import Found
from dragoman.model.codec import to_plain
from dragoman.run.recipe import STANDARD

_TEXT = """Quarrel over truce — Marrakand “will not yield”: minister

The Chilean Defense Ministry said on Tuesday that its forces had shot down “at least 40” of 52 drones launched by Peru overnight, and that three people were killed in the neighborhood of the harbor – one of them a child.

“We will not sign anything under fire,” the Peruvian foreign minister, Rosa Arrieta, told reporters in Lima. “Chile’s offer is a trap.”

The talks — the second round in a month — ended after 20–30 minutes. Chile demanded a 30-day cease-fire; Peru’s delegation rejected the proposal and called it ‘a fairy tale’, according to two officials who were in the room.

Peru promised to release 200 prisoners by Friday. The two sides organized a center for aid shipments worth $12 million, the Red Cross said, and traveled 15 kilometers along the coast."""

_WORDS = {"“": '"', "”": '"', "’": "'", "‘": "'", "«": '"', "»": '"', "—": "-", "–": "-", "--": "-"}
_SPELLING = {
    "Defense": "Defence",
    "neighborhood": "neighbourhood",
    "harbor": "harbour",
    "organized": "organised",
    "center": "centre",
    "traveled": "travelled",
    "kilometers": "kilometres",
    "cease-fire": "ceasefire",
}
_DROPPED = frozenset(
    {"id", "entity", "start", "end", "report", "about", "event", "event_mention", "attribution", "continues", "head"}
)


def _plain(value: Any) -> Any:
    """A layer without ids and offsets; words with one kind of marks, blanks and spelling."""
    if isinstance(value, dict):
        return tuple(sorted((k, _plain(v)) for k, v in value.items() if k not in _DROPPED and v is not None))
    if isinstance(value, list):
        return tuple(_plain(v) for v in value)
    if not isinstance(value, str):
        return value
    for old, new in (*_WORDS.items(), *((there, here) for here, there in _SPELLING.items())):
        value = value.replace(old, new)
    return " ".join(value.split())


def _layers(text: str) -> dict[str, list[str]]:
    page, found = page_of(text), Found()
    for step in STANDARD:
        found = replace(found, **{step.yields: step.run(page, found)})
    names = ("claims", "events", "quantities", "positions", "commitments", "times", "places")
    layers = {name: sorted(str(_plain(to_plain(one))) for one in getattr(found, name)) for name in names}
    layers["quotes"] = sorted(str(_plain(to_plain(one))) for one in found.speech.quotes)
    return layers


def _set(text: str, marks: dict[str, str]) -> str:
    for old, new in marks.items():
        text = text.replace(old, new)
    return text


def _wrapped(text: str, width: int) -> str:
    return "\n\n".join(textwrap.fill(part, width, break_on_hyphens=False) for part in text.split("\n\n"))


_AS_SET = {
    "lines of 60": _wrapped(_TEXT, 60),
    "lines of 76": _wrapped(_TEXT, 76),
    "straight marks": _set(_TEXT, {"“": '"', "”": '"', "’": "'", "‘": "'"}),
    "guillemets": _set(_TEXT, {"“": "«", "”": "»"}),
    "em dashes": _set(_TEXT, {" – ": " — "}),
    "en dashes": _set(_TEXT, {" — ": " – "}),
    "typewriter dashes": _set(_TEXT, {" — ": " -- ", " – ": " -- "}),
    "hyphen between numbers": _set(_TEXT, {"20–30": "20-30"}),
    "no-break blanks": _set(_TEXT, {"$12 million": "$12\u00a0million", "15 kilometers": "15\u00a0kilometers"}),
    "British spelling": _set(_TEXT, _SPELLING),
}


@pytest.mark.parametrize("setting", _AS_SET)
def test_another_setting_of_the_same_words_is_read_alike(setting: str) -> None:
    assert _AS_SET[setting] != _TEXT
    assert _layers(_AS_SET[setting]) == _layers(_TEXT)


def test_the_text_tells_enough_for_the_law_to_bite() -> None:
    layers = _layers(_TEXT)
    assert {name: len(found) for name, found in layers.items() if not found} == {}
    assert len(layers["claims"]) > 15
