"""A person's word on a link, kept as a row and reversible."""

from dataclasses import dataclass

from dragoman.model.span import Span


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether what the anchors cite is one thing: verdict is same, different or unsure."""

    id: str
    verdict: str
    by: str
    when: str
    why: str
    anchors: tuple[Span, ...]
