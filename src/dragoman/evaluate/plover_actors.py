"""PLOVER actor codes: the country and the sector given to each actor of PLOVER's gold records in its sentence.

**What is compared.** dragoman reads the sentence; the code is that of the noun phrase where the actor's words stand
("IRQMIL" is country IRQ, sector MIL). Where they do not stand in the sentence, dragoman reads them alone. The gold
leaves the sector out where a country acts as such; then none may be given, and a government's ("GOV") is a slip of
its own kind in the confusion. An ethnic suffix (CVLxyz) and a second sector are left out. Sectors that CAMEO and
PLOVER name differently are brought to one name (`plover_codes`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.evaluate.plover_codes import CodedActor, coded_actors
from dragoman.evaluate.score import Confusion, Measure, TaskScore, macro_f1, share
from dragoman.evaluate.texts import Reader, text_report
from dragoman.extract.actor_codes import actor_code, country_and_sector
from dragoman.extract.found import Found
from dragoman.text.page import Page

_ANCHOR = "GDELT actor1 .79, actor2 .785 right on 50 events of its own; no published figure on this set"


@dataclass(frozen=True, slots=True)
class _Given:
    """An actor of the gold and the country and sector given to it."""

    gold: CodedActor
    country: str
    sector: str

    @property
    def both(self) -> bool:
        """Whether country and sector are right."""
        return (self.country, self.sector) == (self.gold.country, self.gold.sector)

    @property
    def line(self) -> str:
        """The record, the actor in its sentence, and both codes."""
        gold, given = f"{self.gold.country}{self.gold.sector}", f"{self.country}{self.sector}"
        return f"{self.gold.record}: [{self.gold.words}] {gold or 'none'}, shown {given or 'none'}: {self.gold.text}"


def evaluate(folder: Path, read: Reader) -> TaskScore:
    """Accuracy of country, of sector and of both, over all actors of the gold."""
    actors = coded_actors(folder)
    texts = [actor.text if actor.start is not None else actor.words for actor in actors]
    unique = list(dict.fromkeys(texts))
    read_once = dict(zip(unique, read(text_report(t, t) for t in unique), strict=True))
    given = [_given(actor, *read_once[text]) for actor, text in zip(actors, texts, strict=True)]
    return TaskScore(
        "plover-actors",
        (
            _share("country and sector", given, [g.both for g in given], anchor=_ANCHOR),
            _share("country", given, [g.country == g.gold.country for g in given]),
            _share("sector", given, [g.sector == g.gold.sector for g in given]),
            _share("sector where one is given", *_with_sector(given)),
            macro_f1("sectors, macro F1", [(g.gold.sector or "none", g.sector or "none") for g in given]),
        ),
        (
            Confusion.of("sectors", ((g.gold.sector, g.sector) for g in given)),
            Confusion.of("countries", ((g.gold.country, g.country) for g in given)),
        ),
    )


def _with_sector(given: Sequence[_Given]) -> tuple[list[_Given], list[bool]]:
    told = [g for g in given if g.gold.sector]
    return told, [g.sector == g.gold.sector for g in told]


def _share(name: str, given: Sequence[_Given], right: Sequence[bool], *, anchor: str = "") -> Measure:
    misses = (g.line for g, held in zip(given, right, strict=True) if not held)
    return share(name, right=sum(right), of=len(given), anchor=anchor, misses=misses)


def _given(actor: CodedActor, page: Page, found: Found) -> _Given:
    start = actor.start or 0
    codes = (code for code in _codes(page, found, start, start + len(actor.words)) if code)
    return _Given(actor, *country_and_sector(next(codes, "")))


def _codes(page: Page, found: Found, start: int, end: int) -> Iterator[str]:
    """The code of the phrase that the words are, then those of its words from the last to the first."""
    tokens = page.tokens(page.cut(start, min(end, len(page.report.text))))
    paragraph = page.paragraph_of(page.cut(start, start + 1))
    roots = [token for token in tokens if token.head not in tokens or token.head == token]
    if paragraph is not None:
        yield from (actor_code(page, found, paragraph, token) for token in (*reversed(roots), *reversed(tokens)))
