"""Sitemaps: addresses with what is said of them, nested sitemaps, and a line for what is broken or hostile."""

import gzip

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mutations import PIECES, mutated

from dragoman.errors import SkippedInput
from dragoman.reading.document import Link
from dragoman.reading.sitemap import LARGEST, Nested, is_sitemap, read_sitemap
from dragoman.reading.stated import Stated

NEWS = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc> https://courier.example/truce?a=1&amp;b=2 </loc><lastmod>2031-10-22</lastmod>
<image:image><image:loc>https://courier.example/a.jpg</image:loc></image:image>
<n:news><n:publication><n:name>The Orrim Courier (subscription)</n:name><n:language>en</n:language></n:publication>
<n:publication_date>2031-10-21T18:20:00+02:00</n:publication_date><n:title>Fourteen days &amp;amp; nights</n:title></n:news>
</url>{more}</urlset>"""
INDEX = "<sitemapindex><sitemap><loc>https://courier.example/s1.xml.gz</loc></sitemap></sitemapindex>"


def _read(content: bytes) -> list[Link | Nested | SkippedInput]:
    return list(read_sitemap("s.xml", content))


def test_a_news_sitemap_tells_outlet_title_language_and_date() -> None:
    found = _read(NEWS.format(more="").encode())
    assert found == [
        Link(
            "https://courier.example/truce?a=1&b=2",
            "s.xml#https://courier.example/truce?a=1&b=2",
            hinted=Stated(
                outlet="The Orrim Courier",
                title="Fourteen days & nights",
                url="https://courier.example/truce?a=1&b=2",
                published="2031-10-21T18:20:00+02:00",
                modified="2031-10-22",
                language="en",
            ),
        )
    ]


@pytest.mark.parametrize("content", [INDEX.encode(), gzip.compress(INDEX.encode())])
def test_a_list_of_sitemaps_gives_the_sitemaps(content: bytes) -> None:
    assert _read(content) == [Nested("https://courier.example/s1.xml.gz", "s.xml#https://courier.example/s1.xml.gz")]


def test_entries_without_a_web_address_are_one_line() -> None:
    found = _read(NEWS.format(more="<url><loc>file:///etc/hostname</loc></url>" * 500 + "<url/>").encode())
    assert [type(part) for part in found] == [Link, SkippedInput]
    assert "(entry 2; entry 3; entry 4 and 498 more)" in str(found[1])


def test_what_breaks_off_gives_the_addresses_before() -> None:
    found = _read(NEWS.format(more="<url><loc>https://courier.example/2").removesuffix("</urlset>").encode())
    assert [type(part) for part in found] == [Link, SkippedInput]
    assert "breaks off after 1 whole address" in str(found[1])


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"<html><body>Nothing here</body></html>", "web page"),
        (b"<rss><channel/></rss>", "no sitemap"),
        (b"https://courier.example/1\n", "no XML"),
        (b"", "empty"),
        (b"\x1f\x8b\xff\x00garbage", "gzip is damaged"),
        (gzip.compress(INDEX.encode())[:-12], "gzip is cut off"),
        (gzip.compress(b"<urlset>" + b" " * (LARGEST + 1)), "unpacks to more than 60 MB"),
        (b'<!DOCTYPE urlset [<!ENTITY a "x">]><urlset><url><loc>&a;</loc></url></urlset>', "entities of its own"),
    ],
)
def test_what_is_no_sitemap_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(SkippedInput, match=reason):
        _read(content)


def test_sitemaps_are_known_by_their_first_bytes() -> None:
    assert is_sitemap(NEWS.encode())
    assert is_sitemap(INDEX.encode())
    assert is_sitemap(gzip.compress(NEWS.encode())[:400])
    assert not is_sitemap(b"<rss>")
    assert not is_sitemap(gzip.compress(b"WARC/1.1"))
    assert not is_sitemap(b"\x1f\x8bgarbage")


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_no_bytes_make_it_fail(data: st.DataObject) -> None:
    seed = data.draw(st.sampled_from([NEWS.format(more=""), INDEX]))
    content = mutated(data, seed.encode(), PIECES)
    content = gzip.compress(content) if data.draw(st.booleans()) else content
    is_sitemap(content)
    try:
        found = _read(content)
    except SkippedInput as problem:
        found = [problem]
    for part in found:
        assert (str(part) if isinstance(part, SkippedInput) else part.name).isprintable()
