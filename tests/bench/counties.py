"""Many reports in one run: counties.py PROGRAM. Wall time and peak memory of the fictional province."""
import os
import pathlib
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "counties"))
import province  # noqa: E402

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]


def timed(home, *words):
    begin = time.perf_counter()
    process = subprocess.Popen([PROGRAM, *words], cwd=home, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return time.perf_counter() - begin, usage.ru_maxrss / 1024, process.returncode


def make_home(folder):
    folder.mkdir()
    for name in ("templates", "fonts"):
        (folder / name).symlink_to(REPOSITORY / name)
    return folder


def small_reports(home, count):
    for number in range(count):
        folder = home / f"data/{number // 100}/{number % 100}"
        province.plain_department(folder, f"示例{number}县", number % 100, ("科协", "2060701", 1, 1))
    (home / "data/共用.yaml").write_text("金额单位: 元\n公开时间: 2024-09-20\n", encoding="utf-8")


def main():
    with tempfile.TemporaryDirectory() as name:
        home = make_home(pathlib.Path(name) / "province")
        for number in range(len(province.COUNTIES)):
            province.make_county(home / "data", number)
        reports = len(list((home / "data").rglob(province.REPORT)))
        for words in (("check", "data", "-q"), ("render", "data", "-q")):
            seconds, megabytes, code = timed(home, *words)
            print(f"示例省 {words[0]:7} {reports:6} reports {seconds:8.1f} s {megabytes:7.1f} MB   exit {code}", flush=True)
        for count in (100, 1000, 10000):
            home = make_home(pathlib.Path(name) / str(count))
            small_reports(home, count)
            seconds, megabytes, code = timed(home, "check", "data", "-q")
            print(f"small  check   {count:6} reports {seconds:8.1f} s {megabytes:7.1f} MB   exit {code}", flush=True)


if __name__ == "__main__":
    PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
    main()
