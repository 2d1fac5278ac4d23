"""The outlet of a plain text comes from its own lines; an agency that only supplied the text is not the outlet."""

import pytest

from dragoman.reading.outlet import publisher
from dragoman.text.sections import sections

HEAD = "Rebels free 30 prisoners in Ardana\n\n"
BODY = "The Northern Front freed 30 prisoners on Tuesday, the group said in a statement.\n\n"


@pytest.mark.parametrize(
    ("text", "outlet", "owner"),
    [
        (BODY + "Copyright © 2025, The Daily Example. All rights reserved.", "The Daily Example", "The Daily Example"),
        (BODY + "Copyright 1999-2025 Ardana Wire. This article was reproduced.", "Ardana Wire", "Ardana Wire"),
        (BODY + "© 2025 U.S. Example News LLC", "U.S. Example News", "U.S. Example News"),
        (BODY + "(c) Radio Ardana 2025. All rights reserved.", "Radio Ardana", "Radio Ardana"),
        ("ARDANA (Example News) – " + BODY, "Example News", ""),
        ("ARDANA (Reuters) - " + BODY, "Reuters", ""),
        ("ARDANA (AP) — " + BODY + "Copyright 2025 The Daily Example.", "The Daily Example", "The Daily Example"),
        ("ARDANA (Florida) — " + BODY, "", ""),
        (
            BODY + "Example News’ Ann Moe and Bo Lund contributed to this report.\n\nCopyright 2025, Example Audio.",
            "Example News",
            "Example Audio",
        ),
        (BODY + "This article was originally published on Ardana Post.", "Ardana Post", "Ardana Post"),
        (BODY + "Source: AFP", "AFP", ""),
        ("ARDANA, June 3 (Corsair) - " + BODY, "Corsair", ""),
        ("ARDANA/PORT SUL, 3 June (Corsair) - " + BODY, "Corsair", ""),
        ("ARDANA (EWA) - " + BODY + "© 2025 Example Wire Agency. All rights reserved.", *2 * ("Example Wire Agency",)),
        (BODY + "© 2025 Ostrel Courier Media Ltd. All rights reserved.", "Ostrel Courier", "Ostrel Courier Media"),
        (BODY + "© 2025 Grain Media Group", "Grain Media Group", "Grain Media Group"),
        (BODY, "", ""),
    ],
)
def test_outlet_and_owner(text: str, outlet: str, owner: str) -> None:
    assert publisher(HEAD + text, sections(HEAD + text)) == (outlet, owner)
