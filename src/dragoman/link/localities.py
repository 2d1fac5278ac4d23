"""Local authorities on the side of the country in which the place lies of which they speak."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from dragoman.link.lexicon import stems_of
from dragoman.link.sides import Sides
from dragoman.link.told import Told
from dragoman.link.words import content
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
    local = bool(content(voice.name) & stems_of("local"))
    return replace(claim, voice=replace(voice, side=side)) if side and local else claim
