#!/usr/bin/python3
"""Runs the command cases of Markdown files: run_cases.py [--accept] FILE.md…

Each section (a line beginning with #) has a folder of its own, empty at first. In it
  - a fenced block whose info line ends in file=PATH writes that file;
  - a fenced block whose first line begins with "% " runs commands (bash, in that folder):
    after each command line stand its stdout, its stderr with "2> " before every line, and
    "=> N" when the exit code is not 0.
`gongkai` is the program under test ($GONGKAI), $HOME_FOLDER the folder this repository
stands in. With --accept what came out is written into the file instead of compared.
"""
import difflib
import os
import pathlib
import re
import subprocess
import sys
import tempfile

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
FENCE = re.compile(r"^(`{3,}|~{3,})\s*(.*)$")
FILE_NAME = re.compile(r"(?:^|\s)file=(\S+)$")


def blocks(lines):
    """Yields (heading or None, fence info, first, end): text lines[first:end] of each block."""
    index = 0
    while index < len(lines):
        fence = FENCE.match(lines[index])
        if lines[index].startswith("#"):
            yield lines[index].lstrip("# "), None, index, index
        if fence:
            first = index + 1
            index = first
            while index < len(lines) and lines[index].rstrip() != fence.group(1):
                index += 1
            yield None, fence.group(2).strip(), first, index
        index += 1


def outcome(command, folder, environment):
    """The command line and what came of it, as it stands in a case."""
    done = subprocess.run(["bash", "-c", command], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                          capture_output=True, timeout=120, check=False)
    lines = ["% " + command]
    lines += done.stdout.decode("utf-8", "replace").splitlines()
    lines += [("2> " + line).rstrip() for line in done.stderr.decode("utf-8", "replace").splitlines()]
    if done.returncode != 0:
        lines.append(f"=> {done.returncode}")
    return lines


def case_environment(tools):
    environment = dict(os.environ)
    program = pathlib.Path(os.environ.get("GONGKAI", REPOSITORY / "build/gongkai")).resolve()
    if not program.is_file():
        sys.exit(f"no program {program}: build it, or name it in $GONGKAI")
    (pathlib.Path(tools) / "gongkai").symlink_to(program)
    environment["PATH"] = tools + os.pathsep + environment["PATH"]
    environment["HOME_FOLDER"] = str(REPOSITORY)
    environment.pop("NO_COLOR", None)
    return environment


def run_file(path, accept, environment):
    lines = path.read_text(encoding="utf-8").split("\n")
    result = list(lines)
    shift, section, folder, failed, count = 0, path.stem, None, 0, 0
    for heading, info, first, end in blocks(lines):
        if heading is not None:
            section, folder = heading, None
            continue
        folder = folder or tempfile.TemporaryDirectory()
        text = lines[first:end]
        named = FILE_NAME.search(info)
        if named:
            target = pathlib.Path(folder.name) / named.group(1)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text("\n".join(text) + "\n", encoding="utf-8")
        elif text and text[0].startswith("% "):
            seen = [line for command in text if command.startswith("% ")
                    for line in outcome(command[2:], folder.name, environment)]
            count += 1
            if seen != text and not accept:
                failed += 1
                print(f"{path.name}: {section}")
                print("\n".join(difflib.unified_diff(text, seen, "expected", "seen", lineterm="")))
            result[first + shift:end + shift] = seen
            shift += len(seen) - len(text)
    if accept and result != lines:
        path.write_text("\n".join(result), encoding="utf-8")
        print(f"{path.name}: accepted")
    return count, failed


def main():
    words = sys.argv[1:]
    accept = "--accept" in words
    paths = [pathlib.Path(word) for word in words if word != "--accept"]
    paths = paths or sorted(pathlib.Path(__file__).parent.glob("*.md"))
    total = bad = 0
    with tempfile.TemporaryDirectory() as tools:
        environment = case_environment(tools)
        for path in paths:
            count, failed = run_file(path, accept, environment)
            total, bad = total + count, bad + failed
    print(f"{total - bad} passed, {bad} failed")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
