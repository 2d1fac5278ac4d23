"""Only reporting is read: lists of other reports, captions, credits and notices never are, and no character twice."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.report import READ_SECTIONS, SectionKind
from dragoman.text.dateline import dateline
from dragoman.text.sections import byline, sections

HEADLINE = "Rebels free 30 prisoners in Ardana"
BODY = (
    "The Northern Front freed 30 prisoners on Tuesday, the group said in a statement from Ardana.\n\n"
    "The army confirmed that the men had been handed over to the Red Cross near the river Sul.\n\n"
    "“It is a first step,” said Ann Moe, who has led the Northern Front talks since the spring.\n\n"
    "Officials in Port Sul said the exchange was the largest since the war began four years ago.\n"
)
LINES = st.sampled_from(
    [
        HEADLINE,
        *BODY.split("\n\n"),
        "Related stories",
        "Most read",
        "Army shells three northern villages",
        "READ MORE: Who are the Northern Front?",
        "By Jane Roe",
        "ardana_060325112233",
        "Photo: Jane Roe/Example",
        "Copyright 2025 The Daily Example. All rights reserved.",
        "Ann Moe contributed to this report.",
        "Share",
        "",
        "   ",
        "Published 3 June 2025",
        "___",
        "Correction",
    ]
)


def read(text: str, *, title: str = "") -> str:
    """The words that would be read."""
    return "\n".join(text[p.start : p.end] for p in sections(text, title=title) if p.kind in READ_SECTIONS)


def kinds(text: str, *, title: str = "") -> dict[str, SectionKind]:
    """The kind of each section by its first line."""
    return {text[p.start : p.end].split("\n", maxsplit=1)[0]: p.kind for p in sections(text, title=title)}


@given(st.lists(LINES, max_size=24).map("\n".join))
def test_sections_are_sorted_disjoint_and_hold_every_word(text: str) -> None:
    parts = sections(text)
    assert all(0 <= p.start < p.end <= len(text) for p in parts)
    assert all(a.end <= b.start for a, b in pairwise(parts))
    assert sum(len(text[p.start : p.end].split()) for p in parts) == len(text.split())


@given(st.text(max_size=300))
def test_any_text_can_be_cut(text: str) -> None:
    parts = sections(text)
    assert all(a.end <= b.start for a, b in pairwise(parts))


def test_a_list_after_the_copyright_line_is_never_read() -> None:
    tail = (
        "Copyright 1999-2025 Ardana Wire. All rights reserved.\n\n\nLatest News from Ardana Wire\n\n"
        "Storm Kills Nine In Port Sul\nStorm Kills Nine In Port Sul\n\n"
        "Nine people died when a storm hit the coast near Port Sul on Saturday, officials said.\n\n"
        "Northern Front Says It Is Ready For New Talks\nNorthern Front Says It Is Ready For New Talks\n\n"
        "The Northern Front said Friday that it was ready for a new round of talks in Ardana with the army.\n"
    )
    text = f"{HEADLINE}\n\n{BODY}\n{tail}"
    assert read(text) == f"{HEADLINE}\n{BODY.strip()}"
    related = next(p for p in sections(text) if p.kind is SectionKind.RELATED)
    assert text[related.start :].startswith("Latest News")
    assert related.end == len(text.rstrip())


def test_repeated_headlines_begin_a_list_without_any_heading() -> None:
    tail = (
        "Storm Kills Nine In Port Sul\nStorm Kills Nine In Port Sul\nNine people died on the coast, officials said.\n"
    )
    assert "Storm" not in read(f"{HEADLINE}\n\n{BODY}\n{tail}")


def test_headlines_that_close_a_page_are_not_read() -> None:
    tail = "Storm kills nine in Port Sul\nParliament votes on the budget\nFerry sinks off the coast\n"
    assert read(f"{HEADLINE}\n\n{BODY}\n{tail}") == f"{HEADLINE}\n{BODY.strip()}"


def test_teasers_under_a_heading_are_not_read_to_the_end() -> None:
    tail = (
        "Most Read\n1. Storm kills nine in Port Sul\n\nArmy shells villages\n\n"
        "The army of Velmora shelled three villages near Ardana on Friday, residents said.\n\n"
        "Storm kills nine\n\nNine people died when a storm hit the coast on Saturday, officials said.\n"
    )
    assert read(f"{HEADLINE}\n\n{BODY}\n{tail}") == f"{HEADLINE}\n{BODY.strip()}"


TEASED = (
    "Storm kills nine in Port Sul\nNine people of the Northern coast died in a storm near Ardana on Saturday, officials said.\n\n"
    "Army shells three northern villages\n“We were asleep,” said a nurse in Ardana. The army said that it had hit a launcher of"
    " the Northern Front there.\n\n"
    "Grain prices rise in Velmora markets\nThe central bank in Port Sul said that it stood ready to sell grain.\n\n"
)


@pytest.mark.parametrize("heading", ["RELATED STORIES\n\n", "More from The Daily Example\n\n", ""])
@pytest.mark.parametrize(
    "more", ["", "OPINION: Why the talks fail\nProfessor Bo Lund says that the Northern Front has lost its way.\n"]
)
def test_a_list_at_the_end_stays_a_list_to_the_end(heading: str, more: str) -> None:
    text = f"{HEADLINE}\n\n{BODY}\n{BODY}\n{BODY}\n{BODY}\n{heading}{TEASED}{more}"
    assert "Storm" not in read(text)
    assert "villages" not in read(text)
    assert "launcher" not in read(text)
    assert "Bo Lund" not in read(text)
    assert "four years ago" in read(text)


def test_short_subheadings_do_not_begin_a_list() -> None:
    told = [BODY.replace("Northern Front", f"{name} Front") for name in ("Western", "Eastern", "Southern")]
    heads = ("Toll rises", "Trucks and prisoners", "What comes next")
    parts = "\n\n".join(f"{head}\n\n{more}" for head, more in zip(heads, told, strict=True))
    text = f"{HEADLINE}\n\n{BODY}\n{parts}"
    assert "What comes next" in read(text)
    assert "led the Southern Front talks" in read(text)


def test_the_report_goes_on_after_a_list_in_its_midst() -> None:
    first, rest = BODY.split("\n\n", maxsplit=1)
    text = f"{HEADLINE}\n\n{first}\n\nRelated Stories\nArmy shells northern villages\nMediators call for calm\n\n{rest}"
    assert "villages" not in read(text)
    assert rest.strip() in read(text)


def test_links_between_paragraphs_are_not_read() -> None:
    first, rest = BODY.split("\n\n", maxsplit=1)
    text = f"{HEADLINE}\n\n{first}\n\nREAD MORE: Army shells northern villages\n\n{rest}"
    assert "villages" not in read(text)
    assert rest.strip() in read(text)


def test_the_top_of_a_page() -> None:
    text = (
        "World | Africa\n\nRebels free 30 prisoners in Ardana\n\nArmy says the exchange opens the way to talks\n\n"
        "By Jane Roe and Sam Poe, Example News Agency\n\nPublished 3 June 2025, 10:15 GMT\n\n"
        "getty_prisoners_060325112233\nRed Cross viaGetty Images\n\n"
        f"ARDANA (Example News) — {BODY}"
    )
    found = kinds(text)
    assert found["World | Africa"] is SectionKind.OTHER
    assert found[HEADLINE] is SectionKind.HEADLINE
    assert found["Army says the exchange opens the way to talks"] is SectionKind.STANDFIRST
    assert found["By Jane Roe and Sam Poe, Example News Agency"] is SectionKind.CREDIT
    assert found["Published 3 June 2025, 10:15 GMT"] is SectionKind.OTHER
    assert found["getty_prisoners_060325112233"] is SectionKind.CAPTION
    assert byline(text, sections(text)) == "Jane Roe and Sam Poe, Example News Agency"


def test_a_known_title_tells_the_headline_from_what_stands_above() -> None:
    text = f"The Daily Example of Port Sul\n\n{HEADLINE}\n\n{BODY}"
    assert kinds(text, title=HEADLINE)[HEADLINE] is SectionKind.HEADLINE
    assert "Daily Example" not in read(text, title=HEADLINE)


def test_a_text_without_headline_begins_with_its_body() -> None:
    assert kinds(BODY)[BODY.split("\n", maxsplit=1)[0]] is SectionKind.BODY


def test_captions_credits_and_notes_are_not_read() -> None:
    lines = [
        "A woman walks past a market in Ardana, June 2, 2025. [Jane Roe/Reuters]",
        "Sam Poe/AFP/Getty Images",
        "File photo: The bridge at Ardana",
        "Image caption, The bridge at Ardana before the war",
        "(Reporting by Jane Roe in Ardana; Editing by Sam Poe)",
        "Example News' Ann Moe and Bo Lund contributed to this report.",
        "Correction: An earlier version of this article gave a wrong number of prisoners.",
        "This story has been updated to include a statement of the army.",
        "Sign up for our weekly newsletter on the war",
        "Follow Jane Roe on Twitter @janeroe.",
        "Jane Roe is a reporter for The Daily Example based in Port Sul.",
    ]
    text = f"{HEADLINE}\n\n{BODY}\n" + "\n\n".join(lines)
    assert read(text) == f"{HEADLINE}\n{BODY.strip()}"


def test_sentences_that_only_sound_like_notices_are_read() -> None:
    sentences = (
        "Related talks on prisoners will go on in Ardana next week, the mediator Ann Moe said.\n\n"
        "“Follow us and you will be safe,” a soldier told the prisoners near the bridge, one of them said.\n\n"
        "Photos from the bridge showed 30 men in two buses, and the army said all of them were in good health.\n\n"
        "More than 200 people have been freed since the war began, according to the Red Cross in Ardana.\n\n"
        "Watch towers along the river were empty on Tuesday, residents of Ardana told reporters.\n"
    )
    assert read(f"{HEADLINE}\n\n{BODY}\n{sentences}").endswith(sentences.strip())


def test_paragraphs_of_lines_broken_at_a_width_stay_whole() -> None:
    text = (
        f"{HEADLINE}\n\nARDANA (Example News) -- The Northern Front freed 30 prisoners on\nTuesday, the group said in a"
        " statement that it sent to reporters in\nthe city, two days after the end of the latest round of talks with\n"
        "the army, which had asked for the release of all of its captured\nsoldiers.\n\nThe army confirmed that the men"
        " had been handed over to the Red\nCross near the river, and said that buses would bring them to Port\nSul,"
        " where their families have been waiting for many days to see\nthem again.\n"
    )
    assert [p.kind for p in sections(text)] == [SectionKind.HEADLINE, SectionKind.BODY]


def test_datelines_of_the_common_styles() -> None:
    styles = {
        "ARDANA (Example News) – It rained.": ("ARDANA", "Example News", ""),
        "(ARDANA) — It rained.": ("ARDANA", "", ""),
        "ARDANA, Velmora, June 2 (Reuters) - It rained.": ("ARDANA, Velmora", "Reuters", "June 2"),
        "PORT-AU-PRINCE, Haiti (AP) — It rained.": ("PORT-AU-PRINCE, Haiti", "AP", ""),
        "BEIRUT/GENEVA, 2 June 2025 (AFP) - It rained.": ("BEIRUT/GENEVA", "AFP", "2 June 2025"),
        "ADDIS ABABA, June 2 (Xinhua) -- It rained.": ("ADDIS ABABA", "Xinhua", "June 2"),
        "ARDANA, June 2. /TASS/. It rained.": ("ARDANA", "TASS", "June 2"),
        "Port Sul, Velmora – It rained.": ("Port Sul, Velmora", "", ""),
        "Kampala (Daily Example) - It rained.": ("Kampala", "Daily Example", ""),
        "AMMAN: It rained.": ("AMMAN", "", ""),
    }
    for paragraph, expected in styles.items():
        found = dateline(paragraph)
        assert found is not None, paragraph
        assert (found.place, found.agency, found.day) == expected
        assert paragraph[found.end :] == "It rained."
    for paragraph in ("However, it rained – all day.", "BREAKING: It rained.", "It rained in PORT SUL – again."):
        assert dateline(paragraph) is None
