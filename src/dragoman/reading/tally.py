"""Like problems inside one container, counted, so that a hundred thousand of them are one line."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from dragoman.errors import SkippedInput


@dataclass(slots=True)
class Tally:
    """What was passed over in the container `name`: by intent (`passed`), or because it is broken (`faults`)."""

    name: str
    passed: dict[str, int] = field(default_factory=dict)
    faults: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    counts: dict[tuple[str, str], int] = field(default_factory=dict)

    def pass_over(self, what: str) -> None:
        """One more thing that is no report and no error, named in the plural."""
        self.passed[what] = self.passed.get(what, 0) + 1

    def fault(self, reason: str, remedy: str, where: str) -> None:
        """One more part that cannot be read for this reason; the first three places are kept."""
        places = self.faults.setdefault((reason, remedy), [])
        self.counts[reason, remedy] = self.counts.get((reason, remedy), 0) + 1
        if len(places) < 3:
            places.append(where)

    def lines(self) -> Iterator[SkippedInput]:
        """One line for each kind of fault, in the order of their first occurrence."""
        for (reason, remedy), places in self.faults.items():
            count = self.counts[reason, remedy]
            more = f" and {count - len(places):,} more" if count > len(places) else ""
            yield SkippedInput(self.name, f"{reason} ({'; '.join(places)}{more})", remedy)

    def account(self) -> str:
        """All that was passed over by intent, as a list of counts."""
        return ", ".join(f"{count:,} {what}" for what, count in sorted(self.passed.items(), key=lambda item: -item[1]))
