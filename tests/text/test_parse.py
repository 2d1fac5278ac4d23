"""The plain objects of a parse say what spaCy's own views of it say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.annotate import pipeline
from dragoman.text.parse import Doc, Token

TEXTS = (
    "The envoy's  team, of Ruritania, left on 3 May. It won't say why, but 40 guards and two cooks stayed.",
    'Lune — which the guild "never liked" — and Dovria signed a pact; General Ana Sorel of the Third Fleet was there.',
    "NEW TALKS?\tYes.",
    "Hm",
    "",
)
PAIRS = tuple((parsed, Doc.of(parsed)) for parsed in pipeline().pipe(TEXTS))
SAID = ("i", "idx", "text", "lower_", "lemma_", "tag_", "pos_", "dep_", "ent_type_", "ent_iob_", "whitespace_")
ASKED = ("is_alpha", "is_digit", "is_lower", "is_punct", "is_space", "is_title", "is_upper", "like_num")
WAYS = ("children", "subtree", "ancestors", "conjuncts")


def _places(tokens) -> list[int]:
    return [token.i for token in tokens]


@pytest.mark.parametrize(("parsed", "doc"), PAIRS)
def test_every_token_is_described_and_joined_as_in_spacy(parsed, doc) -> None:
    assert len(parsed) == len(doc)
    for theirs, ours in zip(parsed, doc, strict=True):
        for name in (*SAID, *ASKED, "is_sent_start", "is_sent_end"):
            assert getattr(ours, name) == getattr(theirs, name), name
        for name in WAYS:
            assert _places(getattr(ours, name)) == _places(getattr(theirs, name)), name
        edges = (theirs.head.i, theirs.left_edge.i, theirs.right_edge.i)
        assert (ours.head.i, ours.left_edge.i, ours.right_edge.i) == edges
        assert (ours.vector == theirs.vector).all()


@pytest.mark.parametrize(("parsed", "doc"), PAIRS)
def test_sentences_and_names_are_those_of_spacy(parsed, doc) -> None:
    assert [(s.start, s.end, s.text) for s in doc.sents] == [(s.start, s.end, s.text) for s in parsed.sents]
    assert [(e.start, e.end, e.label_) for e in doc.ents] == [(e.start, e.end, e.label_) for e in parsed.ents]


@given(st.sampled_from(PAIRS), st.integers(-40, 40), st.integers(-40, 40))
def test_a_run_of_words_is_cut_as_in_spacy(pair, first, last) -> None:
    theirs, ours = pair[0][first:last], pair[1][first:last]
    assert (ours.start, ours.end, ours.text, _places(ours)) == (theirs.start, theirs.end, theirs.text, _places(theirs))
    assert pair[1].before(ours.start, ours.end - 1) == (theirs[:-1].text_with_ws if len(theirs) else "")
    if len(theirs):
        assert (ours.start_char, ours.end_char) == (theirs.start_char, theirs.end_char)
        assert (ours.root.i, ours.sent.start, ours.sent.end) == (theirs.root.i, theirs.sent.start, theirs.sent.end)
        assert (ours[-1].i, _places(ours[1:])) == (theirs[-1].i, _places(theirs[1:]))
        assert ours[-1] in ours


@given(st.sampled_from(PAIRS), st.integers(0, 120), st.integers(0, 120))
def test_characters_lead_to_the_tokens_over_them(pair, start, end) -> None:
    doc = pair[1]

    def over(token: Token) -> bool:
        return token.idx < end and token.idx + len(token.text) > start

    assert _places(doc.touched(start, end)) == [t.i for t in doc if start < end and over(t)]
    at = doc.at(start)
    assert (at.i if at is not None else None) == next((t.i for t in doc.touched(start, start + 1)), None)
    assert doc.index_after(start) == sum(t.idx < start for t in doc)


def test_there_is_nobody_before_the_first_token() -> None:
    doc = PAIRS[0][1]
    assert doc[1].nbor(-1) is doc[0]
    for token, step in ((doc[0], -1), (doc[-1], 1)):
        with pytest.raises(IndexError):
            token.nbor(step)
