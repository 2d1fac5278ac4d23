"""Who stands behind an event or a figure, in listed phrases: from reports of two invented countries, wire copies among them."""

import json
from dataclasses import replace

import pytest

from dragoman.model.claim import Field
from dragoman.model.event import Polarity, Standing
from dragoman.model.record import RecordData
from dragoman.reading.reports import read_inputs
from dragoman.reconcile.corroboration import Corroboration, Corroborations, Side
from dragoman.run.pipeline import Settings, read_once
from dragoman.views.corroborated import CORROBORATION, corroborated, note, phrases

ACTORS = """
[[actor]]
name = "Norvania"
kind = "country"
code = "NRV"
side = "Norvania"
aliases = ["Norvanian", "Norvanians"]
capital = "Harstol"

[[actor]]
name = "Sudria"
kind = "country"
code = "SDR"
side = "Sudria"
aliases = ["Sudrian", "Sudrians"]
capital = "Velm"
"""
OUTLETS = """
[[outlet]]
name = "Tern Wire"
agency = true

[[outlet]]
name = "Morning Quay"
owner = "Quay Holdings"

[[outlet]]
name = "Evening Quay"
owner = "Quay Holdings"
"""
WIRE = """HARSTOL, March 4 (Tern Wire) - Norvania shelled the border town of Brask on Monday, the Sudrian army said. The shells killed 14 people at the cattle fair, the Sudrian army said. Families slept in the church and the old school, and the road to the coast stayed closed until the morning."""
TEXTS = {
    "wire": ("Tern Wire", WIRE),
    "copy": ("Harbour Post", WIRE),
    "denial": (
        "Valley Courier",
        "Norvania's Defence Ministry denied on Tuesday that its forces had shelled Brask. Norvania shelled nobody, it said.",
    ),
    "morning": (
        "Morning Quay",
        "Sudrian guns shelled the harbour of Ostervik on Sunday. The fishing fleet had left two hours before, and the market hall burned to the ground.",
    ),
    "evening": (
        "Evening Quay",
        "Sudrian guns shelled the harbour of Ostervik on Sunday. Our reporter counted eleven holes in the mole; nobody could say when the ferry would sail again.",
    ),
    "alone": (
        "Lantern Weekly",
        "Sudrian soldiers arrested four students in Velm on Saturday, and a crowd waited at the barracks.",
    ),
    "relief": (
        "Lantern Weekly",
        "Norvanian planes bombed the bridge at Tamsel on Friday, the relief group Open Hands said on Saturday.",
    ),
}


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> RecordData:
    folder = tmp_path_factory.mktemp("corroborated")
    for name, text in (("actors.toml", ACTORS), ("outlets.toml", OUTLETS)):
        (folder / name).write_text(text, encoding="utf-8")
    for name, (outlet, text) in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        said = {"outlet": outlet, "published": "2031-03-04"}
        (folder / f"{name}.meta.json").write_text(json.dumps(said), encoding="utf-8")
    settings = Settings.load(actors=[folder / "actors.toml"], outlets=[folder / "outlets.toml"])
    inputs = [str(folder / f"{name}.txt") for name in TEXTS]
    return read_once(read_inputs(inputs, outlets=settings.outlets), replace(settings, workers=1)).record


def of_event(record: RecordData, words: str) -> Corroboration:
    """The corroboration of the event told in these words."""
    (event,) = [e for e in record.events if words in e.summary]
    return Corroborations(record).of_event(event)


def test_a_wire_copy_adds_an_outlet_and_no_account_and_the_other_side_denies_it(record: RecordData) -> None:
    shelling = of_event(record, "shelled the border town of Brask")
    assert note(shelling).startswith("1 account in 2 outlets, only Sudrian officials: ")
    assert shelling.outlets == ("Harbour Post", "Tern Wire")
    (denier,) = shelling.denied_by
    assert phrases(shelling) == ("only Sudrian officials", f"denied by {denier}")
    assert "Norvania" in denier


def test_a_figure_of_one_side_says_so(record: RecordData) -> None:
    (dead,) = [f for f in record.figures if f.best == 14]
    found = Corroborations(record).of_figure(dead)
    assert phrases(found) == ("only Sudrian officials",)
    assert (found.accounts, found.outlets) == (1, ("Harbour Post", "Tern Wire"))


def test_two_papers_of_one_owner_are_one_account_and_that_is_said(record: RecordData) -> None:
    assert note(of_event(record, "shelled the harbour of Ostervik")) == (
        "1 account in 2 outlets of one owner, outlets only: Evening Quay, Morning Quay"
    )


def test_what_one_outlet_alone_prints_in_its_own_voice(record: RecordData) -> None:
    assert note(of_event(record, "arrested four students")) == "1 account, only one outlet: Lantern Weekly"


def test_neither_side_says_it(record: RecordData) -> None:
    assert phrases(of_event(record, "bombed the bridge")) == ("third parties only",)


def test_rows_have_their_phrases_beside_their_fields(record: RecordData) -> None:
    rows = corroborated([{"id": event.id, "type": "kept"} for event in record.events], record)
    assert all(row["type"] == "kept" and row["corroboration"] for row in rows)


NOBODY = Corroboration(Standing.OUTLETS_ONLY, 1, ("A",), False, ("A",), (), False, (), (), ())
NORVANIA, FRONT = Side("Norvania", country=True), Side("River Front")
SUDRIA = Side("Sudria", "Sudrian", country=True)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ({}, ("only one outlet",)),
        ({"outlets": ("A", "B")}, ("outlets only",)),
        ({"standing": Standing.HEARSAY}, ("hearsay only, no source named",)),
        ({"sides": (SUDRIA,)}, ("only Sudrian officials",)),
        ({"sides": (NORVANIA,)}, ("only officials of Norvania",)),
        ({"sides": (FRONT,)}, ("only River Front",)),
        ({"sides": (FRONT, SUDRIA)}, ("only River Front and Sudrian officials",)),
        ({"sides": (SUDRIA,), "third": True}, ("Sudrian officials and third parties",)),
        ({"sides": (FRONT, SUDRIA), "third": True}, ("River Front, Sudrian officials and third parties",)),
        ({"sides": (FRONT, SUDRIA), "standing": Standing.BOTH_SIDES}, ("both sides",)),
        ({"third": True}, ("third parties only",)),
        ({"standing": Standing.DISPUTED}, ("only one outlet", "disputed")),
        ({"standing": Standing.DISPUTED, "blame_denied_by": ("X", "Y")}, ("only one outlet", "blame denied by X, Y")),
        (
            {"standing": Standing.DISPUTED, "sides": (SUDRIA,), "between": ("Norvania", "Sudria")},
            ("only Sudrian officials", "numbers disputed between Norvania and Sudria"),
        ),
    ],
)
def test_every_standing_has_its_phrase(found: dict[str, object], expected: tuple[str, ...]) -> None:
    assert phrases(replace(NOBODY, **found)) == expected  # type: ignore[arg-type]


def test_every_phrase_is_a_listed_template() -> None:
    assert all("{" not in text or text.count("{") == text.count("}") == 1 for text in CORROBORATION.values())


def test_an_outlet_that_also_says_who_stayed_away_does_not_deny_what_it_tells(record: RecordData) -> None:
    (event,) = [e for e in record.events if "arrested four students" in e.summary]
    told = next(c for c in record.claims if c.id in event.claims and c.field == Field.OCCURRENCE)
    away = replace(told, id="c-away", polarity=Polarity.DENIED)
    both = replace(event, claims=(*event.claims, away.id))
    assert Corroborations(replace(record, claims=(*record.claims, away))).of_event(both).denied_by == ()
