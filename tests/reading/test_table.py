"""Tables: rows as a person counts them, texts as reports, addresses as links; what is broken costs only itself."""

import json
import os
import tracemalloc
from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mutations import PIECES, mutated

from dragoman.errors import SkippedInput
from dragoman.reading.columns import Columns
from dragoman.reading.document import Document, Format, Link
from dragoman.reading.table import read_table
from dragoman.text.stated_dates import stated_interval

STORY = "The convoy left the harbour at dawn, “in good order”, and reached the lock by noon, said the council. " * 2
PARTS = f"{STORY}\n\nThe second, smaller convoy leaves on Sunday."
Part = Document | Link | SkippedInput


def _read(path: Path, content: str | bytes | None = None, columns: list[str] | None = None) -> list[Part]:
    if content is not None:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(read_table(path, "t", Columns.parse(columns or [])))


def _shown(parts: list[Part]) -> list[str]:
    return [str(part) if isinstance(part, SkippedInput) else f"{type(part).__name__} {part.name}" for part in parts]


def _text(part: Part) -> str:
    assert isinstance(part, Document)
    return part.content.decode()


def test_rows_are_counted_as_a_person_does_and_quoted_lines_are_one_row(tmp_path: Path) -> None:
    found = _read(
        tmp_path / "a.csv", f'title,text,url\n"A ""q""","{PARTS}",\n\nB,,https://x.example/2\n=1+1,"{STORY}"\n'
    )
    assert _shown(found)[:3] == ["Document t#row 2", "Link t#row 4", "Document t#row 5"]
    assert _text(found[0]) == f'A "q"\n\n{PARTS}'
    assert _text(found[2]).startswith("=1+1\n\n")
    assert "1 row is empty" in str(found[3])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters_and_encodings(tmp_path: Path, encoding: str, delimiter: str) -> None:
    rows = [["title", "text"], ["Café", PARTS.replace("|", "").replace(";", "").replace("\t", "")]]
    table = "\r\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in rows)
    assert _text(_read(tmp_path / "a.csv", table.encode(encoding))[0]) == f"Café\n\n{PARTS}"


def test_what_the_user_maps_is_said_and_what_is_found_is_hinted(tmp_path: Path) -> None:
    table = f'title,story,date,lang\nOne,"{STORY}",2031-10-24,eng\n'
    mapped = _read(tmp_path / "a.csv", table, ["text=story", "published=date", "language=LANG"])[0]
    assert isinstance(mapped, Document)
    assert (mapped.said.published, mapped.said.language, mapped.said.title) == ("2031-10-24", "en", "")
    assert mapped.hinted.published == ""
    found = _read(tmp_path / "b.csv", table.replace("story", "text"))[0]
    assert isinstance(found, Document)
    assert (found.hinted.published, found.hinted.title, found.said.published) == ("2031-10-24", "One", "")
    assert found.stem == "b"


@pytest.mark.parametrize(
    "date", ["20311024103000", "20311024T103000Z", "1950604200", "1950604200000", "2031-10-24 10:30"]
)
def test_the_dates_of_exports_are_dates(tmp_path: Path, date: str) -> None:
    found = _read(tmp_path / "a.csv", f"url,published\nhttps://x.example/1,{date}\n")[0]
    assert isinstance(found, Link)
    interval = stated_interval(found.hinted.published)
    assert interval is not None
    assert interval.start == "2031-10-24"


def test_the_title_stands_above_unless_the_text_begins_with_it(tmp_path: Path) -> None:
    found = _read(tmp_path / "a.csv", f'title,text\nOne,"ONE\n\n{STORY}"\nTwo,"{STORY}"\n')
    assert [_text(part)[:3] for part in found] == ["ONE", "Two"]


def test_paragraph_tags_make_a_text_a_page(tmp_path: Path) -> None:
    found = _read(tmp_path / "a.csv", f'title,body,source\nOne,"<p>{STORY}</p>",Monitor\n')[0]
    assert isinstance(found, Document)
    assert found.format is Format.HTML
    assert "<h1>One</h1>" in _text(found)
    assert 'content="Monitor"' in _text(found)


def test_teasers_beside_an_address_are_links(tmp_path: Path) -> None:
    rows = "".join(
        f'"{text}",https://x.example/{n}\n' for n, text in enumerate(("Short.", f"{STORY}… [+900 chars]", STORY))
    )
    found = _read(tmp_path / "a.csv", f"content,url\n{rows}")
    assert [type(part) for part in found] == [Link, Link, Document]


