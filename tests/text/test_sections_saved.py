"""Texts saved from pages with all that stood around: what is furniture is not read, what is the report is."""

import pytest

from dragoman.model.report import READ_SECTIONS, SectionKind
from dragoman.text.sections import byline, sections

LEAD = "Two shells struck the grain port of Port Sul before dawn on Saturday and wounded two dockers, the harbour master said."
REST = (
    "The Northern Front said that it had not fired, and the army of Velmora said the shells came from the hills.\n"
    "“We heard one whistle and then the roof was gone,” said Ann Moe, a crane driver who was on the night shift.\n"
    "Envoys of the Northern Front and of Velmora were due to meet in Ardana at noon, and neither had called it off."
)
WIRE = f"""Skip to content
Home | World | Politics
Subscribe
Log In
World News
Shells hit grain port hours before envoys meet
Two dockers wounded in Port Sul; each side says the other fired
By Jane Roe and Sam Poe
June 7, 2025, 5:12 AM GMT
Updated 3h ago
4 min read
Share full article
214 Comments
A man walks past the burned silo in Port Sul on Saturday. REUTERS/Bo Lund Purchase Licensing Rights, opens new tab
Summary
Two shells hit the port
Both sides deny firing
PORT SUL, June 7 (Reuters) - {LEAD}
Advertisement
{REST}
“We heard one whistle and then the roof was gone”
Two shells, two lies, one harbour. Velmora will answer tonight.
— Karl Odel (@karlodel) June 7, 2025
Reporting by Jane Roe in Port Sul and Sam Poe in Ardana; Editing by Bo Lund
Our Standards: The Thomson Reuters Trust Principles., opens new tab
Suggested Topics:
World
Velmora
Read Next
Drought drives herders south
"""


def read(text: str) -> str:
    return "\n".join(text[p.start : p.end] for p in sections(text) if p.kind in READ_SECTIONS)


def kind(line: str) -> SectionKind:
    """The kind of a line between the paragraphs of a report."""
    text = f"Shells hit grain port\n\n{LEAD}\n\n{line}\n\n{REST}\n"
    start = text.index(line)
    return next(p.kind for p in sections(text) if p.start <= start < p.end)


def test_a_wire_page_saved_with_all_its_furniture() -> None:
    head = "Shells hit grain port hours before envoys meet\nTwo dockers wounded in Port Sul; each side says the other fired"
    assert read(WIRE) == f"{head}\nPORT SUL, June 7 (Reuters) - {LEAD}\n{REST}"
    assert byline(WIRE, sections(WIRE)) == "Jane Roe and Sam Poe"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("1.2K shares", SectionKind.OTHER),
        ("No comments", SectionKind.OTHER),
        ("10:42 GMT", SectionKind.OTHER),
        ("Updated at 9.14am BST", SectionKind.OTHER),
        ("This article is more than 2 years old", SectionKind.OTHER),
        ("• This article and its headline were amended on 18 March 2025 to correct a name.", SectionKind.OTHER),
        ("You can unsubscribe at any time", SectionKind.OTHER),
        ("We and our partners store and access information on your device", SectionKind.OTHER),
        ("View this post on Instagram", SectionKind.OTHER),
        ("The writer lives in Ardana. Find her on Twitter @annmoe.", SectionKind.OTHER),
        ("To contact the reporters on this story: Ann Moe in Ardana at amoe@wire.example", SectionKind.OTHER),
        ("Do you know more? Ring our newsdesk on 0555 010 011", SectionKind.OTHER),
        ("1 of 5. Smoke rises over the silo in Port Sul, June 7, 2025.", SectionKind.CAPTION),
        ("Ann Moe is seen in this undated handout photograph.", SectionKind.CAPTION),
        ("Bo Lund/Getty Images A silo burns in Port Sul", SectionKind.CAPTION),
        ("Dockers sweep the quay in Port Sul. Bo Lund/AFP/Getty Images", SectionKind.CAPTION),
        ("Contributing: Sam Poe in Ardana; Associated Press", SectionKind.CREDIT),
        ("This essay first appeared on Coast Notes.", SectionKind.COPYRIGHT),
        ("The post Shells hit grain port appeared first on Coast Notes.", SectionKind.COPYRIGHT),
        ("WATCH: The moment the shells hit the silo, filmed from a ferry. Jane Roe reports.", SectionKind.RELATED),
    ],
)
def test_lines_of_the_page(line: str, expected: SectionKind) -> None:
    assert kind(line) is expected


@pytest.mark.parametrize(
    "line",
    [
        "The army asked the dockers to follow it on foot, and 214 of them did, the harbour master said.",
        "A summary of the talks was read on state radio by Lena Fors, who has led them since March.",
        "The minister saw proof of the attack in the picture that the army released, he told parliament on Friday.",
        "9 of 10 houses in the port have no roof, and the rest have no doors, the harbour master said.",
        "Relatives of the two dockers tried to reach them on Facebook until the evening.",
        "The ship can be seen in a photo of the port that the navy has released.",
        "The list, 1 of 5 that the Front has sent, names dockers who were never in the port, he said.",
        "“Please support our men,” the general wrote to the harbour master in a letter that he showed to reporters.",
    ],
)
def test_sentences_of_the_report_are_read(line: str) -> None:
    assert kind(line) is SectionKind.BODY


@pytest.mark.parametrize(
    "twin",
    [
        "“We heard one whistle and then the roof was gone”",
        "“One whistle and then the roof was gone” — Ann Moe, crane driver",
        LEAD,
        "The Northern Front said that it had not fired",
    ],
)
def test_what_is_printed_twice_is_read_once(twin: str) -> None:
    text = (
        f"Shells hit grain port\n\n{LEAD}\n\n{REST}\n\n{twin}\n\nThe harbour was closed until the evening, she added.\n"
    )
    assert (
        read(text) == f"Shells hit grain port\n{LEAD}\n\n{REST}\nThe harbour was closed until the evening, she added."
    )


def test_a_saved_post_is_its_writers() -> None:
    post = "Karl Odel\n@karlodel\nVelmora will answer tonight, and it will answer once.\n9:02 AM · Jun 7, 2025"
    assert "answer" not in read(f"Shells hit grain port\n\n{LEAD}\n\n{post}\n\n{REST}\n")


def test_known_kinds_of_paragraphs_are_believed() -> None:
    text = f"Shells hit grain port\n\n{LEAD}\n\n{REST}\n"
    parts = sections(text, known={0: SectionKind.HEADLINE, 1: SectionKind.CAPTION})
    assert [p.kind for p in parts] == [SectionKind.HEADLINE, SectionKind.CAPTION, SectionKind.BODY]
