"""Feeds: whole texts become documents, all else links; odd, broken and hostile feeds give what is whole and a line."""

import json
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mutations import PIECES, mutated

from dragoman.errors import SkippedInput
from dragoman.reading.document import Document, Format, Link
from dragoman.reading.feed import is_feed, read_feed
from dragoman.reading.html import read_html

STORY = "The convoy left the harbour at dawn and reached the lock by noon, said the council of the town. " * 6
RSS = """<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Vell Monitor</title><link>https://monitor.example/</link><language>en</language>{items}</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://monitor.example/feeds/" xml:lang="en">
<title>Vell Monitor</title><link rel="self" href="all"/><link href="https://monitor.example/"/>{items}</feed>"""
ITEM = "<item><title>One</title><link>https://monitor.example/1</link>{more}</item>"


def _read(content: str | bytes) -> list[Document | Link | SkippedInput]:
    return list(read_feed("f.xml", content if isinstance(content, bytes) else content.encode()))


def _item(more: str) -> Document | Link:
    found = _read(RSS.format(items=ITEM.format(more=more)))
    assert len(found) == 1
    assert not isinstance(found[0], SkippedInput)
    return found[0]


def _json(*items: object) -> str:
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Vell Monitor", "items": items})


@pytest.mark.parametrize(
    "more",
    [
        f"<content:encoded><![CDATA[<p>{STORY}</p>]]></content:encoded>",
        f"<content:encoded>&lt;p&gt;{STORY}&lt;/p&gt;</content:encoded>",
        f"<content:encoded><p>{STORY}</p></content:encoded>",
        f"<description>{STORY * 3}</description>",
    ],
)
def test_a_whole_text_is_read_as_what_stands_at_its_address(more: str) -> None:
    found = _item(more)
    assert isinstance(found, Document)
    assert found.hinted.url == "https://monitor.example/1"
    if found.format is Format.HTML:
        text, stated = read_html(found)
        assert text.startswith("One\n\nThe convoy left the harbour")
        assert stated.outlet == "Vell Monitor"
    else:
        assert found.content.startswith(b"One\n\nThe convoy")


@pytest.mark.parametrize(
    "more",
    [
        "",
        "<content:encoded>Too short for a report.</content:encoded>",
        f"<description>{STORY}</description>",
        f"<content:encoded><![CDATA[<p>{STORY}</p><p><a href='x'>Read more</a> »</p>]]></content:encoded>",
        f"<content:encoded>{STORY} […]</content:encoded>",
        f"<content:encoded><![CDATA[<p>{STORY}</p><p>Continue reading Convoy at the lock</p>]]></content:encoded>",
    ],
)
def test_summaries_and_teasers_are_links(more: str) -> None:
    assert isinstance(_item(more), Link)


def test_what_a_feed_says_of_an_entry_is_hinted() -> None:
    found = _item(
        "<dc:creator>Tilda Marrow</dc:creator><pubDate>Fri, 24 Oct 2031 07:40:00 +0200</pubDate>"
        "<guid>m-1</guid><source url='https://wire.example/'>Halyard</source>"
    )
    assert found.hinted.outlet == "Vell Monitor"
    assert (found.hinted.byline, found.hinted.credit, found.hinted.identifier) == ("Tilda Marrow", "Halyard", "m-1")
    assert (found.hinted.published, found.hinted.language) == ("Fri, 24 Oct 2031 07:40:00 +0200", "en")
    assert found.said.title == ""


def test_the_source_of_an_entry_on_another_site_is_its_outlet() -> None:
    items = "<item><title>One</title><link>https://gazette.example/1</link><source url='x'>Gazette</source></item>"
    found = _read(RSS.format(items=items))[0]
    assert isinstance(found, Link)
    assert (found.hinted.outlet, found.hinted.credit) == ("Gazette", "")


@pytest.mark.parametrize(
    ("author", "name"),
    [
        ("desk@monitor.example (Tilda Marrow)", "Tilda Marrow"),
        ("Tilda Marrow &lt;desk@monitor.example&gt;", "Tilda Marrow"),
        ("desk@monitor.example", ""),
        ("Tilda Marrow", "Tilda Marrow"),
    ],
)
def test_a_byline_is_a_name_and_no_mail_address(author: str, name: str) -> None:
    assert _item(f"<author>{author}</author>").hinted.byline == name


