"""Bytes to text, or a clear answer why not; nothing is half read."""

import codecs
import re

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
# What browsers read under these names, since pages so labelled hold the larger code page.
_LARGER = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
# Encodings that hide text in plain ASCII, or that are no text encodings at all.
_NEVER = frozenset({"utf-7", "hz", "idna", "punycode", "unicode_escape", "raw_unicode_escape", "utf-8"})
_UTF8_LETTER = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f-\x9f]")
_STRAY = re.compile("[\udc80-\udcff]")
# Quotation marks, dashes and an ellipsis of the Windows code page, pasted into pages of UTF-8.
_PASTED = frozenset({0x85, *range(0x91, 0x98)})
MOST_STRAY, FEW, SAMPLE = 1 / 500, 8, 20_000
# Some 170,000 words; no report is as long, and what is done with a text takes time by its length.
LONGEST_TEXT = 1_000_000
AS_TEXT = "Save it as UTF-8 text or as an HTML page"


def decode(name: str, content: bytes, *, declared: str = "", own: str = "", lenient: bool = False) -> str:
    """Decode a text, without its BOM and with `\\n` newlines.

    `declared` is the encoding that the transport names, `own` the one that the text itself names: both are believed,
    in this order, where the bytes are no Unicode and are valid in it. `lenient` reads a page as browsers do: a few
    broken bytes among good UTF-8 become `\\ufffd`, or the mark that was pasted, and NULs are left out. Raises
    SkippedInput for empty, binary, truncated or ambiguous content.
    """
    if not content.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise SkippedInput(name, "the file is empty", "Give a file with a report's text")
    for magic, kind in _MAGIC:
        if content.startswith(magic):
            raise SkippedInput(name, f"it is {kind}, not text", AS_TEXT)
    text = _decoded(name, content, (declared, own), lenient).replace("\r\n", "\n").replace("\r", "\n")
    odd = sum(1 for _ in _CONTROL.finditer(text, 0, SAMPLE))
    if "\x00" in text or odd > 0.02 * min(len(text), SAMPLE):
        raise SkippedInput(name, "it is binary data, not text", AS_TEXT)
    if not text.strip():
        raise SkippedInput(name, "the file is empty", "Give a file with a report's text")
    return text


def bounded(name: str, text: str) -> str:
    """The text of a report as it is; raises SkippedInput where it is longer than any report."""
    if len(text) <= LONGEST_TEXT:
        return text
    reason = f"its text has {len(text):,} characters, and no report has more than {LONGEST_TEXT:,}"
    raise SkippedInput(name, reason, "Give one report a file")


def _decoded(name: str, content: bytes, labels: tuple[str, ...], lenient: bool) -> str:
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return _strict(name, content, encoding)
    wide = _wide(content)
    if wide:
        return _strict(name, content, wide)
    if b"\x00" in content:
        if not lenient or content.count(0) > max(MOST_STRAY * len(content), FEW):
            raise SkippedInput(name, "it holds NUL bytes: binary data, not text", AS_TEXT)
        content = content.replace(b"\x00", b"")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _other(name, content, labels, error, mended=_mended(content) if lenient else "")


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


def _mended(content: bytes) -> str:
    """UTF-8 in which a few bytes are broken, "" where it is something else."""
    text = content.decode("utf-8", "surrogateescape")
    strays = sum(1 for _ in _STRAY.finditer(text))
    letters = sum(1 for _ in _UTF8_LETTER.finditer(content))
    if letters <= 2 * strays or strays > max(MOST_STRAY * len(text), FEW):
        return ""
    return _STRAY.sub(_stray, text)


def _stray(found: re.Match[str]) -> str:
    byte = ord(found[0]) - 0xDC00
    return bytes([byte]).decode("cp1252") if byte in _PASTED else "\ufffd"


def _other(name: str, content: bytes, labels: tuple[str, ...], error: UnicodeDecodeError, *, mended: str) -> str:
    """UTF-8 with a few broken bytes, a named code page, a Latin one that leaves no doubt, or why none will do."""
    if mended:
        return mended
    for label in labels:
        text = _labelled(content, label)
        if text:
            return text
    cut = error.end >= len(content) and error.reason == "unexpected end of data"
    if cut or _UTF8_LETTER.search(content):
        what = "is cut off in the middle of a character" if cut else "is broken"
        state = "incomplete" if cut else "damaged"
        raise SkippedInput(
            name, f"its UTF-8 {what} at byte {error.start:,}", f"The file seems {state}: fetch it again. {AS_TEXT}"
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


def _labelled(content: bytes, label: str) -> str:
    """The text in a code page that is named, "" where there is no such page or the bytes are invalid in it."""
    try:
        known = codecs.lookup(label.strip().strip("\"'")).name
        if known in _NEVER or known.startswith(("utf-16", "utf-32")):
            return ""
        return content.decode(_LARGER.get(known, known))
    except (LookupError, ValueError):
        return ""


def _read_as(content: bytes, page: str) -> str:
    """The text in a code page, "" where it does not exist there or where few letters are Latin ones."""
    try:
        text = content.decode(page)
    except UnicodeDecodeError:
        return ""
    letters = [c for c in text if c.isalpha()]
    foreign = sum(not c.isascii() for c in letters)
    return text if letters and foreign <= 0.05 * len(letters) and not re.search(r"[\x80-\x9f]", text) else ""
