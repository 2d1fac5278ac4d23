"""A page whose words are changed one by one while its annotation stays: what rules see when only names change places."""

from collections.abc import Mapping
from dataclasses import replace

from spacy.attrs import IDX, LEMMA, LENGTH, LOWER, ORTH
from spacy.tokens import Doc as SpacyDoc

from dragoman.text.columns import Columns
from dragoman.text.page import Page, Paragraph
from dragoman.text.parse import Doc


def mirrored(page: Page, names: Mapping[str, str]) -> Page:
    """The page with each word of `names` replaced by the other, in text and parse; every tag and arc stays."""
    text, paragraphs, last = "", [], 0
    for paragraph in page.paragraphs:
        doc = _changed(paragraph.doc, names)
        text += page.report.text[last : paragraph.start]
        start, last = len(text), paragraph.end
        text += _printed(page, paragraph, names)
        paragraphs.append(Paragraph(paragraph.index, start, len(text), paragraph.kind, doc))
    text += page.report.text[last:]
    grown = len(text) - len(page.report.text)
    sections = (*page.report.sections[:-1], replace(page.report.sections[-1], end=page.report.sections[-1].end + grown))
    return Page(replace(page.report, text=text, sections=sections), tuple(paragraphs), page.gazetteer)


def _printed(page: Page, paragraph: Paragraph, names: Mapping[str, str]) -> str:
    """The paragraph as printed, with its own marks (the parse has plain ones)."""
    words = [names.get(t.text, page.words(paragraph, t).exact) + t.whitespace_ for t in paragraph.doc]
    return "".join(words)


def _changed(doc: Doc, names: Mapping[str, str]) -> Doc:
    vocab = doc.columns.vocab
    words = [names.get(token.text, token.text) for token in doc]
    made = SpacyDoc(vocab, words=words, spaces=[bool(token.whitespace_) for token in doc])
    printed, columns = Columns.of(made), Columns(doc.columns.table.copy(), vocab)
    for attribute in (ORTH, LOWER, IDX, LENGTH):
        columns[attribute][:] = printed[attribute]
    columns[LEMMA][:] = [vocab.strings.add(names.get(token.lemma_, token.lemma_)) for token in doc]
    return Doc(made.text, columns, doc.tensor)
