"""A record as a brief in one of its formats."""

from dragoman.export.json import Texts, dumps, record_json
from dragoman.model.record import RecordData
from dragoman.views.as_html import as_html
from dragoman.views.as_markdown import as_markdown
from dragoman.views.as_text import as_text
from dragoman.views.brief import brief


def render(record: RecordData, form: str = "text", *, texts: str | None = None) -> str:
    """The brief as `text`, `md`, `html` or `json`; texts default to `full` for json, `context` for html."""
    if form == "json":
        return dumps(record_json(record, texts=Texts(texts or "full")))
    laid_out = brief(record)
    if form == "html":
        return as_html(laid_out, record, Texts(texts or "context"))
    return as_markdown(laid_out) if form == "md" else as_text(laid_out)
