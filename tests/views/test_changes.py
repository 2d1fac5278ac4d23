"""What is new between two looks at one record: matched by stable ids, ordered by consequence, cited."""

import json
from dataclasses import replace

import pytest

from dragoman.model.position import Status
from dragoman.model.record import RecordData
from dragoman.model.verdict import Verdict
from dragoman.reading.reports import read_inputs
from dragoman.run.pipeline import Settings, read_once
from dragoman.views.changes import changes
from dragoman.views.news import News, NewsKind, news_rows, news_text

TEXTS = {
    "north": """Shelling kills 12 in Sanaa market

SANAA, March 4 (Northern Post) - At least 12 people were killed on Tuesday when Saudi forces shelled a market in Sanaa, Yemen's Health Ministry said.

Saudi Arabia has refused a ceasefire. Saudi Arabia promised to open the Haradh crossing to aid convoys by March 8.

Talks between Yemen and Saudi Arabia will be held in Muscat on March 7, officials said.
""",
    "north-later": """Shelling kills 15 in Sanaa market

SANAA, March 4 (Northern Post) - At least 15 people were killed on Tuesday when Saudi forces shelled a market in Sanaa, Yemen's Health Ministry said.

Saudi Arabia has refused a ceasefire. Saudi Arabia promised to open the Haradh crossing to aid convoys by March 8.

Talks between Yemen and Saudi Arabia will be held in Muscat on March 7, officials said.
""",
    "west": """Saudi Arabia accepts ceasefire

MUSCAT, March 9 (Coral Gulf Mail) - Saudi Arabia accepted a ceasefire on Sunday, its foreign minister said.

Saudi Arabia's Defense Ministry denied that its forces had shelled the market in Sanaa.

Talks between Yemen and Saudi Arabia were held in Muscat on March 7. Yemen promised to release 40 prisoners by March 20.
""",
}
DAYS = {"north": "2031-03-04", "north-later": "2031-03-05", "west": "2031-03-09"}
OUTLETS = {"north": "Northern Post", "north-later": "Northern Post", "west": "Coral Gulf Mail"}


@pytest.fixture(scope="module")
def looks(tmp_path_factory: pytest.TempPathFactory) -> tuple[RecordData, RecordData]:
    """The record of the first report, and of all three."""
    folder = tmp_path_factory.mktemp("looks")
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        url = "https://northern.example/market" if "north" in name else ""
        said = {"outlet": OUTLETS[name], "published": DAYS[name], "url": url}
        (folder / f"{name}.meta.json").write_text(json.dumps(said), encoding="utf-8")
    settings = Settings(workers=1)
    first = read_once(read_inputs([str(folder / "north.txt")]), settings)
    return first.record, read_once(read_inputs([str(folder)]), settings).record


@pytest.fixture(scope="module")
def news(looks: tuple[RecordData, RecordData]) -> tuple[News, ...]:
    return changes(*looks, since="2031-03-04", today="2031-03-09")


def of(news: tuple[News, ...], kind: NewsKind) -> list[News]:
    return [one for one in news if one.kind == kind]


def test_nothing_is_new_where_nothing_changed(looks: tuple[RecordData, RecordData]) -> None:
    for record in looks:
        assert changes(record, record, since="2031-03-09", today="2031-03-09") == ()


def test_a_denial_is_a_new_conflict_told_once_a_matter(news: tuple[News, ...]) -> None:
    found = of(news, NewsKind.NEW_CONFLICT)
    assert found
    assert len({one.text for one in found}) == len(found)
    assert all("denies what" in one.text for one in found)
    assert all(len(one.after) == 2 for one in found)


def test_a_party_that_changes_its_answer(news: tuple[News, ...]) -> None:
    (changed,) = [one for one in of(news, NewsKind.POSITION_CHANGED) if "ceasefire" in one.text]
    assert changed.text == "Saudi Arabia on ceasefire: rejects before, now accepts"
    assert changed.before[0].exact == "Saudi Arabia has refused a ceasefire"


def test_what_was_planned_has_happened(news: tuple[News, ...]) -> None:
    found = [one.words.exact for one in of(news, NewsKind.NOW_HAPPENED) if one.words]
    assert any("were held in Muscat" in words for words in found)


