"""Local authorities on the side of the country in which the place lies of which they speak."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from dragoman.link.lexicon import stems_of
from dragoman.link.sides import Sides
from dragoman.link.told import Told
from dragoman.link.words import content, fold
from dragoman.model.attribution import VoiceKind
from dragoman.model.claim import Claim

_SPEAKING = frozenset({VoiceKind.NAMED, VoiceKind.UNNAMED})


def sided(claims: Iterable[Claim], told: Mapping[str, Told], sides: Sides) -> tuple[Claim, ...]:
    """The claims; where a mayor, police or council without a side speaks of a place in a side's country, of that side.

    A place without a country, as contested ones have none, gives no side.
    """
    return tuple(_sided(claim, told, sides) for claim in claims)


def _sided(claim: Claim, told: Mapping[str, Told], sides: Sides) -> Claim:
    voice, mention = claim.voice, told.get(claim.event_mention or "")
    if voice.side or voice.kind not in _SPEAKING or mention is None or mention.place is None:
        return claim
    side = sides.countries.get(mention.place.country, "")
    return replace(claim, voice=replace(voice, side=side)) if side and _local(voice.name, mention.place.name) else claim


def _local(name: str, place: str) -> bool:
    """Whether a voice is a place's own authority: told by plain words, or by a name that holds the place's."""
    plain = " ".join(word for word in name.split() if word[:1].islower())
    return bool(content(name if fold(place) in fold(name) else plain) & stems_of("local"))
