"""Capitals as governments and as places, in sentences written for the project."""

from told import page_of

from dragoman.extract.found import Found
from dragoman.extract.names import names
from dragoman.model.entity import Form

GOVERNMENTS = (
    "Lima was accused of breaking the truce.",
    "The rebels defied Nairobi and kept their weapons.",
    "The minister lashed out at Kampala over the closed border.",
    "Donors will give Lusaka the money in June.",
    "The envoy gave Bogota three weeks to answer.",
    "The union offered Quito a new loan.",
    "Critics of Windhoek say the vote was late.",
    "The rebels and Nairobi agreed on a pause.",
    "The ruling angered Accra and pleased its neighbours.",
    "The move was aimed at Kampala.",
    "Nairobi's refusal surprised the mediators.",
    "He rejected claims by Lusaka that the border was open.",
    "Ties between Santiago and La Paz have cooled.",
    "The talks were brokered by Doha.",
    "Anger at Bogota has grown along the coast.",
    "Pressure is mounting on Quito to reply.",
    "The senator scolded Lima for its silence.",
    "Kampala has been urged to open the road.",
    "A senior official in the Nairobi government resigned.",
    "The court ordered Lusaka to pay.",
    "Without help from Accra the plan will fail.",
    "The group signed a treaty with Windhoek.",
    "Both Bogota and Quito denied it.",
    "According to Lima, the troops have left.",
    "The letter to Nairobi went unanswered.",
    "She dismissed Kampala as a bad neighbour.",
    "The allies rebuked Lusaka on Friday.",
    "Observers blame Accra, not the rebels.",
    "The deal leaves Windhoek with few choices.",
    '"We want peace," Quito insisted.',
    "The bank promised Lima a credit line.",
    "The rebels fought Kampala for ten years.",
    "The strike embarrassed Bogota before the summit.",
    "The group is loyal to Nairobi.",
    "Rivals of Accra met on Monday.",
    "Lusaka, which hosts the refugees, asked for aid.",
    "The embargo against Quito was lifted.",
    "Nairobi is ready to sign.",
    "The pact binds Kampala to a ceasefire.",
    "A spokesman for Windhoek denied the report.",
)
PLACES = (
    "The blast rocked Nairobi on Monday.",
    "Rebels shelled the capital Kampala for two days.",
    "He was born in Lusaka.",
    "Thousands marched through Accra.",
    "The flood hit Bogota hard.",
    "The Lima airport was closed.",
    "A Quito court freed the man.",
    "The army recaptured Windhoek in May.",
    "They flew from Nairobi to Kampala.",
    "The president returned to Lusaka on Friday.",
    "Residents of Accra fled.",
    "The road to Bogota is blocked.",
    "Protests shut down Quito for a day.",
    "The Lima mayor spoke to reporters.",
    "Police sealed off Windhoek after the attack.",
    "An hour north of Nairobi the convoy stopped.",
    "The Kampala suburb of Kira was dark.",
    "Talks resume at Lusaka next week.",
    "The delegation left Accra at dawn.",
    "Bogota was hit by two blasts overnight.",
    "Quito radio reported the news.",
    "Lima city hall opened a shelter.",
    "Windhoek was paralysed by a strike of drivers.",
    "She studied law at Nairobi University.",
    "Drones flew over Kampala all night.",
    "The Lusaka area has seen no fighting.",
    "Accra, the capital, was calm.",
    "The pope will visit Bogota in spring.",
    "Schools across Quito stayed shut.",
    "Shells fell on Lima for the third day.",
    "They drove the 90 kilometres to Windhoek.",
    "The train reached Nairobi late.",
    "The Kampala Herald wrote about it.",
    "Lusaka has been without power since Sunday.",
    "Fighters advanced on Accra from the north.",
    "The attack on Bogota killed six people.",
    "The Quito office of the agency was burnt.",
    "Snow covered Lima on Tuesday.",
    "Hundreds of people fled Windhoek by boat.",
    "The embassy in Nairobi was closed.",
)
FLOOR = 0.96
"""Share of the sentences read rightly; raise it when a change raises the score."""


def is_government(sentence: str) -> bool:
    return any(m.form is Form.METONYM for m in names(page_of(sentence), Found()).mentions)


def test_capitals_are_told_apart_from_their_governments() -> None:
    wrong = [s for s in GOVERNMENTS if not is_government(s)] + [s for s in PLACES if is_government(s)]
    share = 1 - len(wrong) / len(GOVERNMENTS + PLACES)
    assert share >= FLOOR, "\n".join(wrong)


def test_a_dateline_in_capitals_before_a_colon_is_no_government() -> None:
    assert not is_government("LIMA: The minister opened the road on Friday.")
    assert is_government("Talks failed: Lima")
