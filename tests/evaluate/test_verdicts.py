"""The benchmark of verdicts and utterances: its gold is sound, its scorer sees each fault, no score drops silently."""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from from_gold import bag_of_words, make_record

import dragoman
from dragoman.errors import InputError
from dragoman.evaluate.episode_files import EpisodeFiles, all_episodes
from dragoman.evaluate.episode_quotes import gold_openings
from dragoman.evaluate.episode_view import look
from dragoman.evaluate.plain_rules import plain_utterance, plain_verdicts
from dragoman.evaluate.score import TaskScore
from dragoman.evaluate.verdicts import evaluate

Json = dict[str, Any]
DATA = Path(__file__).parents[2] / "benchmarks" / "verdicts"
VERDICTS = ("same", "compatible", "finer", "different_scope", "different_time", "changed", "revised", "conflict")
FLOORS = {
    "macro F1": 0.14,
    "pairs right": 0.10,
    "same": 0.43,
    "quotes with speaker": 0.87,
    "utterances joined": 0.58,
}


def _perfect(files: Sequence[str]) -> Json:
    gold, texts = _gold_of(files)
    # Differences of stance are told by positions, of which this gold has none.
    numbers = [one for one in gold["differences"] if one["field"] != "stance"]
    return make_record({**gold, "differences": numbers}, texts)


def _gold_of(files: Sequence[str]) -> tuple[Json, Path]:
    texts = Path(files[0]).parent
    return json.loads((texts.parent / "gold.json").read_text(encoding="utf-8")), texts


def _score(change: Callable[[Json], None]) -> TaskScore:
    """The score of perfect records, that of the exchange changed."""

    def build(files: Sequence[str]) -> Json:
        record = _perfect(files)
        if "e2-exchange" in files[0]:
            change(record)
        return record

    return evaluate(DATA, build)


def _verdict(record: Json, a: str, b: str, verdict: str) -> None:
    """Give two claims this verdict and no other; "not compared" takes theirs away."""
    record["comparisons"] = [one for one in record["comparisons"] if {one["a"], one["b"]} != {a, b}]
    if verdict != "not compared":
        one = {"id": "v-new", "subject": {"kind": "event", "id": "e"}, "field": "quantity", "a": a, "b": b}
        record["comparisons"].append({**one, "verdict": verdict, "reason": ""})


def test_phrases_stand_once_in_their_reports() -> None:
    for episode in all_episodes(DATA):
        texts = _texts(episode)
        phrases = [(one["file"], one["phrase"]) for figure in episode.gold["figures"] for one in figure["readings"]]
        phrases += [(one["file"], one["opening"]) for quote in episode.gold["quotes"] for one in quote["openings"]]
        assert [(file, words) for file, words in phrases if texts[file].count(words) != 1] == []


def test_a_pair_has_the_same_verdicts_in_every_figure() -> None:
    for episode in all_episodes(DATA):
        told: dict[frozenset[tuple[str, str, Any]], Json] = {}
        for figure in episode.gold["figures"]:
            readings = [(one["file"], one["phrase"], one["value"]) for one in figure["readings"]]
            count = len(readings)
            assert len(figure.get("pairs", ())) == count * (count - 1) // 2, figure["id"]
            for pair in figure.get("pairs", ()):
                said = {"verdict": pair["verdict"], "or": pair.get("or")}
                assert told.setdefault(frozenset((readings[pair["a"]], readings[pair["b"]])), said) == said


def test_every_verdict_is_asked_for_in_several_pairs() -> None:
    score = _score(lambda _: None)
    assert all(score[name].of >= 10 for name in VERDICTS)


def test_the_gold_itself_gets_full_marks() -> None:
    score = _score(lambda _: None)
    names = ("macro F1", "pairs right", *VERDICTS, "quotes with speaker", "utterances joined")
    assert {name: score[name].misses for name in names if score[name].value != 1.0} == {}


def test_words_alone_get_nothing() -> None:
    score = evaluate(DATA, lambda files: bag_of_words(*_gold_of(files)))
    assert score["pairs right"].value == score["utterances joined"].value == score["macro F1"].value == 0.0


def test_a_wrong_verdict_counts_as_missed_and_as_false() -> None:
    score = _score(lambda record: _verdict(record, "c-F12-0", "c-F12-2", "same"))
    assert score["conflict"].recall is not None
    assert score["conflict"].recall < 1.0 == score["conflict"].precision
    assert score["same"].precision is not None
    assert score["same"].precision < 1.0 == score["same"].recall


def test_a_pair_left_out_is_only_missed() -> None:
    score = _score(lambda record: _verdict(record, "c-F12-0", "c-F12-2", "not compared"))
    assert score["conflict"].recall is not None
    assert score["conflict"].recall < 1.0 == score["conflict"].precision
    assert score["same"].value == 1.0


@pytest.mark.parametrize(("verdict", "false"), [("conflict", True), ("same", True), ("different_scope", False)])
def test_readings_of_two_figures_are_not_to_be_compared(verdict: str, false: bool) -> None:
    score = _score(lambda record: _verdict(record, "c-F05-0", "c-F11-0", verdict))
    assert (score[verdict].value != 1.0) == false


def test_words_that_an_outlet_gives_to_another_may_be_joined_or_not() -> None:
    def build(files: Sequence[str]) -> Json:
        record = _perfect(files)
        if "e1-offensive" in files[0]:
            one, other = (u for u in record["utterances"] if u["id"] in ("u-Q01-0", "u-Q08-0"))
            one["variants"] += other["variants"]
            record["utterances"].remove(other)
        return record

    assert evaluate(DATA, build)["utterances joined"].value == 1.0


def test_the_plain_rules() -> None:
    view = _view("e2-exchange")
    said = plain_verdicts(view)
    assert said[frozenset(("c-F12-0", "c-F12-1"))] == {"same"}
    assert said[frozenset(("c-F12-0", "c-F12-2"))] == {"conflict"}
    assert frozenset(("c-F12-0", "c-F05-0")) not in said  # soldiers and years
    assert frozenset(("c-F04-1", "c-F01-1")) not in said  # one report
    openings = {(one.quote["id"], one.file): one for one in gold_openings(view)}
    assert plain_utterance(openings["Q01", "b1"], openings["Q01", "b2"])
    assert not plain_utterance(openings["Q01", "b1"], openings["Q01", "b3"])


def test_a_folder_without_an_episode_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no gold\.json"):
        all_episodes(tmp_path)


@pytest.fixture(scope="module")
def reached() -> TaskScore:
    return evaluate(DATA, lambda files: dragoman.read(list(files), actors=DATA / "actors.toml").json())


@pytest.mark.parametrize("name", FLOORS)
def test_no_score_falls_below_its_floor(reached: TaskScore, name: str) -> None:
    value = reached[name].value
    assert value is not None
    assert value >= FLOORS[name], "\n".join(reached[name].misses)


def _texts(episode: EpisodeFiles) -> Mapping[str, str]:
    return {one["id"]: (episode.texts / one["file"]).read_text(encoding="utf-8") for one in episode.gold["documents"]}


def _view(name: str) -> Any:
    episode = next(one for one in all_episodes(DATA) if one.folder.name == name)
    return look(_perfect(episode.files), episode.gold, episode.texts)
