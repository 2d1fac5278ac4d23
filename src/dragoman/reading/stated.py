"""What is said of a report beside its text: by a sidecar, a table, header lines or a page's metadata."""

from dataclasses import dataclass, fields, replace


@dataclass(frozen=True, slots=True)
class Stated:
    """Each field as stated, "" where nothing is; `published` and `modified` in any form that
    `text.printed_dates` reads; `rights` is a copyright line that stands outside the text.
    """

    outlet: str = ""
    owner: str = ""
    title: str = ""
    url: str = ""
    published: str = ""
    modified: str = ""
    language: str = ""
    byline: str = ""
    dateline: str = ""
    rights: str = ""

    def over(self, other: "Stated") -> "Stated":
        """Both together; where both speak, this one is believed."""
        gaps = {f.name: getattr(other, f.name) for f in fields(self) if not getattr(self, f.name)}
        return replace(self, **gaps)
