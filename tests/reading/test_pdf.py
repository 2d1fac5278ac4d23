"""PDFs: paragraphs as printed, headline first; scanned, locked, broken or hostile files give one line."""

import io
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from prints import Printed, assembled, column, pdf, stream
from pypdf import PdfReader, PdfWriter

from dragoman.errors import SkippedInput
from dragoman.reading.document import Document, Format
from dragoman.reading.pdf import read_pdf
from dragoman.reading.stated import Stated

HEADLINE = (72, 760, 22, "Rebels free 30 prisoners in Ardana")
FIRST = (
    "The Northern Front freed 30 prisoners in Ardana on Tuesday, the",
    "group said in a statement. It was the first release since the",
    "spring, when the talks broke down.",
)
SECOND = (
    "The army confirmed that the men had been handed over to the Red",
    "Cross near the river and taken home, in line with the terms of",
    "the truce.",
)
TEXT = [" ".join(FIRST), " ".join(SECOND)]


def _read(content: bytes) -> tuple[list[str], Stated]:
    text, stated = read_pdf(Document("news.pdf", content, Format.PDF))
    return text.split("\n\n"), stated


def _refused(content: bytes) -> SkippedInput:
    with pytest.raises(SkippedInput) as caught:
        read_pdf(Document("news.pdf", content, Format.PDF))
    return caught.value


def _indented(lines: tuple[str, ...], top: float) -> list[Printed]:
    return [(84 if n == 0 else 72, top - 13 * n, 11, line) for n, line in enumerate(lines)]


@pytest.mark.parametrize(
    "body",
    [
        column([*FIRST, "", *SECOND]),
        _indented(FIRST, 700) + _indented(SECOND, 661),
        column([*FIRST, *SECOND]),
        column(FIRST) + column(SECOND, x=320),
        [line for _ in [0] for line in column([*FIRST, "", *SECOND])] + [(72, 30, 9, "Page 1 of 1")],
    ],
    ids=["spaced", "indented", "by the short last line", "columns", "page number"],
)
def test_paragraphs_are_rebuilt_and_the_headline_is_told(body: list[Printed]) -> None:
    text, stated = _read(pdf([[HEADLINE, *body]]))
    assert text == [HEADLINE[3], *TEXT]
    assert stated.title == HEADLINE[3]


def test_a_headline_of_two_lines_below_the_name_of_the_paper_comes_first() -> None:
    page = [(72, 800, 14, "The Daily Example"), (72, 780, 11, "3 June 2025"), (72, 750, 22, "Rebels free 30 prisoners")]
    text, stated = _read(pdf([[*page, (90, 726, 22, "in the town of Ardana"), *column([*FIRST, "", *SECOND])]]))
    assert stated.title == "Rebels free 30 prisoners in the town of Ardana"
    assert text == [stated.title, "The Daily Example", "3 June 2025", *TEXT]


def test_paragraphs_go_on_over_pages_and_running_heads_are_left_out() -> None:
    pages = [
        [
            (72, 810, 9, "The Daily Example, 3 June 2025"),
            *([HEADLINE] if n == 0 else []),
            *column(lines),
            (290, 30, 9, f"{n + 1}"),
        ]
        for n, lines in enumerate((FIRST[:2], [FIRST[2], "", *SECOND[:1]], SECOND[1:]))
    ]
    text, stated = _read(pdf(pages))
    assert text == [HEADLINE[3], *TEXT]
    assert stated.published == "2025-06-03"


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ("Tuesday, June 3, 2025 | The Daily Example", "2025-06-03"),
        ("Report on the attack of 3 June 2025", ""),
        ("2025-06-03, 8:15 AM", ""),
        ("3 June 2025, 5 June 2025", ""),
        ("The Daily Example, June 2025", ""),
    ],
)
def test_a_date_counts_where_running_heads_print_it_by_itself(head: str, published: str) -> None:
    pages = [[(72, 810, 9, head), *column(lines)] for lines in (FIRST, SECOND)]
    text, stated = _read(pdf(pages))
    assert text == TEXT
    assert stated.published == published


@pytest.mark.parametrize("count", [1, 2])
def test_what_a_browser_prints_around_a_page_gives_its_address_and_no_date(count: int) -> None:
    around = [(72, 820, 8, "6/3/25, 8:15 AM"), (200, 820, 8, HEADLINE[3])]
    below = [(72, 20, 8, f"https://example.org/world/rebels-free-30 {n + 1}/{count}") for n in range(count)]
    pages = [
        [*around, *column([*FIRST, "", *SECOND] if n == 0 else ["More", "words."]), below[n]] for n in range(count)
    ]
    text, stated = _read(pdf(pages))
    assert text[:2] == TEXT
    assert (stated.url, stated.published) == ("https://example.org/world/rebels-free-30", "")


def test_hyphens_at_line_ends_go_only_where_it_is_sure() -> None:
    lines = (
        "The prisoners were freed. The prison-",
        "ers went home by bus, and a cease-",
        "fire began. The govern-",
        "ment called it a confidence-",
        "building step near Mu-",
        "zar, where the cease-fire holds and the army stays in the hills above the town until talks resume.",
    )
    text, _ = _read(pdf([column(lines)]))
    assert text == [
        "The prisoners were freed. The prisoners went home by bus, and a cease-fire began. The government called it "
        "a confidence-building step near Mu-zar, where the cease-fire holds and the army stays in the hills above "
        "the town until talks resume."
    ]


