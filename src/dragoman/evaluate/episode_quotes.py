"""Quotes: whether each opening has its speaker, and whether variants of one statement are one utterance."""

from collections.abc import Callable, Iterator
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
    """A gold opening, its places, the record's utterances with a variant there, and the words of these variants."""

    quote: Json
    file: str
    words: str
    places: tuple[Place, ...]
    utterances: tuple[Json, ...]
    held: tuple[str, ...]

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
            holding, held = _holding(view, places, spans)
            openings.append(Opening(quote, str(one["file"]), str(one["opening"]), places, holding, held))
    return tuple(openings)


def _holding(
    view: View, places: tuple[Place, ...], spans: list[tuple[Json, Place]]
) -> tuple[tuple[Json, ...], tuple[str, ...]]:
    """The utterances whose variant holds an opening most tightly (covers half of it, begins near it), and its words."""
    held = [
        (span, utterance)
        for utterance, span in spans
        if any(
            2 * place.overlap(span) >= place.end - place.start and span.start >= place.start - _EARLIER
            for place in places
        )
    ]
    # A quote may stand in a longer one ("X said that Y spoke of ..."): the innermost is the one meant.
    tightest = min((span.end - span.start for span, _ in held), default=0)
    kept = [(span, one) for span, one in held if span.end - span.start == tightest]
    words = (view.documents[span.document].text[span.start : span.end] for span, _ in kept)
    return tuple({str(one["id"]): one for _, one in kept}.values()), tuple(dict.fromkeys(words))


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
            *join_score(openings, one_utterance),
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


def openings_to_join(openings: tuple[Opening, ...]) -> Iterator[tuple[Opening, Opening, bool]]:
    """Every two openings of two reports, and whether they are of one statement.

    Where an outlet gives one speaker's words to another, the gold leaves open what the two are: no pair.
    """
    for one, other in combinations(openings, 2):
        open_to_both = {str(one.quote.get("same_words_as")), str(other.quote.get("same_words_as"))}
        if one.file != other.file and not open_to_both & {str(one.quote.get("id")), str(other.quote.get("id"))}:
            yield one, other, one.quote is other.quote and bool(one.quote.get("same_statement"))


def one_utterance(one: Opening, other: Opening) -> bool:
    """Whether the record shows two openings in one utterance."""
    return bool({str(item["id"]) for item in one.utterances} & {str(item["id"]) for item in other.utterances})


def join_score(openings: tuple[Opening, ...], joins: Callable[[Opening, Opening], bool]) -> tuple[Ability, Ability]:
    """Pairs of openings in two reports: how many of one statement are joined, how many joined are of one."""
    wanted, held, shown = 0, 0, 0
    missed, false = [], []
    for one, other, same in openings_to_join(openings):
        joined = joins(one, other)
        line = f"{one.line} / {other.line}"
        wanted, shown, held = wanted + same, shown + joined, held + (same and joined)
        if same and not joined:
            missed.append(f"not joined: {line}")
        if joined and not same:
            false.append(f"falsely joined: {line}")
    return (
        Ability("variants joined", held, wanted, tuple(missed), bool(wanted)),
        Ability("variants joined precision", held, shown, tuple(false), bool(wanted)),
    )
