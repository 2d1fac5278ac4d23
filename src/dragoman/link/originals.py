"""Which of the reports that share a text it came from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.model.report import Report
from dragoman.text.outlets import Outlets

_UNDATED = "9999"


@dataclass(frozen=True, slots=True)
class Originals:
    """Judges originals among `reports` (by id); `credited` names the agency of each report that credits one wholly.

    `made_from` leads from a report to the one it says it was made from, or, those of `retold`, that it retells; `roots`
    from a report to the original of the lineage in which it stands as a whole.
    """

    reports: Mapping[str, Report]
    credited: Mapping[str, str]
    made_from: Mapping[str, str]
    table: Outlets
    roots: Mapping[str, str] = field(default_factory=dict)
    retold: frozenset[str] = frozenset()

    def of(self, group: Sequence[str]) -> str:
        """A report's id or an agency's name.

        An agency's own report, else the agency that one credits; else what the others say they were made from; else
        the earliest published; of one day's, the one whose outlet most others name, then the longest. A report that
        says it was made from another one of the group is never its original.
        """
        own = [r for r in group if self.made_from.get(r) not in group] or group
        agency = [r for r in own if self._is_agency(self.reports[r].outlet)]
        credited = [r for r in own if r in self.credited or self.roots.get(r, r) not in self.reports]
        stated = {self.made_from[r] for r in group if r in self.made_from}
        at_hand = [r for r in group if r in stated and r not in self.made_from]
        if not (agency or credited or at_hand) and stated - set(group):
            return min(stated - set(group))
        return self._root(self._first(agency or credited or at_hand or own, group))

    def _is_agency(self, outlet: str) -> bool:
        entry = self.table.named(outlet, credited=True)
        return entry is not None and entry.agency

    def _root(self, report: str) -> str:
        root = self.roots.get(report, report)
        return self.credited.get(report, root) if root == report else root

    def _first(self, among: Sequence[str], group: Sequence[str]) -> str:
        def key(name: str) -> tuple[str, int, int, str]:
            report = self.reports[name]
            named = sum(bool(report.outlet) and report.outlet in self.reports[r].text for r in group if r != name)
            return report.published.end or _UNDATED, -named, -len(report.text), name

        return min(among, key=key)
