"""Laws of lineage that hold for any texts: order makes no difference, halves descend apart, quoting is no copying."""

import re
from random import Random

from builders import report
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.link.lineage import link_lineages, root_of
from dragoman.model.lineage import Reason
from dragoman.model.span import Span

WORDS = re.findall(
    r"\w+",
    "harbour ferry market bridge winter letter window farmer coffee garden morning road convoy shelter talks envoy "
    "border river engine kitchen station timber village orchard lantern quarry meadow bakery carpet ladder pocket "
    "saddle tunnel basket candle feather hammer island jacket kettle lemon mirror needle oven paper quilt ribbon "
    "opened closed carried repaired painted counted crossed watched delayed promised rejected followed gathered",
)


def text(seed):
    """Sentences of words drawn anew for each seed, so that two texts share no wording but by chance."""
    draw = Random(seed)
    return [" ".join(draw.sample(WORDS, draw.randint(12, 18))).capitalize() + "." for _ in range(draw.randint(4, 8))]


TEXT = st.integers(0, 2**40).map(text)
TEXTS = st.lists(st.integers(0, 2**40), min_size=3, max_size=4, unique=True).map(lambda seeds: list(map(text, seeds)))
QUICK = settings(max_examples=25, deadline=None)


def span(told, words):
    start = told.text.index(words)
    return Span(told.id, start, start + len(words), words)


@QUICK
@given(TEXTS, st.randoms(use_true_random=False))
def test_order_and_repetition_of_the_reports_make_no_difference(texts, random):
    shared = texts[0][:2]
    reports = [report("\n".join(text + shared), f"Outlet {i}", f"2031-03-{10 + i}") for i, text in enumerate(texts)]
    mixed = list(reports)
    random.shuffle(mixed)
    assert link_lineages(mixed) == link_lineages(reports)


@QUICK
@given(TEXTS)
def test_two_halves_of_a_report_descend_from_it_but_are_not_of_one_lineage(texts):
    first, second, *_ = texts
    whole = report("\n".join(first + second), "Whole", "2031-03-09")
    one = report("\n".join(first), "One", "2031-03-10")
    two = report("\n".join(second), "Two", "2031-03-10")
    lineages = link_lineages([two, whole, one])
    for told, sentences in ((one, first), (two, second)):
        assert root_of(lineages, span(told, sentences[-1])) == whole.id
    assert not any({one.id, two.id} <= {member.report for member in lineage.members} for lineage in lineages)


@QUICK
@given(TEXTS)
def test_quotes_alone_never_make_a_lineage(texts):
    quoted, own, other, *_ = texts
    speech = "\n".join(f"“{sentence}”" for sentence in quoted)
    reports = [report(f"{own[0]}\n{speech}", "A"), report(f"{other[-1]}\n{speech}", "B")]
    assert link_lineages(reports) == ()


@QUICK
@given(TEXT)
def test_a_copy_descends_from_the_earliest_whatever_was_left_out_at_the_end(sentences):
    first = report("\n".join(sentences), "A", "2031-03-09")
    copy = report("\n".join(sentences[: -(len(sentences) // 4)]), "B", "2031-03-10")
    lineages = link_lineages([copy, first])
    assert {lineage.original for lineage in lineages} == {first.id}
    assert all(lineage.reason in (Reason.COPY, Reason.PASSAGE, Reason.PASSAGES) for lineage in lineages)


def test_what_many_reports_print_is_one_lineage_when_long_and_a_formula_when_short():
    passage = text(7)
    phrase = "which none of the ferry crews had seen since the long winter on the river."
    reports = [
        report(
            "\n".join([*text(1000 + i), phrase, *(passage if i % 2 else [])]), f"Outlet {i}", f"2031-03-{10 + i % 9}"
        )
        for i in range(40)
    ]
    lineages = link_lineages(reports)
    sharing = {member.report for lineage in lineages for member in lineage.members}
    assert sharing == {told.id for i, told in enumerate(reports) if i % 2}
    assert len({root_of(lineages, span(told, passage[1])) for told in reports[1::2]}) == 1
    assert not any(root_of(lineages, span(told, phrase)) for told in reports[::2])
