"""The recipe: which extractors run, in which order; listed by hand, outsiders by "package.module:NAME"."""

import importlib
import tomllib
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import InputError
from dragoman.extract.ascriptions import ASCRIPTIONS, ascribing
from dragoman.extract.claims import CLAIMS
from dragoman.extract.commitments import COMMITMENTS
from dragoman.extract.events import EVENTS
from dragoman.extract.found import Extractor, Found
from dragoman.extract.names import NAMES
from dragoman.extract.places import PLACES
from dragoman.extract.positions import POSITIONS
from dragoman.extract.quantities import QUANTITIES
from dragoman.extract.speech import SPEECH
from dragoman.extract.times import TIMES
from dragoman.model.ids import content_id
from dragoman.text.annotate import BUNDLED

STANDARD = (NAMES, PLACES, TIMES, ASCRIPTIONS, SPEECH, QUANTITIES, EVENTS, POSITIONS, COMMITMENTS, CLAIMS)


@dataclass(frozen=True, slots=True)
class Recipe:
    """The extractors in order, and the spaCy pipeline on whose parse they stand."""

    extractors: tuple[Extractor, ...] = STANDARD
    spacy_model: str = BUNDLED

    def __post_init__(self) -> None:
        ready: set[str] = set()
        for extractor in self.extractors:
            missing = [layer for layer in extractor.needs if layer not in ready]
            if missing:
                raise InputError(f"extractor {extractor.name} needs {', '.join(missing)}, which none before it yields")
            if extractor.yields not in Found.__dataclass_fields__:
                raise InputError(f"extractor {extractor.name} yields {extractor.yields!r}, which is no layer")
            ready.add(extractor.yields)

    @property
    def id(self) -> str:
        """Content id of names, versions and model: two recipes with one id read alike."""
        steps = (f"{extractor.name}/{extractor.version}" for extractor in self.extractors)
        return content_id("recipe", self.spacy_model, *steps)


def load_recipe(path: Path) -> Recipe:
    """A recipe from TOML; all its keys are optional.

    `spacy_model = "..."`, `extractors = ["package.module:NAME", ...]`, and `attribution_model = "FILE.npz"` (weights by
    `dragoman train attribution`, beside the recipe). The bundled weights know the bundled pipeline alone.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        weights = path.parent / str(table["attribution_model"]) if "attribution_model" in table else None
        own = ascribing(weights) if weights else None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"{path}: the recipe cannot be read: {error}") from error
    named, spacy_model = table.get("extractors"), str(table.get("spacy_model", BUNDLED))
    extractors = tuple(_named(str(name)) for name in named) if isinstance(named, list) else STANDARD
    if own is not None:
        extractors = tuple(own if one.name == own.name else one for one in extractors)
    elif spacy_model != BUNDLED:
        extractors = tuple(one for one in extractors if one is not ASCRIPTIONS)
    return Recipe(extractors, spacy_model)


def _named(name: str) -> Extractor:
    module, _, attribute = name.partition(":")
    try:
        found = getattr(importlib.import_module(module), attribute)
    except (ImportError, AttributeError, ValueError) as error:
        raise InputError(f"no extractor {name!r}: {error}. Name it as package.module:NAME") from error
    if not isinstance(found, Extractor):
        raise InputError(f"{name!r} is no Extractor but {type(found).__name__}")
    return found
