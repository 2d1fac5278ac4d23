"""Where a report names another outlet or an agency as the source of what it tells: "told X", "X reported"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.link.holders import Holders
from dragoman.link.sentences import around
from dragoman.link.words import fold
from dragoman.model.report import Report
from dragoman.model.span import Span
from dragoman.text.lexicon import load, words
from dragoman.text.outlets import Outlets
from dragoman.text.paragraphs import paragraphs

_PART = r"[A-Z](?:[\w'’./-]*\w)?"
_NAME = rf"(?P<name>{_PART}(?: (?:of |the |de |El )?{_PART}){{0,5}})"
_LOWER = r"(?P<lower>(?!the\b)[a-z]{3})\b"
"""Some agencies write their name small."""
_JOINING = frozenset({"of", "the", "de"})
_ALIKE = 0.6
"""Share of its content words that a sentence has in common with the paragraph it is taken from."""


@dataclass(frozen=True, slots=True)
class Relay:
    """Sentences of a report that it has, as it says, from `source`: a report's id, or an outlet's or agency's name."""

    report: str
    source: str
    spans: tuple[Span, ...]


def relays(reports: Sequence[Report], table: Outlets) -> tuple[Relay, ...]:
    """All relays, sorted; a name counts when it is in the table of outlets, or is the outlet of reports at hand."""
    here = _outlets(reports, table)
    held: dict[str, Holders] = {}
    found = []
    for report in reports:
        spans: dict[str, set[Span]] = {}
        for sentence, name in mentions(report, here, table):
            source, theirs = name, here.get(fold(name), ())
            if theirs:
                holders = held.get(name) or held.setdefault(name, Holders(theirs))
                share, origin = holders.best(sentence.exact, report.published.end)
                source = origin if share >= _ALIKE else min(other.outlet for other in theirs)
            spans.setdefault(source, set()).add(sentence)
        found += [Relay(report.id, source, tuple(sorted(told))) for source, told in spans.items()]
    return tuple(sorted(found, key=lambda relay: (relay.report, relay.source)))


def mentions(report: Report, here: Mapping[str, Sequence[Report]], table: Outlets) -> Iterator[tuple[Span, str]]:
    """Each sentence that names a source, with the source's name; the report's own house is none."""
    site = table.at(report.address)
    houses = (report.outlet, report.owner, site.name if site else "")
    own = {fold(table.family(name)) for name in houses if name}
    for _, start, end in paragraphs(report):
        for pattern in _phrases():
            for match in pattern.finditer(report.text, start, end):
                name = _known(match, here, table)
                if name and fold(table.family(name)) not in own:
                    begin, stop = around(report.text, match.start(), match.end())
                    yield Span.cut(report.id, report.text, max(begin, start), min(stop, end)), name


@cache
def _phrases() -> tuple[re.Pattern[str], ...]:
    """ "told NAME", "according to NAME" and "NAME reported"; groups `name`, `kind`, and `clear` or `verb`."""
    lists = {heading: "|".join(load("relays")[heading]) for heading in load("relays")}
    kind = rf"(?P<kind> (?:{lists['kinds']})\b)?"
    cue = rf"\b(?:(?P<clear>{lists['before']})|{lists['before_all']})"
    told = rf"{cue} (?P<between>(?:(?:{lists['between']}) )*)(?:{_NAME}|{_LOWER}){kind}"
    opening = r"(?:^|(?<=[.,;:!?”\"] )|(?<!\bof the )(?<=\b[Tt]he )|(?<=agency ))"
    verbs = rf"(?:(?:{lists['adverbs']}) )*(?:(?P<verb>{lists['verbs']})|{lists['verbs_of_all']})\b"
    return re.compile(told), re.compile(f"{opening}{_NAME}{kind} {verbs}", re.MULTILINE)


def _known(match: re.Match[str], here: Mapping[str, Sequence[Report]], table: Outlets) -> str:
    """The outlet that a phrase names, as it is shown, or ""; a name that may be another's needs a clear phrase."""
    groups = match.groupdict()
    before = "between" in groups
    kind = (groups["kind"] or "").strip()
    printed = groups["name"] or groups.get("lower") or ""
    article = "the " in f"{groups.get('between') or ''} " or match.string[: match.start()].endswith(("the ", "The "))
    for name in _forms(printed, before=before):
        initials = name.isupper() or name.islower()
        clear = bool(kind) or bool(groups.get("verb")) or (initials and (article or bool(groups.get("clear"))))
        outlet = table.named(f"{name} {kind}") or table.named(name, credited=clear)
        if outlet is not None:
            return outlet.name
        if fold(name) in here and (clear or not initials):
            return name
    return ""


def _forms(printed: str, *, before: bool) -> Iterator[str]:
    """The name as printed, then without what else is written with a capital beside it."""
    parts = re.split(r"(?<=['’]s) ", printed)[0 if before else -1].split()
    while parts:
        yield re.sub(r"['’]s$", "", " ".join(parts))
        if before and not _is_day(parts[-1]):
            return
        parts = parts[:-1] if before else parts[1:]
        if parts and parts[0] in _JOINING:
            return


@cache
def _is_day(word: str) -> bool:
    forms = {form for entry in words("calendar", "weekdays") for form in entry.split()}
    return word.casefold() in forms


def _outlets(reports: Sequence[Report], table: Outlets) -> Mapping[str, Sequence[Report]]:
    """Reports by their outlet's name as printed and as shown, with and without its article."""
    found: dict[str, list[Report]] = {}
    for report in reports:
        names = {fold(report.outlet), fold(table.shown(report.outlet))}
        for form in {form for name in names for form in (name, name.removeprefix("the "))} - {""}:
            found.setdefault(form, []).append(report)
    return found
