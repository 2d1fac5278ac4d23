"""Events matched one to one by type, parties, reports, content and time."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.evaluate.episode_matching import match_one_to_one
from dragoman.evaluate.episode_names import main_name
from dragoman.evaluate.episode_score import Ability, Part
from dragoman.evaluate.episode_view import Json, View
from dragoman.evaluate.episode_words import shared, stems

_NOT_SHOWN_AS_HAPPENED = ("planned", "demanded", "conditional", "forecast")
_PLANNED = re.compile(r"planned|forecast|expected|demanded|conditional|not (?:yet )?happened", re.IGNORECASE)
_HAPPENED = re.compile(r"happened|ongoing|under way", re.IGNORECASE)
_NOBODY = frozenset({"", "unknown", "unidentified", "none", "nobody"})
_DATE = re.compile(r"\b((?:19|20)\d\d)(?:-(\d\d)(?:-(\d\d))?)?(?:/(\d\d)\b(?!\d))?")


@dataclass(frozen=True, slots=True)
class Shown:
    """A record's event with what matching asks of it."""

    event: Json
    actors: tuple[tuple[str, ...], ...]
    recipients: tuple[tuple[str, ...], ...]
    documents: frozenset[str]
    words: frozenset[str]
    days: tuple[str, str] | None


def score_events(view: View) -> Part:
    """Events found, and how many of those shown as happened are in the gold."""
    gold = view.golden("events")
    shown = tuple(_shown(view, event) for event in view.shown("events"))
    weights = _weights(view, gold)
    pairs = match_one_to_one(gold, shown, lambda one, other: _fit(view, one, other, weights))
    found = {id(one) for one, _ in pairs}
    matched = {str(other.event["id"]) for _, other in pairs}
    missed = tuple(f"event missed: {_gold_line(one)}" for one in gold if id(one) not in found)
    claimed = [one for one in shown if one.event.get("modality") not in _NOT_SHOWN_AS_HAPPENED]
    false = tuple(_false_line(view, gold, one, weights) for one in claimed if str(one.event["id"]) not in matched)
    return Part(
        (
            Ability("events found", len(pairs), len(gold), missed, bool(gold)),
            Ability("events precision", len(claimed) - len(false), len(claimed), false, bool(gold)),
        )
    )


def _shown(view: View, event: Json) -> Shown:
    claims = view.listed(event) or view.cited(event)
    places = [place for claim in claims if (place := view.claim_place(claim)) is not None]
    body = [one for one in places if not view.in_tail(one)]
    text = " ".join(view.documents[one.document].sentence(one) for one in body)
    return Shown(
        event=event,
        actors=tuple(view.names(one) for one in event.get("actors") or ()),
        recipients=tuple(view.names(one) for one in event.get("recipients") or ()),
        documents=frozenset(place.document for place in body),
        words=stems(f"{text} {event.get('summary') or ''} {_place_name(event)}"),
        days=_interval(event.get("time") or {}),
    )


def _weights(view: View, gold: Sequence[Json]) -> Mapping[str, int]:
    """How much each stem of the descriptions tells: rare ones more, names of sides nothing."""
    counts = Counter(word for one in gold for word in stems(str(one.get("description") or "")))
    total = max(1, len(gold))
    return {
        word: 0 if view.sides.of(word) else round(100 * math.log(1 + total / count)) for word, count in counts.items()
    }


def _fit(view: View, gold: Json, shown: Shown, weights: Mapping[str, int]) -> int:
    """How well an event fits a gold event; 0 if type, modality, parties or reports are others."""
    if not _type_fits(gold, shown.event) or not _modality_fits(gold, shown.event):
        return 0
    reports = {one.id for file in gold.get("supported_by") or () if (one := view.document(str(file)))}
    common_reports = len(reports & shown.documents)
    parties = _parties(view, gold, shown)
    if not common_reports or not parties:
        return 0
    words = stems(str(gold.get("description") or ""))
    common = shared(words, shown.words)
    content = 1_000 * sum(weights[word] for word in common) // max(1, sum(weights[word] for word in words))
    time = _time_fits(str(gold.get("date") or ""), shown.days)
    place = bool(shared(stems(str(gold.get("place") or "")), stems(_place_name(shown.event))))
    # Type and parties alone are shared by many events: content must tell it apart, or both time and place.
    least = 300 if time < 0 else 120
    if content < least and not (time > 0 and place):
        return 0
    return 2_000 + content + 300 * time + 100 * place + 100 * common_reports + 100 * parties


