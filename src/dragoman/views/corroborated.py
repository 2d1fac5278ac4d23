"""Corroboration in words: listed templates, filled from what an event or a figure rests on."""

from collections.abc import Iterable, Iterator
from typing import Any

from dragoman.model.event import Standing
from dragoman.model.record import RecordData
from dragoman.reconcile.corroboration import Corroboration, Corroborations, Side

CORROBORATION = {
    "both_sides": "both sides",
    "both_and_third": "both sides and third parties",
    "sides": "only {sides}",
    "sides_and_third": "{sides} and third parties",
    "third_parties": "third parties only",
    "one_outlet": "only one outlet",
    "outlets": "outlets only",
    "hearsay": "hearsay only, no source named",
    "disputed": "disputed",
    "denied": "denied by {names}",
    "blame": "blame denied by {names}",
    "between": "numbers disputed between {names}",
}
"""Every phrase that says who stands behind an item and who denies it."""
ACCOUNTS = {
    "accounts": "{accounts}",
    "outlets": "{accounts} in {outlets} outlets",
    "owner": "{accounts} in {outlets} outlets of one owner",
}
"""Through how many independent lines, and in how many outlets where these are more."""


def corroborated(rows: Iterable[dict[str, Any]], record: RecordData) -> list[dict[str, Any]]:
    """Rows of events or figures as the record writes them, each with its phrases beside its fields."""
    stood = Corroborations(record)
    by_id = {event.id: stood.of_event(event) for event in record.events}
    by_id |= {figure.id: stood.of_figure(figure) for figure in record.figures}
    return [{**row, "corroboration": list(phrases(by_id[row["id"]]))} for row in rows]


def phrases(of: Corroboration) -> tuple[str, ...]:
    """Who stands behind an item, and who denies it or gives other numbers; one phrase each."""
    return (_behind(of), *_against(of))


def note(of: Corroboration, *, named: bool = True) -> str:
    """The same on one line, with the number of accounts and, if `named`, the voices."""
    voices = f": {', '.join(of.voices)}" if named and of.voices and of.standing != Standing.HEARSAY else ""
    return "; ".join((f"{_accounts(of)}, {_behind(of)}{voices}", *_against(of)))


def _accounts(of: Corroboration) -> str:
    count = "1 account" if of.accounts == 1 else f"{of.accounts} accounts"
    more = len(of.outlets) > of.accounts
    kind = "owner" if more and of.one_owner else "outlets" if more else "accounts"
    return ACCOUNTS[kind].format(accounts=count, outlets=len(of.outlets))


def _behind(of: Corroboration) -> str:
    if of.standing == Standing.BOTH_SIDES:
        return CORROBORATION["both_and_third" if of.third else "both_sides"]
    if of.sides:
        *others, last = map(_officials, of.sides)
        joint = ", " if of.third else " and "
        sides = joint.join((", ".join(others), last)) if others else last
        return CORROBORATION["sides_and_third" if of.third else "sides"].format(sides=sides)
    if of.third:
        return CORROBORATION["third_parties"]
    if of.standing == Standing.HEARSAY:
        return CORROBORATION["hearsay"]
    return CORROBORATION["outlets" if len(of.outlets) > 1 else "one_outlet"]


def _against(of: Corroboration) -> Iterator[str]:
    told = (("denied", of.denied_by, ", "), ("blame", of.blame_denied_by, ", "), ("between", of.between, " and "))
    against = [CORROBORATION[kind].format(names=joint.join(names)) for kind, names, joint in told if names]
    yield from against or [CORROBORATION["disputed"]] * (of.standing == Standing.DISPUTED)


def _officials(side: Side) -> str:
    """Whose word it is: a state's officials, or a body that is a side itself."""
    if not side.country:
        return side.name
    return f"{side.adjective} officials" if side.adjective else f"officials of {side.name}"
