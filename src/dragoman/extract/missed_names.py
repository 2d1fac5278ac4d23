"""Persons that the tagger missed, told by a title or by an office beside them."""

from dragoman.extract.title_words import title_within, titles
from dragoman.text.lexicon import words
from dragoman.text.parse import Doc, Token

MOST_PARTS = 6
"""Most words of a person's name."""


def run_of_names(doc: Doc, start: int) -> int:
    """End of a run of capitalised names from a title on."""
    end = start
    while end < len(doc) and end - start < MOST_PARTS and (is_name_part(doc[end]) or joins_names(doc, end)):
        end += 1
    return end


def joins_names(doc: Doc, index: int) -> bool:
    """Whether a particle at this token leads on to another part of the name."""
    if index + 1 >= len(doc) or doc[index].lower_ not in words("forms", "particles") or doc[index].tag_ == "POS":
        return False
    hyphen = doc[index + 1].text == "-" and not doc[index].whitespace_
    return hyphen or (is_name_part(doc[index + 1]) and (doc[index].text != "-" or not doc[index].whitespace_))


def is_name_part(token: Token) -> bool:
    """Whether a token may be a part of a person's name."""
    return token.text[0].isupper() and token.pos_ in ("PROPN", "NOUN", "ADJ", "X") and token.text[-1:] not in ":;"


def is_apposed_name(doc: Doc, index: int) -> bool:
    """'the head of the X mission, A B,': two or three capitalised words between commas beside an office."""
    if not index or doc[index - 1].text != "," or not is_name_part(doc[index]):
        return False
    end = run_of_names(doc, index)
    last = doc[end - 1]
    inside = end < len(doc) and doc[end].text == "," and end - index in (2, 3)
    beside = last.head.lemma_.lower()
    office = last.dep_ == "appos" and (beside in titles() or beside == "counterpart") and last.head.pos_ == "NOUN"
    return inside and office and all(t.pos_ == "PROPN" and t.is_title for t in doc[index:end])


def holds_office(doc: Doc, start: int, end: int, label: str) -> bool:
    """'A B, the governor of C': a person whom the tagger took for an organisation."""
    if label != "ORG" or end - start not in (2, 3) or end + 2 >= len(doc) or doc[end].text != ",":
        return False
    named = all(t.pos_ == "PROPN" and t.is_title for t in doc[start:end])
    title = title_within(doc, end + 1, min(len(doc), end + 6))
    if not named or title is None or title[2] in words("forms", "shared_titles"):
        return False
    between = doc[end + 1 : title[0]]
    return len(between) > 0 and all(t.pos_ in ("DET", "ADJ", "NOUN", "PROPN", "PART") for t in between)
