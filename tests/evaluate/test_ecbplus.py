"""Event coreference in the form of ECB+: the reader, the baseline, and a floor on texts of our own."""

import re
from functools import partial
from pathlib import Path

import pytest

from dragoman.errors import InputError
from dragoman.evaluate.ecbplus import evaluate
from dragoman.evaluate.ecbplus_format import ecbplus_texts
from dragoman.run.pipeline import Settings, read_pages

FLOOR = 0.8
DOCUMENTS = {
    "50/50ferry/1": "The ferry Korsand {sank sink1} off Tolvik in a {storm storm1} on Monday . Rescuers {pulled pull1} "
    "40 people from the water . Captain Oda Brenn was {arrested arrest1} .",
    "50/50ferry/2": "Police in Tolvik {detained arrest1} captain Oda Brenn after the {sinking sink1} of the ferry "
    "Korsand . The ferry {went down sink1} in a {storm storm1} .",
    "50/50ferry/3": "Forty passengers of the Korsand were {pulled pull1} from the sea off Tolvik when the ferry "
    "{sank sink1} .",
    "50/50trawler/1": "A trawler , the Maren , {sank sink2} near Ruvik two years later . Skipper Jon Ask was "
    "{rescued rescue2} by helicopter .",
    "50/50trawler/2": "Jon Ask , skipper of the trawler Maren , was {rescued rescue2} by a helicopter near Ruvik . His "
    "boat {sank sink2} within minutes .",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "50.conll").write_text("".join(conll(name, text) for name, text in DOCUMENTS.items()), encoding="utf-8")
    return tmp_path


def conll(name: str, text: str) -> str:
    lines = [f"#begin document ({name}); part 000"]
    for number, sentence in enumerate(re.split(r"(?<= \.) ", text)):
        marked = re.sub(r"\{([^{}]+) (\w+)\}", lambda m: f"<{m[2]}>{m[1]}</{m[2]}>", sentence)
        for at, piece in enumerate(re.findall(r"(?:<\w+>)?[^<\s]+(?:</\w+>)?", marked)):
            token = re.sub(r"</?\w+>", "", piece)
            opened, closed = re.match(r"<(\w+)>", piece), re.search(r"</(\w+)>", piece)
            chain = ("(ACT" + opened[1] if opened else "") + (
                ("" if opened else "ACT" + closed[1]) + ")" if closed else ""
            )
            lines.append("\t".join([name, str(number), str(at), token, chain or "-"]))
        lines.append("")
    return "\n".join([*lines, "#end document", ""])


def test_documents_are_read_with_their_mentions_where_they_stand(folder):
    first, second, *_ = ecbplus_texts(folder)
    assert first.text.startswith("The ferry Korsand sank off Tolvik in a storm on Monday.\n\nRescuers pulled")
    assert [first.text[m.start : m.end] for m in first.mentions] == ["sank", "storm", "pulled", "arrested"]
    assert [(second.text[m.start : m.end], m.chain) for m in second.mentions][2] == ("went down", "ACTsink1")
    assert (first.topic, first.subtopic) == ("50", "50ferry")


def test_mentions_of_one_event_are_put_together_better_than_by_lemma(folder):
    score = evaluate(folder, partial(read_pages, settings=Settings()))
    assert score["CoNLL F1"].of == 14
    assert score["CoNLL F1"].value > max(FLOOR, score["same lemma: CoNLL F1"].value)


def test_topics_from_which_the_linkage_was_learned_are_not_scored(tmp_path):
    (tmp_path / "1.conll").write_text(conll("1/1ecb/1", DOCUMENTS["50/50ferry/1"]), encoding="utf-8")
    with pytest.raises(InputError, match="only topics are there from which the linkage was learned"):
        evaluate(tmp_path, partial(read_pages, settings=Settings()))


def test_what_is_no_document_is_named_with_its_line(tmp_path):
    (tmp_path / "bad.conll").write_text("#begin document (50/x/1); part 000\n50/x/1\t0\tword\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"bad\.conll, line 2: five columns"):
        list(ecbplus_texts(tmp_path))
