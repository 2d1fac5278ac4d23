"""Tags inside or behind what they ascribe: "The talks, she said, failed", "The talks failed, A, its envoy, said"."""

from dragoman.extract.contents import TAG_WORDS, runs, time_after
from dragoman.extract.cue_words import Cue, is_cue, is_strict, manner_of
from dragoman.extract.subjects import addressee_of, subject_of
from dragoman.text.lexicon import words
from dragoman.text.parse import Doc, Token

_NOMINAL = ("PROPN", "PRON", "NOUN")
_OBJECTS = frozenset(("them", "him", "us", "me", "whom"))
_FINITE = ("VBD", "VBZ", "VBP", "MD")


def interjected(verb: Token) -> Cue | None:
    """'The talks, she said, failed': a short tag between two commas, in the sentence that it ascribes."""
    doc, first = verb.doc, verb.i
    while first and doc[first - 1].text != "," and verb.i - first < TAG_WORDS and doc[first - 1] in verb.sent:
        first -= 1
    after = verb.i + 1 + (verb.i + 1 < len(doc) and doc[verb.i + 1].dep_ == "prt")
    closed = after < len(doc) and doc[after].text == ","
    if not closed or first == verb.i or first < 2 or doc[first - 1].text != "," or first - 1 <= verb.sent.start:
        return None
    as_told = doc[first].lower_ == "as"
    if not (as_told or is_strict(verb)):
        return None
    tag = doc[first + as_told : verb.i]
    if any(t.pos_ in ("VERB", "SCONJ", "CCONJ") or (t.pos_ == "ADP" and t.lower_ != "of") for t in tag) or not any(
        t.pos_ in _NOMINAL for t in tag
    ):
        return None
    own = set(doc[first - 1 : _outlets_own(doc, after, verb.sent.end)[0] + 1])
    own |= set(doc[_outlets_own(doc, after, verb.sent.end)[1] : verb.sent.end])
    source = tag.root if as_told else next(t for t in reversed(tag) if t.pos_ in _NOMINAL)
    said = _said(doc, first, verb)
    return Cue(verb, source, runs([t for t in said if t not in own], verb, own), manner_of(verb), strict=True)


def _said(doc: Doc, first: int, verb: Token) -> list[Token]:
    """The sentence; of 'children who, it says, were taken' the noun and its clause alone."""
    wh = doc[first - 2]
    if wh.tag_ not in ("WP", "WDT") or first < 3:
        return list(verb.sent)
    noun = doc[first - 3]
    return list(doc[noun.left_edge.i : verb.sent.end]) if noun.pos_ in _NOMINAL else list(verb.sent)


def _outlets_own(doc: Doc, after: int, end: int) -> tuple[int, int]:
    """The comma that closes a tag, and where behind it the outlet speaks again ("..., as the war went on")."""
    begin = after + 1
    if begin >= end:
        return after, end
    opening = doc[begin]
    if opening.tag_ == "VBG" or opening.lower_ in words("cues", "background") or time_after(doc, begin, end):
        return after, begin
    if opening.lower_ in ("and", "but", "while") and any(
        t.pos_ == "VERB" and t.tag_ in _FINITE and (is_strict(t) or is_cue(t)) and _has_subject(t, begin)
        for t in doc[begin:end]
    ):
        return after, begin
    return after, end


def _has_subject(verb: Token, start: int) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass") and c.i >= start for c in verb.children)


def closing(verb: Token) -> Cue | None:
    """'The talks failed, A, its envoy, told B.': a tag at a sentence's end, whose clause the parse may have lost."""
    doc, sentence = verb.doc, verb.sent
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or not is_strict(verb) or not _ends(verb):
        return None
    first = _tag_start(verb)
    if first is None or first - sentence.start < 3 or doc[sentence.start].lower_ in words("cues", "openings"):
        return None
    said = [t for t in doc[sentence.start : first - 1] if t.text not in ('"', "''", "``")]
    if not any(t.tag_ in _FINITE and t.pos_ in ("VERB", "AUX") for t in said) or ":" in [t.text for t in said]:
        return None
    source = _speaker(verb, first)
    if source is None:
        return None
    own = set(doc[first - 1 : sentence.end])
    content = runs(list(doc[sentence.start : first - 1]), verb, own)
    return Cue(verb, source, content, manner_of(verb), is_strict(verb), addressee_of(verb))


def _ends(verb: Token) -> bool:
    """Whether nothing but an addressee, a time or a place follows the verb in its sentence."""
    rest = verb.doc[verb.i + 1 : verb.sent.end]
    quiet = not any(t.pos_ in ("VERB", "AUX") or t.text in ('"', "''", "``", ":", ",", ";") for t in rest)
    return len(rest) <= TAG_WORDS and quiet and not any(t.lower_ in ("that", "no", "so", "yes") for t in rest)


def _tag_start(verb: Token) -> int | None:
    """First token of the speaker's phrase between a comma and the verb, with one apposition; None where none fits."""
    doc, begin = verb.doc, verb.sent.start
    commas = [i for i in range(begin, verb.i) if doc[i].text == ","]
    apposed = bool(commas) and commas[-1] == verb.i - 1
    wanted = 3 if apposed else 1
    if len(commas) < wanted:
        return None
    first = commas[-wanted] + 1
    phrase = doc[first : verb.i]
    nominal = any(t.pos_ in _NOMINAL for t in phrase)
    fits = nominal and not any(t.pos_ in ("VERB", "AUX", "SCONJ") or t.lower_ in ("and", "but") for t in phrase)
    return first if fits and verb.i - first <= TAG_WORDS + wanted and phrase[0].pos_ not in ("ADP", "ADV") else None


def _speaker(verb: Token, first: int) -> Token | None:
    """The subject by the parse where it stands in the tag, else the person there, else the first phrase's head."""
    doc = verb.doc
    subject = subject_of(verb)
    if subject is not None and first <= subject.i < verb.i:
        return subject
    person = next((t for t in reversed(doc[first : verb.i]) if t.ent_type_ == "PERSON" and t.pos_ == "PROPN"), None)
    if person is not None:
        return person
    comma = next((t.i for t in doc[first : verb.i] if t.text == ","), verb.i)
    people = (t for t in reversed(doc[first:comma]) if t.pos_ in _NOMINAL and t.lower_ not in _OBJECTS)
    return next(people, doc[first] if doc[first].pos_ == "NUM" else None)
