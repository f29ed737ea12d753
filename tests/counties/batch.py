#!/usr/bin/python3
"""Two counties at once, then one bureau of twelve units: all reports in all formats, the sums of
the units, one bad report among good ones, the same bytes with any -j, bounded memory."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import province

PROGRAM = str(pathlib.Path(os.environ["GONGKAI"]).resolve())
REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
EARLIER = b"earlier\n"
AMOUNT = re.compile(r"金额: (-?\d+)\.(\d\d)\}")
CODE = re.compile(r"科目: (\d+)")
mistakes = []


def expect(condition, message):
    if not condition:
        mistakes.append(message)


def make_home(folder):
    for name in ("templates", "fonts"):
        (folder / name).symlink_to(REPOSITORY / name)
    return folder


# A sanitizer keeps what was freed, up to 256 MB; that is no memory of the program's.
ENVIRONMENT = {**os.environ, "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":quarantine_size_mb=1"}


def run(home, *words):
    """(exit code, stdout, stderr, peak memory in MB)"""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
        process = subprocess.Popen([PROGRAM, *map(str, words)], cwd=home, env=ENVIRONMENT, stdin=subprocess.DEVNULL,
                                   stdout=out, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        errors.seek(0)
        return process.returncode, out.read().decode(), errors.read().decode(), usage.ru_maxrss / 1024


def tree(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def section_sum(path, section):
    """The amounts of a section's lines in 分, without those between units."""
    total, inside = 0, False
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith(" "):
            inside = line.startswith(section + ":")
        found = AMOUNT.search(line)
        if inside and found and "对方" not in line:
            total += int(found.group(1) + found.group(2))
    return total


def all_reports(home):
    files = [path for path in (home / "data").rglob("*.yaml") if path.name == province.REPORT]
    code, _, errors, _ = run(home, "render", "data", "-o", "out", "-j", 2, "-q")
    expect(code == 0, f"render: exit {code}\n{errors[:4000]}")
    made = tree(home / "out")
    for path in files:
        stem = path.relative_to(home / "data").with_suffix("").as_posix()
        expect({stem + ".md", stem + ".html", stem + ".pdf"} <= made.keys(), f"{stem}: not in all formats")
    run(home, "render", "data", "-o", "alone", "-j", 1, "-q")
    expect(tree(home / "alone") == made, "-j 1 and -j 2 give other bytes")
    return made


def sums(home, bureau):
    """What the program adds up is what the files of the units say."""
    units = sorted(bureau.glob("*/" + province.REPORT))
    for section, figure in (("收入", "本年收入合计"), ("支出", "本年支出合计")):
        _, text, errors, _ = run(home, "explain", bureau / province.REPORT, figure)
        wanted = province.yuan(sum(section_sum(path, section) for path in units))
        told = re.search(r"= (\d+\.\d\d) 元", text)
        expect(told is not None, f"{figure}: nothing told\n{errors}")
        if told:
            expect(told.group(1) == wanted, f"{figure}: {told.group(1)}, the units' files {wanted}")


def many_codes(bureau):
    """The largest bureau stands in for real ones: 200 codes with their classes and sections."""
    codes = set()
    for path in bureau.rglob(province.REPORT):
        for code in CODE.findall(path.read_text(encoding="utf-8")):
            codes |= {code, code[:5], code[:3]}
    expect(len(codes) >= 200, f"only {len(codes)} codes")


def one_bad_report(home, made):
    """It is refused, its earlier output stays, all others are made, its department is refused too."""
    unit = home / "data/示例省/乙县/教育和体育局/01" / province.REPORT
    good = unit.read_text(encoding="utf-8")
    unit.write_text(good.replace("  车辆合计: 1\n", "  车辆合计: 3\n"), encoding="utf-8")
    refused = {"示例省/乙县/教育和体育局/01/2023-final-accounts", "示例省/乙县/教育和体育局/2023-final-accounts"}
    for stem in refused:
        (home / "out" / (stem + ".md")).write_bytes(EARLIER)
    code, out, errors, _ = run(home, "render", "data", "-o", "out", "--to", "md")
    expect(code == 1, f"bad report: exit {code}")
    expect("错误[AS-01]" in errors and "01/2023-final-accounts.yaml:" in errors, f"bad report: not told\n{errors[:2000]}")
    expect("2 份有错误" in errors and "AS-01 2 份" in errors, f"bad report: no summary\n{errors[-800:]}")
    for path, content in tree(home / "out").items():
        if path.endswith(".md"):
            bad = path.removesuffix(".md") in refused
            expect(content == (EARLIER if bad else made[path]), f"bad report: {path} is not as it should be")
            expect(bad == (f"out/{path}" not in out), f"bad report: {path} told wrongly")
    unit.write_text(good, encoding="utf-8")


def bounded_memory(folder):
    """More reports take more time, not more memory."""
    peaks = []
    for count in (20, 120):
        home = make_home(folder / str(count))
        for number in range(count):
            province.plain_department(home / f"data/{number}", f"示例{number}县", number % 100, ("科协", "2060701", 1, 1))
            with open(home / f"data/{number}" / province.REPORT, "a", encoding="utf-8") as file:
                file.write("金额单位: 元\n公开时间: 2024-09-20\n")
        code, _, errors, peak = run(home, "check", "data", "-j", 1, "-q")
        expect(code == 0, f"{count} reports: exit {code}\n{errors[:2000]}")
        peaks.append(peak)
    expect(peaks[1] < peaks[0] * 1.25, f"memory grows with the reports: {peaks} MB")


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "home").mkdir()
        home = make_home(folder / "home")
        for number in (1, 2):
            province.make_county(home / "data", number)
        made = all_reports(home)
        sums(home, home / "data/示例省/乙县/教育和体育局")
        if made:
            one_bad_report(home, made)
        province.make_county(home / "data", 0)
        sums(home, home / "data/示例省/甲县/教育和体育局")
        many_codes(home / "data/示例省/甲县/教育和体育局")
        for count in (20, 120):
            (folder / str(count)).mkdir()
        bounded_memory(folder)
    print("\n".join(mistakes) or f"{len(made)} files of two counties, one bureau of twelve units")
    return 1 if mistakes else 0


if __name__ == "__main__":
    sys.exit(main())
