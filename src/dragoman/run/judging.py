"""A person's word on a record: rows for its log, made from ids; the log is then applied by linking all anew."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from itertools import chain

from dragoman.errors import InputError
from dragoman.link.judgeable import Anchoring
from dragoman.model.judgement import Anchor, Answer, Judgement, fault, in_force, judgement, standing
from dragoman.model.record import RecordData
from dragoman.run.growth import layered, now, relink
from dragoman.run.pipeline import Built, Layered
from dragoman.store.record import Store

_MEMBERS = ("events", "figures", "utterances")


@dataclass(frozen=True)
class Judging:
    """One person at a record: what it was put together from, how it stands, and the log of its judgements.

    What is said becomes rows to add to the log: the judgement, before it the withdrawal of what this person had said
    otherwise of the same words. There are none where it has been said before.
    """

    layered: Layered
    record: RecordData
    log: tuple[Judgement, ...]
    by: str
    why: str = ""

    @classmethod
    def of(cls, store: Store, *, by: str, why: str = "") -> "Judging":
        """A person at a record on disk."""
        return cls(layered(store), store.record(), store.judgements.rows(), by, why)

    def judge(self, verdict: Answer, ids: Sequence[str]) -> tuple[Judgement, ...]:
        """`same` and `unsure` speak of all of the ids as one thing, `different` sets the first apart from all others.

        Raises InputError for ids of which nothing can be said.
        """
        return self._rows(verdict, [self.anchor(one) for one in dict.fromkeys(ids)])

    def join(self, ids: Sequence[str]) -> tuple[Judgement, ...]:
        """All that was put together in each of several items is one thing."""
        return self.judge(Answer.SAME, tuple(chain.from_iterable(self._members(one) or (one,) for one in ids)))

    def split(self, item: str, members: Sequence[str]) -> tuple[Judgement, ...]:
        """Some of what was put together in an item is something else than the rest of it."""
        held = self._members(item)
        if strange := sorted(set(members) - set(held)):
            raise InputError(f"{strange[0]} is no part of {item}: `dragoman why {item}` lists its parts")
        rest = [self.anchor(member) for member in held if member not in members]
        if not rest:
            raise InputError(f"nothing would be left of {item}: name only what does not belong to it")
        apart = (self._rows(Answer.DIFFERENT, [self.anchor(member), *rest]) for member in dict.fromkeys(members))
        return tuple(chain.from_iterable(apart))

    def undo(self, identity: str) -> tuple[Judgement, ...]:
        """Take back one row, which may itself take another back."""
        if identity not in {row.id for row in self.log}:
            raise InputError(f"{identity}: no judgement has this id: `dragoman judge list` lists them")
        if identity not in standing(self.log):
            raise InputError(f"{identity} has been taken back already: `dragoman judge list --all` tells by whom")
        return (self._row(Answer.WITHDRAWN, (), identity),)

    def anchor(self, identity: str) -> Anchor:
        """The anchor of an id; raises InputError for one that nothing judgeable has."""
        return self._anchoring.of(identity)

    @cached_property
    def _anchoring(self) -> Anchoring:
        return Anchoring(self.layered.material())

    def _members(self, identity: str) -> tuple[str, ...]:
        """What was put together in the event, figure or utterance of this id, () for any other id."""
        every = chain.from_iterable(getattr(self.record, table) for table in _MEMBERS)
        return next((item.aliases for item in every if identity == item.id or identity in item.aliases), ())

    def _rows(self, verdict: Answer, anchors: Sequence[Anchor]) -> tuple[Judgement, ...]:
        row = self._row(verdict, anchors)
        own = [old for old in in_force(self.log) if old.by == row.by and set(old.anchors) == set(row.anchors)]
        if any((old.verdict, old.anchors) == (verdict, row.anchors) for old in own):
            return ()
        return (*(self._row(Answer.WITHDRAWN, (), old.id) for old in own), row)

    def _row(self, verdict: Answer, anchors: Iterable[Anchor], withdraws: str = "") -> Judgement:
        by, why = " ".join(self.by.split()), " ".join(self.why.split())
        when = datetime.now(UTC).isoformat(timespec="milliseconds")
        row = judgement(verdict, anchors, by=by, when=when, why=why, withdraws=withdraws)
        if wrong := fault(row):
            raise InputError(f"this cannot be judged: {wrong}")
        return row


def apply(store: Store, rows: Iterable[Judgement]) -> tuple[tuple[Judgement, ...], Built | None]:
    """Keep rows and put the record together anew by them; returns those that are new, and the record.

    The record is None where it is not up to date: its next reading applies the log.
    """
    return store.judgements.add(rows, now=now()), relink(store)
