#!/usr/bin/python3
"""Outputs are written whole or not at all: a full disk, a folder that can't be written, a killed run."""
import os
import pathlib
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time

import samples

EARLIER = b"earlier\n"
ALL = ["--allow-findings", "--to", "md,html,pdf,json,csv"]
mistakes = []


def expect(condition, message):
    if not condition:
        mistakes.append(message)


def lay_earlier(out, names):
    for name in names:
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_bytes(EARLIER)


def file_size_limit(size):
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def failed_write(name, done, out, names):
    """What holds after a run that could not write: exit 4, said so, everything as before."""
    expect(done.returncode == 4, f"{name}: exit {done.returncode}, not 4\n{done.stderr.decode()}")
    expect("错误[OUT-01]" in done.stderr.decode(), f"{name}: not said\n{done.stderr.decode()}")
    expect(samples.tree(out) == {path: EARLIER for path in names}, f"{name}: the outputs are not as before")


def too_large(home, report, names):
    out = home / "limited"
    lay_earlier(out, names)
    done = samples.run(["render", report, "-o", out, *ALL], home, file_size_limit(8192))
    failed_write("file size limit", done, out, names)


def full_disk(home, report, names):
    """On a file system of 64 kB, where the machine lets us make one."""
    out = home / "small"
    out.mkdir()
    script = (f"mount -t tmpfs -o size=64k small {out} || exit 77; "
              f"for name in {' '.join(names)}; do mkdir -p {out}/$(dirname $name); echo earlier >{out}/$name; done; "
              f"{samples.PROGRAM} render {report} -o {out} {' '.join(ALL)}; code=$?; "
              f"find {out} -type f | xargs cat | sort | uniq -c; find {out} -type f | wc -l; exit $code")
    done = subprocess.run(["unshare", "-rm", "sh", "-c", script], cwd=home, capture_output=True, timeout=600, check=False)
    if done.returncode in (1, 77) and b"OUT-01" not in done.stderr:
        return False
    expect(done.returncode == 4, f"full disk: exit {done.returncode}, not 4\n{done.stderr.decode()}")
    expect("磁盘已满" in done.stderr.decode(), f"full disk: not said\n{done.stderr.decode()}")
    count = str(len(names))
    expect(done.stdout.decode().split() == [count, "earlier", count], f"full disk: {done.stdout.decode()}")
    return True


def file_in_the_way(home, report):
    out = home / "blocked"
    out.write_bytes(EARLIER)
    done = samples.run(["render", report, "-o", out, *ALL], home)
    expect(done.returncode == 4, f"file in the way: exit {done.returncode}, not 4")
    expect("路径中有同名的文件" in done.stderr.decode(), f"file in the way: {done.stderr.decode()}")
    expect(out.read_bytes() == EARLIER, "file in the way: was changed")


def no_permission(home, report, names):
    if os.geteuid() == 0:
        return
    out = home / "closed"
    lay_earlier(out, names)
    for folder in {(out / name).parent for name in names}:
        folder.chmod(0o500)
    done = samples.run(["render", report, "-o", out, *ALL], home)
    failed_write("no permission", done, out, names)
    for folder in {(out / name).parent for name in names}:
        folder.chmod(0o700)


def killed(home, report, good, seconds):
    """Killed at any moment, every output is the earlier or the new one, and the next run tidies up."""
    out = home / "killed"
    chance = random.Random(1)
    for _ in range(25):
        lay_earlier(out, good)
        process = subprocess.Popen([samples.PROGRAM, "render", report, "-o", out, *ALL], cwd=home,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.2, 1.0) * seconds)
        process.send_signal(signal.SIGKILL)
        process.wait()
        for path, bytes_ in samples.tree(out).items():
            if not path.endswith(".gongkai-tmp"):
                expect(bytes_ in (EARLIER, good.get(path)), f"killed: {path} is half written")
    samples.run(["render", report, "-o", out, *ALL], home)
    expect(samples.tree(out) == good, f"killed: left {sorted(samples.tree(out).keys() - good.keys())}")


def main():
    with tempfile.TemporaryDirectory() as folder:
        home = samples.make_home(pathlib.Path(folder) / "home")
        report = samples.reports(home)[0]
        begin = time.monotonic()
        done = samples.run(["render", report, "-o", home / "good", *ALL], home)
        seconds = time.monotonic() - begin
        good = samples.tree(home / "good")
        expect(good, f"nothing was written\n{done.stderr.decode()}")
        if good:
            too_large(home, report, good)
            small = full_disk(home, report, good)
            file_in_the_way(home, report)
            no_permission(home, report, good)
            killed(home, report, good, seconds)
    print("\n".join(mistakes) or "whole or nothing" + ("" if small else " (no small file system here: full disk not tried)"))
    return 1 if mistakes else 0


if __name__ == "__main__":
    sys.exit(main())
