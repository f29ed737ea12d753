#!/usr/bin/python3
"""Data made to break the program, through its front door: each is rendered or refused in words,
within seconds and 300 MB, and nothing is written of a report that is refused."""
import os
import pathlib
import resource
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "agreement"))
import samples  # noqa: E402

MOST_MEGABYTES = 300
MOST_SECONDS = 30
REPORT = "data/sichuan/liangshan/kexie/2023-final-accounts.yaml"
DUTY = "组织学术交流，促进学科发展"
DEPTH = 500


def nested_yaml(text):
    return text + "\n多余: " + "[" * DEPTH + "]" * DEPTH + "\n"


def nested_blocks(text):
    return text + "\n多余:\n" + "".join(" " * level + "-\n" for level in range(1, DEPTH)) + " " * DEPTH + "- 底\n"


def long_text(text):
    assert DUTY in text
    return text.replace(DUTY, "二兆字的职责" * (2_000_000 // 18), 1)


KILLERS = {  # name: (how the data is changed, whether it must be refused)
    "500 nested lists in brackets": (nested_yaml, True),
    "500 nested lists": (nested_blocks, True),
    "a paragraph of 2 MB": (long_text, False),
}


def run(home):
    """Exit code, messages, seconds and megabytes of the one child."""
    begin = time.monotonic()
    child = os.fork()
    if child == 0:
        done = samples.run(["render", REPORT, "-o", "out", "--allow-findings"], home)
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        (home / "said").write_text(f"{done.returncode}\n{usage.ru_maxrss // 1024}\n{done.stderr.decode(errors='replace')}", "utf-8")
        os._exit(0)
    os.waitpid(child, 0)
    code, megabytes, said = (home / "said").read_text("utf-8").split("\n", 2)
    return int(code), said, time.monotonic() - begin, int(megabytes)


def check(name, change, refused):
    with tempfile.TemporaryDirectory() as folder:
        home = samples.make_home(pathlib.Path(folder))
        report = home / REPORT
        report.write_text(change(report.read_text("utf-8")), "utf-8")
        code, said, seconds, megabytes = run(home)
        written = list((home / "out").rglob("*.pdf"))
    print(f"{name}: exit {code}, {seconds:.1f} s, {megabytes} MB; {said.strip().splitlines()[0][:160] if said.strip() else ''}")
    if refused and (code in (0, 2) or code < 0 or "2023-final-accounts.yaml" not in said or written):
        yield f"{name}: not refused by name: exit {code}, {said[:300]}"
    if not refused and (code != 0 or not written):
        yield f"{name}: not rendered: exit {code}, {said[:300]}"
    # A sanitizer's shadow is not the program's memory: there only time is bounded.
    if seconds > MOST_SECONDS or (megabytes > MOST_MEGABYTES and "--sanitized" not in sys.argv):
        yield f"{name}: {seconds:.1f} s, {megabytes} MB"


def main():
    mistakes = [mistake for name, (change, refused) in KILLERS.items() for mistake in check(name, change, refused)]
    print("\n".join(mistakes))
    return 1 if mistakes else 0


if __name__ == "__main__":
    sys.exit(main())
