"""ninjs 1.x, 2.x and 3.x: text, what is stated, what it was derived from; canceled and empty items are refused."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mutations import PIECES, mutated

from dragoman.errors import SkippedInput
from dragoman.reading.document import Document, Format
from dragoman.reading.ninjs import is_item, is_ninjs, read_ninjs
from dragoman.reading.stated import Stated

STATED = Stated(
    outlet="Halyard News Agency",
    title="Truce holds",
    url="https://halyard.example/1",
    published="2031-10-22T21:10:00Z",
    modified="2031-10-22T22:45:00Z",
    language="en-GB",
    byline="Dorren Callowin",
    dateline="Port Nessa",
    rights="Copyright 2031 Halyard",
    credit="Radio Ambrel",
    derived="urn:hna:1",
    identifier="urn:hna:2",
)
COMMON = {"uri": "urn:hna:2", "type": "text", "language": "en-GB", "located": "Port Nessa"}
DATES = {"firstcreated": "2031-10-22T21:10:00Z", "versioncreated": "2031-10-22T22:45:00Z", "pubstatus": "usable"}
RIGHTS = {"copyrightholder": "Halyard News Agency", "copyrightnotice": "Copyright 2031 Halyard"}
BODY = "<p>The truce held, both sides said.</p><figure><figcaption>No</figcaption></figure><p>Two shots were heard.</p>"
ONE = {
    **COMMON,
    **DATES,
    **RIGHTS,
    "headline": "Truce holds",
    "byline": "Dorren Callowin",
    "body_html": BODY,
    "body_text": "The truce held.",
    "infosource": [{"name": "Radio Ambrel"}, {"name": "Halyard News Agency"}],
    "altids": {"canonical": "https://halyard.example/1", "slug": "truce"},
    "associations": {"featuremedia": {"uri": "urn:hna:p"}, "derivedfrom_1": {"uri": "urn:hna:1"}},
}
TWO = {
    **COMMON,
    **DATES,
    **RIGHTS,
    "headlines": [{"role": "print", "value": "Holds"}, {"role": "main", "value": "Truce holds"}],
    "by": "Dorren Callowin",
    "bodies": [{"role": "summary", "value": "It held."}, {"contenttype": "application/xhtml+xml", "value": BODY}],
    "infosources": [{"role": "supplier", "name": "Radio Ambrel"}, {"role": "distributor", "name": "Net"}],
    "altids": [{"role": "url", "value": "https://halyard.example/1"}],
    "associations": [{"name": "x", "rel": "irel:derivedFrom", "uri": "urn:hna:1"}, {"name": "y", "uri": "urn:hna:p"}],
}
CAMELS = {"firstcreated": "firstCreated", "versioncreated": "versionCreated", "pubstatus": "pubStatus"} | {
    "copyrightholder": "copyrightHolder",
    "copyrightnotice": "copyrightNotice",
    "infosources": "infoSources",
    "altids": "altIds",
}
THREE = {CAMELS.get(key, key): value for key, value in TWO.items()}


def _read(item: object) -> tuple[str, Stated]:
    content = item if isinstance(item, bytes) else json.dumps(item).encode()
    return read_ninjs(Document("item.json", content, Format.NINJS))


@pytest.mark.parametrize("item", [ONE, TWO, THREE], ids=["1.x", "2.x", "3.x"])
def test_every_version_gives_the_same_report(item: dict[str, object]) -> None:
    text, stated = _read(item)
    assert text == "Truce holds\n\nThe truce held, both sides said.\n\nTwo shots were heard."
    assert stated == STATED
    assert is_ninjs(json.dumps(item).encode()[:4096])
    assert is_item(item)


@pytest.mark.parametrize(
    "told",
    [
        {"derivedfrom": ["urn:hna:1"]},
        {"derivedFrom": [{"guid": "urn:hna:1"}]},
        {"evolvedfrom": "urn:hna:1"},
        {"translatedFrom": {"uri": "urn:hna:1"}},
        {"associations": [{"name": "a", "rel": "isTranslationOf", "uri": "urn:hna:1"}]},
        {"associations": [{"rel": "http://cv.iptc.org/newscodes/itemrelation/derivedFrom", "uri": "urn:hna:1"}]},
    ],
)
def test_what_an_item_was_made_from_is_kept(told: dict[str, object]) -> None:
    assert _read({"uri": "urn:hna:2", "body_text": "The truce held.", **told})[1].derived == "urn:hna:1"


@pytest.mark.parametrize(
    ("body", "paragraphs"),
    [
        ({"body_text": "One.\n\nTwo\nlines."}, "One.\n\nTwo lines."),
        ({"body_text": "One.\nTwo."}, "One.\n\nTwo."),
        ({"bodies": [{"value": "<p>One.<p>Two<br>three &amp; four"}]}, "One.\n\nTwo\n\nthree & four"),
        ({"body_xhtml": "<div><p>T</p><p>One.</p></div>", "headline": "T"}, "T\n\nOne."),
        ({"body_nitf": "<nitf><body><body.head><hl1>H</hl1></body.head><body.content><p>One.</p></body.content></body>"
          "</nitf>"}, "One."),
    ],
)  # fmt: skip
def test_bodies_become_paragraphs(body: dict[str, object], paragraphs: str) -> None:
    assert _read({"uri": "u", **body})[0] == paragraphs


@pytest.mark.parametrize(
    ("item", "reason"),
    [
        ({**ONE, "pubstatus": "canceled"}, "has canceled it"),
        ({**THREE, "pubStatus": "stat:withheld"}, "withholds it"),
        ({"uri": "u", "type": "picture", "headline": "A bridge"}, "of type picture and holds no text"),
        ({"uri": "u", "bodies": [{"value": 3}, 4], "headlines": 5, "associations": 6}, "holds no text"),
        ([ONE], "no object"),
        (b'{"uri": "u"', "JSON breaks"),
        (b'{"uri": "u"}\n{"uri": "v"}', "more than one JSON value"),
        (b"[" * 100_000, "nested too deep"),
        (b'{"a": ' + b"9" * 10_000 + b"}", "number too long"),
        (b"", "empty"),
    ],
)
def test_what_cannot_be_read_is_refused(item: object, reason: str) -> None:
    with pytest.raises(SkippedInput, match=reason):
        _read(item)


def test_other_json_is_no_ninjs() -> None:
    for other in ('{"version": "https://jsonfeed.org/version/1.1", "items": []}', '[{"uri": "x"}]', "", "<rss>"):
        assert not is_ninjs(other.encode())
    assert not is_ninjs(b'{"headline": "T", "copyrightholder": "A", "articleBody": "x"}')
    assert not is_item({"url": "https://x.example", "title": "T", "body": "x"})


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=20) | st.sampled_from(["urn:1", "<p>x"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["uri", "value", "name", "rel", "role"]), inner, max_size=4)
    ),
    max_leaves=6,
)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from(sorted({*ONE, *TWO, *THREE, "derivedfrom"})), JSON, max_size=8), st.data())
def test_no_shape_and_no_bytes_make_it_fail(odd: dict[str, object], data: st.DataObject) -> None:
    for content in (json.dumps({**ONE, **odd}).encode(), mutated(data, json.dumps(TWO).encode(), PIECES)):
        is_ninjs(content)
        try:
            text, stated = _read(content)
        except SkippedInput:
            continue
        text.encode()
        assert "\n" not in stated.title + stated.outlet + stated.url + stated.identifier
        stated.derived.encode()
