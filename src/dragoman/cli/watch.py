"""`dragoman watch`: poll feeds and other inputs, add what is new, say what changed."""

import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.options import Actors, AllowHost, AsJson, Follow, Outlets, RecipeFile, RecordPath

if TYPE_CHECKING:
    from dragoman.reading.asking import Asking
    from dragoman.run.pipeline import Settings


def watch(
    record: RecordPath,
    feeds: Annotated[list[str], typer.Argument(metavar="FEED...", help="Feeds, sitemaps, pages, folders or files.")],
    once: Annotated[bool, typer.Option("--once", help="Look once and end.")] = False,
    every: Annotated[float, typer.Option("--every", min=1, metavar="MINUTES", help="Time between looks.")] = 15,
    json: AsJson = False,
    actors: Actors = None,
    outlets: Outlets = None,
    follow: Follow = None,
    allow_host: AllowHost = None,
    recipe: RecipeFile = None,
) -> None:
    """Add what is new to a record and say what changed in it since the last look; Ctrl-C ends it."""
    from dragoman.cli.output import notice
    from dragoman.errors import RecordError
    from dragoman.reading.asking import asking
    from dragoman.run.pipeline import Settings

    settings = Settings.load(actors=actors or (), recipe=recipe, outlets=outlets or ())
    asked = asking(follow=follow, allow_host=allow_host)
    try:
        clean = _look(record, feeds, asked, settings, json=json)
        while not once:
            time.sleep(every * 60)
            try:
                _look(record, feeds, asked, settings, json=json)
            except RecordError as problem:  # held by another process for long: the next look makes up for it
                notice(str(problem))
    except KeyboardInterrupt:
        return
    if not clean:
        raise typer.Exit(1)


def _look(record: Path, feeds: Sequence[str], asked: "Asking", settings: "Settings", *, json: bool) -> bool:
    """Look once; the record is open only meanwhile. Returns whether everything could be read."""
    from dragoman.cli.output import left_out, lines, notice, watching, write
    from dragoman.run.watching import look
    from dragoman.store.record import LONG_PATIENCE, Store
    from dragoman.views.changes import changes
    from dragoman.views.news import news_rows, news_text

    with Store.open(record, create=True, patience=LONG_PATIENCE, waiting=notice) as store:
        with watching() as progress:
            seen = look(store, feeds, asked, settings, progress)
        since, today = (seen.since or seen.at)[:10], seen.at[:10]
        news = changes(seen.before, seen.after, since=since, today=today)
        if json:
            lines(news_rows(news))
        else:
            write(news_text(news, seen.after, since=since, today=today))
        left_out(seen.taken.skipped)
        store.looks.keep(seen.after, seen.at)
    return not seen.taken.skipped
