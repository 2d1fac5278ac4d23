"""Utterances: one act of speaking in several wordings, and what differs between them."""

from builders import LIKENESS, entity, named, quote, report

from dragoman.link.utterances import link_utterances
from dragoman.link.wording import differences
from dragoman.model.entity import EntityKind

TERENSKY = entity("Olek Terensky", EntityKind.PERSON, "Norvania")
OTHER = entity("Maria Dovic", EntityKind.PERSON, "Sudria")


def utterances(*pairs, who=(TERENSKY, TERENSKY), days=("2031-03-10", "2031-03-10")):
    reports = [report(f"“{words}” the speaker said.", f"Outlet {i}", days[i]) for i, words in enumerate(pairs)]
    quotes = [quote(r, words, named(who[i])) for i, (r, words) in enumerate(zip(reports, pairs, strict=True))]
    return link_utterances(quotes, reports, LIKENESS)[0]


def test_translation_variants_with_one_sentence_in_common_are_one_utterance():
    (found,) = utterances(
        "Sudria has to grasp how heavy its losses are. Only then will it sit down with us.",
        "Sudria must understand the weight of its losses. Only then will it sit down with us.",
    )
    assert len(found.variants) == 2
    assert found.differences == (
        "[has to grasp how heavy its losses are] / [must understand the weight of its losses]",
    )
    assert found.id == min(found.aliases)


def test_a_part_of_a_fuller_quote_joins_without_a_difference():
    (found,) = utterances("We want the guns to fall silent before spring comes.", "the guns to fall silent")
    assert found.differences == ()


def test_other_speakers_and_other_words_stay_apart():
    words = "We want the guns to fall silent before spring comes."
    assert len(utterances(words, words, who=(TERENSKY, OTHER))) == 2
    assert len(utterances(words, "Nobody will decide our future for us.")) == 2


def test_a_short_phrase_said_again_weeks_later_is_another_act():
    assert len(utterances("a long war", "a long war", days=("2031-03-01", "2031-03-10"))) == 2


def test_quotes_that_go_on_are_one_utterance_and_a_setting_and_day_are_read_off():
    told = report("In an address on Sunday, he said: “We will hold out.”\n“And we will win,” he added.")
    first = quote(told, "We will hold out.", named(TERENSKY))
    second = quote(told, "And we will win,", named(TERENSKY), continues=first.id)
    ((found,), _) = link_utterances([second, first], [told], LIKENESS)
    assert [v.span.exact for v in found.variants] == ["We will hold out.", "And we will win,"]
    assert (found.setting, found.date) == ("In an address on Sunday", "2031-03-09")


def test_differences_merge_across_small_islands():
    assert differences("He saw the big red house.", "He bought the old red barn.") == (
        "[saw the big red house] / [bought the old red barn]",
    )


def test_a_tag_with_an_office_does_not_break_a_statement_and_translations_of_one_day_are_one():
    a = report(
        "“We do not fire on ports,” ministry spokesman Olek Terensky told reporters. “We fired on a depot,” he said.",
        "North Wire",
    )
    b = report("“We do not fire on ports,” a spokesman told reporters.", "Harbour Post")
    speaker = named("Olek Terensky", "Norvania")
    quotes = [quote(a, "We do not fire on ports", speaker), quote(a, "We fired on a depot", speaker)]
    (said,), _ = link_utterances([*quotes, quote(b, "We do not fire on ports", speaker)], (a, b), LIKENESS)
    assert len(said.variants) == 3
    c = report("“First they must leave the harbour, then we may talk of silence,” he said on Sunday.", "North Wire")
    d = report("“Let them leave the harbour first; after that we talk of quiet,” he said on Sunday.", "Harbour Post")
    pair = [
        quote(c, "First they must leave the harbour, then we may talk of silence,", speaker),
        quote(d, "Let them leave the harbour first; after that we talk of quiet,", speaker),
    ]
    assert len(link_utterances(pair, (c, d), lambda one, other: 0.8)[0]) == 1
    assert len(link_utterances(pair, (c, d), lambda one, other: 0.4)[0]) == 2
