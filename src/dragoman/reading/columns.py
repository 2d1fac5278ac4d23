"""Which column of a table holds what: as the user says, or by the names that archives and exports commonly give."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from dragoman.errors import InputError

FIELDS = (
    *("text", "html", "title", "url", "published", "seen", "outlet", "owner", "language"),
    *("byline", "credit", "derived", "identifier"),
)
"""What a column may hold; one of the first two or `url` makes a row readable."""
_READABLE = ("text", "html", "url")
_LIKE = "--columns text=body --columns url=link"

# Names in lower case with `_` between words, the surest first. A column is used once, for the first field here.
_USUAL: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "text": (
            *("text", "body", "body_text", "full_text", "fulltext", "article_text", "article_body", "articlebody"),
            *("maintext", "main_text", "story_text", "plain_text", "plaintext", "content_text", "content", "article"),
        ),
        "html": ("html", "body_html", "content_html", "raw_html", "page_html"),
        "title": ("title", "headline", "article_title", "page_title"),
        "url": (
            *("url", "link", "canonical_url", "article_url", "page_url", "story_url", "web_url", "permalink"),
            *("documentidentifier", "v2documentidentifier", "sourceurl", "source_url", "address", "href"),
        ),
        "published": (
            *("published", "publish_date", "published_at", "publishedat", "date_published", "datepublished"),
            *("published_date", "publication_date", "publication_time", "published_time", "publishdate", "pubdate"),
            *("pub_date", "date_publish", "datetimepub", "datetime", "date_time", "timestamp", "date"),
        ),
        "seen": (
            *("seendate", "seen", "v2.1date", "v21date", "dateadded", "indexed_date", "collect_date", "date_download"),
            *("crawl_date", "crawled_at", "fetched_at", "retrieved", "retrieved_at", "downloaded_at", "datetime"),
        ),
        "outlet": (
            *("outlet", "media_name", "source.title", "source.name", "sourcecommonname", "v2sourcecommonname"),
            *("publication", "publication_name", "newspaper", "source_name", "publisher", "site_name", "source"),
            *("domain", "source_domain", "source.uri", "media_url"),
        ),
        "owner": ("owner", "media_owner"),
        "language": ("language", "lang", "sourcelang", "language_code"),
        "byline": ("byline", "authors", "author", "creator"),
        "credit": ("credit", "agency", "news_agency", "wire", "supplied_by"),
        "derived": ("derived", "derived_from", "derivedfrom", "originalhref", "original_url", "duplicate_of"),
        "identifier": ("identifier", "guid"),
    }
)
# Where a table has the first column, the second is when its maker saw the page: GDELT's GKG, and Event Registry.
_SEEN_BESIDE = (("documentidentifier", "date"), ("datetimepub", "datetime"), ("sourceurl", "dateadded"))


@dataclass(frozen=True, slots=True)
class Columns:
    """The column for each field of `FIELDS` that has one; `named` are those that the user named."""

    of: Mapping[str, str] = field(default_factory=dict)
    named: frozenset[str] = frozenset()

    @classmethod
    def parse(cls, options: Sequence[str]) -> "Columns | None":
        """Read `field=column` options, None for none; raises InputError for one that cannot be used."""
        of: dict[str, str] = {}
        for option in options:
            name, equals, column = (part.strip() for part in option.partition("="))
            if not equals or not column or name.casefold() not in FIELDS:
                raise InputError(f"--columns {option!r}: write FIELD=COLUMN with a field of {', '.join(FIELDS)}")
            if name.casefold() in of:
                raise InputError(f"--columns {option!r}: {name} has a column already: {of[name.casefold()]!r}")
            of[name.casefold()] = column
        if of and not any(name in of for name in _READABLE):
            raise InputError(f"--columns names no column of {', '.join(_READABLE)}: write {_LIKE}")
        return cls(of, frozenset(of)) if of else None

    @classmethod
    def detect(cls, names: Sequence[str]) -> "Columns":
        """The columns by their usual names."""
        known = {_folded(name): name for name in reversed(names)}
        of: dict[str, str] = {}
        for beside, seen in _SEEN_BESIDE:
            if beside in known and seen in known:
                of.setdefault("seen", known.pop(seen))
        for name, usual in _USUAL.items():
            found = next((column for column in usual if column in known), "")
            if found:
                of.setdefault(name, known.pop(found))
        return cls(of)

    @property
    def readable(self) -> bool:
        """Whether a column holds a text or an address."""
        return any(name in self.of for name in _READABLE)

    def within(self, names: Sequence[str]) -> "Columns":
        """The same with the names as the table spells them, and what the others hold by their usual names.

        Raises InputError that tells which are not there.
        """
        exact = set(names)
        folded = {_folded(name): name for name in reversed(names)}
        of = {key: column if column in exact else folded.get(_folded(column), "") for key, column in self.of.items()}
        missing = [self.of[key] for key, column in of.items() if not column]
        if missing:
            raise InputError(f"it has no column {', '.join(repr(column) for column in missing)}")
        usual = Columns.detect([name for name in names if name not in of.values()]).of
        texts = {"text", "html"} & set(of)
        rest = {field: column for field, column in usual.items() if not (texts and field in ("text", "html"))}
        return Columns({**rest, **of}, self.named)


def _folded(name: str) -> str:
    return re.sub(r"[\s-]+", "_", name.strip().casefold())
