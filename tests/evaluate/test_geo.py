"""The scorer of places: the published formats, its arithmetic, and a floor on a small gold written for the project."""

from functools import partial
from pathlib import Path

import pytest

from dragoman.errors import InputError
from dragoman.evaluate.geo import evaluate
from dragoman.evaluate.geo_format import read_geo
from dragoman.evaluate.score import TaskScore
from dragoman.run.pipeline import Settings, read_pages

GOLD = Path(__file__).parent / "gold_geo"
FLOORS = {
    "tagging, exact": 0.96,
    "tagging, touching": 0.96,
    "within 161 km, gold spans": 0.87,
    "within 161 km or the same id, gold spans": 0.97,
    "found and within 161 km": 0.85,
}
# Nairobi is found and right; Mombasa is marked as if it lay in the far north, so it is found and wrong; "the mill" is
# no name that anybody finds; Kampala is found and not marked.
LGL = """<?xml version="1.0" encoding="utf-8"?>
<articles><article docid="7"><domain>post.example</domain><dltime>2031-03-05 10:00:00</dltime>
<text><![CDATA[They met in Nairobi and in Mombasa, near the mill. They left for a hotel in Kampala.]]></text>
<toponyms>
<toponym><start>12</start><end>19</end><phrase>Nairobi</phrase>
<gaztag><name>Nairobi</name><fcode>PPLC</fcode><lat>-1.28</lat><lon>36.82</lon><country>Kenya</country></gaztag></toponym>
<toponym><start>27</start><end>34</end><phrase>Mombasa</phrase>
<gaztag><name>Mombasa</name><fcode>PPL</fcode><lat>70.0</lat><lon>25.0</lon><country>Norway</country></gaztag></toponym>
<toponym><start>45</start><end>49</end><phrase>mill</phrase></toponym>
</toponyms></article></articles>"""
WEB = """<?xml version="1.0" ?><articles><article><text>The Kenyan envoy flew to Nairobi.</text><toponyms>
<toponym><extractedName>Kenyan</extractedName><normalisedName>Kenya</normalisedName><type>Non_Literal_Modifier</type>
<start>4</start><end>10</end><geonamesID>192950</geonamesID><latitude>1.0</latitude><longitude>38.0</longitude></toponym>
<toponym><extractedName>Nairobi</extractedName><type>Literal</type><start>24</start><end>31</end></toponym>
<toponym><extractedName>envoy</extractedName><type>Non_Lit_Expression</type><start>11</start><end>16</end></toponym>
</toponyms></article></articles>"""


def score(folder: Path) -> TaskScore:
    return evaluate(folder, partial(read_pages, settings=Settings()))


@pytest.fixture(scope="module")
def gold() -> TaskScore:
    return score(GOLD)


@pytest.mark.parametrize("measure", FLOORS)
def test_no_score_falls_below_its_floor(gold: TaskScore, measure: str) -> None:
    value = gold[measure].value
    assert value is not None
    assert value >= FLOORS[measure], "\n".join(gold[measure].misses)


def test_lgl_is_scored_span_by_span(tmp_path: Path) -> None:
    (tmp_path / "lgl.xml").write_text(LGL, encoding="utf-8")
    found = score(tmp_path)
    tagging = found["tagging, exact"]
    assert tagging.of == 3
    assert tagging.precision == pytest.approx(2 / 3)
    assert tagging.recall == pytest.approx(2 / 3)
    assert [line.split(":")[0] for line in tagging.misses] == ["missed", "false"]
    assert found["within 161 km, gold spans"].value == pytest.approx(1 / 2)
    assert found["within 161 km, gold spans"].of == 2
    assert "shown Mombasa KEN" in found["within 161 km or the same id, gold spans"].misses[0]
    both = found["found and within 161 km"]
    assert both.precision == pytest.approx(1 / 3)
    assert both.recall == pytest.approx(1 / 2)
    assert found["median error, gold spans"].value == pytest.approx(4154, abs=20)


def test_geowebnews_leaves_out_nouns_and_puts_shifted_marks_right(tmp_path: Path) -> None:
    (tmp_path / "GWN.xml").write_text(WEB, encoding="utf-8")
    name, (text,) = read_geo(tmp_path)
    assert name == "GeoWebNews"
    assert [(one.exact, one.start, one.point) for one in text.toponyms] == [
        ("Kenyan", 4, (1.0, 38.0)),
        ("Nairobi", 25, None),
    ]
    found = score(tmp_path)
    assert found["tagging, exact"].value == 1.0
    assert found["within 161 km, gold spans"].value == 1.0


def test_brat_files_are_read_without_the_line_of_the_address(tmp_path: Path) -> None:
    head = "LINK: http://post.example/1\n"
    (tmp_path / "1.txt").write_text(f"{head}Boats left Mombasa for Nairobi.", encoding="utf-8")
    first, second = len(head) + 11, len(head) + 23
    (tmp_path / "1.ann").write_text(
        f"T1\tLiteral {first} {first + 7}\tMombasa\n#1\tAnnotatorNotes T1\t-4.05, 39.66\n"
        f"T2\tLiteral {second} {second + 7}\tNairobi\n#2\tAnnotatorNotes T2\t184745\nA1\tModifier_Type T2 Noun\n",
        encoding="utf-8",
    )
    _, (text,) = read_geo(tmp_path)
    assert text.text == "Boats left Mombasa for Nairobi."
    assert [(one.start, one.point) for one in text.toponyms] == [(11, (-4.05, 39.66)), (23, None)]


@pytest.mark.parametrize(
    ("file", "content", "words"),
    [
        ("other.xml", "<page/>", "no XML of <article>s"),
        ("lgl.xml", "<articles><article>", "no XML that can be read"),
        ("lgl.xml", LGL.replace("<start>12</start>", ""), "article 7: a toponym without start"),
        ("lgl.xml", LGL.replace("<phrase>Nairobi", "<phrase>Kisumu"), "'Kisumu' is not at 12 to 19"),
    ],
)
def test_a_broken_file_is_named(tmp_path: Path, file: str, content: str, words: str) -> None:
    (tmp_path / file).write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=words):
        read_geo(tmp_path)