def test_promises_made_and_fallen_due(looks: tuple[RecordData, RecordData], news: tuple[News, ...]) -> None:
    (due,) = of(news, NewsKind.COMMITMENT_DUE)
    assert "8 Mar 2031" in due.text
    assert any("20 Mar 2031" in one.text for one in of(news, NewsKind.NEW_COMMITMENT))
    for since, today in (("2031-03-08", "2031-03-09"), ("2031-03-04", "2031-03-07")):
        assert not of(changes(*looks, since=since, today=today), NewsKind.COMMITMENT_DUE)
    assert of(changes(*looks, since="2031-03-07", today="2031-03-08"), NewsKind.COMMITMENT_DUE)


def test_a_figures_range_is_told_with_its_new_readings(news: tuple[News, ...]) -> None:
    ranges = of(news, NewsKind.FIGURE_RANGE)
    assert [one.text.split(":")[0] for one in ranges] == ["people killed"] * len(ranges)


def test_versions_and_reports_are_told_apart_and_versions_say_what_changed(news: tuple[News, ...]) -> None:
    (version,), (report,) = of(news, NewsKind.NEW_VERSION), of(news, NewsKind.NEW_REPORT)
    assert version.text.startswith("Northern Post, 5 Mar 2031: figure up by 3")
    assert report.text == "Coral Gulf Mail, 9 Mar 2031"
    assert report.words
    assert report.words.exact == "Saudi Arabia accepts ceasefire"


def test_a_conflict_is_gone_where_it_is_called_a_revision_now(looks: tuple[RecordData, RecordData]) -> None:
    _, record = looks
    revised = tuple(replace(c, verdict=Verdict.REVISED) for c in record.comparisons)
    later = replace(record, comparisons=revised)
    found = changes(record, later, since="2031-03-09", today="2031-03-09")
    assert {one.kind for one in found} == {NewsKind.CONFLICT_GONE}
    assert all("revised now" in one.text for one in found)


def test_a_merged_thing_is_known_by_its_old_id(looks: tuple[RecordData, RecordData]) -> None:
    """An event that takes another id with a smaller member is not new, nor is its conflict."""
    _, record = looks
    event = next(e for e in record.events if any(c.subject.id == e.id for c in record.comparisons))
    renamed = replace(event, id="e-0", aliases=("e-0", *event.aliases))
    later = replace(
        record,
        events=tuple(sorted((renamed if e is event else e for e in record.events), key=lambda e: e.id)),
        comparisons=tuple(
            replace(c, subject=replace(c.subject, id="e-0")) if c.subject.id == event.id else c
            for c in record.comparisons
        ),
    )
    assert changes(record, later, since="2031-03-09", today="2031-03-09") == ()


def test_a_second_account_and_a_changed_status_are_told(looks: tuple[RecordData, RecordData]) -> None:
    _, record = looks
    event = next(e for e in record.events if e.accounts == 1 and e.modality == "happened")
    promise = record.commitments[0]
    before = replace(record, commitments=(replace(promise, status=Status.BROKEN), *record.commitments[1:]))
    later = replace(record, events=tuple(replace(e, accounts=2) if e is event else e for e in record.events))
    status, accounts = changes(before, later, since="2031-03-30", today="2031-03-30")
    assert (status.kind, accounts.kind) == (NewsKind.STATUS_CHANGED, NewsKind.MORE_ACCOUNTS)
    assert "broken before, now" in status.text
    assert accounts.text == "1 account before, now 2 accounts"


def test_news_is_ordered_cited_and_written_as_rows_and_text(
    looks: tuple[RecordData, RecordData], news: tuple[News, ...]
) -> None:
    ranks = [list(NewsKind).index(one.kind) for one in news]
    assert ranks == sorted(ranks)
    texts = {report.id: report.text for report in looks[1].reports}
    for one in news:
        for span in (*one.before, *one.after, *((one.words,) if one.words else ())):
            span.check(texts[span.report])
    rows = news_rows(news)
    assert json.loads(json.dumps(rows)) == rows
    text = news_text(news, looks[1], since="2031-03-04", today="2031-03-09")
    assert max(len(line) for line in text.splitlines()) <= 100
    assert "[NEW CONFLICT]" in text
    assert "Nothing new." in news_text((), looks[1], since="2031-03-04", today="2031-03-09")
