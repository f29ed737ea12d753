#!/usr/bin/python3
"""Defects of the published originals: each row of defects.md is found by its rule in the untouched report, and
whatever a report declares is a row."""
import json
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
REPOSITORY = HERE.parents[1]
PAGE = HERE / "defects.md"


def rows():
    for line in PAGE.read_text(encoding="utf-8").split("\n"):
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if line.startswith("|") and len(cells) == 4 and "/" in cells[0]:
            yield cells


def findings(report):
    """What a check of the report says, information apart: (code, message, declared)."""
    program = os.environ.get("GONGKAI", REPOSITORY / "build/gongkai")
    path = REPOSITORY / "data" / (report + ".yaml")
    done = subprocess.run([program, "check", path, "--home", REPOSITORY, "--format", "json"], capture_output=True,
                          check=False)
    for finding in json.loads(done.stdout)["reports"][0]["findings"]:
        if finding["severity"] != "information":
            yield finding["code"], finding["message"], "declared" in finding


def main():
    table = list(rows())
    wrong = []
    declaring = {path.relative_to(REPOSITORY / "data").with_suffix("").as_posix()
                 for path in (REPOSITORY / "data").rglob("*.yaml") if "\n声明:" in path.read_text(encoding="utf-8")}
    for report in sorted({cells[0] for cells in table} | declaring):
        wanted = [cells for cells in table if cells[0] == report]
        found = list(findings(report))
        wrong += [f"{report}: {defect}: {code} found nothing with {text!r}" for _, defect, code, text in wanted
                  if not any(code == its_code and text in message for its_code, message, _ in found)]
        wrong += [f"{report}: declared, but not in {PAGE.name}: {code} {message}" for code, message, declared in found
                  if declared and not any(code == row[2] and row[3] in message for row in wanted)]
    print("\n".join(wrong + [f"{len(table)} defects, {len(wrong)} wrong"]))
    return 1 if wrong or not table else 0


if __name__ == "__main__":
    sys.exit(main())
