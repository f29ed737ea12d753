#!/usr/bin/python3
"""The same input gives the same bytes: in another folder, locale, time zone, umask and -j."""
import os
import pathlib
import sys
import tempfile

import samples


def render(home, cwd, out, jobs, **environment):
    before = (lambda: os.umask(0o077)) if jobs > 1 else None
    done = samples.run(["render", home / "data", "-o", out, "-j", jobs, "--allow-findings", "--to", "md,html,pdf,json,csv"],
                       cwd, before, **environment)
    text = (done.stdout + done.stderr).decode().replace(str(out), "out").replace(str(home) + "/", "")
    return done.returncode, text, samples.tree(pathlib.Path(out))


def main():
    with tempfile.TemporaryDirectory() as first, tempfile.TemporaryDirectory() as second:
        plain = samples.make_home(pathlib.Path(first) / "home")
        other = samples.make_home(pathlib.Path(second) / "另一个 文件夹" / "县")
        a = render(plain, plain, plain / "out", 1, LC_ALL="C", TZ="UTC0", LANG="C")
        b = render(other, "/", other / "out", 8, LC_ALL="zh_CN.UTF-8", TZ="Asia/Shanghai", LANGUAGE="tr")
        c = render(plain, plain, plain / "again", 3, LC_ALL="tr_TR.UTF-8", TZ="America/St_Johns")
    mistakes = []
    for name, seen in (("elsewhere", b), ("again", c)):
        if seen[0] != a[0]:
            mistakes.append(f"{name}: exit {seen[0]}, not {a[0]}")
        if seen[1] != a[1]:
            mistakes.append(f"{name}: other messages:\n{a[1]}---\n{seen[1]}")
        different = [path for path in sorted(a[2].keys() | seen[2].keys()) if a[2].get(path) != seen[2].get(path)]
        mistakes += [f"{name}: {path} differs" for path in different]
    if not a[2]:
        mistakes.append("nothing was written:\n" + a[1])
    print("\n".join(mistakes) or f"{len(a[2])} files equal in three places")
    return 1 if mistakes else 0


if __name__ == "__main__":
    sys.exit(main())
