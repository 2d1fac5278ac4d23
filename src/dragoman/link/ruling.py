"""What persons' judgements ask of one kind of link: things that are one, and pairs that are not."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.link.clusters import Pair, pair


@dataclass(frozen=True, slots=True)
class Ruling:
    """Groups of ids that are one thing, each sorted and apart from the others, and pairs that are two.

    `cannot` is closed: what differs from one of a group differs from all of it.
    """

    must: tuple[tuple[str, ...], ...] = ()
    cannot: frozenset[Pair] = frozenset()

    def of(self, units: Mapping[str, str]) -> "Ruling":
        """The same asked of the units in which the ids stand."""
        must = (tuple(sorted({units[m] for m in group if m in units})) for group in self.must)
        ends = {pair(units[a], units[b]) for a, b in self.cannot if a in units and b in units}
        return Ruling(tuple(sorted(g for g in must if len(g) > 1)), frozenset(p for p in ends if p[0] != p[1]))

    def settled(self, groups: Iterable[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
        """Clusters made one where a person says so, whatever parts them for the rules; all sorted.

        What else stands in the clusters comes along, but for what a person has set apart from what is there already.
        """
        held = {member: tuple(sorted(group)) for group in groups for member in group}
        apart: dict[str, set[str]] = {}
        for a, b in self.cannot:
            apart.setdefault(a, set()).add(b)
            apart.setdefault(b, set()).add(a)
        for must in self.must:
            joined = {member for member in must if member in held}
            old = sorted({held[member] for member in joined})
            for member in sorted(member for group in old for member in group):
                if not apart.get(member, set()) & joined:
                    joined.add(member)
            rest = (tuple(m for m in group if m not in joined) for group in old)
            for group in (tuple(sorted(joined)), *rest):
                held.update(dict.fromkeys(group, group))
        return tuple(sorted(set(held.values())))


NOTHING = Ruling()
"""What is asked where nobody has judged."""
