"""The account of a claim: the independent line by which it reached us."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from dragoman.link.agencies import credited_passages
from dragoman.link.houses import homes
from dragoman.link.lineage import root_of
from dragoman.link.words import fold
from dragoman.model.attribution import VoiceKind
from dragoman.model.claim import Claim
from dragoman.model.lineage import WHOLE, Lineage
from dragoman.model.report import Report
from dragoman.model.span import Span
from dragoman.text.outlets import Outlets
from dragoman.text.outlets import outlets as listed


def with_accounts(
    claims: Iterable[Claim],
    reports: Mapping[str, Report],
    lineages: Sequence[Lineage],
    *,
    outlets: Outlets | None = None,
) -> tuple[Claim, ...]:
    """Claims, each with its account: the root of its relay chain, else its passage's original, else the owner.

    Outlets of one publisher family, and an agency under all its names, are one account.
    """
    accounts = _Accounts.of(reports, lineages, outlets or listed())
    return tuple(replace(claim, account=accounts.of_claim(claim)) for claim in claims)


def count_accounts(claims: Iterable[Claim]) -> int:
    """How many independent accounts stand behind claims."""
    return len({claim.account for claim in claims})


@dataclass(frozen=True, slots=True)
class _Accounts:
    """What decides an account: each report's house, the names of outlets at hand, lineages and signed passages."""

    table: Outlets
    houses: Mapping[str, str]
    names: Mapping[str, str]
    files: frozenset[str]
    lineages: Mapping[str, Sequence[Lineage]]
    wholes: Mapping[str, str]
    signed: Mapping[str, Sequence[tuple[str, Span]]]

    @classmethod
    def of(cls, reports: Mapping[str, Report], lineages: Sequence[Lineage], table: Outlets) -> "_Accounts":
        houses = homes(reports.values(), table)
        by_report: dict[str, list[Lineage]] = defaultdict(list)
        wholes: dict[str, str] = {}
        for lineage in lineages:
            for member in lineage.members:
                by_report[member.report].append(lineage)
                if lineage.reason in WHOLE:
                    wholes.setdefault(member.report, lineage.original)
        names = {
            fold(name): houses[report.id]
            for report in sorted(reports.values(), key=lambda r: r.id, reverse=True)
            for name in (report.outlet, report.owner)
            if name
        }
        files = frozenset(fold(PurePath(report.path_or_url).stem) for report in reports.values())
        signed = {report.id: credited_passages(report, table) for report in reports.values()}
        return cls(table, houses, names, files, by_report, wholes, signed)

    def of_claim(self, claim: Claim) -> str:
        """The account of one claim, by what stands nearest to it."""
        voice = claim.voice
        if voice.chain and voice.chain[0].name:
            return self._named(voice.chain[0].name)
        if voice.kind is VoiceKind.NAMED and self._is_outlet(voice.name):
            return self._named(voice.name)
        signer = next((name for name, span in self.signed.get(claim.report, ()) if _holds(span, claim.span)), "")
        if signer:
            return self.table.family(signer)
        original = root_of(self.lineages.get(claim.report, ()), claim.span)
        return self._rooted(original) if original else self.houses.get(claim.report, claim.outlet)

    def _rooted(self, original: str) -> str:
        """The house of an original, or of what that was itself made from."""
        seen: set[str] = set()
        while original in self.wholes and original not in seen:
            seen.add(original)
            original = self.wholes[original]
        if original in self.houses:
            return self.houses[original]
        return self.names.get(fold(original)) or self.table.family(original)

    def _named(self, name: str) -> str:
        """The account that goes by a name: an outlet's family, or the name itself; bare initials may be a party's."""
        outlet = self.table.named(name)
        return self.names.get(fold(name)) or (self.table.family(outlet.name) if outlet else name)

    def _is_outlet(self, name: str) -> bool:
        """Whether a voice is an outlet's or an agency's: "X reported" is the word of X, not of who prints it.

        An outlet that is called after its file for want of a name is nobody who speaks.
        """
        return self.table.named(name) is not None or (fold(name) in self.names and fold(name) not in self.files)


def _holds(passage: Span, span: Span) -> bool:
    return passage.report == span.report and passage.start <= span.start and span.end <= passage.end
