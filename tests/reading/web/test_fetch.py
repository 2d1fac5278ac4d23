"""A page comes as bytes with what its host said of it; whatever goes wrong is one clear line."""

import gzip
import re
import zlib
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import brotli
import pytest

from dragoman.errors import InputError, SkippedInput
from dragoman.reading.web.fetch import Fetcher, Validators
from dragoman.reading.web.policy import Policy
from local_site import Make, Reply, Site, Time

HTML = "<html><body>Talks resumed — slowly.</body></html>".encode("cp1252")


def problem(fetcher: Fetcher, url: str) -> str:
    with pytest.raises(SkippedInput) as skipped:
        fetcher.get(url)
    assert skipped.value.reason
    assert skipped.value.remedy
    return str(skipped.value)


def test_a_page_comes_with_its_type_charset_and_validators(site: Site, fetcher: Make) -> None:
    said = {"Content-Type": 'text/HTML; charset="Windows-1252"', "ETag": '"v1"', "Last-Modified": "Mon, 03 Mar 2031"}
    site.pages["/a%20b?q=%C3%BC"] = Reply(HTML, headers=said)
    page = fetcher().get(site.url("/a b?q=ü#part"))
    assert (page.content, page.media_type, page.charset) == (HTML, "text/html", "windows-1252")
    assert (page.url, page.address) == (site.url("/a b?q=ü#part"), site.url("/a%20b?q=%C3%BC"))
    assert page.validators == Validators('"v1"', "Mon, 03 Mar 2031")
    assert not page.unchanged
    assert datetime.fromisoformat(page.at).tzinfo == UTC


@pytest.mark.parametrize("said", ["", "text", "text/html; charset=klingon", "text/html; charset=hex", "a/b;charset="])
def test_a_charset_that_cannot_be_used_is_none(site: Site, fetcher: Make, said: str) -> None:
    site.pages["/a"] = Reply(headers={"Content-Type": said})
    assert fetcher().get(site.url("/a")).charset == ""


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("gzip", gzip.compress(HTML)),
        ("deflate", zlib.compress(HTML)),
        ("br", brotli.compress(HTML)),
        ("gzip, br", brotli.compress(gzip.compress(HTML))),
        ("identity", HTML),
    ],
)
def test_compression_is_undone(site: Site, fetcher: Make, coding: str, body: bytes) -> None:
    site.pages["/a"] = Reply(body, headers={"Content-Encoding": coding})
    assert fetcher().get(site.url("/a")).content == HTML


def test_unchanged_pages_are_not_sent_again(site: Site, fetcher: Make) -> None:
    site.pages["/a"] = Reply(b"", 304)
    known = Validators('"v1"', "Mon, 03 Mar 2031 10:00:00 GMT")
    page = fetcher().get(site.url("/a"), known=known)
    assert page.unchanged
    assert (page.content, page.validators) == (b"", known)
    headers = site.asked[-1][1]
    assert (headers["If-None-Match"], headers["If-Modified-Since"]) == (known.etag, known.modified)


def test_a_host_is_told_who_asks_and_no_cookie_goes_back(site: Site, fetcher: Make) -> None:
    site.pages["/a"] = Reply(headers={"Set-Cookie": "id=1; Path=/"})
    with fetcher(contact="desk@news.example") as reader:
        reader.get(site.url("/a"))
        reader.get(site.url("/a"))
    for _, headers in site.asked:
        assert headers["User-Agent"].startswith("dragoman/")
        assert "desk@news.example" in headers["User-Agent"]
        assert "Cookie" not in headers
        assert "Authorization" not in headers
    assert len(site.lines) == 2  # the host's 404 for robots.txt is not read to its end; then one line serves both


def test_a_contact_that_a_header_cannot_hold_is_the_users_error() -> None:
    with pytest.raises(InputError, match="contact"):
        Fetcher(Policy(contact="a\r\nX: b"))


