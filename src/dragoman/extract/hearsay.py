"""Claims with nobody behind them: "reportedly", "was reported", "are said to", "it is believed"."""

from collections.abc import Iterator

from dragoman.extract.contents import joined
from dragoman.text.lexicon import words
from dragoman.text.parse import Doc, Token


def hearsay(doc: Doc) -> Iterator[tuple[Token, tuple[tuple[int, int], ...]]]:
    """Each hearsay word of a paragraph with the runs of tokens that it covers, in order."""
    for token in doc:
        content: list[Token] = []
        if token.lower_ in words("cues", "hearsay_adverbs"):
            content = list(token.head.subtree) if token.head.pos_ != "ADV" else list(token.head.head.subtree)
        elif token.lower_ in words("cues", "hearsay_adjectives") and token.dep_ == "amod":
            content = list(token.head.subtree)
        elif token.pos_ == "VERB" and token.tag_ == "VBN" and token.lemma_.lower() in words("cues", "hearsay_passives"):
            content = _passive(token)
        if content:
            yield token, joined(sorted({t.i for t in content}), doc)


def _passive(verb: Token) -> list[Token]:
    """The clause of a passive without an agent; none when people are told something."""
    kinds = {child.dep_ for child in verb.children}
    if "agent" in kinds or not {"auxpass", "nsubjpass"} & kinds:
        return []
    subject = next((c for c in verb.children if c.dep_ in ("nsubjpass", "nsubj")), None)
    clause = next((c for c in verb.children if c.dep_ in ("ccomp", "xcomp")), None)
    if subject is not None and subject.lower_ == "it":
        return list(clause.subtree) if clause is not None else []
    if clause is None and verb.lemma_ not in ("report", "rumor", "rumour", "allege", "fear"):
        return []
    return [t for t in verb.subtree if not (t.dep_ == "advcl" and t.head == verb)]
