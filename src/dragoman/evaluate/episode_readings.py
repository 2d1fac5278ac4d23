"""Figures: readings found, their values, things, voices and sides, and what was shown that is no reading."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from dragoman.evaluate.episode_matching import match_one_to_one
from dragoman.evaluate.episode_names import alternatives, main_name
from dragoman.evaluate.episode_score import Ability, Count, Part
from dragoman.evaluate.episode_texts import Place
from dragoman.evaluate.episode_units import (
    Unit,
    bounds_right,
    has_number,
    number,
    read_unit,
    same_number,
    unit_of_claim,
)
from dragoman.evaluate.episode_view import Json, View
from dragoman.evaluate.episode_words import shared, stems

Key = tuple[str, int]
_PEOPLE = stems(
    "people persons killed dead deaths died fatalities casualties wounded injured civilians prisoners troops soldiers"
)
_PLACES = stems("places locations sites areas points settlements")


@dataclass(frozen=True, slots=True)
class Reading:
    """A gold reading with its places; `keys` has several (figure, index) where the gold lists it twice."""

    keys: tuple[Key, ...]
    gold: Json
    quantity: str
    unit_name: str
    unit: Unit
    places: tuple[Place, ...]

    @property
    def line(self) -> str:
        """How the reading is named in the lists of misses."""
        names = "=".join(f"{figure}[{index}]" for figure, index in self.keys)
        return f"{names} {self.gold['file']} “{self.gold['phrase']}”"


@dataclass(frozen=True, slots=True)
class ReadFigures:
    """Readings with their claims, and for each claim (repeats too) the gold readings that it tells."""

    found: tuple[tuple[Reading, Json], ...]
    readings: tuple[Reading, ...]
    told: Mapping[str, frozenset[Key]]

    def claims(self, key: Key) -> tuple[str, ...]:
        """The ids of the claims that tell a gold reading: its match and repeats of it; empty if missed."""
        return tuple(claim for claim, keys in self.told.items() if key in keys)


def gold_readings(view: View) -> tuple[Reading, ...]:
    """The gold's readings; the same words with the same number in two figures are one reading."""
    readings: list[Reading] = []
    for figure in view.golden("figures"):
        for index, entry in enumerate(figure.get("readings") or ()):
            unit_name = str(entry.get("unit") or figure.get("unit") or "")
            new = Reading(
                keys=((str(figure["id"]), index),),
                gold=entry,
                quantity=str(figure.get("quantity") or ""),
                unit_name=unit_name,
                unit=read_unit(unit_name),
                places=view.find(str(entry["file"]), str(entry["phrase"])),
            )
            twin = next((i for i, one in enumerate(readings) if _twins(one, new)), None)
            if twin is None:
                readings.append(new)
            else:
                old = readings[twin]
                keys, quantity = (*old.keys, *new.keys), f"{old.quantity} {new.quantity}"
                readings[twin] = replace(old, keys=keys, quantity=quantity)
    return tuple(readings)


def _twins(one: Reading, other: Reading) -> bool:
    overlap = any(a.overlap(b) for a in one.places for b in other.places)
    same_unit = one.unit == other.unit and bool(
        one.unit.measured or shared(stems(one.unit_name), stems(other.unit_name))
    )
    values = all(one.gold.get(key) == other.gold.get(key) for key in ("value", "low", "high"))
    return overlap and same_unit and values


def read_figures(view: View) -> ReadFigures:
    """Match gold readings with quantity claims, one to one."""
    readings = gold_readings(view)
    claims = tuple(claim for claim in view.claims.values() if _may_tell(view, claim))
    found = match_one_to_one(readings, claims, lambda reading, claim: _fit(view, reading, claim))
    told = {str(claim["id"]): frozenset(reading.keys) for reading, claim in found}
    for claim in claims:
        keys = [key for reading, own in found if _repeats(view, reading, own, claim) for key in reading.keys]
        if keys and str(claim["id"]) not in told:
            told[str(claim["id"])] = frozenset(keys)
    return ReadFigures(found, readings, told)


