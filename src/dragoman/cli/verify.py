"""`dragoman verify`: does the record still hold?"""

import typer

from dragoman.cli.options import RecordPath


def verify(record: RecordPath) -> None:
    """Check that every span still says its words and every hash holds."""
    from dragoman.cli.output import opened, write
    from dragoman.store.verify import spans_of
    from dragoman.store.verify import verify as faults_of

    with opened(record) as store:
        faults = faults_of(store)
        data = store.record()
    for fault in faults:
        write(fault)
    spans = sum(1 for _ in spans_of(data))
    if faults:
        write(f"{len(faults)} faults in {len(data.reports)} reports and {spans} spans")
        raise typer.Exit(2)
    write(f"sound: {len(data.reports)} reports, {spans} spans, all hashes hold")
