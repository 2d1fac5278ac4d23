"""Small PDFs made by hand."""

import zlib
from collections.abc import Mapping, Sequence

Printed = tuple[float, float, float, str]
"""Points from the left and from the bottom, size, and one line of text."""


def pdf(
    pages: Sequence[Sequence[Printed]], *, info: Mapping[str, str] | None = None, drawn: Sequence[bytes] = ()
) -> bytes:
    """A PDF with these pages of Helvetica; `drawn` are whole content streams instead."""
    contents = [b"\n".join(_shown(*line) for line in page) for page in pages] + list(drawn)
    first = 5
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>"
        % (len(contents), b" ".join(b"%d 0 R" % (first + 2 * n) for n in range(len(contents)))),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< %s >>" % b" ".join(b"/%s (%s)" % (k.encode(), _escaped(v)) for k, v in (info or {}).items()),
    ]
    for number, content in enumerate(contents):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % (first + 2 * number + 1)
        )
        objects.append(stream(content))
    return assembled(objects)


def stream(content: bytes) -> bytes:
    """A packed stream object."""
    body = zlib.compress(content)
    return b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(body), body)


def assembled(objects: Sequence[bytes]) -> bytes:
    """A file of these objects, numbered from 1: the catalogue first, the information fourth."""
    content = bytearray(b"%PDF-1.7\n")
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = len(content)
    content += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    content += b"".join(b"%010d 00000 n \n" % place for place in places)
    content += b"trailer\n<< /Size %d /Root 1 0 R /Info 4 0 R >>\n" % (len(objects) + 1)
    return bytes(content + b"startxref\n%d\n%%%%EOF\n" % table)


def column(
    lines: Sequence[str], *, x: float = 72, top: float = 700, size: float = 11, gap: float = 13
) -> list[Printed]:
    """Lines below each other; an empty one is half a line of space."""
    placed: list[Printed] = []
    for line in lines:
        if line:
            placed.append((x, top, size, line))
        top -= gap if line else gap / 2
    return placed


def _shown(x: float, y: float, size: float, text: str) -> bytes:
    return b"BT /F1 %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET" % (size, x, y, _escaped(text))


def _escaped(text: str) -> bytes:
    return text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