def _may_tell(view: View, claim: Json) -> bool:
    place = view.claim_place(claim)
    return claim.get("field") in ("quantity", "time") and place is not None and not view.in_tail(place)


def _fit(view: View, reading: Reading, claim: Json) -> int:
    """How well a claim tells a reading: 0 without overlap, a number, and the same value or thing counted."""
    place = view.claim_place(claim)
    overlap = max((place.overlap(one) for one in reading.places), default=0) if place else 0
    if place is None or not overlap or not _is_candidate(reading, claim):
        return 0
    shown = unit_of_claim(claim)
    value = _same_value(reading, claim, shown)
    thing = same_thing(reading, claim)
    if not value and not thing:
        return 0
    right = bounds_right(reading.gold, reading.unit, claim, shown)
    voice = (claim.get("voice") or {}).get("kind") == reading.gold.get("voice_kind")
    closeness = 100 * overlap // max(place.end - place.start, 1)
    return 10_000 + 4_000 * right + 2_000 * value + 1_500 * thing + 300 * voice + closeness


def _is_candidate(reading: Reading, claim: Json) -> bool:
    """Whether a claim gives a number of something, or a date or vague amount where the gold has just that."""
    if reading.unit.kind == "date":
        return claim.get("field") == "time" or unit_of_claim(claim).kind == "date"
    if claim.get("field") != "quantity" or not (claim.get("what") or claim.get("unit")):
        return False
    if has_number(reading.gold):
        return has_number(claim)
    return claim.get("hedge") == reading.gold.get("hedge")


def _same_value(reading: Reading, claim: Json, shown: Unit) -> bool:
    if not has_number(reading.gold):
        return False
    keys = ("value",) if reading.gold.get("value") is not None else ("value", "low", "high")
    return all(same_number(reading.gold.get(key), reading.unit, claim.get(key), shown) for key in keys)


def same_thing(reading: Reading, claim: Json) -> bool:
    """Whether a claim measures in the same kind of unit, or counts the same thing by a word in common."""
    shown = unit_of_claim(claim)
    if reading.unit.kind == "date":
        return True
    if reading.unit.measured or shown.measured:
        return reading.unit.kind == shown.kind
    counted = stems(f"{claim.get('what') or ''} {claim.get('unit') or ''}")
    noun = stems(reading.unit_name)
    if shared(counted, noun):
        return True
    # "People" and "locations" are counted under many nouns; the quantity's own words then decide.
    for many in (_PEOPLE, _PLACES):
        if shared(noun, many):
            return bool(shared(counted, many) or shared(counted, stems(reading.quantity)))
    return False


def _repeats(view: View, reading: Reading, own: Json, claim: Json) -> bool:
    """Whether a claim tells a found reading again elsewhere in the same report, rightly in every respect."""
    place, first = view.claim_place(claim), view.claim_place(own)
    if place is None or first is None or place.document != first.document or claim.get("field") != "quantity":
        return False
    if place.overlap(first) or not has_number(claim) or not has_number(reading.gold):
        return False
    # The gold's own phrase stands for one reading: a second claim on it is a double.
    if any(place.overlap(one) and first.overlap(one) for one in reading.places):
        return False
    return same_thing(reading, claim) and bounds_right(reading.gold, reading.unit, claim, unit_of_claim(claim))


