"""The plain rules beside which verdicts and utterances are measured: equal numbers, equal words."""

from itertools import combinations

from dragoman.evaluate.episode_pairs import Verdicts
from dragoman.evaluate.episode_quotes import Opening
from dragoman.evaluate.episode_readings import numbers
from dragoman.evaluate.episode_units import has_number
from dragoman.evaluate.episode_view import Json, View
from dragoman.evaluate.episode_words import tokens


def plain_verdicts(view: View) -> Verdicts:
    """Two readings of two reports with the lemma of their unit in common are same if their numbers are, else conflict.

    They are the readings of the record itself, so that only the comparing differs.
    """
    claims = [one for one in view.claims.values() if one.get("field") == "quantity" and has_number(one)]
    return {
        frozenset((str(one["id"]), str(other["id"]))): frozenset({_plain_verdict(one, other)})
        for one, other in combinations(claims, 2)
        if one["report"] != other["report"] and one.get("unit") and one["unit"] == other.get("unit")
    }


def _plain_verdict(one: Json, other: Json) -> str:
    if one.get("value") is None or other.get("value") is None:
        return "same" if numbers(one, "") == numbers(other, "") else "conflict"
    return "same" if one["value"] == other["value"] else "conflict"


def plain_utterance(one: Opening, other: Opening) -> bool:
    """Two quotes are one utterance if their words are equal, or those of one stand in a row in the other."""
    return any(_within(a, b) or _within(b, a) for a in map(tokens, one.held) for b in map(tokens, other.held))


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    size = len(short)
    return 0 < size <= len(long) and any(long[at : at + size] == short for at in range(len(long) - size + 1))
