"""Pages printed from the browser (printed.mjs): every word stands inside the margins of its page, nothing that the
page shows is missing, wide tables stand on lying pages."""
import collections
import json
import re
import subprocess

ELEMENT = re.compile(r"<(page|word)([^>]*)>([^<]*)")
NUMBER = re.compile(r'(\w+)="(-?[\d.]+)"')
MARGIN = 50  # points; every margin of every style is wider, a glyph's box a little wider than the glyph


def pages_of(path):
    """Of each page its width, height and words: (left, right, text)."""
    done = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, text=True, check=True)
    pages = []
    for kind, attributes, text in ELEMENT.findall(done.stdout):
        numbers = {name: float(value) for name, value in NUMBER.findall(attributes)}
        if kind == "page":
            pages.append((numbers["width"], numbers["height"], []))
        else:
            pages[-1][2].append((numbers["xMin"], numbers["xMax"], text))
    return pages


def characters(text):
    return collections.Counter(re.sub(r"\s+|&\w+;|[&<>\"']", "", text))


def faults_of(page):
    note = json.loads(page.with_suffix(".printed.json").read_text(encoding="utf-8"))
    pages = pages_of(page.with_suffix(".printed.pdf"))
    for number, (width, _, words) in enumerate(pages, 1):
        yield from (f"{page}, printed page {number}: “{text}” stands at {left:.0f} to {right:.0f} of {width:.0f}"
                    for left, right, text in words if left < MARGIN or right > width - MARGIN)
    printed = characters("".join(text for _, _, words in pages for _, _, text in words))
    lost = characters(note["text"]) - printed
    if lost:
        yield f"{page}: not printed: {dict(lost.most_common(20))}"
    lying = sum(width > height for width, height, _ in pages)
    if lying < note["lying"]:
        yield f"{page}: {note['lying']} wide tables, {lying} lying pages"


def faults(folder):
    pages = sorted(folder.rglob("*.html"))
    return [fault for page in pages for fault in faults_of(page)] if pages else ["no page printed"]
