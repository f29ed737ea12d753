#!/usr/bin/python3
"""Every sample's web page in headless Chromium: see pages.mjs. axe-core and playwright-core are
installed by npm beside the build, in the versions package-lock.json names."""
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "agreement"))
sys.path.insert(0, str(HERE.parent / "setup"))
import samples  # noqa: E402
from node_packages import install  # noqa: E402


def main():
    node = pathlib.Path(sys.argv[1])
    install(HERE, node)
    with tempfile.TemporaryDirectory() as out:
        done = samples.run(["render", samples.REPOSITORY / "data", "--to", "html", "-q", "--allow-findings", "-o", out],
                           samples.REPOSITORY)
        if done.returncode > 1:
            print(done.stderr.decode())
            return 1
        return subprocess.run(["node", HERE / "pages.mjs", out], cwd=node, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
