"""Cold runs of the program: cold.py PROGRAM REPORT RUNS. Median wall time and peak memory."""
import os
import statistics
import subprocess
import sys
import tempfile
import time


def one(program, report, formats, out):
    command = [program, "render", report, "--allow-findings", "-q", "-j1", "-o", out]
    if formats:
        command += ["--to", formats]
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return (time.perf_counter() - begin) * 1000, usage.ru_maxrss / 1024, process.returncode


def main():
    program, report, runs = sys.argv[1], sys.argv[2], int(sys.argv[3])
    print("cold process:")
    with tempfile.TemporaryDirectory() as out:
        for formats in ("md", "html", "md,html", ""):
            seen = [one(program, report, formats, out) for _ in range(runs)]
            times = [milliseconds for milliseconds, _, _ in seen]
            memory = max(megabytes for _, megabytes, _ in seen)
            code = seen[-1][2]
            print(f"{formats or 'all formats':12} {statistics.median(times):8.1f} ms   "
                  f"(best {min(times):.1f}, of {runs})   {memory:.1f} MB   exit {code}")


if __name__ == "__main__":
    main()