@pytest.mark.parametrize(
    ("title", "author", "told"),
    [
        ("Rebels free 30 prisoners in Ardana | The Daily Example", "Jane Roe", ("small", "Jane Roe")),
        ("Microsoft Word - report_final.docx", "admin", ("", "")),
        ("Annual budget of the town council", "John Smith", ("", "")),
    ],
)
def test_metadata_counts_only_where_it_is_printed(title: str, author: str, told: tuple[str, str]) -> None:
    small = (72, 760, 11, HEADLINE[3])
    page = [small, (72, 740, 11, "By Jane Roe"), *column([*FIRST, "", *SECOND])]
    text, stated = _read(pdf([page], info={"Title": title, "Author": author, "CreationDate": "D:20190102030405Z"}))
    assert stated.title == (small[3] if told[0] else "")
    assert stated.byline == told[1]
    dates = (stated.published, stated.modified, stated.seen)
    assert dates == ("", "", ""), "when a PDF was made is not when it was published"
    assert text[0] == small[3]


def _written(content: bytes, *, user: str, algorithm: str = "RC4-128") -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(content)))
    writer.encrypt(user, "owner", algorithm=algorithm)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


WHOLE = pdf([[HEADLINE, *column([*FIRST, "", *SECOND])]])


def test_protection_without_a_password_is_no_hindrance_and_a_password_is() -> None:
    assert _read(_written(WHOLE, user=""))[0] == [HEADLINE[3], *TEXT]
    problem = _refused(_written(WHOLE, user="secret"))
    assert "encrypted with a password" in problem.reason
    assert "qpdf" in problem.remedy


def test_no_text_is_told_as_such() -> None:
    assert "no text (scanned pages?)" in _refused(pdf([[]])).reason
    assert "hardly any text (5 words" in _refused(pdf([[HEADLINE]])).reason
    unknown = b"BT /F1 11 Tf 72 700 Td (%s) Tj ET" % (b"\x81\x8d\x8f" * 200)
    assert _refused(pdf([], drawn=[unknown])).remedy.startswith("Run text recognition")


def test_a_broken_table_of_objects_is_repaired() -> None:
    assert _read(WHOLE.replace(b"startxref\n", b"startxref\n9"))[0] == [HEADLINE[3], *TEXT]
    assert _read(b"\n" * 30 + WHOLE)[0] == [HEADLINE[3], *TEXT]


def _loops() -> dict[str, bytes]:
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents %s /Resources << %s >> >>"
    catalogue = b"<< /Type /Catalog /Pages 2 0 R >>"
    pages = b"<< /Type /Pages /Count 1 /Kids [5 0 R] >>"
    form = b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >> /Length %d >>"
    call = (
        form % (6, 50) + b"\nstream\n" + b"/X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do".ljust(50) + b"\nendstream"
    )
    chain = [form % (number + 1, 50) + b"\nstream\n" + b"/X Do " * 8 + b"  \nendstream" for number in range(6, 30)]
    draw = stream(b"/X Do")
    return {
        "pages hold themselves": assembled(
            [catalogue, b"<< /Type /Pages /Count 9 /Kids [2 0 R 2 0 R] >>", b"<<>>", b"<<>>"]
        ),
        "a page is its own stream": assembled([catalogue, pages, b"<<>>", b"<<>>", page % (b"5 0 R", b"")]),
        "a reference to itself": assembled([b"1 0 R", pages, b"<<>>", b"4 0 R"]),
        "a form draws itself": assembled(
            [catalogue, pages, b"<<>>", b"<<>>", page % (b"7 0 R", b"/XObject << /X 6 0 R >>"), call, draw]
        ),
        "forms draw forms eightfold": assembled(
            [
                catalogue,
                pages,
                b"<<>>",
                b"<<>>",
                page % (b"31 0 R", b"/XObject << /X 6 0 R >>"),
                *chain,
                stream(b"q Q"),
                draw,
            ]
        ),
        "many pages": pdf([[HEADLINE]]).replace(
            b"/Count 1 /Kids [5 0 R]", b"/Count 1 /Kids [%s]" % (b"5 0 R " * 9_999)
        ),
        "a bomb": pdf([], drawn=[b"BT /F1 1 Tf " + b" " * 200_000_000 + b"(x) Tj ET"]),
        "endless drawing": pdf([], drawn=[b"q Q " * 3_000_000]),
        "deep arrays": pdf([], drawn=[b"[" * 200_000 + b"]" * 200_000 + b" TJ"]),
        "bombs in a row": pdf([[HEADLINE]]).replace(
            b"/Filter /FlateDecode", b"/Filter [/FlateDecode /FlateDecode /FlateDecode]"
        ),
        "nothing": b"",
        "the head alone": b"%PDF-1.7\n",
        "a text": b"Talks went on in Port Sul.",
    }


@pytest.mark.parametrize("content", _loops().values(), ids=list(_loops()))
def test_hostile_files_are_refused_and_end(content: bytes) -> None:
    assert "\n" not in str(_refused(content))


def test_a_bomb_does_not_fill_the_memory() -> None:
    bomb = _loops()["a bomb"]
    tracemalloc.start()
    problem = _refused(bomb)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "damaged" in problem.reason
    assert peak < 150_000_000


def _read_or_refused(content: bytes) -> list[str]:
    """The paragraphs, or none where it is refused in one line."""
    try:
        return _read(content)[0]
    except SkippedInput as problem:
        one_line = "\n" not in str(problem)
    assert one_line
    return []


def test_cut_at_many_bytes() -> None:
    """A cut file is read only if all of its text is there; else it is refused."""
    for size in range(1, len(WHOLE), 7):
        assert _read_or_refused(WHOLE[:size]) in ([], [HEADLINE[3], *TEXT])


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3000), st.binary(min_size=1, max_size=8)), max_size=5))
def test_any_damage_is_read_or_refused(changes: list[tuple[int, bytes]]) -> None:
    content = bytearray(WHOLE)
    for place, change in changes:
        content[place % len(content) : place % len(content) + len(change)] = change
    _read_or_refused(bytes(content))
