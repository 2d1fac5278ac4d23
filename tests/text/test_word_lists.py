"""The word lists hold each word once, and both spellings of a word that the parser is shown in one."""

import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dragoman.text.lexicon import load

_DATA = Path(__file__).parents[2] / "src" / "dragoman" / "text" / "data"
_LISTS = sorted(path.name for path in _DATA.glob("*.toml"))
_BRITISH = dict(zip(load("masks")["british"], load("masks")["american"], strict=True))


def _arrays(value: Any, name: str = "") -> Iterator[tuple[str, list[str]]]:
    """Every list of words of a table, with the path to it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _arrays(inner, f"{name}.{key}")
    elif isinstance(value, list):
        if all(isinstance(word, str) for word in value):
            yield name, value
        for number, inner in enumerate(value):
            if not isinstance(inner, str):
                yield from _arrays(inner, f"{name}[{number}]")


def _of(file: str) -> list[tuple[str, list[str]]]:
    return list(_arrays(tomllib.loads((_DATA / file).read_text(encoding="utf-8"))))


@pytest.mark.parametrize("file", [name for name in _LISTS if name != "masks.toml"])
def test_no_list_says_a_word_twice(file: str) -> None:
    twice = {name: [w for w, n in Counter(words).items() if n > 1] for name, words in _of(file)}
    assert {name: words for name, words in twice.items() if words} == {}


@pytest.mark.parametrize("file", [name for name in _LISTS if name not in ("masks.toml", "outlets.toml")])
def test_a_british_word_stands_beside_the_american_one_that_is_its_lemma(file: str) -> None:
    lacking = {
        name: [word for word in words if word in _BRITISH and _BRITISH[word] not in words] for name, words in _of(file)
    }
    assert {name: words for name, words in lacking.items() if words} == {}
