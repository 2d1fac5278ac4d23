"""The speaker of a quoted stretch: the tag after it, before it, around it, or the speaker who goes on."""

from dataclasses import dataclass

from dragoman.extract.acts import Act, innermost
from dragoman.extract.cue_words import can_label, is_cue, is_strict, manner_of
from dragoman.extract.quotes import Stretch, is_sentence
from dragoman.extract.reference import entity_of, mention_at
from dragoman.extract.scene import Scene, printed
from dragoman.extract.sources import voice_at
from dragoman.extract.subjects import subject_of
from dragoman.model.attribution import Voice
from dragoman.model.entity import EntityKind
from dragoman.text.lexicon import words
from dragoman.text.page import Paragraph
from dragoman.text.parse import Token

_TAG_REACH = 40
_WORDS_REACH = 7
"""How many words behind a quotation "in X's words" may end."""
_OPEN_ENDS = ",?!—–-…"
_STOPS = ".?!"


@dataclass
class Tagger:
    """Finds the act to which each stretch of a report belongs, adding acts where the parse showed none."""

    scene: Scene
    stretches: tuple[Stretch, ...]
    acts: list[Act]

    def place(self, stretch: Stretch) -> Act | None:
        """The act of a stretch; None when nobody can be named as its speaker."""
        tokens = self._outside(stretch.paragraph)
        whole = is_sentence(self.scene.page, stretch)
        act = innermost(self.acts, stretch.start, stretch.end)
        if act is not None and act.cue is None:
            act = None
        if whole:
            return (
                act or self._after(stretch, tokens) or self._ahead(stretch, tokens) or self._going_on(stretch, tokens)
            )
        put = self._in_words(stretch, tokens)
        if put is not None:
            return put
        if act is None and self._only_how(stretch):
            return None
        return act or self._label(stretch) or self._ahead(stretch, tokens) or self._after(stretch, tokens)

    def _outside(self, paragraph: Paragraph) -> list[Token]:
        """The paragraph's tokens that lie in no quotation marks."""
        inside = (s for s in self.stretches if s.paragraph is paragraph)
        quoted = {t.i for s in inside for t in paragraph.tokens(s.outer_start, s.outer_end) if s.holds(paragraph.at(t))}
        return [t for t in paragraph.doc if t.i not in quoted]

    def _after(self, stretch: Stretch, outside: list[Token]) -> Act | None:
        """'..., ' he said."""
        text = self.scene.page.report.text
        last = text[stretch.outer_start : stretch.outer_end].rstrip("”\"'’» ")[-1:]
        following = text[stretch.outer_end : stretch.outer_end + 2].lstrip()[:1]
        if (last not in _OPEN_ENDS and following != ",") or not last:
            return None
        segment: list[Token] = []
        paragraph = stretch.paragraph
        end = next((s.outer_start for s in self.stretches if s.outer_start >= stretch.outer_end), paragraph.end)
        for token in outside:
            if stretch.outer_end <= paragraph.at(token) < end and len(segment) < _TAG_REACH:
                segment.append(token)
                if token.text in _STOPS:
                    break
        return self._tag(segment, first=True)

    def _ahead(self, stretch: Stretch, outside: list[Token]) -> Act | None:
        """He said: '...'"""
        paragraph = stretch.paragraph
        left = [t for t in outside if paragraph.at(t) < stretch.outer_start]
        begin = max(
            (s.outer_end for s in self.stretches if s.outer_end <= stretch.outer_start and s.paragraph is paragraph),
            default=0,
        )
        segment: list[Token] = []
        for token in reversed(left):
            ended = token.text in _STOPS or paragraph.at(token) < begin
            if ended or len(segment) > _TAG_REACH:
                break
            segment.insert(0, token)
        if not segment or not (segment[-1].text in (",", ":", "—", "–", "-") or is_cue(segment[-1])):
            return None
        return self._tag(segment, first=False)

    def _tag(self, segment: list[Token], *, first: bool) -> Act | None:
        """The act of the first or last cue verb of a tag."""
        cues = [t for t in segment if t.pos_ in ("VERB", "AUX") and is_cue(t)]
        ordered = cues if first else cues[::-1]
        for cue in ordered:
            known = self._known(cue)
            if known:
                return known
            source = self._source(cue, segment)
            voice = voice_at(self.scene, source, strict=is_strict(cue)) if source is not None else None
            if source is not None and voice:
                return self._new(cue, source, voice)
        return None

    def _known(self, cue: Token) -> Act | None:
        at = self.scene.paragraph.at(cue)
        return next((a for a in self.acts if a.cue and a.cue.start == at and a.speaks), None)

    def _source(self, cue: Token, segment: list[Token]) -> Token | None:
        """The subject by the parse when it lies in the tag, else the nearest name or pronoun there."""
        subject = subject_of(cue)
        places = {t.i for t in segment}
        if subject is not None and (subject.i in places or subject.head != cue):
            return subject
        near = [
            t for t in segment if t.tag_ in ("PRP", "NNP", "NN", "NNS") and t.dep_ not in ("pobj", "poss", "compound")
        ]
        return min(near, key=lambda t: (abs(t.i - cue.i), t.i)) if near else None

    def _new(self, cue: Token, source: Token, voice: Voice) -> Act:
        page, paragraph = self.scene.page, self.scene.paragraph
        act = Act(paragraph, voice, printed(self.scene, source), page.words(paragraph, cue), [], manner_of(cue))
        self.acts.append(act)
        return act

    def _only_how(self, stretch: Stretch) -> bool:
        """Whether the words tell how the verb straight before them was done, and that verb is none of speech."""
        tokens = self.scene.page.tokens(self.scene.page.cut(stretch.start, stretch.end))
        if not tokens:
            return False
        root = stretch.paragraph.doc[tokens[0].i : tokens[-1].i + 1].root
        return root.head.pos_ == "VERB" and is_cue(root.head) and _in_manner(root, root.head)

    def _in_words(self, stretch: Stretch, outside: list[Token]) -> Act | None:
        """'..., in the envoy's words': the owner of the words, and who that is when the paragraph told before."""
        paragraph = stretch.paragraph
        behind = [t for t in outside if paragraph.at(t) >= stretch.outer_end][:_WORDS_REACH]
        opening = next((t for t in behind if t.text not in (",", "-", "–", "—")), None)
        noun = next((t for t in behind if t.lemma_.lower() in words("cues", "wordings")), None)
        owner = next((c for c in noun.children if c.dep_ == "poss"), None) if noun is not None else None
        if opening is None or opening.lower_ != "in" or noun is None or owner is None:
            return None
        said = [(a, a.source) for a in self.acts if a.paragraph is paragraph and a.begins < stretch.start]
        known = next((a.voice for a, s in said if s and owner.lower_ in s.exact.lower().split()), None)
        voice = known or voice_at(self.scene, owner, strict=False)
        return self._new(noun, owner, voice) if voice else None

    def _label(self, stretch: Stretch) -> Act | None:
        """A quoted word or phrase: the verb that governs it, if that verb can bring one."""
        page, paragraph = self.scene.page, stretch.paragraph
        tokens = page.tokens(page.cut(stretch.start, stretch.end))
        if not tokens:
            return None
        root = paragraph.doc[tokens[0].i : tokens[-1].i + 1].root
        inside = {t.i for t in tokens}
        for verb in root.ancestors:
            if verb.i in inside or verb.pos_ not in ("VERB", "AUX"):
                continue
            if not can_label(verb) or _in_manner(root, verb):
                if verb.dep_ in ("relcl", "advcl"):
                    return None
                continue
            known = self._known(verb)
            if known:
                return known
            source = subject_of(verb)
            voice = (
                voice_at(self.scene, source, strict=False) if source is not None and source.i not in inside else None
            )
            return self._new(verb, source, voice) if voice and source is not None else None
        return None

    def _going_on(self, stretch: Stretch, outside: list[Token]) -> Act | None:
        """The last speaker of the paragraph, else of the one before; else the subject of the sentence before."""
        paragraph, page = stretch.paragraph, self.scene.page
        earlier = [a for a in self.acts if a.paragraph is paragraph and a.speaks and a.begins < stretch.start]
        if earlier:
            return max(earlier, key=lambda a: a.cue.start if a.cue else a.begins)
        if stretch.outer_start - paragraph.start <= 1:
            return self._carried(paragraph)
        sentence = [t for t in outside if paragraph.at(t) < stretch.outer_start]
        subject = next((t for t in reversed(sentence) if t.dep_ in ("nsubj", "nsubjpass") and self._is_person(t)), None)
        voice = voice_at(self.scene, subject, strict=True) if subject is not None else None
        if voice is None or subject is None:
            return None
        act = Act(paragraph, voice, page.words(paragraph, subject), None, [])
        self.acts.append(act)
        return act

    def _is_person(self, token: Token) -> bool:
        mention = mention_at(self.scene.found, self.scene.paragraph, token)
        return mention is not None and entity_of(self.scene.found, mention).kind is EntityKind.PERSON

    def _carried(self, paragraph: Paragraph) -> Act | None:
        """A paragraph that is all quotation goes on with the speaker of the one before."""
        previous = [a for a in self.acts if a.paragraph.index == paragraph.index - 1 and a.speaks]
        quoting = [a for a in previous if a.stretches] or previous
        if not quoting:
            return None
        last = max(quoting, key=lambda a: max((s.start for s in a.stretches), default=a.begins))
        act = Act(paragraph, last.voice, None, None, [], relays=last.relays)
        self.acts.append(act)
        return act


def _in_manner(root: Token, verb: Token) -> bool:
    """Whether quoted words tell only how something is done that is no act of speech ("agreed 'in part' to go")."""
    ways = root.dep_ in ("prep", "advmod", "npadvmod") and root.head == verb
    spoken = words("cues", "speech", "denial", "demand", "naming")
    return ways and verb.lemma_.lower() not in spoken and root.lower_ not in ("as", "for", "of", "about", "to")
