"""What must not be: attribution traps broken, voices on the wrong side, names and claims from the tail."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dragoman.evaluate.episode_names import main_name
from dragoman.evaluate.episode_quotes import gold_openings
from dragoman.evaluate.episode_readings import ReadFigures, voice_line
from dragoman.evaluate.episode_score import Ability, Count, Part
from dragoman.evaluate.episode_texts import Place
from dragoman.evaluate.episode_view import Json, View
from dragoman.evaluate.episode_words import holds_words

_FORECAST_ONLY = "forecast only"
_AS_HAPPENED = ("happened", "ongoing")


def score_traps(view: View) -> Part:
    """Traps held: something is claimed on the phrases, in the right voice and with the right standing."""
    traps = view.golden("attribution_traps")
    broken, unread = [], []
    for trap in traps:
        faults = [fault for phrase in trap.get("phrases") or () for fault in _faults(view, trap, phrase)]
        if faults:
            broken.append(f"trap broken: {trap.get('statement')}: {faults[0]}")
        elif not any(_attests(view, trap, phrase) for phrase in trap.get("phrases") or ()):
            unread.append(f"trap not read: {trap.get('statement')}")
    held = len(traps) - len(broken) - len(unread)
    ability = Ability("traps held", held, len(traps), tuple(broken + unread), bool(traps))
    return Part((ability,), (Count("traps broken", tuple(broken)),))


def _on_phrase(view: View, phrase: Json) -> Iterator[tuple[Json, Place, Place]]:
    """The claims on a phrase: those that cover a third of it, or lie by a third within it."""
    places = view.find(str(phrase["file"]), str(phrase["phrase"]))
    for claim in view.claims.values():
        span = view.claim_place(claim)
        if span is None:
            continue
        for place in places:
            shorter = min(place.end - place.start, span.end - span.start)
            if 3 * place.overlap(span) >= shorter > 0:
                yield claim, span, place
                break


def _faults(view: View, trap: Json, phrase: Json) -> Iterator[str]:
    kinds = tuple(phrase.get("voice_kinds_ok") or ())
    accepted = tuple(map(str, trap.get("standing_ok") or ()))
    forecast = any(one.startswith(_FORECAST_ONLY) for one in accepted)
    for claim, _, _ in _on_phrase(view, phrase):
        words = repr((claim.get("span") or {}).get("exact", ""))
        voice = claim.get("voice") or {}
        if kinds and voice.get("kind") not in kinds:
            yield f"{words} has voice {voice_line(voice)} ({claim['id']})"
        for item in _holders(view, claim):
            if forecast and item.get("modality") in _AS_HAPPENED:
                yield f"{words} made an event of modality {item.get('modality')} ({item['id']})"
            elif not forecast and item.get("standing") is not None and item["standing"] not in accepted:
                yield f"{words} stands in an item of standing {item['standing']} ({item['id']})"


def _holders(view: View, claim: Json) -> tuple[Json, ...]:
    """The figures that hold a claim, else its events; and its comparisons, if they have a standing."""
    key, event = str(claim["id"]), claim.get("event")
    figures = tuple(one for one in view.shown("figures") if key in map(str, one.get("claims") or ()))
    events = tuple(
        one
        for one in view.shown("events")
        if key in map(str, one.get("claims") or ())
        or (event is not None and str(event) in (str(one["id"]), *map(str, one.get("aliases") or ())))
    )
    compared = tuple(
        one for one in view.shown("comparisons") if one.get("standing") and key in (str(one["a"]), str(one["b"]))
    )
    return (figures or events) + compared


def _attests(view: View, trap: Json, phrase: Json) -> bool:
    """Whether a claim tells the phrase: by an item of right standing, or itself over more than half of it."""
    accepted = tuple(map(str, trap.get("standing_ok") or ()))
    for claim, span, place in _on_phrase(view, phrase):
        if any(item.get("standing") in accepted for item in _holders(view, claim)):
            return True
        if 2 * place.overlap(span) > place.end - place.start:
            return True
    return False


def score_sides(view: View, figures: ReadFigures) -> Part:
    """Voices on the right side, where gold and record both name one, in readings, quotes and traps."""
    checked, errors = 0, []
    for line, wanted, shown in _voiced(view, figures):
        gold_sides = view.sides.of(main_name(wanted)) or view.sides.of(wanted)
        marks = view.voice_sides(shown)
        if not gold_sides or not marks:
            continue
        checked += 1
        if not all(mark & gold_sides for mark in marks):
            put = "/".join(sorted(frozenset().union(*marks)))
            errors.append(f"side: {line}: gold {'/'.join(sorted(gold_sides))}, shown {put}")
    right = checked - len(errors)
    ability = Ability("voices on the right side", right, checked, tuple(errors), _has_sides(view))
    return Part((ability,), (Count("side errors", tuple(errors)),))


def _has_sides(view: View) -> bool:
    """Whether the gold puts any voice on a side."""
    voices = [reading.get("claimed_by") for one in view.golden("figures") for reading in one.get("readings") or ()]
    voices += [quote.get("speaker") for quote in view.golden("quotes")]
    voices += [trap.get("side") for trap in view.golden("attribution_traps")]
    return any(view.sides.of(str(voice)) for voice in voices if voice)


def _voiced(view: View, figures: ReadFigures) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """Every gold item that has a voice, with that voice and the shown one."""
    for reading, claim in figures.found:
        if reading.gold.get("voice_kind") in ("named", "unnamed"):
            yield reading.line, str(reading.gold.get("claimed_by") or ""), claim.get("voice") or {}
    for opening in gold_openings(view):
        for utterance in opening.utterances:
            line = f"{opening.quote.get('id')} “{opening.words}”"
            yield line, str(opening.quote.get("speaker") or ""), utterance.get("speaker") or {}
    for trap in view.golden("attribution_traps"):
        for phrase in trap.get("phrases") or () if trap.get("side") else ():
            for claim, _, _ in _on_phrase(view, phrase):
                if (claim.get("voice") or {}).get("kind") in ("named", "unnamed"):
                    yield f"{trap.get('statement')}", str(trap["side"]), claim["voice"]


def score_tail(view: View) -> Part:
    """Nothing from a tail: reports with one that gave claims from their body only, and the tail's names."""
    stray = tuple(_from_tail(view))
    tails = [view.documents[str(one["id"])] for one in view.golden("documents") if _has_tail(one)]
    clean = [
        one
        for one in tails
        if not any(document == one.id for document, _ in stray)
        and any((place := view.claim_place(claim)) and place.document == one.id for claim in view.claims.values())
    ]
    names = [str(name) for name in view.golden("must_not_appear")]
    texts = tuple(_shown_words(view))
    seen = [f"must not appear: {name}" for name in names if any(holds_words(text, name) for text in texts)]
    lines = tuple(line for _, line in stray)
    # A record without claims left nothing out: it read nothing.
    kept = len(names) - len(seen) if view.claims else 0
    return Part(
        (
            Ability("tails left out", len(clean), len(tails), lines, bool(tails)),
            Ability("tail's names left out", kept, len(names), tuple(seen), bool(names)),
        ),
        (Count("claims from the tail", lines), Count("names that must not appear", tuple(seen))),
    )


def _has_tail(entry: Json) -> bool:
    return entry.get("tail_starts_at") is not None


def _from_tail(view: View) -> Iterator[tuple[str, str]]:
    for claim in view.claims.values():
        yield from _stray(view, claim.get("span"), f"claim {claim['id']}")
    for utterance in view.shown("utterances"):
        for variant in utterance.get("variants") or ():
            yield from _stray(view, variant.get("span"), f"utterance {utterance['id']}")


def _stray(view: View, span: Any, name: str) -> Iterator[tuple[str, str]]:
    place = view.place(span)
    if place is not None and view.in_tail(place):
        yield place.document, f"from the tail: {name}: {span.get('exact', '')!r}"


def _shown_words(view: View) -> Iterator[str]:
    """All words that entities, events, claims, utterances, positions and commitments show."""
    for name in ("entities", "events", "claims", "utterances", "positions", "proposals", "commitments"):
        for item in view.shown(name):
            yield " | ".join(_strings(item))


def _strings(item: Any) -> Iterable[str]:
    if isinstance(item, str):
        yield item
    elif isinstance(item, Mapping):
        for value in item.values():
            yield from _strings(value)
    elif isinstance(item, (list, tuple)):
        for value in item:
            yield from _strings(value)
