#!/usr/bin/python3
"""Every report's web page in headless Chromium, looked at by the script of the given name (pages, readers,
fragment, printed: see NAME.mjs). axe-core and playwright-core are installed by npm beside the build, in the
versions package-lock.json names. Run: pages.py FOLDER-FOR-NPM NAME"""
import fcntl
import pathlib
import subprocess
import sys
import tempfile

import printed

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "agreement"))
sys.path.insert(0, str(HERE.parent / "setup"))
import samples  # noqa: E402
from node_packages import install  # noqa: E402


def install_once(node):
    """Tests run side by side."""
    node.mkdir(parents=True, exist_ok=True)
    with open(node / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        install(HERE, node)


def main():
    node, name = pathlib.Path(sys.argv[1]), sys.argv[2]
    install_once(node)
    with tempfile.TemporaryDirectory() as out:
        words = ["render", samples.REPOSITORY / "data", "--to", "html", "-q", "--allow-findings", "-o", out]
        done = samples.run(words + (["--fragment"] if name == "fragment" else []), samples.REPOSITORY)
        if done.returncode > 1:
            print(done.stderr.decode())
            return 1
        code = subprocess.run(["node", HERE / f"{name}.mjs", out], cwd=node, check=False).returncode
        faults = printed.faults(pathlib.Path(out)) if name == "printed" else []
    print("\n".join(faults[:60]), end="\n" if faults else "")
    return 1 if faults else code


if __name__ == "__main__":
    sys.exit(main())
