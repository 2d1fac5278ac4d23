"""False events on running text and assertion on marked events, on invented texts in the published formats."""

import json
from pathlib import Path

import pytest

from dragoman.errors import InputError
from dragoman.evaluate import assertion, falseevents
from dragoman.evaluate.texts import text_report
from reading import reader

QUIET = Path(__file__).parent / "quiet.txt"
PLAIN = {"polarity": "POS", "certainty": "CERTAIN", "time": "NON_FUTURE", "special_cases": "NONE"}


def cat(folder, sentences, events):
    """A CAT file: sentences of words, and events as (sentence, word, attributes)."""
    tokens, ids, n = [], {}, 0
    for s, words in enumerate(sentences):
        for w, word in enumerate(words.split()):
            n += 1
            ids[s, w] = n
            tokens.append(f'<token t_id="{n}" sentence="{s}" number="{w}">{word}</token>')
    marks = []
    for m, (s, w, attributes) in enumerate(events):
        said = " ".join(f'{key}="{value}"' for key, value in attributes.items())
        marks.append(f'<EVENT_MENTION m_id="{m}" {said}><token_anchor t_id="{ids[s, w]}"/></EVENT_MENTION>')
    xml = f'<Document doc_name="a">{"".join(tokens)}<Markables>{"".join(marks)}</Markables></Document>'
    (folder / "a.xml").write_text(xml, encoding="utf-8")
    return folder


def test_events_in_unmarked_sentences_are_false_and_unannotated_ones_are_left_out(tmp_path):
    folder = cat(
        tmp_path,
        [
            "War notes",
            "Kenya shelled Uganda .",
            "The river is wide .",
            "Kenya shelled Vell .",
            "Ambrel slept .",
            "Kenya bombed Uganda .",
        ],
        [(3, 1, PLAIN), (4, 1, PLAIN)],
    )
    score = falseevents.evaluate(folder, reader())
    rate = score["meantime, events a sentence without one"]
    assert (rate.value, rate.of) == (pytest.approx(1 / 3), 3)
    assert "[shelled]: Kenya shelled Uganda" in rate.misses[0]
    assert score["meantime, triggers that are marked events"].value == 0.5


def test_sentences_of_re3d_with_a_relation_of_actors_are_left_out(tmp_path):
    text = "Kenya shelled Uganda. Kenya bombed Uganda. The river is wide."
    (tmp_path / "documents.json").write_text(json.dumps({"_id": "d", "text": text}) + "\n", encoding="utf-8")
    fight = {
        "type": "FightingAgainst",
        "documentId": "d",
        "begin": 6,
        "end": 13,
        "sourceBegin": 0,
        "sourceEnd": 5,
        "targetBegin": 14,
        "targetEnd": 20,
    }
    where = fight | {
        "type": "CoLocated",
        "begin": 28,
        "end": 34,
        "sourceBegin": 22,
        "sourceEnd": 27,
        "targetBegin": 35,
        "targetEnd": 41,
    }
    (tmp_path / "relations.json").write_text(json.dumps(fight) + "\n" + json.dumps(where) + "\n", encoding="utf-8")
    rate = falseevents.evaluate(tmp_path, reader())["re3d, events a sentence without a relation of actors"]
    assert (rate.value, rate.of) == (0.5, 2)


def test_denied_and_not_come_about(tmp_path):
    folder = cat(
        tmp_path,
        [
            "Notes",
            "Kenya did not shell the town .",
            "Ambrel will visit Uganda .",
            "Kenya shelled a mill .",
            "Uganda freed two men .",
        ],
        [
            (1, 3, PLAIN | {"polarity": "NEG"}),
            (2, 2, PLAIN | {"time": "FUTURE"}),
            (3, 1, PLAIN),
            (4, 1, PLAIN | {"certainty": "POSSIBLE"}),
        ],
    )
    score = assertion.evaluate(folder, reader())
    assert score["denied"].value == 1.0
    assert (score["not come about"].precision, score["not come about"].recall) == (1.0, 0.5)
    assert score["both right"].value == 0.75


def test_a_folder_of_neither_set_is_named(tmp_path):
    for task in (falseevents, assertion):
        with pytest.raises(InputError, match="MEANTIME"):
            task.evaluate(tmp_path, reader())


def test_floor_on_a_page_without_events():
    text = QUIET.read_text(encoding="utf-8")
    ((_, found),) = reader()([text_report("quiet", text)])
    assert text.count(".") >= 25
    assert [event.clause.exact for event in found.events] == []
