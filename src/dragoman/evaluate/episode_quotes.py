"""Quotes: whether each opening has its speaker, and whether variants of one statement are one utterance."""

from dataclasses import dataclass
from itertools import combinations

from dragoman.evaluate.episode_score import Ability, Part
from dragoman.evaluate.episode_texts import Place
from dragoman.evaluate.episode_view import Json, View

# A variant may open earlier than the gold's first words (a first half before the tag), but not by a page.
_EARLIER = 300
_MARKS = frozenset("\"'“”‘’«»„‹›")


@dataclass(frozen=True, slots=True)
class Opening:
    """A gold opening, its places, and the record's utterances with a variant there."""

    quote: Json
    file: str
    words: str
    places: tuple[Place, ...]
    utterances: tuple[Json, ...]

    @property
    def line(self) -> str:
        """How the opening is named in the lists of misses."""
        return f"{self.quote.get('id')} {self.file} “{self.words}”"


def gold_openings(view: View) -> tuple[Opening, ...]:
    """All openings of the gold's quotes with the utterances that hold them."""
    spans = [
        (utterance, place)
        for utterance in view.shown("utterances")
        for variant in utterance.get("variants") or ()
        if (place := view.place(variant.get("span"))) is not None
    ]
    openings = []
    for quote in view.golden("quotes"):
        for one in quote.get("openings") or ():
            places = _quoted(view, view.find(str(one["file"]), str(one["opening"])))
            held = _holding(places, spans)
            openings.append(Opening(quote, str(one["file"]), str(one["opening"]), places, held))
    return tuple(openings)


def _holding(places: tuple[Place, ...], spans: list[tuple[Json, Place]]) -> tuple[Json, ...]:
    """The utterances whose variant holds an opening most tightly: it covers half of it and begins near it."""
    held = [
        (span.end - span.start, utterance)
        for utterance, span in spans
        if any(
            2 * place.overlap(span) >= place.end - place.start and span.start >= place.start - _EARLIER
            for place in places
        )
    ]
    # A quote may stand in a longer one ("X said that Y spoke of ..."): the innermost is the one meant.
    tightest = min((length for length, _ in held), default=0)
    return tuple({str(one["id"]): one for length, one in held if length == tightest}.values())


def _quoted(view: View, places: tuple[Place, ...]) -> tuple[Place, ...]:
    """Those of the places that open a quotation; all of them if none does."""
    marked = tuple(
        place
        for place in places
        if view.documents[place.document].text[max(0, place.start - 1) : place.start] in _MARKS
    )
    return marked or places


def score_quotes(view: View) -> Part:
    """Quotes with the right speaker, and statements of several reports joined, by recall and precision."""
    openings = gold_openings(view)
    quotes = view.golden("quotes")
    misses = tuple(filter(None, (_speaker_miss(view, quote, openings) for quote in quotes)))
    return Part(
        (
            Ability("quotes with speaker", len(quotes) - len(misses), len(quotes), misses, bool(quotes)),
            *_joined(openings),
        )
    )


def _speaker_miss(view: View, quote: Json, openings: tuple[Opening, ...]) -> str | None:
    """What is wrong with a quote: every opening must be held, and by utterances of its speaker."""
    for opening in openings:
        if opening.quote is not quote:
            continue
        name = opening.line
        if not opening.utterances:
            return f"quote missed: {name}" + ("" if opening.places else " (opening not in the text)")
        for utterance in opening.utterances:
            speaker = utterance.get("speaker")
            if not view.sides.same(str(quote.get("speaker") or ""), view.names(speaker)):
                shown = (view.names(speaker) or ("nobody",))[0]
                return f"quote's speaker: {name}: gold {quote.get('speaker')}, shown {shown}"
    return None


def _joined(openings: tuple[Opening, ...]) -> tuple[Ability, Ability]:
    """Pairs of openings in two reports: how many of one statement are joined, how many joined are of one."""
    wanted, held, shown, true = 0, 0, 0, 0
    missed, false = [], []
    for one, other in combinations(openings, 2):
        if one.file == other.file:
            continue
        same = one.quote is other.quote and bool(one.quote.get("same_statement"))
        first, second = ({str(item["id"]) for item in side.utterances} for side in (one, other))
        joined = bool(first & second)
        line = f"{one.line} / {other.line}"
        wanted, shown = wanted + same, shown + joined
        held, true = held + (same and joined), true + (same and joined)
        if same and not joined:
            missed.append(f"not joined: {line}")
        if joined and not same:
            false.append(f"falsely joined: {line}")
    return (
        Ability("variants joined", held, wanted, tuple(missed), bool(wanted)),
        Ability("variants joined precision", true, shown, tuple(false), bool(wanted)),
    )
