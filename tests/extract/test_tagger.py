"""The tagger of attributions: its columns, its chains, its weights, and what it finds."""

import itertools
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from told import page_of

from dragoman.errors import ModelError
from dragoman.extract.ascriptions import ascribing, ascriptions
from dragoman.extract.found import Found
from dragoman.extract.sheet import sheet
from dragoman.extract.tagger import best_chains, load_tagger, save_tagger
from dragoman.model.marked import Pieces
from dragoman.text.models import verify


def _said(text: str, given: Pieces) -> str:
    return " … ".join(text[start:end] for start, end in given)


def _parts(text: str) -> list[tuple[str, str, str]]:
    found = [one.marked for one in ascriptions(page_of(text), Found())]
    return [(_said(text, one.source), _said(text, one.cue), _said(text, one.content)) for one in found]


def test_a_sheet_knows_what_hangs_on_each_token_and_what_is_quoted() -> None:
    page = page_of("The envoy said the bridge “will open soon” today.\n\nNobody “came.")
    columns = sheet(page)
    first, last = columns.edges
    docs = [paragraph.doc for paragraph in page.paragraphs]
    offset = 0
    for doc in docs:
        for token in doc:
            assert columns.head[offset + token.i] == offset + token.head.i
            assert first[offset + token.i] == offset + token.left_edge.i
            assert last[offset + token.i] == offset + token.right_edge.i
            assert columns.depth[offset + token.i] == len(list(token.ancestors))
        offset += len(doc)
    states = dict(zip([t.text for doc in docs for t in doc], columns.quoted.tolist(), strict=True))
    assert (states["bridge"], states["open"], states["today"], states["Nobody"], states["came"]) == (0, 2, 0, 0, 2)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(1, 4), min_size=1, max_size=4), st.integers(0, 2**32 - 1))
def test_the_best_chain_is_the_best_of_all(lengths: list[int], seed: int) -> None:
    draw = np.random.default_rng(seed)
    scores = draw.normal(size=(sum(lengths), 3)).astype(np.float32)
    steps = draw.normal(size=(3, 3)).astype(np.float32)
    labels = best_chains(scores, np.array(lengths), steps)
    start = 0
    for length in lengths:
        part = scores[start : start + length]

        def worth(way: tuple[int, ...], part: np.ndarray = part) -> float:
            return sum(part[i, x] for i, x in enumerate(way)) + sum(steps[a, b] for a, b in itertools.pairwise(way))

        best = max(itertools.product(range(3), repeat=length), key=worth)
        assert tuple(labels[start : start + length].tolist()) == best
        start += length


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The envoy said that the bridge would open.", [("The envoy", "said", "that the bridge would open")]),
        ("“We will not sign,” Mirel Aduna told reporters.", [("Mirel Aduna", "told", "“We will not sign,”")]),
        (
            "Nine people were wounded, according to the hospital.",
            [("the hospital", "according to", "Nine people were wounded")],
        ),
        ("Karsk plans to close the canal.", [("Karsk", "plans", "to close the canal")]),
        ("The lorries crossed the river at night.", []),
    ],
)
def test_plain_cases(text: str, parts: list[tuple[str, str, str]]) -> None:
    assert _parts(text) == parts


def test_what_a_speaker_thinks_inside_a_quotation_is_not_ascribed_again() -> None:
    assert [cue for _, cue, _ in _parts("“I think we know what they want,” the mayor said.")] == ["said"]


def test_a_quotation_is_content_as_a_whole() -> None:
    ((_, _, content),) = _parts("“It rained. Nobody came. We waited until noon,” said the priest.")
    assert content == "“It rained. Nobody came. We waited until noon,”"


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet="ab said \"“”'.\n:—é\u200b", max_size=120))
def test_any_text_is_tagged_within_its_bounds(text: str) -> None:
    for one in ascriptions(page_of(text), Found()):
        for start, end in (*one.marked.source, *one.marked.cue, *one.marked.content):
            assert 0 <= start < end <= len(text)


def test_weights_come_back_as_they_were_written(tmp_path: Path) -> None:
    bundled = verify("attribution").path / "attribution.npz"
    copy = tmp_path / "copy.npz"
    save_tagger(load_tagger(), copy)
    page = page_of("Voters fear a second devaluation, the bank said. Dovren has refused to sign.")
    assert ascribing(copy).run(page, Found()) == ascriptions(page, Found())
    assert copy.stat().st_size < 6_000_000
    assert ascribing(bundled).version != ascribing(copy).version or bundled.read_bytes() == copy.read_bytes()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no weights", b"\x93NUMPY"])
def test_a_file_without_weights_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.npz"
    path.write_bytes(content)
    with pytest.raises(ModelError, match=r"broken\.npz"):
        load_tagger(path)
