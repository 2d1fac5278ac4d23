"""Bytes that parsers stumble over, put into, copied within and cut out of a whole document by hypothesis."""

from hypothesis import strategies as st

PIECES = (
    *(
        b"<",
        b">",
        b"&",
        b'"',
        b"'",
        b"\x00",
        b"\xff",
        b"\xe9",
        b"]]>",
        b"<![CDATA[",
        b"<!--",
        b"-->",
        b"<!DOCTYPE x [>",
    ),
    *(b"&#xD800;", b"&#0;", b"&#99999999;", b"\n", b"\r", b",", b"{", b"[", b"]", b"}", b"\\ud800", b"null", b"1e999"),
    *(b"http://[", b"//[", b'xml:base="http://["', b"\xef\xbb\xbf", b"\xff\xfe", b"<item>", b"<entry>", b"<title>"),
    *(b"<link href='http://[x'/>", b'href="http://h:99999999/"', b"<content>", b"<x:y>", b"\xed\xa0\x80", b"NaN"),
    *(b"9" * 400, b"[" * 2000, b"http://\xe2\x84\x80/", b"\xe2\x80\xa8", b"<loc>", b"<url>", b"PAR1"),
)


def mutated(data: st.DataObject, seed: bytes, pieces: tuple[bytes, ...]) -> bytes:
    """A document with up to five changes."""
    content = bytearray(seed)
    for _ in range(data.draw(st.integers(0, 5))):
        place = data.draw(st.integers(0, len(content)))
        kind = data.draw(st.sampled_from(["insert", "cut", "byte", "copy", "end"]))
        if kind == "insert":
            content[place:place] = data.draw(st.sampled_from(pieces))
        elif kind == "cut":
            del content[place : place + data.draw(st.integers(1, 60))]
        elif kind == "byte":
            content[place : place + 1] = data.draw(st.binary(min_size=1, max_size=3))
        elif kind == "copy":
            start = data.draw(st.integers(0, len(content)))
            content[place:place] = content[start : start + 200]
        else:
            del content[place:]
    return bytes(content)
