"""Inputs of every kind in one list: each report comes once, with what is said of it, and each bad one is named."""

import io
import json
from pathlib import Path

import pytest

from dragoman.errors import SkippedInput
from dragoman.reading.asking import Asking
from dragoman.reading.document import Document, Format
from dragoman.reading.inputs import documents
from dragoman.reading.opened import LARGEST
from dragoman.reading.reports import read_inputs
from dragoman.reading.stated import Stated
from dragoman.reading.visits import Visits
from dragoman.reading.web.policy import Policy
from local_site import Reply, Site

BODY = (
    "The Northern Front freed 30 prisoners on Tuesday, the group said. The army confirmed that the men had been handed"
    " over at the bridge outside Ardana, where buses of the Red Cross were waiting. Officials of both sides said that"
    " talks on a second exchange would begin within a week. A spokesman of the army declined to say how many men it"
    " still holds. Families of the missing waited at the bridge all day, and many of them left without an answer as"
    " night fell. The Red Cross said that two of the men were taken to a hospital."
)
PAGE = f"""<!doctype html><html lang="en"><head><title>Rebels free 30 prisoners | Ardana Post</title>
<meta property="og:site_name" content="Ardana Post"></head>
<body><article><h1>Rebels free 30 prisoners</h1><p>{BODY}</p></article></body></html>""".encode()
TEXT = f"Rebels free 30 prisoners\n\nARDANA, March 4 (Daily Example) — {BODY}\n"
POLITE = Policy(allow_hosts=frozenset({"127.0.0.1"}), per_host_seconds=0)


def _feed(site: Site, *entries: str) -> Reply:
    items = "".join(entries).replace("SITE", site.url(""))
    feed = f'<?xml version="1.0"?><rss version="2.0"><channel><title>Ardana Post</title>{items}</channel></rss>'
    return Reply(feed.encode(), headers={"Content-Type": "application/rss+xml", "ETag": '"one"'})


def _entry(name: str, day: int = 4) -> str:
    return (
        f"<item><title>Rebels free prisoners</title><link>SITE/{name}</link>"
        f"<pubDate>Tue, {day:02} Mar 2025 08:00:00 GMT</pubDate></item>"
    )


