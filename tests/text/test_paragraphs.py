"""Texts with lines broken by hand are read by paragraph, with offsets into the text as it stands."""

import io
import textwrap

import pytest

from dragoman.model.report import Report
from dragoman.reading.reports import read_inputs
from dragoman.text.annotate import annotate
from dragoman.text.gazetteer import Gazetteer
from dragoman.text.paragraphs import paragraphs
from dragoman.text.world import world

PARAGRAPHS = (
    "Rebels free 30 prisoners in Ardana",
    "ARDANA, June 3, 2025 (Example News) - The Northern Front freed 30 prisoners on Tuesday, the group said in a"
    " statement, two days after the end of the latest round of talks with the army, which had asked for more.",
    "“It is a first step,” said Ann Moe, who has led the talks in Port Sul since the spring of last year and hopes to"
    " bring both sides together again before the end of the month.",
    "The army confirmed that the men had been handed over to the Red Cross near the river, and said that buses would"
    " bring them to Port Sul, where their families have been waiting for many days to see them again.",
)
FLAT = "\n\n".join(PARAGRAPHS) + "\n"
WRAPPED = "\n\n".join(textwrap.fill(paragraph, 72) for paragraph in PARAGRAPHS) + "\n"


def report(text: str) -> Report:
    return read_inputs(["-"], stdin=io.BytesIO(text.encode())).reports[0]


@pytest.mark.parametrize("text", [FLAT, WRAPPED])
def test_each_paragraph_is_whole(text: str) -> None:
    found = report(text)
    assert [" ".join(found.text[start:end].split()) for _, start, end in paragraphs(found)] == list(PARAGRAPHS)


def test_broken_lines_are_parsed_like_unbroken_ones_at_their_own_offsets() -> None:
    flat, wrapped = annotate([report(FLAT), report(WRAPPED)], Gazetteer(world()))
    assert [len(p.doc) for p in flat.paragraphs] == [len(p.doc) for p in wrapped.paragraphs]
    for one, other in zip(flat.paragraphs, wrapped.paragraphs, strict=True):
        for token, same in zip(one.doc, other.doc, strict=True):
            assert (token.text, token.head.i, token.dep_) == (same.text, same.head.i, same.dep_)
            cut = wrapped.report.text[other.at(same) : other.until(same)]
            assert cut.translate(str.maketrans("“”’", '""\'')) == same.text


def test_a_section_may_begin_and_end_within_a_block() -> None:
    found = report(FLAT)
    kinds = [kind for kind, _, _ in paragraphs(found)]
    assert [kind.value for kind in kinds] == ["headline", "body", "body", "body"]
