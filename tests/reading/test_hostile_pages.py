"""Every page ends in a text or a clear line; without bounds some of these would never end."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.errors import SkippedInput
from dragoman.reading.document import Document, Format
from dragoman.reading.formats import read_document
from dragoman.reading.html import looks_like_html, read_html
from dragoman.reading.plain import read_plain
from dragoman.text.outlets import outlets
from dragoman.text.sections import sections

PARAGRAPH = "<p>The army of Velmora shelled three villages near Ardana on Friday, residents and two officials said.</p>"
PIECES = st.sampled_from(
    [
        PARAGRAPH,
        *(
            "<div>",
            "</div>",
            "<p>",
            "</p>",
            "<h1>Army shells villages</h1>",
            "<h2>Related stories</h2>",
            "<ul><li>",
            "<br>",
        ),
        *(
            "<blockquote class=twitter-tweet>",
            "</blockquote>",
            "<aside class=pullquote>",
            "<figure><figcaption>x",
            "<td>",
        ),
        *(
            "<table><tr>",
            "<article class='a b-related'>",
            "<main>",
            "</body>",
            "<html lang=",
            "<!--",
            "-->",
            "<![CDATA[",
            "<?x",
        ),
        *(
            "<script type='application/ld+json'>",
            '{"@type":["NewsArticle"],"author":[[{"@id":1}]],',
            "</script>",
            "{}",
            "]}",
        ),
        *(
            "&#0;",
            "&#xD800;",
            "&nbsp;",
            "&amp;amp;",
            "\x00",
            "\ufffe",
            "\U00010640",
            "\U00010640c x",
            "\u202e",
            "é",
            "“",
            "<",
            ">",
        ),
        *(
            '<meta property="og:title" content="',
            '"',
            "'",
            "=",
            "<a href=x>",
            "<svg>",
            "<template>",
            "<noscript>",
            "<form>",
        ),
        *(
            "<time itemprop=datePublished datetime=",
            "<link rel=canonical href=//[x",
            "© 2025 ",
            "copyright ",
            "\r",
            " \t",
        ),
    ]
)


def read(content: bytes) -> str:
    try:
        text, stated = read_html(Document("a.html", content, Format.HTML))
    except SkippedInput as problem:
        return f"{problem.reason} {problem.remedy}"
    parts = sections(text, title=stated.title, known=stated.kinds)
    assert all(0 <= p.start < p.end <= len(text) for p in parts)
    assert "\U00010640" not in text
    return text


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=60).map("".join))
def test_any_page_is_a_text_or_skipped(page: str) -> None:
    assert read(f"<html><body>{page}{PARAGRAPH * 2}".encode("utf-8", "surrogatepass")).strip()


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_a_text_or_skipped(content: bytes) -> None:
    assert read(b"<html><body>" + content + PARAGRAPH.encode() * 2).strip()


@pytest.mark.parametrize("content", [b"<p><p>", b"</html><p>", b"<html>"])
def test_a_page_in_pieces_is_read_or_named(content: bytes) -> None:
    """Found by fuzzing: the tree of such a page begins below its root."""
    assert read(content)


@pytest.mark.parametrize(
    "inner",
    [
        pytest.param("<div>" * 70_000, id="nested"),
        pytest.param("<span>x</span>" * 70_000, id="many tags"),
        pytest.param("<b>x</b>" * 200_000, id="too many tags"),
        pytest.param("<p " + " ".join(f"a{i}='1'" for i in range(300_000)) + ">x</p>", id="attributes"),
        pytest.param("<p>" + "word " * 2_000_000 + "</p>", id="one line"),
        pytest.param("<h1>" + "Army - " * 300_000 + "</h1>", id="title"),
        pytest.param("<p>" + "&amp;" * 1_000_000 + "</p>", id="entities"),
        pytest.param("<p>" + " \n" * 1_000_000 + "</p>", id="blanks"),
        pytest.param("<" * 1_000_000, id="open brackets"),
        pytest.param("<!--" * 100_000, id="comments"),
        pytest.param("<table><tr><td>" * 20_000, id="tables"),
        pytest.param("<tr><td>Army shells villages</td></tr>" * 15_000, id="rows"),
        pytest.param("<div class='related'><h2>Related stories</h2><p>x</p>" * 9_000, id="nested lists"),
        pytest.param("<h2>Storm kills nine in Port Sul</h2>" * 15_000, id="headlines"),
        pytest.param("<p>© 2025 Example</p>" * 15_000, id="copyright lines"),
        pytest.param("<figure class=caption>" * 15_000, id="figures"),
        pytest.param("<script type='application/ld+json'>" + "[" * 300_000 + "</script>", id="deep data"),
        pytest.param("<script type='application/ld+json'>[" + "{}," * 400_000 + "{}]</script>", id="wide data"),
        pytest.param("<meta name=author content=x>" * 70_000, id="meta tags"),
        pytest.param("<!DOCTYPE[" * 100_000, id="document types"),
        pytest.param(("<p>" + "x" * 90_000) * 100, id="long runs"),
    ],
)
def test_a_hostile_page_is_read_or_named_and_ends(inner: str) -> None:
    assert read(f"<html><head><title>Army shells villages</title></head><body>{inner}{PARAGRAPH * 5}".encode()).strip()


def test_comments_above_a_page_are_passed_over_and_end() -> None:
    assert looks_like_html(b"<!-- a --> <!-- b\n-- c --><!doctype html>")
    assert not looks_like_html(b"<!---->" * 290 + b"x")


def test_half_characters_in_a_pages_data_do_not_reach_the_report() -> None:
    """JSON can hold halves of characters, which no record can keep."""
    data = json.dumps(
        {"@type": "NewsArticle", "headline": "Army \ud83d shells", "articleBody": PARAGRAPH * 3 + "\ud83d"}
    )
    page = f"<html><head><script type='application/ld+json'>{data}</script></head><body><p>x</p></body></html>"
    report = read_document(Document("a.html", page.encode(), Format.HTML, stem="a"), outlets())
    assert "Army ? shells" in report.text
    report.text.encode()
    report.title.encode()


def test_entities_that_a_page_defines_are_not_expanded() -> None:
    doctype = '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;">]>'
    assert "haha" not in read(f"{doctype}<html><body><p>&b;</p>{PARAGRAPH * 5}</body></html>".encode())


@pytest.mark.parametrize("text", ["a " * 600_000, "word\n" * 300_000, "“" * 1_100_000])
def test_a_text_longer_than_any_report_is_named(text: str) -> None:
    with pytest.raises(SkippedInput, match="no report has more"):
        read_plain(Document("a.txt", text.encode(), Format.TEXT))


@pytest.mark.parametrize(
    "line",
    [
        "Storm kills nine in Port Sul\n",
        "By Ann Moe\n",
        "Related stories\n",
        "© 2025 Example\n",
        "— Ann (@ann) 1\n",
        "a, " * 30 + "\n",
        "-" * 50,
        "x@",
        "Ab A. A. A., " * 60 + "!\n",
        "copyright" + ", " * 590 + "\n",
    ],
)
def test_a_text_of_one_line_many_times_is_cut_and_ends(line: str) -> None:
    text = "Army shells villages\n\n" + line * (400_000 // len(line))
    assert sections(text)
