"""Bytes to text, or a clear answer why not; nothing is half read."""

import codecs
import re
import unicodedata

from dragoman.errors import SkippedInput

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich-text document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"SQLite format 3", "a database"),
)
# Code pages of Latin script: where they read a byte alike, it is certain which letter was meant.
_LATIN_PAGES = ("cp1252", "cp1250", "cp1254", "cp1257")
AS_TEXT = "Save it as UTF-8 text or as an HTML page"


def decode(name: str, content: bytes, *, declared: str = "") -> str:
    """Decode a text, without its BOM and with `\\n` newlines; `declared` is an encoding that the page names.

    Raises SkippedInput for empty, binary, truncated or ambiguous content.
    """
    if not content.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise SkippedInput(name, "the file is empty", "Give a file with a report's text")
    for magic, kind in _MAGIC:
        if content.startswith(magic):
            raise SkippedInput(name, f"it is {kind}, not text", AS_TEXT)
    text = _decoded(name, content, declared).replace("\r\n", "\n").replace("\r", "\n")
    odd = sum(unicodedata.category(c) == "Cc" and c not in "\n\t\f\x1b" for c in text[:20_000])
    if "\x00" in text or odd > 0.02 * min(len(text), 20_000):
        raise SkippedInput(name, "it is binary data, not text", AS_TEXT)
    if not text.strip():
        raise SkippedInput(name, "the file is empty", "Give a file with a report's text")
    return text


def _decoded(name: str, content: bytes, declared: str) -> str:
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return _strict(name, content, encoding)
    wide = _wide(content)
    if wide:
        return _strict(name, content, wide)
    if b"\x00" in content:
        raise SkippedInput(name, "it holds NUL bytes: binary data, not text", AS_TEXT)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _other(name, content, declared, error)


def _strict(name: str, content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise SkippedInput(
            name,
            f"it begins as {encoding.upper()} but breaks at byte {error.start:,}",
            f"The file seems cut off or damaged: fetch it again. {AS_TEXT}",
        ) from error


def _wide(content: bytes) -> str:
    """UTF-16 without a BOM: Latin text has a NUL in nearly every second byte and nearly none in the others."""
    sample = content[:4096]
    half = len(sample) // 2
    if half < 8:
        return ""
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if odd > 0.7 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 and odd < 0.05 else ""


def _other(name: str, content: bytes, declared: str, error: UnicodeDecodeError) -> str:
    """A declared code page, a Latin one that leaves no doubt, or the reason why neither will do."""
    if declared and _known(declared) and codecs.lookup(declared).name != "utf-8":
        try:
            return content.decode("cp1252" if codecs.lookup(declared).name == "iso8859-1" else declared)
        except UnicodeDecodeError:
            declared = ""
    if re.search(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}", content):
        cut = error.end >= len(content) and error.reason == "unexpected end of data"
        what = "is cut off in the middle of a character" if cut else "is broken"
        raise SkippedInput(
            name, f"its UTF-8 {what} at byte {error.start:,}", f"The file seems damaged: fetch it again. {AS_TEXT}"
        )
    if error.end >= len(content) and error.reason == "unexpected end of data":
        raise SkippedInput(
            name,
            f"its UTF-8 is cut off in the middle of a character at byte {error.start:,}",
            f"The file seems incomplete: fetch it again. {AS_TEXT}",
        )
    readings = {_read_as(content, page) for page in _LATIN_PAGES}
    readings.discard("")
    if len(readings) == 1:
        return readings.pop()
    raise SkippedInput(
        name,
        f"it is neither UTF-8 nor UTF-16, and byte {error.start:,} may be any of several letters",
        "Convert it to UTF-8, for instance with `iconv -f WINDOWS-1252 -t UTF-8`",
    )


def _known(encoding: str) -> bool:
    try:
        codecs.lookup(encoding)
    except LookupError:
        return False
    return True


def _read_as(content: bytes, page: str) -> str:
    """The text in a code page, "" where it does not exist there or where few letters are Latin ones."""
    try:
        text = content.decode(page)
    except UnicodeDecodeError:
        return ""
    letters = [c for c in text if c.isalpha()]
    foreign = sum(not c.isascii() for c in letters)
    return text if letters and foreign <= 0.05 * len(letters) and not re.search(r"[\x80-\x9f]", text) else ""
