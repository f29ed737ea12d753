#!/usr/bin/python3
"""The walk-through of templates/README.md does what it says.

Its section 一小时做一个新省 is followed in a copy of the tree, from top to bottom: a ```bash
block is run, a block whose info line ends in 文件=PATH is written there, and every line of
a ```结果 block must stand in the report rendered last.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
TITLE = "一小时做一个新省"
BLOCK = re.compile(r"^```(\S*)(?: 文件=(\S+))?\n(.*?)^```$", re.M | re.S)
REPORT = "out/xinsheng/2023-final-accounts.md"


def section():
    text = (REPOSITORY / "templates/README.md").read_text(encoding="utf-8")
    return re.search(rf"^## {TITLE}\n(.*?)^## ", text, re.M | re.S).group(1)


def copy_tree(home):
    for folder in ("templates", "data"):
        shutil.copytree(REPOSITORY / folder, home / folder)
    (home / "fonts").symlink_to(REPOSITORY / "fonts")
    (home / "build").mkdir()
    program = pathlib.Path(os.environ.get("GONGKAI", REPOSITORY / "build/gongkai")).resolve()
    (home / "build/gongkai").symlink_to(program)


def run(commands, home):
    """What went wrong, or ""."""
    done = subprocess.run(["bash", "-e", "-c", commands], cwd=home, stdin=subprocess.DEVNULL, timeout=300,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    said = done.stdout.decode("utf-8", "replace")
    return f"exit {done.returncode} of\n{commands}{said}" if done.returncode != 0 else ""


def follow(home):
    """(steps, mistakes); stops at the first that can't be followed."""
    steps, mistakes = 0, []
    for kind, path, body in BLOCK.findall(section()):
        steps += 1
        if path:
            (home / path).parent.mkdir(parents=True, exist_ok=True)
            (home / path).write_text(body, encoding="utf-8")
        elif kind == "bash":
            wrong = run(body, home)
            if wrong:
                return steps, mistakes + [wrong]
        elif kind == "结果":
            printed = (home / REPORT).read_text(encoding="utf-8")
            mistakes += [f"the report has no line with: {line}" for line in body.splitlines() if line not in printed]
    return steps, mistakes


def main():
    with tempfile.TemporaryDirectory() as folder:
        home = pathlib.Path(folder)
        copy_tree(home)
        steps, mistakes = follow(home)
    least = 8  # a section that lost its blocks would pass
    if steps < least:
        mistakes.append(f"only {steps} steps found")
    print("\n".join(mistakes) or f"{steps} steps followed")
    return 1 if mistakes else 0


if __name__ == "__main__":
    sys.exit(main())