def test_atom_with_relative_addresses_and_markup_inside() -> None:
    entry = (
        "<entry><title type='html'>Convoy &amp;amp; lock</title><link rel='via' href='https://wire.example/9'/>"
        "<link rel='alternate' href='../1'/><author><name>Tilda Marrow</name></author><author><name>Bo</name></author>"
        "<updated>2031-10-24T07:40:00Z</updated><content type='xhtml'>"
        f"<div xmlns='http://www.w3.org/1999/xhtml'><p>{STORY}</p><p>Five &lt; six.</p></div></content></entry>"
    )
    found = _read(ATOM.format(items=entry))[0]
    assert isinstance(found, Document)
    assert (found.hinted.url, found.hinted.derived) == ("https://monitor.example/1", "https://wire.example/9")
    assert (found.hinted.title, found.hinted.byline) == ("Convoy & lock", "Tilda Marrow, Bo")
    assert (found.hinted.published, found.hinted.modified) == ("", "2031-10-24T07:40:00Z")
    assert "Five < six." in read_html(found)[0]


def test_rss_1_0_is_read() -> None:
    found = _read(
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Monitor</title></channel>'
        '<item rdf:about="https://monitor.example/1"><title>One</title><dc:date>2031-10-24</dc:date></item></rdf:RDF>'
    )[0]
    assert isinstance(found, Link)
    assert (found.url, found.hinted.published) == ("https://monitor.example/1", "2031-10-24")


def test_json_feeds_are_read() -> None:
    whole = {"id": "1", "url": "https://monitor.example/1", "title": "One", "content_text": STORY}
    teaser = {"id": "https://monitor.example/2", "summary": "Short.", "authors": [{"name": "Tilda Marrow"}]}
    found = _read(_json(whole, teaser, 3, {}))
    assert [type(part) for part in found] == [Document, Link, SkippedInput, SkippedInput]
    assert found[0].content.decode().startswith("One\n\nThe convoy")  # type: ignore[union-attr]
    assert found[1].hinted.byline == "Tilda Marrow"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ("Fire &amp; water", "Fire & water"),
        ("Fire & water", "Fire & water"),
        ("Fire&nbsp;&ndash; water", "Fire – water"),
        ("<![CDATA[Fire & <b>water</b>]]>", "Fire & water"),
        ("Fire &bogus; water", "Fire &bogus; water"),
        ("Fire &#8; &#xD800; water", "Fire � � water"),
        ("Fire \x0b water", "Fire water"),
    ],
)
def test_untidy_characters_do_not_break_a_feed(title: str, read: str) -> None:
    broken_before = "<item><title>& <b>never closed</title><link>https://monitor.example/0</link></item>"
    item = f"<item><title>{title}</title><link>https://monitor.example/1</link></item>"
    found = _read(RSS.format(items=broken_before + item).encode())
    titles = [part.hinted.title for part in found if isinstance(part, Link)]
    assert titles[-1] == read


def test_undeclared_prefixes_and_wrong_encodings_are_read() -> None:
    undeclared = (
        f"<rss><channel><item><title>x</title><content:encoded>{STORY}</content:encoded></item></channel></rss>"
    )
    assert isinstance(_read(undeclared)[0], Document)
    wrong = '<?xml version="1.0" encoding="utf-16"?><rss><channel>{}</channel></rss>'.format(ITEM.format(more="é"))
    assert isinstance(_read(wrong)[0], Link)
    latin = '<?xml version="1.0" encoding="iso-8859-1"?><rss><channel>{}</channel></rss>'
    found = _read(latin.format(ITEM.replace("One", "Café").format(more="")).encode("latin-1"))[0]
    assert isinstance(found, Link)
    assert found.hinted.title == "Café"


@pytest.mark.parametrize(
    "bomb",
    [
        '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>',
        '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/hostname">]>',
        '<!-- <rss> --><!doctype rss [ <!-- ] --> <!entity % x SYSTEM "http://127.0.0.1/"> %x; ]>',
    ],
)
def test_entities_are_refused_before_anything_is_expanded(bomb: str) -> None:
    feed = f"{bomb}<rss><channel><item><title>&b;</title><link>https://m.example/1</link></item></channel></rss>"
    for content in (feed.encode(), feed.encode("utf-16")):
        with pytest.raises(SkippedInput, match="entities of its own"):
            _read(content)


