"""Saved pages: the main text with its headline first, and what the page states; never menus or cards."""

import json

import pytest

from dragoman.errors import SkippedInput
from dragoman.reading.document import Document, Format
from dragoman.reading.formats import read_document
from dragoman.reading.html import looks_like_html, read_html
from dragoman.reading.stated import Stated
from dragoman.text.outlets import outlets

PARAGRAPHS = (
    "The Northern Front freed 30 prisoners in Ardana on Tuesday, the group said in a statement to reporters.",
    "The army confirmed that the men had been handed over to the Red Cross near the river and taken home.",
    "“It is a first step,” said the mediator, who has led the talks in Port Sul since the spring of last year.",
)
LINKED = json.dumps(
    {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "Organization", "name": "Example Media Group"},
            {
                "@type": "NewsArticle",
                "headline": "Rebels free 30 prisoners in Ardana",
                "datePublished": "2025-06-03T08:15:00+03:00",
                "author": [{"@type": "Person", "name": "Jane Roe"}],
                "publisher": {"@type": "Organization", "name": "Example Media Group"},
            },
        ],
    }
)


def _page(head: str, *, title: str = "Rebels free 30 prisoners in Ardana") -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>{title} | The Daily Example</title>{head}</head><body>"
        "<nav><a href='/'>Home</a><a href='/world'>World</a></nav>"
        f"<article><h1>{title}</h1><time datetime='2025-06-03T09:00'>3 June</time>{body}</article>"
        "<aside><h3>Storm kills nine in Port Sul</h3></aside><footer>Cookie policy</footer></body></html>"
    )


def _read(page: str, encoding: str = "utf-8", *, found_at: str = "") -> tuple[str, Stated]:
    hinted = Stated(url=found_at)
    return read_html(Document("a.html", page.encode(encoding), Format.HTML, hinted=hinted))


def test_main_text_begins_with_the_headline_and_has_blank_lines_between_paragraphs() -> None:
    text, stated = _read(_page(""))
    assert text.split("\n\n") == ["Rebels free 30 prisoners in Ardana", *PARAGRAPHS]
    assert stated.title == "Rebels free 30 prisoners in Ardana"
    assert stated.published == "2025-06-03T09:00"
    assert stated.language == "en"


def test_linked_data_and_meta_tags_are_read_together() -> None:
    head = (
        f"<script type='application/ld+json'>{LINKED}</script><script type='application/ld+json'>{{broken</script>"
        "<meta property='og:site_name' content='The Daily Example'>"
        "<link rel='canonical' href='https://example.org/2025/06/03/prisoners'>"
    )
    _, stated = _read(_page(head))
    assert (stated.outlet, stated.owner) == ("The Daily Example", "Example Media Group")
    assert stated.url == "https://example.org/2025/06/03/prisoners"
    assert stated.published == "2025-06-03T08:15:00+03:00"
    assert stated.byline == "Jane Roe"


@pytest.mark.parametrize(
    ("sentence", "read"), [("Two blasts were heard in Ardana, witnesses said.", True), ("Log in", False)]
)
def test_a_flash_of_one_sentence_is_a_report(sentence: str, read: bool) -> None:
    page = f"<html><head><title>Blasts in Ardana</title></head><body><h1>Blasts in Ardana</h1><p>{sentence}</p></body></html>"
    if read:
        assert _read(page)[0] == f"Blasts in Ardana\n\n{sentence}"
    else:
        with pytest.raises(SkippedInput, match="no article text"):
            _read(page)


def test_a_line_that_the_page_names_as_its_date_is_read() -> None:
    told = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    page = f'<html><body><div class="x createdate">Tuesday, 04 March 2014 13:22</div><h1>Rebels free 30</h1>{told}</body></html>'
    assert _read(page)[1].published == "Tuesday, 04 March 2014 13:22"


def test_a_page_without_a_name_goes_by_its_host() -> None:
    head = "<link rel='canonical' href='https://www.example.org/a'>"
    document = Document("a.html", _page(head).encode(), Format.HTML, stem="a")
    assert read_document(document, outlets()).outlet == "example.org"


def test_a_declared_code_page_is_used() -> None:
    page = _page("<meta charset='windows-1252'>", title="Rebels free 30 prisoners at Café Müñoz")
    assert _read(page, "cp1252")[1].title == "Rebels free 30 prisoners at Café Müñoz"


@pytest.mark.parametrize("page", ["<html><body></body></html>", "<html><body><nav><a href='/'>Home</a></nav></body>"])
def test_a_page_without_an_article_is_skipped(page: str) -> None:
    with pytest.raises(SkippedInput, match="no article text"):
        _read(page)


def test_pages_are_told_from_texts_by_their_beginning() -> None:
    assert looks_like_html(b"\xef\xbb\xbf <!-- saved -->\n<!DOCTYPE html><html>")
    assert looks_like_html("<html>".encode("utf-16"))
    assert not looks_like_html(b"Rebels free <30> prisoners")
