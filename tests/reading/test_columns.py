"""Which column holds what: the user's word, and the usual names of exports."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import InputError
from dragoman.reading.columns import FIELDS, Columns

MEDIA_CLOUD = ["id", "indexed_date", "language", "media_name", "media_url", "publish_date", "title", "url"]
GDELT_DOC = ["url", "url_mobile", "title", "seendate", "socialimage", "domain", "language", "sourcecountry"]
GDELT_GKG = ["GKGRECORDID", "DATE", "SourceCollectionIdentifier", "SourceCommonName", "DocumentIdentifier"]
EVENT_REGISTRY = [
    "uri",
    "lang",
    "date",
    "dateTime",
    "dateTimePub",
    "url",
    "title",
    "body",
    "source.title",
    "isDuplicate",
]


@pytest.mark.parametrize(
    ("names", "of"),
    [
        (MEDIA_CLOUD, {"title": "title", "url": "url", "published": "publish_date", "seen": "indexed_date",
                       "outlet": "media_name", "language": "language"}),
        (GDELT_DOC, {"title": "title", "url": "url", "seen": "seendate", "outlet": "domain", "language": "language"}),
        (GDELT_GKG, {"url": "DocumentIdentifier", "seen": "DATE", "outlet": "SourceCommonName"}),
        (EVENT_REGISTRY, {"text": "body", "title": "title", "url": "url", "published": "dateTimePub",
                          "seen": "dateTime", "outlet": "source.title", "language": "lang"}),
        (["Full Text", "Publication", "Date", "Authors"],
         {"text": "Full Text", "outlet": "Publication", "published": "Date", "byline": "Authors"}),
    ],
)  # fmt: skip
def test_the_usual_names_are_known(names: list[str], of: dict[str, str]) -> None:
    found = Columns.detect(names)
    assert found.readable
    assert dict(found.of) == of
    assert not found.named


def test_a_table_without_texts_and_addresses_is_not_understood() -> None:
    assert not Columns.detect(["id", "name", "count"]).readable
    assert not Columns.detect([]).readable


def test_the_users_columns_are_taken_as_written() -> None:
    columns = Columns.parse(["text=My Story", " URL = link=here "])
    assert columns is not None
    assert columns.of == {"text": "My Story", "url": "link=here"}
    assert columns.named == {"text", "url"}
    assert Columns.parse([]) is None
    assert columns.within(["my story", "MY STORY", "My Story", "Link=Here"]).of == {
        "text": "My Story",
        "url": "Link=Here",
    }


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (["text"], "write FIELD=COLUMN"),
        (["text="], "write FIELD=COLUMN"),
        (["story=body"], "with a field of text, html"),
        (["text=a", "text=b"], "has a column already: 'a'"),
        (["title=a"], "names no column of text, html, url"),
    ],
)
def test_options_that_cannot_be_used_are_explained(options: list[str], reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        Columns.parse(options)


def test_a_column_that_is_not_there_is_named() -> None:
    columns = Columns.parse(["text=story", "title=nowhere"])
    assert columns is not None
    with pytest.raises(InputError, match="no column 'nowhere'"):
        columns.within(["story"])


@given(st.lists(st.text(max_size=12) | st.sampled_from([*MEDIA_CLOUD, *EVENT_REGISTRY, *GDELT_GKG]), max_size=12))
def test_each_column_found_is_one_of_the_table_and_used_once(names: list[str]) -> None:
    found = Columns.detect(names)
    if found is not None:
        assert set(found.of.values()) <= set(names)
        assert len(set(found.of.values())) == len(found.of)
        assert set(found.of) <= set(FIELDS)
