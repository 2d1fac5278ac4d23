"""A quote that leaves out what limits it is marked; a condition told beside the marks is not left out."""

import pytest
from builders import LIKENESS, entity, named, quote, report

from dragoman.link.qualifiers import left_out, limits
from dragoman.link.utterances import link_utterances
from dragoman.model.entity import EntityKind

WHO = named(entity("Olek Terensky", EntityKind.PERSON, "Norvania"))
FULL = "We will open the crossing on Friday if the guns on the river fall silent"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (FULL, ("if the guns on the river fall silent",)),
        ("For now, we stay.", ("For now",)),
        ("We will talk only after they leave, and not before.", ("only after they leave",)),
        ("We stay unless they go; so be it.", ("unless they go",)),
        ("We will open the crossing on Friday", ()),
        ("The gift was a stiff drink.", ()),
    ],
)
def test_what_limits_a_statement(text, expected):
    assert limits(text) == expected


@pytest.mark.parametrize(
    ("shorter", "around", "expected"),
    [
        ("We will open the crossing on Friday", "he said on Tuesday", 1),
        ("open the crossing", "he said Norvania would", 1),
        ("We will open the crossing on Friday", "provided the shelling stops, he said", 0),
        ("We will open the crossing if they stop", "he said", 0),
        ("the river", "he spoke of", 0),
        ("Nobody will decide our future for us", "he said", 0),
    ],
)
def test_what_a_shorter_wording_leaves_out(shorter, around, expected):
    assert len(left_out(FULL, shorter, around=around)) == expected


def said(*texts):
    reports = [report(text, f"Outlet {n}") for n, text in enumerate(texts)]
    quotes = [quote(r, r.text[r.text.index("“") + 1 : r.text.index("”")], WHO) for r in reports]
    return link_utterances(quotes, reports, LIKENESS)[0]


def test_an_utterance_tells_of_a_limit_left_out_by_one_of_its_reports():
    (found,) = said(f"“{FULL},” he said.", "“We will open the crossing on Friday,” he said.")
    assert found.differences == ("left out: [if the guns on the river fall silent]",)


def test_a_limit_beside_the_marks_is_not_left_out():
    (found,) = said(f"“{FULL},” he said.", "If the guns fall silent, he said, “We will open the crossing on Friday.”")
    assert found.differences == ()
