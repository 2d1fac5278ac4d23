"""An address has one reading, and what is not an address is told apart from a path."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.web.location import is_url, locate
from dragoman.reading.web.trouble import Trouble


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("HTTPS://News.Example", "https://news.example/"),
        ("http://news.example.:80/a#b", "http://news.example/a"),
        ("http://news.example:8080?q=a b", "http://news.example:8080/?q=a%20b"),
        ("https://bücher.example/ü", "https://xn--bcher-kva.example/%C3%BC"),
        ("https://news.example/a/../b/./c%2f", "https://news.example/b/c%2F"),
        ("http://[2606:2800:0:0::1]:81/", "http://[2606:2800::1]:81/"),
        ("http://news.example//a", "http://news.example//a"),
    ],
)
def test_an_address_has_one_form(given: str, read: str) -> None:
    assert locate(given).url == read
    assert locate(read).url == read


@given(
    st.text(max_size=40), st.sampled_from(["http://", "https://", "http://news.example/", "http://[", "", "http://a@"])
)
def test_any_text_is_an_address_in_ascii_or_a_trouble(text: str, start: str) -> None:
    try:
        location = locate(start + text)
    except Trouble:
        return
    assert location.url.isascii()
    assert location.url.isprintable()
    assert " " not in location.url
    assert locate(location.url) == location


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("https://news.example", True),
        ("FTP://news.example", True),
        ("file:///a.txt", True),
        ("a.txt", False),
        ("C:\\a.txt", False),
        ("news.example/a", False),
        ("-", False),
        ("folder/https://a", False),
    ],
)
def test_addresses_are_told_from_paths(text: str, answer: bool) -> None:
    assert is_url(text) is answer
