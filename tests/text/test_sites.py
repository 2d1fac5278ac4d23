"""The site of an address tells its publisher, whatever stands around it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.sites import host_of, site_of, suffixes


@pytest.mark.parametrize(
    ("address", "site"),
    [
        ("https://www.ardana-post.example/world/1", "ardana-post.example"),
        ("http://amp.ardana-post.example:8080/a?b#c", "ardana-post.example"),
        ("https://arabic.news.ardana-post.example/", "ardana-post.example"),
        ("m.ardana.co.uk/story", "ardana.co.uk"),
        ("https://web.archive.org/web/20250603120000/https://www.ardana-post.example/a", "ardana-post.example"),
        ("https://velm-gazette.wordpress.com/2025/06/03/a/", "velm-gazette.wordpress.com"),
        ("https://www.facebook.com/ardanapost", ""),
        ("https://archive.ph/AbCdE", ""),
        ("https://t.me/ardana", ""),
        ("ftp://ardana-post.example/a", ""),
        ("file:///home/a.html", ""),
        ("http://[::1", ""),
        ("http://127.0.0.1/a", ""),
        ("no address at all", ""),
        ("", ""),
    ],
)
def test_site(address: str, site: str) -> None:
    assert site_of(address) == site


def test_a_cached_page_belongs_to_the_host_it_was_taken_from() -> None:
    assert host_of("https://www-a-example.cdn.ampproject.org/c/s/www.a.example/x") == "www.a.example"
    assert host_of("https://www.google.com/amp/s/www.a.example/x") == "www.a.example"


def test_suffixes_end_above_the_last_label() -> None:
    assert suffixes("news.ardana.co.uk") == ["news.ardana.co.uk", "ardana.co.uk", "co.uk"]


@given(st.text(max_size=200))
def test_any_text_has_a_site_or_none(address: str) -> None:
    assert " " not in site_of(address)
