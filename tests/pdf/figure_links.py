"""Figures of the text lead to their table cells: the same ones as the web page's data say, and where
each leads poppler reads the same figure in that row."""
import decimal
import html.parser
import json
import re
import subprocess

import pikepdf

import tag_tree

VOID = {"br", "col", "hr", "img", "link", "meta", "wbr"}
APART = {"h1", "h2", "h3", "h4", "h5", "h6", "figure", "caption", "head", "script", "nav"}
ROW = 60  # points below a row's upper edge in which its figures stand, however many lines a name beside them takes


class PageFigures(html.parser.HTMLParser):
    """The origin and text of each figure of a page: of its tables and of its running text."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.text, self.tables = [], []
        self._printed, self._open, self._figure = [], [], None

    def handle_starttag(self, tag, attributes):
        if tag not in VOID:
            self._open.append(tag)
        if tag == "data":
            self._figure = [0, ""]
            self._printed.append(self._figure)
            if not APART & set(self._open):
                (self.tables if "table" in self._open else self.text).append(self._figure)

    def handle_endtag(self, tag):
        while self._open and self._open.pop() != tag:
            pass
        if tag == "data":
            self._figure = None

    def handle_data(self, text):
        if self._figure is not None:
            self._figure[1] += text

    def read(self, page):
        """The page's data has the origins by the order of the figures that print something."""
        self.feed(page)
        self.close()
        store = re.search(r'id="provenance">(.*?)</script>', page, re.S)
        numbers = spread(json.loads(store.group(1))["figures"]) if store else []
        for figure, number in zip((figure for figure in self._printed if figure[1]), numbers, strict=bool(store)):
            figure[0] = number

    def expected(self):
        """The figures of the text that a table prints, too, in order."""
        printed = {origin for origin, text in self.tables if origin and text}
        return [text for origin, text in self.text if origin in printed]


def spread(records):
    """3, -7 is 3 to 7."""
    found = []
    for number in records:
        found += range(found[-1] + 1, -number + 1) if number < 0 else [number]
    return found


def number(text):
    """The value of a printed figure; None for other words."""
    bare = text.replace(",", "").rstrip("%")
    return decimal.Decimal(bare) if re.fullmatch(r"-?\d+(\.\d+)?", bare) else None


def same(text, word):
    """Whether a word prints this figure, with the same or more places: 12 and 12.00, 15.67 and 15.66883."""
    figure, other = number(text), number(word)
    if figure is None or other is None:
        return text == word
    return other.quantize(figure, decimal.ROUND_HALF_UP) == figure


def words_by_page(path):
    """Of each page its words with their upper edges, as poppler reads them."""
    done = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, text=True, check=True)
    pages = done.stdout.split("<page ")[1:]
    return [[(float(top), word) for top, word in re.findall(r'yMin="([\d.]+)"[^>]*>(.*?)</word>', page)]
            for page in pages]


def links_of(file):
    """(text, description, page number, distance from its top) of each link to a cell, in reading order."""
    places = pikepdf.NameTree(file.pdf.Root.Names.Dests)
    numbers = {page.objgen: number for number, page in enumerate(file.pdf.pages)}
    for element in file.document.walk():
        notes = [kid for kid in element.kids if not isinstance(kid, (tag_tree.Element, tag_tree.Mark))]
        if element.type != "Link" or not notes or not str(notes[0].get("/Contents", "")).startswith("见"):
            continue
        page, _, _, top, _ = places[bytes(notes[0].Dest).decode("utf-8")]
        number = numbers[page.objgen]
        height = float(file.pdf.pages[number].MediaBox[3])
        yield element.text(), str(notes[0].Contents), number, height - float(top)


def check(pdf, page):
    figures = PageFigures()
    figures.read(page.read_text("utf-8"))
    expected = figures.expected()
    file = tag_tree.TaggedFile(pdf)
    links = list(links_of(file))
    if [text for text, *_ in links] != expected:
        yield f"{pdf}: {len(links)} figures lead to cells, the page has {len(expected)}"
    words = words_by_page(pdf)
    for text, description, number, top in links:
        beside = [word for edge, word in words[number] if top - 1 <= edge <= top + ROW]
        if not any(same(text, word) for word in beside):
            yield f"{pdf}: “{text}” ({description}) is not in its row on page {number + 1}: {beside[:12]}"
