"""Rows as coders of invented states would write them: each event in one to four reports that differ a little."""

import random
from datetime import date, timedelta

TOWNS = {
    "Ardania": (("Port Sul", 12.0, 31.0), ("Velm", 12.9, 32.2), ("Orrin", 14.1, 30.3)),
    "Keshtar": (("Tavas", 41.2, -7.0), ("Hollin", 42.0, -6.1), ("Brek", 43.4, -8.3)),
}
ACTORS = (("Northern Front", "Rebels"), ("Border Police", "Security forces"), ("Reed Youth", "Citizens"))
DEEDS = ("Shooting", "Arson", "Melee; Looting", "Stabbing")
CONTEXTS = ("Clash", "Protest", "Voting", "Unknown")
OUTLETS = ("Sul Wire", "The Velm Mail", "Orrin Radio", "Delta Post")
TITLES = (
    "Dead after night of fire in {}",
    "Police and youths fight in {}",
    "{} counts its losses",
    "Calm returns to {}",
)


def row(**told: object) -> dict[str, str]:
    """One row; what is not given is empty."""
    plain = {"id": "r", "event_id": "E", "country": "Ardania", "date_start": "2031-05-04", "source_type": "News agency"}
    return {**plain, **{name: str(value) for name, value in told.items()}}


def table(seed: int, *, events: int = 60) -> list[dict[str, str]]:
    """Rows of so many events in each state."""
    drawn = random.Random(seed)
    rows = []
    for country in TOWNS:
        for number in range(events):
            rows += _event(drawn, country, f"{country[:2]}-{number}")
    drawn.shuffle(rows)
    return [{**one, "id": f"r-{number:04}"} for number, one in enumerate(rows)]


def _event(drawn: random.Random, country: str, event: str) -> list[dict[str, str]]:
    day = date(2031, 1, 1) + timedelta(drawn.randrange(40))
    town, north, east = drawn.choice(TOWNS[country])
    actor, kind = drawn.choice(ACTORS)
    deed, context, dead = drawn.choice(DEEDS), drawn.choice(CONTEXTS), drawn.choice((0, 0, 1, 3, 8, 20))
    rows = []
    for outlet in drawn.sample(OUTLETS, drawn.choice((1, 1, 2, 4))):
        told = max(0, dead + drawn.choice((0, 0, 0, 1)))
        known = drawn.random() < 0.8
        first = day - timedelta(drawn.choice((0, 0, 0, 1)))
        title = drawn.choice(TITLES).format(town)
        rows.append(
            row(
                event_id=event,
                country=country,
                date_start=first,
                date_end=day,
                city=town,
                latitude=north,
                longitude=east,
                geo_precision="3.0",
                actor1=actor if known else "Unknown actor",
                actor1_id=actor[:3] if known else "X-1",
                actor1_type=kind if known else "",
                actor1_violence=deed,
                event_context=context,
                target="Citizens",
                deaths_best=told,
                deaths_low=told,
                deaths_high=told,
                injuries_best=0,
                injuries_low=0,
                injuries_high=0,
                damage=0,
                source=f"{outlet} ({day + timedelta(1)}) {title}, {event}",
            )
        )
    return rows
