"""Quotes across reports that are one act of speaking, perhaps in different translations."""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from dragoman.link.clusters import LinkScore, Pair, clusters, pair
from dragoman.link.copies import Row, across, between, bundled, kinds, rows, stars
from dragoman.link.qualifiers import difference, left_out
from dragoman.link.ruling import NOTHING, Ruling
from dragoman.link.sentences import sentences
from dragoman.link.setting import around_of, day_of, setting_of
from dragoman.link.similarity import Similarity
from dragoman.link.wording import differences, holds, likeness, tokens
from dragoman.link.words import content, fold, overlap
from dragoman.model.attribution import Quote, QuoteKind, Utterance, Variant, VoiceKind
from dragoman.model.entity import Actor
from dragoman.model.report import Report

_SPOKEN = frozenset({QuoteKind.DIRECT, QuoteKind.MIXED})
_LONG, _NEAR, _SHORT = 8, 5, 3
"""Words of a sentence that no speaker repeats by chance, of one that can be nearly alike, of one that counts at all."""
_ALIKE, _ALIGNED, _TRANSLATED, _MEANT, _COUNTERPART = 0.8, 0.5, 0.75, 0.65, 0.35
_DAYS_LONG, _DAYS_SHORT = 14, 4
_TAG = 110
"""Characters that a tag between two parts of one quote takes at most."""
_TAG_SENTENCES = 2
_SPOKEN_AGAIN, _UNDATED, _BALANCE = 0.65, 0.75, 0.5
"""Likeness of two whole quotes that makes them translations, with a known day and without; of their lengths."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The quotes of one report that go on with one another; its id is the smallest of theirs."""

    id: str
    quotes: tuple[Quote, ...]
    speaker: str
    told: Report

    @property
    def report(self) -> str:
        """The report's id."""
        return self.told.id

    @property
    def sentences(self) -> list[str]:
        return [sentence for quote in self.quotes for sentence in sentences(quote.span.exact)]


def link_utterances(
    quotes: Iterable[Quote], reports: Iterable[Report], similarity: Similarity, *, ruling: Ruling = NOTHING
) -> tuple[tuple[Utterance, ...], tuple[LinkScore, ...]]:
    """Utterances sorted by id, and the scores that joined their quotes; `ruling` is what persons have said of them."""
    by_report = {report.id: report for report in reports}
    stretches = {s.id: s for s in _stretches(quotes, by_report, ruling.cannot)}
    asked = ruling.of({quote.id: s.id for s in stretches.values() for quote in s.quotes})
    equal = kinds(stretches.values(), _looked_at)
    strong = {kind: (value, reason) for kind, same in equal.items() for value, reason in _repeated(same, similarity)}
    told = {s.id: {kind} for kind, same in equal.items() for s in same}
    copies = bundled(told, strong, lambda _, __: False, asked.cannot)
    scores = [LinkScore(*p, value, (why,)) for k, (value, why) in strong.items() for p in stars(equal[k], copies.of)]
    near: dict[Pair, LinkScore] = {}
    for a, b in _candidates(equal, copies.of):
        value, reason = _same(a, b, similarity)
        if value:
            scores.append(LinkScore(*pair(a.id, b.id), value, (reason,)))
            ends = pair(copies.of[a.id], copies.of[b.id])
            near[ends] = LinkScore(*ends, value, ())
    apart = {pair(copies.of[a], copies.of[b]) for a, b in asked.cannot}
    groups = copies.spread(clusters(copies.ids, near.values(), join=1.0, hold=0.3, cannot=apart))
    made = (_utterance([stretches[member] for member in group]) for group in asked.settled(groups))
    return tuple(sorted(made, key=lambda u: u.id)), tuple(scores)


def _looked_at(stretch: _Stretch) -> Hashable:
    """All that is compared of a stretch with one of another report."""
    days = tuple(day_of(quote.span, stretch.told) for quote in stretch.quotes)
    return stretch.speaker, stretch.told.published.interval, tuple(q.span.exact for q in stretch.quotes), days


def _repeated(same: Sequence[_Stretch], similarity: Similarity) -> Iterator[tuple[float, str]]:
    """Why equal stretches of two reports are one act of speaking, if they are."""
    found = (_same(a, b, similarity) for a, b in across(same, same) if a.speaker)
    return (one for one in found if one[0])


