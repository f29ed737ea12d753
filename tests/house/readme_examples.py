#!/usr/bin/python3
"""The shell examples of the READMEs do what they show.

In every README, each line "build/gongkai …" or "./regenerate …" of a ```console or ```sh
block is run from the repository with its outputs in a folder of the test; in a console
block ("$ command" and what it prints) the output is compared too. Lines that build are
left out: the test runs from a build. What makes new files is run beside a copy of data/.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"^```(console|sh)\n(.*?)^```", re.M | re.S)


def commands(text):
    """(command, expected lines or None) of every example."""
    for kind, body in BLOCK.findall(text):
        if kind == "sh":
            for line in body.splitlines():
                yield line.split("  #")[0].strip(), None
            continue
        for part in re.split(r"^\$ ", body, flags=re.M)[1:]:
            command, _, expected = part.partition("\n")
            yield command.strip(), expected.splitlines()


def run(command, out):
    program = str(pathlib.Path(os.environ.get("GONGKAI", str(REPOSITORY / "build/gongkai"))).resolve())
    words = command.replace("build/gongkai", program, 1).replace(">out/", f">{out}/")
    if " render " in words and " -o " not in words:
        words += " -o " + out
    folder = REPOSITORY
    if " new " in words:
        shutil.copytree(REPOSITORY / "data", pathlib.Path(out) / "data")
        folder, words = out, f"{words} --home '{REPOSITORY}'"
    return subprocess.run(["bash", "-c", words], cwd=folder, stdin=subprocess.DEVNULL, timeout=300,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)


def matches(expected, seen, out):
    """The shown lines, in order; a line … stands for any others."""
    seen = [line.replace(out, "out") for line in seen]
    at = 0
    for line in expected:
        if line.strip() == "…":
            continue
        while at < len(seen) and seen[at].rstrip() != line.rstrip():
            at += 1
        if at == len(seen):
            return line
        at += 1
    return None


def main():
    mistakes, count = [], 0
    for readme in sorted(REPOSITORY.glob("README*.md")) + sorted(REPOSITORY.glob("*/README.md")):
        for command, expected in commands(readme.read_text(encoding="utf-8")):
            if not command.startswith("build/gongkai "):
                continue
            count += 1
            with tempfile.TemporaryDirectory() as out:
                done = run(command, out)
                seen = done.stdout.decode("utf-8", "replace").splitlines()
                missing = matches(expected, seen, out) if expected is not None else None
            if expected is None and done.returncode != 0:
                mistakes.append(f"{readme.name}: {command}: exit {done.returncode}\n" + "\n".join(seen[-10:]))
            if missing is not None:
                mistakes.append(f"{readme.name}: {command}: does not print: {missing}\n" + "\n".join(seen[:40]))
    print("\n".join(mistakes) or f"{count} examples run")
    return 1 if mistakes else 0


if __name__ == "__main__":
    sys.exit(main())
