"""Many reports in one run: counties.py PROGRAM [REPORTS…]. Time and peak memory of the fictional province, then of
so many small reports (100, 1000 and 10000 unless told), each check beside the peak of the first."""
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
    return time.perf_counter() - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, process.returncode


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


def told(what, home, reports, *words):
    seconds, processor, megabytes, code = timed(home, *words)
    each = processor * 1000 / reports
    print(f"{what:7} {words[0]:7}{reports:6} reports {seconds:8.1f} s, of the processor {processor:8.1f} s, "
          f"{each:6.1f} ms each {megabytes:7.1f} MB   exit {code}", flush=True)
    return megabytes


def main():
    with tempfile.TemporaryDirectory() as name:
        home = make_home(pathlib.Path(name) / "province")
        for number in range(len(province.COUNTIES)):
            province.make_county(home / "data", number)
        reports = len(list((home / "data").rglob(province.REPORT)))
        told("示例省", home, reports, "check", "data", "-q")
        told("示例省", home, reports, "render", "data", "-q")
        first = None
        for count in COUNTS:
            home = make_home(pathlib.Path(name) / str(count))
            small_reports(home, count)
            peak = told("small", home, count, "check", "data", "-q")
            first = first or peak
            print(f"{'':14}{peak / first:.2f} × the peak of {COUNTS[0]}", flush=True)
        if 1000 in COUNTS:
            told("small", pathlib.Path(name) / "1000", 1000, "render", "data", "-q")


if __name__ == "__main__":
    PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
    COUNTS = [int(word) for word in sys.argv[2:]] or [100, 1000, 10000]
    main()
