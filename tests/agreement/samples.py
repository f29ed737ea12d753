"""The repository's reports, in a home of the test's own, and how to run the program on them."""
import os
import pathlib
import shutil
import subprocess

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = str(pathlib.Path(os.environ.get("GONGKAI", REPOSITORY / "build/gongkai")).resolve())
FOLDERS = ("templates", "fonts", "data")


def reports(home=REPOSITORY):
    """Every data file that names its template, by path."""
    found = [path for ending in ("yaml", "yml", "json") for path in (home / "data").rglob("*." + ending)]
    return sorted(path for path in found if "模板" in path.read_text(encoding="utf-8"))


def make_home(folder):
    """A copy of what the program reads."""
    for name in FOLDERS:
        shutil.copytree(REPOSITORY / name, folder / name)
    return folder


def run(words, cwd, before=None, **environment):
    """Runs the program; `before` is called in the child."""
    return subprocess.run([PROGRAM, *map(str, words)], cwd=cwd, env={**os.environ, **environment},
                          stdin=subprocess.DEVNULL, capture_output=True, timeout=600, check=False, preexec_fn=before)


def tree(folder):
    """Path → bytes of every file below, hidden ones too."""
    return {path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*")) if path.is_file()}
