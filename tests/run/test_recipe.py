"""A recipe names weights of the user's own; the bundled ones run on the bundled pipeline alone."""

import shutil
from pathlib import Path

import pytest

from dragoman.errors import InputError
from dragoman.run.recipe import Recipe, load_recipe
from dragoman.text.models import verify


def test_weights_named_in_a_recipe_take_the_place_of_the_bundled_ones(tmp_path: Path) -> None:
    shutil.copy(verify("attribution").path / "attribution.npz", tmp_path / "own.npz")
    path = tmp_path / "recipe.toml"
    path.write_text('attribution_model = "own.npz"\n', encoding="utf-8")
    recipe = load_recipe(path)
    assert [e.name for e in recipe.extractors] == [e.name for e in Recipe().extractors]
    assert recipe.id != Recipe().id


def test_weights_that_are_not_there_are_named(tmp_path: Path) -> None:
    path = tmp_path / "recipe.toml"
    path.write_text('attribution_model = "own.npz"\n', encoding="utf-8")
    with pytest.raises(InputError, match=r"own\.npz"):
        load_recipe(path)


def test_another_pipeline_reads_without_the_bundled_weights(tmp_path: Path) -> None:
    path = tmp_path / "recipe.toml"
    path.write_text('spacy_model = "en_core_web_lg"\n', encoding="utf-8")
    assert "ascriptions" not in [e.name for e in load_recipe(path).extractors]
