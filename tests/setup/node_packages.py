"""npm packages for a test, in the versions its package-lock.json names, installed beside the build."""
import shutil
import subprocess


def install(project, folder):
    """node_modules of `project` in `folder`; nothing to do while package-lock.json is the one installed."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = (project / "package-lock.json").read_bytes()
    mark = folder / "installed-lock.json"
    if mark.exists() and mark.read_bytes() == wanted:
        return
    for name in ("package.json", "package-lock.json"):
        shutil.copy(project / name, folder / name)
    subprocess.run(["npm", "ci", "--no-fund", "--no-audit", "--silent"], cwd=folder, check=True)
    mark.write_bytes(wanted)
