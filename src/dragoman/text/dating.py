"""The day on which a report was published: stated, printed or agreed on by clues; never more precise than they are."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dragoman.model.report import Published, Section
from dragoman.text.basis import published
from dragoman.text.corrections import corrected_day
from dragoman.text.date_clues import UPDATED, Clue, day_of, shown
from dragoman.text.gathered import Beside, Gathered, gather
from dragoman.text.printed_dates import WEEKDAYS
from dragoman.text.settle import settle_together
from dragoman.text.stated_dates import read_stated, stated_interval
from dragoman.text.undated import bare, date_without_day
from dragoman.text.weigh import GIVEN, NEAR_DAYS, meets, one_day

__all__ = ["Beside", "date_report", "settle_together"]

LONGEST_STATED = 40


def date_report(text: str, parts: Sequence[Section], beside: Beside | None = None) -> Published:
    """Date a report from what is said beside it, its address and its text; `parts` are the text's sections.

    The user's word stands above all; else the page's metadata, its feed's, its address, a date line, a dateline and the
    first paragraphs, in this order, save where others bear each other out against it. What is not believed, or does
    not agree, is in the basis.
    """
    beside = beside or Beside()
    clues = gather(text, parts, beside)
    days = [c for c in clues.firm if (day := day_of(c.interval)) is not None and clues.allows(day)]
    dated = _told(days[0], clues) if days else date_without_day(clues)
    if days and days[0].kind != GIVEN:
        dated = _changed(dated, beside.modified, text, parts)
    unread = [said for said in (beside.given, beside.stated, beside.hinted) if said and read_stated(said) is None]
    notes = "".join(f"; but the stated date {said[:LONGEST_STATED]!r} cannot be read" for said in unread)
    return replace(dated, basis=dated.basis + notes)


def _told(chosen: Clue, clues: Gathered) -> Published:
    """A day that is stated or printed, with the clues that agree and those that do not."""
    day = day_of(chosen.interval)
    assert day is not None
    others = [clue for clue in clues.coarse if clue.kind != chosen.kind]
    for kind, printed in clues.yearless:
        interval = printed.interval(day.year)
        if interval is not None:
            others.append(Clue(kind, interval, f"{kind} {bare(printed)}"))
    agree = [clue.words for clue in others if meets(clue.interval, day)]
    # An update later than the day is no contradiction.
    apart = [c for c in others if c.kind == UPDATED and (c.interval.start or "") > day.isoformat()]
    against = [clue.words for clue in others if not meets(clue.interval, day) and clue not in apart]
    looked = [i.start for p in clues.past if p.year is not None and (i := p.interval()) is not None and i.start]
    later = max((d for d in map(date.fromisoformat, looked) if (d - day).days > NEAR_DAYS), default=None)
    if later is not None:
        against.append(f"a look back on {shown(one_day(later))}")
    if not clues.possible(day):
        against.append(clues.bounded_by)
    if clues.weekday is not None and (day.weekday() - clues.weekday) % 7 <= NEAR_DAYS:
        agree.append(f"weekday {WEEKDAYS[clues.weekday]}")
    return published(chosen.interval, chosen.words, agree, [*against, *clues.against])


def _changed(told: Published, modified: str, text: str, parts: Sequence[Section]) -> Published:
    """The day of a corrected version instead of the first one; any other later change is only told."""
    interval = stated_interval(modified)
    changed = day_of(interval) if interval is not None else None
    if changed is None or told.start is None or changed <= date.fromisoformat(told.start):
        return told
    later = corrected_day(date.fromisoformat(told.start), modified, text, parts)
    if later is None:
        return replace(told, basis=f"{told.basis}; changed {shown(one_day(changed))}")
    basis = f"modified {shown(one_day(later))} with a note of the newsroom; first {told.basis}"
    return published(one_day(later), basis, [])
