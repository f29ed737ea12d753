#!/usr/bin/python3
"""Open data says what the pages say: JSON follows its schema, its tables are the page's cell
by cell, every origin leads somewhere; the CSV tables hold the same figures."""
import csv
import json
import pathlib
import sys
import tempfile

import jsonschema

import reading
import samples

SCHEMA = json.loads((samples.REPOSITORY / "generator/write/json.schema.json").read_text(encoding="utf-8"))


def grid(table):
    """Every cell at every place it covers."""
    places = [[None] * table["columns"] for _ in table["rows"]]
    for row, line in enumerate(table["rows"]):
        for cell in line["cells"]:
            for down in range(cell.get("row_span", 1)):
                for right in range(cell.get("column_span", 1)):
                    places[row + down][cell["column"] + right] = cell
    return places


def texts(table):
    return [[reading.without_blanks(cell.get("text", "")) for cell in row] for row in grid(table)]


def unlike_page(name, data, page):
    tables = [content for number, (kind, content) in enumerate(page.items) if kind == "table" and number not in page.charts]
    if len(tables) != len(data["tables"]):
        yield f"{name}: {len(data['tables'])} tables, {len(tables)} on the page"
        return
    for table, shown in zip(data["tables"], tables):
        if texts(table) != shown:
            yield f"{name}: table {table['id']} differs from the page"


def unlike_figures(name, data, page):
    """The figures of the prose, in order, with their exact values."""
    told = [(figure["text"], figure["value"]) for paragraph in data["paragraphs"] for figure in paragraph.get("figures", [])]
    shown = iter((figure["text"], figure["value"]) for figure in page.data)
    for figure in told:
        if figure not in shown:  # moves on: in sequence
            yield f"{name}: figure {figure} of the prose is not on the page, or not in its place"
            return


def lost_origins(name, data):
    known = {origin["id"] for origin in data["origins"]}
    used = {operand for origin in data["origins"] for operand in origin.get("operands", [])}
    used |= {cell["origin"] for table in data["tables"] for row in table["rows"] for cell in row["cells"] if "origin" in cell}
    if used - known:
        yield f"{name}: origins used but not told: {sorted(used - known)[:5]}"
    for kind in ("entered", "stated"):
        yield from (f"{name}: {kind} figure without a place: {origin['label']}"
                    for origin in data["origins"] if origin["kind"] == kind and "place" not in origin)


def as_sheet(cell):
    """What a spreadsheet must show: 0 for a zero, nothing for what is not known."""
    if cell["state"] in ("unknown", "blank"):
        return ""
    if cell["state"] == "zero" and "text" not in cell:
        return "0"
    return cell["text"].replace(",", "").replace("−", "-") if "value" in cell else cell["text"].replace("\n", " ")


def read_sheet(path):
    raw = path.read_bytes()
    if not raw.startswith(b"\xef\xbb\xbf") or raw.count(b"\n") != raw.count(b"\r\n"):
        yield f"{path.name}: no byte order mark, or a line does not end with CRLF"
    return list(csv.reader(raw.decode("utf-8-sig").splitlines(keepends=True)))


def unlike_sheet(name, table, path):
    rows = yield from read_sheet(path)
    cells = grid(table)[table["header_rows"]:]
    rows = rows[1:] if table["header_rows"] else rows
    if len(rows) != len(cells):
        yield f"{path.name}: {len(rows)} rows, the table has {len(cells)}"
        return
    for number, (row, line) in enumerate(zip(rows, cells)):
        before = None
        for column, (field, cell) in enumerate(zip(row, line)):
            above = cells[number - 1][column] if number else None
            repeats = cell is before or (cell is above and cell["kind"] == "figure")
            before = cell
            wanted = "" if repeats else as_sheet(cell)
            if field[:1] in "=+@" and field or field.lstrip("'\t") != wanted.lstrip("'\t"):
                yield f"{path.name}: row {number + 1}, column {column + 1}: “{field}”, the table has “{wanted}”"


def main():
    mistakes, figures = [], 0
    with tempfile.TemporaryDirectory() as folder:
        done = samples.run(["render", "data", "-o", folder, "--allow-findings", "--to", "html,json,csv"], samples.REPOSITORY)
        files = sorted(pathlib.Path(folder).rglob("*.json"))
        if len(files) != len(samples.reports()):
            mistakes.append(f"{len(files)} files of {len(samples.reports())} reports\n{done.stderr.decode()}")
        for file in files:
            name = file.relative_to(folder).with_suffix("").as_posix()
            data = json.loads(file.read_text(encoding="utf-8"))
            mistakes += [f"{name}: {error.json_path}: {error.message[:200]}"
                         for error in jsonschema.Draft202012Validator(SCHEMA).iter_errors(data)]
            page = reading.read_html(file.with_suffix(".html").read_text(encoding="utf-8"))
            mistakes += unlike_page(name, data, page)
            mistakes += unlike_figures(name, data, page)
            mistakes += lost_origins(name, data)
            listed = list(csv.DictReader(file.with_suffix(".csv").read_text(encoding="utf-8-sig").splitlines()))
            if [row["表名"] for row in listed] != [table["title"] for table in data["tables"]]:
                mistakes.append(f"{name}.csv does not list the tables")
            for row, table in zip(listed, data["tables"]):
                mistakes += unlike_sheet(name, table, file.parent / row["文件"])
            figures += sum("value" in cell for table in data["tables"] for row in table["rows"] for cell in row["cells"])
    print("\n".join(mistakes[:60]) or f"{figures} cells of {len(files)} reports agree")
    return 1 if mistakes else 0


if __name__ == "__main__":
    sys.exit(main())
