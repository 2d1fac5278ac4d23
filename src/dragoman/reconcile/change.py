"""One change between two versions of a report: its kind, the words before and after, and a listed template."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from dragoman.model.attribution import VoiceKind
from dragoman.model.claim import Claim
from dragoman.model.span import Span


class ChangeKind(StrEnum):
    """What changed; the gravest kinds come first, and changes are listed in this order."""

    CORRECTION_NOTE = "correction_note"
    FIGURE_UP = "figure_up"
    FIGURE_DOWN = "figure_down"
    FIGURE_DROPPED = "figure_dropped"
    ATTRIBUTION_REMOVED = "attribution_removed"
    ATTRIBUTION_ADDED = "attribution_added"
    ATTRIBUTION_CHANGED = "attribution_changed"
    DENIAL_ADDED = "denial_added"
    DENIAL_DROPPED = "denial_dropped"
    ACTOR_DROPPED = "actor_dropped"
    ACTOR_ADDED = "actor_added"
    POLARITY_CHANGED = "polarity_changed"
    NEGATION_CHANGED = "negation_changed"
    MODALITY_CHANGED = "modality_changed"
    TIME_CHANGED = "time_changed"
    PLACE_CHANGED = "place_changed"
    STANCE_CHANGED = "stance_changed"
    STATUS_CHANGED = "status_changed"
    QUOTE_SPEAKER_CHANGED = "quote_speaker_changed"
    QUOTE_GONE = "quote_gone"
    QUOTE_REWORDED = "quote_reworded"
    QUOTE_UNMARKED = "quote_unmarked"
    QUOTE_SHORTER = "quote_shorter"
    QUOTE_FULLER = "quote_fuller"
    QUOTE_NEW = "quote_new"
    HEADLINE_SOFTENED = "headline_softened"
    HEADLINE_HARDENED = "headline_hardened"
    HEADLINE_CHANGED = "headline_changed"
    TOLD_NO_LONGER = "told_no_longer"
    FIGURE_ADDED = "figure_added"
    FIGURE_HEDGE_CHANGED = "figure_hedge_changed"
    TOLD_NEWLY = "told_newly"
    REWORDED = "reworded"


TEMPLATES: Mapping[str, str] = MappingProxyType(
    {
        "note": "a note of the newsroom was added",
        "up": "figure up by {by}{of}: {a} to {b}",
        "up-unmeasured": "figure up{of}: {a} to {b}",
        "down": "figure down by {by}{of}: {a} to {b}",
        "down-unmeasured": "figure down{of}: {a} to {b}",
        "hedge": "the same number told otherwise{of}: {a}, now {b}",
        "vaguer": "figure told less exactly{of}: {a}, now {b}",
        "finer": "figure told more exactly{of}: {a}, now {b}",
        "dropped": "figure dropped{of}: {a}",
        "added": "figure added{of}: {b}",
        "attribution-added": "attribution added: {voice2}; before, the outlet's own voice",
        "attribution-removed": "attribution removed: the outlet's own voice; before, {voice}",
        "attribution-changed": "attribution changed: {voice} before, now {voice2}",
        "denial-added": "denial added: {voice2}",
        "denial-dropped": "denial gone: {voice}",
        "actor-dropped": "who acts is named no longer here: {who}",
        "actor-added": "who acts is named here now: {who}",
        "polarity": "told as {a} before, now as {b}",
        "negation": "a negation came or went: {differs}",
        "modality": "told as {a} before, now as {b}",
        "time": "time changed: {a} before, now {b}",
        "place": "place changed: {a} before, now {b}",
        "stance": "stance changed: {a} before, now {b}",
        "status": "what became of a promise changed: {a} before, now {b}",
        "speaker": "the same quote given to another: {voice} before, now {voice2}",
        "quote-gone": "quote gone: {voice}",
        "quote-part-gone": "part of a quote gone: {voice}",
        "quote-new": "quote new: {voice2}",
        "quote-part-new": "quote goes on: {voice2}",
        "quote-reworded": "quote reworded, {voice2}: {differs}",
        "quote-unmarked": "words of a quote stand without quotation marks: {voice}",
        "quote-shorter": "quote cut: {voice2}",
        "quote-fuller": "quote fuller: {voice2}",
        "softened": "headline softened: {rules}",
        "hardened": "headline hardened: {rules}",
        "headline": "headline changed",
        "told-no-longer": "told no longer: {voice}",
        "told-newly": "told newly: {voice2}",
        "reworded": "reworded: {differs}",
        "rule-attribution-added": "attribution added ({words})",
        "rule-attribution-removed": "attribution removed ({words})",
        "rule-hedge-added": "hedge added ({words})",
        "rule-hedge-removed": "hedge removed ({words})",
        "rule-question-added": "question mark added",
        "rule-question-removed": "question mark removed",
        "rule-marks-added": "put in quotation marks ({words})",
        "rule-marks-removed": "quotation marks removed ({words})",
        "rule-weaker": "a weaker word ({a} became {b})",
        "rule-stronger": "a stronger word ({a} became {b})",
        "figure-words": " ({thing})",
    }
)
"""Every phrase of a change that is not a report's own word or the name of a voice."""


@dataclass(frozen=True, slots=True)
class Change:
    """What changed; `before` is cut from the earlier version, `after` from the later one, None where nothing stands.

    `claim_before` and `claim_after` are the ids of the claims that differ, "" where the change is one of words only.
    """

    kind: ChangeKind
    text: str
    before: Span | None = None
    after: Span | None = None
    claim_before: str = ""
    claim_after: str = ""


def said(template: str, **fields: str) -> str:
    """A listed template, filled."""
    return TEMPLATES[template].format(**fields)


def whose(claim: Claim) -> str:
    """Who speaks, for a template: a name, "officials (not named)", hearsay or the outlet's own voice."""
    voice = claim.voice
    if voice.kind == VoiceKind.OUTLET:
        return "the outlet's own voice"
    if voice.kind == VoiceKind.HEARSAY:
        return "hearsay, no source named"
    return f"{voice.name} (not named)" if voice.kind == VoiceKind.UNNAMED else voice.name
