"""Times of MEANTIME: CAT XML read with its quirks, scored in the marked sentences only."""

from pathlib import Path

import pytest

from dragoman.errors import InputError
from dragoman.evaluate.meantime import evaluate
from dragoman.evaluate.meantime_format import meantime_texts
from reading import read

SENTENCES = (
    "Envoys meet in Port Nessa",
    "March 5 , 2031",
    "The envoys of Talveth met on Monday , their aides said .",
    "The talks ( the first in two years ) went on for `` three hours '' .",
    "They did n't sign .",
    "The gate stays shut .",
    "It was shut on Sunday .",
)
# Type, value, role and words with their place: the sentence and the first and last word in it.
TIMES = (
    ("DATE", "2031-03-05", "CREATION_TIME", 1, 0, 3),
    ("DATE", "03-03-2031", "NONE", 2, 6, 6),
    ("DURATION", "PY2", "NONE", 3, 6, 7),
    ("DURATION", "PT4H", "NONE", 3, 13, 14),
    ("DATE", "2031-03-02", "NONE", 6, 4, 4),
)


def write(folder: Path, *, created: str = "CREATION_TIME") -> None:
    tokens, ids, number = [], {}, 0
    for index, sentence in enumerate(SENTENCES):
        for place, word in enumerate(sentence.split(" ")):
            number += 1
            ids[index, place] = number
            tokens.append(f'<token number="{number - 1}" sentence="{index}" t_id="{number}">{word}</token>')
    marks = []
    for m_id, (kind, value, role, sentence, first, last) in enumerate(TIMES):
        anchors = "".join(f'<token_anchor t_id="{ids[sentence, place]}"/>' for place in range(first, last + 1))
        said = created if role == "CREATION_TIME" else role
        marks.append(
            f'<TIMEX3 m_id="{m_id}" type="{kind}" value="{value}" functionInDocument="{said}">{anchors}</TIMEX3>'
        )
    marks.append('<TIMEX3 m_id="99" type="DATE" value="2029" functionInDocument="NONE" TAG_DESCRIPTOR="2029"/>')
    part = folder / "intra_cross-doc_annotation" / "corpus"
    part.mkdir(parents=True)
    text = f'<Document doc_id="1">{"".join(tokens)}<Markables>{"".join(marks)}</Markables></Document>'
    (part / "1_envoys.xml").write_text(text, encoding="utf-8")


def test_tokens_are_put_together_as_printed(tmp_path: Path) -> None:
    write(tmp_path)
    (one,) = meantime_texts(tmp_path)
    assert one.text.startswith(
        "Envoys meet in Port Nessa\n\nMarch 5, 2031\n\nThe envoys of Talveth met on Monday, their"
    )
    assert 'The talks (the first in two years) went on for "three hours". They didn\'t sign.' in one.text
    assert (one.text[: one.headline], one.day) == (SENTENCES[0], "2031-03-05")


def test_hand_made_values_are_read_as_meant_and_only_marked_sentences_count(tmp_path: Path) -> None:
    write(tmp_path)
    (one,) = meantime_texts(tmp_path)
    said = [(one.text[t.start : t.end], t.value) for t in one.times]
    assert said == [("Monday", "2031-03-03"), ("two years", "P2Y"), ("three hours", "PT4H")]


def test_the_line_with_the_date_and_the_unmarked_sentences_are_left_out(tmp_path: Path) -> None:
    write(tmp_path)
    score = evaluate(tmp_path, read)
    assert (score["relaxed F1"].value, score["relaxed F1"].of) == (1.0, 3)
    assert score["value F1"].value == pytest.approx(2 / 3)
    assert "PT3H, not DURATION PT4H" in score["value F1"].misses[0]


def test_without_a_marked_creation_time_the_line_with_the_date_gives_the_day(tmp_path: Path) -> None:
    write(tmp_path, created="NONE")
    assert next(meantime_texts(tmp_path)).day == "2031-03-05"


def test_another_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="MEANTIME"):
        list(meantime_texts(tmp_path))
