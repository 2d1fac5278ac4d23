"""JSON Feed 1.0 and 1.1: entries and channel from its object."""

from collections.abc import Iterator, Mapping, Sequence

from dragoman.reading.feed_entry import Channel, Entry, absolute, text_body
from dragoman.reading.markup import plain
from dragoman.reading.safe_json import clean, line
from dragoman.reading.safe_xml import MOST_RECORDS
from dragoman.reading.stated import Stated
from dragoman.reading.tally import Tally


def json_channel(feed: Mapping[str, object]) -> Channel:
    """What the feed says of itself."""
    return Channel(
        title=plain(line(feed.get("title"))),
        site=absolute("", line(feed.get("home_page_url"))),
        language=line(feed.get("language")),
    )


def json_entries(items: Sequence[object], tally: Tally) -> Iterator[Entry]:
    """Every item that is an object, in order; others are faults."""
    for place, item in enumerate(items[:MOST_RECORDS], start=1):
        if isinstance(item, dict):
            yield _entry(item)
        else:
            tally.fault("items that are no objects", "Ask the publisher of the feed", f"item {place}")
    if len(items) > MOST_RECORDS:
        tally.fault("items beyond the limit of a feed", "Split the feed", f"from item {MOST_RECORDS + 1:,} on")


def _entry(item: Mapping[str, object]) -> Entry:
    url, identifier = line(item.get("url")), line(item.get("id"))
    authors = item.get("authors")
    stated = Stated(
        title=plain(line(item.get("title"))),
        url=url or (identifier if identifier.startswith(("http://", "https://")) else ""),
        published=line(item.get("date_published")),
        modified=line(item.get("date_modified")),
        language=line(item.get("language")),
        byline=line(authors if isinstance(authors, list) and authors else item.get("author")),
        derived=absolute("", line(item.get("external_url"))),
        identifier=identifier,
    )
    texts = (("content_html", True, True), ("content_text", True, False), ("summary", False, False))
    bodies = (
        text_body(clean(text), whole=whole, is_html=is_html)
        for key, whole, is_html in texts
        if isinstance(text := item.get(key), str) and text.strip()
    )
    return Entry(stated, tuple(bodies))