def test_gdelt_tables_without_names_are_known(tmp_path: Path) -> None:
    gkg = ["20311024-1", "20311024103000", "1", "x.example", "https://x.example/1", *[""] * 22]
    found = _read(tmp_path / "a.gkg.csv", "\t".join(gkg) + "\n" + "\t".join(gkg) + "\n")
    assert _shown(found) == ["Link t#row 1", "Link t#row 2"]
    assert found[0].hinted.seen == "20311024103000"  # type: ignore[union-attr]
    events = ["1", *["0"] * 58, "20311024103000", "https://x.example/1"]
    assert _shown(_read(tmp_path / "e.csv", "\t".join(events) + "\n")) == ["Link t#row 1"]


def test_json_lines_arrays_and_answers_of_services(tmp_path: Path) -> None:
    row = {"body": STORY, "source": {"title": "Monitor"}, "authors": [{"name": "A"}, "B"], "originalHref": ["u1", "u2"]}
    link = {"url": "https://x.example/2", "title": "Two"}
    lines = "\n".join([json.dumps(row), "not json", "", "[1]", json.dumps(link), ""])
    found = _read(tmp_path / "a.jsonl", lines)
    assert _shown(found)[:2] == ["Document t#row 1", "Link t#row 5"]
    assert "(row 2; row 4)" in str(found[2])
    hinted = found[0].hinted  # type: ignore[union-attr]
    assert (hinted.outlet, hinted.byline, hinted.derived) == ("Monitor", "A, B", "u1\nu2")
    for other in ([row, link], {"status": "ok", "articles": [row, link]}, {"articles": {"results": [row, link]}}):
        for indent in (None, 1):
            shown = _shown(_read(tmp_path / "b.json", json.dumps(other, indent=indent)))
            assert shown == ["Document t#row 1", "Link t#row 2"]


def test_rows_that_are_ninjs_items_are_read_as_such(tmp_path: Path) -> None:
    item = {"uri": "urn:1", "headlines": [{"value": "H"}], "bodies": [{"value": STORY}]}
    found = _read(tmp_path / "a.jsonl", json.dumps(item) + "\n" + json.dumps(item))
    assert [part.format for part in found if isinstance(part, Document)] == [Format.NINJS, Format.NINJS]


@pytest.mark.parametrize("cut", ["", "]", '{"body', "nul", "{}}"])
def test_an_array_that_breaks_off_gives_the_rows_before(tmp_path: Path, cut: str) -> None:
    rows = json.dumps([{"body": STORY}] * 3).removesuffix("]")
    found = _read(tmp_path / "a.json", f"{rows},{cut}" if cut != "]" else f"{rows}]")
    assert _shown(found)[:3] == [f"Document t#row {n}" for n in (1, 2, 3)]
    assert any("rows after are lost" in line for line in _shown(found)) == (cut != "]")


def test_an_array_is_streamed_across_all_chunk_borders(tmp_path: Path) -> None:
    rows = [{"body": f"{STORY}é“" * (n % 40), "title": f"{n}"} for n in range(1200)]
    found = _read(tmp_path / "a.json", json.dumps(rows, ensure_ascii=False))
    assert sum(isinstance(part, Document) for part in found) == sum(bool(n % 40) for n in range(1200))


def test_parquet_with_awkward_names_and_types(tmp_path: Path) -> None:
    path = tmp_path / "we'ird;\n[a]*?.parquet"
    made = tmp_path / "made.parquet"
    duckdb.sql(
        "SELECT ? AS \"a;'b\"\"c\", {'title': 'Monitor'} AS source, TIMESTAMPTZ '2031-10-24 12:00:00+02' AS date,"
        " ['A', 'B'] AS authors, [1.5] AS vector, 7 AS n, NULL AS url FROM range(3)",
        params=[STORY],
    ).write_parquet(str(made))
    made.rename(path)
    columns = ["text=a;'b\"c", "outlet=source.title", "published=date", "byline=authors", "identifier=n"]
    found = _read(path, None, columns)
    assert _shown(found) == [f"Document t#row {n}" for n in (1, 2, 3)]
    said = found[0].said  # type: ignore[union-attr]
    assert (said.outlet, said.byline, said.identifier) == ("Monitor", "A, B", "7")
    assert said.published == "2031-10-24 10:00:00+00"


def test_broken_rows_are_one_line_for_each_kind(tmp_path: Path) -> None:
    rows = ["text,url", *["a,b,c"] * 1000, *[",not an address"] * 5, *[","] * 100_000, f'"{STORY}",']
    found = _read(tmp_path / "a.csv", "\n".join(rows))
    assert _shown(found)[0] == "Document t#row 101007"
    lines = " ".join(_shown(found)[1:])
    assert len(found) == 4
    assert "more cells than the 2 names, so that cells are in wrong columns (row 2; row 3; row 4 and 997 more)" in lines
    assert "whose address is none of the web (row 1,002; " in lines
    assert "100,000 rows are empty" in lines


