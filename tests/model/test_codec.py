"""Records survive being written down; what does not fit is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.attribution import Voice, VoiceKind
from dragoman.model.claim import About, Claim, Field
from dragoman.model.codec import from_plain, to_plain
from dragoman.model.entity import Actor
from dragoman.model.event import Modality, Polarity
from dragoman.model.quantity import Hedge
from dragoman.model.report import Published
from dragoman.model.span import Span
from dragoman.model.time import Precision

ACTORS = st.builds(Actor, entity=st.none() | st.text(), name=st.text(), code=st.text())
VOICES = st.builds(
    Voice,
    kind=st.sampled_from(VoiceKind),
    entity=st.none() | st.text(),
    name=st.text(),
    side=st.text(),
    chain=st.lists(ACTORS, max_size=3).map(tuple),
)
NUMBERS = st.none() | st.floats(allow_nan=False, allow_infinity=False)
CLAIMS = st.builds(
    Claim,
    id=st.text(),
    about=st.builds(About, kind=st.text(), id=st.text()),
    field=st.sampled_from(Field),
    value=NUMBERS | st.text(),
    low=NUMBERS,
    high=NUMBERS,
    low_strict=st.booleans(),
    hedge=st.none() | st.sampled_from(Hedge),
    polarity=st.sampled_from(Polarity),
    modality=st.sampled_from(Modality),
    voice=VOICES,
    outlet=st.text(),
    report=st.text(),
    span=st.just(Span.cut("r", "some words", 0, 4)),
    extractor=st.text(),
)


@given(CLAIMS)
def test_a_claim_comes_back_as_it_was(claim: Claim) -> None:
    assert from_plain(Claim, to_plain(claim)) == claim


def test_a_key_that_an_older_record_lacks_takes_its_default_and_is_else_an_error() -> None:
    plain = to_plain(Published("2031-03-04", "2031-03-04", Precision.DAY))
    del plain["basis"]
    assert from_plain(Published, plain).basis == "no clue found"
    with pytest.raises(TypeError):
        from_plain(Actor, {"entity": "n-1"})


def test_a_wrong_type_is_refused() -> None:
    with pytest.raises(TypeError):
        from_plain(Actor, {"entity": None, "name": 7, "code": ""})
