"""Who, all voices together, stands behind an item."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from dragoman.link.names import body_words
from dragoman.model.attribution import Voice, VoiceKind
from dragoman.model.claim import Claim, Field
from dragoman.model.event import Standing
from dragoman.model.verdict import Comparison, Verdict
from dragoman.reconcile.voices import opposed

SPEAKING = frozenset({VoiceKind.NAMED, VoiceKind.UNNAMED})
"""Voices of somebody who said it, and not of who prints it."""

_WHETHER = frozenset({Field.OCCURRENCE, Field.ACTOR})


def standing(claims: Iterable[Claim], parties: Collection[str], *, disputed: bool = False) -> Standing:
    """Standing of an item from its claims, the sides that are parties to it, and whether these contradict each other.

    An outlet that prints in its own voice what another gives to a side adds nothing: the side's word remains.
    """
    if disputed:
        return Standing.DISPUTED
    voices = sided([claim.voice for claim in claims])
    speaking = [voice for voice in voices if voice.kind in SPEAKING]
    sides = {voice.side for voice in speaking if voice.side and (voice.side in parties or not parties)}
    if len(sides) > 1:
        return Standing.BOTH_SIDES
    if any(voice.side not in sides for voice in speaking if voice.side or voice.kind == VoiceKind.NAMED):
        return Standing.THIRD_PARTY
    if sides:
        return Standing.ONE_SIDE
    if speaking:
        return Standing.THIRD_PARTY
    hearsay = any(voice.kind == VoiceKind.HEARSAY for voice in voices)
    outlets = any(voice.kind == VoiceKind.OUTLET for voice in voices)
    return Standing.HEARSAY if hearsay and not outlets else Standing.OUTLETS_ONLY


def sided(voices: Sequence[Voice]) -> list[Voice]:
    """Voices, a body named without its country ("the army") on the side of the one that is named with it."""
    known = {word: v.side for v in voices if v.side for word in [body_words(v.name, v.side)] if word}
    bare = (v.kind in SPEAKING and not v.side for v in voices)
    found = zip(voices, bare, strict=True)
    return [replace(v, side=known.get(body_words(v.name, ""), "")) if is_bare else v for v, is_bare in found]


def disputed(comparisons: Iterable[Comparison], claims: Mapping[str, Claim]) -> bool:
    """Whether a voice denies what another asserts, or voices of two sides contradict each other, in any of these."""
    conflicts = (c for c in comparisons if c.verdict == Verdict.CONFLICT)
    return any(c.field in _WHETHER or opposed(claims[c.a], claims[c.b]) for c in conflicts)
