"""Words that two outlets give to two speakers are a conflict over who said them, about the utterance."""

from told_by import record_told, shown

from dragoman.model.claim import UTTERANCE, Field
from dragoman.model.verdict import Verdict
from dragoman.views.consequence import Consequence

TEXT = "LIMA - “We will not sign a single paper while their guns stand on the river,” Peru's {} said on Tuesday.\n"


def test_a_misattribution_is_shown_between_the_outlets(tmp_path):
    record = record_told(
        tmp_path, TEXT.format("foreign minister, Ana Quispe,"), TEXT.format("defense minister, Hugo Salcedo,")
    )
    (found,) = shown(record, field=Field.ACTOR)
    assert (found.verdict, found.subject.kind) == (Verdict.CONFLICT, UTTERANCE)
    assert found.subject.id in {utterance.id for utterance in record.utterances}
    assert "Outlet A gives" in found.reason or "Outlet A" in found.reason
    assert "Ana Quispe" in found.reason
    assert "Hugo Salcedo" in found.reason
    assert Consequence(record).ends(found).phrase.startswith("between the outlets")


def test_the_same_speaker_is_no_misattribution(tmp_path):
    record = record_told(tmp_path, *[TEXT.format("foreign minister, Ana Quispe,")] * 2)
    assert not shown(record, field=Field.ACTOR)
