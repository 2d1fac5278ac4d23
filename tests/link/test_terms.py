"""Which words are rare, what a text is about, and how stems are printed."""

from dragoman.link.terms import Spelling, terms


def test_a_word_of_every_report_is_common_and_a_name_is_rare():
    assert terms().rare({"said", "vellmarsh"}) == {"vellmarsh"}


def test_a_text_is_about_what_it_says_often_and_others_seldom():
    text = "The ferry Korsand sank. Officials said the Korsand had said nothing. They said the ferry was old."
    found = terms().about(text)
    assert {"korsand", "ferry"} <= set(found)
    assert "the" not in found
    assert found == tuple(sorted(found))


def test_no_more_than_twenty_words_tell_what_a_text_is_about():
    assert len(terms().about(" ".join(f"quorl{chr(97 + n)}" for n in range(26)))) == 20


def test_stems_are_printed_as_the_texts_print_them():
    spelled = Spelling.of(["Missiles hit the bridge; missiles again.", "The missile fell."])
    assert spelled({"missil", "bridg", "unknown"}) == ["bridge", "missiles", "unknown"]
