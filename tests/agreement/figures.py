#!/usr/bin/python3
"""Markdown and HTML of every report carry the same words and figures: prose in sequence,
tables cell by cell; each figure of the page has its exact value and its origin, and the
origin's place exists in the data."""
import pathlib
import re
import sys
import tempfile

import reading
import samples

PLACE = re.compile(r"((?:data|templates)/[^:;←]+):(\d+)")


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


def unfounded(name, html, lines_of):
    """Figures without value or origin, or with an origin that is nowhere."""
    for figure in html.data:
        shown = f"{name}:{figure['line']}: figure “{figure['text']}”"
        if not re.fullmatch(r"-?\d+(\.\d+)?", figure.get("value") or ""):
            yield f"{shown}: value “{figure.get('value')}”"
        origin = figure.get("data-origin")
        if not origin:
            yield f"{shown} has no origin"
            continue
        for path, line in PLACE.findall(origin):
            if int(line) > lines_of(path):
                yield f"{shown}: no line {line} in {path}"


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
            html = reading.read_html(page.read_text(encoding="utf-8"))
            markdown = reading.read_markdown(page.with_suffix(".md").read_text(encoding="utf-8"))
            mistakes += differing(name, markdown, html)
            mistakes += unfounded(name, html, lines_of)
            count += len(html.data)
    print("\n".join(mistakes[:60]) or f"{count} figures of {len(pages)} reports agree")
    return 1 if mistakes else 0


if __name__ == "__main__":
    sys.exit(main())
