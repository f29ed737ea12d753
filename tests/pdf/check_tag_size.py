#!/usr/bin/python3
"""What the tags of a report's PDF add to its size: at most 15 % of the same pages without any, in every report of data/.

  check_tag_size.py TAG_COST      tests/bench's program, which writes each report both ways
"""
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "agreement"))
import samples  # noqa: E402

MOST = 15  # percent


def sizes(text):
    """Report → bytes without tags, with tags."""
    found = re.findall(r"^(\S+)\n +plain +(\d+) bytes.*\n +tags +(\d+) bytes", text, re.M)
    return {report: (int(plain), int(tagged)) for report, plain, tagged in found}


def main():
    reports = [path.relative_to(samples.REPOSITORY).as_posix() for path in samples.reports()]
    done = subprocess.run([sys.argv[1], "--once", *reports], cwd=samples.REPOSITORY, capture_output=True, text=True,
                          check=True)
    measured = sizes(done.stdout)
    failed = list(measured) != reports
    for report, (plain, tagged) in measured.items():
        added = 100 * (tagged - plain)
        failed = failed or not 0 < added <= MOST * plain
        print(f"{report}: {plain} + {tagged - plain} bytes, {added / plain:.1f} %")
    print("failed" if failed else f"no report's tags add more than {MOST} %")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
