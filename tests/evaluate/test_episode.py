"""The scorer of episodes: full marks for the gold itself, none for words alone, and each fault seen."""

import copy
import json
import os
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from from_gold import bag_of_words, make_record
from tiny_episode import GOLD, write_texts

from dragoman.evaluate.episode import EpisodeScore, evaluate

Json = dict[str, Any]
SAMPLE = Path(__file__).parents[2] / "src" / "dragoman" / "sample"
BENCH = os.environ.get("DRAGOMAN_BENCH", "")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_texts(tmp_path)


@pytest.fixture
def record(folder: Path) -> Json:
    return make_record(GOLD, folder)


@pytest.fixture
def score(folder: Path) -> Callable[[Json], EpisodeScore]:
    return lambda record: evaluate(record, GOLD, folder=folder)


def _one(items: list[Json], key: str) -> Json:
    return next(item for item in items if item["id"] == key)


def _claim(record: Json, key: str) -> Json:
    return _one(record["claims"], f"c-{key}")


def _assert_full(result: EpisodeScore) -> None:
    assert {one.name: one.misses for one in result.abilities if one.ratio not in (1.0, None)} == {}
    assert {one.name: one.lines for one in result.counts if one.value} == {}


def _assert_nothing(result: EpisodeScore) -> None:
    assert {one.name: one.ratio for one in result.abilities if one.ratio not in (0.0, None)} == {}


def _folder_of(gold: Json, near: Path) -> Path:
    first = gold["documents"][0]["file"]
    return next(one for one in (near, near / "reports") if (one / first).is_file())


def _episodes() -> list[Any]:
    bench = Path(BENCH) / "episode-seeds" / "gold.json"
    sample = SAMPLE / "gold.json"
    return [
        pytest.param(
            sample, id="sample", marks=pytest.mark.skipif(not sample.is_file(), reason="no gold in the sample")
        ),
        pytest.param(
            bench,
            id="episode-seeds",
            marks=pytest.mark.skipif(not BENCH or not bench.is_file(), reason="DRAGOMAN_BENCH is not set"),
        ),
    ]


def test_the_gold_itself_gets_full_marks(record: Json, score: Callable[[Json], EpisodeScore]) -> None:
    result = score(record)
    _assert_full(result)
    assert all(one.ratio == 1.0 for one in result.abilities)
    assert result["readings found"].denominator == 14  # one reading is listed in two figures


def test_words_alone_get_nothing(folder: Path, score: Callable[[Json], EpisodeScore]) -> None:
    result = score(bag_of_words(GOLD, folder))
    _assert_nothing(result)
    assert all(one.ratio == 0.0 for one in result.abilities)


def test_an_empty_record_gets_nothing(score: Callable[[Json], EpisodeScore]) -> None:
    _assert_nothing(score({"schema": "dragoman/record/1"}))


