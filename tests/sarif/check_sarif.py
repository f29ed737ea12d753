#!/usr/bin/python3
"""check --format sarif against the whole schema of SARIF 2.1.0, which Microsoft's npm package carries;
accepted deviations are suppressed with their reasons, and a finding keeps its fingerprint when its line
or its figures change."""
import json
import pathlib
import re
import sys
import tempfile

import jsonschema

HERE = pathlib.Path(__file__).resolve().parent
for folder in ("agreement", "setup"):
    sys.path.insert(0, str(HERE.parent / folder))
import samples  # noqa: E402
from node_packages import install  # noqa: E402

SCHEMA = "node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
WRONG = "data/shili/wrong.yaml"
PRINT = "gongkaiFinding/v1"


def make_home(folder):
    """The samples, with what they declare, one report with two mistakes and one that can't be read."""
    home = samples.make_home(folder)
    sound = (home / "data/shili/shilixian/kewenju/2023-final-accounts.yaml").read_text(encoding="utf-8")
    wrong = sound.replace("压减印刷和差旅支出", "压减XX<b>支出", 1).replace("公开时间: 2024-09-20", "公开时间: 2022-09-20", 1)
    (home / WRONG).write_text(wrong, encoding="utf-8")
    (home / "data/shili/坏 的.yaml").write_text("模板: sichuan/final-accounts\n年度：2023\n", encoding="utf-8")
    return home


def checked(home, form, path="data"):
    return json.loads(samples.run(["check", path, "--format", form], home).stdout)


def fingerprints(home):
    return {(result["ruleId"], result["partialFingerprints"][PRINT])
            for result in checked(home, "sarif", WRONG)["runs"][0]["results"]}


def compare(results, findings):
    if len(results) != len(findings):
        yield f"{len(results)} results, {len(findings)} findings"
    for result, finding in zip(results, findings):
        wanted = [finding["declared"]] if "declared" in finding else []
        if [suppression["justification"] for suppression in result["suppressions"]] != wanted:
            yield f"{finding['code']}: suppressed by {result['suppressions']}, declared {wanted}"


def describe(rules, home):
    """Every rule of the catalogue says what it is."""
    catalogue = (home / "templates/shared/rules/catalogue.yaml").read_text(encoding="utf-8")
    for rule in rules:
        known = re.search(rf"^  {rule['id']}:", catalogue, re.M)
        if known and not {"name", "shortDescription", "fullDescription", "help", "defaultConfiguration"} <= rule.keys():
            yield f"rule {rule['id']} has only {sorted(rule)}"


def main():
    node = pathlib.Path(sys.argv[1])
    install(HERE, node)
    schema = json.loads((node / SCHEMA).read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        home = make_home(pathlib.Path(folder) / "home")
        log = checked(home, "sarif")
        findings = [finding for report in checked(home, "json")["reports"] for finding in report["findings"]]
        mistakes = [f"{error.json_path}: {error.message[:200]}" for error in
                    jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker()).iter_errors(log)]
        results = log["runs"][0]["results"]
        mistakes += list(compare(results, findings))
        if not any(result["suppressions"] for result in results):
            mistakes.append("nothing is declared in the samples")
        mistakes += list(describe(log["runs"][0]["tool"]["driver"]["rules"], home))
        before = fingerprints(home)
        if len(before) != len(checked(home, "sarif", WRONG)["runs"][0]["results"]):
            mistakes.append("two findings of a report have one fingerprint")
        text = (home / WRONG).read_text(encoding="utf-8")
        (home / WRONG).write_text("# 一行\n# 又一行\n" + text, encoding="utf-8")
        if fingerprints(home) != before:
            mistakes.append("fingerprints change with the lines")
    print("\n".join(mistakes[:40]) or f"{len(results)} results, {len(before)} of one report fingerprinted")
    return 1 if mistakes else 0


if __name__ == "__main__":
    sys.exit(main())
