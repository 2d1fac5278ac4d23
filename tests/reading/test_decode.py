"""Bytes become text whole, or a clear answer why not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import SkippedInput
from dragoman.reading.decode import decode

TEXT = "Rebels free 30 prisoners\n\nThe army said “thank you” at Café Noir.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_encodings_are_read_with_or_without_a_bom(encoding: str) -> None:
    assert decode("a.txt", TEXT.encode(encoding)) == TEXT


def test_newlines_are_the_only_thing_changed() -> None:
    assert decode("a.txt", b"a \t b\r\nc\rd\n\n") == "a \t b\nc\nd\n\n"


def test_a_western_code_page_is_read_where_no_letter_is_in_doubt() -> None:
    assert decode("a.txt", TEXT.encode("cp1252")) == TEXT


def test_a_letter_that_code_pages_read_differently_is_not_guessed() -> None:
    with pytest.raises(SkippedInput, match="may be any of several letters"):
        decode("a.txt", ("The president Ağa spoke to the army. " * 5).encode("cp1254"))


def test_a_declared_code_page_is_believed() -> None:
    assert decode("a.html", "Ağa spoke".encode("cp1254"), declared="windows-1254") == "Ağa spoke"


@pytest.mark.parametrize(
    "label", ["iso-8859-1", "ISO-8859-1", "windows-1254", "utf-16", "nonsense", "", "base64", "utf-7"]
)
def test_a_wrong_label_never_spoils_utf_8(label: str) -> None:
    assert decode("a.html", TEXT.encode(), declared=label, own=label) == TEXT


def test_a_code_page_labelled_utf_8_is_read_where_no_letter_is_in_doubt() -> None:
    assert decode("a.html", TEXT.encode("cp1252"), declared="utf-8", own="UTF-8") == TEXT


def test_the_transports_label_is_believed_before_the_pages_own_and_not_where_it_is_invalid() -> None:
    content = "Čapek spoke".encode("cp1250")
    assert decode("a.html", content, declared="windows-1250", own="iso-8859-1") == "Čapek spoke"
    assert decode("a.html", content, declared="euc-jp", own="windows-1250") == "Čapek spoke"


def test_latin_1_means_what_browsers_take_it_for() -> None:
    assert decode("a.html", "“Ağa”".encode("cp1254"), declared="iso-8859-9") == "“Ağa”"
    assert decode("a.html", "a “quote” é".encode("cp1252"), declared="iso-8859-1") == "a “quote” é"


def test_a_page_with_a_few_broken_bytes_is_mended_and_a_text_is_not() -> None:
    content = ("“Café” Noir. " * 60).encode() + b"It\x92s late \xff \x00"
    mended = decode("a.html", content, lenient=True)
    assert mended.endswith("It’s late \ufffd ")
    with pytest.raises(SkippedInput):
        decode("a.txt", content)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"abc\x00def" * 9, "binary"),
        (bytes(range(1, 32)) * 40, "binary"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "ZIP"),
        ("ab “quoted”".encode()[:-1], "cut off"),
        ("x “quoted” y".encode().replace(b"\x9d", b"", 1), "broken"),
        (TEXT.encode("utf-16")[:-1], "breaks at byte"),
    ],
)
def test_what_is_not_whole_text_is_named_with_a_remedy(content: bytes, reason: str) -> None:
    with pytest.raises(SkippedInput) as caught:
        decode("a.txt", content)
    assert reason in caught.value.reason
    assert caught.value.remedy


def test_a_truncated_text_names_the_byte() -> None:
    content = "abc é".encode()[:-1]
    with pytest.raises(SkippedInput, match="byte 4"):
        decode("a.txt", content)


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_skipped(content: bytes) -> None:
    try:
        text = decode("a.txt", content)
    except SkippedInput as problem:
        text = f"{problem.reason} {problem.remedy}"
    assert text.strip()
