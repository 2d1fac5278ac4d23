"""How well reports are dated: to the day, right or wrong, or within an interval; beside htmldate on the same pages."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from html import escape
from pathlib import Path

from htmldate import find_date

from dragoman.evaluate.dates_sets import Known, known_sets
from dragoman.evaluate.episode_score import Ability, Count, EpisodeScore
from dragoman.model.report import Published, Report
from dragoman.model.time import Interval, Precision
from dragoman.text.dating import Beside, date_report
from dragoman.text.sections import sections
from dragoman.text.settle import settle_together

# A longer interval in the labels holds no day that could be right or wrong, only intervals.
LONGEST_LABEL = 7


@dataclass(frozen=True, slots=True)
class Dated:
    """A text with a known day, and the date given to it."""

    known: Known
    published: Published

    @property
    def exact(self) -> bool:
        """Whether it was dated to one day."""
        return self.published.precision is Precision.DAY

    @property
    def holds(self) -> bool:
        """Whether the date given leaves room for the true day; an unknown date says nothing and does not count."""
        return self.published.interval.known and self.published.interval.meets(
            Interval(self.known.first, self.known.last)
        )

    @property
    def line(self) -> str:
        """The text's id, the days shown and known, and the basis."""
        true = self.known.first if self.known.first == self.known.last else f"{self.known.first}..{self.known.last}"
        shown = f"{self.published.start or ''}..{self.published.end or ''}" if not self.exact else self.published.start
        return f"{self.known.id}: {shown}, not {true} ({self.published.basis})"


def evaluate_dates(folder: Path, labels: Path | None = None) -> EpisodeScore:
    """Score the dates given to the texts of the sets in a folder: each text alone, all together, and by htmldate."""
    abilities: list[Ability] = []
    counts: list[Count] = []
    for name, texts in known_sets(folder, labels).items():
        reports = [_report(known) for known in texts]
        ways = (("", reports), (" together", settle_together(reports)), (" by htmldate", by_htmldate(texts)))
        for way, dated in ways:
            given = [Dated(known, report.published) for known, report in zip(texts, dated, strict=True)]
            found, wrong = score(f"{name}{way}", given)
            abilities += found
            counts.append(wrong)
    return EpisodeScore(tuple(abilities), tuple(counts))


def score(name: str, dated: Sequence[Dated]) -> tuple[tuple[Ability, ...], Count]:
    """Shares dated to the day, of these right, and with a date that leaves room for the true day; and the wrong ones.

    A true day known only to more than a week makes no day right or wrong.
    """
    days = [one for one in dated if one.exact and _days(one.known) <= LONGEST_LABEL]
    wrong = tuple(one.line for one in days if not one.holds)
    held = sum(one.holds for one in dated)
    abilities = (
        Ability(f"{name}: dated to the day", len(days), len(dated)),
        Ability(f"{name}: the day is right", len(days) - len(wrong), len(days), wrong, expected=False),
        Ability(f"{name}: the date holds the true day", held, len(dated)),
    )
    against = tuple(one.line for one in dated if one.published.interval.known and not one.holds)
    return abilities, Count(f"{name}: wrong dates", against)


def by_htmldate(texts: Sequence[Known]) -> list[Report]:
    """The same texts dated by htmldate, from pages that hold a text alone, with its address."""
    return [replace(_bare(known), published=_by_htmldate(known)) for known in texts]


def _by_htmldate(known: Known) -> Published:
    body = "".join(f"<p>{escape(part)}</p>" for part in known.text.split("\n") if part.strip())
    page = f"<html><head></head><body><article>{body}</article></body></html>"
    day = find_date(page, url=known.address or None, original_date=True, max_date=known.seen[:10] or None)
    return Published(day, day, Precision.DAY, "htmldate") if day else Published()


def _bare(known: Known) -> Report:
    return Report(known.id, known.id, known.text, "", known.id)


def _report(known: Known) -> Report:
    parts = sections(known.text, title=known.title)
    published = date_report(known.text, parts, Beside(address=known.address, seen=known.seen))
    return replace(_bare(known), published=published, sections=parts)


def _days(known: Known) -> int:
    return (date.fromisoformat(known.last) - date.fromisoformat(known.first)).days + 1
