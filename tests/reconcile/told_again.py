"""Versions of two invented reports, read by the real pipeline."""

import json
from collections.abc import Mapping
from pathlib import Path

from dragoman.model.record import RecordData
from dragoman.reading.reports import read_inputs
from dragoman.run.pipeline import Settings, read_once

FIRST = """Shelling destroys market in Sanaa, killing 12

SANAA, March 4 (Northern Post) - At least 12 people were killed and 30 wounded on Tuesday when Saudi forces shelled a market in Sanaa.

Saudi Arabia attacked the market at dawn. Rescue workers searched the rubble for survivors through the morning, and the road to the hospital was closed.

"We want the guns to fall silent today," Yemeni Foreign Minister Ali Marran said. "The world must act," he added.

Yemen demands a full ceasefire and the release of prisoners. Talks between Yemen and Saudi Arabia will be held in Muscat on March 10, officials said.

Copyright © 2031 Northern Post. All rights reserved.
"""

SECOND = """Shelling hits market in Sanaa, killing at least 15, officials say

SANAA, March 4 (Northern Post) - At least 15 people were killed and 30 wounded on Tuesday when Saudi forces shelled a market in Sanaa, Yemen's Health Ministry said.

Saudi Arabia attacked the market at dawn, Yemeni officials said. Rescue workers searched the rubble for survivors through the morning, and the road to the hospital was closed.

Saudi Arabia's Defense Ministry denied that its forces had shelled the market. "We did not fire at any market," the ministry said in a statement.

"We want the guns to fall silent now," Yemeni Foreign Minister Ali Marran said.

Yemen demands a full ceasefire and the release of prisoners. Talks between Yemen and Saudi Arabia will be held in Muscat on March 10, officials said.

Copyright © 2031 Northern Post. All rights reserved.
"""

THIRD = """Shelling hits market in Sanaa, killing 14, ministry says

SANAA, March 4 (Northern Post) - Fourteen people were killed and dozens wounded on Tuesday when shells hit a market in Sanaa, Yemen's Health Ministry said.

Saudi Arabia attacked the market at dusk, Yemeni officials said. Rescue workers searched the rubble for survivors through the morning, and the road to the hospital was closed.

Saudi Arabia's Defense Ministry denied that its forces had shelled the market. "We did not fire at any market," the ministry said in a statement.

"We want the guns to fall silent now," Yemeni Foreign Minister Ali Marran said.

Yemen demands a full ceasefire and the release of prisoners. Talks between Yemen and Saudi Arabia were held in Muscat on March 5.

Correction: An earlier version of this report misstated the number of people killed.

Copyright © 2031 Northern Post. All rights reserved.
"""

BARRACKS = """Army storms Kassala barracks, dozens dead

KASSALA, Sudan, June 10 (Nile Dispatch) - The Sudanese army stormed a barracks held by the Rapid Support Forces in Kassala on Tuesday, police said.

"This was a massacre," said Amina Idris, a nurse at the city hospital. "We have no blood and no beds left."

The Rapid Support Forces withdrew from the town in the evening. Residents fled toward the Eritrean border.

The army spokesman, Colonel Hassan Bakri, told reporters the operation was over.
"""

BARRACKS_LATER = """Did the army attack Kassala barracks? Dozens feared dead

KASSALA, Sudan, June 10 (Nile Dispatch) - The Sudanese army stormed a barracks held by the Rapid Support Forces in Kassala on Tuesday.

"This was a massacre," said Colonel Hassan Bakri, the army spokesman.

Residents fled toward the Eritrean border. The Rapid Support Forces did not withdraw from the town.
"""

OTHER = """Market hit in Sanaa

By Dana Whitlock

Shells hit a market in Sanaa on Tuesday, killing 12 people, according to Yemen's Health Ministry.

Copyright © 2031 Southern Courier. All rights reserved.
"""

MARKET, TOWN = "https://northern.example/market", "https://nile.example/kassala"


def record_of(folder: Path, reports: Mapping[str, tuple[str, str, str, str]]) -> RecordData:
    """The record of reports given by name as text, outlet, day and address."""
    for name, (text, outlet, day, address) in reports.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        said = {"outlet": outlet, "published": day, "url": address}
        (folder / f"{name}.meta.json").write_text(json.dumps(said), encoding="utf-8")
    names = [str(folder / f"{name}.txt") for name in reports]
    return read_once(read_inputs(names), Settings(workers=1)).record
