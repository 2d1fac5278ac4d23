"""Whether a matter is told as done, planned, demanded, foreseen or denied."""

import pytest
from told import page_of

from dragoman.extract.assertion import assertion
from dragoman.model.event import Modality, Polarity
from dragoman.model.time import Interval, Precision

ASSERTED, DENIED = Polarity.ASSERTED, Polarity.DENIED


def told_of(text: str, word: str) -> tuple[Polarity, Modality]:
    paragraph = page_of(text).paragraphs[0]
    return assertion(paragraph, next(t for t in paragraph.doc if t.text == word))


@pytest.mark.parametrize(
    ("text", "word", "polarity", "modality"),
    [
        ("Chad's army attacked the camp on Monday.", "attacked", ASSERTED, Modality.HAPPENED),
        ("Chad's army is attacking the camp.", "attacking", ASSERTED, Modality.ONGOING),
        ("Chad's army did not attack the camp.", "attack", DENIED, Modality.HAPPENED),
        ("Rwanda denied that it had sent troops to Congo.", "sent", DENIED, Modality.HAPPENED),
        ("The rebels refused to withdraw from the town.", "withdraw", DENIED, Modality.HAPPENED),
        ("The envoys will meet in Doha next week.", "meet", ASSERTED, Modality.PLANNED),
        ("They plan to meet in Doha next week.", "meet", ASSERTED, Modality.PLANNED),
        ("Kenya said it would withdraw its troops.", "withdraw", ASSERTED, Modality.PLANNED),
        ("Kenya urged Ethiopia to release the prisoners.", "release", ASSERTED, Modality.DEMANDED),
        ("Kenya called for talks between the rebels and the army.", "talks", ASSERTED, Modality.DEMANDED),
        ("Kenya insists on a withdrawal of the troops.", "withdrawal", ASSERTED, Modality.DEMANDED),
        ("If the army attacks, the rebels will respond.", "attacks", ASSERTED, Modality.CONDITIONAL),
        ("The army may attack the town within days.", "attack", ASSERTED, Modality.FORECAST),
        ("The army has bombed the town for years.", "bombed", ASSERTED, Modality.BACKGROUND),
        ("Kenya condemned the attack on the camp.", "attack", ASSERTED, Modality.HAPPENED),
        ("The threat of sanctions did not end the raids.", "raids", ASSERTED, Modality.HAPPENED),
        ("The ministry dismissed a report that jets had bombed the bridge.", "bombed", ASSERTED, Modality.HAPPENED),
        ("The visit was postponed.", "visit", DENIED, Modality.HAPPENED),
        ("The cancelled visit cost them the harvest.", "visit", DENIED, Modality.HAPPENED),
        ("The bombers nearly destroyed the bridge.", "destroyed", DENIED, Modality.HAPPENED),
        ("The rebels no longer attack the road.", "attack", DENIED, Modality.HAPPENED),
        ("Prices fell all week to reach a new low.", "reach", ASSERTED, Modality.HAPPENED),
        ("The army failed to take the hill.", "take", DENIED, Modality.HAPPENED),
        ("The envoy hopes to visit the camp.", "visit", ASSERTED, Modality.PLANNED),
        ("Unless the shelling stops, the talks will end.", "end", ASSERTED, Modality.CONDITIONAL),
        ("Aid workers fear a raid on the camp.", "raid", ASSERTED, Modality.FORECAST),
        ("Decades ago the army burned the village.", "burned", ASSERTED, Modality.BACKGROUND),
        ("Without an attack the town would starve.", "starve", ASSERTED, Modality.CONDITIONAL),
        ("The president ordered the army to retake the port.", "retake", ASSERTED, Modality.DEMANDED),
        (
            "Kenya has pushed Ethiopia to raise pressure on Chad by introducing new sanctions.",
            "introducing",
            ASSERTED,
            Modality.DEMANDED,
        ),
        ("Neither side attacked the convoy.", "attacked", DENIED, Modality.HAPPENED),
    ],
)
def test_told(text: str, word: str, polarity: Polarity, modality: Modality) -> None:
    assert told_of(text, word) == (polarity, modality)


def test_what_ended_long_before_the_report_is_background() -> None:
    paragraph = page_of("Chad seized the strip in 1973.").paragraphs[0]
    old = Interval("1973-01-01", "1973-12-31", Precision.YEAR)
    published = Interval("2031-03-04", "2031-03-04", Precision.DAY)
    assert assertion(paragraph, paragraph.doc[1], time=old, published=published)[1] is Modality.BACKGROUND