def spoken(quote: Quote) -> bool:
    """Whether a quote gives somebody's words as they were said, at least in part."""
    return quote.kind in _SPOKEN and quote.voice.kind != VoiceKind.OUTLET


def _stretches(quotes: Iterable[Quote], reports: Mapping[str, Report], cannot: Collection[Pair]) -> Iterator[_Stretch]:
    words = {q.id: q for q in quotes if spoken(q)}
    chains: dict[str, list[Quote]] = {}
    chain_of: dict[str, str] = {}
    last: Quote | None = None
    for quote in sorted((q for q in words.values() if q.span.report in reports), key=lambda q: (q.span, q.id)):
        joined = last if last and _goes_on(last, quote, reports[quote.span.report].text) else None
        before = quote.continues if quote.continues in chain_of else joined.id if joined else None
        first = chain_of[before] if before else quote.id
        own = any(pair(quote.id, other.id) in cannot for other in chains.get(first, ()))
        chain_of[quote.id] = quote.id if own else first
        chains.setdefault(chain_of[quote.id], []).append(quote)
        last = quote
    for first, chain in chains.items():
        report = reports[words[first].span.report]
        yield _Stretch(min(q.id for q in chain), tuple(chain), _speaker(words[first]), report)


def _speaker(quote: Quote) -> str:
    return quote.voice.entity or fold(quote.voice.name)


def _goes_on(last: Quote, quote: Quote, text: str) -> bool:
    """Whether only a tag ("he said") stands between two quotes of one speaker in one paragraph."""
    if last.span.report != quote.span.report or not _speaker(quote) or _speaker(last) != _speaker(quote):
        return False
    between = text[last.span.end : quote.span.start]
    closed = last.span.exact.rstrip().endswith((",", ".", "!", "?")) or between[:1] in (",", ".", "!", "?")
    tagged = closed and "\n" not in between and len(between) <= _TAG and len(sentences(between)) <= _TAG_SENTENCES
    return tagged and min(len(tokens(last.span.exact)), len(tokens(quote.span.exact))) > _SHORT


def _candidates(
    equal: Mapping[str, Sequence[_Stretch]], unit: Mapping[str, str]
) -> Iterator[tuple[_Stretch, _Stretch]]:
    by_speaker: dict[str, list[Row[_Stretch]]] = defaultdict(list)
    for row in rows(equal, unit):
        if row.items[0].speaker:
            by_speaker[row.items[0].speaker].append(row)
    likely = (p for same in by_speaker.values() for p in combinations(same, 2))
    return (found for x, y in between(likely) for found in across(x.items, y.items))


def _same(a: _Stretch, b: _Stretch, similarity: Similarity) -> tuple[float, str]:
    """1.0 and why when two stretches are one act of speaking, else 0.0."""
    apart = _days_apart(a.told, b.told)
    if apart > _DAYS_LONG:
        return 0.0, ""
    best = 0.0, ""
    for mine in a.sentences:
        for theirs in b.sentences:
            short, full = sorted((mine, theirs), key=lambda s: (len(tokens(s)), s))
            count = len(tokens(short))
            if count < _LONG and apart > _DAYS_SHORT:
                continue
            found = _sentence(short, full, similarity)
            best = max(best, (1.0, found)) if found else best
    return best if best[0] else _whole(a, b, similarity)


def _whole(a: _Stretch, b: _Stretch, similarity: Similarity) -> tuple[float, str]:
    """1.0 and why when two whole quotes said on one known day read like two translations, else 0.0."""
    for mine in a.quotes:
        for theirs in b.quotes:
            days = day_of(mine.span, a.told), day_of(theirs.span, b.told)
            first, second = mine.span.exact, theirs.span.exact
            lengths = sorted((len(tokens(first)), len(tokens(second))))
            if (None not in days and days[0] != days[1]) or lengths[0] < max(_LONG, _BALANCE * lengths[1]):
                continue
            meaning, dated = similarity(first, second), None not in days or _days_apart(a.told, b.told) == 0
            least = _SPOKEN_AGAIN if None not in days else _UNDATED
            if dated and meaning >= least and content(first) & content(second):
                return 1.0, f"said of one day in two translations ({meaning:.2f}): {first} / {second}"
    return 0.0, ""


