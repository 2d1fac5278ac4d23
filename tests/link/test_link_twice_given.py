"""The same words by two speakers are one misattribution; a stock phrase, a slogan and a joint statement are none."""

from builders import entity, named, quote, report

from dragoman.link.twice_given import given_twice
from dragoman.model.entity import EntityKind

TERENSKY = entity("Olek Terensky", EntityKind.PERSON, "Norvania")
VARGA = entity("Ilse Varga", EntityKind.PERSON, "Norvania")
DOVIC = entity("Maria Dovic", EntityKind.PERSON, "Sudria")
MINISTRY = entity("Norvanian Foreign Ministry", EntityKind.ORGANISATION, "Norvania")
KNOWN = (TERENSKY, VARGA, DOVIC, MINISTRY)
WORDS = "We will not sign a single paper while their guns stand on the river"


def given(*told, days=(), chain=()):
    """Pairs found among (speaker, words, frame) of one report each; the frame names the speaker as "{}"."""
    reports, quotes = [], []
    for n, (who, words, frame) in enumerate(told):
        day = days[n] if days else "2031-03-10"
        made = report(frame.format(who.name).replace("WORDS", words), f"Outlet {n}", day)
        reports.append(made)
        quotes.append(quote(made, words, named(who, chain=chain if n else ())))
    return given_twice(quotes, reports, KNOWN)


SAID = "“WORDS,” {} said."


def test_two_speakers_of_one_side_and_of_two_sides():
    assert len(given((TERENSKY, WORDS, SAID), (VARGA, WORDS, SAID))) == 1
    assert len(given((TERENSKY, WORDS, SAID), (DOVIC, WORDS, SAID))) == 1


def test_a_word_changed_on_the_way_does_not_hide_it():
    other = WORDS.replace("single paper", "single page")
    assert len(given((TERENSKY, WORDS, SAID), (VARGA, other, SAID))) == 1


def test_copies_are_told_once_whatever_their_order():
    told = [(TERENSKY, WORDS, SAID)] * 3 + [(VARGA, WORDS, SAID)] * 2
    assert len(given(*told)) == len(given(*reversed(told))) == 1


def test_a_stock_phrase_said_by_two_is_no_misattribution():
    assert not given((TERENSKY, "All options are on the table", SAID), (DOVIC, "All options are on the table", SAID))


def test_a_slogan_that_many_say_is_none():
    assert not given((TERENSKY, WORDS, SAID), (VARGA, WORDS, SAID), (DOVIC, WORDS, SAID))


def test_a_body_and_the_person_who_speaks_for_it_are_one_speaker():
    assert not given((TERENSKY, WORDS, SAID), (MINISTRY, WORDS, SAID))
    assert len(given((DOVIC, WORDS, SAID), (MINISTRY, WORDS, SAID))) == 1


def test_what_is_said_again_weeks_later_is_another_act():
    days = ("2031-03-01", "2031-03-20")
    assert not given((TERENSKY, WORDS, SAID), (DOVIC, WORDS, SAID), days=days)


def test_joint_statements_and_words_passed_on_are_none():
    joint = "“WORDS,” {} said in a joint statement."
    assert not given((TERENSKY, WORDS, joint), (DOVIC, WORDS, SAID))
    assert not given((TERENSKY, WORDS, SAID), (DOVIC, WORDS, SAID), chain=("Olek Terensky",))


def test_a_speaker_who_is_not_named_beside_the_words_may_be_our_own_error():
    far = "{} arrived late.\n“WORDS,” he said."
    assert not given((TERENSKY, WORDS, far), (DOVIC, WORDS, SAID))
