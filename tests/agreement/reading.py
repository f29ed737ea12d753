"""What a reader sees of an output: texts and tables in their order, page furniture left out."""
import html.parser
import re
import subprocess

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
# Said twice for machines or screen readers, or counted by the viewer.
LEFT_OUT_TAGS = {"head", "style", "script", "nav", "svg", "summary"}
BLOCKS = {"p", "li", "div", "figcaption", "section", "header", "figure", "h1", "h2", "h3", "h4", "h5", "h6"}
LEFT_OUT_CLASSES = {"skip", "unseen"}
LIST_NUMBER = re.compile(r"[ \n]*\d+\.\s*")  # of an item; a viewer of Markdown makes its own


class Reader(html.parser.HTMLParser):
    """items: ("text", paragraph without blanks) and ("table", rows of cell texts, spans filled in).

    rows has, for each table, its rows as written: (is header, texts of the cells that begin in it,
    over how many rows each of them reaches);
    charts the numbers in items of the tables that repeat a chart, named those of its name;
    captions the parts of the items that are captions of tables.
    """

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.items, self.data, self.rows, self.charts, self.named = [], [], [], set(), set()
        self.captions = {}
        self._open, self._hidden = [], 0
        self._text, self._rows, self._cell = [], None, None
        self._label = False  # the innermost element begun last is the label of an item

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag in VOID:
            return
        hides = tag in LEFT_OUT_TAGS or LEFT_OUT_CLASSES & set((attributes.get("class") or "").split())
        self._label = "label" in (attributes.get("class") or "").split()
        self._open.append((tag, bool(hides)))
        self._hidden += bool(hides)
        if self._hidden:
            return
        if tag in BLOCKS:
            self._flush()
        if tag == "data":
            self.data.append(dict(attributes, text="", line=self.getpos()[0]))
        elif tag == "caption":
            self._cell = []
        elif tag == "table":
            self._flush()
            self._rows, self._headers = [], []
        elif tag == "tr":
            self._rows.append([])
            self._headers.append(any(name == "thead" for name, _ in self._open))
        elif tag in ("td", "th"):
            self._cell = []
            self._rows[-1].append((self._cell, int(attributes.get("rowspan", 1)), int(attributes.get("colspan", 1))))

    def handle_endtag(self, tag):
        while self._open:
            name, hides = self._open.pop()
            self._hidden -= hides
            if name == tag:
                break
        if self._hidden:
            return
        if tag in BLOCKS:
            self._flush()
        if tag == "caption":
            self._text += self._cell
            self.captions[len(self.items)] = [without_blanks(part) for part in self._cell if part.strip()]
            self._flush()
            self._cell = None
        elif tag in ("td", "th"):
            self._cell = None
        elif tag == "table":
            if any(name == "figure" for name, _ in self._open):
                self.charts.add(len(self.items))
            self.items.append(("table", grid(self._rows)))
            self.rows.append([(header, [without_blanks("".join(text)) for text, _, _ in cells],
                               [rows for _, rows, _ in cells]) for header, cells in zip(self._headers, self._rows)])
            self._rows = None

    def handle_data(self, text):
        if self._hidden or self._label and LIST_NUMBER.fullmatch(text):
            return
        if self.data and self._open and self._open[-1][0] == "data":
            self.data[-1]["text"] += text
        if self._cell is not None:
            self._cell.append(text)
        elif self._rows is None:
            self._text.append(text)

    def _flush(self):
        text = without_blanks("".join(self._text))
        self._text = []
        if text:
            if any(name == "figure" for name, _ in self._open):
                self.named.add(len(self.items))
            self.items.append(("text", text))

    def close(self):
        super().close()
        self._flush()


def without_blanks(text):
    return re.sub(r"\s+", "", text)


def grid(rows):
    """Every cell's text at every place it covers."""
    places = {}
    for row, cells in enumerate(rows):
        column = 0
        for text, row_span, column_span in cells:
            while (row, column) in places:
                column += 1
            for down in range(row_span):
                for right in range(column_span):
                    places[row + down, column + right] = without_blanks("".join(text))
    height = max((row for row, _ in places), default=-1) + 1
    width = max((column for _, column in places), default=-1) + 1
    return [[places.get((row, column), "") for column in range(width)] for row in range(height)]


def joined(items):
    """Neighbouring texts as one: formats cut paragraphs differently."""
    result = []
    for kind, content in items:
        if kind == "text" and result and result[-1][0] == "text":
            result[-1] = ("text", result[-1][1] + content)
        else:
            result.append((kind, content))
    return result


PAGE_NUMBER = re.compile(r"^[—\-]?\s*\d+\s*[—\-]?$")


def read_pdf(path):
    """The pages' text in the order it was drawn, page numbers left out."""
    done = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, check=True)
    lines = []
    for page in done.stdout.decode().split("\f"):
        printed = page.strip().split("\n")
        lines += printed[:-1] if PAGE_NUMBER.match(printed[-1].strip()) else printed
    return "\n".join(lines), done.stderr.decode()


def read_html(text):
    reader = Reader()
    reader.feed(text)
    reader.close()
    return reader


def read_markdown(text):
    """As a GitHub-flavoured viewer shows it; the contents, a list of links, left out."""
    done = subprocess.run(["cmark-gfm", "--unsafe", "-e", "table"], input=text.encode(), capture_output=True, check=True)
    shown = done.stdout.decode()
    shown = re.sub(r"<h2>[^<]*</h2>\s*<ul>\s*<li>(?:<p>)?<a href=\"#.*?</ul>\s*(?=<(?!/?li|/?ul))", "", shown, count=1, flags=re.S)
    reader = Reader()
    reader.feed(shown)
    reader.close()
    return reader


FIGURE = re.compile(r"[-−]?\d[\d,]*(?:\.\d+)?[%％]?")


def figures(items):
    """Every number of prose and cells, in order."""
    found = []
    for kind, content in items:
        texts = [content] if kind == "text" else [cell for row in content for cell in row]
        for text in texts:
            found += FIGURE.findall(text)
    return found