def test_a_doctype_alone_is_no_danger() -> None:
    doctype = '<!DOCTYPE rss PUBLIC "-//N//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">'
    item = ITEM.format(more="")
    assert isinstance(_read(f"{doctype}<rss version='0.91'><channel>{item}</channel></rss>")[0], Link)


def test_a_web_page_given_as_a_feed_names_the_feeds_that_it_announces() -> None:
    page = "<!doctype html><html><head><link rel=alternate type='application/rss+xml' href='/feed.xml'></head></html>"
    with pytest.raises(SkippedInput, match=r"web page, not a feed; it announces /feed\.xml"):
        _read(page)
    with pytest.raises(SkippedInput, match="web page, not a feed"):
        _read("<html><body>Nothing</body></html>")


@pytest.mark.parametrize("content", ["<opml><body/></opml>", '{"items": 3}', "", "words", "{", "\x00\x01", "[" * 9999])
def test_what_is_no_feed_is_refused(content: str) -> None:
    with pytest.raises(SkippedInput):
        _read(content)


def test_entries_without_anything_are_one_line() -> None:
    found = _read(RSS.format(items="<item><title>x</title></item>" * 1000 + ITEM.format(more="")))
    assert [type(part) for part in found] == [Link, SkippedInput]
    assert "(entry 1; entry 2; entry 3 and 997 more)" in str(found[1])


def test_a_feed_that_breaks_off_gives_its_whole_entries() -> None:
    feed = RSS.format(items=ITEM.format(more="") * 2)
    found = _read(feed[: feed.rindex("monitor.example/1")])
    assert [type(part) for part in found] == [Link, SkippedInput]
    assert "breaks off after 1 whole entry" in str(found[1])


def test_addresses_that_are_none_of_the_web_are_no_links() -> None:
    for address in ("javascript:alert(1)", "file:///etc/hostname", "http://[", "//", "ftp://monitor.example/1"):
        items = f"<item><title>One</title><link>{address}</link></item>"
        assert [type(part) for part in _read(f"<rss><channel>{items}</channel></rss>")] == [SkippedInput]


@pytest.mark.parametrize(
    "flood",
    [
        "<item/>",
        "<a>",
        "<item><title/>",
        "&",
        "<a b='1' ",
        "<![CDATA[",
        "<!--",
        "<x:y/>",
        "<item><title>&",
        "<content><a>",
    ],
)
def test_floods_of_markup_end_within_memory(flood: str) -> None:
    content = ("<rss><channel>" + flood * (60_000 // len(flood))).encode()
    tracemalloc.start()
    _read(content)
    assert tracemalloc.get_traced_memory()[1] < 30_000_000
    tracemalloc.stop()


def test_feeds_are_known_by_their_first_bytes() -> None:
    for feed in (RSS, ATOM, "\ufeff <!-- x --><rss>", '<?xml version="1.0"?>\n<!DOCTYPE rss>\n<rdf:RDF>', _json()):
        assert is_feed(feed.encode())
    assert is_feed(RSS.encode("utf-16"))
    for other in ("<html>", "words", "", '{"a": 1}', "<urlset>", "<!-- <rss>", "<feeding>"):
        assert not is_feed(other.encode())


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_bytes_make_it_fail(data: st.DataObject) -> None:
    whole = ITEM.format(more=f"<content:encoded><![CDATA[<p>{STORY}</p>]]></content:encoded>")
    seed = data.draw(st.sampled_from([RSS.format(items=whole), ATOM.format(items=whole), _json({"url": "x"}), ""]))
    content = mutated(data, seed.encode(), PIECES)
    is_feed(content)
    try:
        found = _read(content)
    except SkippedInput as problem:
        found = [problem]
    for part in found:
        shown = str(part) if isinstance(part, SkippedInput) else part.name
        assert shown.isprintable()
        if not isinstance(part, SkippedInput):
            assert "\n" not in part.hinted.title + part.hinted.url + part.hinted.outlet
            part.hinted.title.encode()