def _sentence(short: str, full: str, similarity: Similarity) -> str:
    count = len(tokens(short))
    telling = count >= _SHORT or len(content(short)) > 1
    if telling and tokens(short) == tokens(full):
        return f"identical words: {short}"
    if telling and count > 1 and holds(full, short):
        return f"a part of the fuller quote: {short}"
    if count >= _NEAR and likeness(short, full) >= _ALIKE:
        return f"nearly identical: {short} / {full}"
    meaning = similarity(short, full) if count >= _NEAR else 0.0
    close = meaning >= _TRANSLATED and likeness(short, full) >= _COUNTERPART
    if close or (meaning >= _MEANT and overlap(content(short), content(full)) >= _ALIGNED):
        return f"one sentence in two translations ({meaning:.2f}): {short} / {full}"
    return ""


def _days_apart(a: Report, b: Report) -> int:
    """Days between two publication intervals; 0 when they meet or one is unknown."""
    first, second = a.published, b.published
    if first.interval.meets(second.interval):
        return 0
    early, late = sorted((first, second), key=lambda p: p.end or p.start or "")
    if early.end is None or late.start is None:
        return 0
    return (date.fromisoformat(late.start) - date.fromisoformat(early.end)).days


def _utterance(group: Sequence[_Stretch]) -> Utterance:
    quotes = sorted((q for stretch in group for q in stretch.quotes), key=lambda q: (q.span, q.id))
    report = {stretch.report: stretch.told for stretch in group}
    ids = sorted(quote.id for quote in quotes)
    voice = min(quotes, key=lambda q: q.id).voice
    settings = (setting_of(q.span, report[q.span.report]) for q in quotes)
    days = (day_of(q.span, report[q.span.report]) for q in quotes)
    return Utterance(
        id=ids[0],
        aliases=tuple(ids),
        speaker=Actor(voice.entity, voice.name),
        setting=next((words for words in settings if words), ""),
        date=next((day for day in days if day), None),
        variants=tuple(Variant(q.span.report, q.kind, q.span) for q in quotes),
        differences=_differences(group),
    )


def _differences(group: Sequence[_Stretch]) -> tuple[str, ...]:
    """Where the wordings of aligned sentences differ, over all pairs of reports; fuller and partial quotes do not."""
    found: list[str] = []
    ordered = sorted(group, key=lambda stretch: (stretch.quotes[0].span, stretch.id))
    seen: set[tuple[tuple[str, ...], tuple[str, ...]]] = set()
    for a, b in combinations(ordered, 2):
        said = tuple(q.span.exact for q in a.quotes), tuple(q.span.exact for q in b.quotes)
        if said in seen:
            continue
        seen.add(said)
        found.extend(map(difference, (*_limits(a, b), *_limits(b, a))))
        found.extend(_reworded(a, b))
    return tuple(dict.fromkeys(found))


def _reworded(a: _Stretch, b: _Stretch) -> Iterator[str]:
    """Where the sentences of two stretches that are wordings of one differ, the nearest ones aligned."""
    shared = {tokens(s) for s in a.sentences} & {tokens(s) for s in b.sentences}
    theirs = [s for s in b.sentences if tokens(s) not in shared]
    for mine in (s for s in a.sentences if tokens(s) not in shared):
        nearest = max(theirs, key=lambda s: (likeness(mine, s), s), default="")
        if not nearest or likeness(mine, nearest) < _COUNTERPART or holds(mine, nearest) or holds(nearest, mine):
            continue
        theirs.remove(nearest)
        yield from differences(mine, nearest)


def _limits(fuller: _Stretch, shorter: _Stretch) -> Iterator[str]:
    """What limits a sentence in one report and is left out by another, between its marks and around them."""
    around = " ".join(around_of(quote.span, shorter.told) for quote in shorter.quotes)
    for sentence in fuller.sentences:
        best = max(shorter.sentences, key=lambda s: (holds(sentence, s), likeness(sentence, s), s), default="")
        yield from left_out(sentence, best, around=f"{around} {' '.join(s for s in shorter.sentences if s != best)}")
