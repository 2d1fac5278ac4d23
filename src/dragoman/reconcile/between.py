"""Between whom a conflict runs: derived from the two voices, and said by a listed template."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from dragoman.model.attribution import VoiceKind
from dragoman.model.claim import Claim
from dragoman.reconcile.reasons import voice_name
from dragoman.reconcile.voices import opposed, same_voice

_OWN = frozenset({VoiceKind.OUTLET, VoiceKind.HEARSAY})


class Between(StrEnum):
    """Between whom two claims differ, the gravest first."""

    SIDES = "sides"
    SIDE_AND_OTHER = "side_and_other"
    ONE_SIDE = "one_side"
    VOICES = "voices"
    OUTLETS = "outlets"
    ONE_VOICE = "one_voice"
    ONE_REPORT = "one_report"


BETWEEN: Mapping[Between, str] = MappingProxyType(
    {
        Between.SIDES: "between {a} and {b}",
        Between.SIDE_AND_OTHER: "between {a} and {b}",
        Between.ONE_SIDE: "within {a}",
        Between.VOICES: "between {a} and {b}",
        Between.OUTLETS: "between the outlets {a} and {b}",
        Between.ONE_VOICE: "between two reports of what {a} said",
        Between.ONE_REPORT: "within one report of {a}",
    }
)
"""How each is said; `a` and `b` are sides, voices or outlets."""


@dataclass(frozen=True, slots=True)
class Ends:
    """Between whom, and the two names (the second is empty where there is one only)."""

    kind: Between
    a: str
    b: str = ""

    @property
    def phrase(self) -> str:
        """The listed template, filled."""
        return BETWEEN[self.kind].format(a=self.a, b=self.b)


def between(a: Claim, b: Claim) -> Ends:
    """Between whom two claims that differ stand; equals by the alphabet, a side before whoever has none."""
    if opposed(a, b):
        return _both(Between.SIDES, a.voice.side, b.voice.side)
    if a.report == b.report and same_voice(a, b):
        return Ends(Between.ONE_REPORT, a.outlet)
    if a.voice.kind in _OWN and b.voice.kind in _OWN:
        return between_outlets(a, b)
    if same_voice(a, b):
        return Ends(Between.ONE_VOICE, a.voice.name)
    if a.voice.side and a.voice.side == b.voice.side:
        return Ends(Between.ONE_SIDE, a.voice.side)
    if a.voice.side or b.voice.side:
        side, other = (a, b) if a.voice.side else (b, a)
        return Ends(Between.SIDE_AND_OTHER, side.voice.side, voice_name(other))
    return _both(Between.VOICES, voice_name(a), voice_name(b))


def between_outlets(a: Claim, b: Claim) -> Ends:
    """Between those who print two claims."""
    if a.outlet == b.outlet:
        return Ends(Between.ONE_REPORT, a.outlet)
    return _both(Between.OUTLETS, a.outlet, b.outlet)


def _both(kind: Between, *names: str) -> Ends:
    return Ends(kind, *sorted(names))
