"""What the parser is shown hides which country it is; what is carried back are the printed words, whole and in place."""

from dragoman.text.annotate import pipeline
from dragoman.text.masks import shown
from dragoman.text.parse import Doc


def _shown(text: str) -> str:
    return shown(pipeline().make_doc(text)).doc.text


def _read(text: str) -> Doc:
    one = shown(pipeline().make_doc(text))
    list(pipeline().pipe([one.doc]))
    return one.carried()


def test_two_countries_show_alike_whatever_their_names() -> None:
    a = _shown("The United States told Chad’s envoy that Americans and Chadian troops would leave N'Djamena.")
    b = _shown("Bolivia told New Zealand’s envoy that Bolivians and New Zealand troops would leave Wellington.")
    assert a.split(" told ")[0] == b.split(" told ")[0]
    assert _shown("Peruvian troops left Chile") == _shown("Chilean troops left Peru")


def test_a_country_keeps_its_mask_through_a_paragraph() -> None:
    words = _shown("Peru hit Chile. Chile hit Peru. Peru and Bolivia talked.").split()
    assert words[0] == words[5].rstrip(".") == words[6]
    assert words[2].rstrip(".") == words[3]
    assert words[8] not in (words[0], words[3])


def test_parts_of_longer_names_are_left() -> None:
    for text in ("Michael Jordan spoke.", "He moved to New Mexico.", "The Georgia Tech team won."):
        assert _shown(text) == text


def test_dashes_and_british_spelling_show_alike() -> None:
    assert _shown("The defence minister — a neighbour – left.") == "The defense minister — a neighbor — left."


def test_the_annotation_comes_back_on_the_printed_words() -> None:
    text = "Troops of the United Arab Emirates attacked South Sudan’s port — the Papua New Guinean army watched."
    doc = _read(text)
    assert doc.text == text
    emirates = next(t for t in doc if t.text == "Emirates")
    assert [t.text for t in emirates.children] == ["the", "United", "Arab"]
    assert [e.text for e in doc.ents if "Emirates" in e.text] == ["the United Arab Emirates"]
    attacked = next(t for t in doc if t.text == "attacked")
    assert [t.text for t in attacked.children if t.dep_ == "nsubj"] == ["Troops"]
    assert {t.lemma_ for t in doc if t.text == "attacked"} == {"attack"}


def test_the_vectors_of_the_parser_come_back_too() -> None:
    doc = _read("South Sudan’s envoy — tired — left.")
    assert doc.tensor.shape[0] == len(doc)
    assert doc.tensor.any(axis=1).all()


def test_a_text_that_names_no_country_is_parsed_as_it_is() -> None:
    doc = pipeline().make_doc("The envoy left the hall.")
    assert shown(doc).doc is doc
