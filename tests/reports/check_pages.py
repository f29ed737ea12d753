"""The pages of the reports below data/ against pages/*.txt, which were looked at (GALLERY.md).

check_pages.py --outlines PROGRAM            compares; shows what differs
check_pages.py --outlines PROGRAM --accept   rewrites pages/*.txt: look at the pages first
"""

import argparse
import difflib
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
HOME = HERE.parent.parent
PAGES = HERE / "pages"


def outlines(program):
    """Name of the report → its pages, told."""
    done = subprocess.run([program, HOME], capture_output=True, encoding="utf-8", check=False)
    if done.returncode != 0:
        sys.exit(done.stderr)
    parts = re.split(r"^== (.*)\n", done.stdout, flags=re.MULTILINE)
    return {name.replace("/", "-"): text for name, text in zip(parts[1::2], parts[2::2])}


def differences(found):
    kept = {path.stem: path.read_text(encoding="utf-8") for path in PAGES.glob("*.txt")}
    for name in sorted(found.keys() | kept.keys()):
        old, new = (one.get(name, "").splitlines(keepends=True) for one in (kept, found))
        yield from difflib.unified_diff(old, new, f"pages/{name}.txt", "as laid out now", n=1)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--outlines", required=True)
    parser.add_argument("--accept", action="store_true")
    arguments = parser.parse_args()
    found = outlines(arguments.outlines)
    if arguments.accept:
        for path in PAGES.glob("*.txt"):
            path.unlink()
        for name, text in found.items():
            (PAGES / f"{name}.txt").write_text(text, encoding="utf-8")
        return 0
    shown = "".join(differences(found))
    print(shown or f"{len(found)} reports have the pages they had")
    return 1 if shown else 0


if __name__ == "__main__":
    sys.exit(main())
