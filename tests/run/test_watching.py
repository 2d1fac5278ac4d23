"""A look tells what changed since the last one that was told; what did not change is not fetched again."""

from pathlib import Path

from dragoman.reading.asking import Asking
from dragoman.reading.web.policy import Policy
from dragoman.run.pipeline import Settings
from dragoman.run.watching import look
from dragoman.store.record import Store
from dragoman.views.changes import changes
from local_site import Reply, Site

SETTINGS = Settings(workers=1)
ASKING = Asking(policy=Policy(allow_hosts=frozenset({"127.0.0.1"}), per_host_seconds=0))
FIRST = (
    "Shells hit a market in Sanaa on Tuesday and killed 12 people, Yemen's Health Ministry said. Yemen demands a full"
    " ceasefire, its foreign minister said. Ambulances took the wounded to three hospitals of the city, where doctors"
    " asked people to give blood, and the ministry said that it would publish the names of the dead on Wednesday."
)
SECOND = (
    "Shells killed nine people at a market in Sanaa on Tuesday, according to Saudi Arabia's Defense Ministry, which"
    " blamed rebels. The ministry said that its forces were not in the area at that time, and that it had asked for an"
    " investigation. Residents said that the market was full when the shells fell shortly before noon on Tuesday."
)


def _page(outlet: str, title: str, body: str) -> Reply:
    head = f'<title>{title}</title><meta property="og:site_name" content="{outlet}">'
    head += '<meta property="article:published_time" content="2025-03-04T18:00:00Z">'
    return Reply(f"<!doctype html><html><head>{head}</head><body><h1>{title}</h1><p>{body}</p></body></html>".encode())


def _feed(site: Site, *names: str) -> Reply:
    entries = "".join(f"<item><title>{name}</title><link>{site.url('/' + name)}</link></item>" for name in names)
    return Reply(f'<rss version="2.0"><channel><title>Market news</title>{entries}</channel></rss>'.encode())


def test_news_is_told_once_and_is_not_lost_with_a_killed_look(site: Site, tmp_path: Path) -> None:
    site.pages["/first"] = _page("Northern Post", "Shells hit market in Sanaa", FIRST)
    site.pages["/second"] = _page("Southern Courier", "Nine die in Sanaa market", SECOND)
    site.pages["/feed"] = [_feed(site, "first"), *[_feed(site, "first", "second")] * 3]
    kinds = []
    for told in (True, False, True, True):
        with Store.open(tmp_path / "record", create=True) as store:
            seen = look(store, [site.url("/feed")], ASKING, SETTINGS)
            kinds.append(
                {news.kind.value for news in changes(seen.before, seen.after, since="2025-03-05", today="2025-03-05")}
            )
            if told:  # a killed look is never told
                store.looks.keep(seen.after, seen.at)
    assert "new_report" in kinds[0]
    assert "new_conflict" not in kinds[0]
    assert "new_conflict" in kinds[1]
    assert kinds[2] == kinds[1]
    assert kinds[3] == set()
    assert [site.paths.count(path) for path in ("/feed", "/first", "/second")] == [4, 1, 1]