def _type_fits(gold: Json, event: Json) -> bool:
    accepted = {str(gold.get("plover_type")), *map(str, gold.get("also_acceptable_types") or ())}
    return str(event.get("type") or "").upper() in {one.upper() for one in accepted}


def _modality_fits(gold: Json, event: Json) -> bool:
    status = str(gold.get("status") or "")
    planned = event.get("modality") in _NOT_SHOWN_AS_HAPPENED
    if _HAPPENED.search(status) and not _PLANNED.search(status):
        return not planned
    return planned if _PLANNED.search(status) and not _HAPPENED.search(status) else True


def _parties(view: View, gold: Json, shown: Shown) -> int:
    """How well the parties fit: 0 not, 1 with the recipients open, 2 both ends."""
    actors = [str(one) for one in gold.get("actors") or ()]
    recipients = [str(one) for one in gold.get("recipients") or ()]
    if any("each other" in one.casefold() for one in recipients):
        met = sum(1 for one in actors if _any_meets(view, one, shown.actors + shown.recipients))
        return 2 if met >= min(2, len(actors)) else 0
    if not _end_fits(view, actors, shown.actors):
        return 0
    if not shown.recipients and recipients:
        return 1
    return 2 if _end_fits(view, recipients, shown.recipients) else 0


def _end_fits(view: View, gold: Sequence[str], shown: Sequence[tuple[str, ...]]) -> bool:
    """Whether one gold party is among the shown.

    Where the gold says "unknown", nobody may be named but whom it gives in brackets as one voice's word.
    """
    if all(main_name(one).casefold() in _NOBODY for one in gold):
        blamed = [inner for one in gold for inner in re.findall(r"\(([^),]*)", one)]
        named = [names for names in shown if names and names[0].casefold() not in _NOBODY]
        return not gold or all(any(view.sides.meets(one, names) for one in blamed) for names in named)
    return any(_any_meets(view, one, shown) for one in gold)


def _any_meets(view: View, party: str, shown: Sequence[tuple[str, ...]]) -> bool:
    return any(view.sides.meets(party, names) for names in shown)


def _interval(time: Json) -> tuple[str, str] | None:
    start, end = time.get("start"), time.get("end")
    if not start and not end:
        return None
    return (_first(str(start)) if start else "0000-00-00", _last(str(end)) if end else "9999-99-99")


def _first(date: str) -> str:
    return (date[:10] + "-00-00")[:10] if len(date) < 10 else date[:10]


def _last(date: str) -> str:
    return (date[:10] + "-99-99")[:10] if len(date) < 10 else date[:10]


def _time_fits(gold: str, days: tuple[str, str] | None) -> int:
    """1 if a shown time meets the gold's date, -1 if it does not, 0 if either is open."""
    found = [match.groups() for match in _DATE.finditer(gold)]
    if not found or days is None:
        return 0
    starts = ["-".join(filter(None, one[:3])) for one in found]
    ends = starts + [f"{one[0]}-{one[1]}-{one[3]}" for one in found if one[1] and one[3]]
    first, last = min(map(_first, starts)), max(map(_last, ends))
    words = gold.casefold()
    if re.search(r"\b(before|by|until)\b", words):
        first = "0000-00-00"
    if re.search(r"\b(since|from|after)\b", words):
        last = "9999-99-99"
    return 1 if days[0] <= last and first <= days[1] else -1


def _place_name(event: Json) -> str:
    place = event.get("place") or {}
    return f"{place.get('name') or ''} {place.get('country') or ''}"


def _gold_line(gold: Json) -> str:
    return f"{gold.get('id')} {gold.get('plover_type')}: {gold.get('description')}"


def _false_line(view: View, gold: Sequence[Json], shown: Shown, weights: Mapping[str, int]) -> str:
    """A false event, with the gold event that it doubles if there is one."""
    event = shown.event
    names = ["+".join(names[0] for names in end if names) or "nobody" for end in (shown.actors, shown.recipients)]
    twin = next((one for one in gold if _fit(view, one, shown, weights) > 0), None)
    double = f"; doubles or rivals {twin.get('id')}" if twin else ""
    told = f"{event.get('type')} {' > '.join(names)}: {event.get('summary')}"
    return f"event false: {told} ({event['id']}){double}"
