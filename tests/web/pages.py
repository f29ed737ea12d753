#!/usr/bin/python3
"""Every sample's web page in headless Chromium: see pages.mjs. axe-core and playwright-core are
installed by npm beside the build, in the versions package-lock.json names."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "agreement"))
import samples  # noqa: E402


def install(folder):
    """node_modules in `folder`; nothing to do while package-lock.json is the one installed."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = (HERE / "package-lock.json").read_bytes()
    mark = folder / "installed-lock.json"
    if mark.exists() and mark.read_bytes() == wanted:
        return
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, folder / name)
    subprocess.run(["npm", "ci", "--no-fund", "--no-audit", "--silent"], cwd=folder, check=True)
    mark.write_bytes(wanted)


def main():
    node = pathlib.Path(sys.argv[1])
    install(node)
    with tempfile.TemporaryDirectory() as out:
        done = samples.run(["render", samples.REPOSITORY / "data", "--to", "html", "-q", "--allow-findings", "-o", out],
                           samples.REPOSITORY)
        if done.returncode > 1:
            print(done.stderr.decode())
            return 1
        return subprocess.run(["node", HERE / "pages.mjs", out], cwd=node, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
