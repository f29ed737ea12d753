#!/usr/bin/python3
"""Markdown, HTML and PDF of every report carry the same words and figures: prose in
sequence, tables cell by cell; each figure of the page has its exact value and its origin,
and the origin's place exists in the data."""
import collections
import pathlib
import re
import sys
import tempfile

import reading
import samples

PLACE = re.compile(r"((?:data|templates)/[^:;]+)?:(\d+(?:-\d+)?(?:,\d+(?:-\d+)?)*)")
SOURCE = re.compile(r'<meta name="dcterms.source" content="([^"]+)">')


def differing(name, markdown, html):
    a, b = reading.joined(markdown.items), reading.joined(html.items)
    for number, ((kind, left), (other, right)) in enumerate(zip(a, b), 1):
        if kind != other:
            yield f"{name}: part {number}: {kind} in Markdown, {other} in HTML: {str(left)[:80]} / {str(right)[:80]}"
            return
        if left == right:
            continue
        if kind == "text":
            at = next((i for i, (x, y) in enumerate(zip(left, right)) if x != y), min(len(left), len(right)))
            begin = max(0, at - 20)
            yield f"{name}: text differs: …{left[begin:at + 30]} / …{right[begin:at + 30]}"
        else:
            yield from differing_cells(f"{name}: table {number}", left, right)
    if len(a) != len(b):
        yield f"{name}: {len(a)} parts in Markdown, {len(b)} in HTML"


def differing_cells(name, left, right):
    if [len(row) for row in left] != [len(row) for row in right]:
        yield f"{name}: {len(left)} rows in Markdown, {len(right)} in HTML, or other columns"
        return
    for row, (cells, others) in enumerate(zip(left, right), 1):
        for column, (cell, other) in enumerate(zip(cells, others), 1):
            if cell != other:
                yield f"{name}, row {row}, column {column}: “{cell}” in Markdown, “{other}” in HTML"


def missing_in_print(name, html, path):
    """Every paragraph and every row of the page stands in the PDF's text, in order."""
    text, warnings = reading.read_pdf(path)
    if warnings:
        yield f"{name}: poppler: {warnings.splitlines()[0]}"
    printed, at, tables = reading.without_blanks(text), 0, iter(html.rows)
    last = 0  # where the text before began: a chart is drawn above its caption
    named = 0  # where the latest chart's caption stands: paragraphs may have passed it
    for number, (kind, content) in enumerate(html.items):
        if number in html.captions:
            # The heading above may be the title; the rest stands beside it.
            around = printed[last:at + 400]
            yield from (f"{name}: {part} is not above its table in the PDF" for part in html.captions[number] if part not in around)
        elif kind == "text":
            found = printed.find(content, at)
            if found < 0:
                yield f"{name}: not in the PDF, or not in its place: {content[:60]}"
            if number in html.named:
                named = found
            else:
                last, at = at, max(at, found)
        elif number in html.charts:
            cells = [cell for header, row, _ in next(tables) if not header for cell in row]
            around = printed[last:max(at, named) + 400]
            yield from (f"{name}: a chart's {cell} is not in the PDF" for cell in cells if cell not in around)
        else:
            rows = next(tables)
            at, mistakes = find_rows(name, rows, printed, at, text)
            yield from mistakes


def find_rows(name, rows, printed, at, text):
    """Rows in order; those of a table cut by columns stand in parts, so only their figures are counted."""
    begin, lost = at, []
    for _, cells, _ in (row for row in rows if not row[0]):
        row = "".join(cells)
        found = printed.find(row, at)
        if found < 0:
            lost.append(row)
        at = max(at, found)
    if not lost:
        return at, []
    wanted = collections.Counter(cell for _, cells, _ in rows for cell in cells if reading.FIGURE.fullmatch(cell))
    absent = wanted - collections.Counter(re.split(r"\s+", text))
    return begin, [f"{name}: row not in the PDF: {row[:60]}" for row in lost] if absent else []


def unfounded(name, html, home, lines_of):
    """Figures without value or origin, or with an origin that is nowhere; `home` is the report's own file."""
    for figure in html.data:
        shown = f"{name}:{figure['line']}: figure “{figure['text']}”"
        if not re.fullmatch(r"-?\d+(\.\d+)?", figure.get("value") or ""):
            yield f"{shown}: value “{figure.get('value')}”"
        origin = figure.get("data-origin")
        if not origin:
            yield f"{shown} has no origin"
            continue
        for path, ranges in PLACE.findall(origin):
            if int(re.findall(r"\d+", ranges)[-1]) > lines_of(path or home):
                yield f"{shown}: no line {ranges} in {path or home}"


def main():
    mistakes, count = [], 0
    lines = {}

    def lines_of(path):
        if path not in lines:
            file = samples.REPOSITORY / path
            lines[path] = len(file.read_text(encoding="utf-8").splitlines()) if file.is_file() else 0
        return lines[path]

    with tempfile.TemporaryDirectory() as folder:
        done = samples.run(["render", "data", "-o", folder, "--allow-findings"], samples.REPOSITORY)
        pages = sorted(pathlib.Path(folder).rglob("*.html"))
        if len(pages) != len(samples.reports()):
            mistakes.append(f"{len(pages)} pages of {len(samples.reports())} reports\n{done.stderr.decode()}")
        for page in pages:
            name = page.relative_to(folder).with_suffix("").as_posix()
            written = page.read_text(encoding="utf-8")
            html = reading.read_html(written)
            markdown = reading.read_markdown(page.with_suffix(".md").read_text(encoding="utf-8"))
            mistakes += differing(name, markdown, html)
            mistakes += unfounded(name, html, SOURCE.search(written).group(1), lines_of)
            mistakes += missing_in_print(name, html, page.with_suffix(".pdf"))
            count += len(html.data)
    print("\n".join(mistakes[:60]) or f"{count} figures of {len(pages)} reports agree")
    return 1 if mistakes else 0


if __name__ == "__main__":
    sys.exit(main())
