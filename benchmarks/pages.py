"""Pages a second of dragoman's reading, beside bare trafilatura on the same pages in the same run and process.

    python benchmarks/pages.py [PAGES]

The pages (300 unless told) are the sample's reports in the markup of six kinds of site, with the menus, lists,
captions, posts and scripts that sites put around them, no two alike. Prints pages a second, and the ratio to
trafilatura with metadata.
"""

import random
import re
import sys
import time
from collections.abc import Callable
from importlib.resources import files

import trafilatura

from dragoman.reading.document import Document, Format
from dragoman.reading.formats import read_document
from dragoman.reading.html import read_html
from dragoman.text.outlets import outlets

PAGES, ROUNDS, SEED = 300, 3, 20
WITH_METADATA = "trafilatura.bare_extraction, metadata"
HEADER = re.compile(r"^[A-Za-z ]{3,20}: .*$")


def sample() -> list[tuple[str, list[str]]]:
    """Headline and paragraphs of each report of the sample."""
    found = []
    for entry in sorted((files("dragoman") / "sample" / "reports").iterdir(), key=lambda entry: entry.name):
        if not entry.name.endswith(".txt"):
            continue
        lines = [line.strip() for line in entry.read_text(encoding="utf-8").split("\n") if line.strip()]
        lines = [line for line in lines if not HEADER.match(line)]
        if len(lines) > 3:
            found.append((lines[0], lines[1:]))
    return found


def page(number: int, chance: random.Random, texts: list[tuple[str, list[str]]]) -> bytes:
    """A whole page of a made site around one report, with sentences of the other reports in its boxes."""
    title, paragraphs = chance.choice(texts)
    prefix = chance.choice(("c-", "article__", "entry-", "b-", "wp-block-", ""))
    others = [chance.choice(texts) for _ in range(24)]
    cards = "".join(
        f"<li class='{prefix}card'><h3><a href='/{i}'>{head}</a></h3><p>{chance.choice(body)}</p></li>"
        for i, (head, body) in enumerate(others)
    )
    menu = "".join(f"<li><a href='/s{i}'>Section {i}</a></li>" for i in range(40))
    script = f"<script>window.__data={{n:{number},a:'{'x' * 20_000}'}}</script>"
    linked = f'{{"@type":"NewsArticle","headline":"{title}","datePublished":"2025-06-{1 + number % 28:02}T08:00:00Z"}}'
    body = ""
    for place, paragraph in enumerate(paragraphs):
        body += f"<p class='{prefix}paragraph'>{paragraph}</p>"
        if place == 1:
            body += f"<aside class='{prefix}pullquote'><p>{paragraph[:80]}</p></aside><div class='{prefix}ad'></div>"
        if place == 2:
            body += (
                f"<figure><img src='/{number}.jpg'><figcaption>A street. Photo: Ann Moe/Example</figcaption></figure>"
            )
    return (
        f"<!doctype html><html lang='en'><head><meta charset='utf-8'><title>{title} | Site {number}</title>"
        f"<meta property='og:site_name' content='Site {number}'>{script}"
        f"<script type='application/ld+json'>{linked}</script></head>"
        f"<body><header><nav><ul>{menu}</ul></nav></header><main><article><h1>{title}</h1>"
        f"<div class='{prefix}byline'>By Ann Moe</div><div class='{prefix}body'>{body}</div></article>"
        f"<section class='{prefix}related'><h2>Related stories</h2><ul>{cards}</ul></section></main>"
        f"<footer><ul>{menu}</ul><p>© 2025 Site {number}. All rights reserved.</p></footer></body></html>"
    ).encode()


def rates(ways: dict[str, Callable[[bytes], object]], pages: list[bytes]) -> dict[str, float]:
    """Pages a second of each way, the best of its rounds; the ways take turns, so that a busy machine is so for all."""
    best = dict.fromkeys(ways, 0.0)
    for _ in range(ROUNDS):
        for name, read in ways.items():
            start = time.perf_counter()
            for content in pages:
                read(content)
            best[name] = max(best[name], len(pages) / (time.perf_counter() - start))
    return best


def main(count: int) -> None:
    """Make the pages, read them in each way, print."""
    chance, texts = random.Random(SEED), sample()
    pages = [page(number, chance, texts) for number in range(count)]
    known = outlets()
    ways: dict[str, Callable[[bytes], object]] = {
        "dragoman, whole report": lambda content: read_document(Document("page", content, Format.HTML), known),
        "dragoman, read_html": lambda content: read_html(Document("page", content, Format.HTML)),
        "trafilatura.extract": trafilatura.extract,
        WITH_METADATA: lambda c: trafilatura.bare_extraction(c, with_metadata=True),
    }
    print(f"{count} pages, {sum(map(len, pages)) / count / 1000:.0f} kB each on average")
    found = rates(ways, pages)
    for name, speed in found.items():
        print(f"{name:42} {speed:7.1f} pages a second, {speed / found[WITH_METADATA]:.2f} of the last")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else PAGES)