def score_readings(view: View, figures: ReadFigures) -> Part:
    """Readings found and their precision; value, thing and voice among the found; what is false."""
    found, readings = figures.found, figures.readings
    matched = {reading.keys for reading, _ in found}
    missed = tuple(
        f"missed: {one.line}" + ("" if one.places else " (phrase not in the text)")
        for one in readings
        if one.keys not in matched
    )
    true_ids = {str(claim["id"]) for _, claim in found if claim.get("field") == "quantity"}
    false, repeats = _unmatched(view, figures, true_ids)
    wrong = {
        "values and bounds": tuple(_value_miss(*pair) for pair in found if not _value_right(*pair)),
        "things counted": tuple(_thing_miss(*pair) for pair in found if not same_thing(*pair)),
        "voices": tuple(
            _voice_miss(reading, claim)
            for reading, claim in found
            if not voice_right(view, reading.gold, claim.get("voice") or {})
        ),
    }
    expected = bool(readings)
    return Part(
        (
            Ability("readings found", len(found), len(readings), missed, expected),
            Ability("readings precision", len(true_ids), len(true_ids) + len(false), false, expected),
            *(Ability(name, len(found) - len(lines), len(found), lines, expected) for name, lines in wrong.items()),
        ),
        (Count("false readings", false), Count("repeated readings", repeats)),
    )


def _value_right(reading: Reading, claim: Json) -> bool:
    return bounds_right(reading.gold, reading.unit, claim, unit_of_claim(claim))


def _value_miss(reading: Reading, claim: Json) -> str:
    shown = numbers(claim, claim.get("unit") or claim.get("what"))
    return f"value or bounds: {reading.line}: gold {numbers(reading.gold, reading.unit_name)}, shown {shown}"


def _thing_miss(reading: Reading, claim: Json) -> str:
    shown = claim.get("what") or claim.get("unit")
    return f"thing counted: {reading.line}: gold {reading.unit_name}, shown {shown}"


def _voice_miss(reading: Reading, claim: Json) -> str:
    gold = f"{reading.gold.get('voice_kind')} {reading.gold.get('claimed_by')}"
    return f"voice: {reading.line}: gold {gold}, shown {voice_line(claim.get('voice'))}"


def _unmatched(view: View, figures: ReadFigures, true_ids: set[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    false, repeats = [], []
    for key, claim in view.claims.items():
        place = view.claim_place(claim)
        if claim.get("field") != "quantity" or key in true_ids or (place and view.in_tail(place)):
            continue
        line = f"{(claim.get('span') or {}).get('exact', '')!r}: {numbers(claim, claim.get('what'))} ({key})"
        if key in figures.told:
            repeats.append(f"repeat: {line}")
        else:
            false.append(f"false: {line}")
    return tuple(false), tuple(repeats)


def voice_right(view: View, reading: Json, voice: Mapping[str, Any]) -> bool:
    """Whether kind and name are the gold's; outlet and hearsay have no name, unnamed ones at most a side."""
    kind, claimed_by = reading.get("voice_kind"), str(reading.get("claimed_by") or "")
    if voice.get("kind") != kind:
        return False
    if kind in ("outlet", "hearsay") or not alternatives(claimed_by):
        return True
    if kind == "named":
        return view.sides.same(claimed_by, voice_names(view, voice))
    wanted = view.sides.of(main_name(claimed_by))
    sides = view.voice_sides(voice)
    if wanted:
        return bool(sides) and all(side & wanted for side in sides)
    return view.sides.meets(claimed_by, voice_names(view, voice))


def voice_names(view: View, voice: Mapping[str, Any]) -> tuple[str, ...]:
    """A voice's names, and its name together with its side ("authorities" of "Northland")."""
    names = view.names(voice)
    side = str(voice.get("side") or "")
    return (*names, f"{side} {names[0]}") if names and side else names


def numbers(item: Mapping[str, Any], unit: Any) -> str:
    """A value with its bounds in a short line: `40 aircraft, (40, ...)`."""
    low, high = ("..." if (bound := number(item.get(key))) is None else f"{bound:g}" for key in ("low", "high"))
    left = "(" if item.get("low") is None or item.get("low_strict") else "["
    right = ")" if item.get("high") is None or item.get("high_strict") else "]"
    return f"{item.get('value')} {unit}, {left}{low}, {high}{right}"


def voice_line(voice: Mapping[str, Any] | None) -> str:
    """A voice in a short line."""
    return f"{(voice or {}).get('kind')} {(voice or {}).get('name') or ''}".strip()
