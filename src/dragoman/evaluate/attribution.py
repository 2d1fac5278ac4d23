"""How well attributions are found: exact spans, tokens, and whether source, cue and content are all touched."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.evaluate.score import Measure, f1
from dragoman.model.marked import Marked, MarkedText, Pieces
from dragoman.text.lexicon import words
from dragoman.text.page import Page

ROLES = ("source", "cue", "content")
_TOKEN = re.compile(r"\w+|[^\w\s]")
_CONTEXT = 60


@dataclass(frozen=True, slots=True)
class Read:
    """A text with its gold, its page, and the attributions shown for it."""

    gold: MarkedText
    page: Page
    shown: tuple[Marked, ...]


def measures(
    texts: Sequence[Read], *, anchors: Mapping[str, str] | None = None, prefix: str = ""
) -> tuple[Measure, ...]:
    """F1 of each role by exact spans and by tokens; of attributions all touched, for all and for cues of speech."""
    named = anchors or {}
    found = [_exact(texts, role, f"{prefix}{role}", named.get(role, "")) for role in ROLES]
    found += [_tokens(texts, role, f"{prefix}{role} tokens", named.get(f"{role} tokens", "")) for role in ROLES]
    found.append(_touched(texts, f"{prefix}all touched", speech=False))
    found.append(_touched(texts, f"{prefix}speech cues, all touched", speech=True))
    return tuple(found)


def _exact(texts: Sequence[Read], role: str, name: str, anchor: str) -> Measure:
    right = shown = gold = 0
    misses: list[str] = []
    for one in texts:
        wanted, given = _spans(one.gold.attributions, role), _spans(one.shown, role)
        right, shown, gold = right + len(wanted & given), shown + len(given), gold + len(wanted)
        misses += [f"{one.gold.name}: missed {_words(one.gold.text, span)}" for span in sorted(wanted - given)]
        misses += [f"{one.gold.name}: false {_words(one.gold.text, span)}" for span in sorted(given - wanted)]
    return f1(name, right=right, shown=shown, gold=gold, anchor=anchor, misses=misses)


def _spans(attributions: Iterable[Marked], role: str) -> set[Pieces]:
    return {span for one in attributions if (span := getattr(one, role))}


def _words(text: str, span: Pieces) -> str:
    """The words of a span in brackets with what stands around it, its pieces joined by dots."""
    said = " ... ".join(text[start:end] for start, end in span)
    before, after = text[max(0, span[0][0] - _CONTEXT) : span[0][0]], text[span[-1][1] : span[-1][1] + _CONTEXT]
    return " ".join(f"{before}[{said}]{after}".split())


def _tokens(texts: Sequence[Read], role: str, name: str, anchor: str) -> Measure:
    right = shown = gold = 0
    for one in texts:
        tokens = [match.start() for match in _TOKEN.finditer(one.gold.text)]
        wanted, given = (_inside(tokens, _spans(a, role)) for a in (one.gold.attributions, one.shown))
        right, shown, gold = right + len(wanted & given), shown + len(given), gold + len(wanted)
    return f1(name, right=right, shown=shown, gold=gold, anchor=anchor)


def _inside(tokens: Sequence[int], spans: Iterable[Pieces]) -> set[int]:
    ranges = [piece for span in spans for piece in span]
    return {token for token in tokens if any(start <= token < end for start, end in ranges)}


def _touched(texts: Sequence[Read], name: str, *, speech: bool) -> Measure:
    """An attribution counts where each part shares a character with that of the gold; both may have no source.

    A pair counts where either side takes its cue for speech, as a cue may be longer on one side.
    """
    recalled = confirmed = shown = gold = 0
    misses: list[str] = []
    for one in texts:
        wanted = [a for a in one.gold.attributions if not speech or is_speech(one.page, a)]
        given = [a for a in one.shown if a.cue and (not speech or is_speech(one.page, a))]
        missed, false = _alone(wanted, one.shown), _alone(given, one.gold.attributions)
        recalled, gold = recalled + len(wanted) - len(missed), gold + len(wanted)
        confirmed, shown = confirmed + len(given) - len(false), shown + len(given)
        misses += [f"{one.gold.name}: missed {_words(one.gold.text, a.cue)}" for a in missed]
        misses += [f"{one.gold.name}: false {_words(one.gold.text, a.cue)}" for a in false]
    precision, recall = (confirmed / shown if shown else None), (recalled / gold if gold else None)
    value = 2 * precision * recall / (precision + recall) if precision and recall else 0.0
    return Measure(name, value if shown + gold else None, gold, precision, recall, misses=tuple(misses))


def _alone(ones: Sequence[Marked], others: Sequence[Marked]) -> list[Marked]:
    """Those that have none among the others to themselves, each part touching."""
    free, alone = list(others), []
    for one in ones:
        other = next((o for o in free if _touch(one, o)), None)
        if other is None:
            alone.append(one)
        else:
            free.remove(other)
    return alone


def _touch(one: Marked, other: Marked) -> bool:
    sources = _overlap(one.source, other.source) or not (one.source or other.source)
    return sources and _overlap(one.cue, other.cue) and _overlap(one.content, other.content)


def _overlap(ones: Pieces, others: Pieces) -> bool:
    return any(a < d and c < b for a, b in ones for c, d in others)


def is_speech(page: Page, attribution: Marked) -> bool:
    """Whether a cue tells that something was said: a verb that only a speaker can have, or "according to"."""
    spans = (page.cut(start, end) for start, end in attribution.cue)
    return any(t.lemma_.lower() in _speech_lemmas() for span in spans for t in page.tokens(span))


def _speech_lemmas() -> frozenset[str]:
    return words("cues", "strict") | {"accord", "according"}
