#!/usr/bin/python3
"""Looks at PDFs with qpdf, poppler and mutool: no warning from any of them, all fonts embedded and
subset with a way back to characters, no glyph of a missing character.

  check_pdf.py FILE.pdf…            these properties
  check_pdf.py --sample PROGRAM     the same for the sample it writes, and its texts
"""
import argparse
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

RARE = "䶮𬱖𠮷〇㐁镕𫖯"
LINES = [
    "某某单位2023年度部门决算",
    "一、收入支出——总体“情况”说明",
    "（一）“三公”经费：阿卜杜拉·买买提 0123456789",
    "名字：䶮、𬱖、𠮷、〇、㐁、朱镕基、赵𫖯。",
    "2023年度支出874.05万元，比上年减少1 234.50万元，下降0.39%（‱、㎡、①、☑是☐否）。",
]
INFORMATION = {
    "Title": "凉山州科学技术协会2023年度部门决算",
    "Author": "凉山州科学技术协会",
    "Subject": "部门决算：𬱖",
    "Creator": "gongkai",
    "Pages": "2",
}
OUTLINE = ["第一部分 部门概况", "一、𬱖的职责", "（一）更深", "附件"]


def run(*command):
    """Output and messages of a program that must be content."""
    done = subprocess.run(command, capture_output=True, check=False)
    return done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")


def silent(*command):
    code, out, messages = run(*command)
    if code != 0 or messages.strip():
        yield f"{' '.join(map(str, command))}: {code} {messages.strip()}"
    if "warning" in out.lower():
        yield f"{' '.join(map(str, command))}: {out.strip()}"


def check_tools(pdf):
    yield from silent("qpdf", "--check", pdf)
    yield from silent("pdftotext", "-enc", "UTF-8", pdf, "-")
    yield from silent("pdftoppm", "-r", "20", pdf, pathlib.Path(pdf).with_suffix(""))
    yield from silent("mutool", "draw", "-q", "-N", "-F", "txt", "-o", "/dev/null", pdf)
    yield from silent("mutool", "draw", "-q", "-N", "-r", "20", "-o", str(pathlib.Path(pdf).with_suffix(".m%d.png")), pdf)


def check_fonts(pdf):
    _, listed, _ = run("pdffonts", pdf)
    for line in listed.splitlines()[2:]:
        name, flags = line.split()[0], re.search(r"\b(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+\s*$", line)
        if not flags or flags.groups() != ("yes", "yes", "yes"):
            yield f"{pdf}: {name} is not embedded, subset and mapped to characters: {line}"
        if not re.match(r"[A-Z]{6}\+", name):
            yield f"{pdf}: {name} does not look like a subset"



def check_texts(pdf):
    readers = {"pdftotext": ("pdftotext", "-enc", "UTF-8", pdf, "-"), "mutool": ("mutool", "draw", "-q", "-N", "-F", "txt", pdf)}
    for reader, command in readers.items():
        text = run(*command)[1]
        lines = {re.sub(r"\s", "", line) for line in text.splitlines()}
        for line in LINES:
            if re.sub(r"\s", "", line) not in lines:
                yield f"{pdf}: {reader} does not give back: {line}"
        for character in RARE:
            if character not in text:
                yield f"{pdf}: {reader} does not give back {character} (U+{ord(character):X})"
        if "\ufffd" in text:
            yield f"{pdf}: {reader} meets glyphs without a character"


def check_information(pdf):
    _, out, _ = run("pdfinfo", "-enc", "UTF-8", pdf)
    found = dict(re.findall(r"^([^:]+):\s*(.*)$", out, re.M))
    for key, expected in INFORMATION.items():
        if found.get(key) != expected:
            yield f"{pdf}: {key} is {found.get(key)!r}, not {expected!r}"
    if "2024" not in found.get("CreationDate", ""):
        yield f"{pdf}: the date is {found.get('CreationDate')!r}"
    _, outline, _ = run("mutool", "show", pdf, "outline")
    titles = re.findall(r'"([^"]*)"', outline)
    if titles != OUTLINE:
        yield f"{pdf}: bookmarks {titles}"
    _, places, _ = run("pdfinfo", "-dests", pdf)
    if len(re.findall(r"XYZ", places)) != 2:
        yield f"{pdf}: named places: {places}"


def check_page_labels(pdf):
    _, out, _ = run("qpdf", "--json", "--json-key=pagelabels", pdf)
    if '"/St": 1' not in out:
        yield f"{pdf}: page labels: {out}"


def check(pdf):
    yield from check_tools(pdf)
    yield from check_fonts(pdf)


def check_sample(program, folder):
    pdf = str(folder / "sample.pdf")
    code, _, messages = run(program, pdf)
    if code != 0:
        yield f"{program}: {code} {messages}"
        return
    for part in (check, check_texts, check_information, check_page_labels):
        yield from part(pdf)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--sample")
    arguments.add_argument("files", nargs="*")
    given = arguments.parse_args()
    missing = [tool for tool in ("qpdf", "pdftotext", "mutool") if not shutil.which(tool)]
    if missing:
        print("not there: " + " ".join(missing))
        return 77
    mistakes = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        if given.sample:
            mistakes += check_sample(given.sample, folder)
        for number, file in enumerate(given.files):
            copied = folder / f"{number}.pdf"
            shutil.copy(file, copied)
            mistakes += [mistake.replace(str(copied), file) for mistake in check(str(copied))]
    print("\n".join(mistakes) or "all content")
    return 1 if mistakes else 0


if __name__ == "__main__":
    sys.exit(main())