def test_a_mixed_list_is_read_in_its_order(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(PAGE)
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    rows = [{"text": TEXT.replace("30", str(count)), "outlet": "Wire"} for count in (31, 32)]
    (tmp_path / "c.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    given = [str(tmp_path / name) for name in ("c.jsonl", "a.html", "missing.txt", "b.txt")]
    reading = read_inputs([*given, "-"], stdin=io.BytesIO(TEXT.replace("30", "29").encode()))
    assert [report.title[:17] for report in reading.reports] == [
        *("Rebels free 31 pr", "Rebels free 32 pr", "Rebels free 30 pr", "Rebels free 30 pr", "Rebels free 29 pr"),
    ]
    assert [report.outlet for report in reading.reports][:3] == ["Wire", "Wire", "Ardana Post"]
    assert [Path(problem.name).name for problem in reading.skipped] == ["missing.txt"]


def test_what_a_file_is_decides_over_its_name(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_bytes(PAGE)
    (tmp_path / "text.html").write_bytes(b"%PDF-1.4 broken")
    found = list(documents([str(tmp_path)]))
    assert [part.format for part in found if isinstance(part, Document)] == [Format.HTML, Format.PDF]


def test_the_users_word_holds_for_every_report_that_an_input_holds(tmp_path: Path) -> None:
    (tmp_path / "c.jsonl").write_text(json.dumps({"text": TEXT}), encoding="utf-8")
    asking = Asking(said=Stated(outlet="My Archive", published="2031-03-05"))
    (report,) = read_inputs([str(tmp_path)], asking).reports
    assert (report.outlet, report.published.start) == ("My Archive", "2031-03-05")


def test_an_address_is_fetched_and_kept_as_it_came(site: Site) -> None:
    site.pages["/a"] = Reply(PAGE, headers={"Content-Type": "text/html; charset=utf-8"})
    reading = read_inputs([site.url("/a")], Asking(policy=POLITE))
    (report,) = reading.reports
    assert (report.title, report.address) == ("Rebels free 30 prisoners", site.url("/a"))
    assert reading.documents[report.id].content == PAGE


def test_a_loopback_address_is_refused_unless_its_host_is_allowed(site: Site) -> None:
    (problem,) = documents([site.url("/a")])
    assert isinstance(problem, SkippedInput)
    assert "--allow-host" in problem.remedy
    assert site.asked == []


def test_a_feed_that_is_fetched_is_followed_and_its_dead_links_are_named(site: Site) -> None:
    site.pages["/feed"] = _feed(site, _entry("a"), _entry("gone"))
    site.pages["/a"] = Reply(PAGE)
    reading = read_inputs([site.url("/feed")], Asking(policy=POLITE))
    assert [(report.title, report.published.start) for report in reading.reports] == [
        ("Rebels free 30 prisoners", "2025-03-04")
    ]
    assert [problem.name for problem in reading.skipped] == [site.url("/gone")]


def test_a_feed_on_disk_asks_for_no_network_unless_told_to(site: Site, tmp_path: Path) -> None:
    site.pages["/a"] = Reply(PAGE)
    (tmp_path / "feed.xml").write_bytes(_feed(site, _entry("a")).body)
    (problem,) = documents([str(tmp_path)])
    assert isinstance(problem, SkippedInput)
    assert "--follow" in problem.remedy
    assert site.asked == []
    (report,) = read_inputs([str(tmp_path)], Asking(policy=POLITE, follow=True)).reports
    assert report.address == site.url("/a")


def test_what_did_not_change_since_the_last_visit_is_passed_over(site: Site) -> None:
    site.pages["/a"] = Reply(PAGE)
    site.pages["/feed"] = [
        _feed(site, _entry("a")),
        Reply(b"", status=304),
        _feed(site, _entry("a")),
        _feed(site, _entry("a", day=5)),
    ]
    visits = Visits()
    counts = [len(list(documents([site.url("/feed")], Asking(policy=POLITE), visits=visits))) for _ in range(4)]
    assert counts == [1, 0, 0, 1]  # new; not modified; the same entry; the entry has another date
    assert [headers["If-None-Match"] for path, headers in site.asked if path == "/feed"] == [None, *['"one"'] * 3]


def test_a_page_that_was_not_had_is_asked_for_again_though_its_feed_did_not_change(site: Site) -> None:
    site.pages["/a"] = [Reply(b"", status=404), Reply(PAGE)]
    site.pages["/feed"] = [_feed(site, _entry("a")), _feed(site, _entry("a")), Reply(b"", status=304)]
    visits = Visits()
    found = [list(documents([site.url("/feed")], Asking(policy=POLITE), visits=visits)) for _ in range(3)]
    assert [[type(part) for part in parts] for parts in found] == [[SkippedInput], [Document], []]
    assert [headers["If-None-Match"] for path, headers in site.asked if path == "/feed"] == [None, None, '"one"']


def test_a_pipe_that_holds_too_much_is_refused_not_cut() -> None:
    rows = b"text,url\n" + b"a,https://example.org/a\n" * (LARGEST // 20)
    (problem,) = documents(["-"], stdin=io.BytesIO(rows))
    assert isinstance(problem, SkippedInput)
    assert "larger than" in problem.reason


def test_a_list_of_sitemaps_is_followed_to_the_reports(site: Site) -> None:
    site.pages["/map"] = Reply(
        f"<sitemapindex><sitemap><loc>{site.url('/news')}</loc></sitemap></sitemapindex>".encode()
    )
    site.pages["/news"] = Reply(f"<urlset><url><loc>{site.url('/a')}</loc></url></urlset>".encode())
    site.pages["/a"] = Reply(PAGE)
    assert len(read_inputs([site.url("/map")], Asking(policy=POLITE)).reports) == 1


def test_sitemaps_that_name_each_other_end(site: Site) -> None:
    site.pages["/map"] = Reply(
        f"<sitemapindex><sitemap><loc>{site.url('/map')}</loc></sitemap></sitemapindex>".encode()
    )
    (problem,) = documents([site.url("/map")], Asking(policy=POLITE))
    assert isinstance(problem, SkippedInput)
    assert "levels deep" in problem.reason
    assert len(site.asked) < 10


@pytest.mark.parametrize(
    "address", ["ftp://example.org/a", "file:///etc/passwd", "http://", "https://user:pw@example.org/"]
)
def test_other_addresses_are_refused_by_name(address: str) -> None:
    (problem,) = documents([address])
    assert isinstance(problem, SkippedInput)
    assert problem.reason
    assert problem.remedy


def test_json_from_a_pipe_is_known_by_its_first_bytes() -> None:
    rows = "\n".join(json.dumps({"text": TEXT.replace("30", str(count))}) for count in (31, 32))
    assert len(list(documents(["-"], stdin=io.BytesIO(rows.encode())))) == 2


def test_a_page_to_which_many_rows_point_is_asked_for_once(site: Site, tmp_path: Path) -> None:
    (tmp_path / "rows.csv").write_text("url\n" + f"{site.url('/gone')}\n" * 3, encoding="utf-8")
    (problem,) = documents([str(tmp_path)], Asking(policy=POLITE, follow=True))
    assert isinstance(problem, SkippedInput)
    assert site.paths.count("/gone") == 1
