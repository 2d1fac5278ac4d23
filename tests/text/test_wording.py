"""The words of a parse as strings: the same as spaCy cuts them."""

import spacy

from dragoman.text.wording import wording

NLP = spacy.blank("en")
NLP.add_pipe("sentencizer")


def test_words_are_cut_as_the_parse_cuts_them() -> None:
    doc = NLP("The envoy's  team, of Ruritania, left. It won't say why.")
    said = wording(doc)
    for start in range(len(doc)):
        for end in range(start + 1, len(doc) + 1):
            assert said.cut(start, end) == doc[start:end].text
            assert said.before(start, end - 1) == (doc[start : end - 1].text_with_ws if end - start > 1 else "")
    assert said.cut(3, 3) == ""
    assert said.lower[0] == "the"
    assert [said.sentences[t.i] for t in doc] == [t.sent.start for t in doc]


def test_an_empty_parse_has_no_words() -> None:
    assert wording(NLP("")).lower == ()
