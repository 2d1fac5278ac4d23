"""The same rules for every party: with names exchanged and the annotation kept, every layer is the mirror of itself."""

from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from mirrored import mirrored
from told import page_of

from dragoman.evaluate.exchange import Exchange, Party
from dragoman.extract.found import Found
from dragoman.model.codec import to_plain
from dragoman.run.recipe import STANDARD
from dragoman.text.page import Page
from dragoman.text.world import world

_WORDS = {"Peru": "Chile", "Peruvian": "Chilean", "Peruvians": "Chileans", "Lima": "Santiago", "Arrieta": "Belaunde"}
_NAMES = _WORDS | {new: old for old, new in _WORDS.items()}
_EXCHANGE = Exchange(
    *(
        Party((country.name,), country.demonyms, (country.capital,), (person,))
        for name, person in (("Peru", "Arrieta"), ("Chile", "Belaunde"))
        if (country := world().country(name))
    )
)
_TEXT = [
    "Peruvian troops shelled the port on Tuesday, killing at least seven Chileans, the Chilean Defense Ministry said.",
    "Chile rejected the truce that Peru had offered and demanded a full withdrawal.",
    "Peruvian President Arrieta told reporters that Chile would pay for the attack.",
    "“We shot down 40 of 52 drones,” said a Chilean general, who blamed Lima for the raid.",
    "Lima denied it. Santiago called the claim “a fairy tale.”",
    "The Peruvian foreign minister will meet his Chilean counterpart in Geneva next week.",
    "Peru promised to release 200 prisoners by Friday if Chile lifted the blockade.",
    "Chilean officials reportedly plan to expel three Peruvian diplomats.",
    "Belaunde said Peru must return the children and that Chile was ready for talks.",
    "The Chileans accuse the Peruvians of shelling two villages; Peru says it hit only depots.",
    "Drones launched by Peru struck Santiago overnight, the Chilean air force said.",
    "Arrieta and Belaunde signed an agreement to swap 40 captives each.",
]
_DROPPED = frozenset({"id", "entity", "start", "end", "report", "lat", "lon", "about", "event_mention"})
_CODES = {"PER": ("<1>", "<2>"), "CHL": ("<2>", "<1>")}


def _read(page: Page) -> Found:
    found = Found()
    for step in STANDARD:
        found = replace(found, **{step.yields: step.run(page, found)})
    return found


def _signed(value: Any, *, swapped: bool) -> Any:
    """A layer without ids and offsets, the parties told by signs."""
    if isinstance(value, dict):
        kept = ((k, v) for k, v in value.items() if k not in _DROPPED and v is not None)
        return tuple(
            sorted(
                (k, _coded(v, swapped) if k in ("code", "country") else _signed(v, swapped=swapped)) for k, v in kept
            )
        )
    if isinstance(value, list):
        return tuple(_signed(v, swapped=swapped) for v in value)
    return _EXCHANGE.signed(value, swapped=swapped) if isinstance(value, str) else value


def _coded(code: str, swapped: bool) -> str:
    """A PLOVER code with a sign for the country of a party."""
    signs = _CODES.get(code[:3])
    return f"{signs[swapped]}{code[3:]}" if signs else code


def _layers(found: Found, *, swapped: bool) -> dict[str, list[str]]:
    return {
        name: sorted(str(_signed(to_plain(one), swapped=swapped)) for one in getattr(found, name))
        for name in ("claims", "events", "positions", "commitments", "quantities", "times", "places")
    }


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(_TEXT), min_size=1, max_size=5, unique=True))
def test_every_layer_mirrors_when_only_names_change_places(sentences: list[str]) -> None:
    page = page_of("\n\n".join(sentences))
    found, other = _read(page), _read(mirrored(page, _NAMES))
    assert _layers(found, swapped=False) == _layers(other, swapped=True)


def test_the_text_tells_enough_for_the_law_to_bite() -> None:
    found = _read(page_of("\n\n".join(_TEXT)))
    assert len(found.claims) > 30
    assert len(found.events) > 10
    assert len(found.positions) > 3


def test_a_rule_that_favours_a_party_would_break_the_law() -> None:
    page = page_of(_TEXT[0])
    found, other = _read(page), _read(page)
    assert _layers(found, swapped=False) != _layers(other, swapped=True)
