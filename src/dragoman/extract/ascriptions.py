"""Every place where a text gives somebody's words, thoughts or plans, by the trained tagger: ranges alone."""

from functools import partial
from pathlib import Path

import numpy as np

from dragoman.extract.found import Extractor, Found
from dragoman.extract.sheet import Floats, Ints, Sheet, sheet
from dragoman.extract.tagger import Tagged, load_tagger, tag
from dragoman.model.ids import bytes_hash
from dragoman.model.marked import Ascribed, Marked, Pieces, pieces
from dragoman.text.models import models
from dragoman.text.page import Page

NAME, VERSION, YIELDS = "ascriptions", "1", "ascribed"


def ascriptions(page: Page, _: Found, model: Path | None = None) -> tuple[Ascribed, ...]:
    """The attributions of a page in order of their cues, by the bundled weights or those of a file."""
    columns, vectors = sheet(page), static_vectors(page)
    return tuple(as_ascribed(page.report.text, columns, one) for one in tag(load_tagger(model), columns, vectors))


def static_vectors(page: Page) -> Floats:
    """The static word vectors of the pipeline that parsed the page."""
    if not page.paragraphs:
        return np.zeros((1, 0), np.float32)
    table: Floats = page.paragraphs[0].doc.columns.vocab.vectors.data
    return table


def as_ascribed(text: str, columns: Sheet, tagged: Tagged) -> Ascribed:
    """Tokens as ranges of characters."""
    parts = (ranges(text, columns, tokens) for tokens in (tagged.source, tagged.cue, tagged.content))
    return Ascribed(Marked(*parts), int(columns.start[tagged.head]), round(tagged.score, 3))


def ranges(text: str, columns: Sheet, tokens: Ints) -> Pieces:
    """Sorted tokens as ranges of characters, one a run."""
    if not len(tokens):
        return ()
    breaks = np.flatnonzero(np.diff(tokens) > 1)
    first, last = np.concatenate([tokens[:1], tokens[breaks + 1]]), np.concatenate([tokens[breaks], tokens[-1:]])
    return pieces(text, zip(columns.start[first].tolist(), columns.end[last].tolist(), strict=True))


def ascribing(model: Path) -> Extractor:
    """The extractor with weights of the user's own; its version tells which."""
    digest = bytes_hash(model.read_bytes())[:12]
    return Extractor(NAME, f"{VERSION}+{digest}", needs=(), yields=YIELDS, run=partial(ascriptions, model=model))


ASCRIPTIONS = Extractor(
    NAME, f"{VERSION}+{models()['attribution'].digest[:12]}", needs=(), yields=YIELDS, run=ascriptions
)
