#!/usr/bin/python3
"""ICU's opinion on our line ends, over all texts of the reports under data/: every difference is of a class that icu.md
lists with its reason; and what titles break between are words for ICU too, all but one in fifty."""

import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

try:
    import icu
except ImportError:
    print("not there: python3-icu")
    sys.exit(77)

HERE = pathlib.Path(__file__).resolve().parent
REPOSITORY = HERE.parents[1]
LEAST_WORDS = 98  # of a hundred ends that a title may take; the others are names and compounds


class Texts:
    """What the reports print: all of it, and what is set as titles are."""

    def __init__(self, folder):
        self.all = set()
        self.titles = set()
        for file in folder.rglob("*.json"):
            self.add_report(json.loads(file.read_text(encoding="utf-8")))

    def add_report(self, report):
        for paragraph in report["paragraphs"]:
            self.add(paragraph["text"], "level" in paragraph)
        for table in report["tables"]:
            self.add(table["title"], True)
            for note in [table["statement"], table["left_note"], *table["footnotes"]]:
                self.add(note, False)
            for row in table["rows"]:
                for cell in row["cells"]:
                    self.add(cell.get("text", ""), cell["kind"] == "column_header")

    def add(self, text, is_title):
        lines = {line for line in text.split("\n") if len(line) > 1}
        self.all |= lines
        self.titles |= lines if is_title else set()


class Class:
    def __init__(self, row):
        # \| is a bar of the table's cell: an alternative of the pattern, or one in a set.
        cells = [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", row)[1:-1]]
        self.name, pattern, self.example = cells[0], cells[1].strip("`"), cells[2]
        self.pattern = re.compile(pattern)
        self.seen = 0

    def holds(self, text, place):
        """Whether the pattern lies around this very place."""
        marked = text[:place] + "‖" + text[place:]
        window = marked[max(0, place - 12):place + 12]
        at = min(place, 12)
        return any(found.start() <= at < found.end() for found in self.pattern.finditer(window))


def classes_of(document, heading):
    section = document.split("## " + heading)[1].split("\n## ")[0]
    return [Class(line) for line in section.splitlines() if line.startswith("| ") and "| pattern |" not in line]


def places(iterator, text):
    """Code units are code points here: no text of the reports leaves the basic plane."""
    iterator.setText(icu.UnicodeString(text))
    return {place for place in iterator if 0 < place < len(text)}


def our_places(program, texts):
    done = subprocess.run([program], input="\n".join(texts) + "\n", capture_output=True, text=True, check=True)
    return [tuple({int(place) for place in places.split()} for places in line.split("\t"))
            for line in done.stdout.splitlines()]


def shown(text, place):
    return text[max(0, place - 10):place] + "‖" + text[place:place + 10]


def compare_lines(texts, ours, document):
    lines = icu.BreakIterator.createLineInstance(icu.Locale("zh@lb=strict"))
    sides = [classes_of(document, "We end a line where ICU does not"),
             classes_of(document, "ICU ends a line where we do not")]
    mistakes = []
    for text, (allowed, _) in zip(texts, ours):
        theirs = places(lines, text)
        for side, only in zip(sides, (allowed - theirs, theirs - allowed)):
            for place in sorted(only):
                of = [one for one in side if one.holds(text, place)]
                for one in of:
                    one.seen += 1
                if not of:
                    mistakes.append(f"in no class of icu.md: {shown(text, place)}")
    return mistakes, [one for side in sides for one in side]


def examples(program, classes):
    """Each class's example is a difference, and of its class."""
    lines = icu.BreakIterator.createLineInstance(icu.Locale("zh@lb=strict"))
    texts = [one.example.replace("‖", "") for one in classes]
    for one, text, (allowed, _) in zip(classes, texts, our_places(program, texts)):
        place = one.example.index("‖")
        if (place in allowed) == (place in places(lines, text)):
            yield f"{one.name}: ICU and we agree on {one.example}"
        if not one.holds(text, place):
            yield f"{one.name}: {one.example} is not of its own class"


def compare_titles(titles, ours):
    words = icu.BreakIterator.createWordInstance(icu.Locale("zh"))
    asked, missed = 0, []
    for title, (_, taken) in zip(titles, ours):
        asked += len(taken)
        missed += [shown(title, place) for place in sorted(taken - places(words, title))]
    if len(missed) * 100 <= asked * (100 - LEAST_WORDS):
        return []
    return [f"{len(missed)} of {asked} ends a title may take are inside words for ICU: " + "; ".join(missed)]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--breaks", required=True)
    program = parser.parse_args().breaks
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([os.environ["GONGKAI"], "render", "data", "-q", "-o", folder, "--allow-findings", "--to", "json"],
                       cwd=REPOSITORY, capture_output=True, check=False)
        texts = Texts(pathlib.Path(folder))
    lines = sorted(texts.all)
    document = (HERE / "icu.md").read_text(encoding="utf-8")
    mistakes, classes = compare_lines(lines, our_places(program, lines), document)
    mistakes += examples(program, classes)
    titles = sorted(texts.titles)
    mistakes += compare_titles(titles, our_places(program, titles))
    for one in classes:
        print(f"{one.seen:6} {one.name}")
    print(f"{len(lines)} texts, {len(titles)} of them titles, against ICU {icu.ICU_VERSION}")
    for mistake in mistakes[:50]:
        print(mistake)
    sys.exit(1 if mistakes or len(lines) < 1000 else 0)


if __name__ == "__main__":
    main()
