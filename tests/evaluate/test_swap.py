"""Names exchanged in a text come back when exchanged again; the score counts claims that only one party gets."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import InputError
from dragoman.evaluate.exchange import Exchange, Party
from dragoman.evaluate.swap import evaluate
from dragoman.extract.found import Found
from dragoman.model.report import Report
from dragoman.run.pipeline import Settings, read_pages
from dragoman.text.page import Page

_TWO = Exchange(
    Party(("Ostrava",), ("Ostravan", "Ostravans"), ("Lenz",), ("Ada Brok",)),
    Party(("the Republic of Marn",), ("Marnish", "Marnish"), ("Oum",), ("Jon Vell",)),
)
_WORDS = [
    "Ostrava",
    "the Republic of Marn",
    "Lenz",
    "Oum",
    "Ada Brok",
    "Jon Vell",
    "Vell",
    "Brok",
    "fired",
    "and",
    "at",
]


def test_forms_change_with_their_kind_and_articles_go_with_their_name() -> None:
    text = "The Republic of Marn told Ostrava that Brok and Jon Vell met in Oum, not Lenz."
    assert _TWO.swapped(text) == "Ostrava told the Republic of Marn that Vell and Ada Brok met in Lenz, not Oum."


@given(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=12))
def test_exchanging_twice_gives_the_text_back(words: list[str]) -> None:
    text = "Then " + " ".join(words)
    assert _TWO.swapped(_TWO.swapped(text)) == text
    assert _TWO.signed(text) == _TWO.signed(_TWO.swapped(text), swapped=True)


def test_parts_of_longer_words_are_no_names() -> None:
    assert _TWO.swapped("Lenzburg and Brokers and pre-Oum") == "Lenzburg and Brokers and pre-Oum"


def _read(reports: Iterable[Report]) -> Iterator[tuple[Page, Found]]:
    return read_pages(reports, settings=Settings(workers=1))


def test_alike_readings_mirror_whole(tmp_path: Path) -> None:
    text = "Peruvian troops attacked Chile on Monday.\n\nChile said it shot down 12 drones. Rain fell."
    (tmp_path / "one.txt").write_text(text, encoding="utf-8")
    score = evaluate(tmp_path, _read)
    assert score["claims that mirror"].value == 1.0
    assert score["sentences whose claims all mirror"].of == 2
    assert score["of the party named more"].of > 0


def test_a_reader_that_favours_one_party_is_found_out(tmp_path: Path) -> None:
    def partial(reports: Iterable[Report]) -> Iterator[tuple[Page, Found]]:
        for page, found in _read(reports):
            ours = tuple(c for c in found.claims if "Chile" not in c.voice.name)
            yield page, Found(**{**{f: getattr(found, f) for f in Found.__slots__}, "claims": ours})

    text = "Peru said it shot down 12 drones.\n\nChile said it lost nine soldiers."
    (tmp_path / "one.txt").write_text(text, encoding="utf-8")
    score = evaluate(tmp_path, partial)
    assert score["claims that mirror"].value == 0.0
    assert "only so" in score["claims that mirror"].misses[0]


def test_a_folder_without_texts_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no texts \(\.txt\)"):
        evaluate(tmp_path, _read)
