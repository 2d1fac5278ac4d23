"""The outlet of a plain text comes from its own lines; an agency that only supplied the text is not the outlet."""

import pytest

from dragoman.reading.outlet import outlet_and_owner, publisher
from dragoman.reading.stated import Stated
from dragoman.text.outlets import Outlet, Outlets
from dragoman.text.sections import sections

HEAD = "Rebels free 30 prisoners in Ardana\n\n"
BODY = "The Northern Front freed 30 prisoners on Tuesday, the group said in a statement.\n\n"


@pytest.mark.parametrize(
    ("text", "outlet", "owner"),
    [
        (BODY + "Copyright © 2025, The Daily Example. All rights reserved.", "The Daily Example", "The Daily Example"),
        (BODY + "Copyright 1999-2025 Ardana Wire. This article was reproduced.", "Ardana Wire", "Ardana Wire"),
        (BODY + "© 2025 U.S. Example News LLC", "U.S. Example News", "U.S. Example News"),
        (BODY + "(c) Radio Ardana 2025. All rights reserved.", "Radio Ardana", "Radio Ardana"),
        ("ARDANA (Example News) – " + BODY, "Example News", ""),
        ("ARDANA (Reuters) - " + BODY, "Reuters", ""),
        ("ARDANA (AP) — " + BODY + "Copyright 2025 The Daily Example.", "The Daily Example", "The Daily Example"),
        ("ARDANA (Florida) — " + BODY, "", ""),
        (
            BODY + "Example News’ Ann Moe and Bo Lund contributed to this report.\n\nCopyright 2025, Example Audio.",
            "Example News",
            "Example Audio",
        ),
        (BODY + "This article was originally published on Ardana Post.", "Ardana Post", "Ardana Post"),
        (BODY + "Source: AFP", "Agence France-Presse", ""),
        ("ARDANA, June 3 (Corsair) - " + BODY, "Corsair", ""),
        ("ARDANA/PORT SUL, 3 June (Corsair) - " + BODY, "Corsair", ""),
        ("ARDANA (EWA) - " + BODY + "© 2025 Example Wire Agency. All rights reserved.", *2 * ("Example Wire Agency",)),
        (BODY + "© 2025 Ostrel Courier Media Ltd. All rights reserved.", "Ostrel Courier", "Ostrel Courier Media"),
        (BODY + "© 2025 Grain Media Group", "Grain Media Group", "Grain Media Group"),
        (BODY + "© (c) 2025, by Ostrel Courier", "Ostrel Courier", "Ostrel Courier"),
        (BODY + "With inputs from Reuters", "", ""),
        (BODY + "With files from The Associated Press", "", ""),
        (BODY + "First published on Monday June 2, 2025", "", ""),
        (BODY + "The story was first published on 2 June 2025.", "", ""),
        (BODY + "First published in Ardana on June 2", "", ""),
        (BODY, "", ""),
    ],
)
def test_outlet_and_owner(text: str, outlet: str, owner: str) -> None:
    assert publisher(HEAD + text, sections(HEAD + text)) == (outlet, owner)


def settled(text: str, *, said: Stated | None = None, outlets: Outlets | None = None, **stated: str) -> tuple[str, str]:
    spoken = said or Stated()
    parts = sections(HEAD + text)
    return outlet_and_owner(
        HEAD + text, parts, spoken.over(Stated(**stated)), said=said, stem="scan-017", outlets=outlets
    )


def test_the_site_decides_even_where_the_page_names_itself_differently() -> None:
    mirror = settled(BODY, url="https://www.mirror.co.uk/news/1", outlet="Mirror Plus")
    express = settled(BODY, url="https://www.express.co.uk/news/2", outlet="Express Plus")
    assert (mirror[0], express[0]) == ("Daily Mirror", "Daily Express")
    assert mirror[1] == express[1]


def test_a_paper_of_a_known_name_on_another_site_is_another_paper() -> None:
    text = "Talks fail\n\nThe talks failed on Tuesday, officials said.\n"
    parts = sections(text)
    elsewhere = Stated(outlet="The Guardian", url="https://guardian-of-ardana.example/a")
    assert outlet_and_owner(text, parts, elsewhere) == ("The Guardian", "guardian-of-ardana.example")
    at_home = Stated(outlet="The Guardian", url="https://www.theguardian.com/a")
    assert outlet_and_owner(text, parts, at_home)[1] != "guardian-of-ardana.example"


def test_the_user_is_believed_before_the_site() -> None:
    said = Stated(outlet="Ardana Post", owner="Ardana Media")
    assert settled(BODY, said=said, url="https://www.mirror.co.uk/news/1") == ("Ardana Post", "Ardana Media")
    assert settled(BODY, said=Stated(outlet="Ardana Post"), url="https://www.mirror.co.uk/1") == (
        "Ardana Post",
        "Reach",
    )


def test_an_unlisted_outlet_is_named_by_its_page_then_its_copyright_line_then_its_site_then_its_file() -> None:
    url, rights = "https://www.ardana-post.example/a", "© 2025 Ardana Post Media. All rights reserved."
    assert settled(BODY, url=url, outlet="The Ardana Post")[0] == "The Ardana Post"
    assert settled(BODY + rights, url=url) == ("Ardana Post", "Ardana Post Media")
    assert settled(BODY, url=url) == ("ardana-post.example", "ardana-post.example")
    assert settled(BODY, url=url, outlet="www.ardana-post.example", rights=rights)[0] == "Ardana Post"
    assert settled(BODY) == ("scan-017", "scan-017")


def test_an_agency_whose_text_a_page_reprints_is_not_its_outlet() -> None:
    url = "https://www.ardana-post.example/a"
    for text in (
        "ARDANA (AP) — " + BODY,
        BODY + "Copyright 2025 The Associated Press. All rights reserved.",
        BODY + "This article was originally published on Velm Gazette.",
    ):
        assert settled(text, url=url) == ("ardana-post.example", "ardana-post.example")


def test_a_theme_makers_copyright_names_no_outlet() -> None:
    url = "https://www.ardana-post.example/a"
    assert settled(BODY, url=url, rights="© 2025 Grain News Theme by Gridworks")[0] == "ardana-post.example"


def test_a_users_list_names_outlet_and_owner() -> None:
    mine = Outlets((Outlet("Ardana Post", owner="Ardana Media", sites=("ardana-post.example",)),))
    assert settled(BODY, url="https://m.ardana-post.example/a", outlets=mine) == ("Ardana Post", "Ardana Media")
