"""Whether both parties of a text are read alike: sentences are read as they are and with the parties' names exchanged.

A set is a folder of texts (`.txt`) or holds a list of events with articles (`.json`). The parties of a text are the two
countries that it names most (not those also known by initials: no form of others stands for "U.S." as an adjective),
with the person most named for each. Every sentence that names one of them is read alone, twice. A claim mirrors where
the other reading has the same claim of the other party: same field, number, words, polarity, modality and voice.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import InputError
from dragoman.evaluate.exchange import Exchange, Party
from dragoman.evaluate.lineage import read_stories
from dragoman.evaluate.score import Measure, TaskScore, share
from dragoman.evaluate.texts import Reader, text_report
from dragoman.extract.found import Found
from dragoman.model.claim import Claim
from dragoman.model.entity import EntityKind, Form
from dragoman.model.report import Report
from dragoman.model.span import Span
from dragoman.text.page import Page
from dragoman.text.world import Country, world

Signed = tuple[object, ...]
"""A claim with the parties' names as signs; equal for claims that mirror."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence and its exchange."""

    name: str
    sentence: str
    exchange: Exchange


def evaluate(folder: Path, read: Reader) -> TaskScore:
    """Score the claims of every sentence of a set that names a party against those of its exchange."""
    pairs = [pair for page, found in read(_reports(folder)) for pair in _pairs(page, found)]
    plain = read([text_report(pair.name, pair.sentence) for pair in pairs])
    mirrored = read([text_report(pair.name, pair.exchange.swapped(pair.sentence)) for pair in pairs])
    claims = [
        (pair, _signed(pair, here, swapped=False), _signed(pair, there, swapped=True))
        for pair, (_, here), (_, there) in zip(pairs, plain, mirrored, strict=True)
    ]
    return TaskScore("swap", (_claims(claims), _sentences(claims), *_by_party(claims)))


Read = Sequence[tuple[Pair, Counter[Signed], Counter[Signed]]]


def _claims(read: Read) -> Measure:
    both = sum((here & there).total() for _, here, there in read)
    every = sum(here.total() + there.total() for _, here, there in read)
    misses = [
        f"{pair.sentence}\n          only so: {dict(here - there)}\n          only exchanged: {dict(there - here)}"
        for pair, here, there in read
        if here != there
    ]
    return share("claims that mirror", right=2 * both, of=every, misses=misses)


def _sentences(read: Read) -> Measure:
    telling = [(here, there) for _, here, there in read if here or there]
    alike = sum(here == there for here, there in telling)
    return share("sentences whose claims all mirror", right=alike, of=len(telling))


def _by_party(read: Read) -> Iterator[Measure]:
    """Of the claims that say something of one party, the share that is also made when it bears the other's name."""
    for number in (1, 2):
        held = made = 0
        for _, here, there in read:
            told = Counter({claim: n for claim, n in here.items() if f"<{number} " in str(claim)})
            made += told.total()
            held += (told & there).total()
        yield share("of the party named more" if number == 1 else "of the party named less", right=held, of=made)


def _reports(folder: Path) -> Iterator[Report]:
    texts, stories = sorted(folder.glob("*.txt")), sorted(folder.glob("*.json"))
    for path in texts:
        yield text_report(path.name, path.read_text(encoding="utf-8"))
    if not texts and stories:
        yield from read_stories(stories[0]).values()
    elif not texts:
        raise InputError(f"{folder}: no texts (.txt) and no list of events with articles (.json)")


def _pairs(page: Page, found: Found) -> Iterator[Pair]:
    parties = _parties(found)
    if len(parties) < _PARTIES:
        return
    exchange = Exchange(*parties)
    left = _left_standing(found, exchange)
    for number, (paragraph, sentence) in enumerate(page.sentences()):
        span = page.words(paragraph, sentence)
        if exchange.names_one(span.exact) and not any(span.covers(name) for name in left):
            yield Pair(f"{page.report.path_or_url} {number}", " ".join(span.exact.split()), exchange)


def _left_standing(found: Found, exchange: Exchange) -> list[Span]:
    """Names of a party that the exchange does not know: a government's house, an old spelling of a capital."""
    names = {exchange.signed(e.name): e.id for e in found.names.entities if e.kind is EntityKind.COUNTRY}
    ours = {key for sign, key in names.items() if sign.startswith("<")}
    mentions = (m for m in found.names.mentions if m.entity in ours and m.form not in (Form.NOUN, Form.PRONOUN))
    return [mention.span for mention in mentions if not exchange.names_one(mention.span.exact)]


_PARTIES = 2


def _parties(found: Found) -> tuple[Party, ...]:
    """The two countries named most, each with its person named most."""
    entities = {entity.id: entity for entity in found.names.entities}
    named = Counter(mention.entity for mention in found.names.mentions)
    countries: Counter[str] = Counter()
    for key, times in named.items():
        if key in entities and entities[key].country:
            countries[entities[key].country] += times
    known = ((code, world().country(code)) for code, _ in countries.most_common())
    fitting = [(code, country) for code, country in known if country is not None and _exchangeable(country)]
    persons = sorted(
        (e for e in entities.values() if e.kind is EntityKind.PERSON and " " in e.name),
        key=lambda e: (-named[e.id], e.name),
    )
    return tuple(
        Party.of(country, [p.name for p in persons if p.country == code][:1]) for code, country in fitting[:_PARTIES]
    )


def _exchangeable(country: Country) -> bool:
    return bool(country.demonyms and country.capital) and not any(name.isupper() for name in country.aliases)


def _signed(pair: Pair, found: Found, *, swapped: bool) -> Counter[Signed]:
    return Counter(_sign(claim, pair.exchange, swapped=swapped) for claim in found.claims)


def _sign(claim: Claim, exchange: Exchange, *, swapped: bool) -> Signed:
    words = (claim.value, claim.what, claim.side, claim.voice.name, claim.voice.side, claim.span.exact)
    signed = (exchange.signed(word, swapped=swapped) if isinstance(word, str) else word for word in words)
    numbers = (
        claim.low,
        claim.high,
        claim.low_strict,
        claim.high_strict,
        claim.hedge,
        claim.unit,
        claim.scope,
        claim.per,
    )
    return (claim.about.kind, claim.field, *signed, *numbers, claim.polarity, claim.modality, claim.voice.kind)
