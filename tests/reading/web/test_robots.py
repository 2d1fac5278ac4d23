"""A site's robots.txt is asked for once and obeyed, and is itself no way to harm the reader."""

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import SkippedInput
from dragoman.reading.web.location import locate
from dragoman.reading.web.robots import TOKEN, rules_of
from dragoman.reading.web.trouble import Trouble
from local_site import Make, Reply, Site, Time

RULES = b"""\xef\xbb\xbfUser-agent: otherbot
Disallow: /

User-Agent: *
Disallow: /private/
Allow: /private/press$
"""


def test_rules_are_obeyed_and_asked_for_once(site: Site, fetcher: Make) -> None:
    site.pages |= {"/robots.txt": Reply(RULES), "/a": Reply(), "/private/press": Reply(), "/private/b": Reply()}
    with fetcher() as reader:
        reader.get(site.url("/a"))
        reader.get(site.url("/private/press"))
        with pytest.raises(SkippedInput, match=r"the robots\.txt of 127\.0\.0\.1 forbids it"):
            reader.get(site.url("/private/b"))
        with pytest.raises(SkippedInput, match="forbids"):
            reader.get(site.url("/x/../private/b"))
    assert site.paths == ["/robots.txt", "/a", "/private/press"]


def test_rules_to_which_a_site_sends_on_are_not_asked_for_twice(site: Site, fetcher: Make) -> None:
    other = site.url("").replace("127.0.0.1", "localhost")
    site.pages |= {
        "/robots.txt": [Reply(status=301, headers={"Location": f"{other}/robots.txt"}), Reply(RULES)],
        "/a": Reply(status=301, headers={"Location": f"{other}/private/press"}),
        "/private/press": Reply(),
    }
    fetcher(allow="127.0.0.1 localhost").get(site.url("/a"))
    assert site.paths == ["/robots.txt", "/robots.txt", "/a", "/private/press"]


def test_a_redirect_into_what_is_forbidden_is_not_followed(site: Site, fetcher: Make) -> None:
    site.pages |= {"/robots.txt": Reply(RULES), "/a": Reply(status=301, headers={"Location": "/private/b"})}
    with pytest.raises(SkippedInput, match=r"redirects to /private/b: the robots\.txt of 127\.0\.0\.1 forbids it"):
        fetcher().get(site.url("/a"))
    assert "/private/b" not in site.paths


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_a_site_without_rules_may_be_read(site: Site, fetcher: Make, status: int) -> None:
    site.pages |= {"/robots.txt": Reply(b"", status), "/a": Reply()}
    assert fetcher().get(site.url("/a")).content == b"A report."


@pytest.mark.parametrize(
    "rules",
    [Reply(status=503), Reply(status=429), Reply(bytes(2_000_000)), Reply(headers={"Content-Length": "99"})],
    ids=["fault", "too often", "too large", "cut off"],
)
def test_a_site_whose_rules_cannot_be_had_is_left_alone(site: Site, fetcher: Make, rules: Reply) -> None:
    def page(handler: object) -> None:
        rules(handler)  # type: ignore[arg-type]
        handler.close_connection = True  # type: ignore[attr-defined]

    site.pages |= {"/robots.txt": page, "/a": Reply()}
    with fetcher(retries=1) as reader:
        for _ in range(3):
            with pytest.raises(SkippedInput, match=r"http://.*/robots\.txt cannot be had now \(.+\)"):
                reader.get(site.url("/a"))
    assert site.paths.count("/robots.txt") <= 2
    assert "/a" not in site.paths


def test_rules_are_asked_for_again_after_an_hour(site: Site, fetcher: Make, time: Time) -> None:
    site.pages |= {"/robots.txt": [Reply(status=503), Reply(status=404)], "/a": Reply()}
    with fetcher(retries=0) as reader:
        with pytest.raises(SkippedInput):
            reader.get(site.url("/a"))
        time.now += 3601
        assert reader.get(site.url("/a")).content == b"A report."


def test_the_pace_that_a_site_asks_for_is_kept_within_reason(site: Site, fetcher: Make, time: Time) -> None:
    for asked, kept in (("5", 5.0), ("100000", 30.0), ("nan", 1.0)):
        time.slept.clear()
        site.pages |= {"/robots.txt": Reply(f"User-agent: Dragoman\nCrawl-delay: {asked}".encode()), "/a": Reply()}
        fetcher().get(site.url("/a"))
        assert time.slept == [kept]


@pytest.mark.parametrize("name", ["dragoman", "Dragoman/2.0", "DRAGOMAN*"])
def test_rules_for_this_reader_go_before_those_for_all(name: str) -> None:
    rules = rules_of(f"User-agent: *\nDisallow:\n\nUser-agent: bot\nUser-agent: {name}\nDisallow: /".encode())
    assert not rules.can_fetch("https://news.example/a", TOKEN)


@pytest.mark.parametrize("name", ["drag", "dragomanbot", "man", "d", "*man"])
def test_rules_for_others_are_not_for_this_reader(name: str) -> None:
    rules = rules_of(f"User-agent: {name}\nDisallow: /".encode())
    assert rules.can_fetch("https://news.example/a", TOKEN)


@pytest.mark.parametrize("content", [b"<html><body>Not found</body></html>", b"\xff\xfe\x00", b"Disallow: /", b""])
def test_what_is_no_rule_forbids_nothing(content: bytes) -> None:
    assert rules_of(content).can_fetch("https://news.example/a", TOKEN)


_LINES = st.sampled_from(
    ["User-agent: *", "User-agent:", "Disallow: ", "Allow: $", "Crawl-delay: ", "Sitemap: http://["]
)


@given(st.lists(st.tuples(_LINES, st.text(max_size=20)).map("".join)), st.text(max_size=20))
def test_any_rules_answer_for_any_page(lines: list[str], path: str) -> None:
    rules = rules_of("\n".join(lines).encode("utf-8", "surrogatepass"))
    try:
        page = locate(f"https://news.example/{path}")
    except Trouble:
        return
    assert rules.can_fetch(page.url, TOKEN) in (True, False)
    assert (rules.crawl_delay(TOKEN) or 0.0) >= 0.0


def test_many_names_above_many_rules_do_not_fill_the_memory() -> None:
    names = "".join(f"User-agent: b{i}\n" for i in range(2_000))
    content = (names + "".join(f"Disallow: /{i}\n" for i in range(2_000))).encode()
    tracemalloc.start()
    try:
        assert rules_of(content).can_fetch("https://news.example/1", TOKEN)
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()
