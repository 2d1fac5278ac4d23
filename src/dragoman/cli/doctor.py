"""`dragoman doctor`: what is installed, and what is missing."""

import typer

from dragoman.cli.options import AsJson


def doctor(json: AsJson = False) -> None:
    """Say what is installed, whether each model is the one whose hash is known, and how to get what is missing."""
    from dragoman.cli.output import lines, write
    from dragoman.run.checkup import checkup

    checks = checkup()
    if json:
        lines({"name": c.name, "found": c.found, "sound": c.sound, "remedy": c.remedy} for c in checks)
    else:
        width = max(len(check.name) for check in checks)
        for check in checks:
            mark = "ok     " if check.sound else "missing"
            write(f"{mark}  {check.name:<{width}}  {check.found}" + (f"  {check.remedy}" if not check.sound else ""))
    if not all(check.sound for check in checks):
        raise typer.Exit(2)
