#!/usr/bin/python3
"""Markdown as GitHub's own reader (cmark-gfm, all its extensions) reads it has the tables of the
document: every cell of every table and chart at every place it covers, blanks and line ends
included. And ten figures that change leave every other line of the report as it was: no line is
added, moved or padded anew, and what differs in a line is figures that changed, and how they compare."""
import collections
import html.parser
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import samples

EXTENSIONS = ("table", "strikethrough", "autolink", "tagfilter", "tasklist")
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
COMPARED = re.compile("持平|增加|减少|大于|小于")  # a sentence that compares says so in other words
ENTERED = re.compile(r"(?<=: )\d{2,}\.\d\d(?=\s*[,}\n])")  # an amount as it stands in a data file


class Tables(html.parser.HTMLParser):
    """Tables as lists of rows, a row as [(text, rows, columns)]; `heads` says how many rows are in each's head."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.tables, self.heads, self._cell, self._in_head = [], [], None, False

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "table":
            self.tables.append([])
            self.heads.append(0)
        elif tag == "thead":
            self._in_head = True
        elif tag == "tr":
            self.tables[-1].append([])
            self.heads[-1] += self._in_head
        elif tag in ("td", "th"):
            self._cell = []
            self.tables[-1][-1].append((self._cell, int(given.get("rowspan", 1)), int(given.get("colspan", 1))))
        elif tag == "br" and self._cell is not None:
            self._cell.append("\n")

    def handle_endtag(self, tag):
        if tag == "thead":
            self._in_head = False
        elif tag in ("td", "th"):
            self._cell = None

    def handle_data(self, data):
        if self._cell is not None:
            self._cell.append(data)


def read_markdown(text):
    words = ["cmark-gfm", "--unsafe", *(word for name in EXTENSIONS for word in ("-e", name))]
    done = subprocess.run(words, input=text.encode(), capture_output=True, check=True)
    reader = Tables()
    reader.feed(done.stdout.decode())
    reader.close()
    return reader


def spread(rows):
    """Every text at every place it covers; None where no cell is."""
    places = {}
    for number, cells in enumerate(rows):
        column = 0
        for text, row_span, column_span in cells:
            while (number, column) in places:
                column += 1
            places.update({(number + down, column + right): "".join(text)
                           for down in range(row_span) for right in range(column_span)})
    width = max((column for _, column in places), default=-1) + 1
    return [[places.get((row, column)) for column in range(width)] for row in range(len(rows))]


def wanted_tables(data):
    """Tables and charts in the order of the report, as (name, rows as Tables has them, rows of the head)."""
    for table in data["tables"]:
        rows = [[(cell.get("text", ""), cell.get("row_span", 1), cell.get("column_span", 1)) for cell in row["cells"]]
                for row in table["rows"]]
        yield table["id"], rows, table["header_rows"]


def unlike_document(name, text, data):
    read = read_markdown(text)
    shown = [(rows, head) for rows, head in zip(read.tables, read.heads) if not is_of_chart(rows, data)]
    wanted = list(wanted_tables(data))
    if len(shown) != len(wanted):
        yield f"{name}: {len(wanted)} tables in the document, {len(shown)} read from Markdown"
        return
    for (table, rows, head), (read_rows, read_head) in zip(wanted, shown):
        if head != read_head:
            yield f"{name}: table {table}: {head} rows in the head, {read_head} read"
        yield from unlike_cells(f"{name}: table {table}", spread(rows), spread(read_rows))


def is_of_chart(rows, data):
    """The small table under a chart: its labels and values."""
    labels = [["".join(cell[0]) for cell in row][:2] for row in rows[1:]]
    return any(labels == [[value["label"], value["text"]] for value in chart["values"]] for chart in data["charts"])


def unlike_cells(name, wanted, read):
    if [len(row) for row in wanted] != [len(row) for row in read]:
        yield f"{name}: rows of {sorted({len(row) for row in wanted})} places, {sorted({len(row) for row in read})} read"
        return
    for row, (cells, others) in enumerate(zip(wanted, read), 1):
        for column, (cell, other) in enumerate(zip(cells, others), 1):
            if cell != other:
                yield f"{name}, row {row}, column {column}: {cell!r}, {other!r} read"


def figures(data):
    """Every printed figure by the place it has in the report."""
    found = {}
    for table, rows, _ in wanted_tables(data):
        for row, cells in enumerate(rows):
            found.update({(table, row, number): cell[0] for number, cell in enumerate(cells)})
    for number, paragraph in enumerate(data["paragraphs"]):
        for at, figure in enumerate(paragraph.get("figures", [])):
            found["paragraph", number, at] = figure["text"]
    for number, chart in enumerate(data["charts"]):
        for at, value in enumerate(chart["values"]):
            found["chart", number, at] = value["text"]
            found["share", number, at] = value.get("share", "")
    return found


def unlike_before(name, before, after, changed):
    """Lines that differ in more than figures that changed."""
    lines, others = before.splitlines(), after.splitlines()
    if len(lines) != len(others):
        yield f"{name}: {len(lines)} lines before, {len(others)} after figures were changed"
        return
    for number, (line, other) in enumerate(zip(lines, others), 1):
        if line == other:
            continue
        reworded = NUMBER.sub("0", line) != NUMBER.sub("0", other)
        if reworded and (line.startswith("|") or not COMPARED.search(line + other)):
            yield f"{name}.md:{number}: not figures alone: {line[:80]} / {other[:80]}"
        if reworded:
            continue
        new = [b for a, b in zip(NUMBER.findall(line), NUMBER.findall(other)) if a != b]
        strange = [figure for figure in new if not any(figure in text for text in changed)]
        if strange:
            yield f"{name}.md:{number}: {strange} are no figures that changed"


def altered(text, choice, count=10):
    """The data with the last digit of that many entered amounts changed, all over the file; choices 0, 1 and 2 differ."""
    lines = text.splitlines(keepends=True)
    marked = [number for number, line in enumerate(lines) if ENTERED.search(line.split("#")[0]) and "印作" not in line]
    for turn in range(count):
        number = marked[len(marked) * (6 * turn + 1 + 2 * choice) // (6 * count)]
        amount = ENTERED.search(lines[number])
        last = amount.end() - 1
        digit = "4" if lines[number][last] == "5" else "5"
        lines[number] = lines[number][:last] + digit + lines[number][last + 1:]
    return "".join(lines)


def shape(data):
    """What figures decide beside figures: a chart whose parts are not the whole is not drawn."""
    return ([len(table["rows"]) for table in data["tables"]], len(data["paragraphs"]),
            [len(chart["values"]) for chart in data["charts"]])


def without_changed_notes(text, old, new):
    """The lines but for the notes, of rounding, that a changed figure gives to a table or takes from it."""
    notes = [collections.Counter(note for table in data["tables"] for note in table["footnotes"]) for data in (old, new)]
    changed = {note for note in notes[0] | notes[1] if notes[0][note] != notes[1][note]}
    return "\n".join(line for line in text.splitlines() if line and not any(note in line for note in changed))


def render(home, out):
    samples.run(["render", "data", "-o", out, "--allow-findings", "--to", "md,json", "-q"], home)
    return {file.relative_to(out).with_suffix("").as_posix():
            (file.read_text(encoding="utf-8"), json.loads(file.with_suffix(".json").read_text(encoding="utf-8")))
            for file in sorted(out.rglob("*.md"))}


def main():
    mistakes = []
    with tempfile.TemporaryDirectory() as folder:
        home = pathlib.Path(folder) / "home"
        home.mkdir()
        samples.make_home(home)
        before = render(home, pathlib.Path(folder) / "before")
        if len(before) != len(samples.reports()):
            mistakes.append(f"{len(before)} pages of {len(samples.reports())} reports")
        for name, (text, data) in before.items():
            mistakes += unlike_document(name, text, data)
        entered = {path: path.read_text(encoding="utf-8") for path in samples.reports(home)}
        compared = set()
        for choice in range(3):
            for path, text in entered.items():
                path.write_text(altered(text, choice), encoding="utf-8")
            for name, (text, data) in render(home, pathlib.Path(folder) / f"after-{choice}").items():
                old_text, old = before[name]
                if name in compared or text == old_text or shape(old) != shape(data):
                    continue
                compared.add(name)
                known, new = figures(old), figures(data)
                changed = {figure for place, figure in new.items() if known.get(place) != figure}
                mistakes += unlike_before(name, *(without_changed_notes(each, old, data) for each in (old_text, text)), changed)
    if len(compared) < len(before) - 1:  # one prints no digit that was changed
        mistakes.append(f"not changed in figures alone: {sorted(set(before) - compared)}")
    cells = sum(len(row["cells"]) for _, data in before.values() for table in data["tables"] for row in table["rows"])
    print("\n".join(mistakes[:60]) or f"{cells} cells of {len(before)} reports are read back; {len(compared)} changed in figures alone")
    return 1 if mistakes else 0


if __name__ == "__main__":
    sys.exit(main())
