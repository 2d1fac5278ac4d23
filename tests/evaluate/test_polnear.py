"""Attributions against marks in the published format of PolNeAR: what is read, and how it is counted."""

from pathlib import Path

import pytest

from dragoman.errors import InputError
from dragoman.evaluate.attribution import Read, measures
from dragoman.evaluate.polnear import evaluate
from dragoman.evaluate.polnear_format import read_polnear
from dragoman.evaluate.score import Measure
from dragoman.evaluate.texts import text_report
from dragoman.model.marked import Marked, MarkedText, pieces
from dragoman.run.pipeline import Settings, read_pages
from dragoman.text.annotate import annotate
from dragoman.text.gazetteer import Gazetteer
from dragoman.text.world import world

TEXT = "“Nothing moves,” Ilse Dran said. “Nothing at all.”\r\n\r\nVoters fear a siege."
ANN = (
    "T1\tContent 0 16;33 50\t“Nothing moves,” “Nothing at all.”\n"
    "T2\tSource 17 26\tIlse Dran\nT3\tCue 27 31\tsaid\nT4\tAttribution 27 31\tsaid\n"
    "E1\tAttribution:T4 Content:T1 Source:T2 Cue:T3\n"
    "T5\tDiscuss 54 60\tVoters\nT9\tDiscard 61 65\tfear\n"
    "T6\tCue 61 65\tfear\nT7\tContent 66 73\ta siege\nT8\tAttribution-no-source 61 65\tfear\n"
    "E2\tAttribution-no-source:T8 Cue:T6 Content:T7\n"
    "E3\tAttribution:T8 Cue:T6\n"
    '#1\tAnnotatorNotes T6\tsure?\n\n"We go on\n'
)


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    part = tmp_path / "data" / "dev"
    (part / "text").mkdir(parents=True)
    (part / "attributions").mkdir()
    (part / "text" / "one.txt").write_bytes(TEXT.encode())
    (part / "attributions" / "one_aa.ann").write_text(ANN, encoding="utf-8")
    (part / "attributions" / "one_bb.ann").write_text("", encoding="utf-8")
    return tmp_path


def test_the_first_annotator_is_read_pieces_kept_and_odd_lines_passed_by(tiny: Path) -> None:
    (text,) = read_polnear(tiny)
    assert text.text == TEXT
    assert text.attributions == (
        Marked(((17, 26),), ((27, 31),), ((0, 16), (33, 50))),
        Marked((), ((61, 65),), ((66, 73),)),
    )
    assert list(read_polnear(tiny / "data" / "dev")) == [text]


def test_a_folder_without_the_set_says_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="name a part of PolNeAR"):
        list(read_polnear(tmp_path))


def _scored(shown: tuple[Marked, ...]) -> dict[str, Measure]:
    gold = MarkedText(
        "one",
        TEXT,
        (Marked(((17, 26),), ((27, 31),), ((0, 16), (33, 50))), Marked((), ((61, 65),), ((66, 73),))),
    )
    (page,) = annotate([text_report("one", TEXT)], Gazetteer(world()))
    return {one.name: one for one in measures([Read(gold, page, shown)])}


def test_gold_shown_as_it_is_scores_one_everywhere() -> None:
    found = _scored((Marked(((17, 26),), ((27, 31),), ((0, 16), (33, 50))), Marked((), ((61, 65),), ((66, 73),))))
    assert {one.value for one in found.values()} == {1.0}
    assert found["speech cues, all touched"].of == 1


def test_a_missing_piece_is_a_wrong_content_with_right_tokens_and_still_touches() -> None:
    found = _scored((Marked(((17, 26),), ((27, 31),), ((0, 16),)),))
    assert (found["source"].precision, found["source"].recall) == (1.0, 1.0)
    assert (found["cue"].precision, found["cue"].recall) == (1.0, 0.5)
    assert found["content"].value == 0.0
    assert found["content tokens"].precision == 1.0
    assert found["content tokens"].recall == pytest.approx(5 / 13)
    assert (found["all touched"].precision, found["all touched"].recall) == (1.0, 0.5)
    assert found["speech cues, all touched"].value == 1.0
    assert any("missed" in miss and "[a siege]" in miss for miss in found["content"].misses)


def test_a_false_one_costs_precision_and_a_wrong_source_touches_nothing() -> None:
    found = _scored((Marked(((54, 60),), ((61, 65),), ((66, 73),)), Marked((), ((17, 21),), ((22, 26),))))
    assert found["source"].value == 0.0
    assert (found["cue"].precision, found["cue"].recall) == (0.5, 0.5)
    assert found["all touched"].value == 0.0


def test_pieces_drop_blanks_at_their_edges_and_join_where_only_blanks_part_them() -> None:
    assert pieces("a b  c d", [(5, 8), (0, 2), (2, 5)]) == ((0, 8),)
    assert pieces("a, b", [(0, 1), (3, 4)]) == ((0, 1), (3, 4))


def test_the_task_scores_the_tagger_and_the_voices(tiny: Path) -> None:
    score = evaluate(tiny, lambda reports: read_pages(reports, settings=Settings()))
    assert score["source"].recall == 1.0
    assert score["voices: source"].recall == 1.0
    assert score["content"].of == 2