@pytest.mark.parametrize("path", _episodes())
def test_gold_of_real_episodes(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    texts = _folder_of(gold, path.parent)
    _assert_full(evaluate(make_record(gold, texts), gold, folder=texts))
    _assert_nothing(evaluate(bag_of_words(gold, texts), gold, folder=texts))


def test_the_order_of_the_record_is_of_no_matter(
    folder: Path, record: Json, score: Callable[[Json], EpisodeScore]
) -> None:
    for seed, made in enumerate((record, bag_of_words(GOLD, folder))):
        del made["claims"][2::5]
        shuffled = copy.deepcopy(made)
        for items in shuffled.values():
            if isinstance(items, list):
                random.Random(seed).shuffle(items)
        assert score(shuffled).as_dict() == score(made).as_dict()


def test_numbers_without_a_thing_or_bounds(folder: Path, score: Callable[[Json], EpisodeScore]) -> None:
    bag = bag_of_words(GOLD, folder)
    for claim in bag["claims"]:
        claim["what"] = "things"
    result = score(bag)
    assert result["values and bounds"].numerator == 0
    assert result["readings found"].numerator > 0


def test_units_are_converted(record: Json, score: Callable[[Json], EpisodeScore]) -> None:
    _claim(record, "F3-1").update(value=36, low=36, high=36, unit="hour")
    _claim(record, "F6-0").update(value=2, low=2, high=2, unit="week")
    _claim(record, "F5-0").update(value=180, low=180, high=180, unit="minutes")
    _assert_full(score(record))


@pytest.mark.parametrize(
    "wrong",
    [
        {"low_strict": False},
        {"low": None},
        {"low": None, "low_strict": False, "high": 20, "high_strict": True},
        {"high": 20},
        {"value": 21, "low": 21},
        {"value": None},
    ],
)
def test_wrong_bounds_are_found_but_not_right(wrong: Json, record: Json, score: Callable[[Json], EpisodeScore]) -> None:
    _claim(record, "F1-0").update(wrong)
    result = score(record)
    assert result["readings found"].ratio == 1.0
    assert result["values and bounds"].numerator == result["values and bounds"].denominator - 1
    assert "F1[0]" in result["values and bounds"].misses[0]


def test_wrong_unit_is_a_wrong_value(record: Json, score: Callable[[Json], EpisodeScore]) -> None:
    _claim(record, "F6-0").update(unit="week")
    assert len(score(record)["values and bounds"].misses) == 1


def test_a_claim_elsewhere_or_of_other_things_finds_nothing(
    record: Json, score: Callable[[Json], EpisodeScore]
) -> None:
    _claim(record, "F7-0").update(value=8, low=8, high=8, what="stalls", unit="stall")
    result = score(record)
    assert result["readings found"].misses == ("missed: F7[0] B “Nine bridges reportedly fell”",)
    assert result["readings precision"].denominator - result["readings precision"].numerator == 1


def test_a_second_claim_on_a_phrase_is_false_and_one_elsewhere_a_repeat(
    record: Json, score: Callable[[Json], EpisodeScore]
) -> None:
    double = copy.deepcopy(_claim(record, "F7-0")) | {"id": "c-double"}
    repeat = copy.deepcopy(double) | {"id": "c-repeat"}
    repeat["span"].update(start=0, end=5)
    record["claims"] += [double, repeat]
    result = score(record)
    assert result.count("false readings").value == 1
    assert result.count("repeated readings").value == 1
    assert result["readings precision"].ratio == pytest.approx(13 / 14)


@pytest.mark.parametrize(
    ("voice", "right", "side_errors"),
    [
        ({"kind": "named", "name": "Ardovian Defense Staff"}, True, 0),
        ({"kind": "named", "name": "Defence Staff", "side": "Ardovia"}, True, 0),
        ({"kind": "named", "name": "Ardovia"}, False, 0),
        ({"kind": "outlet", "name": ""}, False, 0),
        ({"kind": "unnamed", "name": "ADS"}, False, 0),
        ({"kind": "named", "name": "Belmark Defence Staff"}, False, 1),
        ({"kind": "named", "name": "ADS", "side": "Belmark"}, True, 1),
    ],
)
def test_voices_and_sides(
    voice: Json, right: bool, side_errors: int, record: Json, score: Callable[[Json], EpisodeScore]
) -> None:
    # Both gold figures tell of this one reading, so one claim stands for both.
    _claim(record, "F4-0")["voice"] = voice
    result = score(record)
    assert (result["voices"].ratio == 1.0) is right
    assert result.count("side errors").value == side_errors
    assert (result["voices on the right side"].ratio == 1.0) is (side_errors == 0)


def test_an_entity_s_alias_is_a_name_of_the_voice(record: Json, score: Callable[[Json], EpisodeScore]) -> None:
    record["entities"].append({"id": "n-1", "name": "General Staff", "aliases": ["Ardovian Defence Staff"]})
    _claim(record, "F4-0")["voice"] = {"kind": "named", "name": "General Staff", "entity": "n-1"}
    assert score(record)["voices"].ratio == 1.0


def test_pairs_and_conflicts(record: Json, score: Callable[[Json], EpisodeScore]) -> None:
    comparisons = {one["id"]: one for one in record["comparisons"]}
    comparisons["v-F1-0-1"]["verdict"] = "conflict"
    comparisons["v-F3-0-1"]["verdict"] = "different_time"
    record["comparisons"] = [one for one in record["comparisons"] if one["id"] != "v-F2-0-1"]
    result = score(record)
    assert result["pairs by verdict"].numerator == result["pairs by verdict"].denominator - 3
    assert result["conflicts precision"].ratio == pytest.approx(3 / 4)
    assert result["conflicts recall"].misses == ("conflict missed: F2[0] F2[1]",)


def test_different_things_may_stand_uncompared_but_not_in_conflict(
    record: Json, score: Callable[[Json], EpisodeScore]
) -> None:
    base = copy.deepcopy(record["comparisons"][0])
    pair = {"id": "v-x", "a": "c-F4-0", "b": "c-F4-1", "field": "quantity"}
    record["comparisons"].append(base | pair | {"verdict": "different_time"})
    _assert_full(score(record))
    record["comparisons"][-1]["verdict"] = "conflict"
    result = score(record)
    assert result["conflicts precision"].misses != ()
    assert result["pairs by verdict"].misses == (
        "pair F4[0]-[1]: shown conflict, accepted different_time/not compared",
    )


def test_not_compared_needs_both_readings(record: Json, score: Callable[[Json], EpisodeScore]) -> None:
    record["claims"] = [one for one in record["claims"] if one["id"] != "c-F4-1"]
    assert "a reading was not found" in score(record)["pairs by verdict"].misses[0]


def test_members_of_one_figure_are_not_thereby_compared(record: Json, score: Callable[[Json], EpisodeScore]) -> None:
    record["comparisons"] = []
    result = score(record)
    assert result["pairs by verdict"].numerator == 1  # the one that may stand uncompared
    assert result["conflicts recall"].ratio == 0.0
    assert result["conflicts precision"].ratio == 0.0
    assert result["differences"].ratio == 0.0


def test_differences_need_party_and_accepted_verdict(record: Json, score: Callable[[Json], EpisodeScore]) -> None:
    _one(record["comparisons"], "v-d1")["verdict"] = "conflict"
    result = score(record)
    assert len(result["differences"].misses) == 1
    assert len(result["conflicts precision"].misses) == 1
    for position in record["positions"]:
        position["party"]["name"] = "Ardovia"
    assert score(record)["differences"].ratio == 0.0


def test_quotes_need_their_speaker_and_one_utterance(record: Json, score: Callable[[Json], EpisodeScore]) -> None:
    _one(record["utterances"], "u-Q2-0")["speaker"]["name"] = "Mirel"
    joined = _one(record["utterances"], "u-Q1-0")
    joined["speaker"]["name"] = "President Mirel"
    split = copy.deepcopy(joined) | {"id": "u-split", "variants": [joined["variants"].pop()]}
    record["utterances"].append(split)
    result = score(record)
    assert len(result["quotes with speaker"].misses) == 1
    assert "Q2" in result["quotes with speaker"].misses[0]
    assert result["variants joined"].ratio == 0.0
    assert result.count("side errors").value == 1


def test_different_statements_must_not_be_joined(record: Json, score: Callable[[Json], EpisodeScore]) -> None:
    for one in list(record["utterances"]):
        if one["id"] == "u-Q2-0":
            record["utterances"].remove(one)
            _one(record["utterances"], "u-Q1-0")["variants"] += one["variants"]
    assert score(record)["variants joined precision"].ratio == 0.5


def test_the_innermost_of_nested_utterances_counts(record: Json, score: Callable[[Json], EpisodeScore]) -> None:
    outer = copy.deepcopy(_one(record["utterances"], "u-Q2-0")) | {"id": "u-0"}
    outer["speaker"]["name"] = "Rona Vey"
    span = outer["variants"][0]["span"]
    span.update(start=span["start"] - 40, end=span["end"] + 5)
    record["utterances"].append(outer)
    assert score(record)["quotes with speaker"].ratio == 1.0


@pytest.mark.parametrize(
    ("event", "change"),
    [
        ("E3", {"type": "CONSULT"}),
        ("E3", {"modality": "planned"}),
        ("E3", {"actors": [{"name": "Ardovia"}]}),
        ("E3", {"recipients": [{"name": "Cassia"}]}),
        ("E3", {"claims": []}),
        ("E6", {"actors": [{"name": "Ardovia"}]}),
        ("E7", {"modality": "happened"}),
        ("E8", {"actors": [{"name": "Belmark"}]}),
        ("E1", {"actors": [{"name": "Ardovia"}]}),
    ],
)
def test_events_that_do_not_match(
    event: str, change: Json, record: Json, score: Callable[[Json], EpisodeScore]
) -> None:
    shown = _one(record["events"], f"e-{event}")
    shown.update(change)
    for claim in record["claims"]:
        if not shown["claims"] and claim["event"] == shown["id"]:
            claim["event"] = None
    result = score(record)
    assert any(event in line for line in result["events found"].misses)
    planned = change.get("modality") == "planned"
    assert len(result["events precision"].misses) == (0 if planned else 1)


def test_also_acceptable_types_and_events_listed_twice(record: Json, score: Callable[[Json], EpisodeScore]) -> None:
    _one(record["events"], "e-E2")["type"] = "COERCE"
    _one(record["events"], "e-E8")["actors"] = [{"name": "Ardovia"}]
    record["events"].append(copy.deepcopy(_one(record["events"], "e-E3")) | {"id": "e-twice"})
    result = score(record)
    assert result["events found"].ratio == 1.0
    assert result["events precision"].ratio == pytest.approx(7 / 8)
    assert "doubles or rivals E3" in result["events precision"].misses[0]


def test_planned_events_beyond_the_gold_do_no_harm(record: Json, score: Callable[[Json], EpisodeScore]) -> None:
    extra = copy.deepcopy(_one(record["events"], "e-E5")) | {"id": "e-extra", "modality": "forecast"}
    record["events"].append(extra)
    assert score(record)["events precision"].ratio == 1.0


def test_events_fall_to_their_own_night(record: Json, score: Callable[[Json], EpisodeScore]) -> None:
    for key, summary in (("e-E3", "rockets"), ("e-E4", "rockets")):
        _one(record["events"], key)["summary"] = summary
    _assert_full(score(record))


def test_positions_and_commitments(record: Json, score: Callable[[Json], EpisodeScore]) -> None:
    record["positions"][0]["issue"] = "truce"
    _assert_full(score(record))
    record["positions"][1]["stance"] = "accepts"
    record["commitments"][0]["status"] = "broken"
    result = score(record)
    assert result["positions found"].ratio == pytest.approx(2 / 3)
    assert result["positions precision"].ratio == pytest.approx(2 / 3)
    assert result["commitments found"].ratio == 1.0
    assert result["commitment status"].ratio == 0.0
    record["commitments"][0]["by"].append({"name": "Ardovia"})
    assert score(record)["commitments found"].ratio == 0.0


def test_a_position_must_cite_its_report(record: Json, score: Callable[[Json], EpisodeScore]) -> None:
    record["positions"][0]["claims"] = record["positions"][2]["claims"]
    assert score(record)["positions found"].numerator == 2


def test_traps(record: Json, score: Callable[[Json], EpisodeScore]) -> None:
    broken = copy.deepcopy(record)
    _claim(broken, "F1-1")["voice"]["kind"] = "named"
    assert score(broken).count("traps broken").value == 1
    broken = copy.deepcopy(record)
    _one(broken["figures"], "f-F1")["standing"] = "both_sides"
    assert score(broken).count("traps broken").value == 1
    assert score(broken)["traps held"].ratio == pytest.approx(2 / 3)
    unread = copy.deepcopy(record)
    unread["claims"] = [one for one in unread["claims"] if one["id"] != "c-t1-0"]
    assert score(unread).count("traps broken").value == 0
    assert score(unread)["traps held"].misses == ("trap not read: The battle was a stunt",)


@pytest.mark.parametrize(("modality", "broken"), [("forecast", 0), ("happened", 1), ("ongoing", 1)])
def test_a_forecast_makes_no_event(
    modality: str, broken: int, record: Json, score: Callable[[Json], EpisodeScore]
) -> None:
    event = copy.deepcopy(_one(record["events"], "e-E5"))
    event |= {"id": "e-blow", "claims": ["c-t2-0"], "modality": modality}
    record["events"].append(event)
    assert score(record).count("traps broken").value == broken


def test_claims_from_the_tail_and_its_names(record: Json, score: Callable[[Json], EpisodeScore]) -> None:
    stray = copy.deepcopy(_claim(record, "F7-0")) | {"id": "c-stray", "value": 400, "what": "stalls"}
    tail = record["reports"][1]["text"].index("The Gallant Fair")
    stray["span"].update(start=tail, end=tail + 60, exact="The Gallant Fair opens in Westmere")
    record["claims"].append(stray)
    result = score(record)
    assert result.count("claims from the tail").value == 1
    assert result["tails left out"].ratio == 0.0
    assert result["tail's names left out"].ratio == 0.0
    assert result.count("false readings").value == 0  # counted apart


def test_table_and_dict(record: Json, score: Callable[[Json], EpisodeScore]) -> None:
    result = score(record)
    rows = result.table({"readings found": 0.9, "side errors": 0})
    assert ("readings found", 1.0, 14, 0.9) in rows
    assert ("side errors", 0.0, 0, 0) in rows
    assert json.loads(json.dumps(result.as_dict()))["abilities"]["voices"]["ratio"] == 1.0
    with pytest.raises(KeyError):
        result["no such ability"]
    with pytest.raises(KeyError):
        result.count("no such count")
