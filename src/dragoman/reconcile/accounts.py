"""The account of a claim: the independent line by which it reached us."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dragoman.link.agencies import named_in
from dragoman.link.lineage import root_of
from dragoman.link.words import fold
from dragoman.model.claim import Claim
from dragoman.model.lineage import Lineage
from dragoman.model.report import Report


def with_accounts(
    claims: Iterable[Claim], reports: Mapping[str, Report], lineages: Sequence[Lineage]
) -> tuple[Claim, ...]:
    """Claims, each with its account: the root of its relay chain, else its passage's original, else the owner."""
    names = {fold(name): home(report) for report in reports.values() for name in (report.outlet, report.owner) if name}
    return tuple(replace(claim, account=_account(claim, reports, lineages, names=names)) for claim in claims)


def home(report: Report) -> str:
    """Whose own line a report is: its outlet's owner, else its outlet, else the report itself."""
    return named_in(report.outlet) or report.owner or report.outlet or report.id


def count_accounts(claims: Iterable[Claim]) -> int:
    """How many independent accounts stand behind claims."""
    return len({claim.account for claim in claims})


def _account(
    claim: Claim, reports: Mapping[str, Report], lineages: Sequence[Lineage], *, names: Mapping[str, str]
) -> str:
    if claim.voice.chain and claim.voice.chain[0].name:
        root = claim.voice.chain[0].name
        return names.get(fold(root)) or named_in(root) or root
    original = root_of(lineages, claim.span)
    if original:
        return home(reports[original]) if original in reports else original
    return home(reports[claim.report]) if claim.report in reports else claim.outlet
