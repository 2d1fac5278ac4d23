"""What the tags of a page say of its parts is kept: nobody's words stand for the report's own, and none twice."""

from pathlib import Path

import pytest

from dragoman.model.report import READ_SECTIONS, SectionKind
from dragoman.reading.document import Document, Format
from dragoman.reading.html import read_html
from dragoman.reading.stated import Stated
from dragoman.text.sections import sections

PAGES = Path(__file__).parent / "pages"
BODY = "".join(
    f"<p>{sentence}</p>"
    for sentence in (
        "The Northern Front freed 30 prisoners in Ardana on Tuesday, the group said in a statement to reporters.",
        "The army confirmed that the men had been handed over to the Red Cross near the river and taken home.",
        "“It is a first step and no more,” said the mediator, who has led the talks in Port Sul since the spring.",
    )
)
FROM = "https://www.morning.example/world/prisoners"


def load(name: str, *, found_at: str = "") -> tuple[str, Stated]:
    content = (PAGES / f"{name}.html").read_bytes()
    return read_html(Document(name, content, Format.HTML, hinted=Stated(url=found_at)))


def page(inner: str = BODY, *, head: str = "", found_at: str = "") -> tuple[str, Stated]:
    html = f"<html><head>{head}</head><body><main><h1>Front frees 30 prisoners</h1>{inner}</main></body></html>"
    return read_html(Document("a", html.encode(), Format.HTML, hinted=Stated(url=found_at)))


def by_kind(text: str, stated: Stated, *kinds: SectionKind) -> str:
    parts = sections(text, title=stated.title, known=stated.kinds)
    return "\n".join(text[p.start : p.end] for p in parts if p.kind in kinds)


def test_each_part_of_an_article_is_told_apart_in_the_order_of_the_page() -> None:
    text, stated = load("arc")
    parts = sections(text, title=stated.title, known=stated.kinds)
    assert [part.kind.value for part in parts] == (
        ["headline", "standfirst", "credit", "caption", "body", "other", "body", "other", "body", "other"]
    )
    assert text.split("\n\n")[0] == "Shells hit grain port hours before envoys meet"


def test_a_post_is_the_posters_and_a_pull_quote_is_no_second_claim() -> None:
    text, stated = load("arc")
    told = by_kind(text, stated, *READ_SECTIONS)
    other = by_kind(text, stated, SectionKind.OTHER)
    assert "answer tonight" in other
    assert "answer tonight" not in told
    assert told.count("the roof was gone") == 1
    assert "Correction:" in other


@pytest.mark.parametrize("name", ["arc", "blogger", "liveblog", "nextjs", "reprint", "newspaper"])
def test_furniture_is_not_read(name: str) -> None:
    text, stated = load(name)
    told = by_kind(text, stated, *READ_SECTIONS)
    never = (
        "Share",
        "Advertisement",
        "cranes?",
        "Harbour Letter",
        "goats",
        "closed at night",
        "arrest the",
        "forty crowns",
    )
    assert [words for words in (*never, "Blog Archive", "Most viewed", "Posted by", "4h ago") if words in told] == []


def test_text_that_stands_only_in_linked_data_is_read_by_paragraphs() -> None:
    text, stated = load("nextjs")
    assert len(text.split("\n\n")) == 4
    assert "“count with her”" in text
    assert stated.published == "2025-06-08T10:00:00+02:00"


def test_linked_data_names_who_supplied_the_text_and_from_what_it_was_made() -> None:
    _, stated = load("arc")
    assert (stated.outlet, stated.owner, stated.byline) == ("The Corland Courier", "Courier Holdings", "Jane Roe")
    assert stated.credit == "Ardana News Agency"
    assert stated.derived.split("\n") == ["https://ana.example/id/77120", "https://ana.example/id/77121"]
    assert stated.rights == "© 2025 Courier Holdings. All rights reserved."


def test_the_address_of_another_site_is_where_the_text_was_taken_from() -> None:
    _, stated = load("reprint", found_at=FROM)
    assert stated.url == ""
    assert stated.derived == "https://ana.example/world/pilots-freed"
    assert stated.credit == "Ardana News Agency"
    assert load("reprint")[1].url == "https://ana.example/world/pilots-freed"


@pytest.mark.parametrize(
    ("found_at", "believed"),
    [
        ("https://m.courier.example/a", True),
        ("https://web.archive.org/web/2025/https://www.courier.example/world", True),
        ("https://courier.example.evil.test/a", False),
        ("https://other.example.org/a", False),
    ],
)
def test_a_canonical_address_is_believed_of_its_own_site_only(found_at: str, believed: bool) -> None:
    assert bool(load("arc", found_at=found_at)[1].url) is believed


def test_broken_linked_data_still_gives_its_plain_pairs() -> None:
    head = (
        '<script type="application/ld+json">//<![CDATA[\n{"@type":"NewsArticle","headline":"Front frees 30 prisoners",'
        '"datePublished":"2025-06-03T08:00:00Z","description":"He said "no" twice"}\n//]]></script>'
    )
    assert page(head=head)[1].published == "2025-06-03T08:00:00Z"


@pytest.mark.parametrize(
    "title",
    [
        "Front frees 30 prisoners - Morning Example",
        "Front frees 30 prisoners | World | Morning Example",
        "Morning Example | Front frees 30 prisoners",
        "Front frees 30 prisoners – morning.example",
    ],
)
def test_the_headline_is_the_one_shown_without_the_sites_name(title: str) -> None:
    head = f'<title>{title}</title><meta property="og:site_name" content="Morning Example">'
    assert page(head=head)[1].title == "Front frees 30 prisoners"


def test_a_body_named_like_a_box_is_not_lost() -> None:
    for names in ("subscription-content paywall", "related-content", "content has-sidebar", "article-share-wrap"):
        text, _ = page(f'<div class="{names}">{BODY}</div>')
        assert "taken home" in text


def test_words_within_a_sentence_are_not_lost() -> None:
    inner = BODY.replace("30 prisoners", '<span class="share-highlight">30 prisoners</span>')
    assert "freed 30 prisoners in Ardana" in page(inner)[0]
