"""Whether two claims are two voices or two accounts, and which of them is later."""

from collections.abc import Iterable, Mapping

from dragoman.link.words import fold
from dragoman.model.attribution import VoiceKind
from dragoman.model.claim import Claim
from dragoman.model.report import Report


def voice_key(claim: Claim) -> str:
    """One key a voice: the entity or name, else the outlet's own voice or hearsay in it."""
    voice = claim.voice
    if voice.kind in (VoiceKind.OUTLET, VoiceKind.HEARSAY):
        return f"{voice.kind}:{fold(claim.outlet)}"
    name = "" if voice.entity and voice.kind == VoiceKind.NAMED else fold(voice.name)
    return f"{voice.kind}:{voice.entity or ''}:{name}"


def teller(claim: Claim) -> str:
    """Whose word a claim is, copies being one: a side's, a voice's, or for an outlet's own word its account's."""
    own = claim.voice.kind in (VoiceKind.OUTLET, VoiceKind.HEARSAY)
    return claim.voice.side or (claim.account if own else voice_key(claim))


def comparable(a: Claim, b: Claim) -> bool:
    """Whether two claims come from different accounts or different voices."""
    return a.account != b.account or voice_key(a) != voice_key(b)


def same_voice(a: Claim, b: Claim) -> bool:
    """Whether one identified voice stands behind both (an unnamed one is never known to be the same)."""
    return a.voice.kind in (VoiceKind.NAMED, VoiceKind.OUTLET) and voice_key(a) == voice_key(b)


def opposed(a: Claim, b: Claim) -> bool:
    """Whether the two voices speak for different sides."""
    return bool(a.voice.side and b.voice.side and a.voice.side != b.voice.side)


def sequence(reports: Iterable[Report]) -> dict[str, str]:
    """When each report came out, as a text that sorts; a later version sorts after the one it supersedes."""
    known = {report.id: report for report in reports}
    return {report.id: f"{report.published.end or ''}#{_version(report, known)}" for report in known.values()}


def _version(report: Report, known: Mapping[str, Report]) -> int:
    seen = {report.id}
    while report.supersedes and report.supersedes in known and report.supersedes not in seen:
        report = known[report.supersedes]
        seen.add(report.id)
    return len(seen)
