#!/usr/bin/python3
"""The tables of every PDF by the places of their words: the figures of each row stand on one base line,
from left to right as in HTML, the rows below one another in order. A cell over several rows stands
somewhere beside them. A table cut by columns has its rows in parts; their figures, put together, are
the row's. Programs that read PDFs are content with every report."""
import collections
import pathlib
import re
import subprocess
import sys
import tempfile

import reading
import samples

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "pdf"))
import check_pdf  # noqa: E402

WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)</word>')
SAME_LINE = 1.5  # points between the middles of words on one line


def lines_of_figures(path):
    """For every page, top to bottom, the figures of each line from left to right."""
    done = subprocess.run(["pdftotext", "-bbox", str(path), "-"], capture_output=True, check=True)
    lines = []
    for page in done.stdout.decode().split("<page ")[1:]:
        words = [((float(top) + float(bottom)) / 2, float(left), text) for left, top, bottom, text in WORD.findall(page)]
        figures = sorted(word for word in words if reading.FIGURE.fullmatch(word[2]))
        last = None
        for middle, left, text in figures:
            if last is None or middle - last > SAME_LINE:
                lines.append([])
                last = middle
            lines[-1].append((left, text))
    return [[text for _, text in sorted(line)] for line in lines]


def figures_of(cells, spans, wanted):
    return [cell for cell, span in zip(cells, spans) if wanted(span) and reading.FIGURE.fullmatch(cell)]


def rows_of_figures(rows):
    """The figures of a table's rows below its header, each in its row alone; rows without any are left out."""
    found = [figures_of(cells, spans, lambda span: span == 1) for header, cells, spans in rows if not header]
    return [row for row in found if row]


def spanning_figures(rows):
    return [figure for header, cells, spans in rows if not header
            for figure in figures_of(cells, spans, lambda span: span > 1)]


def is_within(row, line):
    """In this order, with anything between."""
    rest = iter(line)
    return all(figure in rest for figure in row)


def find(rows, spanning, lines, at):
    """Where the table ends in lines, rows in order; None if a row is missing or a figure over several rows."""
    first = at
    for row in rows:
        while at < len(lines) and not (is_within(row, lines[at]) if spanning else lines[at] == row):
            at += 1
        if at == len(lines):
            return None
        at += 1
    beside = collections.Counter(figure for line in lines[first:at] for figure in line)
    beside.subtract(figure for row in rows for figure in row)
    return None if collections.Counter(spanning) - beside else at


def find_parts(rows, lines):
    """Whether each row is put together from lines in order: of the parts of a table cut by columns."""
    for row in rows:
        left = list(row)
        for line in lines:
            # Codes of the row's name are repeated in each part.
            for skipped in range(len(line)):
                rest = line[skipped:]
                if left[:len(rest)] == rest:
                    left = left[len(rest):]
                    break
            if not left:
                break
        if left:
            return row
    return None


def differing(name, html, path):
    lines, at = lines_of_figures(path), 0
    tables = [rows for number, rows in zip((n for n, (kind, _) in enumerate(html.items) if kind == "table"), html.rows)
              if number not in html.charts]
    cells = 0
    for number, rows in enumerate(tables, 1):
        wanted = rows_of_figures(rows)
        cells += sum(map(len, wanted)) + len(spanning_figures(rows))
        end = find(wanted, spanning_figures(rows), lines, at)
        if end is not None:
            at = end
            continue
        row = find_parts(wanted, lines[at:])
        if row is not None:
            yield f"{name}: table {number}: no line of the PDF has {' '.join(row)}"
    if tables and not cells:
        yield f"{name}: no figures in its tables"


def main():
    mistakes, count = [], 0
    with tempfile.TemporaryDirectory() as folder:
        samples.run(["render", "data", "-o", folder, "--allow-findings"], samples.REPOSITORY)
        for page in sorted(pathlib.Path(folder).rglob("*.html")):
            name = page.relative_to(folder).with_suffix("").as_posix()
            html = reading.read_html(page.read_text(encoding="utf-8"))
            mistakes += differing(name, html, page.with_suffix(".pdf"))
            mistakes += check_pdf.check(str(page.with_suffix(".pdf")))
            count += 1
    if count != len(samples.reports()):
        mistakes.append(f"{count} pages of {len(samples.reports())} reports")
    print("\n".join(mistakes[:60]) or f"the tables of {count} PDFs agree")
    return 1 if mistakes else 0


if __name__ == "__main__":
    sys.exit(main())
