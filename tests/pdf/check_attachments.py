#!/usr/bin/python3
"""`render --attach`: poppler takes out the data file and the check's result as they are, qpdf lists them, the
tags hold as in every other edition, two runs give the same bytes; --archive refuses them."""
import json
import pathlib
import subprocess
import sys
import tempfile

try:
    import pikepdf  # noqa: F401
except ImportError:
    print("not there: python3-pikepdf")
    sys.exit(77)

import check_tags

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "agreement"))
import samples  # noqa: E402

REPORTS = ("data/shili/shilixian/kexie/2023-final-accounts.yaml", "data/sichuan/liangshan/kexie/2024-budget.yaml")


def render(report, folder, cwd=samples.REPOSITORY):
    samples.run(["render", report, "--to", "pdf", "--attach", "--allow-findings", "-q", "-o", folder], cwd)
    (pdf,) = folder.rglob("*.pdf")
    return pdf


def taken_out(pdf, folder):
    """Name → bytes of what poppler finds."""
    folder.mkdir()
    subprocess.run(["pdfdetach", "-saveall", "-o", folder, pdf], capture_output=True, check=True)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def check_report(report, folder):
    pdf = render(report, folder / "one")
    again = render(samples.REPOSITORY / report, folder / "two", folder)
    if pdf.read_bytes() != again.read_bytes():
        yield f"{report}: another folder gives other bytes"
    name = pathlib.Path(report)
    expected = {name.name: (samples.REPOSITORY / report).read_bytes(),
                name.stem + ".check.json": samples.run(["check", report, "--format", "json"], samples.REPOSITORY).stdout}
    found = taken_out(pdf, folder / "out")
    if found != expected:
        yield f"{report}: attached are {[(key, len(value)) for key, value in found.items()]}"
    if json.loads(found[name.stem + ".check.json"])["reports"][0]["path"] != report:
        yield f"{report}: the check's result names another file"
    listed = subprocess.run(["qpdf", "--list-attachments", pdf], capture_output=True, text=True, check=True).stdout
    if sorted(line.split(" -> ")[0] for line in listed.splitlines()) != sorted(expected):
        yield f"{report}: qpdf lists {listed}"
    yield from check_tags.check_file(pdf)


def check_refusal(folder):
    done = samples.run(["render", REPORTS[0], "--archive", "--attach", "-o", folder / "none"], samples.REPOSITORY)
    if done.returncode != 2 or "--archive 和 --attach 不能同用" not in done.stderr.decode("utf-8"):
        yield f"--archive and --attach: {done.returncode} {done.stderr.decode('utf-8')}"


def main():
    mistakes = []
    with tempfile.TemporaryDirectory() as name:
        for number, report in enumerate(REPORTS):
            folder = pathlib.Path(name, str(number))
            folder.mkdir()
            mistakes += check_report(report, folder)
        mistakes += check_refusal(pathlib.Path(name))
    print("\n".join(mistakes) or "attached as they are")
    return 1 if mistakes else 0


if __name__ == "__main__":
    sys.exit(main())