def test_proxies_of_the_environment_are_not_asked(site: Site, fetcher: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    site.pages["/a"] = Reply()
    assert fetcher().get(site.url("/a")).content == b"A report."


def test_redirects_are_followed_to_the_page(site: Site, fetcher: Make) -> None:
    for i, status in enumerate((301, 302, 303, 307, 308)):
        site.pages[f"/{i}"] = Reply(status=status, headers={"Location": f"{i + 1}#part"})
    site.pages["/5"] = Reply(b"There.")
    page = fetcher().get(site.url("/0"))
    assert (page.content, page.address, page.url) == (b"There.", site.url("/5"), site.url("/0"))


@pytest.mark.parametrize("sent", ["/ü".encode().decode("latin-1"), "/ü", "/%c3%bc", " /ü "])
def test_a_redirect_may_be_written_in_any_letters(site: Site, fetcher: Make, sent: str) -> None:
    site.pages |= {"/a": Reply(status=302, headers={"Location": sent}), "/%C3%BC": Reply()}
    assert fetcher().get(site.url("/a")).address == site.url("/%C3%BC")


def test_redirects_end(site: Site, fetcher: Make) -> None:
    site.pages |= {
        "/a": Reply(status=302, headers={"Location": "/b"}),
        "/b": Reply(status=302, headers={"Location": "/a"}),
    }
    assert "the redirects go in a circle" in problem(fetcher(), site.url("/a"))
    site.pages |= {f"/{i}": Reply(status=302, headers={"Location": f"/{i + 1}"}) for i in range(9)}
    assert "more than 5 redirects" in problem(fetcher(), site.url("/0"))
    assert "/6" not in site.paths


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        (
            "http://169.254.169.254/latest/meta-data/",
            "169.254.169.254 is no address of the public internet (link-local)",
        ),
        ("//localhost/", "(loopback)"),
        ("http://[::ffff:10.0.0.1]/", "(private)"),
        ("file:///etc/passwd", "it is not an http or https address"),
        ("https://name:word@news.example/", "holds a user name or password"),
        ("http://news.example:0/", "not a well-formed address"),
        ("http://[", "not a well-formed address"),
    ],
)
def test_a_redirect_is_checked_as_the_first_address_is(site: Site, fetcher: Make, target: str, reason: str) -> None:
    site.pages["/a"] = Reply(status=302, headers={"Location": target})
    told = problem(fetcher(), site.url("/a"))
    assert told.startswith(f"{site.url('/a')}: it redirects to ")
    assert reason in told
    assert "word" not in told.removesuffix("password. Give the address without them")


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("ftp://news.example/a", "not an http or https address"),
        ("https://name:word@news.example/", "holds a user name or password"),
        ("https://news.example/\na", "not a well-formed address"),
        ("https://news..example/", "not a well-formed address"),
        ("https://news.example:99999/", "not a well-formed address"),
        ("https://" + "a" * 9000, "longer than 8,000 characters"),
        ("http://news.example:25/", "port 25 is not one of the web"),
        ("http://nobody.invalid/", "no host named nobody.invalid"),
        ("http://127.0.0.1:1/", "refuses the connection"),
    ],
)
def test_addresses_that_lead_nowhere_are_named(fetcher: Make, url: str, reason: str) -> None:
    told = problem(fetcher(retries=0, allow="127.0.0.1:1"), url)
    assert reason in told
    assert told.isprintable()
    assert len(told) < 1000
    assert "name:word" not in told


def test_this_machine_is_refused_unless_it_is_allowed(site: Site, fetcher: Make) -> None:
    port = site.server.server_port
    site.pages["/"] = Reply()
    for host in ("127.0.0.1", "localhost", "LOCALHOST.", "2130706433", "0x7f.1", "0177.0.0.1", "127.1", "①27.0.0.1"):
        told = problem(fetcher(allow="127.0.0.1:1"), f"http://{host}:{port}/")
        assert "(loopback)" in told
        assert "--allow-host" in told
    assert site.asked == []
    assert fetcher(allow=f"127.0.0.1:{port}").get(site.url("/")).content == b"A report."
    assert fetcher(allow="LocalHost").get(f"http://localhost.:{port}/").content == b"A report."


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (204, "the page is empty"),
        (401, "for those who log in"),
        (403, "refuses"),
        (404, "no such page (HTTP 404, Not Found)"),
        (410, "taken away"),
        (418, "HTTP 418"),
        (451, "legal reasons"),
        (300, "HTTP 300"),
        (304, "HTTP 304"),
        (799, "HTTP 799, unknown"),
    ],
)
def test_refusals_are_named_and_not_asked_again(site: Site, fetcher: Make, status: int, reason: str) -> None:
    site.pages["/a"] = Reply(b"", status)
    told = problem(fetcher(retries=0 if status == 799 else 3), site.url("/a"))
    assert reason in told
    assert site.paths.count("/a") == 1


def test_a_host_that_asks_for_time_gets_it(site: Site, fetcher: Make, time: Time) -> None:
    site.pages["/a"] = [Reply(status=429, headers={"Retry-After": "7"}), Reply(status=503), Reply(b"Now.")]
    assert fetcher().get(site.url("/a")).content == b"Now."
    assert [wait for wait in time.slept if wait > 1] == [7.0, 2.0]


def test_a_host_that_asks_for_a_day_is_not_asked_again(site: Site, fetcher: Make) -> None:
    later = format_datetime(datetime.now(UTC) + timedelta(days=1), usegmt=True)
    site.pages["/a"] = Reply(status=503, headers={"Retry-After": later})
    assert re.search(r"asks to be left alone for 86,(399|400) s", problem(fetcher(), site.url("/a")))
    assert site.paths.count("/a") == 1


def test_a_fault_that_lasts_is_told(site: Site, fetcher: Make) -> None:
    site.pages["/a"] = Reply(status=500)
    assert "a fault of its own (HTTP 500" in problem(fetcher(retries=2), site.url("/a"))
    assert site.paths.count("/a") == 3


def test_requests_to_one_host_keep_their_distance(site: Site, fetcher: Make, time: Time) -> None:
    site.pages["/a"] = Reply()
    with fetcher(per_host_seconds=2.0) as reader:
        for _ in range(3):
            reader.get(site.url("/a"))
    assert time.slept == [2.0, 2.0, 2.0]
