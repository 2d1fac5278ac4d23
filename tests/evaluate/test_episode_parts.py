"""The scorer's small parts: matching, units, names, words and texts."""

import random
from itertools import permutations
from pathlib import Path

import pytest

from dragoman.evaluate.episode_issues import issue_likeness, same_issue
from dragoman.evaluate.episode_matching import match_one_to_one
from dragoman.evaluate.episode_names import Sides, alternatives
from dragoman.evaluate.episode_score import Ability
from dragoman.evaluate.episode_texts import Place, read_documents
from dragoman.evaluate.episode_units import bounds_right, read_unit, same_number
from dragoman.evaluate.episode_words import alike, holds_words, stems


def _best(scores: list[list[int]]) -> int:
    columns = range(len(scores[0]))
    return max(sum(max(0, scores[i][j]) for i, j in enumerate(order)) for order in permutations(columns, len(scores)))


def test_matching_finds_the_greatest_sum() -> None:
    draw = random.Random(7)
    for _ in range(200):
        rows, columns = draw.randint(1, 4), draw.randint(4, 6)
        scores = [[draw.choice((0, 0, -3, 1, 5, 9)) for _ in range(columns)] for _ in range(rows)]
        pairs = match_one_to_one(range(rows), range(columns), lambda a, b, s=scores: s[a][b])
        back = match_one_to_one(range(columns), range(rows), lambda b, a, s=scores: s[a][b])
        assert len({a for a, _ in pairs}) == len({b for _, b in pairs}) == len(pairs)
        assert all(scores[a][b] > 0 for a, b in pairs)
        assert sum(scores[a][b] for a, b in pairs) == _best(scores)
        assert sum(scores[a][b] for b, a in back) == _best(scores)


def test_matching_of_nothing() -> None:
    assert match_one_to_one([], [1], lambda a, b: 1) == ()
    assert match_one_to_one([1], [1], lambda a, b: 0) == ()


@pytest.mark.parametrize(
    ("gold", "shown", "same"),
    [
        ((36, "hours"), (1.5, "day"), True),
        ((2, "weeks"), (14, "days"), True),
        ((1, "months"), (30, "days"), True),
        ((1.5, "years"), (18, "month"), True),
        ((10, "miles"), (16.1, "km"), True),
        ((10, "miles"), (10, "km"), False),
        ((2, "million dollars"), (2_000_000, "USD"), True),
        ((35, "percent"), (35, ""), False),
        ((35, "percent"), (35, "per cent"), True),
        ((2, "ordinal"), (2, "meeting"), False),
        ((30, "days"), (31, "days"), False),
        ((20, "tanks"), (20, "vehicle"), True),
    ],
)
def test_units(gold: tuple[float, str], shown: tuple[float, str], same: bool) -> None:
    assert same_number(gold[0], read_unit(gold[1]), shown[0], read_unit(shown[1])) is same


def test_a_vague_amount_without_bounds_must_get_no_number() -> None:
    reading = {"value": None, "low": None, "high": None, "hedge": "vague"}
    miles = read_unit("miles")
    assert bounds_right(reading, miles, {"value": None, "low": 2000, "high": None}, miles)
    assert not bounds_right(reading, miles, {"value": 1000, "low": None, "high": None}, miles)


SIDES = Sides.read(
    {"sides": {"Ardovia": ["ardov", "mirel", "ads"], "United Isles": ["u.i.", "isles"]}},
    ["The Ardovian Defence Staff (ADS) spoke."],
)


@pytest.mark.parametrize(
    ("gold", "shown", "same"),
    [
        ("Ilen Mirel", "Mirel", True),
        ("Ilen Mirel", "Ardovian President Ilen Mirel", True),
        ("Ilen Mirel", "President Mirell", True),
        ("Ilen Mirel (on the truce)", "Osk Torvik", False),
        ("Ilen Mirel", "Osk Mirel", False),
        ("ADS", "Ardovian Defense Staff", True),
        ("ADS", "the Defence Staff", True),
        ("Ardovian Foreign Ministry", "Ardovian Defence Ministry", False),
        ("Ardovian Defence Ministry", "Ardovia", False),
        ("Ardovian Defence Ministry", "the ministry", False),
        ("Ardovian authorities", "Ardovia", True),
        ("U.S. State Police", "State Police", True),
        ("ADS / outlet voice", "ADS", True),
        ("Tomas Halvard", "Hailvard", True),
        ("Tomas Halvard", "", False),
    ],
)
def test_names(gold: str, shown: str, same: bool) -> None:
    assert SIDES.same(gold, [shown]) is same


def test_sides_of_names_and_labels() -> None:
    assert SIDES.of("pro-Ardovian fighters") == {"Ardovia"}
    assert SIDES.of("U.I. envoy") == {"United Isles"}
    assert SIDES.of("adsorbents") == frozenset()
    assert SIDES.of_label("ARD") == {"Ardovia"}
    assert SIDES.of_label("UIS") == {"United Isles"}
    assert alternatives("ADS (said); outlet voice") == ("ADS",)


def test_words() -> None:
    assert alike("negotiation", "negotiating")
    assert not alike("iran", "iraq")
    assert stems("the truces") == stems("A truce!")
    assert holds_words("Old Gallant Fair, closed", "gallant fair")
    assert not holds_words("Gallant Fairy", "gallant fair")


def test_issues() -> None:
    assert same_issue("leaders' meeting", "top-level summit")
    assert not same_issue("prisoners", "sanctions")
    assert issue_likeness("ceasefire (terms)", "accepts them", "truce", "") > 0
    assert issue_likeness("NATO", "kept out", "sanctions", "more of them") == 0


def test_ratio_of_nothing() -> None:
    assert Ability("a", 0, 0).ratio == 0.0
    assert Ability("a", 0, 0, expected=False).ratio is None


def test_phrases_are_found_whatever_their_marks_and_never_in_the_tail(tmp_path: Path) -> None:
    text = "He said “it’s over” – twice.\n\nMore\nit's over\n"
    (tmp_path / "a.txt").write_text("\ufeff" + text.replace("\n", "\r\n"), encoding="utf-8")
    gold = {"documents": [{"id": "A", "file": "a.txt", "tail_starts_at": text.index("More")}]}
    reports = [{"id": "r", "path_or_url": "https://example.org/x/a?page=1", "text": text}]
    (document,) = read_documents({"reports": reports}, gold, tmp_path)
    assert document.find('"it\'s  over"') == (Place("A", 8, 19),)
    assert document.find("twice.\nMore") == ()
    assert document.reports == ("r",)
    assert document.in_tail(Place("A", text.index("More"), len(text)))


def test_the_tail_of_a_page_is_found_in_the_report_s_own_text(tmp_path: Path) -> None:
    page = (
        "<html><nav>Home</nav><p>The talks <b>went on</b>.</p><p>All agreed.</p>"
        "<div class='more'><script>var x = 'Unrelated news of the day';</script>"
        "<a>Unrelated news of the day</a></div></html>"
    )
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    gold = {"documents": [{"id": "A", "file": "a.html", "tail_starts_at": page.index("<div")}]}
    text = "The talks went on.\nAll agreed.\nUnrelated news of the day"
    reports = [{"id": "r", "path_or_url": "/elsewhere/a.html", "text": text}]
    (document,) = read_documents({"reports": reports}, gold, tmp_path)
    assert document.tail == text.index("Unrelated")
    assert document.sentence(Place("A", 4, 9)) == "The talks went on."
    (document,) = read_documents({"reports": [reports[0] | {"text": text[:30]}]}, gold, tmp_path)
    assert document.tail is None
