"""The CAMEO root of a PLOVER type and mode."""

import pytest

from dragoman.model.cameo import cameo_root
from dragoman.model.plover import MODES, EventType
from dragoman.views.tables import rows_of


@pytest.mark.parametrize(
    ("kind", "mode", "root"),
    [
        (EventType.AGREE, "", "03"),
        (EventType.RETREAT, "ceasefire", "08"),
        (EventType.CONCEDE, "", "08"),
        (EventType.ACCUSE, "investigate", "09"),
        (EventType.ACCUSE, "disapprove", "11"),
        (EventType.ASSAULT, "suicide-attack", "18"),
        (EventType.ASSAULT, "heavy-weapons", "19"),
        (EventType.ASSAULT, "unconventional", "20"),
    ],
)
def test_roots(kind: EventType, mode: str, root: str) -> None:
    assert cameo_root(kind, mode) == root


def test_every_type_and_mode_has_one_of_the_eighteen_roots() -> None:
    roots = {cameo_root(kind, mode) for kind in EventType for mode in ("", *MODES.get(kind, ()))}
    assert roots == {f"{number:02}" for number in range(3, 21)}


def test_shown_events_have_their_root_beside_them() -> None:
    record = {"events": [{"id": "e-1", "type": "AID", "mode": ""}]}
    assert rows_of(record, "events") == [{"id": "e-1", "type": "AID", "mode": "", "cameo": "07"}]
    assert "cameo" not in record["events"][0]
