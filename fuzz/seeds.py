"""Write small whole inputs of each kind, from which the fuzzer starts: python fuzz/seeds.py FOLDER."""

import io
import json
import sys
import zipfile
from pathlib import Path

TESTS = Path(__file__).parents[1] / "tests" / "reading"
sys.path.insert(0, str(TESTS))

from captures import INFO, SENTENCES, answer, packed, page, record  # noqa: E402
from prints import column, pdf  # noqa: E402

RSS = (
    "<?xml version='1.0'?><rss version='2.0'><channel><title>Courier</title><item><title>Rebels free 30</title>"
    "<link>https://example.org/1</link><pubDate>Tue, 03 Jun 2025 08:15:00 GMT</pubDate>"
    f"<description>{SENTENCES[0]}</description></item></channel></rss>"
)
ATOM = (
    "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>urn:1</id><link href='https://example.org/1'/>"
    f"<updated>2025-06-03T08:15:00Z</updated><content type='html'>&lt;p>{SENTENCES[0]}</content></entry></feed>"
)
SITEMAP = (
    "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'>"
    "<url><loc>https://example.org/1</loc><n:news><n:publication><n:name>Courier</n:name></n:publication>"
    "<n:publication_date>2025-06-03</n:publication_date><n:title>Rebels free 30</n:title></n:news></url></urlset>"
)


def seeds() -> dict[str, list[bytes]]:
    """Whole inputs by the name of their harness."""
    records = [INFO, record("https://example.org/1", answer(page())), record("https://example.org/2", answer(page()))]
    wacz = io.BytesIO()
    with zipfile.ZipFile(wacz, "w") as package:
        package.writestr("archive/a.warc.gz", packed(records))
        package.writestr("pages/pages.jsonl", '{"format": "json-pages-1.0"}\n{"url": "https://example.org/1"}\n')
    text = "\n\n".join(SENTENCES)
    row = {"url": "https://example.org/1", "title": "Rebels free 30", "text": text, "published": "2025-06-03"}
    item = {"uri": "urn:1", "headline": "Rebels free 30", "body_text": text, "versioncreated": "2025-06-03T08:15:00Z"}
    return {
        "warc": [b"".join(records), packed(records)],
        "wacz": [wacz.getvalue()],
        "pdf": [pdf([[(72, 760, 22, "Rebels free 30"), *column(SENTENCES * 2)]])],
        "html": [page()],
        "plain": [text.encode(), text.encode("utf-16")],
        "feed": [
            RSS.encode(),
            ATOM.encode(),
            json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [row]}).encode(),
        ],
        "sitemap": [SITEMAP.encode()],
        "ninjs": [json.dumps(item).encode()],
        "table": [
            b"\x00" + f'url,title,text\nhttps://example.org/1,Freed,"{text}"\n'.encode(),
            b"\x02" + json.dumps(row).encode(),
        ],
    }


def main(folder: Path) -> None:
    """One folder a harness."""
    for name, contents in seeds().items():
        (folder / name).mkdir(parents=True, exist_ok=True)
        for number, content in enumerate(contents):
            (folder / name / f"seed-{number}").write_bytes(content)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
