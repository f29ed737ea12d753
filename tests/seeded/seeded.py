#!/usr/bin/python3
"""Seeded errors: seeded.py [--accept]. Each row of errors.md alters one place of a right report;
exactly the rules it names must find it, no others (information apart). --accept writes what
came out into the page: look at the difference."""
import collections
import json
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
REPOSITORY = HERE.parents[1]
PAGE = HERE / "errors.md"


def rows(lines):
    """Yields (line number, cells) of the table."""
    for number, line in enumerate(lines):
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if line.startswith("|") and len(cells) == 5 and (REPOSITORY / "data" / (cells[0] + ".yaml")).is_file():
            yield number, cells


def unquoted(cell):
    return cell.strip("`").replace("\\n", "\n")


def altered(report, old, new):
    text = (REPOSITORY / "data" / (report + ".yaml")).read_text(encoding="utf-8")
    if text.count(old) != 1:
        sys.exit(f"{report}: {old!r} stands {text.count(old)} times, not once")
    return text.replace(old, new)


def codes_by_file(folder):
    program = os.environ.get("GONGKAI", REPOSITORY / "build/gongkai")
    done = subprocess.run([program, "check", folder, "--home", REPOSITORY, "--format", "json"], capture_output=True,
                          check=False)
    found = {}
    for report in json.loads(done.stdout)["reports"]:
        blocking = [finding for finding in report["findings"] if finding["severity"] != "information"]
        found[pathlib.Path(report["path"]).stem] = collections.Counter(
            finding["code"] + " " + finding["message"] for finding in blocking)
    return found


def main():
    lines = PAGE.read_text(encoding="utf-8").split("\n")
    table = list(rows(lines))
    with tempfile.TemporaryDirectory() as folder:
        reports = sorted({cells[0] for _, cells in table})
        for number, report in enumerate(reports):
            source = (REPOSITORY / "data" / (report + ".yaml")).read_text(encoding="utf-8")
            pathlib.Path(folder, f"right{number}.yaml").write_text(source, encoding="utf-8")
        for number, (report, _, old, new, _) in table:
            text = altered(report, unquoted(old), unquoted(new))
            pathlib.Path(folder, f"row{number}.yaml").write_text(text, encoding="utf-8")
        found = codes_by_file(folder)
    failed = 0
    for number, cells in table:
        right = found[f"right{reports.index(cells[0])}"]
        new = found[f"row{number}"] - right
        codes = " ".join(sorted({finding.split(" ")[0] for finding in new})) or "（没有查出）"
        if codes != cells[4]:
            failed += 1
            print(f"{PAGE.name}:{number + 1}: {cells[1]}: expected {cells[4]}, found {codes}")
            for finding in sorted(new):
                print("   " + finding)
        lines[number] = "| " + " | ".join(cells[:4] + [codes]) + " |"
    print(f"{len(table) - failed} passed, {failed} failed")
    if "--accept" in sys.argv:
        PAGE.write_text("\n".join(lines), encoding="utf-8")
        return 0
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