def test_a_quotation_mark_that_is_never_closed_does_not_swallow_the_table(tmp_path: Path) -> None:
    lines = "a b c d\n" * 300_000
    found = _read(tmp_path / "a.csv", f'text,url\n"never closed\n{lines}"{STORY}",https://x.example/1\n')
    assert isinstance(found[-2], Document)
    assert "quotation mark that is never closed (row 2, to line" in str(found[-1])


def test_bytes_of_doubtful_code_pages_cost_their_row(tmp_path: Path) -> None:
    table = b'text,url\n"\xc1\xe0\xfe\xd0 ' + STORY.encode("cp1252") + f'",\n"{STORY}",\n'.encode("cp1252")
    found = _read(tmp_path / "a.csv", table)
    assert [type(part) for part in found] == [Document, SkippedInput]
    assert "neither UTF-8 nor surely of one code page (row 2)" in str(found[1])


def test_nul_and_half_characters_do_no_harm(tmp_path: Path) -> None:
    found = _read(tmp_path / "a.csv", f'text\n"{STORY}\x00"\n')
    assert "\x00" not in _text(found[0])
    found = _read(tmp_path / "a.json", json.dumps([{"body": f"{STORY}\ud800", "title": "\udfff\x00"}]))
    assert _text(found[0]).endswith("?")


@pytest.mark.parametrize(
    ("name", "content", "columns", "reason"),
    [
        ("a.csv", "story,day\nx,y\n", None, r"known to hold texts or addresses.*--columns text=COLUMN.*story, day"),
        ("a.csv", "story,day\nx,y\n", ["text=body"], r"no column 'body'\. Its columns are story, day"),
        ("a.csv", "", None, "the table is empty"),
        ("a.csv", " \n\n", None, "the table is empty"),
        ("a.csv", "a\nb\rc\x1bd\n", None, "known to hold"),
        ("a.csv", b"\x00\x01\x02" * 99, None, "binary data"),
        ("a.parquet", b"PAR1 nonsense PAR1", None, "Parquet is damaged"),
        ("a.json", '{"articles": [', None, "JSON breaks"),
        ("a.json", '{"a": ' + "[" * 5000, None, "nested too deep|JSON breaks"),
    ],
)
def test_what_is_no_table_is_refused(
    tmp_path: Path, name: str, content: str | bytes, columns: list[str] | None, reason: str
) -> None:
    with pytest.raises(SkippedInput, match=reason):
        _read(tmp_path / name, content, columns)


def test_a_file_that_goes_away_is_named(tmp_path: Path) -> None:
    with pytest.raises(SkippedInput, match="cannot be read"):
        _read(tmp_path / "nowhere.csv")


def test_a_large_table_takes_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write("text,url\n")
        for n in range(10_000):
            file.write(f'"{STORY * 5}",https://x.example/{n}\n')
    assert os.path.getsize(path) > 10_000_000
    tracemalloc.start()
    assert sum(isinstance(part, Document) for part in read_table(path, "t", None)) == 10_000
    assert tracemalloc.get_traced_memory()[1] < 3_000_000
    tracemalloc.stop()


SEEDS = (
    f'title,text,url\n"A ""q""","{PARTS}",https://x.example/1\nB,,https://x.example/2\n'.encode(),
    f"title\ttext\nCafé\t{STORY}\n".encode("cp1252"),
    f"title,text\nCafé,{STORY}\n".encode("utf-16"),
    "\n".join(json.dumps({"body": STORY, "url": f"https://x.example/{n}"}) for n in range(3)).encode(),
    json.dumps([{"body": STORY, "source": {"title": "M"}}, {"url": "https://x.example/1"}]).encode(),
    json.dumps({"articles": [{"body": STORY}]}, indent=1).encode(),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_bytes_make_it_fail(tmp_path: Path, data: st.DataObject) -> None:
    content = mutated(data, data.draw(st.sampled_from(SEEDS)), PIECES)
    columns = data.draw(st.sampled_from([[], ["text=text", "title=title"], ["text=body"]]))
    try:
        found = _read(tmp_path / "a.csv", content, columns)
    except SkippedInput as problem:
        found = [problem]
    assert all(line.isprintable() for line in _shown(found))
    for part in found:
        if isinstance(part, Document):
            part.content.decode()
